"""What a coordinator does by phone."""
