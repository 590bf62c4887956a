"""Parts of a turn, each alone: runs as rows, a concern where nobody is, matches that are over."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from assistant.internal_events.kinds import ConcernTaken, NobodyYet
from assistant.safeguarding import Kind, texts
from assistant.turns import open_runs
from assistant.turns.context import Lacking, Safeguarding
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import concerns, confided
from assistant.turns.handlers.concerns import Raised
from assistant.turns.open_runs import Open
from flows import FLOWS
from flows.engine.standing import Standing
from storage.runs import OpenRun
from storage.safeguarding.concerns import Concern
from storage.safeguarding.lines import Told
from tests.one_turn import MATCH, MENTEE, known, pair, run, talk
from tests.phones import START

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
RAISED = Raised("hurt", "self", "he hit me")


def quiet(*said: Concern, told: Told | None = None, **how: Any) -> Conversation:
    """Somebody who has said these, where nobody can be reached."""
    kept = {said[-1].id: told} if told else {}
    return talk(safeguarding=Safeguarding(said, {}, kept), **how)


def concern(number: int = 5, **more: Any) -> Concern:
    given: dict[str, Any] = dict.fromkeys(Concern._fields)
    given |= {"id": number, "person_id": MENTEE, "programme_id": 1, "opened_at": START, "pages": 0}
    return Concern(**given | {"kind": "hurt", "about": "self", "words": "x"} | more)


def said(one: Conversation) -> list[str]:
    return [prompt.msgid for prompt in one.outcome.prompts]


def test_a_run_is_read_as_it_was_kept() -> None:
    there = Standing("what", {"goal": 1}, ("a", "b"), 2, {"x": 1})
    flow = FLOWS["goals"]
    there.state = flow.initial
    one = Open(
        *(3, flow, 1, "mentor", 2, there, "key", "before", True, True, START, START, 7),
    )
    row = open_runs.moved(one, 3, known())
    kept = OpenRun(3, 1, 1, "mentor", "goals", row.state, 2, "key", row.data, START, START)
    assert open_runs.read(kept) == one
    assert (row.closed_at, row.nudge_at, row.moved_at) == (None, None, START)
    plain = Open(None, flow, 1, "mentor", 2, Standing(flow.initial), "key")
    added = open_runs.added(plain, known())
    assert added.data == {"answers": {}, "trail": ()}
    assert added.closed_at is None
    kept = kept._replace(id=4, data=added.data, nudge_at=None)
    assert open_runs.read(kept) == replace(plain, id=4, moved_at=START)
    for gone in (kept._replace(flow="gone"), kept._replace(state="gone")):
        assert open_runs.read(gone) is None
    over = open_runs.lost(kept, START + HOUR)
    assert (over.id, over.closed_at, over.data) == (4, START + HOUR, {})
    plain.close()
    closed = open_runs.moved(plain, 4, known())
    assert (closed.data, closed.closed_at, closed.nudge_at) == ({}, START, None)


def test_when_it_is_looked_at_whether_somebody_is_still_there() -> None:
    def nudged(flow: str = "goals", **more: Any) -> Any:
        one = Open(1, FLOWS[flow], 1, "mentee", 0, Standing(""), "key", **more)
        return open_runs._nudge_at(one, known())

    assert nudged() == START + DAY
    assert nudged(nudge_at=START + HOUR) == START + HOUR
    for none in ({"nudged": True}, {"closed": True}):
        assert nudged(**none) is None
    assert {nudged(flow) for flow in open_runs.BEFORE_CONSENT} == {None}


def test_what_a_run_is_about() -> None:
    def about(**answers: Any) -> str:
        return Open(1, FLOWS["goals"], 1, "", 0, Standing("", answers), "").about

    assert [about(match=7, who=8), about(who="8"), about(match=0), about()] == ["7", "8", "", ""]


def test_a_question_about_somebody_who_has_gone_is_over() -> None:
    asked = run("feedback", answers={"match": MATCH})
    stays = talk(runs=[asked], pairs=[pair()])
    assert stays.alone is None
    assert stays.stack.top is not None
    for state in ("left", "closed", "suspended"):
        over = talk(runs=[asked], pairs=[pair(state)])
        assert over.alone is over.stack.runs[0], state
        assert over.stack.top is None


def test_a_concern_where_there_is_no_programme_goes_to_the_list() -> None:
    one = Conversation(replace(known(), programmes={}))
    concerns.open_concern(one, RAISED._replace(match=7))
    (listed,) = one.outcome.handovers
    row = listed.handover
    assert (row.kind, row.text, row.programme_id, row.match_id) == ("worry", "he hit me", 1, 7)
    assert (said(one), one.outcome.concerns, one.outcome.entries) == ([], [], [])


def test_a_concern_is_kept_and_what_is_true_is_said() -> None:
    one = quiet()
    concerns.open_concern(one, RAISED)
    (new,) = one.outcome.concerns
    assert (new.person_id, new.programme_id, new.match_id) == (MENTEE, 1, None)
    assert (new.kind, new.about, new.words) == RAISED[:3]
    assert new.opened_at == new.page_at == START
    assert said(one) == [texts.GLAD, texts.NOBODY, texts.DANGER]
    assert [number for number, _, _ in one.outcome.concern_lines] == [None, None]
    assert one.outcome.urgent
    assert not one.outcome.compliance
    assert one.outcome.person["confided_at"] == START
    stopped = quiet(stopped_at=START)
    concerns.open_concern(stopped, RAISED)
    assert stopped.outcome.compliance


def test_how_thanks_are_said() -> None:
    kinds = {"hurt": texts.GLAD, "unsafe": texts.MATTERS, Kind.WORRY: texts.WORRIED}
    for kind, words in kinds.items():
        assert concerns._thanks(RAISED._replace(kind=kind)) == words


def test_nobody_whom_they_fear_reaches_them_any_more() -> None:
    for kind, match, state in (
        ("hurt", MATCH, "suspended"),
        (Kind.WORRY, MATCH, "active"),
        ("hurt", None, "active"),
    ):
        one = quiet(pairs=[pair()])
        concerns.open_concern(one, RAISED._replace(kind=kind, match=match))
        assert one.pairs[MATCH].state == state, (kind, match)


def test_whose_staff_are_paged() -> None:
    def paged(match: int | None, programmes: tuple[int, ...] = (1, 2), of: int = 2) -> int | None:
        one = talk(pairs=[replace(pair(), programme_id=of)])
        one.known.programmes = dict.fromkeys(programmes)  # type: ignore[arg-type]
        return concerns._programme(one, match)

    assert [paged(MATCH), paged(None), paged(99), paged(MATCH, of=3)] == [2, 1, 1, 1]
    assert paged(None, (4, 5)) == 4
    assert paged(None, ()) is None


def test_more_words_of_today_belong_to_the_newest_concern() -> None:
    for programme in (None, 1):
        for ago, found in ((timedelta(0), True), (DAY - HOUR, True), (DAY, False)):
            one = quiet(concern(4), concern(5, opened_at=START - ago))
            before = confided.before(confided.known(one).concerns, one, programme)
            assert before is not None
            assert before.id == (5 if found else 4)
    assert confided.before([concern(programme_id=2)], talk(), 1) is None
    assert confided.before([], talk()) is None
    with pytest.raises(Lacking, match="concerns"):
        confided.known(talk())


def test_how_often_more_words_are_answered() -> None:
    nobody = [texts.NOBODY, texts.DANGER]
    for told, answer in (
        (None, nobody),
        (Told(0, START), nobody),
        (Told(1, None), nobody),
        (Told(1, START - HOUR), nobody),
        (Told(1, START - HOUR + timedelta(seconds=1)), []),
    ):
        one = quiet(concern(), told=told)
        assert confided.more(one, "and more")
        assert said(one) == answer, told
        assert [(earlier.id, words) for earlier, words in one.outcome.more_words] == [
            (5, "and more")
        ]
        assert one.outcome.person["confided_at"] == START
        assert len(one.outcome.entries) == 1
    taken = quiet(concern(acknowledged_by="Dana"))
    assert confided.more(taken, "and more")
    assert said(taken) == [texts.ADDED, texts.DANGER]
    assert [number for number, _, _ in taken.outcome.concern_lines] == [5, 5]
    none = quiet()
    assert not confided.more(none, "and more")
    assert none.outcome.entries == none.outcome.more_words == []


def test_what_is_said_some_minutes_later() -> None:
    taken, not_yet = ConcernTaken(5, "Dana", "sms"), NobodyYet(5, "Eli")
    for event, one, words in (
        (taken, quiet(concern()), [texts.TAKEN]),
        (taken, quiet(), [texts.TAKEN]),
        (not_yet, quiet(concern()), [texts.NOT_YET]),
        (not_yet, quiet(concern(acknowledged_at=START)), []),
        (not_yet, quiet(concern(6)), []),
        (not_yet, quiet(), []),
    ):
        concerns.follow(one, event)
        assert said(one) == words, event
        assert one.outcome.urgent
