"""Times to meet: when both are free, which are offered, and how people say others."""
