"""Measured work: each prints a ratio of one run, and how to repeat it."""
