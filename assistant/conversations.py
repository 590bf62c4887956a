"""A person's open runs as a stack, while one turn is decided: push, take, go back, close."""

import os
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from assistant import effects, hours, speech
from assistant.facts import facts, local
from assistant.known import Known, Outcome
from assistant.translations import say_for
from flows import FLOWS, engine
from flows.engine import Standing, Turn
from flows.states import Choice, Ending, Flow, Heard, Prompt, Question
from storage.participants import Enrolment
from storage.runs import OpenRun

DEEPEST = 5
INTAKES = ("intake", "mentor_intake")
ASIDES = ("menu", "goals", "language", "ask", "stuck")
NUDGE_AFTER = timedelta(days=1)


@dataclass(slots=True)
class Open:
    """An open run, as this turn leaves it."""

    id: int | None
    flow: Flow
    programme_id: int | None
    role: str
    depth: int
    standing: Standing
    asked: str
    before: str = ""  # the key of the question before
    nudged: bool = False
    closed: bool = False
    touched: bool = False


class Conversation:
    """One person's side of one turn. Every method adds to `outcome`."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.outcome = Outcome(language=known.person.language)
        self.runs = [run for run in map(_opened, known.runs) if run]
        self._close_lost()
        self._asked_before = self.runs[-1].asked if self.runs else ""

    @property
    def language(self) -> str:
        return self.outcome.language

    @property
    def top(self) -> Open | None:
        return next((run for run in reversed(self.runs) if not run.closed), None)

    def facts(self, run: Open | None = None) -> dict[str, Any]:
        programme_id, role = (run.programme_id, run.role) if run else self.home()
        found = facts(self.known, programme_id, role, self.language)
        found.update(effects.changed_facts(self.outcome))
        return found

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
        depth = top.depth + 1 if top else 0
        if top and depth >= DEEPEST:
            self._close(top)
            depth = top.depth
        return self.open(name, programme_id, role, depth, given)

    def open(
        self,
        name: str,
        programme_id: int | None,
        role: str,
        depth: int = 0,
        given: Mapping[str, Any] | None = None,
    ) -> None:
        for other in self.runs:
            if other.flow.name == name:  # begun anew: the old one would only come back stale
                self._close(other)
        flow = FLOWS[name]
        start = Standing(flow.initial)
        run = Open(None, flow, programme_id, role, depth, start, "", touched=True)
        self.runs.append(run)
        self._follow(run, engine.open_run(flow, self.facts(run), dict(given or {})))

    def leave_asides(self) -> None:
        """What was only looked at on the way is over."""
        while (run := self.top) and run.flow.name in ASIDES:
            self._close(run)

    def take(self, run: Open, text: str, token: str = "") -> None:
        """The run takes a turn; what was opened above it is over."""
        for above in self.runs[self.runs.index(run) + 1 :]:
            self._close(above)
        heard = self._heard(run, text, token)
        turn = engine.take_turn(run.flow, run.standing, self.facts(run), heard)
        if not turn.answered and run.flow.name == "stuck" and self._unstuck(run, text):
            return
        if turn.answered:
            effects.answered(self, run, turn)
        self._follow(run, turn)

    def _unstuck(self, stuck: Open, text: str) -> bool:
        """Offered a person, they answered the question after all."""
        below = next(
            (run for run in reversed(self.runs) if not run.closed and run is not stuck), None
        )
        if below is None or not self.understands(below, text):
            return False
        self._close(stuck)
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
        run = self.top
        return run is not None and engine.offers(
            run.flow, run.standing, self.facts(run), self._heard(run, text)
        )

    def _heard(self, run: Open, text: str, token: str = "") -> Heard:
        return Heard(
            text,
            local(self.known.now, self.known.person.zone),
            self.language,
            say_for(speech.reader_of(self.known, self.language)),
            token,
            month_first=self._month_first(run),
        )

    def _month_first(self, run: Open) -> bool:
        programme = self.known.programmes.get(run.programme_id or 0)
        return programme is not None and programme.country == "US" and self.language == "en"

    def go_back(self, run: Open) -> None:
        if not run.standing.trail and run.depth:
            self._close(run)
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
            self._close(run)

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
            self.outcome.asked = run.asked
        else:  # a hint, or the same question: its buttons stay what they were
            self.outcome.asked = run.asked

    def _stuck(self, run: Open) -> None:
        if run.flow.name == "stuck":  # even the offer of a person was not understood
            self._close(run)
            return effects.hand_over(self, run)
        return self.push("stuck", {"said": self.known.message.text[:300]})

    def _over(self, run: Open, turn: Turn) -> None:
        self._close(run)
        below = self.top
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

    def _close(self, run: Open) -> None:
        run.closed = run.touched = True

    def _close_lost(self) -> None:
        """A run whose flow or state is gone is over: it holds nobody up, STOP least of all."""
        kept = {run.id for run in self.runs}
        for run in self.known.runs:
            if run.id not in kept:
                effects.log(self, None, "run lost")
                self.outcome.moved.append(_lost(run, self.known.now))

    def keep(self) -> Outcome:
        """The outcome, with what became of the runs as rows."""
        doubted = any(run.flow.name == "opt_out" and not run.closed for run in self.runs)
        if self.known.person.held_at and not doubted:
            self.outcome.person.setdefault("held_at", None)  # nobody asks any more
        for run in self.runs:
            if not run.touched or (run.id is None and run.closed):
                continue
            if run.id is None:
                self.outcome.opened.append(self._row(run))
            else:
                self.outcome.moved.append(self._moved(run))
        return self.outcome

    def _row(self, run: Open) -> dict[str, Any]:
        return {
            "person_id": self.known.person.id,
            "programme_id": run.programme_id,
            "role": run.role,
            "flow": run.flow.name,
            "state": run.standing.state,
            "depth": run.depth,
            "asked": run.asked,
            "data": _data(run),
            "opened_at": self.known.now,
            "moved_at": self.known.now,
            "closed_at": None,
            "nudge_at": self._nudge_at(run),
        }

    def _moved(self, run: Open) -> dict[str, Any]:
        return {
            "run": run.id,
            "new_state": run.standing.state,
            "new_depth": run.depth,
            "new_asked": run.asked,
            "new_data": {} if run.closed else _data(run),
            "new_moved_at": self.known.now,
            "new_closed_at": self.known.now if run.closed else None,
            "new_nudge_at": self._nudge_at(run),
        }

    def _nudge_at(self, run: Open) -> datetime | None:
        """Once, a day after they fell silent; the same for everybody of a zone in this batch."""
        if run.closed or run.nudged:
            return None
        key = "nudge", self.known.person.zone
        at = self.known.shared.get(key)
        if at is None:
            at = hours.within(self.known.now + NUDGE_AFTER, self.known.person.zone)
            self.known.shared[key] = at
        return cast(datetime, at)


def _opened(run: OpenRun) -> Open | None:
    data, flow = run.data, FLOWS.get(run.flow)
    if flow is None or not engine.stands(flow, run.state):
        return None
    standing = Standing(
        run.state,
        data.get("answers", {}),
        tuple(data.get("trail", ())),
        data.get("misses", 0),
        data.get("given", {}),
    )
    return Open(
        run.id,
        flow,
        run.programme_id,
        run.role,
        run.depth,
        engine.moved(flow, standing),
        run.asked,
        data.get("before", ""),
        data.get("nudged", False),
    )


def _lost(run: OpenRun, now: datetime) -> dict[str, Any]:
    return {
        "run": run.id,
        "new_state": run.state,
        "new_depth": run.depth,
        "new_asked": "",
        "new_data": {},
        "new_moved_at": now,
        "new_closed_at": now,
        "new_nudge_at": None,
    }


def _data(run: Open) -> dict[str, Any]:
    standing = run.standing
    data: dict[str, Any] = {"answers": standing.answers, "trail": standing.trail}
    if standing.misses:
        data["misses"] = standing.misses
    if standing.given:
        data["given"] = standing.given
    if run.before:
        data["before"] = run.before
    if run.nudged:
        data["nudged"] = True
    return data


def _binds(run: Open) -> bool:
    state = run.flow.states[run.standing.state]
    return isinstance(state, Ending) and state.binds


def _key() -> str:
    return urlsafe_b64encode(os.urandom(6)).decode()
