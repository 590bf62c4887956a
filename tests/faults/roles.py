"""Who does what in a run, by number: even numbers write by SMS, odd ones on Telegram.

Guardians take a place of their own here once they are built: a role, the numbers that have it,
and what they say in a file beside this one.
"""

from enum import StrEnum


class Role(StrEnum):
    """What somebody does beside joining and talking."""

    TALKS = "talks"
    CONFIDES = "confides"  # says what needs a person, now and then
    LEAVES = "leaves"  # asks to be erased, and says no more
    MEETS = "meets"  # one of two on Telegram
    FEARS = "fears"  # one of two, of whom one is afraid of the other, now and then
    PARTS = "parts"  # one of two, of whom one asks to be erased


def of_one(number: int) -> Role:
    """Of somebody who writes by SMS."""
    return {2: Role.CONFIDES, 4: Role.LEAVES}.get(number % 10, Role.TALKS)


def of_two(pair: int) -> Role:
    """Of the two of this pair."""
    return {0: Role.FEARS, 1: Role.FEARS, 5: Role.PARTS}.get(pair % 8, Role.MEETS)
