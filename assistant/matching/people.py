"""The two sides of a match, as far as what is known of them tells whether they fit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from assistant.matching import topics, week
from assistant.matching.terms import Terms
from assistant.matching.topics import Table
from flows.joining.ages import ADULT
from storage.mentoring.candidates import Candidate
from storage.people.guardians import GRANTED
from storage.tables import Json

Topics = frozenset[str]
OWN = "programme:"  # before the token of a topic of the programme's


@dataclass(frozen=True)
class Person:
    """What counts on both sides."""

    id: int
    name: str
    languages: Sequence[str]  # the first is the one they read
    offset: int  # of their clock, in minutes
    free: int = 0  # quarters of a week in UTC; 0: not known
    interests: Topics = frozenset()
    style: str = ""
    avoids: frozenset[str] = frozenset()  # the words in which they said whom they would not meet
    avoided: str = ""  # the same as it was written
    fields: Mapping[str, frozenset[str]] = field(default_factory=dict)  # that the rules speak of
    agreed: bool = True  # of age, or a guardian has consented


@dataclass(frozen=True)
class Mentee(Person):
    """Somebody who waits."""

    wants: Topics = frozenset()  # the programme's topics, and what they wrote beside them
    hopes: Topics = frozenset()  # what they hope for, their goals, what they wrote beside topics
    faces: Topics = frozenset()  # that, and what they are going through
    matters: str = ""  # the one thing
    first: bool = False  # whom the programme wants to reach first


@dataclass(frozen=True)
class Mentor(Person):
    """Somebody with room."""

    room: int = 1
    offers: Topics = frozenset()  # every way of naming what they can help with
    been: Topics = frozenset()
    work: Topics = frozenset()
    answers: float | None = None  # hours they usually take; None: not known

    @property
    def knows(self) -> Topics:
        return self.offers | self.been | self.work


@dataclass(frozen=True)
class Hearing:
    """How the words of a programme's people are heard."""

    terms: Terms
    now: datetime
    table: Table = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "table", topics.with_own(self.terms.words))

    def mentee(self, one: Candidate, goals: Iterable[str] = ()) -> Mentee:
        said = one.profile
        note = self._heard(said, "topics_note", "topics")
        hopes = note | self._heard(said, "hopes", "hopes_note")
        hopes = hopes.union(*(self.table.heard(text) for text in goals))
        fields = self._fields(one)
        return Mentee(
            **self._common(one, fields),
            wants=_own(said) | note,
            hopes=hopes,
            faces=hopes | self._heard(said, "faces", "faces_note"),
            matters=str(said.get("matters") or ""),
            first=any(value in self._field(one, name) for name, value in self.terms.first),
        )

    def mentor(self, one: Candidate, room: int, answers: float | None = None) -> Mentor:
        said = one.profile
        return Mentor(
            **self._common(one, self._fields(one)),
            room=room,
            offers=self._offers(one),
            been=self._heard(said, "been", "been_note"),
            work=self._heard(said, "work", "work_note"),
            answers=answers,
        )

    def _common(self, one: Candidate, fields: Mapping[str, frozenset[str]]) -> Json:
        said = one.profile
        offset = self._offset(one.zone)
        spoken = [str(code) for code in _list(said.get("languages")) if code != "else"]
        other = topics.words(str(said.get("languages_note") or ""))
        spoken += other if len(other) == 1 else ()  # "arabic"; more words may be about anything
        avoided = " ".join(_texts(said, "must_nots", "must_nots_note"))
        return {
            "id": one.person_id,
            "name": one.name or "?",
            "languages": tuple(dict.fromkeys((one.language, *spoken))),
            "offset": offset,
            "free": week.in_utc(week.read(str(said.get("free") or ""), one.language), offset),
            "interests": self._heard(said, "interests", "interests_note"),
            "style": str(said.get("style") or ""),
            "avoids": frozenset(topics.words(avoided)),
            "avoided": avoided,
            "fields": fields,
            "agreed": _agreed(said),
        }

    def _heard(self, said: Json, *names: str) -> Topics:
        return frozenset().union(*(self.table.heard(text) for text in _texts(said, *names)))

    def _offers(self, one: Candidate) -> Topics:
        """Topics of the programme, what these are about, and which of them own words speak of."""
        picked = _own(one.profile)
        heard = self._heard(one.profile, "topics_note", "topics")
        about = {OWN + token: self.about(token) for token in self.terms.labels}
        named = {token for token, some in about.items() if some & heard}
        return frozenset(picked | heard | named).union(*(about.get(one, ()) for one in picked))

    def about(self, token: str) -> Topics:
        """What a topic of the programme is called, as free text would be heard."""
        labels = self.terms.labels.get(token, {})
        return frozenset().union(*(self.table.heard(str(label)) for label in labels.values()))

    def _fields(self, one: Candidate) -> Mapping[str, frozenset[str]]:
        return {name: self._field(one, name) for name in (*self.terms.same, *self.terms.different)}

    def _field(self, one: Candidate, name: str) -> frozenset[str]:
        if name == "language":
            return frozenset({one.language})
        return frozenset(str(value).casefold() for value in _list(one.profile.get(name)))

    def _offset(self, zone: str) -> int:
        there = self.now.astimezone(_zone(zone)).utcoffset()
        return round(there.total_seconds() / 60) if there else 0


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError):
        return ZoneInfo("UTC")


def _own(said: Json) -> Topics:
    return frozenset(OWN + str(token) for token in _list(said.get("topics")) if token != "else")


def _list(value: object) -> Sequence[object]:
    if isinstance(value, list | tuple):
        return value
    return [] if value in (None, "") else [value]


def _texts(said: Json, *names: str) -> list[str]:
    """What was written there; picks from a list are no text."""
    return [text for name in names if isinstance(text := said.get(name), str) and text]


def _agreed(said: Json) -> bool:
    age = said.get("age")
    return not isinstance(age, int) or age >= ADULT or said.get("guardian") in GRANTED
