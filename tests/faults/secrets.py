"""What the product's output may never show: its secrets, and the people and their words."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.conftest import SECRET
from tests.fakes.telegram_bot import TOKEN
from tests.fakes.twilio_account import Account
from tests.faults.people import Person
from tests.faults.product import HOOK_SECRET

SHORTEST = 12  # characters of what somebody said, to be told from a word of the log's own


def told(output: Path, people: Sequence[Person]) -> list[str]:
    """The secrets that stand in the output, by what they are."""
    text = output.read_text(errors="replace")
    return [f"the log holds {what}" for what, secret in _secrets(people) if secret in text]


def _secrets(people: Sequence[Person]) -> Iterator[tuple[str, str]]:
    account = Account()
    yield "SECRET_KEY", SECRET
    yield "TELEGRAM_BOT_TOKEN", TOKEN.partition(":")[2]
    yield "TELEGRAM_WEBHOOK_SECRET", HOOK_SECRET
    yield "TWILIO_AUTH_TOKEN", account.token
    for person in people:
        if not person.telegram:  # four figures may be anything
            yield f"the number of {person.number}", person.address
        for said in person.said:
            if len(said.words) >= SHORTEST:
                yield f"what {person.number} said", said.words
