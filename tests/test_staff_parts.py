"""Who is on call answers pages and reads records; words for somebody else are given on."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from assistant.internal_events.kinds import ConcernTaken
from assistant.safeguarding import texts, wording
from assistant.turns import system_messages as words
from assistant.turns.context import Lacking
from assistant.turns.conversation import Conversation
from assistant.turns.lookups import Rarities
from assistant.turns.replies import pages, records, relays
from storage.safeguarding.lines import Kind, NewLine
from storage.safeguarding.on_call import OnCall
from storage.safeguarding.pages import Call, NewPage
from storage.safeguarding.records import Record
from tests.one_turn import BRIDGE, MENTEE, MENTOR, meeting, pair, run, talk
from tests.phones import START

MINUTE = timedelta(minutes=1)
ROTA = (OnCall(1, MENTOR, "Rosa"), OnCall(2, MENTEE, "J."), OnCall(1, MENTEE, "Jay K."))


def call(concern: int = 5, **more: Any) -> Call:
    row: dict[str, Any] = dict.fromkeys(Call._fields) | {"person_id": MENTEE, "concern": concern}
    row |= {"about_id": 8, "about": "Kim", "programme_id": 1}
    return Call(**row | {"shown": [START]} | more)


def staff(*calls: Call, rota: tuple[OnCall, ...] = ROTA, **how: Any) -> Conversation:
    return talk(rare=Rarities(on_call=rota, calls={MENTEE: list(calls)}), **how)


def said(one: Conversation) -> list[tuple[str, Any]]:
    return [(prompt.msgid, prompt.values) for prompt in one.outcome.prompts]


def test_the_first_who_says_so_has_it() -> None:
    for about, who in (("Kim", "Kim"), (None, pages.SOMEBODY)):
        one = staff()
        pages._acknowledge(one, call(about=about))
        ((msgid, values),) = said(one)
        by = (START + wording.HEARS_WITHIN).isoformat()
        assert (msgid, values["who"], values["by"]) == (texts.YOURS, who, by)
        (told,) = one.outcome.told
        assert (told.person, told.event) == (8, ConcernTaken(5, "Jay K.", by))
        assert (told.at, told.cause) == (START, "taken:5")
        assert one.outcome.urgent
        assert [entry.kind for entry in one.outcome.entries] == ["concern acknowledged"]
    mine = staff()
    pages._acknowledge(mine, call(acknowledged_person_id=MENTEE, acknowledged_at=START))
    assert [msgid for msgid, _ in said(mine)] == [texts.YOURS_ALREADY]
    for by_whom, name in (("Ana", "Ana"), (None, "")):
        late = staff()
        pages._acknowledge(late, call(acknowledged_at=START, acknowledged_by=by_whom))
        ((msgid, values),) = said(late)
        assert (msgid, values["staff"]) == (texts.HAS_IT, name)
        assert (late.outcome.acknowledged, late.outcome.urgent) == ((), False)


def test_by_which_name_they_have_it() -> None:
    assert pages._name(staff(), call()) == "Jay K."
    assert pages._name(staff(rota=()), call()) == "Jay"
    nobody = staff(rota=())
    nobody.known.person = nobody.person._replace(name=None)
    assert pages._name(nobody, call()) == "Dana"
    nobody.known.programmes = {1: BRIDGE._replace(settings={})}
    assert pages._name(nobody, call()) == ""


def test_a_press_counts_for_its_own_page() -> None:
    one = staff(call(4), call(5))
    assert pages.press(one, "page5:1")
    assert [row.concern for row in one.outcome.acknowledged] == [5]
    gone = staff(call(4))
    assert pages.press(gone, "page5:1")
    assert [msgid for msgid, _ in said(gone)] == [texts.CLOSED]
    for other in ("page5:2", "page:1", "xpage5:1", "page5:11"):
        none = staff(call(5))
        assert not pages.press(none, other)
        assert said(none) == []


def test_who_is_only_on_call_hears_what_they_can_answer() -> None:
    def heard(*calls: Call, **how: Any) -> Any:
        one = staff(*calls, **how)
        return pages.only_on_call(one), said(one)

    taken = call(4, acknowledged_at=START)
    answers, ((msgid, values),) = heard(taken, call(5))
    assert (answers, msgid, values["who"]) == (True, texts.STILL_OPEN, "Kim")
    _, ((_, values),) = heard(call(about=None))
    assert values["who"] is pages.SOMEBODY
    answers, ((msgid, values),) = heard(taken)
    assert (answers, msgid, values["programme"]) == (True, texts.ON_CALL, "Bridge")
    _, ((_, values),) = heard(rota=(OnCall(9, MENTEE, "J."),))
    assert values["programme"] == ""
    assert heard(rota=ROTA[:1]) == (False, [])


def test_done_is_for_the_page_that_is_theirs() -> None:
    mine = call(acknowledged_person_id=MENTEE, acknowledged_at=START)
    for text, calls, note in (
        ("Done: called her ", [call(4), mine], "called her"),
        ("done", [mine], ""),
        ("done", [call(4)], None),
        ("donee", [mine], None),
        ("not done", [mine], None),
        ("done", [], None),
    ):
        one = staff(*calls, text=text)
        assert pages.hear(one, text) is (note is not None), text
        assert one.outcome.seen_to == (((5, note),) if note is not None else ())
    for text in ("i\u2019ve got it!", "ON IT", "1"):
        assert pages.hear(staff(call()), text), text
    assert not pages.hear(staff(call()), "i had it")


def record(**more: Any) -> Record:
    row: dict[str, Any] = dict.fromkeys(Record._fields)
    row |= {"id": 5, "programme_id": 1, "name": "Kim", "words": "x", "opened_at": START}
    return Record(**row | {"pages": [], "lines": [], "readers": {}} | more)


def reads(text: str, found: Record | None = None, *calls: Call, **how: Any) -> Conversation:
    mine = {MENTEE: list(calls)}
    rare = Rarities(on_call=ROTA, calls=mine, records={5: found, 0: None})
    one = talk(rare=rare, text=text, **how)
    assert records.hear(one, text)
    return one


def test_whoever_is_on_call_reads_a_record() -> None:
    for one in (reads("record 5", record()), reads("RECORD", record(), call(5), call(4))):
        assert [msgid for msgid, _ in said(one)] == [texts.RECORD, texts.WROTE]
        assert one.outcome.concern_lines == ((5, Kind.LOOKED, ""),)
        assert [entry.kind for entry in one.outcome.entries] == ["record of a concern read"]
    for none in (reads("record 5"), reads("record"), reads("record 5", record(programme_id=9))):
        assert [msgid for msgid, _ in said(none)] == [texts.NO_RECORD]
        assert none.outcome.concern_lines == ()
    for text, rota in (("record 5", ROTA[:1]), ("my record 5", ROTA), ("record five", ROTA)):
        one = staff(rota=rota)
        assert not records.hear(one, text)
    with pytest.raises(Lacking) as lacking:
        records.hear(staff(), "record 7")
    assert (lacking.value.kind, lacking.value.person) == ("record", 7)


def test_a_record_is_told_by_its_times_the_newest_lines() -> None:
    def later(minutes: int) -> Any:
        return START + minutes * MINUTE

    full = record(
        name=None,
        pages=[NewPage(5, 1, "Rosa", "sms", later(1))],
        lines=[
            NewLine(5, 8, "words", "more", later(3)),
            NewLine(5, 8, "told", "we told", later(2)),
            NewLine(5, 1, "looked", "", later(4)),
            NewLine(5, 9, "looked", "", later(5)),
        ],
        readers={1: "Rosa"},
        acknowledged_at=later(6),
        closed_at=later(7),
        note="fine",
    )
    one = reads("record 5", full)
    assert [msgid for msgid, _ in said(one)] == [
        *(texts.RECORD, texts.WROTE, texts.WAS_PAGED, texts.WAS_TOLD, texts.WROTE),
        *(texts.READ_BY, texts.READ_BY, texts.TOOK_IT, texts.SEEN_TO),
    ]
    values = [value for _, value in said(one)]
    assert {value["who"] for value in values} == {texts.SOMEBODY}
    assert [values[n]["staff"] for n in (2, 5, 6, 7)] == ["Rosa", "Rosa", "?", "?"]
    assert [values[n]["said"] for n in (1, 3, 4, 8)] == ["x", "we told", "more", "fine"]
    assert values[1]["at"] == "2026-03-03T10:00"
    long = record(lines=[NewLine(5, 8, "words", f"{n}", later(n)) for n in range(1, 21)])
    told = said(reads("record 5", long))
    assert (len(told), told[1][1]["said"]) == (21, "1")


def test_words_for_somebody_else_are_given_on() -> None:
    def relayed(text: str, name: str, **how: Any) -> Conversation:
        wrote = {"rare": Rarities(relayed={7: {}})}
        one = talk(text=text, **{"pairs": [pair()]} | wrote | how)
        relays.hear(one, name)
        return one

    def across(one: Conversation) -> list[tuple[int, str]]:
        crossing = one.outcome.crossing
        return [(row.match_id, row.text) for row in crossing.sent] if crossing else []

    assert across(relayed("tell rosa i am sick", "rosa")) == [(7, "i am sick")]
    mentor = "mentor"
    assert across(relayed(f"tell my {mentor} hi", mentor)) == [(7, "hi")]
    asked_first = relayed("tell her hi", "her")
    assert across(asked_first) == []
    assert asked_first.stack.has("relay")
    unknown = relayed("tell kim hi", "kim")
    assert unknown.outcome.handovers[0].handover.match_id is None
    assert [msgid for msgid, _ in said(unknown)][:1] == [words.PASSED_ON]
    asked = {"runs": [run("ask")]}
    assert relayed("tell rosa hi", "rosa", **asked).outcome.entries != []


def test_for_whom_the_words_are() -> None:
    def meant(name: str, *pairs: Any) -> Any:
        found = relays._meant(talk(pairs=list(pairs)), name)
        return found and found.id

    ana = replace(pair(), id=8, mentor=pair().mentor._replace(name="Ana"))
    twin = replace(pair(), id=9)
    mentor = next(iter(relays.relays.MENTORS))
    assert meant("rosa", pair(), ana) == meant(mentor, pair()) == 7
    assert meant("ana", pair(), ana) == 8
    assert meant("rosa", pair(), twin) is meant(mentor, pair(), ana) is meant("kim", pair()) is None
    assert meant("rosa", pair("closed")) is meant(mentor) is None


def test_of_what_the_other_hears_at_once() -> None:
    def intent(text: str, *pairs: Any) -> str:
        return relays.at_once(talk(text=text, pairs=list(pairs)), "rosa")

    assert intent("tell rosa i'll be late", pair(spoken=meeting())) == "late"
    assert intent("tell rosa i'll be late", pair()) == ""  # nothing is booked: it goes across
    assert intent("tell rosa i'll be late") == ""
    assert intent("tell rosa i like her hat", pair(spoken=meeting())) == ""
    assert intent("tell rosa something came up", pair(spoken=meeting())) == ""
