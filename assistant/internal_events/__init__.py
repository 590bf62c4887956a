"""Internal events: each kind, and how it is stored until the turn of whom it is for."""
