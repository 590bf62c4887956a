"""Safeguarding: what needs a person now is heard before anything else, and reaches one."""

from assistant.safeguarding.answers import eased, unsafe, unsafe_token
from assistant.safeguarding.concerns import About, Concern, Doubt, Kind
from assistant.safeguarding.scanner import Scanner, points, scan

__all__ = [
    "About",
    "Concern",
    "Doubt",
    "Kind",
    "Scanner",
    "eased",
    "points",
    "scan",
    "unsafe",
    "unsafe_token",
]
