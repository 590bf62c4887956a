"""How often two people meet: from when on the next times are offered."""

from datetime import date, datetime, time, timedelta

from assistant.turns.agreements import known as agreements
from assistant.turns.batch_matches import Pair
from flows.lifecycles.offer import Stage
from storage.tables import Json

MEETING, MET = "meeting:", ("yes", "partly")  # what feedback is about, and that they met
DAYS = {"week": 7, "fortnight": 14, "three_weeks": 21, "month": 28}  # of an agreement
EARLIER = timedelta(days=4)  # than the very day, of which the next is a day later
AT_THE_END = timedelta(days=7)  # before their last day they meet once more


def begins(pair: Pair, now: datetime) -> datetime:
    """After they met, not long before it is due as they agreed; where they missed it, at once."""
    held = [
        one.about.removeprefix(MEETING) for one in pair.feedback if _met(one.about, one.answers)
    ]
    if not held or not pair.last_day or pair.stage is Stage.TRIAL:
        return now
    terms = agreements.of(pair).holds
    if terms is None:
        return now
    last = datetime.fromisoformat(max(held))
    at = last + timedelta(days=DAYS.get(terms.terms.often, 0)) - EARLIER
    ends = datetime.combine(date.fromisoformat(pair.last_day), time(), at.tzinfo) - AT_THE_END
    return max(min(at, ends), now)


def _met(about: str, answers: Json) -> bool:
    return about.startswith(MEETING) and answers.get("met") in MET
