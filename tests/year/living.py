"""A programme that is lived through: people look at their phones, a coordinator at the list."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import Any, NamedTuple

import pytest
from sqlalchemy import select

from assistant.channels import Inbound, Kind
from assistant.programmes.definitions import Described
from assistant.schedule.quiet_hours import local
from storage.database import Database
from storage.sealing.sealed import find_by
from storage.tables import Address, Person, Run, table
from tests.phones import code
from tests.year import waiting
from tests.year.people import HARM, Actor
from tests.year.product import Product
from tests.year.record import Record, Said, Sent, Waiting, Where, tables

A, N, R = table(Address), table(Person), table(Run)
SITTING = 8  # answers that somebody gives in one go
A_MOMENT = timedelta(seconds=30)
STEPS = 12  # replies about one of them
TRIED = timedelta(days=4)  # until somebody is looked for again
SETTLED = ("desk.item", "desk.held", "desk.okay", "desk.mute")
QUESTIONS = ("asks:", "needs this:", "writes back:")


class Decision(NamedTuple):
    """Something that took the coordinator's mind: what was on the list, or a match approved."""

    at: datetime
    what: str


@dataclass(frozen=True)
class Time:
    """From when until when, and how often the product looks at the clock."""

    begins: datetime
    ends: datetime
    grain: timedelta = timedelta(minutes=10)
    glance: timedelta = timedelta(minutes=90)  # people look at their phones now and then


