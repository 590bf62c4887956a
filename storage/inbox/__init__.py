"""What arrives: messages kept, what waits for a turn, and events from inside."""
