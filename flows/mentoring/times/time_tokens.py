"""From a token to the time it stands for, as far as it is known (see `spoken_times`)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flows import reading
from flows.mentoring.times import day_parts

SAME_HOUR = "@"
JUST_AFTER = timedelta(days=2)
EARLY = 7  # until then an hour is taken for one of the afternoon


@dataclass(frozen=True)
class Spoken:
    """What a token is read against; all times are wall times of who wrote it."""

    here: str  # the time that is spoken of, if any
    stands: str  # the same, unless it is off by now
    last: str  # when the two met last
    slots: Sequence[str]  # the times that are offered, or that they have just named
    named: bool  # whether they have
    fits: Callable[[str], int]  # how many of the two are usually free at a time
    beside: str  # all that was written with the token
    language: str


def timed(named: str) -> bool:
    """Whether it is a whole time."""
    return "T" in named


def dated(named: str) -> bool:
    """Whether its day is known."""
    return "-" in named[1:]


def padded(hour: str) -> str:
    """An hour on either side of noon, as most people meet."""
    early = _bare(hour) and int(hour.partition(":")[0]) < EARLY
    return _later(hour) if early else hour.zfill(len("08:00"))


def whole(token: str, spoken: Spoken) -> str:
    """The time that a token stands for: a day that is offered is its time, and an hour is of the
    day that is spoken of."""
    token = _nearer(token, spoken)
    if timed(token):
        return _on_a_side(token, spoken)
    if not token:
        return token
    if token[0] in "+-":
        return _later_by(int(token), spoken.here or spoken.last)
    if token.endswith(SAME_HOUR):
        day, hour = token.removesuffix(SAME_HOUR), (spoken.here or spoken.last)[11:]
        return f"{day}T{hour}" if hour else day
    if dated(token):
        meant = (one for one in spoken.slots if one.startswith(token) and _in_part(one, spoken))
        return next(meant, _of_weekday(token, spoken) or token)
    if spoken.here:
        return _of_its_day(token, spoken.here)
    listed = [one for one in spoken.slots if _same_hour(token, one)]
    return listed[0] if len(listed) == 1 else token


def _nearer(token: str, spoken: Spoken) -> str:
    """A weekday that is all the day said, and comes just after the day that is spoken of, is that
    one: of a meeting on Monday the 9th "tuesday" is the 10th."""
    if not spoken.stands or not dated(token) or not _only_weekday(spoken):
        return token
    first, here = date.fromisoformat(token[:10]), date.fromisoformat(spoken.stands[:10])
    day = here + timedelta((first - here).days % 7)
    return f"{max(first, day)}{token[10:]}" if day - here <= JUST_AFTER else token


def _only_weekday(spoken: Spoken) -> bool:
    return reading.only_weekday(spoken.beside, spoken.language)


def _later_by(minutes: int, than: str) -> str:
    if not than:
        return ""
    return (datetime.fromisoformat(than) + timedelta(minutes=minutes)).isoformat(timespec="minutes")


def _of_weekday(day: str, spoken: Spoken) -> str:
    """The one time of that weekday of two that were just named: "tuesday is better"."""
    if spoken.here or not spoken.named:
        return ""
    weekday = datetime.fromisoformat(day).weekday()
    found = [one for one in spoken.slots if datetime.fromisoformat(one).weekday() == weekday]
    return found[0] if len(found) == 1 else ""


def _in_part(slot: str, spoken: Spoken) -> bool:
    """Whether a time is in the part of its day that was named."""
    return day_parts.hold(slot, spoken.beside, spoken.language)


def _on_a_side(token: str, spoken: Spoken) -> str:
    """A time whose hour may be on either side of noon: the one that is spoken of, else the one at
    which more of the two are free."""
    day, hour = token.split("T")
    if not _bare(hour):
        return token
    early, late = (f"{day}T{one}" for one in (hour.zfill(len("08:00")), _later(hour)))
    later = late == spoken.here or spoken.fits(late) > spoken.fits(early)
    return late if later else early


def _bare(hour: str) -> bool:
    """Whether it may be on either side of noon: it is written without a nought."""
    return len(hour) == len("8:00")


def _later(hour: str) -> str:
    return f"{int(hour.partition(':')[0]) + 12}:{hour[-2:]}"


def _same_hour(hour: str, slot: str) -> bool:
    at, minute = (int(part) for part in hour.split(":"))
    told = datetime.fromisoformat(slot)
    return told.minute == minute and told.hour in ({at, at + 12} if _bare(hour) else {at})


def _of_its_day(hour: str, named: str) -> str:
    """That hour of the day of a time, on the side of noon that is nearer to it."""
    late = _bare(hour) and int(named[11:13]) > int(hour.partition(":")[0]) + 6
    return f"{named[:10]}T{_later(hour) if late else hour.zfill(len('08:00'))}"
