"""What carriers in the United States ask for before texts may be sent (A2P 10DLC), filled in."""

from collections.abc import Iterator

from assistant.commands import opening
from assistant.ops.config import Settings
from assistant.rendering.prompts import Reader, render, speak
from assistant.turns import system_messages
from flows.engine.states import Facts, Prompt
from flows.joining import consent
from storage.people import programmes
from storage.people.programmes import Programme

# https://www.twilio.com/docs/messaging/compliance/a2p-10dlc/collect-business-info
SAMPLES = (system_messages.BOOKED, system_messages.TOMORROW, system_messages.STILL_LOOKING)
READER = Reader("en", "America/New_York", "US")


def lines(settings: Settings) -> Iterator[str]:
    """Field by field, for every programme. Raises BadSettings."""
    with opening.opened(settings) as db, db.reading() as connection:
        known = list(programmes.every(connection).values())
    for one in known:
        yield from _of(one, settings)


def _of(one: Programme, settings: Settings) -> Iterator[str]:
    facts, site = _facts(one), settings.public_url or "https://<PUBLIC_URL>"
    word, place = one.keyword.upper(), one.settings["place"]
    yield f"# {one.name}"
    yield "Use case: Low volume mixed (customer care, account notifications); no marketing"
    yield (
        f"Description: {one.name} is a mentoring programme at {place}. Mentors and mentees who "
        "have agreed get texts that bring them together, arrange and remind of meetings, and "
        "ask how it goes."
    )
    yield (
        f"Opt-in: people text {word} or {one.mentor_keyword.upper()} to the number, which stands "
        f"on the programme's posters, or {one.settings['coordinator']} invites them by name. "
        "They are asked for consent first, and get nothing more unless they agree:"
    )
    for state in ("stranger", "okay"):
        yield f"  {_said(state, facts)}"
    yield f"Opt-in keywords: {word}, {one.mentor_keyword.upper()}, START"
    yield "Opt-out keywords: STOP, STOPALL, UNSUBSCRIBE, CANCEL, END, QUIT, and free wording"
    yield f"Opt-out message: {render(system_messages.STOPPED, facts, READER)}"
    yield "Help keywords: HELP, INFO"
    yield f"Help message: {render(system_messages.HELP, facts, READER)}"
    for number, sample in enumerate(SAMPLES, 1):
        yield f"Sample message {number}: {render(sample, facts, READER)}"
    yield "Embedded links: no. Embedded phone numbers: in HELP. Age-gated: no. Lending: no"
    yield f"Privacy policy: {site}/privacy/en"
    yield f"Terms and conditions: {site}/terms/en"


def _said(state: str, facts: Facts) -> str:
    asked = consent.FLOW.states[state]
    msgid = getattr(asked, "ask", "") or getattr(asked, "say", "")
    options = (consent.OKAY, consent.NO_THANKS) if state == "okay" else ()
    (spoken,) = speak([Prompt(msgid, facts, options)], READER)
    return spoken.text.replace("\n", " ")


def _facts(one: Programme) -> Facts:
    contact = one.settings.get("contact", "")
    return {
        "programme": one.name,
        "place": one.settings["place"],
        "coordinator": one.settings["coordinator"],
        "contact": contact if isinstance(contact, str) else contact["en"],
        "other": "Rosa",
        "at": "2027-03-04T16:00",
        "day": "2027-03-08",
    }
