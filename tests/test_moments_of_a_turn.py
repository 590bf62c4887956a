"""The very moment at which a turn hears something otherwise: just before it, then, and just after
it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.channels import Kind
from assistant.internal_events.kinds import PauseOver
from assistant.turns import decide, facts, lookups
from assistant.turns.batch_matches import Pair
from assistant.turns.context import Outcome
from assistant.turns.handlers import confided, meetings, silence
from assistant.turns.handlers.leaving import pauses, returns, undo
from assistant.turns.internal_events import waits
from assistant.turns.matches import gathered
from assistant.turns.replies import concerns, late, pages
from assistant.turns.run_stack import RunStack
from assistant.understanding.keywords import Heard, Keyword
from flows import FLOWS
from flows.events import Paused
from flows.lifecycles.meeting import Meeting
from storage.inbox.unanswered import Unanswered
from storage.mentoring.matches import Side
from storage.runs import OpenRun
from tests.phones import START

AT = START
MOMENT, HOUR, DAY = timedelta(microseconds=1), timedelta(hours=1), timedelta(days=1)
UNTIL, AFTER = (True, False, False), (False, False, True)
FROM, UP_TO = (False, True, True), (True, True, False)
ZONE = "America/New_York"


def talk(now: datetime = AT, **person: Any) -> Any:
    """Somebody's side of a turn at this time, with nothing open and nobody to meet."""
    told = {"id": 1, "zone": ZONE, "name": "Jay", "echo": None, "undo": None}
    told |= {"paused_until": None, "confided_at": None} | person
    who, stack = SimpleNamespace(**told), SimpleNamespace(spoken_to=lambda: None, top=None, runs=[])
    known = SimpleNamespace(now=now, person=who, message=SimpleNamespace(created_at=AT, text=""))
    return SimpleNamespace(
        known=known, person=who, stack=stack, outcome=Outcome(), pairs={}, language="en"
    )


def met(slot: datetime | None = AT) -> Pair:
    """Two who have booked a meeting, or speak of none."""
    sides = [Side(n, "", "en", ZONE, None, None) for n in (1, 2)]
    at = slot and slot.replace(tzinfo=None).isoformat()
    meeting = Meeting("booked", "mentor", at, "UTC", "") if at else Meeting()
    return Pair(7, 1, sides[0], sides[1], ("", ""), "", meeting)


def undone(at: datetime) -> object:
    return undo.open_to(talk(at, undo={"until": AT.isoformat(), "goal": 1}))


def paged(now: datetime = AT, at: datetime = AT, taken: datetime | None = None) -> object:
    """Whether a message of AT answers the page of that time."""
    page: Any = SimpleNamespace(shown=[at], acknowledged_at=taken)
    return pages._meant(talk(now), [page], bare=False)


def picked(at: datetime) -> object:
    """Whether a bare number answers the page of that time, where something was asked at AT."""
    said, shown = talk(AT + DAY), [at]
    page = SimpleNamespace(shown=shown, acknowledged_at=None)
    said.known.message.created_at = AT + DAY
    said.stack.spoken_to = lambda: SimpleNamespace(moved_at=AT)
    one: Any = page
    return pages._meant(said, [one], bare=True)


def overtaken(at: datetime) -> object:
    """Whether a START that was written then is no news to who has stopped at AT."""
    said = talk(stopped_at=AT)
    said.known.message.created_at = at
    return late.overtaken(said, None, Heard(Keyword.START))  # type: ignore[arg-type]


def runs(*asked: tuple[str, datetime, bool], now: datetime = AT, heard: datetime = AT) -> RunStack:
    """Questions of these flows that were sent then, by an internal event or by none."""
    rows = [
        OpenRun(
            n, 1, 1, "mentee", name, FLOWS[name].initial, n, f"{n}", {"by_news": news}, at, None
        )
        for n, (name, at, news) in enumerate(asked)
    ]
    sent = {f"{n}": [at] for n, (_, at, _) in enumerate(asked)}
    known: Any = SimpleNamespace(
        runs=rows,
        now=now,
        message=SimpleNamespace(kind=Kind.TEXT, created_at=heard),
        rare=SimpleNamespace(asked_at=sent),
    )
    return RunStack(known)


