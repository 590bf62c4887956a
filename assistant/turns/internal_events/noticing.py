"""What was noticed about two people: who waits hears, who is silent is asked, a person looks."""

import json
from datetime import datetime
from typing import assert_never

from assistant.internal_events.of_noticing import OfNoticing, StillUnheard, Unheard, WorthALook
from assistant.schedule.quiet_hours import local
from assistant.turns.batch_matches import Pair
from assistant.turns.context import Lacking
from assistant.turns.conversation import Conversation
from assistant.turns.internal_events import texts, timing
from assistant.understanding import patterns

TOLD, LISTED, OFFERED = 2, 3, 4  # steps of a silence
SILENT = "silent"  # on the coordinator's list


def hear(talk: Conversation, event: OfNoticing) -> None:
    pair = talk.pairs.get(event.match)
    if pair is None or pair.closed:
        return None
    match event:
        case Unheard():
            return _remind(talk, pair, event)
        case StillUnheard():
            return _waits(talk, pair, event)
        case WorthALook():
            return _list(talk, pair, event.about, event.since)
        case _:
            assert_never(event)


def _remind(talk: Conversation, pair: Pair, event: Unheard) -> None:
    """To who is silent: no blame, and how to answer."""
    other = pair.other(talk.person.id)
    if _heard_from(talk, pair, talk.person.id, event.since) or pair.quiet:
        return
    if timing.rests(talk, event) or not timing.free(talk, event):
        return
    if not timing.affordable(talk, event):
        return
    first = next(iter(patterns.words(other.name or "")), "?").upper()
    talk.outcome.about = pair.id
    talk.say(texts.UNHEARD, other=other.name or "?", first=first)


def _waits(talk: Conversation, pair: Pair, event: StillUnheard) -> None:
    """To who waits: what is happening, then somebody else if they would rather."""
    other = pair.other(talk.person.id)
    if _heard_from(talk, pair, other.id, event.since) or pair.quiet:
        return None
    if event.step == LISTED:
        return _list(talk, pair, SILENT, event.since)
    if timing.rests(talk, event):
        return None
    talk.outcome.about, shown = pair.id, {"other": other.name or "?"}
    if event.step == TOLD:
        talk.outcome.by_day = True
        day = local(datetime.fromisoformat(event.day), talk.person.zone).date().isoformat()
        return talk.say(texts.STILL_UNHEARD, **shown, day=day)
    if not timing.free(talk, event) or not timing.affordable(talk, event):
        return None
    talk.say(texts.SOMEBODY_ELSE, **shown)
    role, depth = pair.role(talk.person.id), talk.stack.next_depth()
    talk.open("switch", pair.programme_id, role, depth, {"match": pair.id})
    if talk.stack.top:
        talk.stack.top.nudged = True  # who goes on waiting need not say so
    return None


def _list(talk: Conversation, pair: Pair, kind: str, since: str) -> None:
    day = local(datetime.fromisoformat(since), talk.known.programmes[pair.programme_id].zone)
    talk.hand_over(kind, json.dumps({"since": day.date().isoformat()}), pair.id)


def _heard_from(talk: Conversation, pair: Pair, person: int, since: str) -> bool:
    """Whether that side has done anything since, by a text or about a time to meet."""
    if pair.id not in talk.known.rare.relayed:
        raise Lacking("relayed", person=pair.id)
    wrote = talk.known.rare.relayed[pair.id].get(person)
    if wrote is not None and wrote.at > datetime.fromisoformat(since):
        return True
    spoken = pair.meeting
    return spoken.state == "booked" or (
        spoken.state == "proposed" and spoken.by == pair.role(person)
    )
