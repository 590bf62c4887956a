"""What two people agree on: the terms in words, how they are read, and who is asked."""
