"""What follows when one side agrees, would like something else, or says what comes at the end."""

from dataclasses import replace
from typing import assert_never

from assistant.internal_events.of_agreement import TermsAsked, TermsSettled, TermsStay, WardTerms
from assistant.turns.agreements import asking, known, longer, texts, times
from assistant.turns.batch_matches import Pair
from assistant.turns.endings import times as endings
from assistant.turns.handlers import meetings
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.engine.values import Facts
from flows.events import (
    MoreTimeSaid,
    TermsAgreed,
    TermsChanged,
    TermsEvent,
    TermsKept,
    WardTermsAgreed,
)
from flows.lifecycles import agreement
from flows.lifecycles.agreement import COORDINATOR, SIDES, Act, Agreement, Stale, Terms
from flows.mentoring.agreement import terms


def apply(talk: Talk, run: Open, event: TermsEvent) -> None:
    if isinstance(event, WardTermsAgreed):
        return asking.of_guardian(talk, run, event)
    pair = talk.pairs.get(event.match)
    if pair is None or pair.closed:
        return meetings.gone(talk, pair)
    match event:
        case TermsAgreed() | TermsChanged():
            return _answered(talk, run, pair, event)
        case TermsKept(_, version):
            return _follow(talk, run, pair, Act("keep", pair.role(talk.person.id), version))
        case MoreTimeSaid():
            return longer.said(talk, pair, event)
        case _:
            assert_never(event)


def _answered(talk: Talk, run: Open, pair: Pair, event: TermsAgreed | TermsChanged) -> None:
    """Nothing was asked before where they have opened it themselves: then it begins now."""
    wished, version = terms.of(event.terms), event.version
    if known.of(pair).state == "none" and version == 0:
        begins = wished if isinstance(event, TermsAgreed) else known.proposed(talk.known, pair)
        pair, version = begin(talk, pair, begins), 1
    trigger = "okay" if isinstance(event, TermsAgreed) else "change"
    return _follow(talk, run, pair, Act(trigger, pair.role(talk.person.id), version, wished))


def begin(talk: Talk, pair: Pair, first: Terms) -> Pair:
    """The first version is nobody's: what the programme proposes."""
    found = agreement.follow(known.of(pair), Act("begin", terms=first))
    talk.put(replace(pair, agreement=found))
    return talk.pairs[pair.id]


def _follow(talk: Talk, run: Open, pair: Pair, act: Act) -> None:
    needs = known.needs(pair, talk.known.programmes[pair.programme_id])
    before = known.of(pair)
    act = replace(act, needs=needs, at=talk.known.now.isoformat())
    try:
        after = agreement.follow(before, act)
    except Stale:
        return _stands(talk, run, pair)
    talk.put(replace(pair, agreement=after))
    return told(talk, talk.pairs[pair.id], before)


def told(talk: Talk, pair: Pair, before: Agreement) -> None:
    """Both hear what has come of it: whose turn this is at once, the other in theirs."""
    after, shown = known.of(pair), values(talk, pair)
    match after.state:
        case "settled" if after.holds == before.holds:
            talk.say(texts.STAYS, **shown)
            _tell(talk, pair, TermsStay(pair.id, after.made))
        case "settled":
            settle(talk, pair)
            _tell(talk, pair, TermsSettled(pair.id, after.made))
        case _:
            _ask(talk, pair, before)


def settle(talk: Talk, pair: Pair) -> None:
    """It holds: their last day is known by all that goes by it."""
    holds = known.of(pair).holds
    assert holds is not None
    talk.put(replace(pair, last_day=holds.terms.until))
    times.last_day(talk, talk.pairs[pair.id])
    endings.plan(talk, talk.pairs[pair.id])
    if not pair.last_day:
        endings.begin(talk, talk.pairs[pair.id])
    times.goal(talk, talk.pairs[pair.id])
    talk.say(texts.SETTLED, **values(talk, pair))
    asking.ask_of_goals(talk, talk.pairs[pair.id])
    asking.find_time(talk, talk.pairs[pair.id])


def _ask(talk: Talk, pair: Pair, before: Agreement) -> None:
    """Whoever has not agreed to this version is asked: the other side first."""
    found, shown = known.of(pair), values(talk, pair)
    assert found.asked is not None
    needs = known.needs(pair, talk.known.programmes[pair.programme_id])
    missing = agreement.missing(found, needs)
    event = TermsAsked(pair.id, found.asked.number)
    if missing & SIDES:
        anew = before.asked is None or before.asked.number != found.asked.number
        talk.say(texts.ASKING_ANEW if anew else texts.ASKING, **shown)
        return _tell(talk, pair, event)
    talk.say(texts.NEARLY, **shown)
    _tell(talk, pair, TermsSettled(pair.id, found.asked.number))
    for role, guardian in (pair.signers.guardians if pair.signers else {}).items():
        if known.guardian_of(role) in missing:
            _ask_guardian(talk, pair, role, guardian)
    if COORDINATOR in missing:
        programme, child = pair.programme_id, pair.mentee.id
        new = asking.listed(talk, found.asked, child, programme, pair.id)
        talk.outcome.handovers += (new,)
    return None


def _ask_guardian(talk: Talk, pair: Pair, role: str, guardian: int) -> None:
    asked = known.of(pair).asked
    assert asked is not None
    child, other = pair.mentee, pair.mentor
    if role == "mentor":
        child, other = other, child
    event = WardTerms(
        pair.id,
        asked.number,
        pair.programme_id,
        role,
        child.name or "",
        other.name or "?",
        terms.kept(asked.terms),
    )
    cause = f"ward_terms:{pair.id}:{asked.number}:{role}"
    talk.tell(guardian, child.zone, event, cause=cause)


def _stands(talk: Talk, run: Open, pair: Pair) -> None:
    """Things have changed since they were asked: how they stand, and what is open in it."""
    found = known.of(pair)
    shown = values(talk, pair)
    if found.asked is None:
        return talk.say(texts.STAYS if found.holds else texts.OVER, **shown)
    if pair.role(talk.person.id) in found.asked.okays:
        return talk.say(texts.SAID_ALREADY, **shown)
    return asking.put_anew(talk, pair, run)


def _tell(talk: Talk, pair: Pair, event: TermsAsked | TermsSettled | TermsStay) -> None:
    other = pair.other(talk.person.id)
    talk.tell(other.id, other.zone, event)


def values(talk: Talk, pair: Pair) -> Facts:
    """What the texts show: the newest terms."""
    newest = known.of(pair).newest
    shown = terms.in_words(terms.kept(newest.terms)) if newest else {}
    return {"other": pair.other(talk.person.id).name or "?", **shown}
