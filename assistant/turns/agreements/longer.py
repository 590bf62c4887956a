"""Before the last day: whether the two finish as planned, or would both like more time."""

from dataclasses import replace
from datetime import date

from assistant.internal_events.of_agreement import TermsAsked, TermsStay
from assistant.programmes import agreements as defaults
from assistant.turns.agreements import asking, known, texts
from assistant.turns.batch_matches import Pair
from assistant.turns.talk import Talk
from flows.events import MoreTimeSaid
from flows.lifecycles import agreement
from flows.lifecycles.agreement import Act, Terms
from flows.mentoring.agreement import terms

MORE, FINISH = "more", "finish"
LONGER = ("6", "programme", "year", "semester", "12")  # the first that there is room for


def said(talk: Talk, pair: Pair, event: MoreTimeSaid) -> None:
    """It only gets longer if both would like that; what one of them said the other never hears."""
    found = known.of(pair)
    if found.asked or found.holds is None or found.holds.number != event.version:
        return talk.say(texts.OVER, other=_other(talk, pair))
    me, other = pair.role(talk.person.id), pair.role(pair.other(talk.person.id).id)
    said = {**found.more, me: MORE if event.more else FINISH}
    pair = replace(pair, agreement=replace(found, more=said))
    talk.put(pair)
    match said[me], said.get(other):
        case "more", "more":
            return _renew(talk, pair)
        case "more", None:
            return talk.say(texts.MORE_ASKED, **_shown(talk, pair))
        case "more", _:
            return talk.say(texts.STAYS, **_shown(talk, pair))
    if said.get(other) == MORE:
        _tell(talk, pair, TermsStay(pair.id, found.made))
    return talk.say(texts.FINISHES, **_shown(talk, pair))


def _renew(talk: Talk, pair: Pair) -> None:
    """Both are asked about a later day; where the programme has none a person has to look."""
    holds = known.of(pair).holds
    assert holds is not None
    until = _later(talk, pair, holds.terms)
    if not until:
        talk.hand_over("more_time", "", pair.id)
        return talk.say(texts.MORE_THAN_THERE_IS, **_shown(talk, pair))
    act = Act("renew", version=holds.number, terms=replace(holds.terms, until=until))
    after = agreement.follow(known.of(pair), act)
    talk.put(replace(pair, agreement=after))
    asking.put(talk, talk.pairs[pair.id])
    return _tell(talk, pair, TermsAsked(pair.id, after.made))


def _later(talk: Talk, pair: Pair, held: Terms) -> str:
    programme = talk.known.programmes[pair.programme_id]
    days = dict(defaults.last_days(programme, date.fromisoformat(held.until)))
    return next((days[name] for name in LONGER if name in days), "")


def _shown(talk: Talk, pair: Pair) -> dict[str, object]:
    holds = known.of(pair).holds
    assert holds is not None
    return {"other": _other(talk, pair), **terms.in_words(terms.kept(holds.terms))}


def _other(talk: Talk, pair: Pair) -> str:
    return pair.other(talk.person.id).name or "?"


def _tell(talk: Talk, pair: Pair, event: TermsAsked | TermsStay) -> None:
    other = pair.other(talk.person.id)
    talk.tell(other.id, other.zone, event)
