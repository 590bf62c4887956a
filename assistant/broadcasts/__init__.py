"""Broadcasts on their way."""
