"""Two people from the first word to the last; `python -m tests.journey` writes docs/journey.md."""
