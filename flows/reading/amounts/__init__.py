"""How old, how much, how many."""
