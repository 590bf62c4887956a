"""A series of meetings, as two people speak of it."""
