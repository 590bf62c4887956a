"""What follows when a guardian is named, agrees, declines, or ends it: each alone."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, LargeBinary, cast, select

from assistant.internal_events.of_guardians import (
    ConsentUnanswered,
    GuardianSaid,
    WardCheckIn,
    WardGone,
)
from assistant.turns.context import Decided, Lacking, Outcome
from assistant.turns.conversation import Conversation
from assistant.turns.guardians import asking, children, consents, told, words
from assistant.turns.guardians import known as guardianship
from assistant.turns.open_runs import Open
from flows import FLOWS
from flows.engine.standing import Standing, Turn
from flows.events import AnswerChanged, GuardianNamed
from storage.people.guardians import AskedGuardian, Consent
from storage.people.participants import Enrolment
from storage.sealing.sealed import find_by
from storage.tables import Address, Guardian, Message, Participant, table
from tests.one_turn import MENTEE, known, pair, talk
from tests.one_turn import run as open_run
from tests.phones import START
from tests.rows import put, somebody

GUARDIAN, DAY = 5, timedelta(days=1)


def consent(number: int = 3, state: str = "asked", **more: Any) -> Consent:
    given: dict[str, Any] = {"id": number, "child_id": MENTEE, "guardian_id": GUARDIAN}
    given |= {"programme_id": 1, "role": "mentee", "age": 16, "state": state, "words": "yes"}
    return Consent(**given | {"wording": "w", "answered_at": START - DAY, "name": "Jay"} | more)


def child(*said: Consent, state: str = "awaiting", **profile: Any) -> Conversation:
    """Jay, who is 16."""
    profile = {"age": 16} | profile
    theirs = (Enrolment(MENTEE, 1, "mentee", state, profile),)
    return talk(enrolments=theirs, consents=said, number="+12125550143")


def guardian(*said: Consent, state: str = "invited", text: str = "", **how: Any) -> Conversation:
    theirs = (Enrolment(GUARDIAN, 1, "guardian", state, {"invited": True}),)
    told = {"enrolments": theirs, "consents": said, "number": "+12125550143"}
    one = known(text, who=GUARDIAN, **told | how)
    return Conversation(replace(one, person=one.person._replace(name=how.get("name"))))


def run(flow: str = "guardian", role: str = "guardian", **answers: Any) -> Open:
    states = FLOWS[flow]
    there = Standing(states.initial, answers, (states.initial,))
    return Open(1, states, 1, role, 0, there, "key")


def listed(one: Conversation) -> list[tuple[int, str, str]]:
    rows = [each.handover for each in one.outcome.handovers]
    return [(row.person_id, row.kind, row.text) for row in rows]


def told_to(one: Conversation) -> list[tuple[int, Any]]:
    return [(each.person, each.event) for each in one.outcome.told]


def states(one: Conversation) -> list[tuple[str, str]]:
    rows = [*one.outcome.enrolments, *one.outcome.enrolled]
    return [(row.state, str(row.profile.get("guardian") or "")) for row in rows]


def changes(one: Conversation) -> list[tuple[int, str, str]]:
    return [(row.id, row.state, row.words) for row in one.outcome.consents]


def test_whoever_opts_out_ends_the_part_of_whom_they_answer_for() -> None:
    one = guardian(consent(3, "granted"), consent(4, "asked"), consent(5, "refused"))
    consents.withdraw(one)
    assert changes(one) == [(3, "ended", "yes / "), (4, "refused", "")]
    said = [event.answer for _, event in told_to(one)]
    assert said == ["ended", "stopped"]
    assert [kind for _, kind, _ in listed(one)] == ["guardian_ended", "form"]
    ended, refused = one.outcome.consents
    assert (ended.answered_at, ended.wording, ended.ended_at) == (START - DAY, "w", START)
    assert (refused.answered_at, refused.wording, refused.ended_at) == (START, "", None)
    nobody = talk(consents=(consent(3, "granted", guardian_id=MENTEE),))
    consents.withdraw(nobody)
    assert nobody.outcome.consents == ()


def test_who_ends_the_last_has_left() -> None:
    for others, left in (((), ["left"]), ((consent(4, "paper"),), []), ((consent(4),), ["left"])):
        one = guardian(consent(3, "granted"), *others, state="consented")
        consents._end(one, consent(3, "granted"))
        assert [state for state, _ in states(one)] == left


def test_who_closes_the_last_has_declined() -> None:
    for others, declined in (((), ["declined"]), ((consent(4, "granted"),), [])):
        one = guardian(consent(3), *others, text="No")
        consents._close(one, run(), consent(3), "refused")
        assert [state for state, _ in states(one)] == declined
        assert changes(one) == [(3, "refused", "No")]
        assert told_to(one) == [(MENTEE, GuardianSaid(1, "mentee", "refused"))]


def test_what_was_agreed_to_is_kept_as_it_was_shown() -> None:
    one, asked = guardian(consent(), text="Yes I do"), run()
    consents._grant(one, asked, consent())
    (row,) = one.outcome.consents
    assert (row.words, row.answered_at, row.ended_at) == ("Yes I do", START, None)
    assert row.wording.endswith(" en")
    assert (
        consents.changed(one, consent(), "x", "", replace(asked, standing=Standing(""))).wording
        == ""
    )
    assert [state for state, _ in states(one)] == ["consented"]
    assert told_to(one) == [(MENTEE, GuardianSaid(1, "mentee", "granted"))]
    assert [each.flow.name for each in one.stack.runs] == ["ward"]
    named = guardian(consent(), name="Ana")
    consents._grant(named, asked, consent())
    assert named.stack.runs == []


def test_whom_somebody_answers_for() -> None:
    one = guardian(consent(3), consent(4, "granted"), consent(5, "granted", guardian_id=9)).known
    assert [ward.id for ward in guardianship.wards(one, ("granted",))] == [4]
    assert guardianship.guards(one)
    assert not guardianship.guards(known())
    found = guardianship.facts(one, 1, ("wards",))
    assert found == {"wards": [{"id": 4, "name": "Jay", "age": 16}]}
    assert list(guardianship.facts(one, 1, ("dial",))) == ["dial"]
    assert guardianship.ending(one) == "0143"
    for lacking in (guardianship.consents, guardianship.number):
        with pytest.raises(Lacking):
            lacking(known())


def test_who_lacks_a_guardians_word() -> None:
    missing = guardianship.missing
    assert [missing({"age": age}) for age in (17, 18, None, "17")] == [True, False, False, False]
    said = ("granted", "paper", "adult", "asked")
    assert [missing({"age": 17, "guardian": one}) for one in said] == [False, False, False, True]


def test_a_number_that_can_be_texted(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = replace(known(), number="+12125550143")

    def dialled(said: str, one: Any = mine) -> str:
        return guardianship.dial(one, 1, said)

    assert dialled("212 555 0199") == "+12125550199"
    assert dialled("(212) 555-0143") == guardianship.minor.OWN
    assert dialled("nothing") == ""
    assert dialled("+33 6 12 34 56 78") == ""
    assert mine.address is not None
    real = replace(mine, address=mine.address._replace(channel="sms"))
    assert dialled("212 555 0199", real) == ""
    sends = replace(real, senders=real.senders._replace(sms="sms:1"))
    assert dialled("212 555 0199", sends) == "+12125550199"


def test_nobody_goes_on_with_the_questions_before_a_guardian_has_agreed() -> None:
    asked = run("consent", "mentee")
    for answer, then, state in (
        ("granted", "mentee_intake", []),
        ("asked", "minor", [("awaiting", "asked")]),
        ("refused", "minor", [("refused", "refused")]),
        ("ended", "minor", [("refused", "ended")]),
    ):
        one = child(guardian=answer)
        intake = children.profiles.INTAKES["mentee"]
        assert children.instead(one, asked, intake) == (intake if then != "minor" else then)
        assert states(one) == state
    assert children.instead(child(), asked, "menu") == "menu"


def test_a_second_age_is_told() -> None:
    def second(first: Any, age: Any, answered: str = "age", kept: int = 0) -> list[Any]:
        one = child(**{"age": kept} if kept else {"age": None})
        before = run("consent", "mentee", **{"age": first} if first else {})
        turn = Turn(Standing("", {"age": age} if age else {}), answered=answered)
        children.note_age(one, before, turn)
        return [(kind, json.loads(text)) for _, kind, text in listed(one)]

    told = [("second_age", {"first": "20", "second": "18"})]
    assert second(20, 18) == second(None, 18, kept=20) == second("20", "18") == told
    assert second(20, 18, "young") == second(20, 18, "teen") == told
    assert second(20, 18, "name") == []
    assert second(20, 20) == second(None, 20) == second(20, None) == []
    assert second(20, 17) == []  # too young


def test_whoever_turns_out_to_be_under_age_waits_for_a_guardian() -> None:
    def checked(question: str, answer: Any, **profile: Any) -> tuple[str, list[Any]]:
        theirs = (Enrolment(MENTEE, 1, "mentee", "ready", {"age": 20, **profile}),)
        one = talk(enrolments=theirs, consents=(), pairs=[pair()])
        asked = run("answers" if "answers" in FLOWS else "menu", "mentee")
        children.check_age(one, asked, AnswerChanged(question, answer))
        return one.pairs[7].state, [each.flow.name for each in one.stack.runs]

    assert checked("age", 16) == ("suspended", ["minor"])
    assert checked("age", 19) == checked("hopes", 16) == ("active", [])
    assert checked("age", 16, guardian="granted") == ("active", [])


def test_the_fourth_guardian_is_a_form_on_paper() -> None:
    named = GuardianNamed("+12125550199", "es")
    for before, asked, guardian_is in (
        ((), 1, "asked"),
        ((consent(3, "refused"), consent(4, "silent"), consent(5, child_id=9)), 1, "asked"),
        ((consent(3, "refused"), consent(4, "wrong"), consent(5)), 0, "form"),
    ):
        one = child(*before)
        children._ask(one, run("minor", "mentee"), named)
        assert len(one.outcome.guardians) == asked
        assert states(one) == [("awaiting", guardian_is)]
        replaced = [row.id for row in before if row.state in ("asked", "silent") and row.id != 5]
        replaced += [5] if not asked else []
        assert changes(one) == [(number, "replaced", "yes") for number in replaced]
    (asked_of,) = child_asks(named)
    assert asked_of == ("+12125550199", "es", 1, "mentee", 16, "")


def child_asks(named: GuardianNamed) -> list[Any]:
    one = child()
    children._ask(one, run("minor", "mentee"), named)
    return [tuple(row) for row in one.outcome.guardians]


def test_who_has_it_on_paper_is_listed_by_name_or_number() -> None:
    one = child()
    children.on_paper(one, run("minor", "mentee"))
    assert listed(one) == [(MENTEE, "form", "")]
    nameless = child()
    nameless.known.person = nameless.person._replace(name=None)
    children.on_paper(nameless, run("minor", "mentee"))
    assert listed(nameless) == [(MENTEE, "form", "0143")]


def test_who_answers_for_them_is_asked_and_told() -> None:
    said = (consent(3, "granted"), consent(4), consent(5, "granted", guardian_id=None))
    said += (consent(6, "granted", child_id=9, guardian_id=MENTEE),)
    granted = child(*said, guardian="granted", state="ready")
    children.tell_gone(granted)
    assert told_to(granted) == [(GUARDIAN, WardGone("Jay"))]
    children.back(granted)
    assert granted.outcome.untimed == (granted.outcome.told[0].cause,)
    asked = child(*said, guardian="granted", state="ready")
    children.check_in(asked, pair())
    assert told_to(asked) == [(GUARDIAN, WardCheckIn(1, "Jay", "Rosa"))]
    for other in (child(*said, guardian="paper", state="ready"), child(*said, state="ready")):
        children.tell_gone(other)
        children.check_in(other, pair())
        assert told_to(other) == []
    elsewhere = child(*said, guardian="granted", state="ready")
    children.check_in(elsewhere, replace(pair(), programme_id=2))
    assert told_to(elsewhere) == []


def test_where_coordinators_may_see_numbers_a_call_comes_with_one() -> None:
    for numbers, text in ((True, "+12125550143"), (False, ""), (None, "+12125550143")):
        one = guardian()
        settings = {} if numbers is None else {"numbers": numbers}
        programme = one.known.programmes[1]._replace(settings=settings)
        one.known.programmes = {1: programme}
        consents._call(one)
        assert listed(one) == [(GUARDIAN, "guardian_call", text)]


def test_what_a_guardian_writes_out_of_nothing() -> None:
    for state, text, said, asks in (
        ("consented", "thanks", [words.system_messages.WELCOME], []),
        ("invited", "thanks", [], []),
        ("consented", "when is it?", [words.system_messages.PASSED_ON], ["ask"]),
        ("invited", "when is it?", [words.texts.NOTHING_OPEN], ["ask"]),
    ):
        one = guardian(state=state)
        words.say(one, text)
        assert [prompt.msgid for prompt in one.outcome.prompts] == said, (state, text)
        assert [kind for _, kind, _ in listed(one)] == asks
    assert words.is_guardian(guardian())
    assert not words.is_guardian(child())


def test_how_a_child_stands_by_what_was_said() -> None:
    for answer, complete, state, kept in (
        ("granted", False, "consented", "granted"),
        ("granted", True, "ready", "granted"),
        ("refused", False, "refused", "refused"),
        ("ended", False, "refused", "ended"),
        ("stopped", False, "awaiting", "form"),
        ("silent", False, "awaiting", "form"),
        ("wrong", True, "awaiting", "wrong"),
    ):
        one = child(complete=complete)
        found = told._stand(one, GuardianSaid(1, "mentee", answer))  # type: ignore[arg-type]
        assert found is not None
        assert states(one) == [(state, kept)], answer
        assert one.outcome.stop is (answer == "ended")
    for elsewhere in (GuardianSaid(2, "mentee", "granted"), GuardianSaid(1, "mentor", "granted")):
        one = child()
        assert told._stand(one, elsewhere) is None
        assert states(one) == []


def test_a_guardian_who_says_nothing_is_reminded_twice_where_they_stopped() -> None:
    def reminded(count: int, *said: Consent, **answers: Any) -> Conversation:
        asked = run_of("guardian", {"consent": 3} | answers)
        one = guardian(*said, runs=[asked, run_of("menu", {}, 2)])
        told._remind(one, ConsentUnanswered(3, count))
        return one

    awaited = words.texts.CONSENT_AWAITED, words.texts.CONSENT_AWAITED_AGAIN
    for count, reminder in enumerate(awaited, 1):
        one = reminded(count, consent())
        assert one.outcome.prompts[0].msgid == reminder
        assert one.stack.top is not None
        assert one.stack.top.flow.name == "guardian"
        assert changes(one) == []
    gone = reminded(3, consent())
    assert changes(gone) == [(3, "silent", "")]
    assert [kind for _, kind, _ in listed(gone)] == ["guardian_silent"]
    for nothing in (
        reminded(1),
        reminded(1, consent(state="granted")),
        reminded(1, consent(), consent=4),
        reminded(1, consent(), called=True),
    ):
        assert (nothing.outcome.prompts, changes(nothing)) == ([], [])


NUMBER = "+12125550199"


def has_number(db: Connection, person: int) -> None:
    """Nobody else has it any more."""
    one = table(Address)
    db.execute(one.update().values(digest=cast(one.c.id, LargeBinary)))
    db.execute(one.update().where(one.c.id == person).values(digest=find_by("sms", NUMBER)))


def decided(child_: int) -> Decided:
    one = known()
    who, message = one.person._replace(id=child_), one.message._replace(id=child_)
    one = replace(one, person=who, message=message, address=None)
    one.senders = one.senders._replace(sms="sms:1")
    return Decided(one, Outcome())


def test_who_is_asked_for_a_child_and_for_whom_it_is_a_form(connection: Connection) -> None:
    def asked(state: str = "", age: int | None = None, *, own: bool = False) -> str:
        """What becomes of the question to whoever has this number, who has answered so before."""
        kid, other, adult = (somebody(connection) for _ in range(3))
        if age:
            row = {"person_id": adult, "programme_id": 1, "role": "mentee", "state": "ready"}
            put(connection, Participant, **row, profile={"age": age})
        has_number(connection, kid if own else adult)
        if state:
            put(connection, Guardian, child_id=kid, guardian_id=adult, state=state)
        put(connection, Guardian, child_id=kid, guardian_id=other, state="refused")
        named = AskedGuardian(NUMBER, "es", 1, "mentee", 16)
        asking._ask(connection, decided(kid), named, START)
        query = select(table(Message).c.person_id).order_by(table(Message).c.id.desc())
        heard = connection.execute(query).scalars().first()
        return {kid: "form", adult: "asked"}[int(heard or 0)]

    assert asked() == asked("silent") == asked(age=18) == "asked"
    assert asked("refused") == asked("ended") == asked(age=17) == asked(own=True) == "form"


def run_of(flow: str, answers: dict[str, Any], number: int = 1) -> Any:
    return open_run(flow, number, answers=answers)
