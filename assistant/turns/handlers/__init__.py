"""What follows from events, one file per family."""
