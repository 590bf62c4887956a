"""The times that two people speak of: what was written, as wall times of who wrote it.

A reply is kept as one or more tokens: a time ("2026-03-06T17:00"), a day ("2026-03-06"), a day at
the hour that is spoken of ("2026-03-06@"), an hour of its day ("17:00"; "5:00" on either side of
noon, as in "2026-03-06T7:00"), or minutes later or earlier ("+15").
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from flows import reading
from flows.engine.states import Answers, Facts, Option
from flows.lifecycles import meeting
from flows.mentoring import pairs
from flows.mentoring.times import time_tokens
from flows.mentoring.times.time_tokens import Spoken, dated, timed

INSTEAD = "instead"  # what was written where it was asked whether a time was heard right
# Where a time can be written.
STATES = ("booked", "pending", "offer", "shared", "time", "day", INSTEAD)
PARTED = "|"  # between the tokens of several times
LISTED = 3  # how many times are offered
CLOSE = timedelta(hours=2)  # to a time that was ruled out
MORNING, NIGHT = time(7), time(22)


def offered(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The next times at which both are free, in this person's words and zone, but for those that
    they have just ruled out."""
    found = pairs.pair_of(answers, facts).get("slots", ())
    left = (one for one in found if not _ruled_out(one[0], answers, facts))
    return tuple(Option(token, label, own=True) for token, label in left)[:LISTED]


def _ruled_out(slot: str, answers: Answers, facts: Facts) -> bool:
    at = datetime.fromisoformat(slot)
    if any(abs(at - datetime.fromisoformat(one)) < CLOSE for one in _refused(answers, facts)):
        return True
    days = [reading.refused_weekdays(one, str(facts["language"])) for one in _noes(answers)]
    if answers.get("shared") == "no" and not days[-1]:
        return True  # none of those
    return any(at.weekday() in some for some in days)


def _refused(answers: Answers, facts: Facts) -> Iterator[str]:
    """The times that were refused as they were asked about."""
    if answers.get("not"):
        yield str(answers["not"])
    here = str(pairs.pair_of(answers, facts).get("here") or "")
    noes = answers.get("offer"), answers.get("pending"), answers.get("wish")
    if here and not {"no", "move"}.isdisjoint(noes):
        yield here


def _noes(answers: Answers) -> Iterator[str]:
    """The words with which somebody said no."""
    yield str(answers.get("refused") or "")
    for state in STATES:
        if answers.get(state) == "no":
            yield str(answers.get(f"{state}_note") or "")


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
        elif name in STATES and answer and answer not in ("yes", "no"):
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
    last = next((name for name in written if answers[name] not in (None, "yes", "no")), "")
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
    spoken = Spoken(here, last, slots, named, fits, beside(answers), language)
    return time_tokens.whole(token, spoken)
