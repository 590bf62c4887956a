"""Two meet once, and then each says in private whether they keep it: what follows."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from assistant.internal_events.of_offers import TrialAsk, TrialKept, TrialOver, TrialWaits
from assistant.schedule import quiet_hours
from assistant.turns import system_messages
from assistant.turns.agreements import times as agreements
from assistant.turns.batch_matches import Pair
from assistant.turns.facts import answer_day
from assistant.turns.handlers import meetings, profiles
from assistant.turns.offering import texts, times
from assistant.turns.run_stack import OF_PAIRS
from assistant.turns.talk import Talk
from flows.events.offers import KeepingSaid
from flows.lifecycles.match import MatchState
from flows.lifecycles.offer import Stage, Word, verdict
from storage.mentoring.feedback import Given, NewFeedback

FLOW, ABOUT = "keeping", "keeping"
BEFORE = "line"  # the flow that asks for a line before the meeting
OVERDUE = timedelta(days=3)  # then they are asked once more, and then it is the coordinator's
AGAIN = timedelta(days=7)  # who was not sure is asked anew


def ask(talk: Talk, pair: Pair) -> None:
    role = pair.role(talk.person.id)
    talk.close_about(pair.id, (FLOW,))
    talk.open(FLOW, pair.programme_id, role, talk.stack.next_depth(), {"match": pair.id})
    if talk.stack.top:
        talk.stack.top.nudged = True  # they are asked again in their own time


def met(talk: Talk, pair: Pair) -> None:
    """Whoever does not say how it was is asked all the same; of the time before nothing is."""
    talk.close_about(pair.id, (BEFORE,))
    if pair.stage is Stage.TRIAL:
        later(talk, pair, 1, OVERDUE)


def later(talk: Talk, pair: Pair, count: int, after: timedelta) -> None:
    me = talk.person.id
    at = quiet_hours.within(talk.known.now + after, talk.person.zone)
    talk.time(me, f"keeping:{pair.id}:{count}:{at.date()}", at, TrialAsk(pair.id, count))


def words(pair: Pair) -> Mapping[str, Word]:
    """What each has said, the last of it, by role."""
    said = (one for one in pair.feedback if one.about == ABOUT)
    return {pair.role(one.person_id): one.answers["keep"] for one in said}


def say(talk: Talk, event: KeepingSaid) -> None:
    pair = talk.pairs.get(event.match)
    if pair and pair.stage is Stage.TRIAL and pair.state is MatchState.CLOSED:
        return talk.say(system_messages.SETTLED)
    if pair is None or pair.closed:
        return meetings.gone(talk, pair)
    if pair.stage is not Stage.TRIAL:
        return talk.say(texts.KEPT, other=pair.other(talk.person.id).name or "?")
    pair = _keep(talk, pair, event.word)
    match verdict(words(pair)):
        case "kept":
            return _kept(talk, pair)
        case "parted":
            return _part(talk, pair)
        case _:
            return _open(talk, pair, event.word)


def _keep(talk: Talk, pair: Pair, word: Word) -> Pair:
    """Their word, in the place of one before."""
    mine = Given(pair.id, talk.person.id, ABOUT, None, {"keep": word})
    others = [one for one in pair.feedback if (one.about, one.person_id) != (ABOUT, mine.person_id)]
    pair = replace(pair, feedback=(*others, mine))
    talk.put(pair)
    talk.outcome.feedback += (NewFeedback(*mine, created_at=talk.known.now),)
    return pair


def _kept(talk: Talk, pair: Pair) -> None:
    """They go on, and agree on terms where the programme wants that."""
    talk.put(pair.staged("keep"))
    other = pair.other(talk.person.id)
    talk.say(texts.KEPT, other=other.name or "?")
    talk.tell(other.id, other.zone, TrialKept(pair.id), cause=f"kept:{pair.id}")
    agreements.after_meeting(talk, talk.pairs[pair.id])


def _part(talk: Talk, pair: Pair) -> None:
    """It is nobody's fault, and nobody hears whose word it was."""
    talk.put(meetings.drop(talk, pair).after("end"))
    talk.close_about(pair.id, OF_PAIRS)
    talk.outcome.taken_back += (pair.id,)
    me, other = pair.side(talk.person.id), pair.other(talk.person.id)
    over = TrialOver(pair.id, me.name or "?", pair.programme_id, pair.role(other.id))
    talk.tell(other.id, other.zone, over, cause=f"trial_over:{pair.id}")
    talk.hand_over("dissolved", "", pair.id)
    talk.outcome.person["echo"] = {"heard_from": talk.known.now.isoformat()}
    talk.say(texts.CHANGED, other=other.name or "?")
    times.promise(talk, pair.programme_id, pair.role(me.id))


def _open(talk: Talk, pair: Pair, word: Word) -> None:
    """The other has not said, or one of the two is not sure."""
    other = pair.other(talk.person.id)
    if word == "unsure":
        talk.hand_over("unsure", "", pair.id)
        talk.outcome.person["echo"] = {"heard_from": talk.known.now.isoformat()}
        talk.say(texts.UNSURE, other=other.name or "?")
        return later(talk, pair, 0, AGAIN)
    talk.say(texts.KEEPS, other=other.name or "?")
    return wait(talk, pair)


def wait(talk: Talk, pair: Pair) -> None:
    """By the day that they were told they hear how it stands."""
    there = quiet_hours.local(talk.known.now, talk.person.zone)
    day = answer_day(there.date())
    at = times.clock(talk, day, profiles.STATUS_HOUR, talk.person.zone)
    talk.time(talk.person.id, f"trial_waits:{pair.id}:{day}", at, TrialWaits(pair.id))
