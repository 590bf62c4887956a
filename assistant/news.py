"""News from inside: an invitation, a silence, a day that was promised."""

from collections.abc import Mapping
from typing import Any

from assistant import effects, notices
from assistant.conversations import Conversation
from assistant.joining import Joined, join


def hear(talk: Conversation, news: Mapping[str, Any]) -> None:
    """Take the turn that a piece of news asks for."""
    if talk.known.person.stopped_at:
        return
    match news["kind"]:
        case "invited":
            join(talk, Joined(news["programme"], news["role"], dict(news["facts"])))
        case "silent":
            _nudge(talk, news)
        case "waiting":
            _status(talk, news)
        case "asked":
            talk.say(notices.ASKED, name=news["name"], words=news["words"])


def _nudge(talk: Conversation, news: Mapping[str, Any]) -> None:
    """Once, after a day, at the question where they fell silent."""
    run = talk.top
    if run is None or run.id != news["run"] or run.nudged:
        return
    run.nudged = True
    talk.outcome.reminder = True
    talk.say(notices.NUDGE)
    talk.ask_again()


def _status(talk: Conversation, news: Mapping[str, Any]) -> None:
    """Nobody waits without a word: the next day is named, and kept in its turn."""
    for one in talk.known.enrolments:
        if one.programme_id == news["programme"] and one.state == "ready":
            talk.outcome.reminder = True
            talk.say(notices.STILL_LOOKING)
            effects.promise(talk, one.programme_id, one.role)
            return talk.resume()
    return None
