"""Internal events: what the other side did, what time does, what a coordinator says."""

from collections.abc import Callable, Mapping
from typing import Any

from assistant.schedule import quiet_hours
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import meetings, pauses
from assistant.turns.internal_events import (
    check_ins,
    coordinator,
    meeting_times,
    other_side,
    waits,
)

News = Mapping[str, Any]


def hear(talk: Conversation, news: News) -> None:
    """Take the turn that a piece of news asks for."""
    if talk.person.stopped_at:
        return pauses.stop(talk) if news["kind"] == "stopped" else None
    morning = quiet_hours.within(talk.known.now, talk.person.zone)
    if morning > talk.known.now and not _at_any_time(talk, news):
        return talk.put_off(morning, news)
    return HEARD[news["kind"]](talk, news)


def _at_any_time(talk: Conversation, news: News) -> bool:
    """What they asked for just now, or what the morning would be too late for."""
    match news["kind"]:
        case "invited" | "answer" | "stopped":
            return True
        case "asked":
            thing = talk.waiting(news["handover"])
            return thing is not None and thing.kind == "worry"
        case "meeting" if news["what"] in meetings.NEEDED_BEFORE:
            return meetings.soon(news["slot"], talk.person.zone, talk.known.now)
        case _:
            return False


def _stopped(talk: Conversation, news: News) -> None:
    """They had stopped, and have come back since."""


HEARD: Mapping[str, Callable[[Conversation, News], None]] = {
    "invited": coordinator.invited,
    "silent": waits.nudge,
    "waiting": waits.status,
    "asked": coordinator.asked,
    "matched": coordinator.matched,
    "meeting": other_side.heard,
    "reminder": meeting_times.reminder,
    "after": meeting_times.after,
    "check_in": check_ins.due,
    "unanswered": meeting_times.unanswered,
    "answer": coordinator.answered,
    "back": waits.back,
    "stopped": _stopped,
}
