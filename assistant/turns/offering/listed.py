"""The next best: who is asked when nothing came of an offer, as the coordinator approved it."""

from assistant.internal_events.of_match import Offered
from assistant.internal_events.of_offers import OfferEnded
from assistant.turns.batch_matches import Pair
from assistant.turns.context import Lacking
from assistant.turns.offering import deciding
from assistant.turns.talk import Talk
from flows.lifecycles import match
from flows.lifecycles.offer import Stage
from storage.desk import Of

NOBODY_LEFT = "list_over"  # on the coordinator's list


def go_on(talk: Talk, event: OfferEnded) -> None:
    theirs = [
        pair
        for pair in sorted(talk.offered.values(), key=lambda one: one.id)
        if pair.programme_id == event.programme and pair.mentee.id == talk.person.id
    ]
    waiting = [pair for pair in theirs if pair.stage is Stage.LISTED]
    if event.halt:
        for pair in waiting:
            talk.put(pair.after("withdraw"))
        return
    has_somebody = any(pair.state in match.STANDING for pair in talk.pairs.values())
    if len(waiting) < len(theirs) or has_somebody or talk.stopped:
        return
    _ask_first(talk, event, waiting)


def _ask_first(talk: Talk, event: OfferEnded, waiting: list[Pair]) -> None:
    """Of those who are still there and have room; the others are off the list."""
    for pair in waiting:
        if _has_room(talk, pair):
            talk.put(pair.staged("ask"))
            mentor = pair.mentor
            talk.tell(mentor.id, mentor.zone, Offered(pair.id), cause=f"offered:{pair.id}")
            return
        talk.put(pair.after("withdraw"))
    talk.hand_over(NOBODY_LEFT, "", event.match)


def _has_room(talk: Talk, pair: Pair) -> bool:
    of = Of(pair.programme_id, talk.known.at_phone)
    if of not in talk.known.rare.standing:
        raise Lacking("standing", of)
    desk = talk.known.rare.standing[of]
    mentors = (one for one in desk.mentors if one.person_id == pair.mentor.id)
    return deciding.here(talk, pair.mentor) and any(map(desk.has_room, mentors))
