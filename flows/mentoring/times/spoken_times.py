"""The times that two people speak of: what was written, as wall times of who wrote it.

A reply is kept as one or more tokens: a time ("2026-03-06T17:00"), a day ("2026-03-06"), a day at
the hour that is spoken of ("2026-03-06@"), an hour of its day ("17:00"; "5:00" on either side of
noon, as in "2026-03-06T7:00"), or minutes later or earlier ("+15").
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from itertools import takewhile
from zoneinfo import ZoneInfo

from flows.engine.states import Answers, Facts
from flows.lifecycles import meeting
from flows.mentoring import pairs
from flows.mentoring.times import time_tokens
from flows.mentoring.times.offered_times import INSTEAD, STATES, offered
from flows.mentoring.times.time_tokens import Spoken, dated, timed

PARTED = "|"  # between the tokens of several times
MORNING, NIGHT = time(7), time(22)
NO_TIMES = ("yes", "no", "once", "place")  # tokens of options beside them


def said(answers: Answers, facts: Facts) -> str:
    """The time, the day or the hour that was picked or written last; of several the first that
    fits."""
    return (*_fitting(answers, facts), "")[0]


def second(answers: Answers, facts: Facts) -> str:
    """The next time that fits, where several were written."""
    return (*_fitting(answers, facts), "", "")[1]


def beside(answers: Answers) -> str:
    """All that was written with the time."""
    notes = (answers.get(f"{name}_note") for name in reversed(answers) if name in STATES)
    return str(next(notes, "") or "")


def slot(answers: Answers, facts: Facts) -> str:
    """The wall time meant, in the zone of who said it."""
    named, hour = said(answers, facts), str(answers.get("hour") or "")
    if not hour or not dated(named) or timed(named):
        return named
    return _whole(hour if timed(hour) else f"{named}T{hour}", answers, facts)


def there(wall: str, answers: Answers, facts: Facts) -> datetime:
    """What time it is then where the other side lives."""
    pair = pairs.pair_of(answers, facts)
    at = datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(pair["zone"]))
    return at.astimezone(ZoneInfo(pair["other_zone"]))


def there_told(wall: str, answers: Answers, facts: Facts) -> str:
    """The same, as it is told."""
    pair = pairs.pair_of(answers, facts)
    at = there(wall, answers, facts).replace(tzinfo=None).isoformat(timespec="minutes")
    return meeting.told(at, str(pair["other_zone"]), str(pair["zone"]))


def by_night(wall: str, answers: Answers, facts: Facts) -> bool:
    """Whether the other side would be asleep."""
    hour = there(wall, answers, facts).time()
    return not MORNING <= hour < NIGHT


def _fitting(answers: Answers, facts: Facts) -> Sequence[str]:
    """The times that were written; of several those at which the other is usually free first."""
    found = [_whole(one, answers, facts) for one in _written(answers).split(PARTED)]
    if len(found) < 2:
        return found
    awake = [one for one in found if timed(one) and not by_night(one, answers, facts)]
    return sorted(awake, key=lambda one: not _suits(one, answers, facts)) or found[:1]


def _suits(wall: str, answers: Answers, facts: Facts) -> bool:
    """Whether the other is usually free then, as far as it is known."""
    free = pairs.pair_of(answers, facts).get("other_free", ())
    return _within(there(wall, answers, facts), free)


def _within(at: datetime, free: Iterable[tuple[int, str, str]]) -> bool:
    clock = f"{at:%H:%M}"
    return any(day == at.weekday() and start <= clock < end for day, start, end in free)


def _written(answers: Answers) -> str:
    """What was written last; the day that an hour lacked stands before it."""
    written = ""
    for name, answer in answers.items():
        if name == "offer" and answer == "second":
            written = str(answers["alternative"])
        elif name in STATES and answer and answer not in NO_TIMES:
            lacked = name == "day" and ":" in written and not dated(written)
            only_day = dated(str(answer)) and not timed(str(answer))
            hour = time_tokens.padded(written) if lacked else ""
            written = f"{answer}T{hour}" if lacked and only_day else str(answer)
    return written


def echoed(answers: Answers, facts: Facts) -> Sequence[str]:
    """The time that was echoed before another was written, or the two of them."""
    before = dict(takewhile(lambda one: one[0] != INSTEAD, answers.items()))
    several = _fitting(before, facts)
    return several[:2] if len(several) > 1 else [slot(before, facts)]


def _spoken_of(answers: Answers, facts: Facts) -> tuple[str, Sequence[str]]:
    """The time that is spoken of, and those that are offered: of what was just echoed, that."""
    written = (name for name in reversed(answers) if name in STATES)
    last = next((name for name in written if answers[name] not in (None, *NO_TIMES)), "")
    slots = [option.token for option in offered(answers, facts)]
    if last == "offer" and answers.get("alternative"):
        slots.insert(0, str(answers["alternative"]))
    if last != INSTEAD:
        here = pairs.pair_of(answers, facts).get("here") or answers.get("not")
        return str(here or ""), slots
    first, *others = echoed(answers, facts)
    return ("", [first, *others]) if others else (first, slots)


def _whole(token: str, answers: Answers, facts: Facts) -> str:
    pair = pairs.pair_of(answers, facts)

    def fits(wall: str) -> int:
        mine = _within(datetime.fromisoformat(wall), pair.get("free", ()))
        return mine + _suits(wall, answers, facts)

    here, slots = _spoken_of(answers, facts)
    language = str(facts["language"])
    last, named = str(pair.get("last") or ""), INSTEAD in answers
    stands = str(pair.get("here") or "")
    spoken = Spoken(here, stands, last, slots, named, fits, beside(answers), language)
    return time_tokens.whole(token, spoken)
