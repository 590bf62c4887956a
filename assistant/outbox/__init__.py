"""The only sender of messages: what is due, how fast, and what became of it."""
