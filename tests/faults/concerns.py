"""What people say in a run that needs a person, and what they read of it later."""

import re
from collections.abc import Iterator

# The number tells which it was, wherever the words turn up.
HARM = "my uncle hits me, number {tag}"
HARM_AND_MORE = "my uncle hits me and there is more, number {tag}"
MORE = "he hits me again, this is more of number {tag}"
FEAR = "{other} scares me, number {tag}"
THEN = "thank you"  # brings the question back
MOST = 1000  # concerns of one person
_TAG = re.compile(r"number (\d+)")
_FIRST = re.compile(r"(?:my uncle hits me|\w+ scares me).*, number \d+")
# These come when somebody on call has it, or has not, and not as a reply.
TAKEN, NOBODY_YET = "has your message now", "hasn't picked up yet"


def said_by(number: int) -> Iterator[str]:
    """What this person says, time after time: every second time there is more to tell."""
    for count in range(1, MOST):
        yield (HARM_AND_MORE if count % 2 else HARM).format(tag=number * MOST + count)


def feared_by(number: int, other: str) -> Iterator[str]:
    """What this person says of the other side, time after time."""
    for count in range(1, MOST):
        yield FEAR.format(other=other, tag=number * MOST + count)


def is_one(words: str) -> bool:
    """Whether these words open a concern."""
    return _FIRST.fullmatch(words) is not None


def is_more(words: str) -> bool:
    return "this is more of" in words


def goes_on(words: str) -> bool:
    """Whether who said it has more to tell once somebody has it."""
    return " and there is more" in words


def more_of(words: str) -> str:
    return MORE.format(tag=tag(words))


def tag(words: str) -> int:
    found = _TAG.search(words)
    assert found is not None, words
    return int(found[1])


def tags(text: str) -> list[int]:
    return [int(one) for one in _TAG.findall(text)]


def is_news(text: str) -> bool:
    """Whether it came by itself, at whatever moment."""
    return TAKEN in text or NOBODY_YET in text
