"""A coordinator's desk as the flows know it: in this coordinator's words."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from assistant.coordinators.desk import Desk
from assistant.programmes import topics
from assistant.rendering.prompts import Reader, render
from assistant.schedule import quiet_hours
from flows.engine.text import _
from flows.engine.values import Facts
from flows.mentoring import feedback
from storage.broadcasts import Running
from storage.broadcasts.audience import Group
from storage.desk import Ready, Waiting
from storage.people.programmes import Programme

# NOTE: Lines of a coordinator's list: a short one to pick from, and the whole of it.
KINDS: Mapping[str, tuple[str, str]] = {
    "ask": (_("{who} asks something"), _("{who} asks: {said:relayed}")),
    "unclear": (_("{who} is stuck"), _("I didn't get what {who} wrote: {said:relayed}")),
    "reply": (_("{who} writes back"), _("{who} writes back: {said:relayed}")),
    "relay": (
        _("{who} has word for somebody"),
        _("{who} would like this passed on: {said:relayed}"),
    ),
    "fault": (
        _("I failed on a text from {who}"),
        _("I couldn't handle this from {who}: {said:relayed}"),
    ),
    "wrong_person": (_("a wrong number"), _("Somebody else has the number of {who}.")),
    "under_age": (_("{who} is too young"), _("{who} is too young for {programme}.")),
    "age": (
        _("{who} gave another age"),
        _("{who} was too young, and writes now: {said:relayed}"),
    ),
    "difference": (
        _("{who} and {other} differ"),
        _("{who} and {other} see it differently: {first} and {second}."),
    ),
    "fall": (
        _("it's harder for {who} now"),
        _("{who} said {first} about {other} now, and {second} the time before."),
    ),
    "worry": (
        _("{who} may not feel safe"),
        _("{who} may not feel safe with {other}. Please talk to {who} today. {said:relayed}"),
    ),
    "low": (_("it's hard for {who}"), _("It's hard for {who} with {other}. {said:relayed}")),
    "need": (_("{who} needs something"), _("{who} needs this: {said:relayed}")),
    "call": (
        _("{who} would like a call"),
        _("{who} would like a call about {other}. {said:relayed}"),
    ),
    "no_answer": (
        _("{other} doesn't answer {who}"),
        _("{other} hasn't answered {who} about a time to meet."),
    ),
    "stopped": (_("{who} gets no more texts"), _("{who} wants no more texts. {other} knows.")),
    "returned": (
        _("{who} is back"),
        _("{who} wanted no more texts, and is back. {who} and {other} are still together."),
    ),
    "left": (_("{who} has left"), _("{who} has left. {said:relayed}")),
    "switch": (
        _("{who} wants somebody else"),
        _("{who} would like someone other than {other}. {said:relayed}"),
    ),
}
# NOTE: Where it is not about anybody they meet.
WORRIED = _("{who} may not feel safe. Please talk to {who} today. {said:relayed}")
SEEN = {option.token: option for option in (feedback.MET, feedback.NOT, feedback.PARTLY)}


EMPTY: Facts = {
    "waiting": [],
    "count": 0,
    "names": {},
    "mentees": [],
    "mentors": [],
    "audiences": {},
    "broadcast": None,
}


def facts(found: Desk, programme: Programme, person: int, reader: Reader, now: datetime) -> Facts:
    """A desk as the flows know it, in this coordinator's words."""
    running = found.running.get(person)
    shown = running[0] if running else None
    return {
        "waiting": [_thing(one, found, programme, reader) for one in found.waiting],
        "count": found.count,
        "names": {str(person): name for person, name in found.names.items()},
        "mentees": [[one.person_id, _label(one, programme, reader)] for one in found.mentees],
        "mentors": [
            [one.person_id, _label(one, programme, reader)]
            for one in found.mentors
            if found.has_room(one)
        ],
        "audiences": {
            audience: preview(groups, reader.language, now)
            for audience, groups in found.audiences.items()
        },
        "broadcast": shown and _running(shown, found.progress[shown.id]),
    }


def preview(groups: Sequence[Group], language: str, now: datetime) -> dict[str, int]:
    """What a broadcast would do: now, later (quiet hours, frequency cap), stopped or not to be
    reached, how many get it by SMS, and how many read another language than the one it is written
    in."""
    counts = dict.fromkeys(("now", "later", "stopped", "texted", "foreign"), 0)
    for one in groups:
        if one.stopped or one.paused or one.channel is None:
            counts["stopped"] += one.people
            continue
        inside = quiet_hours.within(now, one.zone) == now and not one.spent
        counts["now" if inside else "later"] += one.people
        counts["texted"] += one.people * one.channel.endswith("sms")
        counts["foreign"] += one.people * (one.language != language)
    return counts


def _running(one: Running, counts: Mapping[str, int]) -> Facts:
    out = counts.get("sent", 0) + counts.get("delivered", 0)
    rest = ("waiting", "deferred", "queued", "sending", "unknown")
    return {
        "id": one.id,
        "state": one.state,
        "sent": out,
        "rest": sum(counts.get(name, 0) for name in rest),
    }


def _thing(one: Waiting, found: Desk, programme: Programme, reader: Reader) -> Facts:
    label, words = KINDS.get(one.kind, KINDS["unclear"])
    if one.kind == "worry" and one.mentor_id is None:
        words = WORRIED
    values = {**_values(one, found), "programme": programme.name}
    return {
        "id": one.id,
        "label": render(label, values, reader),
        "words": render(words, values, reader),
        "who": values["who"],
        "reachable": one.stopped_at is None and one.kind not in ("wrong_person", "under_age"),
    }


def _values(one: Waiting, found: Desk) -> Facts:
    other = one.mentee_id if one.person_id == one.mentor_id else one.mentor_id
    values: dict[str, object] = {
        "who": one.name or "?",
        "other": found.names.get(other or 0, "?"),
        "said": one.text,
    }
    if one.kind in ("difference", "fall"):
        said = json.loads(one.text)
        values |= {key: SEEN.get(said[key], said[key]) for key in ("first", "second")}
    return values


def _label(one: Ready, programme: Programme, reader: Reader) -> str:
    """A name, and what they need or can help with, to choose from."""
    known = dict(topics.labelled(programme.settings, reader.language))
    picked = one.profile.get("topics") or []
    said = [known[token] for token in picked if token in known]
    note = one.profile.get("topics_note") or one.profile.get("been") or ""
    about = ", ".join(said) or str(note)
    return f"{one.name or '?'}: {about}" if about else one.name or "?"
