"""Who does what in a run, by number: even numbers write by SMS, odd ones on Telegram."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody does beside joining and talking."""

    TALKS = "talks"
    CONFIDES = "confides"  # says what needs a person, now and then
    LEAVES = "leaves"  # asks to be erased, and says no more
    MEETS = "meets"  # one of two on Telegram
    FEARS = "fears"  # one of two, of whom one is afraid of the other, now and then
    COMES = "comes"  # one of two who are offered to each other, agree, write, part, and again
    PARTS = "parts"  # one of two, of whom one asks to be erased
    CHILD = "child"  # under 18, by SMS; most meet whoever comes before them, on Telegram
    GUARDIAN = "guardian"  # of such a child, by SMS as well


class Guards(StrEnum):
    """What a guardian says when they are asked, and later."""

    STOPS = "stops"  # agrees, and texts STOP one day
    TAKES_BACK = "takes back"  # would like a call first, agrees, and ends it in words one day
    REFUSES = "refuses"
    STAYS = "stays"  # agrees, and asks how it goes now and then


def of_one(number: int) -> Role:
    """Of somebody who writes by SMS."""
    some = {2: Role.CONFIDES, 4: Role.LEAVES, 6: Role.CHILD}
    return some.get(number % 10, Role.TALKS)


def of_guardian(child: int) -> Guards:
    """Of who answers for this child."""
    return tuple(Guards)[child // 10 % len(Guards)]


def of_two(pair: int) -> Role:
    """Of the two of this pair."""
    return {0: Role.FEARS, 1: Role.COMES, 2: Role.FEARS, 3: Role.COMES, 5: Role.PARTS}.get(
        pair % 8, Role.MEETS
    )
