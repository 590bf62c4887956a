"""Internal events keep the form in which they have been stored."""

from typing import Any

import pytest

from assistant.internal_events import codec
from tests.together import together

SLOT = "2026-03-05T21:00+00:00"
OTHER = {"kind": "meeting", "match": 1, "name": "Rosa", "slot": SLOT}
ENDED = {"match": 1, "name": "Rosa", "programme": 1, "role": "mentee", "other": 2}
STORED: list[dict[str, Any]] = [
    {"kind": "invited", "programme": 1, "role": "mentee", "facts": {"name": "Jay"}},
    {"kind": "silent", "run": 7},
    {"kind": "waiting", "programme": None, "role": "mentee"},
    {"kind": "asked", "handover": 3, "programme": 1},
    {"kind": "matched", "match": 1},
    *({**OTHER, "what": what} for what in ("proposed", "asking", "booked", "moved")),
    {**OTHER, "what": "proposed", "second": "2026-03-06T21:00+00:00"},
    {**OTHER, "what": "late", "minutes": 10},
    {**OTHER, "what": "coming"},
    {**OTHER, "what": "rest", "until": "2026-03-09"},
    {**OTHER, "what": "rest", "until": "2026-03-09", "stands": "off"},
    {**OTHER, "what": "back"},
    {**OTHER, "what": "gone"},
    {"kind": "meeting", "what": "gone", "match": 1, "name": "Rosa"},
    {"kind": "acted", "match": 1, "step": "freeze", "safety": False},
    {"kind": "address", "what": "lost", "address": 1, "why": "blocked", "again": False},
    {"kind": "address", "what": "still_unanswered", "address": 1},
    {"kind": "address", "what": "claim", "newcomer": 1, "by": "number", "ends": "99"},
    {"kind": "address", "what": "verified", "newcomer": 1},
    {"kind": "address", "what": "refused"},
    {"kind": "address", "what": "moved", "address": 1, "left": [2]},
    *({"kind": "match", "what": what, "match": 1, "name": "Rosa"} for what in ("hold", "on")),
    {"kind": "match", "what": "parted", "match": 1, "name": "Rosa", "programme": 1}
    | {"role": "mentee", "other": 2},
    {"kind": "match", "what": "goodbye", "match": 1, "name": "Rosa", "words": "thank you"},
    {"kind": "offered", "match": 1},
    {"kind": "offer_overdue", "match": 1, "count": 2},
    {"kind": "offer_withdrawn", "match": 1, "name": "Jay"},
    {"kind": "mentor_found", "match": 1},
    *({"kind": f"offer_{what}", "match": 1, "by": SLOT} for what in ("reminder", "lapses")),
    {"kind": "offer_ended", "match": 1, "programme": 1, "halt": False, "waits": False},
    {"kind": "offer_waits", "match": 1},
    {"kind": "looking_on", "match": 1, "programme": 1},
    *(
        {"kind": f"offer_{what}", "match": 1, "words": "what year is he in", "left": 2}
        for what in ("question", "answer")
    ),
    {"kind": "offer_no_answer", "match": 1, "left": 2, "by": SLOT},
    {"kind": "recorded", "match": 1},
    {"kind": "trial", "what": "ask", "match": 1, "count": 1},
    *({"kind": "trial", "what": what, "match": 1} for what in ("waits", "kept")),
    {"kind": "trial", "what": "over", "match": 1, "name": "Rosa", "programme": 1}
    | {"role": "mentee"},
    {"kind": "reminder", "match": 1, "slot": SLOT, "usual": False},
    {"kind": "after", "match": 1, "slot": SLOT},
    {"kind": "check_in", "match": 1, "number": 2, "day": "2026-03-12"},
    {"kind": "check_in", "match": 1, "number": 2},
    {"kind": "unanswered", "match": 1, "slot": SLOT, "count": 1},
    {"kind": "answer", "name": "Dana", "words": "At four."},
    {"kind": "back"},
    {"kind": "back", "late": True},
    {"kind": "still_in_doubt", "message": 4},
    {"kind": "nobody_yet", "concern": 3, "staff": "Mr Cole"},
    {"kind": "concern_taken", "concern": 3, "staff": "Mr Cole", "by": "2026-03-03T16:00:00+00:00"},
    {"kind": "guardian", "what": "asked", "consent": 4, "programme": 1}
    | {"child": "mentee", "age": 15, "language": "es"},
    {"kind": "guardian", "what": "unanswered", "consent": 4, "count": 2},
    {"kind": "guardian", "what": "said", "programme": 1, "role": "mentee", "answer": "granted"},
    {"kind": "guardian", "what": "check_in", "programme": 1, "child": "Jay", "other": "Rosa"},
    {"kind": "guardian", "what": "gone", "child": "Jay"},
    {"kind": "agreement", "what": "due", "match": 1, "count": 2},
    *(
        {"kind": "agreement", "what": what, "match": 1, "version": 2}
        for what in ("asked", "unanswered", "settled", "stay")
    ),
    {"kind": "agreement", "what": "overdue", "match": 1, "version": 2, "count": 1},
    {"kind": "agreement", "what": "okayed", "match": 1, "version": 2, "by": "coordinator"},
    {"kind": "agreement", "what": "last_day", "match": 1, "day": "2026-06-30", "count": 1},
    {"kind": "agreement", "what": "ward", "match": 1, "version": 2, "programme": 1}
    | {"role": "mentee", "child": "Jay", "other": "Rosa", "terms": {"often": "week"}},
    {"kind": "agreement", "what": "ward_overdue", "match": 1, "version": 2, "count": 1},
    *(
        {"kind": "ending", "what": what, "match": 1, "day": "2026-06-30"}
        for what in ("objectives", "halfway", "meeting", "day", "over")
    ),
    {"kind": "ending", "what": "finished", **ENDED},
    {"kind": "ending", "what": "finished", **ENDED, "late": True},
    {"kind": "ending", "what": "survey", **ENDED, "planned": True},
    {"kind": "ending", "what": "follow_up", **ENDED},
    {"kind": "milestone_reached", "match": 1, "name": "Jay"},
    {"kind": "stopped"},
    {"kind": "stopped", "shared": True},
    {"kind": "phone", "what": "seated", "programme": 1, "role": "mentee"},
    *({"kind": "phone", "what": what} for what in ("taken", "stopped", "concern")),
    {"kind": "relay", "what": "text", "match": 1, "name": "Jay", "words": "soz was ill"}
    | {"message": 9, "first": False},
    *(
        {"kind": "relay", "what": what, "match": 1, "name": "Rosa"}
        for what in ("blocked", "failed")
    ),
    {"kind": "still_up_overdue", "programme": 1},
    {"kind": "waiting", "programme": 1, "role": "mentor", "since": "2026-03-01"},
    *({"kind": "line", "what": what, "match": 1, "slot": SLOT} for what in ("ask", "due")),
    {"kind": "line", "what": "told", "match": 1},
    {"kind": "text_meeting", "what": "begins", "match": 1, "slot": SLOT},
    {"kind": "text_meeting", "what": "longer", "match": 1, "name": "Rosa", "ends": SLOT},
    {"kind": "text_meeting", "what": "ends", "match": 1, "slot": SLOT, "ends": SLOT},
    {"kind": "after", "match": 1, "slot": SLOT, "talked": True},
    {"kind": "noticing", "what": "unheard", "match": 1, "since": SLOT},
    {"kind": "noticing", "what": "still_unheard", "match": 1, "since": SLOT, "step": 2}
    | {"day": SLOT},
    {"kind": "noticing", "what": "look", "match": 1, "about": "unbooked", "since": SLOT},
    {"kind": "goal", "what": "due", "match": 1, "usual": True},
    {"kind": "goal", "what": "seen", "match": 1, "name": "Jay", "goal": "pass maths"}
    | {"step": "ask", "by": "2026-06-30"},
    {"kind": "goal", "what": "reached", "match": 1, "name": "Jay", "goal": "pass maths"},
    {"kind": "forget"},
    {"kind": "lesson", "match": 1, "moment": "first", "until": SLOT, "slot": SLOT},
    {"kind": "lesson", "match": 1, "moment": "goal", "until": SLOT},
    {"kind": "lesson_over", "name": "listening"},
    {"kind": "review", "programme": 1, "token": "doors", "day": "2026-03-12"},
    {"kind": "question_overdue", "question": 3},
    {"kind": "question_waits", "handover": 3, "programme": 1, "since": "2026-03-03"},
    {"kind": "question_passed_on", "handover": 3, "programme": 1, "since": "2026-03-03"}
    | {"name": "Jay", "to": "Sam"},
]


@together
@pytest.mark.parametrize("stored", STORED, ids=lambda one: one.get("what", one["kind"]))
def test_what_was_stored_is_read_and_stored_again_as_it_was(stored: dict[str, Any]) -> None:
    assert codec.stored(codec.read(stored)) == stored


def test_every_kind_of_event_has_a_stored_form() -> None:
    assert set(codec.KINDS) == {(one["kind"], one.get("what", "")) for one in STORED}
