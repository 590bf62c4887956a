"""What comes into an inbox from inside: the other side, the clock, a coordinator."""
