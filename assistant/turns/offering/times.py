"""Until when somebody has time to answer an offer, and when they are reminded."""

from datetime import date, datetime, time, timedelta

from assistant.internal_events.of_offers import NoAnswer, OfferLapses, OfferReminder, OfferWaits
from assistant.programmes import offers
from assistant.schedule import quiet_hours
from assistant.schedule.quiet_hours import local
from assistant.turns.batch_matches import Pair
from assistant.turns.handlers import profiles
from assistant.turns.talk import Talk

ENDS_AT = time(20)
REMINDED = timedelta(days=1)
A_QUESTION = timedelta(days=2)  # until who asked it can decide without an answer
TOLD_AFTER = timedelta(days=1)  # who waits hears on the morning after


def answer_by(talk: Talk, pair: Pair, left: int | None = None) -> datetime:
    """In the evening of the last day that they have."""
    days = offers.of(talk.known.programmes.get(pair.programme_id)).days if left is None else left
    zone = talk.person.zone
    day = local(talk.known.now, zone).date() + timedelta(days=max(days, 1))
    return clock(talk, day, ENDS_AT, zone)


def left(talk: Talk, pair: Pair) -> int:
    """How many days they still have."""
    if pair.answer_by is None:
        return 1
    there = local(pair.answer_by, talk.person.zone).date()
    return (there - local(talk.known.now, talk.person.zone).date()).days


def asked(talk: Talk, pair: Pair) -> None:
    """They are reminded after a day, and the time ends."""
    assert pair.answer_by is not None
    by, me = pair.answer_by.isoformat(), talk.person.id
    again = quiet_hours.within(talk.known.now + REMINDED, talk.person.zone)
    if again < pair.answer_by:
        talk.time(me, f"offer_again:{pair.id}:{by}", again, OfferReminder(pair.id, by))
    talk.time(me, f"offer_by:{pair.id}:{by}", pair.answer_by, OfferLapses(pair.id, by))


def waits(talk: Talk, pair: Pair) -> str:
    """By when a mentor hears what the other says: the day (ISO). On it they do."""
    days = timedelta(days=offers.of(talk.known.programmes.get(pair.programme_id)).days)
    mentor, asked_at = pair.mentor, quiet_hours.within(talk.known.now, pair.mentee.zone)
    by = max(pair.answer_by or asked_at + days, talk.known.now)
    day = local(by + TOLD_AFTER, mentor.zone).date()
    at = clock(talk, day, profiles.STATUS_HOUR, mentor.zone)
    talk.time(mentor.id, f"offer_waits:{pair.id}:{day}", at, OfferWaits(pair.id))
    return day.isoformat()


def question_out(talk: Talk, pair: Pair, days: int) -> datetime:
    """Without an answer by then they can decide all the same."""
    at = quiet_hours.within(talk.known.now + A_QUESTION, talk.person.zone)
    by = at.isoformat()
    talk.time(talk.person.id, f"offer_question:{pair.id}:{by}", at, NoAnswer(pair.id, days, by))
    return at


def promise(talk: Talk, programme: int, role: str) -> None:
    """They are told a day by which they hear, and on no other do they hear that we look on."""
    today = local(talk.known.now, talk.person.zone).date()
    before = {f"status:{talk.person.id}:{programme}:{today + timedelta(days=n)}" for n in range(8)}
    profiles.promise(talk, programme, role)
    talk.outcome.untimed += tuple(sorted(before - {talk.outcome.timers[-1].cause}))


def clock(talk: Talk, day: date, hour: time, zone: str) -> datetime:
    there = local(talk.known.now, zone).tzinfo
    return datetime.combine(day, hour, there).astimezone(talk.known.now.tzinfo)
