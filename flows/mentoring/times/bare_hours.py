"""A number without a sign of the hour that it is: "can we do 6"."""

import re

from flows.reading import Unclear

PICKS = 3  # the highest number of an option
BARE = re.compile(r"(?<![\d:@])\b(\d{1,2})\b(?![\d:])")


def at_its_hour(text: str) -> str:
    """The only number, beside words and beyond those that pick, as an hour."""
    numbers = BARE.findall(text)
    if len(numbers) != 1 or not PICKS < int(numbers[0]) <= 12 or len(text.split()) < 2:
        raise Unclear(text)
    return BARE.sub(r"@ \1", text)
