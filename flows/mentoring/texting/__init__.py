"""Texts between two people: whom words are for, and switching them off."""
