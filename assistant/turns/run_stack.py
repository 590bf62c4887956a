"""A person's open runs as a stack, lowest first: whose words these are, and what gives way."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from assistant.channels import Kind
from assistant.turns import duplicates, open_runs
from assistant.turns.context import Known
from assistant.turns.open_runs import Open
from storage.runs import MovedRun, NewRun

DEEPEST = 5
PASSING = ("perhaps", "stuck", "relay", "lesson")  # about words of a moment ago, or in passing
FRESH = timedelta(hours=1)
DOUBTS = ("perhaps", "opt_out", "role", "relay")
OF_PAIRS = (
    *("meeting", "feedback", "check_in", "switch", "agreement", "more_time", "lesson", "keeping"),
    *("goal_day", "goal_showing", "goal_reached", "line"),
)
OF_DESK = ("desk", "person", "pairing", "training", "broadcast", "claiming")
ASIDES = ("menu", "goals", "language", "ask", "stuck", *OF_DESK)
AT_WORK = ("broadcast", "pairing")  # what a coordinator goes back to after a look elsewhere
ANSWERED = (("desk", "item"), ("desk", "send"), ("desk", "answer"))


class RunStack:
    """The open runs of one person, while one turn is decided."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self.runs = [run for run in map(open_runs.read, known.runs) if run]
        # Those whose flow or state is gone are over: they hold nobody up, STOP least of all.
        ids = {one.id for one in self.runs} if len(self.runs) < len(known.runs) else None
        self.lost = [run for run in known.runs if run.id not in ids] if ids is not None else []
        # Whether this turn answers nobody: something happened, or it is time.
        self.by_news = known.message.kind == Kind.INSIDE

    @property
    def top(self) -> Open | None:
        for run in reversed(self.runs):  # no generator: this is asked several times in every turn
            if not run.closed:
                return run
        return None

    def below(self, run: Open) -> Open | None:
        """The highest that is open beside this one, of those that somebody has seen."""
        others = (one for one in reversed(self.runs) if one is not run and self._asked_at(one))
        return next(others, None)

    def asked_by(self, key: str) -> Open | None:
        """The run whose question has this key."""
        return next((run for run in self.runs if run.asked and run.asked == key), None)

    def spoken_to(self) -> Open | None:
        """Whose words these are: the newest question's that was sent before they came. One that an
        internal event asked meanwhile has not been seen yet."""
        if len(self.runs) == 1 and not self.runs[0].by_news:
            return self.top
        asked = [(at, n) for n, run in enumerate(self.runs) if (at := self._asked_at(run))]
        return self.runs[max(asked)[1]] if asked else None

    def _asked_at(self, run: Open) -> datetime | None:
        """When its question was last put; None while nobody has seen it."""
        if run.closed or not run.by_news:
            return None if run.closed else run.moved_at or self._known.now
        sent = self._known.rare.asked_at.get(run.asked, ())
        heard = self._known.message.created_at
        # What was asked at a time that is still to come was asked before the clock was set back.
        return max((at for at in sent if at <= heard or at > self._known.now), default=None)

    def next_depth(self) -> int:
        """Above what is open; at the deepest the top one makes room. An internal event never takes
        the place of what somebody may be answering: there the oldest of its kind does."""
        top = self.top
        if top is None:
            return 0
        open_ = [run for run in self.runs if not run.closed]
        if len(open_) < DEEPEST:
            return top.depth + 1
        if not self.by_news:
            top.close()
            return top.depth
        if old := next((run for run in open_[:-1] if run.by_news), None):
            old.close()
        return top.depth + 1

    def make_way(self, name: str, match: int | None) -> None:
        """Begun anew, the old one would only come back stale; about somebody else it stays."""
        if not self.by_news:
            for other in self._like(name, match):
                other.close()

    def _like(self, name: str, match: int | None) -> list[Open]:
        """The runs of a flow, about one match where that is named."""
        return [
            run
            for run in self.runs
            if run.flow.name == name and match in (None, run.standing.answers.get("match"))
        ]

    def pass_over(self, run: Open) -> None:
        """A run takes a turn: what was looked at meanwhile is over, other questions wait."""
        if len(self.runs) < 2:
            return
        for above in self.runs[self.runs.index(run) + 1 :]:
            if above.flow.name in (*ASIDES, *DOUBTS) and not above.by_news:
                above.close()
        self.raise_(run)
        self._close_older(run)

    def raise_(self, run: Open) -> None:
        """A run below is spoken to: it comes to the top, and what lay above waits under it."""
        top = self.top
        if top and top is not run:
            run.depth, run.touched = top.depth + 1, True
            self.runs.remove(run)
            self.runs.append(run)

    def _close_older(self, run: Open) -> None:
        """Asked again, nobody goes back to the question before; one not seen yet is to come."""
        match, mine = run.standing.answers.get("match"), self._asked_at(run)
        for other in self._like(run.flow.name, match) if match and mine else ():
            at = self._asked_at(other)
            if other is not run and mine and at and at <= mine:
                other.close()

    def leave_asides(self) -> None:
        """What was only looked at on the way is over."""
        while (run := self.top) and run.flow.name in ASIDES:
            run.close()

    def leave_looks(self) -> None:
        """The same at an order, but for what is being written or decided about."""
        while (run := self.top) and run.flow.name in ASIDES and not _at_work(run):
            run.close()

    def forget(self) -> None:
        """Nobody is asked again what they meant by words of an hour ago."""
        while (run := self.top) and run.flow.name in PASSING and run.moved_at:
            if run.moved_at + FRESH > self._known.now:
                return
            run.close()

    def close_all(self) -> None:
        for run in self.runs:
            run.close()

    def close_about(self, match: int, flows: tuple[str, ...], *, only: bool) -> None:
        """Questions of these flows about a match are over; unnamed they mean the `only` one."""
        for run in self.runs:
            meant = run.about == str(match) if run.about else only
            if run.flow.name in flows and meant:
                run.close()

    def close_alone(self, there: Iterable[int]) -> Open | None:
        """Questions about a match that is not there any more are over; the one they see, if so."""
        asked = [run for run in self.runs if run.flow.name in OF_PAIRS]
        if not asked:
            return None
        matches, top = {str(one) for one in there}, self.top
        alone = [run for run in asked if (run.about not in matches if run.about else not matches)]
        for run in alone:
            run.close()
        return top if top in alone else None

    def has(self, name: str) -> bool:
        """Whether a run of this flow is open."""
        return any(run.flow.name == name and not run.closed for run in self.runs)

    @property
    def spoken_of(self) -> int | None:
        """The match that this turn's runs are about."""
        moved = [run.about for run in self.runs if run.touched and run.flow.name in OF_PAIRS]
        return next((int(about) for about in moved if about.isdigit()), None) if moved else None

    @property
    def emptied(self) -> bool:
        """Whether this turn has closed the last one."""
        return self.top is None and any(run.closed and run.id is not None for run in self.runs)

    def rows(self) -> tuple[list[NewRun], list[MovedRun]]:
        """What this turn has opened, and what it has changed."""
        opened: list[NewRun] = []
        moved = [open_runs.lost(run, self._known.now) for run in self.lost]
        mark = duplicates.mark(self._known.message)
        for run in self.runs:
            if not run.touched or (run.id is None and run.closed):
                continue
            run.heard = mark
            if run.id is None:
                opened.append(open_runs.added(run, self._known))
            else:
                moved.append(open_runs.moved(run, run.id, self._known))
        return opened, moved


def _at_work(run: Open) -> bool:
    return run.flow.name in AT_WORK or (run.flow.name, run.standing.state) in ANSWERED
