"""A goal on its way: from a hope, shown to a mentor, reached."""