def kept_in_mind(at: datetime) -> object:
    """Whether they are still asked what they meant at AT."""
    stack = runs(("stuck", AT, False), now=at)
    stack.forget()
    return stack.top


def seen(at: datetime) -> object:
    """Whether words that were written then are for what an internal event asked at AT."""
    return runs(("menu", AT, True), now=AT + DAY, heard=at).spoken_to()


def asked_before_the_clock_was_set_back(at: datetime) -> object:
    return runs(("menu", AT, True), now=at, heard=AT - DAY).spoken_to()


def rested(at: datetime) -> Any:
    """Somebody who comes back from a rest until AT."""
    back = talk(at, paused_until=AT)
    pauses.come_back(back)
    return back.outcome.shift


def off(until: datetime, now: datetime = AT - DAY) -> bool:
    """Whether a rest until then takes away the meeting of AT."""
    said, told = talk(now), list[object]()
    said.hand_over = lambda kind, *_more: told.append(kind)
    said.tell = said.close_about = said.put = lambda *_more, **_named: None
    pauses._rest(said, met(), Paused(""), until)
    return told == ["pause"]


def brought_back(at: datetime) -> object:
    """Whether who agrees again then finds what they left behind as it was."""
    said = talk(at, undo={"until": AT.isoformat(), "stopped": {"7": []}})
    tried = list[object]()
    said.pairs = SimpleNamespace(values=lambda: tried.append(1) or [])
    returns.restore(said, 1)
    assert said.outcome.person["undo"] is None
    return tried


def album(at: datetime) -> object:
    """Whether a picture of that time belongs to the words that were answered at AT."""
    said = talk()
    said.known.message.created_at = at
    said.stack.runs = [SimpleNamespace(moved_at=AT)]
    return decide._just_spoke(said)


def said_before(at: datetime) -> object:
    """Whether words of then are more of what was said at AT."""
    one: Any = SimpleNamespace(opened_at=AT, programme_id=1)
    return confided.before([one], talk(at))


HAPPENS: dict[str, tuple[Callable[[datetime], object], tuple[bool, bool, bool]]] = {
    "BACK takes it back": (undone, UNTIL),
    "they had seen the page": (lambda at: paged(now=AT + DAY, at=at), UP_TO),
    "a page that somebody has is fresh": (
        lambda at: paged(now=at + timedelta(minutes=20), taken=AT),
        UNTIL,
    ),
    "a number is for the page": (picked, AFTER),
    "START came before the STOP": (overtaken, UNTIL),
    "what was meant is asked": (lambda at: kept_in_mind(at + HOUR), UNTIL),
    "a question was seen": (seen, FROM),
    "a question is of the future": (asked_before_the_clock_was_set_back, UNTIL),
    "a silence is one": (
        lambda at: waits._silent(talk(at + DAY), SimpleNamespace(moved_at=AT)),  # type: ignore[arg-type]
        FROM,
    ),
    "a rest is ended early": (rested, UNTIL),
    "a meeting lies in a rest": (off, AFTER),
    "a meeting is still to come when a rest begins": (lambda at: off(AT + DAY, at), UNTIL),
    "somebody rests": (
        lambda at: facts.rests_until(talk(paused_until=AT).person, at),
        UNTIL,
    ),
    "a STOP is taken back": (brought_back, UNTIL),
    "a picture goes with the words": (lambda at: album(at + timedelta(seconds=10)), UNTIL),
    "it is one concern": (lambda at: said_before(at + DAY), UNTIL),
    "a meeting is past": (lambda at: meetings.past(met(), at), FROM),
    "it would be over in the morning": (
        lambda at: meetings.soon((AT + 2 * HOUR).isoformat(), ZONE, at),
        AFTER,
    ),
    "a person answers": (
        lambda at: silence.holds(talk(at, echo={"silent_until": AT.isoformat()})),
        UNTIL,
    ),
}


