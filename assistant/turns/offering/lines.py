"""One line from each before two meet for the first time: kept until both have written, or shortly
before, and then both see both."""

from dataclasses import replace
from datetime import datetime

from assistant.coordinators.held_texts import HELD, Held
from assistant.internal_events.of_lines import LineTold
from assistant.safeguarding.crossing.contacts import Detail
from assistant.turns.batch_matches import Pair
from assistant.turns.handlers import meetings
from assistant.turns.offering import line_times, texts
from assistant.turns.offering.line_times import ABOUT
from assistant.turns.open_runs import Open
from assistant.turns.relaying import sending
from assistant.turns.talk import Talk
from flows.events.offers import LineSaid
from storage.mentoring.feedback import Given, NewFeedback
from storage.mentoring.relayed import NewRelayed
from storage.tables import Json

FLOW = "line"


def say(talk: Talk, run: Open, event: LineSaid) -> None:
    """It is looked at like whatever goes across; what a person should see first waits for them."""
    pair = talk.pairs.get(event.match)
    if pair is None or pair.closed:
        return meetings.gone(talk, pair)
    words = " ".join(event.words.split())
    why = sending.sign(talk, pair.programme_id, words) if words else None
    if isinstance(why, Detail):
        talk.say(texts.NO_DETAILS)
        return talk.open(FLOW, pair.programme_id, run.role, run.depth, {"match": pair.id})
    if words:
        _record(talk, pair, words, "held" if why else "across")
    if why is not None:
        talk.hand_over(HELD, Held(talk.known.message.id, why, words).stored(), pair.id)
    pair = _keep(talk, pair, {"line": "" if why else words})
    return _answer(talk, pair, words)


def _answer(talk: Talk, pair: Pair, words: str) -> None:
    """Where the other has said theirs, or it is about time, both see both."""
    other, now = pair.other(talk.person.id), talk.known.now
    starts = datetime.fromisoformat(pair.meeting.slot) if pair.meeting.slot else None
    soon = starts is not None and line_times.shown_at(starts, other.zone) <= now
    if line_times.said(pair, other.id) or soon:
        talk.tell(other.id, other.zone, LineTold(pair.id), cause=f"line:{talk.known.message.id}")
    if not show(talk, pair, thanks=bool(words)):
        talk.say(texts.LINE_KEPT if words else texts.LEFT_AT_THAT, other=other.name or "?")


def show(talk: Talk, pair: Pair, *, thanks: bool = False) -> bool:
    """What the other wrote, once; whether there was anything to be shown."""
    other = pair.other(talk.person.id)
    line, mine = _of(pair, other.id).get("line"), _of(pair, talk.person.id)
    if not line or mine.get("seen"):
        return False
    _keep(talk, pair, {**mine, "seen": "yes"})
    talk.outcome.about = pair.id
    both = thanks or bool(mine.get("line"))
    talk.say(texts.LINES if both else texts.LINE, other=other.name or "?", words=_closed(line))
    return True


def _of(pair: Pair, person: int) -> Json:
    found = (one for one in pair.feedback if (one.about, one.person_id) == (ABOUT, person))
    return next((one.answers for one in found), {})


def _keep(talk: Talk, pair: Pair, answers: Json) -> Pair:
    mine = Given(pair.id, talk.person.id, ABOUT, None, {**_of(pair, talk.person.id), **answers})
    others = [one for one in pair.feedback if (one.about, one.person_id) != (ABOUT, mine.person_id)]
    pair = replace(pair, feedback=(*others, mine))
    talk.put(pair)
    before = [one for one in talk.outcome.feedback if one.about != ABOUT]
    talk.outcome.feedback = (*before, NewFeedback(*mine, created_at=talk.known.now))
    return pair


def _record(talk: Talk, pair: Pair, words: str, state: str) -> None:
    row = (talk.known.message.id, pair.id, talk.person.id)
    sending.crossing_of(talk).sent.append(NewRelayed(*row, state, words, talk.known.now))


def _closed(words: str) -> str:
    return words if not words[-1].isalnum() else f"{words}."
