"""Safeguarding: what needs a person now is heard before anything else, and reaches one."""

from assistant.safeguarding.answers import unsafe
from assistant.safeguarding.concerns import About, Concern, Doubt, Kind
from assistant.safeguarding.scanner import Scanner, scan

__all__ = ["About", "Concern", "Doubt", "Kind", "Scanner", "scan", "unsafe"]
