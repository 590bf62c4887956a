"""What flows know before they begin, as `assistant.turns.facts` gives it."""

from typing import Any

from assistant.channels.sms import segments
from assistant.understanding import reserved
from flows import FLOWS
from flows.support.lessons import LESSONS

DIALLED = {"2125550100": "+12125550100", "2125550111": "own"}  # numbers, as they are texted
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
    "today": "2026-03-03",
    "now": "2026-03-03T10:00",
    "zone": "UTC",
    "home": "UTC",
    "day": "2026-03-06",
    "until": "2026-06-30",
    "invited": False,
    "profile": {},
    "goals": [],
    "aiming": False,
    "paused_until": "",
    "fewer": False,
    "by_sms": False,
    "pairs": [],
    "places": ["Room 12", "the library"],
    "desk": {
        "waiting": [],
        "people": [],
        "mentees": [],
        "mentors": [],
        "audiences": {},
        "broadcast": None,
        "about": {},
        "partings": [],
        "asked": [],
        "training": {},
    },
    "parts": segments.count,
    "inviting": reserved.loud,
    "dial": lambda said: DIALLED.get(said, ""),
    "wards": [],
    "shared": False,
    "sharers": [[11, "Ana"], [12, "Leo"]],
    "programmes": [["1", "Bridge"], ["2", "Harbour"]],
    "language": "en",
}
ASKS = [
    {"field": name, "ask": f"Which {name} do you work in?", "options": [["a", "A"], ["b", "B"]]}
    for name in ("shift", "team", "building")
]
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
    {"id": 7, "text": "pass maths", "progress": 2, "by": "2026-06-15"},
    {"id": 9, "text": "find out how people become paramedics", "progress": None, "by": None},
]
TERMS = {
    "often": "month",
    "long": 60,
    "how": "person",
    "start": "09:00",
    "end": "20:00",
    "until": "2026-06-30",
}
AGREEMENT = {
    "state": "open",
    "version": 1,
    "mine": False,
    "by": "",
    "terms": TERMS,
    "was": None,
    "held": False,
    "days": [["6", "2026-09-03"], ["programme", "2026-12-31"]],
    "closes": "2026-12-31",
}
CHANGED = {
    **AGREEMENT,
    "version": 2,
    "by": "other",
    "terms": {**TERMS, "often": "week", "until": "2026-05-30"},
    "was": TERMS,
}
PAIR = {
    "id": 5,
    "other": "Rosa",
    "meeting": "none",
    "mine": False,
    "slot": "",
    "here": "",
    "last": "",
    "free": [],
    "other_free": [],
    "zone": "UTC",
    "other_zone": "UTC",
    "place": "",
    "last_place": "",
    "rests_until": "",
    "last_day": "",
    "agreement": AGREEMENT,
    "slots": [
        ["2026-03-03T16:00", "Tue 3 Mar, 4 pm"],
        ["2026-03-04T16:30", "Wed 4 Mar, 4:30 pm"],
        ["2026-03-05T16:00", "Thu 5 Mar, 4 pm"],
    ],
}
TIMED = {**PAIR, "slot": "2026-03-05T16:00+00:00", "place": "Room 12"}
NAMES = ["Ana", "Ben", "Cem", "Dov", "Eva", "Fay", "Gil", "Hal", "Ida", "Jon", "Kim", "Leo", "Mia"]
PEOPLE = [[n, f"{name}: school"] for n, name in enumerate(NAMES, 1)]
THINGS = [
    {
        "id": 3,
        "label": "Jay asks something",
        "words": "Jay asks: is the library open?",
        "who": "Jay",
        "reachable": True,
    },
    {
        "id": 4,
        "label": "a wrong number",
        "words": "Somebody else has the number of Ana.",
        "who": "Ana",
        "reachable": False,
        "look": True,
    },
    {
        "id": 6,
        "label": "Jay and Rosa agree",
        "words": "Jay and Rosa agree: once a month, in person, for an hour each time.",
        "who": "Jay",
        "okays": True,
        "reachable": True,
    },
]
HELD = {
    "id": 8,
    "label": "Rosa and Jay: a text is held",
    "words": "I held a text from Rosa to Jay (another app): add me on snap",
    "who": "Rosa",
    "other": "Jay",
    "held": True,
    "reachable": True,
}
CLAIM = {
    "id": 9,
    "label": "perhaps a new phone for Jay",
    "words": "Somebody writes from +12125550999 and says: I'm Jay.",
    "who": "?",
    "claimed": [11, 12],
    "reachable": True,
}
MATCHED = {
    "id": 5,
    "other": "Rosa",
    "people": [21, 11],
    "frozen": False,
    "offered": False,
    "there": True,
}
NAMED = [
    {
        "id": 11,
        "name": "Jay Smith",
        "label": "Jay Smith: mentee, Rosa",
        "reachable": True,
        "sleeps": False,
        "matches": [MATCHED],
    },
    {
        "id": 12,
        "name": "Jay Stone",
        "label": "Jay Stone: mentee",
        "reachable": False,
        "sleeps": True,
        "matches": [{**MATCHED, "id": 6, "other": "Tom", "frozen": True}],
    },
    {
        "id": 21,
        "name": "Rosa",
        "label": "Rosa: mentor, Jay Smith, Ana",
        "reachable": True,
        "sleeps": True,
        "matches": [
            {**MATCHED, "other": "Jay Smith"},
            {**MATCHED, "id": 7, "other": "Ana"},
            {**MATCHED, "id": 8, "other": "Ben", "frozen": True, "there": False},
            {**MATCHED, "id": 9, "other": "Cem", "offered": True},
        ],
    },
    {
        "id": 13,
        "name": "Zoe",
        "label": "Zoe: mentee",
        "reachable": True,
        "sleeps": False,
        "minor": True,
        "matches": [],
    },
]
COUNTS = {"now": 51, "later": 8, "held": 0, "stopped": 3, "texted": 40, "foreign": 14}
DESK = {
    "waiting": THINGS,
    "people": NAMED,
    "mentees": PEOPLE,
    "mentors": PEOPLE,
    "audiences": {
        "mentees": COUNTS,
        "mentors": COUNTS,
        "everyone": COUNTS,
        "unmet": {"now": 0, "later": 0, "held": 0, "stopped": 3},
    },
    "broadcast": None,
    "asked": [[1, 2]],
    "about": {"1": "school, pass maths", "2": "jobs, first in my family at college"},
    "partings": [
        {"pair": [1, 3], "safety": True, "reason": "He was rude."},
        {"pair": [1, 4], "safety": False, "reason": "They found no time."},
    ],
    "training": {},
}
SUGGESTED = {
    **DESK,
    "suggested": {"1": "best: Cem"},
    "fits": {
        "1": {
            "best": [[3, "Cem"], [4, "Dov"], [5, "Eva"]],
            "lines": "Cem: school, same hours\nDov: been there. But: 5 h apart\nEva: music",
        }
    },
    "told": {
        "1:3": {
            "pros": "Cem can help with this: school.",
            "cons": "",
            "reasons": [["topics", [], []]],
        },
        "1:4": {
            "pros": "Dov has been there: college.",
            "cons": "Their clocks are 5 hours apart.",
            "reasons": [["been", ["college"], []]],
        },
        "1:5": {
            "pros": "In common: music.",
            "cons": "I don't know when Eva is free.",
            "reasons": [["interests", ["music"], []]],
        },
        "1:6": {"pros": "", "cons": "I know of no language that both speak.", "reasons": []},
    },
}
OFFERED = {
    **{"match": 9, "both": True, "other": "Jay", "by": "2026-03-05"},
    "reason_told": "You both love maths.",
}
SHORT = {"needed": 120, "required": False, "short": {"2": 30}}
RUNNING = {"id": 2, "state": "sending", "sent": 12, "rest": 8}
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
    "told one more thing": {**FACTS, "profile": {"interests": "music"}},
    "told two": {**FACTS, "profile": {"interests": [], "must_nots": []}},
    "told four": {
        **FACTS,
        "profile": {"interests": "music", "must_nots": [], "faces": [], "languages": ["en", "es"]},
    },
    "asked by the programme": {
        **FACTS,
        "profile": {"interests": [], "must_nots": []},
        "asks": ASKS,
    },
    "asked by the programme again": {
        **FACTS,
        "profile": {"interests": [], "must_nots": [], "shift": "day"},
        "asks": ASKS,
    },
    "asked by the programme last": {
        **FACTS,
        "profile": {"interests": [], "must_nots": [], "shift": "day", "team": []},
        "asks": ASKS,
    },
    "told of what they face": {
        **FACTS,
        "profile": {"interests": "music", "must_nots": [], "faces": "new here"},
    },
    "told but one": {
        **FACTS,
        "profile": {
            **{"interests": "music", "style": [], "must_nots": [], "faces": [], "languages": ["en"]}
        },
    },
    "told all": {
        **FACTS,
        "profile": {
            **{"interests": "music", "style": [], "wishes": [], "must_nots": []},
            **{"faces": [], "languages": []},
        },
    },
    "mentor who told two": {
        **FACTS,
        "role": "mentor",
        "profile": {"interests": "music", "must_nots": []},
    },
    "resting": {**FACTS, "name": "Jay", "paused_until": "2026-04-01", "fewer": True},
    "just met": {**FACTS, "name": "Jay", "pairs": [PAIR]},
    "met before": {**FACTS, "name": "Jay", "pairs": [{**PAIR, "last_place": "Room 12"}]},
    "never free": {**FACTS, "name": "Jay", "pairs": [{**PAIR, "slots": []}]},
    "asked": {**FACTS, "name": "Jay", "pairs": [{**TIMED, "meeting": "proposed"}]},
    "asking": {**FACTS, "name": "Jay", "pairs": [{**TIMED, "meeting": "proposed", "mine": True}]},
    "booked": {**FACTS, "name": "Jay", "pairs": [{**TIMED, "meeting": "booked"}]},
    "booked again and again": {
        **FACTS,
        "name": "Jay",
        "pairs": [{**TIMED, "here": "2026-03-05T16:00", "meeting": "booked", "every": "w2"}],
    },
    "asked about a series": {
        **FACTS,
        "name": "Jay",
        "pairs": [
            {**TIMED, "here": "2026-03-05T16:00", "meeting": "proposed", "asked_every": "ml"}
        ],
    },
    "left to rest": {**FACTS, "name": "Jay", "pairs": [{**PAIR, "rests_until": "2026-04-01"}]},
    "texts from a number": {**FACTS, "name": "Jay", "pairs": [PAIR], "by_sms": True},
    "mentor of two": {
        **FACTS,
        "role": "mentor",
        "name": "Rosa",
        "pairs": [{**PAIR, "other": "Jay"}, {**PAIR, "id": 6, "other": "Ana"}],
    },
    **{
        f"agreement: {name}": {
            **FACTS,
            "role": role,
            "name": "Jay",
            "pairs": [{**PAIR, "agreement": {**AGREEMENT, **found}}],
        }
        for name, role, found in (
            ("none", "mentee", {"state": "none", "version": 0}),
            ("of a mentor", "mentor", {}),
            ("by phone", "mentee", {"terms": {**TERMS, "how": "phone", "long": 75}}),
            ("changed", "mentor", CHANGED),
            ("changed, and new to them", "mentee", {**CHANGED, "was": None}),
            ("changed, and holds", "mentee", {**CHANGED, "held": True}),
            ("longer", "mentee", {**CHANGED, "by": "", "held": True}),
            ("agreed to", "mentee", {"mine": True}),
            ("settled", "mentee", {"state": "settled", "held": True}),
        )
    },
    "done in June": {
        **FACTS,
        "name": "Jay",
        "goals": GOALS,
        "pairs": [{**PAIR, "last_day": "2026-06-12"}],
    },
    "with a story": {
        **FACTS,
        "profile": {"story_told": "named", "story_words": "i passed my exam"},
    },
    "with a story, nameless": {
        **FACTS,
        "profile": {"story_told": "nameless", "story_words": "i passed my exam"},
    },
    "finished": {**FACTS, "finished": True},
    "young": {**FACTS, "profile": {"age": 16}},
    "asked about goals": {
        **FACTS,
        "name": "Jay",
        "profile": PROFILE,
        "goals": GOALS,
        "aiming": True,
        "pairs": [PAIR],
    },
    "mentor of one": {**FACTS, "role": "mentor", "name": "Rosa", "pairs": [PAIR]},
    "busy desk": {**FACTS, "role": "coordinator", "name": "Dana", "desk": DESK},
    "desk with suggestions": {
        **FACTS,
        "role": "coordinator",
        "name": "Dana",
        "desk": SUGGESTED,
    },
    "desk that asks both": {
        **FACTS,
        "role": "coordinator",
        "name": "Dana",
        "desk": {**SUGGESTED, "offers": True},
    },
    "desk that wants training": {
        **FACTS,
        "role": "coordinator",
        "desk": {**DESK, "asked": [], "training": SHORT},
    },
    "desk that needs training": {
        **FACTS,
        "role": "coordinator",
        "desk": {**DESK, "asked": [], "training": {**SHORT, "required": True}},
    },
    "desk without helpers": {**FACTS, "role": "coordinator", "desk": {**DESK, "mentors": []}},
    "desk whose mentors are all asked": {
        **FACTS,
        "role": "coordinator",
        "desk": {**DESK, "mentors": PEOPLE[1:2]},
    },
    "desk without seekers": {
        **FACTS,
        "role": "coordinator",
        "desk": {**DESK, "mentees": [], "waiting": THINGS[:1]},
    },
    "desk with much on it": {
        **FACTS,
        "role": "coordinator",
        "desk": {
            **DESK,
            "waiting": [
                {**THINGS[0], "id": n, "label": f"thing {n}", "look": True} for n in range(7)
            ],
        },
    },
    "desk with a text held": {
        **FACTS,
        "role": "coordinator",
        "desk": {**DESK, "waiting": [*THINGS, HELD]},
    },
    "desk with a claim": {
        **FACTS,
        "role": "coordinator",
        "desk": {**DESK, "waiting": [*THINGS, CLAIM]},
    },
    "desk with texts off": {
        **FACTS,
        "role": "coordinator",
        "desk": {
            **DESK,
            "people": [{**NAMED[0], "matches": [{**MATCHED, "quiet": True}]}, *NAMED[1:]],
        },
    },
    "texts off": {**FACTS, "name": "Jay", "pairs": [{**PAIR, "muted": True}]},
    "texts off by both": {
        **FACTS,
        "name": "Jay",
        "pairs": [{**PAIR, "muted": True, "hushed": True}],
    },
    "text under way": {**FACTS, "role": "coordinator", "desk": {**DESK, "broadcast": RUNNING}},
    "text held": {
        **FACTS,
        "role": "coordinator",
        "desk": {**DESK, "broadcast": {**RUNNING, "state": "held"}},
    },
    "from 13 on": {**FACTS, "minimum_age": 13},
    "known from 13 on": {**FACTS, "minimum_age": 13, "name": "Jay", "profile": PROFILE},
    **{
        f"minor, {stands}": {**FACTS, "profile": {"age": 15, "guardian": stands}}
        for stands in ("asked", "claimed", "form", "refused", "wrong", "granted")
    },
    "minor, on the phone of a parent": {**FACTS, "dial": lambda said: "own"},
    "guardian": {**FACTS, "role": "guardian", "wards": [{"id": 4, "name": None, "age": 15}]},
    "guardian on a shared phone": {**FACTS, "role": "guardian", "shared": True},
    "guardian of two": {
        **FACTS,
        "role": "guardian",
        "wards": [{"id": 4, "name": "Jay", "age": 15}, {"id": 5, "name": None, "age": 13}],
    },
    "writes from elsewhere": {**FACTS, "zone": "America/Lima", "home": "America/New_York"},
    "known mentor": {**FACTS, "role": "mentor", "name": "Rosa", "profile": PROFILE},
}
# What a flow may be told when it is opened, beside what is known of the person.
GIVEN: dict[str, list[dict[str, Any]]] = {
    "relay": [
        {"said": "soz was ill"},
        {"said": "soz was ill", "match": 5, "below": True},
        {"said": "soz was ill", "below": True},
        {"said": "soz was ill / im ok now", "match": 5, "more": True},
        {"said": "soz was ill / im ok now", "match": 5, "more": True, "below": True},
    ],
    "desk": [
        *({"handover": number} for number in (3, 4, 6, 8, 99)),
        {"wish": "list"},
        {"wish": "look"},
    ],
    "claiming": [{"handover": 9}, {"handover": 99}],
    "claimed": [
        {"newcomer": 31, "by": "number", "ends": "99"},
        {"newcomer": 31, "by": "telegram", "ends": ""},
    ],
    "new_number": [{"claims": "yes"}, {"claims": "yes", "name": "Jay"}],
    "goals": [{"named": "7"}],
    "goal_showing": [{"match": 5}],
    "goal_reached": [{"aim": "pass maths", "match": 5}, {"aim": "pass maths"}],
    "check_in": [{"match": 5, "about": "check_in:2"}],
    "meeting": [
        {"match": 5},
        {"match": 5, "wish": "move"},
        {"match": 5, "wish": "off"},
        {"match": 5, "wish": "late", "words": "running 10 min late"},
        {"match": 5, "wish": "there"},
        {"match": 5, "wish": "here"},
        {"match": 5, "alternative": "2026-03-06T17:00"},
        {"match": 99},
    ],
    "goal_setting": [{"goal": "pass maths by 30 June", "goal_note": "2026-06-30"}],
    "feedback": [{"match": 5, "about": "meeting:2026-02-26T16:00+00:00"}],
    "offer": [
        {"match": 9, "other": "Jay", "looks": ["school"], "times": "Mon-Fri 4-8 pm"},
        {"match": 9, "other": "Jay"},
        {**OFFERED, "looks": ["school"], "times": "Mon-Fri 4-8 pm"},
        {**OFFERED, "reason_told": ""},
        {**OFFERED, "said": "Year 11."},
        {**OFFERED, "unheard": True},
        {**OFFERED, "again": True},
    ],
    "introduction": [
        {**OFFERED, "other": "Rosa"},
        {**OFFERED, "other": "Rosa", "said": "I like maths."},
        {**OFFERED, "other": "Rosa", "unheard": True},
        {**OFFERED, "other": "Rosa", "again": True},
    ],
    "passed_on": [{"match": 9, "other": "Jay", "asks": "What year are you in?", "left": 2}],
    "keeping": [{"match": 5}],
    "line": [{"match": 5}],
    "safety": [{"said": "wanna die lol"}, {"said": "my friend is low", "kind": "worry"}],
    "pairing": [{"mentee": "99"}],  # somebody who was brought together with another meanwhile
    "guardian": [
        {"consent": 4, "age": 15, "child": "mentee"},
        {"consent": 4, "age": 17, "child": "mentor"},
        {"consent": 4, "age": 15, "child": "mentee", "called": True},
    ],
    "ward": [{"wish": "name"}, {"wish": "end"}, {}],
    "ward_check_in": [{"child": "Jay", "other": "Rosa"}],
    "agreement": [
        {"match": 5},
        {"wish": "see"},
        {"match": 5, "anew": True, "was": TERMS},
        {"match": 5, "version": 1, "before": TERMS, "terms": CHANGED["terms"], "at": "meet"},
        {
            **{"match": 5, "version": 1, "before": TERMS, "terms": CHANGED["terms"]},
            **{"at": "reach", "told": True},
        },
        {
            **{"match": 5, "version": 1, "before": TERMS, "terms": CHANGED["terms"]},
            **{"at": "meet", "ahead": True},
        },
    ],
    "more_time": [{"match": 5, "version": 1, "until": "2026-06-30"}],
    "goal_day": [{"match": 5}],
    "ward_terms": [
        {
            **{"match": 5, "version": 2, "side": "mentee", "child": "Jay", "other": "Rosa"},
            "terms": TERMS,
        }
    ],
    "lesson": [
        *({"match": 5, "lesson": name} for name in LESSONS),
        {
            "match": 5,
            "lesson": "own",
            "named": "doors",
            "told": "Doors close at 9 here. How would you get home?",
            "choices": [["by bus", "Good plan."], ["by bike", "Light on, and off you go."]],
        },
        {"match": 5, "lesson": "tip", "named": "cards", "told": "Library cards are free."},
        {"wish": "none"},
        {"wish": "again"},
    ],
    "training": [
        {"said": "120 minutes for zoe"},
        {"said": "zoe"},
        {"said": "jay"},
        {"said": "-30 minutes zoe"},
        {"said": "2 hours for nobody"},
        {"said": "60 zoe", "which": "99"},
    ],
    "survey": [
        {"ended": 5, "other": "Rosa", "planned": True, "story": True},
        {"ended": 5, "other": "Rosa", "planned": False, "story": False},
    ],
    "objectives": [
        {"ended": 5, "other": "Rosa", "about": "baseline", "asks": [["plan", "I have a plan."]]},
        {"ended": 5, "other": "Rosa", "about": "baseline"},
        {"ended": 5, "other": "Rosa", "about": "end", "planned": True, "story": True},
    ],
    "again": [{"ended": 5, "ask": True}, {"ended": 5, "ask": False}],
    "follow_up": [{"ended": 5, "other": "Rosa"}],
    "story": [{"ended": 5, "ask": True}, {"ended": 5, "ask": False}, {"wish": "see"}],
    "goodbye": [{"ended": 5, "to": 21, "other": "Rosa"}],
    "person": [
        {},
        {"wish": "see", "said": "zoe"},
        {"wish": "to", "said": "jay smith see you at five"},
        {"wish": "to", "said": "rosa hello"},
        {"wish": "to", "said": "zoe"},
        {"wish": "to", "said": "jay smith hello", "guessed": True},
        {"wish": "to", "said": "jay stone"},
        {"wish": "read", "said": "rosa"},
        {"wish": "quiet", "said": "rosa"},
        {"wish": "loud", "said": "jay smith"},
        {"wish": "freeze", "said": "rosa"},
        {"wish": "freeze", "said": "zoe"},
        {"wish": "freeze", "said": "jay stone"},
        {"wish": "lift", "said": "jay stone"},
        {"wish": "lift", "said": "rosa"},
        {"wish": "lift", "said": "zoe"},
        {"wish": "part", "said": "jay"},
        {"wish": "paper", "said": "zoe"},
        {"wish": "paper", "said": "rosa"},
        {"wish": "part", "said": "rsoa"},
        {"person": "11"},
        {"wish": "to", "said": "jay", "which": "99"},
    ],
    "perhaps": [
        {"wish": wish, "said": "a break from school"}
        for wish in sorted(FLOWS["perhaps"].states.keys() - {"meant", "answer", "left"})
    ],
}
