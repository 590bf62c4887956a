"""What a batch decided about concerns, as rows: opened and paged, taken, seen to."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from assistant.safeguarding.paging import Pager
from assistant.turns.context import Decided
from storage import handovers, messages
from storage.handovers import NewHandover
from storage.safeguarding import concerns, lines, on_call, pages
from storage.safeguarding.concerns import Listed, NewConcern
from storage.safeguarding.lines import Kind, NewLine


def leave_out(db: Connection, decided: Sequence[Decided], now: datetime) -> Sequence[Decided]:
    """Who says that they have it is told so only if they are the first; the others' turns are
    taken anew, and tell them who has it."""
    taking = [one for one in decided if one.outcome.acknowledged]
    if not taking:
        return decided
    late = set()
    for one in taking:
        for said in one.outcome.acknowledged:
            if concerns.acknowledge(db, said):
                # Words that wait for who has it now are still theirs to read.
                messages.take_back(db, [pages.key(said.concern)], now, but_for=said.person)
            else:
                late.add(one.known.message.id)
    return [one for one in decided if one.known.message.id not in late]


def keep(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    """New concerns are paged in the very commit that keeps them."""
    known, outcomes = decided[0].known, [one.outcome for one in decided]
    pager = Pager(db, known.programmes, known.senders, now)
    kept: list[NewLine] = []
    for turn in filter(_speaks, decided):
        new = [_listed(db, row) for row in turn.outcome.concerns]
        kept += _lines(turn, pager.open(new) if new else (), now)
    if kept:
        lines.add(db, kept)
    _close_listed(db, decided, now)
    for one in outcomes:
        for concern, words in one.more_words:
            pager.forward(concern, words)
        for concern_id, note in one.seen_to:
            handover = concerns.close(db, concern_id, now, note)
            handovers.close(db, [handover] if handover else [], now)
    if behind := [row for one in outcomes for row in one.on_call]:
        on_call.add(db, behind)


def _close_listed(db: Connection, decided: Sequence[Decided], now: datetime) -> None:
    for turn in decided:
        if turn.outcome.done:
            concerns.close_listed(db, turn.outcome.done, _by(turn, now))


def _by(turn: Decided, now: datetime) -> Listed:
    """The coordinator whose turn it is, as people know them."""
    known = turn.known
    named = (one.settings.get("coordinator") for one in known.programmes.values())
    name = known.person.name or next(filter(None, named), "")
    return Listed(known.person.id, str(name), now)


def _speaks(turn: Decided) -> bool:
    """Whether it adds to a concern, or opens one; hardly any does."""
    outcome = turn.outcome
    return bool(outcome.concerns or outcome.more_words or outcome.concern_lines)


def _lines(turn: Decided, opened: Sequence[int], now: datetime) -> list[NewLine]:
    """What goes into the records: their words, what they were told, and looks at one."""
    person, outcome = turn.known.person.id, turn.outcome
    words = [
        NewLine(concern.id, person, Kind.WORDS, text, now) for concern, text in outcome.more_words
    ]
    told = [
        NewLine(number, person, kind, text, now)
        for given, kind, text in outcome.concern_lines
        if (number := given or next(iter(opened), None))
    ]
    return words + told


def _listed(db: Connection, row: NewConcern) -> NewConcern:
    """It stands on the coordinators' list as well."""
    handover = NewHandover(
        row.person_id, "worry", row.words, row.opened_at, row.programme_id, row.match_id
    )
    (number,) = handovers.add(db, [handover])
    return row._replace(handover_id=number)
