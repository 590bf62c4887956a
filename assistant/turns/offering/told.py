"""Internal events of an offer that both are asked about: it is time, or the other has answered."""

from datetime import datetime
from typing import assert_never

from assistant.internal_events.of_match import Offered
from assistant.internal_events.of_offers import (
    LookingOn,
    MentorFound,
    NoAnswer,
    OfBoth,
    OfferEnded,
    OfferLapses,
    OfferReminder,
    OfferWaits,
    OfTrial,
    QuestionAnswered,
    QuestionAsked,
    StillUpOverdue,
)
from assistant.turns import system_messages
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.internal_events import other_side, timing
from assistant.turns.offering import (
    answered,
    asking,
    deciding,
    listed,
    texts,
    times,
    trial_told,
    waiting_told,
)
from flows.lifecycles.match import MatchState
from flows.lifecycles.offer import ASKED, OUT


def hear(talk: Conversation, event: OfBoth | OfTrial) -> None:
    if isinstance(event, OfTrial):
        return trial_told.hear(talk, event)
    match event:
        case OfferEnded():
            return _ended(talk, event)
        case LookingOn():
            return _looking_on(talk, event)
        case StillUpOverdue():
            return waiting_told.overdue(talk, event)
        case _:
            pair = talk.offered.get(event.match)
            return _in_offer(talk, pair, event) if pair else None


def _in_offer(
    talk: Conversation,
    pair: Pair,
    event: MentorFound
    | OfferReminder
    | OfferLapses
    | OfferWaits
    | QuestionAsked
    | QuestionAnswered
    | NoAnswer,
) -> None:
    match event:
        case MentorFound():
            found(talk, pair, event)
        case OfferReminder():
            _remind(talk, pair, event)
        case OfferLapses():
            _lapse(talk, pair, event)
        case OfferWaits():
            _waits(talk, pair)
        case QuestionAsked() | QuestionAnswered() | NoAnswer():
            answered.hear(talk, pair, event)
        case _:
            assert_never(event)


def found(talk: Conversation, pair: Pair, event: Offered | MentorFound) -> None:
    """Their time begins when they are asked."""
    if not asking.mine(talk, pair) or pair.stage in OUT or pair.answer_by is not None:
        return
    if not timing.rests(talk, event) and timing.free(talk, event):
        asking.ask(talk, pair, times.answer_by(talk, pair))


def _asked_until(talk: Conversation, pair: Pair, by: str) -> bool:
    """Whether they are asked, and have just that time."""
    mine = asking.mine(talk, pair) and pair.stage not in OUT
    return mine and pair.answer_by == datetime.fromisoformat(by)


def _remind(talk: Conversation, pair: Pair, event: OfferReminder) -> None:
    if not _asked_until(talk, pair, event.by) or talk.known.now >= datetime.fromisoformat(event.by):
        return
    if timing.free(talk, event) and timing.affordable(talk, event):
        talk.say(system_messages.NUDGE)
        asking.put(talk, pair)


def _lapse(talk: Conversation, pair: Pair, event: OfferLapses) -> None:
    """Silence is no blame: it is taken back, and the next is asked."""
    if not _asked_until(talk, pair, event.by):
        return
    talk.outcome.by_day = True
    before, role = talk.stack.top, pair.role(talk.person.id)
    deciding.close(talk, pair, "lapse")
    said = texts.LAPSED if role == "mentor" else texts.LAPSED_LOOKING
    talk.say(said, other=asking.name(pair, role))
    if role == "mentee":
        times.promise(talk, pair.programme_id, role)
    if talk.stack.top is not before:
        talk.resume()


def _waits(talk: Conversation, pair: Pair) -> None:
    """The mentor was to hear by now: the other is still thinking, or asked something."""
    if ASKED.get(pair.stage) == "mentee":
        talk.outcome.by_day = True
        by = times.waits(talk, pair)
        talk.say(texts.NO_WORD_YET, other=asking.name(pair, "mentor"), by=by)


def _ended(talk: Conversation, event: OfferEnded) -> None:
    """Whoever was just asked about somebody who has gone hears that we look on."""
    asked = [run for run in talk.stack.runs if run.flow.name in asking.FLOWS and not run.closed]
    if _stands(talk, event.match) or not asking.looks(talk, event.programme, "mentee"):
        return None
    if event.waits or any(run.about == str(event.match) for run in asked):
        talk.outcome.by_day = True
        other_side.instead(talk, event.match, system_messages.STILL_LOOKING, {}, asking.FLOWS)
        times.promise(talk, event.programme, "mentee")
    return listed.go_on(talk, event)


def _stands(talk: Conversation, match: int) -> bool:
    """Whether the two are together after all."""
    pair = talk.pairs.get(match)
    return pair is not None and pair.state is not MatchState.CLOSED


def _looking_on(talk: Conversation, event: LookingOn) -> None:
    if _stands(talk, event.match) or not asking.looks(talk, event.programme, "mentor"):
        return
    talk.outcome.by_day = True
    helps = asking.helps(talk)
    said = texts.NEXT_ONE if helps else texts.LOOKING_ON
    other_side.instead(talk, event.match, said, {}, asking.FLOWS)
    if not helps:
        times.promise(talk, event.programme, "mentor")
