"""Parts of how replies are heard, each alone: words that need a person, words out of nothing, and
questions that are asked instead of an answer."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from assistant.safeguarding import About, Concern, Kind
from assistant.turns.conversation import Conversation
from assistant.turns.lookups import Rarities
from assistant.turns.replies import concerns, inquiries, keywords, unasked, words
from assistant.understanding.keywords import Heard, Keyword
from storage.broadcasts.progress import Writer
from storage.people.participants import Enrolment
from tests.one_turn import MENTEE, known, meeting, names, pair, run, said, talk
from tests.phones import START

HOUR, SOON = timedelta(hours=1), (START + timedelta(hours=1)).isoformat()
WORRY = Concern(Kind.TOUCHED, About.OTHER_SIDE, "he touched me")


def heard(one: Conversation) -> list[str]:
    return names(one.outcome)


def test_whether_there_are_words_or_the_number_of_an_option() -> None:
    for text, says in (
        ("he hit me", True),
        ("1", True),
        ("3", True),
        ("0", False),
        ("4", False),
        ("9" * 30, False),
        ("\U0001f600 !!", False),
        ("", False),
    ):
        assert concerns._says(text) is says, text


def test_the_words_beside_those_of_a_concern() -> None:
    for text, quoted, beside in (
        ("stop i want to die", "i want to die", ["stop"]),
        ("i want to die", "i want to die", []),
        ("so i want to die now", "i want to die", ["so", "now"]),
        ("hello. stop", "gone", ["hello", "stop"]),
    ):
        assert concerns._beside(text, quoted) == beside, text
    one = talk()
    for text, stops in (("stop, he touched me", True), ("he touched me", False)):
        assert concerns._stops_beside(one, text, WORRY) is stops


def test_of_whom_a_concern_is() -> None:
    ana = replace(pair(), id=8, mentor=pair().mentor._replace(name="Ana Lu"))
    unsaid = Concern(Kind.TOUCHED, About.UNSAID, "x")

    def meant(found: Any, text: str, *pairs: Any, **how: Any) -> int | None:
        one = talk(pairs=pairs or [pair()], **how)
        about = concerns._meant(one, text, found)
        return about.id if about else None

    assert meant(WORRY, "he touched me") == 7
    assert meant(WORRY, "he touched me", pair(), ana) is None
    assert meant(WORRY, "ana touched me", pair(), ana) == 8
    assert meant(WORRY, "he touched me", pair("closed")) == 7  # who has just gone
    assert meant(replace(WORRY, about=About.SELF), "i hurt") is None
    harm = replace(unsaid, kind=Kind.SELF_HARM)
    assert meant(harm, "he is bad") is None
    asked = {"runs": [run("feedback", answers={"match": 7})]}
    assert meant(unsaid, "it hurts", **asked) == 7
    assert meant(unsaid, "it hurts") is None


def test_after_a_concern_words_are_more_of_it_for_an_hour() -> None:
    goals = [run("goals")]
    for ago, text, runs, stays in (
        (HOUR, "hello there", goals, False),
        (timedelta(minutes=59), "ok", goals, False),
        (timedelta(minutes=59), "1", goals, False),
    ):
        one = talk(confided_at=START - ago, runs=runs, text=text)
        assert concerns.listen(one, text)
        assert (one.outcome.person["confided_at"] is None) is not stays
    nothing = talk(confided_at=START - HOUR)
    assert not concerns.listen(nothing, "hello")
    assert nothing.outcome.person["confided_at"] is None
    assert not concerns.listen(talk(runs=goals), "hello")


def test_a_coordinator_who_writes_of_others_is_asked_first() -> None:
    def of_others(flow: str, role: str = "coordinator") -> bool:
        theirs = (Enrolment(MENTEE, 1, role, "consented", {}),)
        one = talk(enrolments=theirs, runs=[run(flow)])
        for each in one.stack.runs:
            each.role = role
        return concerns._of_others(one)

    assert of_others("desk")
    assert not of_others("menu")
    assert not of_others("desk", "mentee")


def test_words_about_the_meeting_out_of_nothing() -> None:
    proposed = pair(spoken=meeting("proposed", "mentor"))
    mine, booked = pair(spoken=meeting("proposed")), pair(spoken=meeting())
    for text, theirs, leads in (
        ("yes", proposed, True),
        ("no", proposed, True),
        ("yes", mine, False),
        ("yes", booked, False),
        ("yes", pair(), False),
        ("hmm", proposed, False),
        ("thursday doesnt work", booked, True),
        ("thursday doesnt work", pair(), False),
        ("friday at 5", pair(), True),
        ("friday at 5", pair("closed"), False),
    ):
        one = talk(text=text, pairs=[theirs])
        assert unasked.arrange(one, text) is leads, (text, theirs.meeting.state)
        assert (one.stack.top is not None) is leads
    assert not unasked.arrange(talk(text="friday at 5"), "friday at 5")


def test_a_question_out_of_nothing_is_offered_to_a_person() -> None:
    for text, offered in (
        ("is it open?", True),
        ("open?", False),
        ("my bus came late", True),
        ("bus late", False),
        ("hmm", False),
    ):
        one = talk(text=text)
        assert unasked.ask_somebody(one, text) is offered, text
        assert (one.stack.top is not None) is offered
    long = "is it open " * 50 + "?"
    one = talk(text=long)
    assert unasked.ask_somebody(one, long)
    assert one.stack.top is not None
    assert len(one.stack.top.standing.answers["said"]) == 300


def test_words_that_answer_a_coordinators_own_are_given_on() -> None:
    lately, long_ago = START - timedelta(days=3) + timedelta(seconds=1), START - timedelta(days=3)
    for at, passed in ((lately, True), (long_ago, False)):
        one = talk(text="thanks a lot for that", echo={"heard_from": at.isoformat()})
        assert words.heard_from(one) is passed
        assert words._passed_on(one, "i will come") is passed
        assert [row.handover.kind for row in one.outcome.handovers] == ["reply"] * passed
    written = talk(rare=Rarities(broadcast_by={MENTEE: Writer(5, 1)}))
    assert words._passed_on(written, "i will come")
    (row,) = written.outcome.handovers
    assert (row.to, row.handover.programme_id) == (5, 1)
    for text, back in (("who is this?", True), ("hello", False)):
        asked = talk(
            text=text, rare=Rarities(broadcast_by={MENTEE: Writer(5, 1)}), runs=[run("menu")]
        )
        assert words._writes_back(asked, asked.stack.runs[0], text) is back
    nobody = talk(text="who is this?", runs=[run("menu")])
    assert not words._writes_back(nobody, nobody.stack.runs[0], "who is this?")


def test_who_waits_for_a_person_is_told_once_unless_they_find_the_answer() -> None:
    waits = {"echo": {"silent_until": SOON}}
    assert names(said("what now", **waits)) == ["WAITS_FOR_A_PERSON"]
    assert names(said("what now", runs=[run("menu")], **waits)) == ["WAITS_FOR_A_PERSON"]
    again = said("1", runs=[run("menu")], **waits)
    assert "WAITS_FOR_A_PERSON" not in names(again)
    assert again.person["echo"] is None


def test_a_question_that_did_not_reach_them_is_asked_again() -> None:
    lost = said("purple monday", runs=[run("menu")], echo={"unheard": True})
    assert lost.person["echo"] is None
    assert [entry.kind for entry in lost.entries] == []
    assert lost.prompts != []
    unasked_ = said("thanks", echo={"unheard": True})
    assert names(unasked_) == ["WELCOME"]


def test_whose_question_it_is() -> None:
    def answers(topic: str, *, text: str = "x", **how: Any) -> bool:
        one = talk(text=text, **how)
        return inquiries._is_answer(one, one.stack.spoken_to(), topic)

    assert answers("mentee")
    assert not answers("mentor")
    assert answers("cost", enrolments=())
    assert not answers("cost")
    assert answers("cost", text="1", runs=[run("menu")])
    assert answers("cost", runs=[run("ask")])
    assert answers("know", runs=[run("ask")])
    assert not answers("know", runs=[run("menu")])
    waits = {"echo": {"silent_until": SOON}}
    assert answers("hello", **waits)
    assert not answers("cost", **waits)
    back = {"echo": {"heard_from": START.isoformat()}}
    assert answers("free", **back)
    assert not answers("cost", **back)
    assert not answers("free")
    for role in ("coordinator", "guardian"):
        theirs = (Enrolment(MENTEE, 1, role, "consented", {}),)
        assert answers("meeting", enrolments=theirs)
    assert not answers("cost", enrolments=(Enrolment(MENTEE, 1, "guardian", "consented", {}),))


def test_where_a_question_about_oneself_leads() -> None:
    complete = {"enrolments": (Enrolment(MENTEE, 1, "mentor", "ready", {"complete": True}),)}
    for topic, how, flow in (
        ("goal", {}, "goal_setting"),
        ("answers", {}, "menu"),
        ("goal", complete, "menu"),
        ("goal", {"enrolments": (Enrolment(MENTEE, 1, "mentee", "ready", {}),)}, None),
    ):
        one = talk(**how)
        inquiries._own_flow(one, topic)
        top = one.stack.top
        assert (top.flow.name if top else None) == flow, (topic, how)
    stays = talk()
    inquiries._return(stays, None)
    assert heard(stays) == ["ALREADY_IN"]
    rests = talk(paused_until=START + HOUR * 48)
    inquiries._return(rests, None)
    assert rests.stack.top is not None
    assert rests.stack.top.flow.name == "pause"


def test_about_whom_they_ask() -> None:
    for name, told in (("dana", True), ("rosa", False)):
        one = talk(text=f"who is {name}")
        inquiries.about(one, name)
        assert bool(one.outcome.prompts) is told or not told


def test_words_of_ours_that_open_a_flow() -> None:
    def opened(word: Any, text: str = "", rest: str = "", **how: Any) -> list[str]:
        one = talk(text=text or str(word), **how)
        keywords.obey(one, Heard(word, rest))
        return [each.flow.name for each in one.stack.runs if not each.closed]

    assert opened(Keyword.MENU) == ["menu"]
    assert opened(Keyword.MENU, runs=[run("goals"), run("ask", 2)]) == ["menu"]
    for role, flow in (("coordinator", "desk"), ("guardian", "ward")):
        theirs = (Enrolment(MENTEE, 1, role, "consented", {}),)
        wards = {"consents": ()} if role == "guardian" else {}
        if role == "guardian":
            assert opened(Keyword.MENU, enrolments=theirs, **wards) == [flow]
    assert opened(Keyword.ASK) == ["ask"]
    asked = talk(text="ask is it open")
    keywords.obey(asked, Heard(Keyword.ASK, "is it open"))
    assert asked.stack.top is None or "question" in asked.stack.top.standing.answers
    idle = talk()
    keywords.obey(idle, Heard(Keyword.WHY))
    assert heard(idle) == ["IDLE"]
    back = talk()
    keywords.obey(back, Heard(Keyword.BACK))
    assert heard(back) == ["NOTHING_BACK"]


def test_help_is_ours_to_give_unless_the_provider_does() -> None:
    told = known("help")
    for by_provider, says in ((False, ["HELP"]), (True, [])):
        one = Conversation(replace(told, answered_by_provider=by_provider))
        keywords.obey(one, Heard(Keyword.HELP))
        assert heard(one) == says
        assert one.outcome.helped


def test_a_language_is_spoken_from_now_on() -> None:
    spanish = talk(runs=[run("goals")])
    keywords.obey(spanish, Heard(Keyword.LANGUAGE, "es"))
    assert spanish.outcome.language == spanish.outcome.person["language"] == "es"
    assert heard(spanish)[0] == "LANGUAGE"


def test_a_doubtful_stop_is_asked_about_and_said_again_it_is_one() -> None:
    first = talk(text="no more")
    keywords.obey(first, Heard(Keyword.DOUBT))
    assert first.outcome.person["held_at"] == START
    assert first.stack.top is not None
    assert first.stack.top.flow.name == "opt_out"
    again = talk(text="hmm", runs=[run("opt_out")])
    keywords.obey(again, Heard(Keyword.DOUBT))
    assert again.outcome.stop
    assert [entry.kind for entry in again.outcome.entries] == ["stopped"]
    sure = talk(text="stop", runs=[run("opt_out")])
    keywords.obey(sure, Heard(Keyword.STOP))
    assert sure.outcome.stop
