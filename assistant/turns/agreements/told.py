"""Internal events about an agreement: it is time, the other side has answered, or nobody has."""

from dataclasses import replace
from datetime import date, datetime
from typing import assert_never

from assistant.internal_events.of_agreement import (
    LastDayNear,
    OfAgreement,
    TermsAsked,
    TermsDue,
    TermsOkayed,
    TermsOverdue,
    TermsSettled,
    TermsStay,
    TermsUnanswered,
    WardTerms,
    WardTermsOverdue,
)
from assistant.turns.agreements import (
    asking,
    deciding,
    known,
    longer,
    silence,
    texts,
    times,
    wards,
)
from assistant.turns.agreements.asking import FLOW, MORE
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import meetings
from assistant.turns.internal_events import other_side, timing
from flows.lifecycles import agreement, match
from flows.lifecycles.agreement import COORDINATOR, SIDES, Act, Stale
from flows.lifecycles.offer import Stage
from flows.mentoring.agreement import terms

InMatch = (
    TermsDue | TermsAsked | TermsOverdue | TermsUnanswered | TermsSettled | TermsStay | LastDayNear
)
PUT_OFF = 3  # times, for a first meeting


def hear(talk: Conversation, event: OfAgreement) -> None:
    if isinstance(event, WardTerms | WardTermsOverdue):
        return wards.hear(talk, event)
    pair = talk.pairs.get(event.match)
    if isinstance(event, TermsOkayed):
        return _okayed(talk, pair, event) if pair else None
    return _in_match(talk, pair, event) if pair and not pair.closed else None


def _in_match(talk: Conversation, pair: Pair, event: InMatch) -> None:
    match event:
        case TermsDue():
            return _due(talk, pair, event)
        case TermsAsked():
            return _asked(talk, pair, event)
        case TermsOverdue():
            return silence.overdue(talk, pair, event)
        case TermsUnanswered():
            return silence.unanswered(talk, pair, event)
        case TermsSettled():
            return _settled(talk, pair, event)
        case TermsStay():
            return _stay(talk, pair, event)
        case LastDayNear():
            return _last_day(talk, pair, event)
        case _:
            assert_never(event)


def _due(talk: Conversation, pair: Pair, event: TermsDue) -> None:
    """Not before they have met, as long as that is under way; one thing at a time."""
    found = known.of(pair)
    over = found.state == "settled" or pair.stage is Stage.TRIAL  # or not begun
    if over or not silence.waits(talk, pair) or asking.open_to(talk, pair):
        return None
    if at := _first_meeting(talk, pair, event):
        return times.later(talk, pair, event, at)
    if timing.rests(talk, event) or not timing.asks(talk, event):
        return None
    if found.state == "none":
        pair = deciding.begin(talk, pair, known.proposed(talk.known, pair))
    return asking.put(talk, pair)


def _first_meeting(talk: Conversation, pair: Pair, event: TermsDue) -> datetime | None:
    """When it is looked at again, where two who have not met are about to."""
    if pair.over or event.count > PUT_OFF or meetings.past(pair, talk.known.now):
        return None
    match pair.meeting.state:
        case "booked":
            return times.morning_after(talk, datetime.fromisoformat(pair.meeting.slot))
        case "proposed":
            return talk.known.now + times.AGAIN
        case _:
            return None


def _asked(talk: Conversation, pair: Pair, event: TermsAsked) -> None:
    """The other side has agreed to it, or would like it otherwise."""
    asked = known.of(pair).asked
    if asked is None or asked.number != event.version or not silence.waits(talk, pair):
        return None
    if asking.asked_about(talk, pair, event.version):
        return None  # as they are just asked
    if asking.open_to(talk, pair):  # about a version before
        return asking.put_anew(talk, pair)
    if timing.rests(talk, event) or not timing.free(talk, event):
        return None
    if not asked.by and asked.was is None and not timing.affordable(talk, event):
        return None
    return asking.put(talk, pair)


def _settled(talk: Conversation, pair: Pair, event: TermsSettled) -> None:
    """The other has agreed as well; or both have, and somebody else is asked."""
    found, shown = known.of(pair), deciding.values(talk, pair)
    if found.newest is None or found.newest.number != event.version:
        return None
    if found.asked is None:
        other_side.instead(talk, pair.id, texts.SETTLED, shown, (FLOW,))
        asking.ask_of_goals(talk, pair)
        return asking.find_time(talk, pair)
    if found.asked.okays.keys() >= SIDES:
        return other_side.instead(talk, pair.id, texts.NEARLY, shown, (FLOW,))
    return None


def _stay(talk: Conversation, pair: Pair, event: TermsStay) -> None:
    found = known.of(pair)
    if found.asked is None and found.made == event.version:
        shown = deciding.values(talk, pair)
        other_side.instead(talk, pair.id, texts.STAYS, shown, (FLOW, MORE))


def _okayed(talk: Conversation, pair: Pair, event: TermsOkayed) -> None:
    """Whoever else had to agree has; on hold nothing is said of it. A coordinator answers for
    guardians, too: they know it from them."""
    if pair.state not in match.STANDING:
        return
    needs = known.needs(pair, talk.known.programmes[pair.programme_id])
    before = found = known.of(pair)
    by = needs - SIDES if event.by == COORDINATOR else {event.by}
    for one in sorted(by):
        act = Act("okay", one, event.version, None, needs, talk.known.now.isoformat())
        try:
            found = agreement.follow(found, act)
        except Stale:
            return
    talk.put(replace(pair, agreement=found))
    if found.state == "settled" and found.holds != before.holds:
        _now_settled(talk, talk.pairs[pair.id])


def _now_settled(talk: Conversation, pair: Pair) -> None:
    said = len(talk.outcome.prompts)
    deciding.settle(talk, pair)
    if pair.closed:
        del talk.outcome.prompts[said:]
        return
    other = pair.other(talk.person.id)
    talk.tell(other.id, other.zone, TermsSettled(pair.id, known.of(pair).made))


def _last_day(talk: Conversation, pair: Pair, event: LastDayNear) -> None:
    found, me = known.of(pair), pair.role(talk.person.id)
    if pair.last_day != event.day or found.holds is None or found.asked:
        return None  # they have agreed on another, or are about to
    if event.count > 1:
        return _unanswered(talk, pair, me)
    if me in found.more or date.fromisoformat(event.day) <= talk.known.now.date():
        return None
    if timing.rests(talk, event) or not timing.free(talk, event):
        return None
    if not timing.affordable(talk, event):
        return None
    given = {"match": pair.id, "version": found.holds.number, "until": pair.last_day}
    return talk.open(MORE, pair.programme_id, me, talk.stack.next_depth(), given)


def _unanswered(talk: Conversation, pair: Pair, me: str) -> None:
    """Who would like more time, of which the other has said nothing, is told how it stands."""
    found = known.of(pair)
    if dict(found.more) == {me: longer.MORE} and found.holds:
        talk.hand_over("more_time", "", pair.id)
        shown = terms.in_words(terms.kept(found.holds.terms))
        talk.say(texts.NOT_YET, other=pair.other(talk.person.id).name or "?", **shown)
