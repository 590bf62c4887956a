"""A conversation while one turn is decided: flows are opened, take turns, go back, end."""

from assistant.turns import heard, open_runs
from assistant.turns.context import Known, Lacking, Outcome
from assistant.turns.guardians import children
from assistant.turns.handlers import log_entries, profiles, registry, silence
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from assistant.turns.text_meetings import known as text_meetings
from flows import FLOWS, NEEDS
from flows.engine import hearing, runs
from flows.engine.standing import Standing, Turn
from flows.engine.states import Choice, Ending, Facts, Question
from storage.desk import Of


class Conversation(Talk):
    """A talk that moves its runs: flows are opened, take turns, and are followed onward."""

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self._heard_below: Open | None = None
        for _run in self.stack.lost:
            log_entries.add(self, "run lost")
        there = (pair.id for pair in self.pairs.values() if not pair.closed)
        self.alone = self.stack.close_alone(there)  # the question about somebody who has gone
        self._asked_before = self.stack.runs[-1].asked if self.stack.runs else ""

    def push(self, name: str, given: Facts | None = None) -> None:
        """Open a flow above what is open; at the deepest it takes the top one's place."""
        top = self.stack.top
        if top and top.flow.name == name and not (given or {}).get("wish"):
            return self.ask_again()
        return self.open(name, *self.home(), self.stack.next_depth(), given)

    def open(
        self,
        name: str,
        programme_id: int | None,
        role: str,
        depth: int = 0,
        given: Facts | None = None,
    ) -> None:
        if self.known.goals is None and "goals" in NEEDS[name]:
            raise Lacking("goals")
        self.stack.make_way(name, (given or {}).get("match"))
        flow = FLOWS[name]
        start = Standing(flow.initial)
        run = Open(None, flow, programme_id, role, depth, start, "", touched=True)
        self.stack.runs.append(run)
        self._follow(run, runs.open_run(flow, self.facts(run), dict(given or {})))

    def take(self, run: Open, text: str, token: str = "") -> None:
        """The run takes a turn; what was looked at meanwhile is over, other questions wait."""
        self.stack.pass_over(run)
        turn = self._turn(run, text, token)
        if not turn.answered and not token and self._meant_below(run, text):
            return
        if turn.answered:
            log_entries.answered(self, run, turn)
            children.note_age(self, run, turn)
        self._follow(run, turn)

    def answer_below(self, run: Open, text: str) -> None:
        """What was said belongs to the question below: it is heard there."""
        run.close()
        if below := self.stack.top:
            self._heard_below = below
            self.take(below, text)

    def _meant_below(self, run: Open, text: str) -> bool:
        """At MENU, offered a person or asked what they meant, they answered the question below."""
        below, above = self.stack.below(run), run.flow.name
        if below is None or above not in ("stuck", "perhaps", "menu"):
            return False
        nods = above == "menu" and isinstance(below.flow.states[below.standing.state], Choice)
        answers = above == "perhaps" and self._turn(below, text).answered
        if not answers and (nods or not self.understands(below, text)):
            return False
        run.close()
        self.take(below, text)
        return True

    def understands(self, run: Open, text: str) -> bool:
        """Whether this is an answer to a question that not just any words answer."""
        state = run.flow.states[run.standing.state]
        if not isinstance(state, Question | Choice) or not state.options:
            return False
        return bool(self._turn(run, text).answered)

    def answers(self, text: str) -> bool:
        """Whether this answers the open question, whatever it asks."""
        run = self.stack.spoken_to()
        return run is not None and bool(self._turn(run, text).answered)

    def answers_exactly(self, text: str) -> bool:
        """Whether this answers the open question, of which no other words are an answer."""
        run = self.stack.spoken_to()
        state = run.flow.states[run.standing.state] if run else None
        return isinstance(state, Question) and state.exact and self.answers(text)

    def _turn(self, run: Open, text: str, token: str = "") -> Turn:
        said = heard.by(self, text, token)
        return runs.take_turn(run.flow, run.standing, self.facts(run), said)

    def offers(self, text: str) -> bool:
        """Whether the open question offers just these words."""
        run = self.stack.spoken_to()
        said = heard.by(self, text)
        return run is not None and hearing.offers(run.flow, run.standing, self.facts(run), said)

    def go_back(self, run: Open) -> None:
        if run.standing.first and run.depth:
            run.close()
            return self.resume()
        return self._follow(run, runs.go_back(run.flow, run.standing, self.facts(run)))

    def explain(self, run: Open) -> None:
        self._follow(run, runs.explain(run.flow, run.standing, self.facts(run)))

    def ask_again(self) -> None:
        if run := text_meetings.asked(self):
            self._follow(run, runs.ask_again(run.flow, run.standing, self.facts(run)))

    def resume(self) -> None:
        """Back to the question that was open before an interruption."""
        if run := text_meetings.asked(self):
            self._follow(run, runs.resume(run.flow, run.standing, self.facts(run)))

    def _follow(self, run: Open, turn: Turn) -> None:
        again = run.asked and not turn.answered and turn.standing.state == run.standing.state
        run.standing, run.touched = turn.standing, True
        self.outcome.prompts.extend(turn.prompts)
        if turn.prompts and turn.prompts[-1].asks:
            silence.asked(self)
        for event in turn.events:
            registry.apply(self, run, event, binds=_binds(run))
        if turn.stuck:
            self._stuck(run)
        elif turn.closed:
            self._over(run, turn)
        elif turn.prompts and turn.prompts[-1].asks and not again:
            run.before, run.asked = run.asked or self._asked_before, open_runs.key()
            run.by_news = self.stack.by_news
            self.outcome.asked = run.asked
        else:  # a hint, or the same question: its buttons stay what they were
            self.outcome.asked = run.asked
            if run.by_news and turn.prompts and not self.stack.by_news:  # they see it now
                run.by_news = False
                self.outcome.asked_anew += (run.asked,)

    def _stuck(self, run: Open) -> None:
        if self.coordinates:  # whom else should they ask
            return self._follow(run, runs.ask_again(run.flow, run.standing, self.facts(run)))
        if run.flow.name == "stuck":  # even the offer of a person was not understood
            run.close()
            return silence.hand_over(self)
        return self.push("stuck", {"said": self.known.message.text[:300]})

    def _over(self, run: Open, turn: Turn) -> None:
        run.close()
        below = self.stack.top
        if self._heard_below and run is not self._heard_below:
            return  # it has taken its turn already
        then = children.instead(self, run, turn.then)
        if then in profiles.INTAKES.values() and self.facts(run)["profile"].get("complete"):
            profiles.ready_again(self, run)
        elif then:
            given = {**self._given(run, then), **turn.given}
            self.open(then, run.programme_id, run.role, run.depth, given)
        elif below and below.depth >= run.depth:
            return  # what it established has opened the next one already
        elif below and not silence.leaves_unasked(self.outcome, below):
            self.stack.forget()
            self.resume()

    def _given(self, run: Open, then: str) -> Facts:
        """What is known already of what the next flow asks."""
        known = self.facts(run)
        given = {"name": known["name"] or None, **known["profile"]}
        states = FLOWS[then].states
        return {key: value for key, value in given.items() if key in states and value is not None}

    def keep(self) -> Outcome:
        """The outcome, with what became of the runs as rows."""
        if self.known.person.held_at and not self.stack.has("opt_out"):
            self.outcome.person.setdefault("held_at", None)  # nobody asks any more
        for pair in (*self.pairs.values(), *self.offered.values()):
            self.known.pairs.put(pair)
        for row in self.outcome.paired:
            desks, of = self.known.rare.desks, Of(row.programme_id, self.known.at_phone)
            desks[of] = desks[of].after(row.mentor_id, row.mentee_id)
        self.outcome.opened, self.outcome.moved = self.stack.rows()
        self.outcome.idle = self.stack.emptied
        return self.outcome


def _binds(run: Open) -> bool:
    state = run.flow.states[run.standing.state]
    return isinstance(state, Ending) and state.binds
