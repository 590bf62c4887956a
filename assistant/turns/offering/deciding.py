"""What follows from what somebody says of an offer, or from their going."""

from assistant.internal_events.kinds import Matched
from assistant.internal_events.of_match import OfferWithdrawn
from assistant.internal_events.of_offers import LookingOn, MentorFound, OfferEnded
from assistant.turns import system_messages
from assistant.turns.batch_matches import Pair
from assistant.turns.handlers import reminders
from assistant.turns.offering import asking, texts, times
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.lifecycles.offer import ASKED, Stage
from storage.mentoring.matches import Side

WAITING = (Stage.MENTEE, Stage.MENTEE_ASKS, Stage.MENTOR_ASKS)  # the mentor, for the other's word


def accept(talk: Talk, run: Open, pair: Pair) -> None:
    if not asking.mine(talk, pair):
        return talk.say(system_messages.SETTLED)
    if pair.role(talk.person.id) == "mentor":
        return _willing(talk, pair)
    return _meet(talk, run, pair)


def _willing(talk: Talk, pair: Pair) -> None:
    """Who looks for help is asked, and the mentor hears by a day that is named."""
    if not here(talk, pair.mentee) or talk.known.pairs.taken(pair):
        talk.put(pair.after("withdraw"))
        return talk.say(system_messages.SETTLED)
    pair = pair.staged("gladly", "mentor")
    talk.put(pair)
    talk.close_about(pair.id, (asking.QUESTION,))
    mentee = pair.mentee
    talk.tell(mentee.id, mentee.zone, MentorFound(pair.id), cause=f"mentor_found:{pair.id}")
    return talk.say(texts.WILLING, other=asking.name(pair, "mentor"), by=times.waits(talk, pair))


def _meet(talk: Talk, run: Open, pair: Pair) -> None:
    """Both would: they meet once, and nobody else need decide about either."""
    if talk.known.pairs.taken(pair):
        talk.put(pair.after("withdraw"))
        return talk.say(system_messages.SETTLED)
    if not here(talk, pair.mentor):
        talk.put(pair.after("withdraw"))
        _go_on(talk, pair)
        return _promised(talk, pair, texts.NOT_FREE)
    pair = pair.staged("gladly", "mentee").after("accept")
    talk.put(pair)
    for other in list(talk.offered.values()):
        drop(talk, other)
        talk.close_about(other.id, asking.FLOWS)
    reminders.check_in(talk, pair.id, talk.person.id, 1)
    mentor = pair.mentor
    talk.tell(mentor.id, mentor.zone, Matched(pair.id), cause=f"mentor_id:{pair.id}")
    talk.say(texts.LETS_MEET)
    return talk.open("meeting", pair.programme_id, "mentee", run.depth, {"match": pair.id})


def decline(talk: Talk, pair: Pair, reason: str) -> None:
    """The other never hears of it; the next of the list is asked."""
    if not asking.mine(talk, pair):
        return talk.say(system_messages.SETTLED)
    close(talk, pair, "decline")
    if reason:
        talk.hand_over("declined", reason, pair.id)
    else:
        talk.outcome.person["echo"] = {"heard_from": talk.known.now.isoformat()}
    if pair.role(talk.person.id) == "mentee":
        said = texts.KEEPS_LOOKING_SINCE if reason else texts.KEEPS_LOOKING
        return _promised(talk, pair, said)
    said = system_messages.NOT_NOW_SINCE if reason else system_messages.NOT_NOW
    return talk.say(said, other=asking.name(pair, "mentor"))


def too_late(talk: Talk, run: Open) -> None:
    """Who looks for help says what they think of somebody who has just gone."""
    talk.say(texts.NOT_FREE, other=run.standing.answers["other"])
    assert run.programme_id is not None
    times.promise(talk, run.programme_id, "mentee")


def close(talk: Talk, pair: Pair, step: str) -> None:
    """They do not answer, or say not now: it is over, and goes on with the next."""
    talk.put(pair.after("decline" if step == "decline" else "withdraw"))
    talk.close_about(pair.id, asking.FLOWS)
    if ASKED[pair.stage] == "mentee":
        _look_on(talk, pair)
    _go_on(talk, pair)


def drop(talk: Talk, pair: Pair, *, halt: bool = False) -> None:
    """Nobody need say any more: either goes, has somebody, or a coordinator takes it back."""
    talk.put(pair.after("withdraw"))
    me, mentor = talk.person.id, pair.mentor
    if pair.stage is Stage.LISTED:
        return
    if pair.stage in WAITING:
        if mentor.id != me or halt:
            _look_on(talk, pair)
    else:
        withdrawn = OfferWithdrawn(pair.id, asking.name(pair, "mentor"))
        talk.tell(mentor.id, mentor.zone, withdrawn)
    if halt or pair.mentee.id != me:
        _go_on(talk, pair, halt=halt, waits=pair.stage is Stage.MENTEE_ASKS)


def here(talk: Talk, side: Side) -> bool:
    """Whether somebody has not stopped and is at no rest."""
    until = side.paused_until
    return side.stopped_at is None and not (until is not None and until > talk.known.now)


def _go_on(talk: Talk, pair: Pair, *, halt: bool = False, waits: bool = False) -> None:
    """The list is theirs who look for help: in their own turn it goes on."""
    event = OfferEnded(pair.id, pair.programme_id, halt, waits)
    cause = f"offer_ended:{pair.id}:{halt}"
    talk.tell(pair.mentee.id, "", event, talk.known.now, cause)


def _look_on(talk: Talk, pair: Pair) -> None:
    """To the mentor who would have gladly: never that somebody declined."""
    event = LookingOn(pair.id, pair.programme_id)
    talk.tell(pair.mentor.id, pair.mentor.zone, event, cause=f"looking_on:{pair.id}")


def _promised(talk: Talk, pair: Pair, msgid: str) -> None:
    talk.say(msgid, other=asking.name(pair, "mentee"))
    times.promise(talk, pair.programme_id, "mentee")