class Life(Product):
    """A product, its people, and the coordinator."""

    def __init__(
        self, db: Database, programme: Described, when: Time, patch: pytest.MonkeyPatch
    ) -> None:
        super().__init__(db, programme, when.begins, when.grain, patch)
        self.time = when
        self.actors: dict[Where, Actor] = {}
        self.staff: list[Actor] = []
        self.said: list[Said] = []
        self.waits: list[Waiting] = []
        self.decisions: list[Decision] = []
        self.zones: dict[int, str] = {}
        self.kept = 1
        self.dana: Actor | None = None
        self._answered = when.begins - timedelta(days=1)
        self._glances: dict[datetime, list[Actor]] = {}
        self._sitting: set[Actor] = set()
        self._fresh: set[Actor] = set()
        self._tried: dict[int, datetime] = {}  # when somebody was looked for last, for whom
        self._whims: dict[datetime, list[tuple[Actor, str]]] = {}
        self.arrives = self._arrive

    # Who is there.

    def join(self, actors: Sequence[Actor], word: Mapping[str, str]) -> None:
        """They write the programme's word, and answer what they are asked."""
        for one in actors:
            self.actors[one.where] = one
        self.say_each({one: word[one.role] for one in actors})
        self.sit(actors)

    def knows(self, *actors: Actor) -> None:
        """People who will be written to first."""
        for one in actors:
            self.actors[one.where] = one

    def coordinates(self, dana: Actor) -> None:
        self.actors[dana.where], self.dana = dana, dana
        self.say(dana, f"/start {code(self.db, self.now)}")
        self.sit([dana])
        self.staff.append(dana)

    # What they say.

    def say(self, actor: Actor, *texts: str) -> None:
        """Say these one after the other, each once the last was answered."""
        for text in texts:
            self.say_each({actor: text})
            self.now += A_MOMENT

    def say_each(self, said: Mapping[Actor, str]) -> None:
        """Many write at the same moment."""
        tops = self._tops(list(said))
        inbound = []
        for one, text in said.items():
            run = tops.get(one.person) or {}
            button = self._button(one, run.get("asked", ""), text)
            kind = Kind.BUTTON if button else Kind.TEXT
            inbound.append(self._inbound(one, button or text, kind))
            place = f"{run['flow']}.{run['state']}" if run else ""
            self.said.append(Said(one.person, one.where, self.now, text, place))
        self._sitting.update(said)
        self._fresh.difference_update(said)
        self.accept(inbound)
        self._meet([one for one in said if not one.person])
        self.work()
        self._sitting.difference_update(said)

    def _inbound(self, actor: Actor, text: str, kind: Kind) -> Inbound:
        self.count += 1
        one = actor.phone.inbound(text, kind, f"of theirs {self.count}")
        return replace(one, language=actor.language)

    def _button(self, actor: Actor, asked: str, text: str) -> str:
        """On Telegram some press the button instead of writing its number."""
        if not (asked and text.isdigit() and "telegram" in actor.phone.channel):
            return ""
        shown = next((one.buttons for one in reversed(actor.inbox[-3:]) if one.buttons), ())
        mine = [token for token in shown if token.startswith(f"{asked}:")]
        number = int(text)
        return mine[number - 1] if 0 < number <= len(mine) and actor.chance.random() < 0.5 else ""

    def _meet(self, new: Sequence[Actor]) -> None:
        """Who they are in the tables; whose first words these were is told by their phone."""
        if not new:
            return
        whose = {find_by(*one.where): one for one in new}
        with self.db.reading() as db:
            query = select(A.c.digest, A.c.person_id).where(A.c.digest.in_(list(whose)))
            for digest, person in db.execute(query):
                whose[digest].person = person
        known = {one.where: one.person for one in new}
        self.said = [
            one._replace(person=known.get(one.by, 0)) if not one.person else one
            for one in self.said
        ]

    def _tops(self, actors: Sequence[Actor]) -> dict[int, Mapping[str, Any]]:
        """The question that is open, of each who has one."""
        people = [one.person for one in actors if one.person]
        query = (
            select(R.c.person_id, R.c.flow, R.c.state, R.c.asked)
            .where(R.c.person_id.in_(people), R.c.closed_at.is_(None))
            .order_by(R.c.depth)
        )
        with self.db.reading() as db:
            return {row["person_id"]: dict(row) for row in db.execute(query).mappings()}

    # Looking at a phone.

    def _arrive(self, new: Sequence[Sent]) -> None:
        for one in new:
            actor = self.actors.get(one.to)
            if actor is None:
                continue
            actor.person = actor.person or one.person
            actor.inbox = [*actor.inbox[-5:], one]
            if one.kind == "page":
                self._paged(actor, one)
            elif actor in self._sitting:
                self._fresh.add(actor)
            else:
                self._will_look(actor)

    def _will_look(self, actor: Actor) -> None:
        if actor.patience is None or actor in self.staff:
            return
        if actor.silent and actor.chance.random() < actor.silent:
            return
        begins, glance = self.time.begins, self.time.glance
        at = self.now + actor.patience * actor.chance.random()
        at = begins + -(-(at - begins) // glance) * glance
        if at not in self._glances:
            self._glances[at] = []
            self.plan(at, partial(self._look, at))
        if actor not in self._glances[at]:
            self._glances[at].append(actor)

    def _look(self, at: datetime) -> None:
        self.sit(self._glances.pop(at))

    def sit(self, actors: Sequence[Actor]) -> None:
        """They answer what is open, and what comes then, as long as they feel like it."""
        sitting = list(actors)
        for _ in range(SITTING * 3):
            tops = self._tops(sitting)
            replies = {}
            for one in sitting:
                run = tops.get(one.person)
                if run and (text := one.reply(f"{run['flow']}.{run['state']}")):
                    replies[one] = text
            if not replies:
                break
            self.say_each(replies)
            self.now += A_MOMENT
            sitting = [one for one in replies if one in self._fresh and self._goes_on(one)]
        for one in actors:
            if one in self._fresh:
                self._will_look(one)
        self._fresh.difference_update(actors)

    def _goes_on(self, actor: Actor) -> bool:
        return actor.person == 0 or actor.chance.random() < actor.stays

    # Who is on call.

    def _paged(self, actor: Actor, page: Sent) -> None:
        """They write that they have it, and later that it is done; the first may be overlooked."""
        if actor.chance.random() < actor.silent:
            return
        soon = timedelta(minutes=actor.chance.randint(1, 6))
        if self.now < self._answered + timedelta(minutes=10):
            return
        self._answered = self.now
        self.plan(self.now + soon, partial(self._has_it, actor))
        self.plan(self.now + timedelta(hours=20), partial(self._done, actor))

    def _has_it(self, actor: Actor) -> None:
        self.say(actor, "got it")

    def _done(self, actor: Actor) -> None:
        self.say(actor, "DONE")

    def confides(self, actor: Actor) -> None:
        self.say(actor, HARM[actor.language])

    # The coordinator.

    def at_the_desk(self) -> None:
        """All that is on the list, and everybody who waits and whom nobody is asked about."""
        dana = self.dana
        if dana is None or local(self.now, "America/New_York").weekday() > 4:
            return
        with self.db.reading() as db:
            listed, seekers = waiting.listed(db), waiting.unasked(db)
        for _ in range(listed):
            self.say(dana, "LIST")
            if not self._settled(dana):
                break
        for person in seekers:
            if self.now - self._tried.get(person, self.begun - TRIED) >= TRIED:
                self._tried[person] = self.now
                self._pairs(dana, person)

    def _settled(self, dana: Actor) -> bool:
        """Whether there was something on the list; then it is settled."""
        for step in range(STEPS):
            run = self._tops([dana]).get(dana.person)
            if run is None:
                return step > 0
            place, read = f"{run['flow']}.{run['state']}", dana.inbox[-1].text
            text = dana.reply(place)
            if place == "desk.item" and any(one in read for one in QUESTIONS):
                text = "1"
            self.say(dana, text)
            if place in SETTLED:
                self.decisions.append(Decision(self.now, read.splitlines()[0]))
        self.say(dana, "0")
        return True

    def _pairs(self, dana: Actor, person: int) -> None:
        """Somebody is asked about them, whoever fits best."""
        name = next((one.name for one in self.actors.values() if one.person == person), "")
        self.say(dana, f"PAIR {name}")
        for _step in range(STEPS):
            run = self._tops([dana]).get(dana.person)
            if run is None:
                return
            place = f"{run['flow']}.{run['state']}"
            self.say(dana, dana.reply(place))
            if place in ("pairing.use", "pairing.confirm"):
                self.decisions.append(Decision(self.now, "pair"))
        self.say(dana, "0")

    # What comes to people's minds.

    def comes_to_mind(self, at: datetime, actor: Actor, text: str) -> None:
        """They write this then, whatever they are asked."""
        at = self.looks(at)
        if at not in self._whims:
            self._whims[at] = []
            self.plan(at, partial(self._minds, at))
        self._whims[at].append((actor, text))

    def _minds(self, at: datetime) -> None:
        self._forget_the_erased()
        said, others = {}, self._others()
        for actor, text in self._whims.pop(at):
            if "{other}" in text and actor.person not in others:
                continue
            said[actor] = text.format(other=others.get(actor.person, ""))
        if said:
            self.say_each(said)
            self.now += A_MOMENT
            self.sit(list(said))

    def _forget_the_erased(self) -> None:
        """Who was erased is somebody new, should they write again."""
        with self.db.reading() as db:
            known = set(db.execute(select(N.c.id)).scalars())
        for one in self.actors.values():
            one.person = one.person if one.person in known else 0

    def _others(self) -> dict[int, str]:
        """The name of who each is together with."""
        names = {one.person: one.name for one in self.actors.values()}
        with self.db.reading() as db:
            pairs = waiting.together(db)
        return {me: names.get(other, "") for pair in pairs for me, other in (pair, pair[::-1])}

    # Day by day.

    def live(self, until: datetime) -> None:
        """Until then: a coordinator who works at noon, and a look at who waits at noon."""
        day = self.now.astimezone(UTC).date()
        while (at := datetime.combine(day, time(12), UTC)) < until:
            if at > self.now:
                self.plan(at, self._noon)
                self.plan(at + timedelta(hours=4), self.at_the_desk)
            day += timedelta(days=1)
        self.run(until)

    def _noon(self) -> None:
        self.waits += waiting.look(self.db, self.now)
        with self.db.reading() as db:
            self.zones.update(waiting.zones(db))
        self.keep_records()

    def record(self) -> Record:
        """All that is known when it is over."""
        names = {where: one.name for where, one in self.actors.items()}
        told = (self.sent, self.said, self.waits, dict(self.handed), self.deaths, names, self.zones)
        return Record(self.begun, self.now, *told, tables(self.db))


def by_week(decisions: Sequence[Decision], begins: datetime) -> dict[int, int]:
    """How many there were in each week."""
    found: dict[int, int] = defaultdict(int)
    for one in decisions:
        found[(one.at - begins).days // 7] += 1
    return dict(found)
