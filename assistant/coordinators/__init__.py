"""What coordinators see and do by phone."""
