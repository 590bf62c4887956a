"""What follows for somebody under 18: a guardian agrees, by text or on paper, before all else."""

import json
from typing import assert_never

from assistant.internal_events.of_guardians import WardCheckIn, WardGone
from assistant.turns.batch_matches import RETURNS_WITHIN, Pair
from assistant.turns.guardians import consents, known, texts
from assistant.turns.guardians.consents import WAITS
from assistant.turns.guardians.known import OVER
from assistant.turns.handlers import profiles, suspensions
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.engine.standing import Turn
from flows.events import (
    AnswerChanged,
    GuardianAnswered,
    GuardianEnded,
    GuardianNamed,
    GuardianNeeded,
    GuardianSays,
    GuardiansEvent,
    PaperWanted,
    ProfileCompleted,
)
from storage.people.guardians import AskedGuardian

ASKS_AGE = ("age", "young", "teen")  # states whose answer is an age, or may mend one
MOST = 3  # guardians whom somebody may name; whoever needs more is helped by a person


def apply(talk: Talk, run: Open, event: GuardiansEvent) -> None:
    match event:
        case GuardianNeeded(age):
            profiles.enrol(talk, run, "awaiting", {"age": age})
        case GuardianNamed():
            _ask(talk, run, event)
        case PaperWanted():
            on_paper(talk, run)
        case GuardianAnswered() | GuardianEnded() | GuardianSays():
            consents.apply(talk, run, event)
        case _:
            assert_never(event)


def instead(talk: Talk, run: Open, then: str) -> str:
    """The flow that comes next: not the questions, before a guardian has agreed."""
    if then not in profiles.INTAKES.values():
        return then
    profile = talk.facts(run)["profile"]
    if not known.missing(profile):
        return then
    over = profile.get("guardian") in OVER
    profiles.enrol(talk, run, "refused" if over else "awaiting", {})
    return "minor"


def note_age(talk: Talk, run: Open, turn: Turn) -> None:
    """A second age is told to the coordinator, unless it is too low to take part."""
    if turn.answered not in ASKS_AGE:
        return
    facts = talk.facts(run)
    age = turn.standing.answers.get("age")
    before = run.standing.answers.get("age") or facts["profile"].get("age")
    if age and before and int(age) != int(before) and int(age) >= facts["minimum_age"]:
        talk.hand_over("second_age", json.dumps({"first": str(before), "second": str(age)}))


def check_age(talk: Talk, run: Open, event: ProfileCompleted | AnswerChanged) -> None:
    """Who turns out to be under 18 goes on only once a guardian agrees."""
    if not isinstance(event, AnswerChanged) or event.question != "age":
        return
    profile = {**talk.facts(run)["profile"], "age": event.answer}
    if not known.missing(profile):
        return
    for pair in list(talk.pairs.values()):
        suspensions.freeze_for(talk, pair)
    profiles.enrol(talk, run, "awaiting", {"age": event.answer})
    talk.open("minor", run.programme_id, run.role, run.depth)


def on_paper(talk: Talk, run: Open) -> None:
    _withdraw_questions(talk)
    profiles.enrol(talk, run, "awaiting", {"guardian": "form"})
    talk.hand_over("form", "" if talk.person.name else known.ending(talk.known))


def tell_gone(talk: Talk) -> None:
    """Who answers for them hears that they take part no more."""
    if not any(one.profile.get("guardian") == "granted" for one in talk.known.enrolments):
        return
    for one in known.consents(talk.known):
        if one.child_id == talk.person.id and one.guardian_id and one.state == "granted":
            gone = WardGone(talk.person.name or known.NO_NAME)
            at = talk.known.now + RETURNS_WITHIN
            talk.tell(one.guardian_id, talk.person.zone, gone, at, gone_cause(one.child_id))


def back(talk: Talk) -> None:
    """They have come back before anybody was told."""
    talk.outcome.untimed += (gone_cause(talk.person.id),)


def gone_cause(child: int) -> str:
    return f"ward_gone:{child}"


def check_in(talk: Talk, pair: Pair) -> None:
    """Who answers for them is asked how it goes when they are asked themselves."""
    mine = talk.facts()["profile"] if talk.home()[0] == pair.programme_id else {}
    if mine.get("guardian") != "granted":
        return
    name, other = talk.person.name, pair.other(talk.person.id).name
    for one in known.consents(talk.known):
        if one.child_id == talk.person.id and one.guardian_id and one.state == "granted":
            asked = WardCheckIn(pair.programme_id, name or "", other or known.NO_NAME)
            talk.tell(one.guardian_id, talk.person.zone, asked)


def _ask(talk: Talk, run: Open, event: GuardianNamed) -> None:
    assert run.programme_id is not None
    named = [one for one in known.consents(talk.known) if one.child_id == talk.person.id]
    if len(named) >= MOST:
        talk.outcome.prompts.clear()
        talk.say(texts.FORM_AFTER_ALL)
        return on_paper(talk, run)
    _withdraw_questions(talk)
    age = int(talk.facts(run)["profile"]["age"])
    talk.outcome.guardians += (
        AskedGuardian(event.number, event.language, run.programme_id, run.role, age, event.name),
    )
    return profiles.enrol(talk, run, "awaiting", {"guardian": "asked"})


def _withdraw_questions(talk: Talk) -> None:
    """Another number counts now: who has the one before can agree to nothing any more."""
    for one in known.consents(talk.known):
        if one.child_id == talk.person.id and one.state in WAITS:
            talk.outcome.consents += (consents.changed(talk, one, "replaced", one.words),)
