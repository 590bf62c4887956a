"""Telegram: out and in."""
