"""What is said of a meeting that is booked: that somebody is late, will be there, or is."""

from datetime import datetime, timedelta

from assistant.internal_events.of_other_side import OtherComing, OtherLate
from assistant.turns import system_messages
from assistant.turns.batch_matches import Pair
from assistant.turns.handlers import meetings, reminders
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows import reading
from flows.events import OnTheWay, RunningLate
from flows.reading import Unclear

NEAR = timedelta(hours=3)  # before a meeting: who is late then means this one
THE_DAY_BEFORE = timedelta(hours=36)  # since the reminder


def apply(talk: Talk, run: Open, event: RunningLate | OnTheWay) -> None:
    """The other side hears of it, and whoever said it is thanked; nothing else changes."""
    pair = talk.pairs.get(event.match)
    if pair is None or pair.closed:
        return meetings.gone(talk, pair)
    if pair.meeting.state != "booked" or pair.meeting.slot != event.slot:
        return meetings.stands(talk, run, pair)
    shown = meetings.values(pair, talk.person.id)
    soon = isinstance(event, RunningLate) or event.here
    near = _within(pair, talk, NEAR if soon else THE_DAY_BEFORE)
    if near:
        _tell(talk, pair, event)
    if not soon:
        return talk.say(system_messages.THERE, **shown)
    told = (
        system_messages.LATE_TOLD if isinstance(event, RunningLate) else system_messages.HERE_TOLD
    )
    return talk.say(told if near else system_messages.NOT_YET, **shown)


def _tell(talk: Talk, pair: Pair, event: RunningLate | OnTheWay) -> None:
    """At once that somebody is late, or there; that they are coming once, within the hours of a
    day."""
    other, me = pair.other(talk.person.id), pair.side(talk.person.id)
    mine = me.name or "?"
    if isinstance(event, RunningLate):
        late = OtherLate(pair.id, mine, event.slot, event.minutes)
        return talk.tell(other.id, other.zone, late, talk.known.now)
    if event.here:
        here = OtherComing(pair.id, mine, event.slot, here=True)
        cause = f"here:{pair.id}:{event.slot}:{me.id}"
        return talk.tell(other.id, other.zone, here, talk.known.now, cause)
    coming = OtherComing(pair.id, mine, event.slot)
    cause = f"coming:{pair.id}:{event.slot}:{me.id}"
    return talk.tell(other.id, other.zone, coming, cause=cause)


def nodded(talk: Talk, text: str, *, thanks: bool) -> bool:
    """Whether it nods to what they were reminded of: "yes", "ok", "thx"; nothing changes."""
    near = (pair for pair in talk.pairs.values() if _reminded(talk, pair))
    if (pair := next(near, None)) is None or not (thanks or _agrees(text, talk.language)):
        return False
    talk.say(system_messages.THERE, **meetings.values(pair, talk.person.id))
    return True


def _reminded(talk: Talk, pair: Pair) -> bool:
    booked = not pair.closed and pair.meeting.state == "booked"
    return booked and _within(pair, talk, THE_DAY_BEFORE)


def _agrees(text: str, language: str) -> bool:
    try:
        return reading.yes_no(text, language)
    except Unclear:
        return False


def _within(pair: Pair, talk: Talk, before: timedelta) -> bool:
    """Whether the meeting is that near, or goes on."""
    starts = datetime.fromisoformat(pair.meeting.slot)
    return starts - before <= talk.known.now <= starts + reminders.LASTS
