"""Broadcasts under way."""
