"""One turn, decided without a database: who hears what, and what follows from it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from assistant.channels import Kind
from assistant.internal_events import codec
from assistant.internal_events.kinds import InternalEvent
from assistant.turns import system_messages
from assistant.turns.batch_matches import Pair, Pairs
from assistant.turns.context import Known, Outcome, Safeguarding
from assistant.turns.conversation import Conversation
from assistant.turns.decide import decide
from assistant.turns.lookups import Rarities
from flows import FLOWS
from flows.lifecycles.match import MatchState
from flows.lifecycles.meeting import Meeting
from storage.inbox.unanswered import Unanswered
from storage.mentoring.matches import Side
from storage.people.addresses import Reached
from storage.people.participants import Enrolment
from storage.people.persons import Someone
from storage.people.programmes import Programme
from storage.runs import OpenRun
from tests.phones import START

MENTOR, MENTEE, MATCH = 1, 2, 7
ZONE = "America/New_York"
SLOT = "2026-03-05T21:00+00:00"  # two days after START, at four in New York
STARTS = datetime.fromisoformat(SLOT)
NIGHT = START + timedelta(hours=12)
BRIDGE = Programme(
    *(1, "Bridge", "bridge", "guide", "en", ZONE, "US", False, 18),
    {"coordinator": "Dana", "place": "Library", "contact": "Room 5", "until": "2027-06-30"},
)
MESSAGES = {
    words: name for name, words in vars(system_messages).items() if name.isupper() and words
}


def meeting(state: str = "booked", by: str = "mentee", starts: datetime = STARTS) -> Meeting:
    """What Rosa and Jay speak of; by default it is booked."""
    there = starts.replace(tzinfo=None).isoformat(timespec="minutes")
    return Meeting(state, by, there, "UTC", "Library") if state != "none" else Meeting()


def pair(state: str = "active", spoken: Meeting | None = None, **more: Any) -> Pair:
    """Rosa, who mentors, and Jay."""
    rosa = Side(MENTOR, "Rosa", "en", ZONE, None, None)
    jay = Side(MENTEE, "Jay", "en", ZONE, None, None)
    at = MatchState(state), spoken or Meeting()
    return Pair(
        MATCH, 1, rosa, jay, ("", ""), "maths", at[1], 3 if spoken else None, state=at[0], **more
    )


def run(flow: str, number: int = 1, *, ago: timedelta = timedelta(days=1), **data: Any) -> OpenRun:
    """An open question."""
    state = data.pop("state", FLOWS[flow].initial)
    key = f"key{number}"
    return OpenRun(number, 0, 1, "mentee", flow, state, number, key, data, START - ago, None)


def known(
    text: str = "",
    *,
    who: int = MENTEE,
    kind: Kind = Kind.TEXT,
    pairs: Sequence[Pair] = (),
    now: datetime = START,
    **more: Any,
) -> Known:
    """Rosa or Jay at a simulated phone, ready in their programme."""
    role = "mentor" if who == MENTOR else "mentee"
    person: dict[str, Any] = {
        "id": who,
        "language": "en",
        "zone": ZONE,
        "fewer": False,
        "unanswered": 0,
    }
    person["name"] = "Rosa" if who == MENTOR else "Jay"
    person |= {name: more.pop(name) for name in Someone._fields if name in more}
    someone = Someone._make(person.get(name) for name in Someone._fields)
    profile = {"complete": True, "free": "", "topics": []}
    theirs = more.pop("enrolments", (Enrolment(who, 1, role, "ready", profile),))
    found = {one.id: one for one in pairs}
    of = {n: [one.id for one in pairs if n in (one.mentor.id, one.mentee.id)] for n in (1, 2, 3)}
    return Known(
        message=Unanswered(9, who, who, "simulated", kind, text, now, 0),
        person=someone,
        address=Reached(who, who, "simulated_sms", "simulated", None, ""),
        enrolments=theirs,
        runs=[one._replace(person_id=who, role=role) for one in more.pop("runs", ())],
        goals=more.pop("goals", ()),
        pairs=Pairs(found, dict(found), of),
        programmes={1: BRIDGE},
        invitation=None,
        now=now,
        rare=more.pop("rare", None) or Rarities(),
        **more,
    )


def talk(**how: Any) -> Conversation:
    return Conversation(known(**how))


def said(text: str, **how: Any) -> Outcome:
    """What follows from words."""
    return decide(known(text, **how))


def heard(event: InternalEvent, **how: Any) -> Outcome:
    """What follows from what has happened; nobody has confided, and no match cannot go on."""
    told = known(codec.text(event), kind=Kind.INSIDE, **how)
    told.safeguarding = told.safeguarding or Safeguarding((), {}, {})
    for match in told.pairs.now:
        told.rare.parted.setdefault(match, False)
    return decide(told)


def names(outcome: Outcome) -> list[str]:
    """What is said, by the names of our texts; a flow's own texts have none."""
    return [MESSAGES.get(one.msgid, "") for one in outcome.prompts if one.msgid in MESSAGES]


def follows(outcome: Outcome) -> set[str]:
    """All that follows, in short: flows that are opened, and what is told, timed and listed."""
    found = {f"opens {one.flow}" for one in outcome.opened if one.closed_at is None}
    found |= {f"closes {one.id}" for one in outcome.moved if one.closed_at}
    found |= {f"tells {one.person} {type(one.event).__name__}" for one in outcome.told}
    found |= {f"later {one.cause.partition(':')[0]}" for one in outcome.timers}
    found |= {f"lists {one.handover.kind}" for one in outcome.handovers}
    return found


def after(one: Known) -> Pair:
    """Their match after the turn."""
    return one.pairs.now[MATCH]
