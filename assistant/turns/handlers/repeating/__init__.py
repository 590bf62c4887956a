"""Meetings again and again: what follows when a series is agreed on, goes on, is moved or ends."""
