"""What is kept of people: shown to them, erased when they ask, and when its time is over."""
