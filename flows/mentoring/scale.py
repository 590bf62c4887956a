"""A mark from 1 to 5."""

from flows import reading
from flows.engine import options
from flows.engine.states import Heard

LOW, HIGH = 1, 5
BUTTONS = options.numbers(range(LOW, HIGH + 1))


def read_mark(heard: Heard) -> tuple[int, str]:
    """The mark, and what was said beside it."""
    return reading.scale(heard.text, LOW, HIGH, heard.language)
