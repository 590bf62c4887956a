"""A question before the decision: passed on without the asker's name, while the clock stands
still."""

import re

from assistant.internal_events.of_offers import QuestionAnswered, QuestionAsked
from assistant.programmes import relaying
from assistant.safeguarding.crossing import boundaries, contacts
from assistant.safeguarding.crossing.boundaries import Boundary
from assistant.safeguarding.crossing.contacts import Detail
from assistant.turns import system_messages
from assistant.turns.batch_matches import Pair
from assistant.turns.offering import asking, texts, times
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.events.offers import OfferReplied, OfferWondered
from flows.lifecycles.offer import OUT
from storage.mentoring.matches import Side

HIDDEN = "..."  # in place of a name


def ask(talk: Talk, pair: Pair, event: OfferWondered) -> None:
    """It goes to the other; until the answer no time runs."""
    role = pair.role(talk.person.id)
    if not asking.mine(talk, pair) or pair.stage in OUT:
        return talk.say(system_messages.SETTLED)
    sign = _sign(talk, pair, event.words)
    if isinstance(sign, Detail):
        talk.say(texts.NO_DETAILS)
        return asking.put(talk, pair, {"again": True})
    left, other = times.left(talk, pair), pair.other(talk.person.id)
    by = times.question_out(talk, pair, left)
    talk.put(pair.staged("wonder", "mentor" if role == "mentor" else "mentee", by))
    if sign is None:
        words = _unnamed(event.words, pair.side(talk.person.id))
        talk.tell(other.id, other.zone, QuestionAsked(pair.id, words, left))
    else:  # as if it went: a person looks at it
        talk.hand_over("relay", event.words, pair.id)
    return talk.say(texts.PASSING_ON, other=asking.name(pair, role))


def reply(talk: Talk, run: Open, pair: Pair | None, event: OfferReplied) -> None:
    """The answer reaches who asked, whose time runs again."""
    if pair is None or pair.stage not in OUT or asking.mine(talk, pair):
        return talk.say(system_messages.SETTLED)
    sign = _sign(talk, pair, event.words) if event.words else None
    if isinstance(sign, Detail):
        talk.say(texts.NO_DETAILS)
        given = {name: run.standing.answers[name] for name in ("match", "asks", "left", "other")}
        return talk.open(asking.QUESTION, pair.programme_id, run.role, run.depth, given)
    if sign is not None:
        talk.hand_over("relay", event.words, pair.id)
    words = "" if sign else _unnamed(event.words, pair.side(talk.person.id))
    other = pair.other(talk.person.id)
    talk.tell(other.id, other.zone, QuestionAnswered(pair.id, words, event.left))
    return talk.say(texts.PASSED_ON if event.words else texts.LEFT_AT_THAT)


def _unnamed(words: str, side: Side) -> str:
    """Without the name of who wrote it."""
    names = [one for one in (side.name or "").split() if len(one) > 1]
    if not names:
        return words
    found = "|".join(re.escape(one) for one in names)
    return re.sub(rf"\b(?:{found})\b", HIDDEN, words, flags=re.IGNORECASE)


def _sign(talk: Talk, pair: Pair, words: str) -> Boundary | Detail | None:
    """What a person should look at; a way to reach each other goes along for nobody."""
    programme = talk.known.programmes[pair.programme_id]
    if found := boundaries.find(words, str(programme.settings["coordinator"])):
        return found
    held = relaying.of(programme).contact_details == "hold"
    return contacts.find(words) if held else None
