"""What anybody may want at any time."""
