"""Meetings by text: for half an hour what either of two writes goes straight across."""
