"""What flows know before they begin, as `assistant.facts` gives it."""

from typing import Any

FACTS: dict[str, Any] = {
    "name": "",
    "programme": "Bridge",
    "place": "Lincoln High",
    "coordinator": "Dana Reyes",
    "keyword": "BRIDGE",
    "contact": "call 555-0100 or come to Room 5",
    "role": "mentee",
    "minimum_age": 18,
    "topics": [
        ["school", "school"],
        ["exams", "exams"],
        ["jobs", "jobs"],
        ["college", "college"],
        ["friends", "friends"],
    ],
    "day": "2026-03-06",
    "until": "2026-06-30",
    "invited": False,
    "profile": {},
    "goals": [],
    "programmes": [["1", "Bridge"], ["2", "Harbour"]],
    "language": "en",
}
PROFILE = {
    "age": 19,
    "topics": ["school", "else"],
    "topics_note": "paramedic stuff",
    "hopes": "pass maths",
    "free": None,
    "matters": "been",
    "been": "first in my family at college",
    "capacity": "2",
}
GOALS = [
    {"id": 7, "text": "pass maths", "progress": 2},
    {"id": 9, "text": "find out how people become paramedics", "progress": None},
]
LONG = {
    "name": "Łukasz João",
    "programme": "Bridge Mentoring",
    "place": "Lincoln High School Mentoring",
    "coordinator": "Zoë Łukaszewicz",
    "keyword": "BRIDGEMENTOR",
    "contact": "call +1 555 555 0100 or come to Room 512 on the second floor",
}
VARIANTS: dict[str, dict[str, Any]] = {
    "stranger": FACTS,
    "invited": {**FACTS, "invited": True, "name": "Jay"},
    "mentor": {**FACTS, "role": "mentor"},
    "coordinator": {**FACTS, "role": "coordinator"},
    "known mentee": {**FACTS, "name": "Jay", "profile": PROFILE, "goals": GOALS},
    "known mentor": {**FACTS, "role": "mentor", "name": "Rosa", "profile": PROFILE},
}
