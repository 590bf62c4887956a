"""What follows when somebody else joins at a phone, and when those who share one say who writes."""

from typing import assert_never

from assistant.internal_events.of_phones import Seated
from assistant.turns.context import Lacking
from assistant.turns.handlers import consent, log_entries
from assistant.turns.open_runs import Open
from assistant.turns.shared import texts
from assistant.turns.talk import Talk
from flows.events import JoinedAnew, PhonesEvent, PhoneShared, WriterNamed
from storage.inbox.unanswered import HandedOn
from storage.people.sharing import Sharer

MOST = 4  # people at one phone; whoever needs more is helped by a person


def apply(talk: Talk, run: Open, event: PhonesEvent) -> None:
    match event:
        case PhoneShared(role):
            _seat(talk, run, role)
        case JoinedAnew(role):
            if run.programme_id:
                consent.ask(talk, run.programme_id, role, {}, run.depth)
        case WriterNamed(person):
            _release(talk, run, person)
        case _:
            assert_never(event)


def hand_on(talk: Talk, messages: list[int], to: Sharer) -> None:
    """These are theirs, and so is what comes next, for a while."""
    handed_on = [HandedOn(one, to.person_id, to.address_id) for one in messages]
    talk.outcome.handed_on += tuple(handed_on)
    wrote_last(talk, to.person_id)


def wrote_last(talk: Talk, person: int) -> None:
    talk.outcome.person["echo"] = {"writer": person, "written": talk.known.now.isoformat()}


def _seat(talk: Talk, run: Open, role: str) -> None:
    """Only by their names are they told apart; of who coordinates nobody shares the phone."""
    if run.programme_id is None or talk.known.address is None:
        return None
    if talk.known.beside is None:
        raise Lacking("beside")
    others = [one for one in talk.known.beside if one.person_id != talk.person.id]
    refused = ""
    if not talk.person.name:
        refused = texts.YOUR_NAME_FIRST
    elif any(not one.name for one in others):
        refused = texts.ONE_BY_ONE
    elif len(others) >= MOST - 1 or _is_staff(talk):
        refused = texts.NOT_HERE
    if refused:
        talk.outcome.prompts.clear()
        return talk.say(refused)
    log_entries.add(talk, "phone shared")
    talk.hand_over("shared", "")
    talk.outcome.seated += (Seated(run.programme_id, role),)
    return None


def _is_staff(talk: Talk) -> bool:
    on_call = any(one.person_id == talk.person.id for one in talk.known.rare.on_call)
    return on_call or any(one.role == "coordinator" for one in talk.known.enrolments)


def _release(talk: Talk, run: Open, person: int) -> None:
    """What waited for the answer goes to whoever wrote it."""
    held = [int(one) for one in run.standing.answers.get("held") or ()]
    for one in talk.known.sharers:
        if one.person == person:
            hand_on(talk, held, one.one)
