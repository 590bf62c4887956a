"""A mentor is asked before a match: what they say, and what becomes of it when either goes."""

from dataclasses import replace
from datetime import timedelta

from assistant.channels import Kind
from assistant.internal_events.kinds import Matched
from assistant.internal_events.of_match import OfferOverdue, OfferWithdrawn
from assistant.schedule import quiet_hours
from assistant.turns import heard, system_messages
from assistant.turns.batch_matches import Pair
from assistant.turns.offering import asking, deciding, lines, trial, wondering
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows import reading
from flows.engine import hearing
from flows.engine.states import Facts
from flows.events.offers import (
    KeepingSaid,
    LineSaid,
    OfferAccepted,
    OfferDeclined,
    OfferEvent,
    OfferReplied,
    OfferWondered,
)
from flows.lifecycles import match
from flows.lifecycles.offer import Stage

FLOW = "offer"
ANSWERED_WITHIN = timedelta(days=2)  # then they are reminded, and then it is the coordinator's


def ask(talk: Talk, pair: Pair, count: int) -> None:
    """Ask the mentor, for the `count`th time; silence is looked at again."""
    talk.open(FLOW, pair.programme_id, "mentor", talk.stack.next_depth(), _known(talk, pair))
    if talk.stack.top:
        talk.stack.top.nudged = True  # they are reminded in their own time
    at = quiet_hours.within(talk.known.now + ANSWERED_WITHIN, talk.person.zone)
    talk.time(talk.person.id, f"offer:{pair.id}:{count}", at, OfferOverdue(pair.id, count))


def answer(talk: Talk, run: Open, event: OfferEvent) -> None:
    match event:
        case KeepingSaid():
            trial.say(talk, event)
        case LineSaid():
            lines.say(talk, run, event)
        case OfferReplied():
            wondering.reply(talk, run, talk.offered.get(event.match), event)
        case _:
            _answer(talk, run, event)


def _answer(talk: Talk, run: Open, event: OfferAccepted | OfferDeclined | OfferWondered) -> None:
    pair = talk.offered.get(event.match)
    if pair is not None and pair.stage is not Stage.NONE:
        return _of_both(talk, run, pair, event)
    if pair is None and run.flow.name == asking.MENTEE and not _has_somebody(talk):
        return deciding.too_late(talk, run)
    match event:
        case OfferAccepted():
            _accept(talk, pair)
        case OfferDeclined():
            _decline(talk, pair, _reason(talk, run, FLOW))
        case OfferWondered():
            talk.say(system_messages.SETTLED)
    return None


def _of_both(
    talk: Talk, run: Open, pair: Pair, event: OfferAccepted | OfferDeclined | OfferWondered
) -> None:
    """Where the programme asks both."""
    match event:
        case OfferAccepted():
            deciding.accept(talk, run, pair)
        case OfferDeclined():
            deciding.decline(talk, pair, _reason(talk, run, "want"))
        case OfferWondered():
            wondering.ask(talk, pair, event)


def withdraw(talk: Talk, programme: int | None = None) -> None:
    """Who goes or rests is brought together with nobody, in one programme or in any: a mentor is
    asked no more, and the coordinator looks for somebody else."""
    for pair in list(talk.offered.values()):
        if programme in (None, pair.programme_id):
            drop(talk, pair)
            talk.close_about(pair.id, asking.FLOWS)
            goes_on = pair.stage is Stage.LISTED or pair.mentee.id != talk.person.id
            if pair.stage is Stage.NONE or not goes_on:
                talk.hand_over("offer_off", "", pair.id)


def drop(talk: Talk, pair: Pair) -> None:
    """The mentor need not say any more, and hears so if they were asked; nobody else does."""
    if pair.stage is not Stage.NONE:
        return deciding.drop(talk, pair)
    talk.put(pair.after("withdraw"))
    withdrawn = OfferWithdrawn(pair.id, _name(pair))
    return talk.tell(pair.mentor.id, pair.mentor.zone, withdrawn)


def take_back(talk: Talk, pair: Pair) -> None:
    """A coordinator takes the question back: nobody else of the list is asked."""
    if pair.stage is not Stage.NONE:
        return deciding.drop(talk, pair, halt=True)
    return drop(talk, pair)


def _accept(talk: Talk, pair: Pair | None) -> None:
    """Only this makes the match, and only where the mentee is still free."""
    if pair is None or not _free(talk, pair):
        if pair is not None:
            talk.put(pair.after("withdraw"))
        return talk.say(system_messages.SETTLED)
    talk.put(pair.after("accept"))
    for role, side in (("mentor", pair.mentor), ("mentee", pair.mentee)):
        talk.tell(side.id, side.zone, Matched(pair.id), cause=f"{role}_id:{pair.id}")
    return talk.say(system_messages.GLADLY, other=_name(pair))


def _decline(talk: Talk, pair: Pair | None, reason: str) -> None:
    """The mentee never hears of it. What the mentor writes next is the reason."""
    if pair is None:
        return talk.say(system_messages.SETTLED)
    talk.put(pair.after("decline"))
    if not talk.known.pairs.taken(pair):
        talk.hand_over("declined", reason, pair.id)
    other = _name(pair)
    if reason:
        return talk.say(system_messages.NOT_NOW_SINCE, other=other)
    talk.outcome.person["echo"] = {"heard_from": talk.known.now.isoformat()}
    return talk.say(system_messages.NOT_NOW, other=other)


def _has_somebody(talk: Talk) -> bool:
    me = talk.person.id
    return any(one.state in match.STANDING and one.mentee.id == me for one in talk.pairs.values())


def _reason(talk: Talk, run: Open, state: str) -> str:
    """Why not, as it was written: all of it, where it is more than a no."""
    said, kind = talk.text, talk.known.message.kind
    bare = reading.declines(said, talk.language) or reading.only_picks(said, talk.language)
    if kind == Kind.BUTTON or bare:
        return ""
    asked = replace(run.standing, state=state)
    offered = hearing.offers(run.flow, asked, talk.facts(run), heard.by(talk, said))
    return "" if offered else said


def _free(talk: Talk, pair: Pair) -> bool:
    """Whether the mentee has no other mentor by now, has not stopped, and is at no rest."""
    until = pair.mentee.paused_until
    rests = until is not None and until > talk.known.now
    return pair.mentee.stopped_at is None and not rests and not talk.known.pairs.taken(pair)


def _known(talk: Talk, pair: Pair) -> Facts:
    """Who it would be: the first name, what they look for, when they can; and no more."""
    return {"match": pair.id, "other": _name(pair), **asking.whom(talk, pair)}


def _name(pair: Pair) -> str:
    """The mentee's first name."""
    return (pair.mentee.name or "?").split()[0]
