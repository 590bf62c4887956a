"""Safeguarding: concerns, pages, and who is on call."""