@pytest.mark.parametrize(("happens", "then"), HAPPENS.values(), ids=HAPPENS)
def test_it_is_so_from_its_moment_on_or_until_it(
    happens: Callable[[datetime], object], then: tuple[bool, bool, bool]
) -> None:
    assert tuple(bool(happens(at)) for at in (AT - MOMENT, AT, AT + MOMENT)) == then


@pytest.mark.parametrize(("later", "more"), [(-MOMENT, True), (timedelta(0), False)])
def test_words_are_more_of_a_concern_for_an_hour(
    monkeypatch: pytest.MonkeyPatch, later: timedelta, more: bool
) -> None:
    monkeypatch.setattr(confided, "more", lambda *_: True)
    said = talk(AT + HOUR + later, confided_at=AT)
    assert concerns.listen(said, "he was there again") is more
    assert ("confided_at" in said.outcome.person) is not more


@pytest.mark.parametrize(("until", "again"), [(AT + MOMENT, False), (AT, True), (None, False)])
def test_who_is_back_hears_so_once_the_day_has_come(until: datetime | None, again: bool) -> None:
    back = talk(paused_until=until)
    back.known.rare = SimpleNamespace(spent={})
    back.person.fewer, said = False, list[object]()
    back.say, back.resume = lambda msgid: said.append(msgid), lambda: None
    waits.back(back, PauseOver())
    assert bool(said) is again


def asked_since(monkeypatch: pytest.MonkeyPatch, *functions: tuple[object, str]) -> dict[str, Any]:
    """What functions of the storage are asked, which find nothing."""
    asked: dict[str, Any] = {}
    for module, name in functions:

        def ask(_db: object, _ids: object, *since: datetime, called: str = name) -> dict[Any, Any]:
            asked[called] = [AT - one for one in since]
            return {}

        monkeypatch.setattr(module, name, ask)
    return asked


def test_a_turn_looks_so_far_back_at_matches(monkeypatch: pytest.MonkeyPatch) -> None:
    found: Any = lambda *_: [1]  # noqa: E731
    db, storage = Any, gathered
    names = ((storage.feedback, "since"), (storage.meetings, "ended"))
    asked = asked_since(monkeypatch, *names)
    for module, name in ((storage.matches, "sides"), (storage.participants, "profiles")):
        monkeypatch.setattr(module, name, lambda *_: {})
    monkeypatch.setattr(storage.matches, "read", lambda *_: [])
    since: list[timedelta] = []
    locked = lambda _db, _ids, *then: since.extend(AT - one for one in then) or found()  # noqa: E731
    monkeypatch.setattr(storage.matches, "lock", locked)
    gathered.gather(db, [1], AT)  # type: ignore[arg-type]
    assert since == [timedelta(minutes=10), DAY]
    assert asked == {"since": [100 * DAY], "ended": [14 * DAY]}


def test_a_turn_looks_so_far_back_at_what_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    names = (lookups.history, "spent"), (lookups.history, "told"), (lookups.progress, "reached")
    asked = asked_since(monkeypatch, *names)
    monkeypatch.setattr(lookups.desk, "gather", lambda *_: {})
    monkeypatch.setattr(lookups.on_call, "every", lambda *_: [])
    written = Unanswered(1, 1, 1, "a", Kind.TEXT, "Liked \u201cHello there\u201d", AT, 0)
    happened = written._replace(id=2, person_id=2, kind=Kind.INSIDE, text="{}")
    db: Any = None
    lookups.gather(db, [written, happened], {}, {}, AT)
    assert asked == {"spent": [8 * DAY], "told": [60 * DAY], "reached": [3 * DAY]}
