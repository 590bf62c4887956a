"""What somebody need not hear of a match: that it is on hold, a second time; or anything, once they
have left."""

from datetime import datetime, timedelta

from assistant.turns.batch_matches import Pair
from assistant.turns.talk import Talk
from storage.people.persons import Echo

LATELY = timedelta(minutes=5)  # when the word that it is on hold has come as well


def say(talk: Talk, pair: Pair, msgid: str) -> None:
    """In answer to what they wrote or picked; the word of it may be waiting in their inbox."""
    talk.say(msgid, other=pair.other(talk.person.id).name or "?")
    echo = (talk.person.echo or Echo()).copy()
    echo["held"] = [str(pair.id), talk.known.now.isoformat()]
    talk.outcome.person["echo"] = echo


def said(talk: Talk, pair: Pair) -> bool:
    """Whether they have just heard it."""
    match, at = (talk.person.echo or Echo()).get("held") or ("", "")
    return match == str(pair.id) and talk.known.now - datetime.fromisoformat(at) < LATELY


def left(talk: Talk, pair: Pair) -> bool:
    """Whether they have left themselves, so that they need hear nothing of it."""
    mine = (one for one in talk.known.enrolments if one.programme_id == pair.programme_id)
    return {one.state for one in mine if one.role == pair.role(talk.person.id)} == {"left"}
