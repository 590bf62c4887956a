"""When two people could meet: the next few hours of the week that both have free."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flows.reading import Window

A_SECOND, A_DAY = timedelta(seconds=1), timedelta(days=1)
_SOONEST = timedelta(hours=24)
_LATEST = timedelta(days=14)
_LENGTH = timedelta(hours=1)
CLOSE = timedelta(hours=2)  # to a time that was refused
Span = tuple[datetime, datetime]
_STEP = 30  # minutes: meetings begin on the hour or the half hour


@dataclass(frozen=True)
class Free:
    """When somebody is usually free, and the IANA zone in which they said so."""

    windows: Sequence[Window]
    zone: str


def shared(
    first: Free, second: Free, now: datetime, refused: Sequence[Span] = (), most: int = 3
) -> list[datetime]:
    """The next instants, in UTC, at which both are free for an hour, but for those between
    what was refused; on different days if possible.

    On each day the beginning of what they share comes first; an hour that a change of the clocks
    removes or repeats is never offered.
    """
    open_: list[datetime] = []
    by_day: dict[date, datetime] = {}
    for at in _starts(first, now):
        refused_then = any(since < at < until for since, until in refused)
        if not refused_then and _is_free(second, at):
            open_.append(at)
            by_day.setdefault(at.astimezone(ZoneInfo(first.zone)).date(), at)
        if len(by_day) == most:  # later ones would change nothing
            break
    chosen = list(by_day.values())[:most]
    for at in open_:
        if len(chosen) < most and all(abs(at - other) >= 2 * _LENGTH for other in chosen):
            chosen.append(at)
    return sorted(chosen)


def around(refused: str) -> Span:
    """What is not offered for a refused time or day, which is an instant, or an interval of
    ISO 8601 that begins with one."""
    at, _, day = refused.partition("/")
    since = datetime.fromisoformat(at)
    return (since - A_SECOND, since + A_DAY) if day else (since - CLOSE, since + CLOSE)


def _starts(free: Free, now: datetime) -> Iterator[datetime]:
    """Every beginning that suits one person, in order."""
    today = now.astimezone(ZoneInfo(free.zone)).date()
    for ahead in range(_LATEST.days + 2):
        day = today + timedelta(days=ahead)
        for window in sorted(each for each in free.windows if each.weekday == day.weekday()):
            for start in _halves(window):
                at = _instant(datetime.combine(day, start), free.zone)
                if at and _SOONEST <= at - now <= _LATEST and _is_free(free, at):
                    yield at


def _halves(window: Window) -> Iterator[time]:
    first, last = (each.hour * 60 + each.minute for each in (window.start, window.end))
    for minute in range(-(-first // _STEP) * _STEP, last, _STEP):
        yield time(*divmod(minute, 60))


def _instant(wall: datetime, zone: str) -> datetime | None:
    """The instant of a wall time that a zone has once and no more."""
    early, late = (wall.replace(tzinfo=ZoneInfo(zone), fold=fold) for fold in (0, 1))
    return early.astimezone(UTC) if early.utcoffset() == late.utcoffset() else None


def _is_free(free: Free, at: datetime) -> bool:
    """Whether a window holds the whole hour, as the clocks of the zone tell it."""
    start, end = (each.astimezone(ZoneInfo(free.zone)) for each in (at, at + _LENGTH))
    wall = start.replace(tzinfo=None)
    return (
        start.date() == end.date()
        and any(
            window.weekday == start.weekday()
            and window.start <= start.time()
            and end.time() <= window.end
            for window in free.windows
        )
        and _instant(wall, free.zone) is not None
    )
