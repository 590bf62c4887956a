"""What somebody is to do today, in words: by harm, then by waiting, alike things together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.coordinators import minutes, things
from assistant.coordinators.address_kinds import CLAIM
from assistant.coordinators.desk import Desk
from assistant.ops import logs
from assistant.rendering.prompts import Reader
from flows.engine.values import Facts
from storage.console.access import WORRY
from storage.console.todo import Taken
from storage.desk import Waiting
from storage.people.programmes import Programme

log = logs.get("coordinators")

NEWS = len(minutes.USUAL) - 1  # what is only news, by its rank


@dataclass(frozen=True)
class Item:
    """A thing with its repeats, and how it may be settled."""

    id: int
    seen: int  # the newest of its repeats
    kind: str
    rank: int
    label: str
    words: str
    who: str
    programme: str
    programme_id: int | None
    zone: str
    country: str
    since: datetime
    repeats: int
    minutes: int
    can: frozenset[str]  # answer, close, release, approve, take, done, snooze
    taken: Taken | None = None
    until: datetime | None = None  # it is put off to that day


@dataclass(frozen=True)
class Group:
    """Things of one kind."""

    kind: str
    items: Sequence[Item]

    @property
    def only_news(self) -> bool:
        return self.items[0].rank == NEWS


@dataclass(frozen=True)
class Section:
    """Groups of which the same harm may come; who waits longest comes first."""

    rank: int
    groups: Sequence[Group]

    @property
    def count(self) -> int:
        return sum(len(one.items) for one in self.groups)


@dataclass(frozen=True)
class Known:
    """What the words of things need."""

    names: Mapping[int, str]
    programmes: Mapping[int, Programme]
    concerns: Mapping[int, Taken]
    language: str


def items(rows: Sequence[Waiting], known: Known) -> list[Item]:
    """The worst first, then what waits longest."""
    desk = Desk(waiting=rows, names=known.names)
    return [_item(some, desk, known) for some in desk.things()]


def total(found: Iterable[Item]) -> int:
    """The minutes that all of it takes."""
    return minutes.about(sum(one.minutes for one in found))


def sections(found: Sequence[Item]) -> list[Section]:
    ranks = sorted({one.rank for one in found})
    return [Section(rank, _groups(one for one in found if one.rank == rank)) for rank in ranks]


def _groups(found: Iterable[Item]) -> list[Group]:
    alike: dict[str, list[Item]] = {}
    for one in found:
        alike.setdefault(one.kind, []).append(one)
    return [Group(kind, some) for kind, some in alike.items()]


def _item(some: Sequence[Waiting], desk: Desk, known: Known) -> Item:
    first, last = some[0], some[-1]
    programme = known.programmes.get(first.programme_id or 0) or next(
        iter(known.programmes.values())
    )
    reader = Reader(known.language, programme.zone, programme.country)
    said = _said(some, desk, programme, reader)
    taken = next((known.concerns[one.id] for one in some if one.id in known.concerns), None)
    return Item(
        id=first.id,
        seen=last.id,
        kind=last.kind,
        rank=minutes.rank(last.kind),
        label=str(said.get("short", f"{last.name or things.NOBODY}: {last.kind}")),
        words=str(said.get("words", "")),
        who=str(said.get("who", last.name or things.NOBODY)),
        programme=programme.name if first.programme_id else "",
        programme_id=first.programme_id,
        zone=programme.zone,
        country=programme.country,
        since=first.created_at,
        repeats=len(some),
        minutes=minutes.of(last.kind),
        can=frozenset(_can(last.kind, taken, reachable=bool(said.get("reachable")))),
        taken=taken,
    )


def _said(some: Sequence[Waiting], desk: Desk, programme: Programme, reader: Reader) -> Facts:
    """Its words. A thing that was written down otherwise than it is read hides none of the rest."""
    try:
        return things.line(some, desk, programme, reader)
    except (KeyError, ValueError, TypeError) as error:
        log.error("thing not worded", handover_id=some[0].id, code=type(error).__name__)
        return {}


def _can(kind: str, taken: Taken | None, *, reachable: bool) -> Iterable[str]:
    if kind == WORRY:
        return ("take", "done") if taken and taken.at is None else ("done",)
    if kind == things.HELD:
        return ("release", "snooze")
    if kind == things.TERMS:
        return ("approve", "snooze")
    if kind == CLAIM:
        return ("by text", "snooze")
    return ("answer", "close", "snooze") if reachable else ("close", "snooze")
