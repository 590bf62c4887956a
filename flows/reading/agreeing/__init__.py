"""Yes or no, and the option that a yes picks."""
