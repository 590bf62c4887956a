"""What flows may know and say: the facts of a person in a programme."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from assistant.channels.sms import segments
from assistant.programmes import topics
from assistant.rendering import dates
from assistant.schedule.quiet_hours import local
from assistant.turns.batch_matches import Pair
from assistant.turns.context import Known, Outcome
from assistant.turns.outbound import reader_of
from assistant.understanding import reserved
from flows import reading
from flows.engine.states import Facts
from flows.lifecycles import meeting
from flows.mentoring import slots
from flows.mentoring.slots import Free
from flows.reading import Unclear
from storage.mentoring.matches import Side
from storage.people.persons import Someone
from storage.people.programmes import Programme
from storage.tables import Json

A_WHILE = timedelta(days=180)  # where a programme has no end
HEARS_WITHIN = timedelta(days=3)


def facts(known: Known, programme_id: int | None, role: str, language: str) -> dict[str, object]:
    """The facts of this person in this programme, or of no programme yet."""
    key = programme_id, role, language, known.person.zone
    shared = known.shared.facts.get(key)
    if shared is None:
        shared = known.shared.facts[key] = _shared(known, programme_id, role, language)
    profile = profile_of(known, programme_id, role)
    return {
        **shared,
        "name": known.person.name or "",
        "profile": profile,
        "invited": bool(profile.get("invited")),
        "paused_until": _rests_until(known.person, known.now),
        "fewer": known.person.fewer,
        "by_sms": known.address is not None and known.address.channel.endswith("sms"),
        "goals": [
            {"id": goal.id, "text": goal.text, "progress": goal.progress}
            for goal in known.goals or ()
            if goal.programme_id == programme_id
        ],
    }


def of_pairs(known: Known, theirs: Iterable[Pair], language: str, with_slots: bool) -> list[Facts]:
    """The people somebody was brought together with; with times at which both are free."""
    return [_pair(known, pair, language, with_slots) for pair in theirs if not pair.closed]


def _pair(known: Known, pair: Pair, language: str, with_slots: bool) -> dict[str, object]:
    me, other, spoken = known.person.id, pair.other(known.person.id), pair.meeting
    mine, theirs = pair.free if pair.mentor.id == me else reversed(pair.free)
    return {
        "id": pair.id,
        "other": other.name or "?",
        "meeting": spoken.state,
        "mine": spoken.by == pair.role(me),
        "slot": spoken.slot,
        "here": here(spoken.slot, known.person.zone),
        "zone": known.person.zone,
        "other_zone": other.zone,
        "last": here(max(pair.over, default=""), known.person.zone),
        "free": _windows(mine, known.person.language) if with_slots else [],
        "other_free": _windows(theirs, other.language) if with_slots else [],
        "place": spoken.place,
        "last_place": pair.last_place,
        "rests_until": _rests_until(other, known.now),
        "slots": _slots(known, pair, language) if with_slots else [],
    }


def here(slot: str, zone: str) -> str:
    """The wall time of a zone at that instant."""
    if not slot:
        return ""
    at = local(datetime.fromisoformat(slot), zone)
    return at.replace(tzinfo=None).isoformat(timespec="minutes")


def _windows(free: str, language: str) -> list[list[object]]:
    """When somebody is usually free, as far as it can be read: weekday, from, until."""
    try:
        windows = reading.availability(free, language)
    except Unclear:
        return []
    return [[one.weekday, f"{one.start:%H:%M}", f"{one.end:%H:%M}"] for one in windows]


def _slots(known: Known, pair: Pair, language: str) -> list[list[str]]:
    """The next times at which both are free: wall times of this person, and how they read."""
    zones = pair.mentor.zone, pair.mentee.zone
    languages = pair.mentor.language, pair.mentee.language
    # The facts of a run are looked up several times in one turn.
    found = known.shared.slots.get(pair.id)
    if found is None:
        found = known.shared.slots[pair.id] = shared_slots(pair.free, zones, languages, known.now)
    starts = [local(at, known.person.zone).replace(tzinfo=None) for at in found]
    mine, other = known.person.zone, pair.other(known.person.id).zone
    texts = [at.isoformat(timespec="minutes") for at in starts]
    country = reader_of(known, language).country
    return [
        [text, dates.said(meeting.told(text, mine, other), "when", language, mine, country)]
        for text in texts
    ]


def _rests_until(who: Someone | Side, now: datetime) -> str:
    """The day until which somebody rests."""
    until = who.paused_until
    return local(until, who.zone).date().isoformat() if until and until > now else ""


def _shared(known: Known, programme_id: int | None, role: str, language: str) -> dict[str, object]:
    """What is the same for everybody of a programme, language and zone in this batch."""
    programme = known.programmes.get(programme_id) if programme_id else None
    settings: Json = programme.settings if programme else {}
    today = local(known.now, known.person.zone).date()
    return {
        "language": language,
        "role": role,
        "programme": programme.name if programme else _names(known.programmes),
        "place": settings.get("place", ""),
        "coordinator": settings.get("coordinator", ""),
        "contact": _worded(settings.get("contact", ""), language),
        "until": settings.get("until") or (today + A_WHILE).isoformat(),
        "keyword": _keyword(programme, role),
        "minimum_age": programme.minimum_age if programme else 18,
        "topics": topics.labelled(settings, language),
        "day": answer_day(today).isoformat(),
        "places": list(settings.get("places") or [settings.get("place", "")])[:4],
        "pairs": [],
        "desk": {},
        "parts": segments.count,
        "inviting": reserved.loud,
        "programmes": [[str(one.id), one.name] for one in known.programmes.values()],
    }


def changed(outcome: Outcome) -> dict[str, object]:
    """The facts that this very turn has changed."""
    found: dict[str, object] = {}
    if outcome.person.get("name"):
        found["name"] = outcome.person["name"]
    profiles = [one.profile for one in outcome.enrolled]
    profiles += [one.profile for one in outcome.enrolments]
    for profile in profiles:
        found |= {"profile": profile, "invited": bool(profile.get("invited"))}
    return found


def profile_of(known: Known, programme_id: int | None, role: str) -> Json:
    """The answers this person has given in this programme."""
    for one in known.enrolments:
        if one.programme_id == programme_id and one.role == role:
            return one.profile
    return {}


def shared_slots(
    free: tuple[str, str], zones: tuple[str, str], languages: tuple[str, str], now: datetime
) -> list[datetime]:
    """The next instants at which two people are both free, by what they said of when they can.

    Each in an own zone and language; none where one of the two cannot be read.
    """
    try:
        windows = [reading.availability(*one) for one in zip(free, languages, strict=True)]
    except Unclear:
        return []
    first, second = (Free(tuple(one), zone) for one, zone in zip(windows, zones, strict=True))
    return slots.shared(first, second, now)


def answer_day(today: date) -> date:
    """The day by which somebody hears: three days on, never at a week-end."""
    day = today + HEARS_WITHIN
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day


def _worded(words: str | Mapping[str, str], language: str) -> str:
    """The programme's own words, in a language where it has them."""
    return words if isinstance(words, str) else words.get(language) or words["en"]


def _names(programmes: Mapping[int, Programme]) -> str:
    return next(iter(programmes.values())).name if len(programmes) == 1 else ""


def _keyword(programme: Programme | None, role: str) -> str:
    if programme is None:
        return ""
    return (programme.mentor_keyword if role == "mentor" else programme.keyword).upper()
