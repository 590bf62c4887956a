"""What is heard before any flow: stopping, help, our own words, wishes, another language."""
