"""Internal events of two who meet once: it is time to say, or the other has."""

from typing import assert_never

from assistant.internal_events.of_lines import OfLines
from assistant.internal_events.of_offers import (
    OfTrial,
    PairRecorded,
    TrialAsk,
    TrialKept,
    TrialOver,
    TrialWaits,
)
from assistant.turns.agreements import times as agreements
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import offers, reminders
from assistant.turns.internal_events import other_side, timing
from assistant.turns.offering import asking, lines_told, texts, times, trial
from assistant.turns.run_stack import OF_PAIRS
from flows.lifecycles.match import MatchState
from flows.lifecycles.offer import Stage

ASKED = 1  # time, before it is the coordinator's


def hear(talk: Conversation, event: OfTrial) -> None:
    if isinstance(event, TrialOver):
        return _over(talk, event)
    pair = talk.pairs.get(event.match)
    if pair is None or pair.closed:
        return None
    if isinstance(event, OfLines):
        return lines_told.hear(talk, pair, event)
    match event:
        case PairRecorded():
            return _recorded(talk, pair)
        case TrialKept():
            shown = {"other": pair.other(talk.person.id).name or "?"}
            return other_side.instead(talk, pair.id, texts.KEPT, shown, (trial.FLOW,))
        case TrialAsk():
            return _ask(talk, pair, event)
        case TrialWaits():
            return _waits(talk, pair)
        case _:
            assert_never(event)


def _recorded(talk: Conversation, pair: Pair) -> None:
    """They are together already, and hear what there is for them."""
    talk.outcome.by_day, talk.outcome.about = True, pair.id
    for other in list(talk.offered.values()):
        if other.mentee.id == pair.mentee.id:  # nobody need decide any more
            offers.drop(talk, other)
    reminders.check_in(talk, pair.id, talk.person.id, 1)
    agreements.after_match(talk, pair, pair.side(talk.person.id))
    talk.say(texts.RECORDED, other=pair.other(talk.person.id).name or "?")


def _ask(talk: Conversation, pair: Pair, event: TrialAsk) -> None:
    """Who was not sure is asked anew; who says nothing is the coordinator's in the end."""
    said = trial.words(pair).get(pair.role(talk.person.id))
    if pair.stage is not Stage.TRIAL or said != (None if event.count else "unsure"):
        return None
    if event.count > ASKED:
        return talk.hand_over("undecided", "", pair.id)
    if timing.rests(talk, event) or not timing.free(talk, event):
        return None
    if not timing.affordable(talk, event):
        return None
    if event.count:
        trial.later(talk, pair, event.count + 1, trial.OVERDUE)
    return trial.ask(talk, pair)


def _waits(talk: Conversation, pair: Pair) -> None:
    if pair.stage is Stage.TRIAL:
        talk.outcome.by_day = True
        talk.say(texts.STILL_OPEN, other=pair.other(talk.person.id).name or "?")
        trial.wait(talk, pair)


def _over(talk: Conversation, event: TrialOver) -> None:
    pair = talk.pairs.get(event.match)
    if pair is not None and pair.state is not MatchState.CLOSED:
        return
    talk.outcome.by_day, talk.outcome.about = True, event.match
    helps = asking.helps(talk)
    said = texts.OVER_BESIDE if helps else texts.OVER
    other_side.instead(talk, event.match, said, {"other": event.name}, OF_PAIRS)
    if not helps:
        times.promise(talk, event.programme, event.role)
