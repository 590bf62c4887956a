"""The pages: simulated phones on which anybody can try the conversations."""
