"""Columns that only the holder of the keys can read, and the keys themselves."""
