"""How flows are played: states and rows, and a run's way through them. Pure."""
