"""When somebody is free, and what refuses a time."""
