"""Whole programmes under a clock of their own: people, restarts, and what all of them were told."""
