"""Times as people say them to each other: parts of the day, and what stands for a time."""
