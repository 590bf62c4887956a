"""For whom a text surely is: TO and a name, "tell rosa …", or an answer to a text of the other."""

from typing import NamedTuple

from assistant.turns.batch_matches import Pair
from assistant.turns.context import Lacking
from assistant.turns.talk import Talk
from assistant.turns.text_meetings import known as text_meetings
from assistant.understanding import patterns, relays
from flows.lifecycles import match


class Meant(NamedTuple):
    """Whose words are for whom: a match, and what the other side of it is to read."""

    pair: Pair
    words: str


def standing(talk: Talk) -> list[Pair]:
    """Their matches, on hold or not."""
    return [pair for pair in talk.pairs.values() if pair.state in match.STANDING]


def names(talk: Talk, pair: Pair) -> tuple[str, ...]:
    """What the other side is called, word by word."""
    return patterns.words(pair.other(talk.person.id).name or "")


def surely(talk: Talk) -> Meant | None:
    """Whom these words surely are for; None where it may be asked, or they are for us."""
    theirs = standing(talk)
    if not theirs or talk.coordinates:  # the cheap test first
        return None
    text = talk.known.message.text
    if found := relays.addressed(text, [names(talk, one) for one in theirs]):
        clear = found.sure and len(found.whose) == 1 and found.words
        return Meant(theirs[found.whose[0]], found.words) if clear else None
    if pair := answered(talk):
        return Meant(pair, text)
    if len(straight := text_meetings.under_way(talk)) == 1:
        return Meant(straight[0], text)
    name, rest = relays.parted(patterns.words(talk.text))
    meant = [one for one in theirs if name and name in names(talk, one)]
    if name in relays.ROLES and not meant:
        meant = theirs
    return Meant(meant[0], relays.worded(text, rest)) if len(meant) == 1 else None


def answered(talk: Talk) -> Pair | None:
    """The match of whose text this is the answer to, where the channel tells."""
    message = talk.known.message
    if not message.reply_to:
        return None
    if message.id not in talk.known.rare.answered:
        raise Lacking("answered")
    return talk.pairs.get(talk.known.rare.answered[message.id])
