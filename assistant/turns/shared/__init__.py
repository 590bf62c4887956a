"""Phones that several people share: whose a message is, and what that asks of all of them."""
