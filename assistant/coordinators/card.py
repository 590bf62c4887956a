"""All there is about one person, line by line, for their coordinator."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from assistant.coordinators import kinds, people
from assistant.coordinators.people import MINOR, OFFERED, ROLES, SUSPENDED, Everybody
from assistant.programmes import lessons
from assistant.rendering.prompts import Reader, render
from assistant.schedule.quiet_hours import local
from flows.engine.text import _
from flows.engine.values import Facts
from flows.mentoring.agreement import terms
from storage import cards
from storage.cards import Details, Together
from storage.desk import Of
from storage.mentoring.agreements import ASKED as ASKED_TERMS
from storage.mentoring.agreements import SETTLED, KeptVersion
from storage.people import participants, persons
from storage.people.participants import AGREED
from storage.people.persons import Someone
from storage.people.programmes import Programme
from storage.tables import Json

Line = tuple[str, Facts]

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "pt": "Português",
}
AGES = (13, 16, 18, 25, 35, 50, 65)  # where a group begins

WHO = _("{who}, aged {age}: {role}.")
NO_AGE = _("{who}: {role}, no age yet.")
WRITES = _("Writes in {language}, time zone {zone}, by {channel}.")
NUMBERED = _("Writes in {language}, time zone {zone}, from {number}.")
# NOTE: Several people of the programme have one phone.
SHARES = _("On the same phone: {others:list}.")
FREE = _("Free: {free:relayed}.")
# NOTE: How somebody stands.
STOPPED = _("Gets no more texts, by own wish.")
LEFT, FINISHED = _("Has left the programme."), _("Has come to the end of it.")
GONE = {"left": LEFT, "finished": FINISHED}
ASKED = _("Still answering the first questions.")
# NOTE: They are under 18.
UNDER_AGE = _("A parent's okay is missing.")
PAUSED = _("Takes a break until {until:date}.")
WAITING = _("Ready, and together with nobody.")
TOGETHER = _("Together with {other} since {since:when}.")
FROZEN = _("Together with {other}, on hold.")
# NOTE: Of a mentor, and of who looks for help.
ASKED_ABOUT = _("Asked about {other} since {since:when}, no answer yet.")
IS_ASKED = _("{other} is asked since {since:when}, and hasn't said yet.")
# NOTE: What two people have agreed on.
TERMS = _("Agreed with {other}: {often}, {how}, for {long} each time, until {until:date}.")
TERMS_CHANGING = _(
    "Agreed with {other}: {often}, {how}, for {long} each time, until {until:date}. A change is "
    "being asked about."
)
TERMS_ASKED = _("Being asked what to agree on with {other}.")
NO_TERMS = _("Nothing agreed with {other} yet.")
SAID = _("Last words, {day:when}: {words:relayed}")
SILENT = _("Has written nothing yet.")
OPEN = _("On your list: {things:list}.")
# NOTE: How much training somebody has had, of how much a programme wants; lessons are by text.
TRAINED = _("Training: {minutes} of {needed} minutes, and {lessons} by text.")
TRAINING = _("Training: {minutes} minutes, and {lessons} by text.")


class Card(NamedTuple):
    """What is known of one person."""

    someone: Someone
    profiles: Mapping[tuple[int, int, str], Json]
    details: Details


def gather(db: Connection, of: Of, person: int) -> Card:
    return Card(
        persons.find(db, [person])[person],
        participants.profiles(db, [person]),
        cards.details(db, of, person),
    )


def lines(
    card: Card, everybody: Everybody, programme: Programme, reader: Reader, now: datetime
) -> Iterator[Line]:
    """What is said of them, and with which values."""
    someone = card.someone
    known = everybody.by_id[someone.id]
    profile = card.profiles.get((someone.id, programme.id, known.role), {})
    who = {"who": someone.name or "?", "role": render(ROLES[known.role], {}, reader)}
    age = _group(profile.get("age"))
    yield (WHO, {**who, "age": age}) if age else (NO_AGE, who)
    yield _reached(card, programme)
    if others := card.details.sharing:
        yield SHARES, {"others": [name or "?" for name in others]}
    if free := profile.get("free"):
        yield FREE, {"free": str(free)}
    yield from _stands(someone, known.state, now)
    yield from _matches(someone, everybody, known.state, card.details.agreed)
    yield _said(card)
    yield from _training(card, programme, known.role)
    if card.details.open:
        yield OPEN, {"things": list(_things(card, reader, someone.name or "?"))}


def _group(age: object) -> str:
    """An age as the group it is in: "16-17"."""
    if not isinstance(age, int) or age < AGES[0]:
        return ""
    begins = max(one for one in AGES if one <= age)
    after = next((one for one in AGES if one > age), None)
    return f"{begins}-{after - 1}" if after else f"{begins}+"


def _reached(card: Card, programme: Programme) -> Line:
    someone, details = card.someone, card.details
    shown = {
        "language": LANGUAGES.get(someone.language, someone.language),
        "zone": someone.zone.rpartition("/")[2].replace("_", " "),
    }
    texts = details.channel.endswith("sms")
    if texts and details.handle and programme.settings.get("numbers", True):
        return NUMBERED, {**shown, "number": details.handle}
    return WRITES, {**shown, "channel": "SMS" if texts else "Telegram"}


def _stands(someone: Someone, state: str, now: datetime) -> Iterator[Line]:
    if someone.stopped_at is not None:
        yield STOPPED, {}
    elif state in GONE:
        yield GONE[state], {}
    elif state in MINOR:
        yield UNDER_AGE, {}
    elif state != "ready":
        yield ASKED, {}
    elif someone.paused_until and someone.paused_until > now:
        until = local(someone.paused_until, someone.zone).date()
        yield PAUSED, {"until": until.isoformat()}


def _matches(
    someone: Someone, everybody: Everybody, state: str, agreed: Sequence[KeptVersion]
) -> Iterator[Line]:
    theirs = everybody.of.get(someone.id, ())
    for match in theirs:
        other = everybody.name(people.other(match, someone.id))
        since = local(match.opened_at, someone.zone).date().isoformat()
        yield _stands_in(match, someone.id), {"other": other, "since": since}
        if match.state != OFFERED:
            yield _agreed(match.id, other, agreed)
    if all(match.state == OFFERED for match in theirs) and state in AGREED and state not in GONE:
        yield WAITING, {}


def _agreed(match: int, other: str, versions: Sequence[KeptVersion]) -> Line:
    """What holds between the two, or that something is asked."""
    theirs = {one.state: one for one in versions if one.match_id == match}
    holds, asked = theirs.get(SETTLED), theirs.get(ASKED_TERMS)
    if holds is None:
        return (TERMS_ASKED if asked else NO_TERMS), {"other": other}
    shown = terms.in_words({**holds.terms})
    return (TERMS_CHANGING if asked else TERMS), {"other": other, **shown}


def _stands_in(match: Together, person: int) -> str:
    if match.state == OFFERED:
        return ASKED_ABOUT if person == match.mentor_id else IS_ASKED
    return FROZEN if match.state == SUSPENDED else TOGETHER


def _training(card: Card, programme: Programme, role: str) -> Iterator[Line]:
    """Their minutes, where they have any or need some."""
    wanted, had = lessons.training(programme), card.details.training
    needed = wanted.minutes if role == "mentor" else 0
    shown = {"minutes": max(had.outside, 0), "lessons": had.lessons, "needed": needed}
    if needed or had.outside or had.lessons:
        yield (TRAINED if needed else TRAINING), shown


def _said(card: Card) -> Line:
    said = card.details.said
    if said is None:
        return SILENT, {}
    day = local(said.created_at, card.someone.zone).date().isoformat()
    return SAID, {"day": day, "words": said.text}


def _things(card: Card, reader: Reader, who: str) -> Iterator[str]:
    for kind, count in card.details.open:
        label, _words = kinds.KINDS.get(kind, kinds.KINDS["unclear"])
        text = render(label, {"who": who, "other": "?"}, reader)
        yield f"{text} ({count})" if count > 1 else text
