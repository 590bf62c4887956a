"""Copies of the whole database, and how they are read back."""
