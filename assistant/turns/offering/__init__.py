"""Two people are offered to each other: who is asked until when, what follows, who comes next."""
