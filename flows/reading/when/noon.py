"""On which side of noon an hour is: by its am or pm, or by the part of the day spoken of."""

from datetime import time

from flows.reading.rules import Match

_AFTERNOON = range(1, 7)  # "at 4" is 16:00: nobody meets at four in the morning.


def placed(match: Match, at: time, *, bare: bool) -> time:
    """The time on the side of noon that was meant."""
    mark, part = _mark(match), _part(match)
    hour = at.hour
    if mark == "p" or (not mark and part in {"afternoon", "evening"}):
        hour = hour % 12 + 12 if hour <= 12 else hour
    elif mark == "a" or part == "morning":
        hour = hour % 12 if hour == 12 else hour
    elif part == "night":
        hour = hour + 12 if 5 <= hour < 12 else hour % 12 if hour == 12 else hour
    elif bare and hour in _AFTERNOON:
        hour += 12
    return at.replace(hour=hour)


def told(match: Match) -> bool:
    """Whether the side of noon is said."""
    return bool(_mark(match) or _part(match))


def _mark(match: Match) -> str:
    """The am or pm within, or right after."""
    following = match.following()
    sign = match.named.get("ampm") or (following if following.kind == "ampm" else None)
    return "" if sign is None or sign.text == "ampm" else str(sign.value)


def _part(match: Match) -> str:
    """The part of the day spoken of: within the time, or anywhere in the phrase."""
    inside = [sign for sign in match.signs[match.first : match.after] if sign.kind == "part"]
    parts = inside or [sign for sign in match.signs if sign.kind == "part"]
    values = {str(sign.value) for sign in parts}
    return values.pop() if len(values) == 1 else ""
