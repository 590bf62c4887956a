"""What two people share: one state machine each. Pure."""
