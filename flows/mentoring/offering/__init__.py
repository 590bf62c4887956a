"""Two people are offered to each other: both are asked, may ask first, and meet once."""
