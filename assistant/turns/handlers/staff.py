"""What follows from what a coordinator does about one person: shown, written to, recorded."""

from typing import assert_never

from assistant.coordinators import card
from assistant.internal_events.kinds import CoordinatorAnswered
from assistant.internal_events.of_guardians import GuardianSaid
from assistant.internal_events.of_match import Acted
from assistant.turns import outbound
from assistant.turns.context import Lacking
from assistant.turns.open_runs import Open
from assistant.turns.relaying import reading
from assistant.turns.talk import Talk
from flows.events import (
    MatchActed,
    PaperRecorded,
    PersonSeen,
    TextsRead,
    TextWritten,
    TrainingRecorded,
)
from storage.desk import Of
from storage.mentoring.partings import NewParting
from storage.mentoring.training import OUTSIDE, NewTraining
from storage.people.guardians import NewConsent


def apply(
    talk: Talk,
    run: Open,
    event: PersonSeen | TextsRead | TextWritten | MatchActed | PaperRecorded | TrainingRecorded,
) -> None:
    match event:
        case PersonSeen(person):
            show(talk, run, person)
        case TextsRead(person):
            reading.read(talk, run, person)
        case TextWritten():
            write(talk, run, event)
        case MatchActed():
            act(talk, event)
        case PaperRecorded():
            record_paper(talk, run, event)
        case TrainingRecorded():
            record_training(talk, run, event)
        case _:
            assert_never(event)


def show(talk: Talk, run: Open, person: int) -> None:
    """All there is about somebody, who has just been found among the people of the programme."""
    assert run.programme_id is not None
    everybody = talk.everybody(run.programme_id)
    if person not in talk.known.rare.cards:
        raise Lacking("card", Of(run.programme_id, talk.known.at_phone), person)
    found, programme = talk.known.rare.cards[person], talk.known.programmes[run.programme_id]
    reader = outbound.reader_of(talk.known, talk.language)
    for msgid, values in card.lines(found, everybody, programme, reader, talk.known.now):
        talk.say(msgid, **values)


def write(talk: Talk, run: Open, event: TextWritten) -> None:
    """Their words to somebody, in the hours of a day; what is asked of that person stands."""
    assert run.programme_id is not None
    to = talk.everybody(run.programme_id).by_id[event.person]
    talk.tell(event.person, to.zone, CoordinatorAnswered(name_of(talk, run), event.text))


def act(talk: Talk, event: MatchActed) -> None:
    """Both sides are given it, so that it is done as soon as either takes a turn."""
    for person in event.people:
        done = Acted(event.match, event.step, event.safety)
        talk.tell(person, "", done, talk.known.now)
    if event.step == "end":
        talk.outcome.parted += (
            NewParting(
                match_id=event.match,
                parted_by=talk.person.id,
                safety=event.safety,
                reason=event.reason,
                created_at=talk.known.now,
            ),
        )


def record_paper(talk: Talk, run: Open, event: PaperRecorded) -> None:
    """A guardian's consent is there on paper, or a proof of age: the child's questions go on."""
    assert run.programme_id is not None
    role = talk.everybody(run.programme_id).by_id[event.person].role
    talk.outcome.papers += (
        NewConsent(
            child_id=event.person,
            guardian_id=None,
            programme_id=run.programme_id,
            role=role,
            age=0,
            state=event.state,
            words="",
            asked_at=talk.known.now,
            recorded_by=talk.person.id,
            answered_at=talk.known.now,
        ),
    )
    talk.tell(event.person, "", GuardianSaid(run.programme_id, role, "granted"), talk.known.now)


def record_training(talk: Talk, run: Open, event: TrainingRecorded) -> None:
    """Somebody has had training elsewhere."""
    assert run.programme_id is not None
    talk.outcome.training += (
        NewTraining(
            person_id=event.person,
            programme_id=run.programme_id,
            what=OUTSIDE,
            minutes=event.minutes,
            answer="",
            recorded_by=talk.person.id,
            at=talk.known.now,
        ),
    )


def name_of(talk: Talk, run: Open) -> str:
    return str(talk.person.name or talk.facts(run)["coordinator"])
