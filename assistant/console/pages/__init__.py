"""The pages of the console: each shows something, or does what a form of it asks for."""
