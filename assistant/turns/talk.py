"""One person's side of one turn: what is known of them, and what the turn leaves."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from datetime import datetime

from assistant.coordinators import people, summary
from assistant.coordinators.desk import Desk
from assistant.coordinators.people import Everybody
from assistant.internal_events.kinds import EventFor, InternalEvent
from assistant.rendering.prompts import Reader
from assistant.schedule import quiet_hours
from assistant.turns import outbound, programme_people
from assistant.turns.batch_matches import Pair
from assistant.turns.context import HandedOver, Known, Outcome
from assistant.turns.facts import changed, facts
from assistant.turns.guardians import known as guardianship
from assistant.turns.matches import training
from assistant.turns.matches.known import of_pairs
from assistant.turns.open_runs import Open
from assistant.turns.run_stack import RunStack
from flows.engine.states import Facts, Prompt
from storage.broadcasts.progress import Writer
from storage.desk import Waiting
from storage.handovers import NewHandover
from storage.people import participants
from storage.people.persons import Someone

LONGEST_READ = 1600  # characters of a message


class Talk(ABC):
    """What handlers are given. Every method adds to `outcome`; a conversation moves the runs."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.outcome = Outcome(language=known.person.language)
        self.stack = RunStack(known)
        self._named: list[Facts] | None = None
        theirs = known.pairs.of(known.person.id)
        self.offered = {pair.id: pair for pair in theirs if pair.offered}
        self.pairs = {pair.id: pair for pair in theirs if not pair.offered}

    @abstractmethod
    def open(
        self,
        name: str,
        programme_id: int | None,
        role: str,
        depth: int = 0,
        given: Facts | None = None,
    ) -> None:
        """Open a flow, in the place of an older run of the same."""

    @abstractmethod
    def answer_below(self, run: Open, text: str) -> None:
        """What was said belongs to the question below: it is heard there."""

    @property
    def person(self) -> Someone:
        return self.known.person

    @property
    def language(self) -> str:
        return self.outcome.language

    @property
    def text(self) -> str:
        """The words of the message, as far as anything reads them."""
        return self.known.message.text[:LONGEST_READ]

    @property
    def stopped(self) -> bool:
        return self.known.person.stopped_at is not None

    @property
    def agreed(self) -> bool:
        """Whether they have agreed to be written to, in whichever programme."""
        return participants.agreed(self.known.enrolments)

    @property
    def coordinates(self) -> bool:
        """Whether they are spoken to as the coordinator of a programme."""
        return self.home()[1] == "coordinator"

    @property
    def desks(self) -> Mapping[int, Desk]:
        """By programme, what they see of it if they coordinate it."""
        desks, here = self.known.rare.desks.items(), self.known.at_phone
        return {of.programme: theirs for of, theirs in desks if of.simulated == here}

    def home(self) -> tuple[int | None, str]:
        """The programme and role in which this person is spoken to when no run says so."""
        if one := self.stack.top or self.enrolment():
            return one.programme_id, one.role
        only = next(iter(self.known.programmes)) if len(self.known.programmes) == 1 else None
        return only, "mentee"

    def enrolment(self) -> participants.Enrolment | None:
        return participants.newest(self.known.enrolments)

    def facts(self, run: Open | None = None) -> Facts:
        programme_id, role = (run.programme_id, run.role) if run else self.home()
        found = facts(self.known, programme_id, role, self.language)
        if self.pairs:
            needs = run.flow.needs if run else ()
            found["pairs"] = of_pairs(self.known, self.pairs.values(), self.language, needs)
        if run and "desk" in run.flow.needs:
            found["desk"] = self._desk(run)
        if run and not guardianship.NEEDS.isdisjoint(run.flow.needs):
            found.update(guardianship.facts(self.known, run.programme_id, run.flow.needs))
        found.update(changed(self.outcome))
        return found

    def _desk(self, run: Open) -> Facts:
        if (theirs := self.desks.get(run.programme_id or 0)) is None:
            return summary.EMPTY
        programme = self.known.programmes[run.programme_id or 0]
        reader = outbound.reader_of(self.known, self.language)
        found = dict(summary.facts(theirs, programme, self.person.id, reader, self.known.now))
        if "training" in run.flow.needs:
            found["training"] = training.short(self.known, theirs, programme)
        if "people" in run.flow.needs:
            found["people"] = self._people(programme.id, reader)
        if "fits" in run.flow.needs:
            found |= programme_people.suggested(self.known, programme.id, theirs, found, reader)
        for broadcast, state in self.outcome.redirected:  # by this very turn
            if found["broadcast"] and found["broadcast"]["id"] == broadcast:
                found["broadcast"] |= {"state": state}
        return found

    def everybody(self, programme: int) -> Everybody:
        """The people of a programme that they coordinate."""
        return programme_people.everybody(self.known, programme)

    def _people(self, programme: int, reader: Reader) -> list[Facts]:
        if self._named is None:  # facts are looked up several times in one turn
            self._named = people.facts(self.everybody(programme), reader, self.known.now)
        return self._named

    def waiting(self, handover: int) -> Waiting | None:
        """Something on the list of the programmes that they coordinate."""
        things = (one for theirs in self.desks.values() for one in theirs.waiting)
        return next((one for one in things if one.id == handover), None)

    def pair_of(self, run: Open) -> Pair | None:
        """The match a run is about."""
        return self.pairs.get(int(run.about)) if run.about else None

    def put(self, pair: Pair) -> None:
        """This turn changes a match; the batch has it once the turn is decided."""
        self.offered.pop(pair.id, None)
        (self.offered if pair.offered else self.pairs)[pair.id] = pair

    def close_about(self, match: int, flows: tuple[str, ...]) -> None:
        """Questions of these flows about a match are over."""
        self.stack.close_about(match, flows, only=len(self.pairs) < 2)

    def say(self, msgid: str, **values: object) -> None:
        self.outcome.prompts.append(Prompt(msgid, {**self.facts(self.stack.top), **values}))

    def tell(
        self, to: int, zone: str, event: InternalEvent, at: datetime | None = None, cause: str = ""
    ) -> None:
        """An event for somebody else, when their hours allow, or at that very time."""
        cause = cause or f"{event.kind}:{self.known.message.id}:{len(self.outcome.told)}"
        at = at or quiet_hours.within(self.known.now, zone)
        self.outcome.told += (EventFor(to, cause, at, event),)

    def time(self, person: int, cause: str, at: datetime, event: InternalEvent) -> None:
        """Something that is to happen to somebody later, once."""
        self.outcome.timers += (EventFor(person, f"{cause}:{person}", at, event),)

    def wait(self, at: datetime, event: InternalEvent) -> None:
        """This very event comes again then, or as soon as no question is open."""
        cause = f"wait:{self.known.message.id}"
        self.outcome.timers += (EventFor(self.person.id, cause, at, event, waits=True),)

    def put_off(self, at: datetime, event: InternalEvent) -> None:
        """This very event comes again then, when the frequency cap allows it."""
        later = EventFor(self.person.id, f"later:{self.known.message.id}", at, event)
        self.outcome.timers += (later,)

    def hand_over(
        self, kind: str, text: str, match: int | None = None, *, told: bool = True
    ) -> None:
        """Something for the coordinator's list, of which they are told, or not again."""
        pair = self.pairs.get(match or 0, self.offered.get(match or 0))
        programme = pair.programme_id if pair else self.home()[0]
        new = NewHandover(self.person.id, kind, text, self.known.now, programme, match)
        self.outcome.handovers += (HandedOver(new, told=told),)

    def pass_on(self, text: str, to: Writer) -> None:
        """Words for whoever has written to many, and for nobody else."""
        new = NewHandover(self.person.id, "reply", text, self.known.now, to.programme_id)
        self.outcome.handovers += (HandedOver(new, to.coordinator_id),)
