"""What is asked when the time of two people is over."""
