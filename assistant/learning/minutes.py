"""How much training a lesson counts as."""

LESSON = 1  # minute of a lesson that was answered
TIP = 0
