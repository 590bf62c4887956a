"""What is kept of somebody: shown to them, erased, and given up when its time is over."""
