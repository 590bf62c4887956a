"""What a flow says becomes what is sent: words, numbers or buttons, in as few texts as fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from assistant.channels.sms import segments
from assistant.channels.sms.alphabet import Letters
from assistant.rendering import values
from assistant.rendering.templates import WordingError, parse, render, settled
from assistant.rendering.translations import LANGUAGES, Reader, closest, say_for, translate
from flows.engine.states import Option, Prompt
from flows.engine.text import _
from flows.engine.values import Facts

__all__ = [
    "LANGUAGES",
    "Reader",
    "Spoken",
    "WordingError",
    "closest",
    "parse",
    "render",
    "say_for",
    "speak",
    "translate",
]

Buttons = tuple[tuple[str, str], ...]  # label, option token

SEGMENTS = 2
SHORT = 66  # characters that fit whatever they are
# https://core.telegram.org/bots/api#sendmessage
LONGEST = 4096
LEAVES = "0"

# NOTE: A line below a question; 0 is what somebody types who would rather not answer.
_LEAVE = _("0 to pass")
# NOTE: A button under a question, for somebody who would rather not answer.
_LEAVE_BUTTON = _("Pass")
# NOTE: Comes between a question and its numbered options, which stand on lines of their own.
_UP_TO_TWO = _("Up to two, like 1 {last}:")
_UP_TO_THREE = _("Up to three, like 1 {last}:")
_UP_TO = _("Up to {most}, like 1 {last}:")
# NOTE: Stands above buttons; several can only be picked by writing them.
_WRITE_TWO = _("Pick one, or write up to two.")
_WRITE_THREE = _("Pick one, or write up to three.")
_WRITE = _("Pick one, or write up to {most}.")

_NUMBERED = {2: _UP_TO_TWO, 3: _UP_TO_THREE}
_WRITTEN = {2: _WRITE_TWO, 3: _WRITE_THREE}


@dataclass(frozen=True, slots=True)
class Spoken:
    """One message as it goes out; `buttons` are a label and the token it stands for."""

    text: str
    buttons: Buttons = ()


def speak(prompts: Sequence[Prompt], reader: Reader, name: str = "") -> list[Spoken]:
    """All that is said in one turn; a prompt alone is one message however long. Each message
    begins with the name of whom it is for, where one is given."""
    spoken: list[Spoken] = []
    asked = False
    for prompt in prompts:
        said = _said(prompt, reader)
        if not said.text:
            continue
        alone = not spoken or (asked and prompt.asks)
        if not alone and (joined := _joined(spoken[-1], said, reader)):
            spoken[-1], asked = joined, asked or prompt.asks
        else:
            spoken.append(Spoken(f"{name}: {said.text}", said.buttons) if name else said)
            asked = prompt.asks
    return spoken


def _joined(first: Spoken, then: Spoken, reader: Reader) -> Spoken | None:
    """Both in one message, if they fit."""
    if reader.buttons:
        text = f"{first.text}\n\n{then.text}"
        fits = len(text) < LONGEST
    else:
        pause = "\n" if "\n" in first.text else " "
        text = f"{first.text}{pause}{then.text}"
        fits = segments.count(text) <= SEGMENTS
    return Spoken(text, then.buttons or first.buttons) if fits else None


def _said(prompt: Prompt, reader: Reader) -> Spoken:
    choices = prompt.options, prompt.buttons
    fixed = _fixed(prompt.msgid, choices, prompt.leave, prompt.several, reader)
    return fixed or _fitting(prompt, reader)


@lru_cache(maxsize=4096)
def _fixed(
    msgid: str,
    choices: tuple[tuple[Option, ...], tuple[Option, ...]],
    leave: bool,
    several: int,
    reader: Reader,
) -> Spoken | None:
    """What is the same for all who read alike; None where values stand in it."""
    labels = (option.label for option in chain(*choices))
    if any("{" in words for words in (msgid, *labels)):
        return None
    return _fitting(Prompt(msgid, {}, *choices, leave, several), reader)


def _fitting(prompt: Prompt, reader: Reader) -> Spoken:
    """In letters that cost less, where it would be too long."""
    said = _written(prompt, reader)
    text = said.text
    if len(text) > SHORT and reader.letters is Letters.TYPED and segments.count(text) > SEGMENTS:
        bare = _written(prompt, reader._replace(letters=Letters.PLAIN))
        return min(said, bare, key=lambda one: segments.count(one.text))
    return said


def _written(prompt: Prompt, reader: Reader) -> Spoken:
    text = render(prompt.msgid, prompt.values, reader)
    if not (prompt.options or prompt.buttons or prompt.leave):
        return Spoken(text)
    options = _settled(prompt.options, prompt.values, reader)
    if reader.buttons:
        shown = options or _settled(prompt.buttons, prompt.values, reader)
        advice, buttons = _pressed(shown, prompt.leave, prompt.several, reader)
        return Spoken(text + advice, buttons)
    return Spoken(text + _numbered(options, prompt.leave, prompt.several, reader))


def _settled(options: tuple[Option, ...], given: Facts, reader: Reader) -> tuple[Option, ...]:
    if not any("{" in option.label for option in options):
        return options
    return tuple(settled(option, given, reader) for option in options)


@lru_cache(maxsize=4096)
def _numbered(options: tuple[Option, ...], leave: bool, several: int, reader: Reader) -> str:
    """What follows a question where there are no buttons: its options, a line each."""
    advice = _advice(_NUMBERED, _UP_TO, several, options, reader) if several > 1 else ""
    lines = [f"{n} {values.label(option, reader)}" for n, option in enumerate(options, 1)]
    lines += [render(_LEAVE, {}, reader)] if leave else []
    return (f" {advice}" if advice else "") + "".join(f"\n{one}" for one in lines)


@lru_cache(maxsize=4096)
def _pressed(
    options: tuple[Option, ...], leave: bool, several: int, reader: Reader
) -> tuple[str, Buttons]:
    """The advice and the buttons under a question."""
    advice = _advice(_WRITTEN, _WRITE, several, options, reader) if several > 1 else ""
    shown = [(values.label(option, reader), option.token) for option in options]
    if leave:
        shown.append((render(_LEAVE_BUTTON, {}, reader), LEAVES))
    capital = tuple((label[:1].upper() + label[1:], token) for label, token in shown)
    return (f" {advice}" if advice else ""), capital


def _advice(
    by_number: dict[int, str],
    otherwise: str,
    several: int,
    options: tuple[Option, ...],
    reader: Reader,
) -> str:
    example = {"most": several, "last": min(4, len(options))}
    return render(by_number.get(several, otherwise), example, reader)
