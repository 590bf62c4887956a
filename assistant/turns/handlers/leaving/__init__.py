"""Who pauses, leaves or asks to be erased, and what of it is taken back."""
