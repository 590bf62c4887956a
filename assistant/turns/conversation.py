"""A person's open runs as a stack, while one turn is decided: push, take, go back, close."""

import os
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from assistant.channels import Kind
from assistant.coordinators import summary
from assistant.coordinators.desk import Desk
from assistant.rendering.translations import say_for
from assistant.schedule import quiet_hours
from assistant.schedule.quiet_hours import local
from assistant.turns import echoes, outbound, run_stack
from assistant.turns.batch_matches import Pair
from assistant.turns.context import Known, Outcome
from assistant.turns.facts import facts, of_pairs
from assistant.turns.handlers import effects
from assistant.turns.run_stack import Open
from flows import FLOWS, engine
from flows.engine import Standing, Turn
from flows.states import Choice, Ending, Heard, Prompt, Question
from storage.desk import Of, Waiting
from storage.people.participants import Enrolment
from storage.people.persons import Someone

DEEPEST = 5
INTAKES = ("intake", "mentor_intake")
DOUBTS = ("perhaps", "opt_out")
OF_PAIRS = ("meeting", "feedback", "check_in", "switch")
ASIDES = ("menu", "goals", "language", "ask", "stuck", "desk", "pairing", "broadcast")


class Conversation:
    """One person's side of one turn. Every method adds to `outcome`."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.outcome = Outcome(language=known.person.language)
        self.runs = [run for run in map(run_stack.read, known.runs) if run]
        self.pairs = {pair.id: pair for pair in known.pairs.of(known.person.id)}
        self._heard_below: Open | None = None
        self._close_lost()
        self.alone = self._close_alone()
        self._asked_before = self.runs[-1].asked if self.runs else ""

    @property
    def person(self) -> Someone:
        return self.known.person

    @property
    def language(self) -> str:
        return self.outcome.language

    @property
    def top(self) -> Open | None:
        return next((run for run in reversed(self.runs) if not run.closed), None)

    @property
    def by_news(self) -> bool:
        """Whether this turn answers nobody: something happened, or it is time."""
        return self.known.message.kind == Kind.INSIDE

    @property
    def coordinates(self) -> bool:
        """Whether they are spoken to as the coordinator of a programme."""
        return self.home()[1] == "coordinator"

    @property
    def agreed(self) -> bool:
        """Whether they have agreed to be written to, in whichever programme."""
        return any(one.state in effects.AGREED for one in self.known.enrolments)

    @property
    def desks(self) -> Mapping[int, Desk]:
        """By programme, what they see of it if they coordinate it."""
        desks = self.known.rare.desks.items()
        return {of.programme: theirs for of, theirs in desks if of.simulated == self.known.at_phone}

    def spoken_to(self) -> Open | None:
        """Whose words these are: the newest question's that was sent before they came. One that
        news asked meanwhile has not been seen yet."""
        if len(self.runs) == 1 and not self.runs[0].by_news:
            return self.top
        asked = [(at, n) for n, run in enumerate(self.runs) if (at := self._asked_at(run))]
        return self.runs[max(asked)[1]] if asked else None

    def _asked_at(self, run: Open) -> datetime | None:
        """When its question was last put; None while nobody has seen it."""
        if run.closed or not run.by_news:
            return None if run.closed else run.moved_at or self.known.now
        sent = self.known.rare.asked_at.get(run.asked, ())
        heard = self.known.message.created_at
        # What was asked at a time that is still to come was asked before the clock was set back.
        return max((at for at in sent if at <= heard or at > self.known.now), default=None)

    def hold(self) -> bool:
        """Hold every broadcast of theirs that is under way; whether there is any."""
        running = [
            one for theirs in self.desks.values() for one in theirs.running.get(self.person.id, ())
        ]
        self.outcome.redirected += [(one.id, "held") for one in running]
        return bool(running)

    def facts(self, run: Open | None = None) -> dict[str, Any]:
        programme_id, role = (run.programme_id, run.role) if run else self.home()
        found = facts(self.known, programme_id, role, self.language)
        if self.pairs:
            slots = run is not None and "slots" in run.flow.needs
            found["pairs"] = of_pairs(self.known, self.pairs.values(), self.language, slots)
        if run and "desk" in run.flow.needs:
            found["desk"] = self._desk(run)
        found.update(effects.changed_facts(self.outcome))
        return found

    def _desk(self, run: Open) -> Mapping[str, Any]:
        theirs = self.desks.get(run.programme_id or 0)
        if theirs is None:
            return summary.EMPTY
        programme = self.known.programmes[run.programme_id or 0]
        reader = outbound.reader_of(self.known, self.language)
        found = summary.facts(theirs, programme, self.person.id, reader, self.known.now)
        for broadcast, state in self.outcome.redirected:  # by this very turn
            if found["broadcast"] and found["broadcast"]["id"] == broadcast:
                found["broadcast"] |= {"state": state}
        return found

    def waiting(self, handover: int) -> Waiting | None:
        """Something on the list of the programmes that they coordinate."""
        things = (one for theirs in self.desks.values() for one in theirs.waiting)
        return next((one for one in things if one.id == handover), None)

    def pair_of(self, run: Open) -> Pair | None:
        """The match a run is about."""
        return self.pairs.get(int(run.about)) if run.about else None

    def put(self, pair: Pair) -> None:
        """This turn changes a match; the batch has it once the turn is decided."""
        self.pairs[pair.id] = pair

    def tell(
        self,
        to: int,
        zone: str,
        news: Mapping[str, Any],
        at: datetime | None = None,
        cause: str = "",
    ) -> None:
        """News for somebody else, when their hours allow, or at that very time."""
        number = len(self.outcome.news)
        row = {"to": to, "news": dict(news), "at": at or quiet_hours.within(self.known.now, zone)}
        cause = cause or f"{news['kind']}:{self.known.message.id}:{number}"
        self.outcome.news.append(row | {"cause": cause})

    def time(self, person: int, cause: str, at: datetime, news: Mapping[str, Any]) -> None:
        """Something that is to happen to somebody later, once."""
        row = {"person_id": person, "cause": f"{cause}:{person}", "due_at": at}
        self.outcome.timers.append(row | {"news": dict(news), "waits": False})

    def wait(self, at: datetime, news: Mapping[str, Any]) -> None:
        """This very news comes again then, or as soon as no question is open."""
        row = {"person_id": self.person.id, "cause": f"wait:{self.known.message.id}"}
        self.outcome.timers.append(row | {"due_at": at, "news": dict(news), "waits": True})

    def put_off(self, at: datetime, news: Mapping[str, Any]) -> None:
        """This very news comes again then, when the budget allows it."""
        row = {"person_id": self.person.id, "cause": f"later:{self.known.message.id}"}
        self.outcome.timers.append(row | {"due_at": at, "news": dict(news), "waits": False})

    def hand_over(
        self, kind: str, text: str, match: int | None = None, to: int | None = None
    ) -> None:
        """Something for the coordinator's list; `to` is the only one who is told of it."""
        programme = self.pairs[match].programme_id if match in self.pairs else self.home()[0]
        self.outcome.handovers.append(
            {
                "person_id": self.person.id,
                "programme_id": programme,
                "match_id": match,
                "kind": kind,
                "text": text,
                "created_at": self.known.now,
                "to": to,
            }
        )

    def home(self) -> tuple[int | None, str]:
        """The programme and role in which this person is spoken to when no run says so."""
        if self.top:
            return self.top.programme_id, self.top.role
        if one := self.enrolment():
            return one.programme_id, one.role
        only = next(iter(self.known.programmes)) if len(self.known.programmes) == 1 else None
        return only, "mentee"

    def enrolment(self) -> Enrolment | None:
        """The newest of those they agreed to, else the newest of all."""
        found = self.known.enrolments
        agreed = [one for one in found if one.state in effects.AGREED]
        return next(reversed(agreed or found), None)

    def say(self, msgid: str, **values: Any) -> None:
        self.outcome.prompts.append(Prompt(msgid, self.facts(self.top) | values))

    def push(self, name: str, given: Mapping[str, Any] | None = None) -> None:
        """Open a flow above what is open; at the deepest it takes the top one's place."""
        top = self.top
        if top and top.flow.name == name:
            return self.ask_again()
        programme_id, role = self.home()
        return self.open(name, programme_id, role, self.next_depth(), given)

    def open(
        self,
        name: str,
        programme_id: int | None,
        role: str,
        depth: int = 0,
        given: Mapping[str, Any] | None = None,
    ) -> None:
        if not self.by_news:
            # Begun anew, the old one would only come back stale; about somebody else it stays.
            for other in self._like(name, (given or {}).get("match")):
                self.close(other)
        flow = FLOWS[name]
        start = Standing(flow.initial)
        run = Open(None, flow, programme_id, role, depth, start, "", touched=True)
        self.runs.append(run)
        self._follow(run, engine.open_run(flow, self.facts(run), dict(given or {})))

    def close_about(self, match: int, flows: tuple[str, ...]) -> None:
        """Questions of these flows about a match are over."""
        for run in self.runs:
            meant = run.about == str(match) if run.about else len(self.pairs) < 2
            if run.flow.name in flows and meant:
                self.close(run)

    def _like(self, name: str, match: int | None) -> list[Open]:
        """The runs of a flow, about one match where that is named."""
        return [
            run
            for run in self.runs
            if run.flow.name == name and match in (None, run.standing.answers.get("match"))
        ]

    def _close_older(self, run: Open) -> None:
        """Asked again about the same, nobody goes back to the question before; one that has not
        been seen yet is still to come."""
        match, mine = run.standing.answers.get("match"), self._asked_at(run)
        for other in self._like(run.flow.name, match) if match and mine else ():
            at = self._asked_at(other)
            if other is not run and mine and at and at <= mine:
                self.close(other)

    def next_depth(self) -> int:
        """Above what is open; at the deepest the top one makes room. News never takes the place
        of what somebody may be answering: there the oldest of its kind does."""
        top = self.top
        if top is None:
            return 0
        open_ = [run for run in self.runs if not run.closed]
        if len(open_) < DEEPEST:
            return top.depth + 1
        if not self.by_news:
            self.close(top)
            return top.depth
        if old := next((run for run in open_[:-1] if run.by_news), None):
            self.close(old)
        return top.depth + 1

    def leave_asides(self) -> None:
        """What was only looked at on the way is over."""
        while (run := self.top) and run.flow.name in ASIDES:
            self.close(run)

    def raise_(self, run: Open) -> None:
        """A run below is spoken to: it comes to the top, and what lay above waits under it."""
        top = self.top
        if top and top is not run:
            run.depth, run.touched = top.depth + 1, True
            self.runs.remove(run)
            self.runs.append(run)

    def take(self, run: Open, text: str, token: str = "") -> None:
        """The run takes a turn; what was looked at meanwhile is over, other questions wait."""
        if len(self.runs) > 1:
            self._pass_over(run)
        heard = self._heard(run, text, token)
        turn = engine.take_turn(run.flow, run.standing, self.facts(run), heard)
        if not turn.answered and run.flow.name == "stuck" and self._unstuck(run, text):
            return
        if turn.answered:
            effects.answered(self, run, turn)
        self._follow(run, turn)

    def _pass_over(self, run: Open) -> None:
        for above in self.runs[self.runs.index(run) + 1 :]:
            if above.flow.name in (*ASIDES, *DOUBTS) and not above.by_news:
                self.close(above)
        self.raise_(run)
        self._close_older(run)

    def answer_below(self, run: Open, text: str) -> None:
        """What was said belongs to the question below: it is heard there."""
        self.close(run)
        if below := self.top:
            self._heard_below = below
            self.take(below, text)

    def _unstuck(self, stuck: Open, text: str) -> bool:
        """Offered a person, they answered the question after all."""
        below = next(
            (run for run in reversed(self.runs) if not run.closed and run is not stuck), None
        )
        if below is None or not self.understands(below, text):
            return False
        self.close(stuck)
        self.take(below, text)
        return True

    def understands(self, run: Open, text: str) -> bool:
        """Whether this is an answer to a question that not just any words answer."""
        state = run.flow.states[run.standing.state]
        if not isinstance(state, Question | Choice) or not state.options:
            return False
        heard = self._heard(run, text)
        return bool(engine.take_turn(run.flow, run.standing, self.facts(run), heard).answered)

    def offers(self, text: str) -> bool:
        """Whether the open question offers just these words."""
        run = self.spoken_to()
        return run is not None and engine.offers(
            run.flow, run.standing, self.facts(run), self._heard(run, text)
        )

    def _heard(self, run: Open, text: str, token: str = "") -> Heard:
        return Heard(
            text,
            self._here(),
            self.language,
            say_for(outbound.reader_of(self.known, self.language)),
            token,
            month_first=self._month_first(run),
        )

    def _here(self) -> datetime:
        """What time it is where they are; the same for everybody of a zone in this batch."""
        key = "now", self.known.person.zone
        here = self.known.shared.get(key)
        if here is None:
            here = self.known.shared[key] = local(self.known.now, self.known.person.zone)
        return cast(datetime, here)

    def _month_first(self, run: Open) -> bool:
        programme = self.known.programmes.get(run.programme_id or 0)
        return programme is not None and programme.country == "US" and self.language == "en"

    def go_back(self, run: Open) -> None:
        if not run.standing.trail and run.depth:
            self.close(run)
            return self.resume()
        return self._follow(run, engine.go_back(run.flow, run.standing, self.facts(run)))

    def explain(self, run: Open) -> None:
        self._follow(run, engine.explain(run.flow, run.standing, self.facts(run)))

    def ask_again(self) -> None:
        if run := self.top:
            self._follow(run, engine.ask_again(run.flow, run.standing, self.facts(run)))

    def resume(self) -> None:
        """Back to the question that was open before an interruption."""
        if run := self.top:
            self._follow(run, engine.resume(run.flow, run.standing, self.facts(run)))

    def close_all(self) -> None:
        for run in self.runs:
            self.close(run)

    def _follow(self, run: Open, turn: Turn) -> None:
        again = run.asked and not turn.answered and turn.standing.state == run.standing.state
        run.standing, run.touched = turn.standing, True
        self.outcome.prompts.extend(turn.prompts)
        for event in turn.events:
            effects.apply(self, run, event, binds=_binds(run))
        if turn.stuck:
            self._stuck(run)
        elif turn.call:
            self.open(turn.call, run.programme_id, run.role, run.depth + 1)
        elif turn.closed:
            self._over(run, turn)
        elif turn.prompts and turn.prompts[-1].asks and not again:
            run.before, run.asked = run.asked or self._asked_before, _key()
            run.by_news = self.by_news
            self.outcome.asked = run.asked
        else:  # a hint, or the same question: its buttons stay what they were
            self.outcome.asked = run.asked
            if run.by_news and turn.prompts and not self.by_news:  # they see it now
                run.by_news = False
                self.outcome.asked_anew.append(run.asked)

    def _stuck(self, run: Open) -> None:
        if run.flow.name == "stuck":  # even the offer of a person was not understood
            self.close(run)
            return effects.hand_over(self, run)
        return self.push("stuck", {"said": self.known.message.text[:300]})

    def _over(self, run: Open, turn: Turn) -> None:
        self.close(run)
        below = self.top
        if self._heard_below and run is not self._heard_below:
            return  # it has taken its turn already
        if turn.then in INTAKES and self.facts(run)["profile"].get("complete"):
            effects.ready_again(self, run)
        elif turn.then:
            given = {**self._given(run, turn.then), **turn.given}
            self.open(turn.then, run.programme_id, run.role, run.depth, given)
        elif below and below.depth >= run.depth:
            return  # what it established has opened the next one already
        elif below and type(below.flow.states[below.standing.state]).__name__ == "Call":
            self._follow(below, engine.returned(below.flow, below.standing, self.facts(below)))
        elif below and not effects.silent(self.outcome):
            self.resume()

    def _given(self, run: Open, then: str) -> dict[str, Any]:
        """What is known already of what the next flow asks."""
        known = self.facts(run)
        given = {"name": known["name"] or None, **known["profile"]}
        states = FLOWS[then].states
        return {key: value for key, value in given.items() if key in states and value is not None}

    def close(self, run: Open) -> None:
        run.closed = run.touched = True

    def _close_lost(self) -> None:
        """A run whose flow or state is gone is over: it holds nobody up, STOP least of all."""
        if len(self.runs) == len(self.known.runs):
            return
        kept = {run.id for run in self.runs}
        for run in self.known.runs:
            if run.id not in kept:
                effects.log(self, None, "run lost")
                self.outcome.moved.append(run_stack.lost(run, self.known.now))

    def _close_alone(self) -> Open | None:
        """A question about somebody who is not there any more is over; the one they see, if so."""
        alone = [run for run in self.runs if run.flow.name in OF_PAIRS and self._is_alone(run)]
        if not alone:
            return None
        top = self.top
        for run in alone:
            self.close(run)
        return top if top in alone else None

    def _is_alone(self, run: Open) -> bool:
        about = run.about
        there = [str(pair.id) for pair in self.pairs.values() if not pair.closed]
        return about not in there if about else not there

    def _doubted(self) -> bool:
        return any(run.flow.name == "opt_out" and not run.closed for run in self.runs)

    def keep(self) -> Outcome:
        """The outcome, with what became of the runs as rows."""
        if self.known.person.held_at and not self._doubted():
            self.outcome.person.setdefault("held_at", None)  # nobody asks any more
        for pair in self.pairs.values():
            self.known.pairs.put(pair)
        for row in self.outcome.paired:
            desks, of = self.known.rare.desks, Of(row["programme_id"], self.known.at_phone)
            desks[of] = desks[of].after(row["mentor_id"], row["mentee_id"])
        closed, heard = False, echoes.mark(self.known.message)
        for run in self.runs:
            if not run.touched or (run.id is None and run.closed):
                continue
            run.heard = heard
            closed = closed or run.closed
            if run.id is None:
                self.outcome.opened.append(run_stack.added(run, self.known))
            else:
                self.outcome.moved.append(run_stack.moved(run, self.known))
        self.outcome.idle = closed and self.top is None
        return self.outcome


def _binds(run: Open) -> bool:
    state = run.flow.states[run.standing.state]
    return isinstance(state, Ending) and state.binds


def _key() -> str:
    return urlsafe_b64encode(os.urandom(6)).decode()
