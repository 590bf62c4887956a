"""How much of our answers people who have not agreed yet may have, and what that costs at most."""

from dataclasses import dataclass

TEXT = 2  # segments of a text, at most: so much is set aside for it before it is written
OWED = 6  # messages a day to each beyond the limit, in answer to HELP and STOP
# Shares of the limits: who simply writes leaves room for who was asked for consent already, both
# for who comes by the word, and all for HELP and STOP.
WROTE, ASKED, CAME, ALL = 0.5, 0.6, 0.75, 1.0


@dataclass(frozen=True, slots=True)
class Limits:
    """The segments that strangers may cost, and the messages that each gets in a day."""

    hour: int = 800
    day: int = 2_400
    each: int = 20

    def reached(self, hour: int, day: int, cost: int = 2 * TEXT, share: float = WROTE) -> bool:
        """Whether a share is used up: by default of who simply writes."""
        return hour + cost > self.hour * share or day + cost > self.day * share

    @property
    def ceiling(self) -> int:
        """The most segments that strangers can cost in a day."""
        return min(24 * self.hour, self.day)


USUAL = Limits()


def ceiling(limits: Limits, price: float = 0.0) -> str:
    """The most that strangers can cost in a day, and what comes on top, in words."""
    most = limits.ceiling
    money = f", {most * price:.2f} at {price} a segment" if price else ""
    return (
        f"People who have not agreed cost at most {most} SMS segments a day{money}: "
        f"{limits.hour} an hour and {limits.day} a day, with HELP and STOP; "
        f"{limits.each} messages a day to each, and {OWED} more for HELP and STOP. "
        "On top come whom a coordinator invited, copies of what a carrier did not deliver, "
        "what the provider asks for texts that arrive, and with several workers what each "
        f"of the others answers in the same moment, at most {limits.hour} segments."
    )
