"""What two people agree on: who is asked when, what follows, and what is kept of it."""
