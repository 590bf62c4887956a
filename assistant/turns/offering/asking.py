"""Somebody is asked about an offer: the mentor, then who looks for help."""

from dataclasses import replace
from datetime import datetime

from assistant.programmes import offers as programmes
from assistant.programmes import topics
from assistant.rendering import hours
from assistant.schedule.quiet_hours import local
from assistant.turns import outbound
from assistant.turns.batch_matches import Pair
from assistant.turns.matches import reasons
from assistant.turns.offering import times
from assistant.turns.talk import Talk
from flows.engine.states import Facts
from flows.lifecycles import match
from flows.lifecycles.offer import ASKED

MENTOR, MENTEE, QUESTION = "offer", "introduction", "passed_on"
FLOWS = (MENTOR, MENTEE, QUESTION)


def both(talk: Talk, programme: int | None) -> bool:
    """Whether both are asked in a programme."""
    return programmes.of(talk.known.programmes.get(programme or 0)).on


def mine(talk: Talk, pair: Pair) -> bool:
    """Whether it is their turn to answer."""
    return ASKED.get(pair.stage) == pair.role(talk.person.id)


def ask(talk: Talk, pair: Pair, by: datetime, more: Facts | None = None) -> None:
    """They have time until then; asked again, a question that is open gives way."""
    pair = replace(pair, answer_by=by)
    talk.put(pair)
    put(talk, pair, more)
    times.asked(talk, pair)


def put(talk: Talk, pair: Pair, more: Facts | None = None) -> None:
    assert pair.answer_by is not None
    role, zone = pair.role(talk.person.id), talk.person.zone
    by = local(pair.answer_by, zone).date().isoformat()
    told = "" if more else reasons.told(talk, pair)
    given = {"match": pair.id, "both": True, "by": by, "other": name(pair, role)}
    given |= {"reason_told": told, **(more or {})}
    talk.close_about(pair.id, (MENTOR, MENTEE))
    if role == "mentor" and not more:
        given |= whom(talk, pair)
    flow = MENTOR if role == "mentor" else MENTEE
    talk.open(flow, pair.programme_id, role, talk.stack.next_depth(), given)
    if talk.stack.top:
        talk.stack.top.nudged = True  # they are reminded in their own time


def looks(talk: Talk, programme: int, role: str) -> bool:
    """Whether they take part as that, and are at no rest: they have not just gone themselves."""
    until = talk.person.paused_until
    if until is not None and until > talk.known.now:
        return False
    mine = ((one.programme_id, one.role, one.state) for one in talk.known.enrolments)
    return (programme, role, "ready") in mine


def helps(talk: Talk) -> bool:
    """Whether they are there for somebody already."""
    me, theirs = talk.person.id, talk.pairs.values()
    return any(one.state in match.STANDING and one.role(me) == "mentor" for one in theirs)


def name(pair: Pair, role: str) -> str:
    """The other's first name."""
    other = pair.mentee if role == "mentor" else pair.mentor
    return (other.name or "?").split()[0]


def whom(talk: Talk, pair: Pair) -> Facts:
    """What they look for, when they can; and no more."""
    settings = talk.known.programmes[pair.programme_id].settings
    named = dict(topics.labelled(settings, talk.language))
    looks = [named[one] for one in pair.wants.get("topics") or () if one in named]
    note = pair.wants.get("topics_note")
    return {"looks": looks or ([str(note)] if note else []), "times": _times(talk, pair)}


def _times(talk: Talk, pair: Pair) -> str:
    """When the mentee can usually meet, as far as it is known, in the mentor's words."""
    _mine, free = pair.free
    if not free:
        return ""
    reader = outbound.reader_of(talk.known, talk.language)
    said = hours.said(free, reader.language, reader.country, pair.mentee.language)
    if pair.mentee.zone == pair.mentor.zone:
        return said
    return f"{said} ({pair.mentee.zone.rpartition('/')[2].replace('_', ' ')})"
