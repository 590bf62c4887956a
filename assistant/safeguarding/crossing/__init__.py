"""What goes from one of a match to the other: signs of a crossed boundary, contact details."""
