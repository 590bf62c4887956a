"""What is noticed about two people by itself: silence, no meeting, no contact."""
