"""What is heard before any flow: stopping, help, our own words, intents, another language."""
