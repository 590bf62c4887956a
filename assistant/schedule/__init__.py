"""When anything may happen: clock, quiet hours, how often, and whether the time is right."""
