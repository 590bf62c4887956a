"""What follows from what a coordinator does: people are told, questions answered, texts sent."""

import json
from typing import assert_never

from assistant.coordinators import card
from assistant.internal_events.kinds import CoordinatorAnswered
from assistant.internal_events.of_agreement import TermsOkayed
from assistant.internal_events.of_guardians import GuardianSaid
from assistant.internal_events.of_match import Acted
from assistant.turns import outbound
from assistant.turns.context import Lacking
from assistant.turns.open_runs import Open
from assistant.turns.relaying import held, reading
from assistant.turns.talk import Talk
from flows.events import (
    BroadcastApproved,
    BroadcastChanged,
    DeskEvent,
    HandoverAnswered,
    HandoverClosed,
    HeldSettled,
    MatchActed,
    Paired,
    PaperRecorded,
    PersonSeen,
    TermsApproved,
    TextsRead,
    TextWritten,
)
from flows.lifecycles.agreement import COORDINATOR
from storage.broadcasts import NewBroadcast
from storage.desk import Of
from storage.mentoring.matches import NewMatch
from storage.mentoring.partings import NewParting
from storage.people.guardians import NewConsent


def apply(talk: Talk, run: Open, event: DeskEvent) -> None:
    match event:
        case Paired():
            pair(talk, run, event)
        case HandoverAnswered():
            answer(talk, run, event)
        case HandoverClosed() | HeldSettled() | TermsApproved():
            _settle(talk, event)
        case BroadcastApproved():
            send(talk, run, event)
        case BroadcastChanged(broadcast, state):
            talk.outcome.redirected.append((broadcast, state))
        case PersonSeen() | TextsRead() | TextWritten() | MatchActed() | PaperRecorded():
            _on_a_person(talk, run, event)
        case _:
            assert_never(event)


def _settle(talk: Talk, event: HandoverClosed | HeldSettled | TermsApproved) -> None:
    """Something on the list is done."""
    if isinstance(event, HeldSettled):
        return held.settle(talk, event)
    if isinstance(event, TermsApproved):
        return approve(talk, event)
    talk.outcome.done += _done(talk, event)
    return None


def _on_a_person(
    talk: Talk, run: Open, event: PersonSeen | TextsRead | TextWritten | MatchActed | PaperRecorded
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
    talk.tell(event.person, to.zone, CoordinatorAnswered(_name(talk, run), event.text))


def act(talk: Talk, event: MatchActed) -> None:
    """Both sides are given it, so that it is done as soon as either takes a turn."""
    for person in event.people:
        done = Acted(event.match, event.step, event.safety)
        talk.tell(person, "", done, talk.known.now)
    if event.step == "end":
        talk.outcome.parted.append(
            NewParting(
                match_id=event.match,
                parted_by=talk.person.id,
                safety=event.safety,
                reason=event.reason,
                created_at=talk.known.now,
            )
        )


def record_paper(talk: Talk, run: Open, event: PaperRecorded) -> None:
    """A guardian's consent is there on paper, or a proof of age: the child's questions go on."""
    assert run.programme_id is not None
    role = talk.everybody(run.programme_id).by_id[event.person].role
    talk.outcome.papers.append(
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
        )
    )
    talk.tell(event.person, "", GuardianSaid(run.programme_id, role, "granted"), talk.known.now)


def pair(talk: Talk, run: Open, event: Paired) -> None:
    """The mentor is asked; only a gladly makes the match, and then both hear of it."""
    assert run.programme_id is not None  # whoever coordinates does so in a programme
    talk.outcome.paired.append(
        NewMatch(
            programme_id=run.programme_id,
            mentor_id=event.mentor,
            mentee_id=event.mentee,
            reason=event.reason,
            paired_by=talk.person.id,
            opened_at=talk.known.now,
            reasons=event.reasons or None,
        )
    )


def answer(talk: Talk, run: Open, event: HandoverAnswered) -> None:
    """Their words reach who asked, under the coordinator's own name."""
    asked = talk.waiting(event.handover)
    if asked is None:
        return
    talk.outcome.done += _done(talk, event)
    answered = CoordinatorAnswered(_name(talk, run), event.text)
    talk.tell(asked.person_id, "", answered, talk.known.now)  # at whatever hour: they asked


def approve(talk: Talk, event: TermsApproved) -> None:
    """What two people agree on is all right: both are given it, as with any act on a match."""
    asked = talk.waiting(event.seen or event.handover)
    if asked is None or asked.match_id is None:
        return
    talk.outcome.done += _done(talk, event)
    version = int(json.loads(asked.text)["version"])
    for person in (asked.mentor_id, asked.mentee_id):
        if person is not None:
            okayed = TermsOkayed(asked.match_id, version, COORDINATOR)
            talk.tell(person, "", okayed, talk.known.now)


def _done(talk: Talk, event: HandoverAnswered | HandoverClosed | TermsApproved) -> list[int]:
    """A thing with its repeats, but for what has come since it was shown."""
    alike = talk.alike(event.handover)
    return [one for one in alike if not event.seen or one <= event.seen]


def _name(talk: Talk, run: Open) -> str:
    return str(talk.person.name or talk.facts(run)["coordinator"])


def send(talk: Talk, run: Open, event: BroadcastApproved) -> None:
    assert run.programme_id is not None
    talk.outcome.broadcasts.append(
        NewBroadcast(
            programme_id=run.programme_id,
            coordinator_id=talk.person.id,
            audience=event.audience,
            text=event.text,
        )
    )
