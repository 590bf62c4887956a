"""Everybody of a programme, by name, and who is together with whom: as flows know them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from sqlalchemy import Connection

from assistant.rendering.prompts import Reader, render
from assistant.schedule import quiet_hours
from flows.engine.text import _
from flows.engine.values import Facts
from storage import cards
from storage.cards import Known, Together
from storage.desk import Of
from storage.people.participants import AGREED

# NOTE: Behind a name: "Jay: looks for help".
ROLES: Mapping[str, str] = {"mentee": _("looks for help"), "mentor": _("helps")}
SUSPENDED = "suspended"
OFFERED = "offered"
MINOR = ("awaiting", "refused")  # under 18, without the consent of a guardian


@dataclass(frozen=True)
class Everybody:
    """The people of a programme and their matches."""

    known: Sequence[Known]
    together: Sequence[Together]

    @cached_property
    def by_id(self) -> Mapping[int, Known]:
        return {one.person_id: one for one in self.known}

    @cached_property
    def of(self) -> Mapping[int, Sequence[Together]]:
        """The matches of each person, offered ones among them."""
        found: dict[int, list[Together]] = {}
        for match in self.together:
            for person in (match.mentor_id, match.mentee_id):
                found.setdefault(person, []).append(match)
        return found

    def name(self, person: int) -> str:
        one = self.by_id.get(person)
        return (one and one.name) or "?"

    def reachable(self, person: int) -> bool:
        one = self.by_id.get(person)
        return one is not None and one.stopped_at is None and one.state in (*AGREED, "awaiting")

    def there(self, person: int) -> bool:
        """Whether they take part, so that what was on hold can go on."""
        return self.reachable(person) and self.by_id[person].state in AGREED


def gather(db: Connection, of: Of) -> Everybody:
    known = cards.known(db, of)
    nameless = [one.person_id for one in known if one.state in MINOR and not one.name]
    ends = cards.numbers_end(db, nameless) if nameless else {}
    named = [one._replace(name=one.name or ends.get(one.person_id)) for one in known]
    return Everybody(named, cards.together(db, of.programme))


def other(match: Together, person: int) -> int:
    """The other one of the two."""
    return match.mentee_id if person == match.mentor_id else match.mentor_id


def facts(found: Everybody, reader: Reader, now: datetime) -> list[Facts]:
    """Them all, in this coordinator's words; whoever has no name yet cannot be named."""
    roles = {role: render(msgid, {}, reader) for role, msgid in ROLES.items()}
    sleep = {zone: quiet_hours.within(now, zone) > now for zone in {o.zone for o in found.known}}
    return [
        {
            "id": one.person_id,
            "name": one.name,
            "label": _label(found, one, roles),
            "reachable": found.reachable(one.person_id),
            "sleeps": sleep[one.zone],
            "minor": one.state in MINOR,
            "matches": [_match(found, match, one.person_id) for match in _theirs(found, one)],
        }
        for one in found.known
        if one.name
    ]


def _theirs(found: Everybody, one: Known) -> Sequence[Together]:
    return found.of.get(one.person_id, ())


def _label(found: Everybody, one: Known, roles: Mapping[str, str]) -> str:
    """A name, and what tells it from the same name."""
    theirs = [match for match in _theirs(found, one) if match.state != OFFERED]
    others = [found.name(other(match, one.person_id)) for match in theirs]
    return f"{one.name}: {', '.join([roles.get(one.role, ''), *others[:2]])}"


def _match(found: Everybody, match: Together, person: int) -> Facts:
    there = found.there(match.mentor_id) and found.there(match.mentee_id)
    return {
        "id": match.id,
        "other": found.name(other(match, person)),
        "people": [match.mentor_id, match.mentee_id],
        "frozen": match.state == SUSPENDED,
        "offered": match.state == OFFERED,
        "there": there,
        "quiet": "coordinator" in match.quiet.split(),
    }
