"""The outbox: whose turn comes when, what is due, and what became of what was sent."""
