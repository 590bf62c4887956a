"""What a programme is, and the codes that invite into it."""
