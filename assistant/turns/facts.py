"""What flows may know and say: the facts of a person in a programme."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from assistant.channels.sms import segments
from assistant.programmes import goals, matching, topics
from assistant.schedule.quiet_hours import local
from assistant.turns.context import Known, Outcome
from assistant.understanding import reserved
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
        "finished": _finished(known, programme_id, role),
        "paused_until": rests_until(known.person, known.now),
        "fewer": known.person.fewer,
        "shared": known.address is not None and known.address.shared_id is not None,
        "sharers": _sharers(known) if known.sharers else (),
        "by_sms": known.address is not None and known.address.channel.endswith("sms"),
        "goals": [
            {
                "id": goal.id,
                "text": goal.text,
                "progress": goal.progress,
                "by": goal.details.get("by"),
                "rated": next((mark[0] for mark in reversed(goal.details.get("marks", ()))), ""),
            }
            for goal in known.goals or ()
            if goal.programme_id == programme_id
        ],
    }


def _finished(known: Known, programme_id: int | None, role: str) -> bool:
    """Whether they have come to the end, and would not like somebody new."""
    return any(
        (one.programme_id, one.role, one.state) == (programme_id, role, "finished")
        for one in known.enrolments
    )


def _sharers(known: Known) -> list[tuple[int, str]]:
    """Who may be writing from a phone that several share."""
    return [(one.person, one.name) for one in known.sharers if one.there]


def here(slot: str, zone: str) -> str:
    """The wall time of a zone at that instant."""
    if not slot:
        return ""
    at = local(datetime.fromisoformat(slot), zone)
    return at.replace(tzinfo=None).isoformat(timespec="minutes")


def rests_until(who: Someone | Side, now: datetime) -> str:
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
        "asks": matching.asked(settings, role, language),
        "today": today.isoformat(),
        "now": here(known.now.isoformat(), known.person.zone),
        "zone": known.person.zone,
        "home": programme.zone if programme else "",
        "day": answer_day(today).isoformat(),
        "places": list(settings.get("places") or [settings.get("place", "")])[:4],
        "aiming": goals.of(programme).on,
        "pairs": [],
        "desk": {},
        "parts": segments.count,
        "inviting": reserved.loud,
        "programmes": [[str(one.id), one.name] for one in known.programmes.values()],
    }


def changed(outcome: Outcome) -> dict[str, object]:
    """The facts that this very turn has changed."""
    found: dict[str, object] = {}
    if name := outcome.person.get("name"):
        found["name"] = name
    if outcome.enrolled or outcome.enrolments:
        profiles = [one.profile for one in outcome.enrolled]
        profiles += [one.profile for one in outcome.enrolments]
        found |= {"profile": profiles[-1], "invited": bool(profiles[-1].get("invited"))}
    return found


def profile_of(known: Known, programme_id: int | None, role: str) -> Json:
    """The answers this person has given in this programme."""
    for one in known.enrolments:
        if one.programme_id == programme_id and one.role == role:
            return one.profile
    return {}


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
