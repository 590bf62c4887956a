"""A coordinator's desk as the flows know it: in this coordinator's words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from assistant.coordinators import things
from assistant.coordinators.desk import Desk
from assistant.programmes import offers, topics
from assistant.rendering.prompts import Reader, render
from assistant.schedule import quiet_hours
from flows.engine.text import _
from flows.engine.values import Facts
from storage.broadcasts import Running
from storage.broadcasts.audience import Group
from storage.desk import Ready
from storage.people.programmes import Programme

ABOUT = (
    "topics_note",
    "hopes",
    "faces",
    "been",
    "work",
)  # answers that tell what brings two together

# NOTE: Behind who looks for help, in a list: "Jay: asked: Rosa; school"; one name or
# several.
IS_ASKED = _("asked: {names:list}")
# NOTE: Behind a mentor, in a list: "Rosa: asked about: Jay; school".
ASKED_ABOUT = _("asked about: {names:list}")

EMPTY: Facts = {
    "waiting": [],
    "names": {},
    "people": [],
    "mentees": [],
    "mentors": [],
    "audiences": {},
    "broadcast": None,
    "about": {},
    "partings": [],
    "asked": [],
    "training": {},
    "offers": False,
}


def facts(found: Desk, programme: Programme, person: int, reader: Reader, now: datetime) -> Facts:
    """A desk as the flows know it, in this coordinator's words."""
    running = found.running.get(person)
    shown = running[0] if running else None
    return {
        "waiting": [things.line(some, found, programme, reader) for some in found.things()],
        "names": {str(person): name for person, name in found.names.items()},
        "mentees": [
            [one.person_id, _label(one, programme, reader, _asked(one, found, reader))]
            for one in found.mentees
        ],
        "mentors": [
            [one.person_id, _label(one, programme, reader, _asking(one, found, reader))]
            for one in found.mentors
            if found.has_room(one)
        ],
        "audiences": {
            audience: preview(groups, reader.language, now)
            for audience, groups in found.audiences.items()
        },
        "broadcast": shown and _running(shown, found.progress[shown.id]),
        "about": {
            str(one.person_id): _about(one, programme, reader)
            for one in (*found.mentees, *found.mentors)
        },
        "partings": [
            {"pair": [one.mentee_id, one.mentor_id], "safety": one.safety, "reason": one.reason}
            for one in found.partings
        ],
        "asked": [[one.mentee_id, one.mentor_id] for one in found.asked],
        "offers": offers.of(programme).on,
    }


def preview(groups: Sequence[Group], language: str, now: datetime) -> dict[str, int]:
    """What a broadcast would do: now, later (quiet hours), held by the frequency cap, stopped or
    not to be reached, how many get it by SMS, and how many read another language than the one it
    is written in."""
    counts = dict.fromkeys(("now", "later", "held", "stopped", "texted", "foreign"), 0)
    for one in groups:
        if one.stopped or one.paused or one.channel is None:
            counts["stopped"] += one.people
            continue
        inside = quiet_hours.within(now, one.zone) == now
        counts["held" if one.spent else "now" if inside else "later"] += one.people
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


def _about(one: Ready, programme: Programme, reader: Reader) -> str:
    """What they look for or are good at, in all their words."""
    known = dict(topics.labelled(programme.settings, reader.language))
    said = [known[token] for token in one.profile.get("topics") or [] if token in known]
    said += [str(one.profile[name]) for name in ABOUT if one.profile.get(name)]
    return ", ".join(said)


def _asked(mentee: Ready, found: Desk, reader: Reader) -> str:
    """Who has not said yet whether they would be there for them."""
    asked = (one.mentor_id for one in found.asked if one.mentee_id == mentee.person_id)
    return _named(IS_ASKED, asked, found, reader)


def _asking(mentor: Ready, found: Desk, reader: Reader) -> str:
    """About whom they are asked, and have not said yet."""
    asked = (one.mentee_id for one in found.asked if one.mentor_id == mentor.person_id)
    return _named(ASKED_ABOUT, asked, found, reader)


def _named(msgid: str, people: Iterable[int], found: Desk, reader: Reader) -> str:
    names = [found.names.get(person, "?").split()[0] for person in people]
    return render(msgid, {"names": names}, reader) if names else ""


def _label(one: Ready, programme: Programme, reader: Reader, asked: str) -> str:
    """A name, who is asked, and what they need or can help with, to choose from."""
    known = dict(topics.labelled(programme.settings, reader.language))
    picked = one.profile.get("topics") or []
    said = [known[token] for token in picked if token in known]
    note = one.profile.get("topics_note") or one.profile.get("been") or ""
    about = "; ".join(filter(None, (asked, ", ".join(said) or str(note))))
    return f"{one.name or '?'}: {about}" if about else one.name or "?"
