"""When something is meant: days, hours, stretches."""
