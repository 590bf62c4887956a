"""Lessons, tips and training: what comes to whom, when, and what it counts."""
