"""What two people do together, and each alone: meetings, goals, breaks."""
