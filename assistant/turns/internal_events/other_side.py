"""What the other side of a match did: what still holds of it is told."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from assistant.turns import system_messages
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import meetings
from assistant.turns.internal_events import (
    timing,
)
from assistant.turns.run_stack import OF_PAIRS

News = Mapping[str, Any]


def heard(talk: Conversation, news: News) -> None:
    """The other side did something: what still holds of it is told."""
    pair = talk.pairs.get(news["match"])
    if pair is not None and not pair.closed:
        return MEETINGS[news["what"]](talk, pair, news)
    return _gone(talk, pair, news) if news["what"] == "gone" else None


def _proposed(talk: Conversation, pair: Pair, news: News) -> None:
    if _asks(talk, pair, news):
        speak_of(talk, pair)


def _asking(talk: Conversation, pair: Pair, news: News) -> None:
    if _asks(talk, pair, news):
        talk.say(system_messages.STILL_WAITING, **meetings.values(pair, talk.person.id))
        speak_of(talk, pair)


def _agreed(talk: Conversation, pair: Pair, news: News) -> None:
    if _holds(talk, pair, news, "booked"):
        instead(talk, pair.id, system_messages.BOOKED, meetings.values(pair, talk.person.id))


def _moved(talk: Conversation, pair: Pair, news: News) -> None:
    mine = pair.meeting.by == pair.role(talk.person.id)
    if pair.meeting.state == "booked" or (pair.meeting.state == "proposed" and mine):
        return  # they have found the next time meanwhile
    shown = meetings.values(pair, talk.person.id) | {"at": news["slot"]}
    instead(talk, pair.id, system_messages.MOVED, shown)


def _rests(talk: Conversation, pair: Pair, news: News) -> None:
    shown = meetings.values(pair, talk.person.id) | {"until": news["until"]}
    instead(talk, pair.id, system_messages.RESTS, shown)


def _is_back(talk: Conversation, pair: Pair, news: News) -> None:
    talk.say(system_messages.BACK_AGAIN, **meetings.values(pair, talk.person.id))


def _gone(talk: Conversation, pair: Pair | None, news: News) -> None:
    """The other side has left; the coordinator takes it from here."""
    if pair is not None and pair.closed == "told":
        return None
    if pair is not None:  # else it was longer ago than can be taken back
        talk.put(replace(pair, closed="told"))
    shown = {"other": news["name"]}
    return instead(talk, news["match"], system_messages.GONE, shown, OF_PAIRS)


def _holds(talk: Conversation, pair: Pair, news: News, state: str) -> bool:
    """Whether that time is still spoken of so, and still to come."""
    same = pair.meeting.state == state and pair.meeting.slot == news["slot"]
    return same and not meetings.past(pair, talk.known.now)


def _asks(talk: Conversation, pair: Pair, news: News) -> bool:
    """Whether the other side's proposal still stands, and they can be asked about it now."""
    top, mine = talk.stack.top, pair.meeting.by == pair.role(talk.person.id)
    seen = news["what"] == "proposed" and top and top.standing.answers.get("seen") == news["slot"]
    stands = not mine and not seen and _holds(talk, pair, news, "proposed")
    return stands and not timing.rests(talk, news) and timing.free(talk, news, pair)


def speak_of(talk: Conversation, pair: Pair) -> None:
    role = pair.role(talk.person.id)
    talk.open("meeting", pair.programme_id, role, talk.stack.next_depth(), {"match": pair.id})


def instead(
    talk: Conversation,
    match: int,
    msgid: str,
    shown: Mapping[str, Any],
    flows: tuple[str, ...] = ("meeting",),
) -> None:
    """Things have changed: a question about them is over, and the one below is open again."""
    before = talk.stack.top
    talk.close_about(match, flows)
    talk.say(msgid, **shown)
    if talk.stack.top is not before:
        talk.resume()


MEETINGS: Mapping[str, Callable[[Conversation, Pair, News], None]] = {
    "proposed": _proposed,
    "asking": _asking,
    "booked": _agreed,
    "moved": _moved,
    "rest": _rests,
    "back": _is_back,
    "gone": _gone,
}
