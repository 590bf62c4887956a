"""What a turn needs beside what every turn reads: another round, for that one alone."""

from datetime import timedelta

from sqlalchemy import Connection

from assistant.coordinators import card, desk, fits, people
from assistant.safeguarding import cover
from assistant.safeguarding.cover import Whose
from assistant.turns.agreements import known as agreements
from assistant.turns.context import Known, Lacking, Safeguarding
from assistant.turns.reaching import known as reaching
from assistant.turns.relaying import known as texts
from storage import history, questions
from storage.desk import Of
from storage.mentoring import goals, journeys, training
from storage.people import addresses, guardians, participants, persons, sharing
from storage.records import held
from storage.safeguarding import concerns, lines, records

A_MOMENT = timedelta(minutes=1)


def complete(db: Connection, known: Known, lacking: Lacking) -> None:
    """Another round, for a turn that needs more."""
    match lacking.kind, lacking.of:
        case "people" | "fits" | "trained" | "standing" as kind, Of() as of:
            _look_among(db, known, kind, of)
        case "card", Of() as of:
            known.rare.cards[lacking.person] = card.gather(db, of, lacking.person)
        case "parted" | "record" | "question" | "journey" as kind, _:
            _look_up(db, known, kind, lacking.person)
        case "agreement", _:
            agreements.gather(db, known.pairs, lacking.person)
        case "relayed" | "between" | "answered", _:
            texts.complete(db, known, lacking)
        case kind, _ if kind in reaching.NEEDS:
            reaching.complete(db, known, kind, lacking.person)
        case kind, _:
            _complete_own(db, known, kind)


def _parted(db: Connection, known: Known, match: int) -> bool:
    """Whether either of the two has gone, or has said a moment ago what needs a person."""
    pair, since = known.pairs.before[match], known.message.created_at - A_MOMENT
    two = [pair.mentor.id, pair.mentee.id]
    return persons.confided(db, two, since) or participants.gone(db, pair.programme_id, two)


def _look_up(db: Connection, known: Known, kind: str, number: int) -> None:
    """One thing, by its number."""
    match kind:
        case "parted":
            known.rare.parted[number] = _parted(db, known, number)
        case "record":
            known.rare.records[number] = records.find(db, number)
        case "question":
            known.rare.questions[number] = questions.waiting(db, number, known.now)
        case _:
            known.rare.journeys[number] = journeys.of(db, number)


def _complete_own(db: Connection, known: Known, kind: str) -> None:
    match kind:
        case "learned":
            known.rare.learned[known.person.id] = training.learned(db, known.person.id)
        case "heard":
            me = known.person.id
            known.rare.heard[me] = history.last_heard(db, me, known.now)
        case "held":
            known.held = held.of(db, known.person.id)
        case "consents":
            known.consents = guardians.of(db, known.person.id)
        case "beside":
            known.beside = sharing.beside(db, known.address.id) if known.address else ()
        case "concerns":
            known.safeguarding = _safeguarding(db, known)
        case _:
            known.goals = goals.active(db, [known.person.id]).get(known.person.id, ())
            known.number = addresses.handle(db, known.address.id) if known.address else ""


def _look_among(db: Connection, known: Known, kind: str, of: Of) -> None:
    """Everybody of a programme, by name; who fits whom; who had how much training; or who of
    those who are offered to somebody is still ready."""
    if kind == "people":
        known.rare.people[of] = people.gather(db, of)
    elif kind == "standing":
        mentors = [pair.mentor.id for pair in known.pairs.of(known.person.id) if pair.offered]
        known.rare.standing[of] = desk.of(db, of, known.now, mentors)
    elif kind == "trained":
        known.rare.trained[of.programme] = training.minutes(db, of.programme)
    else:
        known.rare.fits[of] = fits.gather(db, of, known.programmes[of.programme], known.now)


def _safeguarding(db: Connection, known: Known) -> Safeguarding:
    """What they have said that needs a person, and who is on call where they are."""
    theirs = {one.programme_id for one in known.enrolments} or set(known.programmes)
    whose = [Whose(known.programmes[one], known.at_phone) for one in sorted(theirs)]
    reached = {one.programme.id: cover.of(db, one, known.senders, known.now) for one in whose}
    said = concerns.of_person(db, known.person.id)
    return Safeguarding(said, reached, lines.told(db, [one.id for one in said]))
