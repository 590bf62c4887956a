"""Two people from the offer to the goodbye, over and over: each is asked, they find a time, agree
on terms, write to each other, and part."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import count

from sqlalchemy import Connection, insert

from assistant.internal_events import codec
from assistant.internal_events.kinds import InternalEvent
from assistant.internal_events.of_agreement import TermsDue
from assistant.internal_events.of_match import Offered
from assistant.internal_events.of_offers import TrialAsk
from assistant.turns.agreements.told import PUT_OFF
from storage.database import Database
from storage.inbox import inside
from storage.mentoring import matches
from storage.people import programmes
from storage.people.programmes import Definition
from storage.tables import Match, table
from tests.faults import threads
from tests.faults.lines import Act, Line
from tests.faults.people import Person
from tests.faults.threads import Found

T = table(Match)
GLADLY, LETS_MEET, NOT_FOR_ME = "gladly", "let's meet", "not for me"
SLOT, OFFER = "1", "works for me"
ASKED = "One line is enough"  # an internal event asks, after they have heard that it is booked
GOOD = "just talk for turn {turn}"  # what would make the first meeting good
KEEP = "keep going"
SUITS = ("1", "1", "1")  # each part of the terms, and all of it
DECLINES = 3  # of so many offers the mentee declines one
TEXT, ANSWER = "tell {other} good luck for turn {turn}", "tell {other} thanks for turn {turn}"
LATE = PUT_OFF + 1
GOODBYE = "thank you for all of turn {turn}"


def wrote(mentee: Person) -> bool:
    """Whether they have written back to who helps them, and have heard what came of it."""
    places = [n for n, one in enumerate(mentee.said) if one.words.startswith("tell ")]
    return bool(places) and places[0] < len(mentee.said) - 1


def agree(db: Database) -> None:
    """In the programme two people agree on terms."""
    with db.writing() as connection:
        own = programmes.every(connection)[1]
        settings = {**own.settings, "agreement": {"on": True, "length": "programme"}}
        programmes.change(connection, 1, Definition(*own[1:-1], settings))


def lines(mentee: Person, mentor: Person) -> Iterator[Line | Act]:
    """What the two say, for ever; each time the coordinator has offered them to each other."""
    for turn in count(1):
        yield Act("offer", (mentor,))
        yield Line(mentor, GLADLY, (mentee, mentor))
        if turn % DECLINES == 2:
            yield Line(mentee, NOT_FOR_ME, (mentee, mentor))
            continue
        yield Line(mentee, LETS_MEET, (mentee, mentor))
        yield Line(mentee, SLOT, (mentee,))  # where, is asked each time
        yield Line(mentee, SLOT, (mentee, mentor))
        yield Line(mentor, OFFER, (mentee, mentor), ASKED)
        yield Line(mentee, GOOD.format(turn=turn), (mentee,))
        yield Line(mentor, GOOD.format(turn=turn), (mentee, mentor))
        if turn == 1:  # once: it is asked unasked, for which there is a cap
            yield from _agreed(mentee, mentor)
        yield Line(mentor, TEXT.format(other=mentee.name, turn=turn), (mentee,))
        yield Line(mentee, ANSWER.format(other=mentor.name, turn=turn), (mentor,))
        yield Act("end", (mentee, mentor))
        yield Line(mentor, GOODBYE.format(turn=turn), (mentee, mentor))
        yield Line(mentee, GOODBYE.format(turn=turn), (mentee, mentor))


def _agreed(mentee: Person, mentor: Person) -> Iterator[Line | Act]:
    """Both keep it, each in private, and to the same terms."""
    yield Act("trial", (mentee, mentor))
    yield Line(mentee, KEEP, (mentee,))
    yield Line(mentor, KEEP, (mentee, mentor))
    yield Act("terms", (mentee, mentor))
    for one in (mentee, mentor):
        for place, words in enumerate(SUITS, 1):
            last = one is mentor and place == len(SUITS)
            yield Line(one, words, (mentee, mentor) if last else (one,))


def offer(db: Connection, mentee: Person, mentor: Person, now: datetime) -> None:
    """A coordinator has approved it, and the mentor is asked."""
    one, other = (threads.find(db, who.channel, who.address) for who in (mentor, mentee))
    row = {"programme_id": 1, "mentor_id": one.person, "mentee_id": other.person}
    row |= {"paired_by": one.person, "reason": "You both begin again.", "opened_at": now}
    row |= {"state": "offered", "stage": "mentor"}
    number = db.execute(insert(T).values(row).returning(T.c.id)).scalar_one()
    _tell(db, [one], Offered(number), now)


def ask_for_trial(db: Connection, mentee: Person, mentor: Person, now: datetime) -> None:
    """Both have met once, and are asked whether they keep it."""
    _ask(db, (mentee, mentor), lambda match: TrialAsk(match, 1), now)


def ask_for_terms(db: Connection, mentee: Person, mentor: Person, now: datetime) -> None:
    """It is time that the two agree on something, though they have only booked a meeting."""
    _ask(db, (mentee, mentor), lambda match: TermsDue(match, LATE), now)


def _ask(
    db: Connection, people: Sequence[Person], what: Callable[[int], InternalEvent], now: datetime
) -> None:
    both = [threads.find(db, who.channel, who.address) for who in people]
    (number,) = matches.open_of(db, [both[0].person])
    _tell(db, both, what(number), now)


def _tell(db: Connection, people: Sequence[Found], event: InternalEvent, now: datetime) -> None:
    news = codec.text(event)
    inside.tell(db, [inside.row(*one, f"{news} {one.person}", news, now) for one in people])
