"""All that participants can be sent: every wording, with long values or with ordinary ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache, lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from babel.messages.catalog import Catalog

from assistant.channels.sms import segments
from assistant.channels.sms.alphabet import Letters
from assistant.programmes import definitions
from assistant.rendering import catalogues
from assistant.rendering.prompts import Reader, parse, speak
from assistant.rendering.templates import Hole
from assistant.rendering.translations import LANGUAGES, wordings
from flows import FLOWS
from flows.engine.states import (
    Choice,
    Flow,
    Heard,
    Option,
    Prompt,
    Question,
    Several,
    State,
    options_of,
)
from flows.reading import Unclear
from tests import flow_facts

NAMES = ("João", "Zoë", "Łukasz")
TOPICS = {
    "en": ("school", "finding a first job", "getting ready for exams", "money", "meeting people"),
    "es": ("estudios", "buscar un empleo", "preparar exámenes", "dinero", "conocer a más gente"),
    "fr": ("études", "trouver un emploi", "préparer un examen", "argent", "faire des rencontres"),
    "pt": ("estudos", "achar um emprego", "preparação para exames", "dinheiro", "conhecer gente"),
}
ORDINARY_TOPICS = {
    language: [topic[number] for topic in definitions.TOPICS]
    for number, language in enumerate(LANGUAGES, 1)
}
WORDS = "I'd like to finish my maths homework every week and pass the exam in the summer"
FACTS: Mapping[str, Any] = {
    "programme": "Bridge Mentoring",
    "place": "Lincoln High School Mentoring",
    "coordinator": "Zoë Łukaszewicz",
    "keyword": "BRIDGE",
    "contact": "call 212-555-0100 or come to Room 5",
    "minimum_age": 18,
    "today": "2026-09-27",
    "now": "2026-09-27T10:30",
    "zone": "America/Argentina/Buenos_Aires",
    "home": "America/New_York",
    "day": "2026-09-30",
    "until": "2027-09-30",
    "invited": True,
    "goals": [{"id": number, "text": WORDS, "progress": 2} for number in range(1, 9)],
    "paused_until": "2026-09-30",
    "fewer": True,
    "by_sms": True,
    "places": ["Lincoln High, Room 12", "Harbor Library"],
    "pairs": [
        {
            "id": 5,
            "other": "Łukasz João",
            "meeting": "booked",
            "mine": False,
            "slot": "2026-09-30T20:30+00:00",
            "here": "2026-09-30T16:30",
            "zone": "America/New_York",
            "other_zone": "Europe/Madrid",
            "place": "Lincoln High, Room 12",
            "last_place": "",
            "rests_until": "2026-09-30",
            "slots": [
                [f"2026-09-{day}T16:30", f"Wed {day} Sept, 4:30 pm (New York)"]
                for day in (28, 29, 30)
            ],
        }
    ],
    "desk": {
        "waiting": [
            {
                "id": number,
                "label": "it's hard for Łukasz João, Wed 30 Sept",
                "words": "Lukasz Joao asks: is the library open?",  # plain already
                "who": "Łukasz João",
                "reachable": True,
            }
            for number in range(1, 7)
        ],
        "people": [
            {**one, "name": "Łukasz João", "label": "Łukasz João: mentee, Zoë Łukaszewicz"}
            | {"matches": [{**match, "other": "Zoë Łukaszewicz"} for match in one["matches"]]}
            for one in flow_facts.NAMED
        ],
        "about": {str(n): "school, finding a job, first in my family at college" for n in range(9)},
        "partings": [{"pair": [1, 2], "safety": True, "reason": WORDS}],
        "training": {"needed": 6000, "required": False, "short": {"2": 5999}},
        "mentees": [[number, f"{name}: school, jobs"] for number, name in enumerate(NAMES * 3)],
        "mentors": [[number, f"{name}: school, jobs"] for number, name in enumerate(NAMES * 3)],
        "audiences": {
            "mentees": {
                "now": 510,
                "later": 108,
                "held": 40,
                "stopped": 13,
                "texted": 400,
                "foreign": 114,
            }
        },
        "broadcast": {"id": 1, "state": "held", "sent": 510, "rest": 108},
    },
    "parts": segments.count,
    "inviting": lambda text: "CANCEL",
    "dial": lambda said: "+12125550100",
    "wards": [{"id": 1, "name": "Łukasz João", "age": 15}, {"id": 2, "name": None, "age": 13}],
    "shared": False,
    "sharers": [[1, "Łukasz João"], [2, ""]],
    "programmes": [["1", "Bridge Mentoring"], ["2", "Harbour Mentoring"], ["3", "Open Doors"]],
}
SLOTS = [["2026-09-28T16:30", "lun 28 sep, 16:30"], ["2026-09-29T16:30", "mar 29 sep, 16:30"]]
ORDINARY: Mapping[str, Any] = {
    **FACTS,
    "programme": "Bridge",
    "place": "Lincoln High",
    "coordinator": "Dana Reyes",
    "contact": "tel. 212-555-0100",
    "goals": [{"id": 1, "text": "pass maths", "progress": 2}],
    "places": ["Room 12", "Harbor Library"],
    "pairs": [{**FACTS["pairs"][0], "other": "Rosa", "place": "Room 12", "slots": SLOTS}],
    "desk": {
        **FACTS["desk"],
        "waiting": [
            {"id": 1, "label": "Jay: ?", "words": "Jay: ok", "who": "Jay", "reachable": True}
        ],
        "mentees": [[1, "Jay: school"], [2, "Ana: jobs"]],
        "mentors": [[3, "Rosa: jobs"], [4, "Ben: school"]],
    },
    "programmes": [["1", "Bridge"], ["2", "Harbor"]],
}
REPLIES = (
    WORDS,
    "30 June",
    "4",
    "Tuesday at 4:30 pm",
    "4:30 pm",
    "+1 212-555-0100",
    "21",
)  # of which a question reads at least one
SAID = ("say", "ask", "hint", "why", "echo", "simpler")
FORMS = [
    *(("en", False), ("en_US", False)),
    *((code, formal) for code in (*LANGUAGES[1:], "pt_PT") for formal in (False, True)),
]


@dataclass(frozen=True)
class Case:
    """One prompt and where it comes from, such as "consent.okay.ask"."""

    where: str
    prompt: Prompt

    def texts(self, reader: Reader) -> str:
        return " ".join(spoken.text for spoken in speak([self.prompt], reader))


def sms(name: str, formal: bool, letters: Letters = Letters.PLAIN) -> Reader:
    """Who reads by SMS, in a language or, such as "pt_PT", as a country writes it."""
    language, _, country = name.partition("_")
    return Reader(language, "America/New_York", country, formal, letters=letters)


@cache
def template() -> Catalog:
    """Every wording in the code, as it is marked there."""
    return catalogues.extract()


@lru_cache
def of_flows(language: str, ordinary: bool = False) -> tuple[Case, ...]:
    """What every state of every flow can say, to both roles."""
    return tuple(
        Case(f"{flow.name}.{name}.{said}", prompt)
        for flow in FLOWS.values()
        for facts in _people(language, ordinary)
        for name, state in flow.states.items()
        for said, prompt in _of_state(flow, name, state, facts)
    )


def of_notices(msgids: frozenset[str], language: str, ordinary: bool = False) -> Iterator[Case]:
    """Wordings from outside the flows, whatever they are filled with."""
    facts = {**FACTS, "name": NAMES[2]} if not ordinary else {**ORDINARY, "name": "Jay"}
    for msgid in sorted(msgids - {case.prompt.msgid for case in of_flows(language)}):
        values = {hole.name: _plausible(hole, ordinary) for hole in holes(msgid)}
        yield Case(msgid, Prompt(msgid, {**values, **facts}))


def holes(wording: str) -> list[Hole]:
    return [part for part in parse(wording) if isinstance(part, Hole)]


def labels() -> frozenset[str]:
    """The msgids of options, and of the words that mean them."""
    found = {option for case in of_flows("en") for option in _options(case.prompt)}
    states = (state for flow in FLOWS.values() for state in flow.states.values())
    found |= {one for state in states if isinstance(state, Choice) for one in state.unlisted}
    shown = {option.label for option in found if not option.own}
    return frozenset(shown.union(*(option.words for option in found)))


def translations(language: str) -> Mapping[tuple[str | None, str], str]:
    return wordings(language)


def _options(prompt: Prompt) -> tuple[Option, ...]:
    return (*prompt.options, *prompt.buttons)


def _plausible(hole: Hole, ordinary: bool) -> str:
    by_spec = {"relayed": "ok", "time": "16:30"} | dict.fromkeys(
        ("date", "weekday", "onweekday"), "2026-09-30"
    )
    if not ordinary:
        return by_spec.get(hole.spec, WORDS)
    by_name = {"at": "2026-09-30T16:30", "place": "Room 12", "last": "4", "most": "5"}
    return by_spec.get(hole.spec) or by_name.get(hole.name, "Rosa")


@lru_cache
def _people(language: str, ordinary: bool) -> list[dict[str, Any]]:
    named = ORDINARY_TOPICS if ordinary else TOPICS
    topics = [[f"topic{number}", label] for number, label in enumerate(named[language])]
    if ordinary:
        return _ordinary(language, topics)
    shared = {**FACTS, "language": language, "topics": topics}
    profile = {"age": 19, "topics": [token for token, _label in topics[:3]], "topics_note": WORDS}
    profile |= {"hopes": WORDS, "free": WORDS, "matters": "language", "been": WORDS}
    return [
        {**shared, "name": name, "role": role, "profile": {**profile, "capacity": "3"}}
        for name in NAMES
        for role in ("mentee", "mentor")
    ]


def _ordinary(language: str, topics: list[list[str]]) -> list[dict[str, Any]]:
    shared = {**ORDINARY, "language": language, "topics": topics, "name": "Jay"}
    profile = {"age": 19, "topics": ["topic0", "topic1"], "hopes": "pass maths", "capacity": "2"}
    return [{**shared, "role": role, "profile": profile} for role in ("mentee", "mentor")]


def _of_state(
    flow: Flow, name: str, state: State, facts: dict[str, Any]
) -> Iterator[tuple[str, Prompt]]:
    answers = _answers(flow, facts)
    for said in (field.name for field in fields(state) if field.name in SAID):
        if msgid := getattr(state, said):
            picked = _picked(state, answers.get(name), facts)
            values = {**_values(flow, answers, facts), name: picked, "answer": picked}
            yield said, _prompt(state, said, Prompt(msgid, values), facts)


def _prompt(state: State, said: str, bare: Prompt, facts: dict[str, Any]) -> Prompt:
    """A question has its options beside it."""
    if said not in ("ask", "hint", "simpler") or not isinstance(state, Question | Choice | Several):
        return bare
    numbered = said == "simpler" or not isinstance(state, Question)
    return Prompt(
        bare.msgid,
        bare.values,
        options_of(state, {}, facts) if numbered else (),
        leave=state.leave,
        several=state.most if isinstance(state, Several) else 0,
        asks=True,
    )


def _values(flow: Flow, answers: dict[str, Any], facts: dict[str, Any]) -> dict[str, Any]:
    more = flow.values(answers, facts) if flow.values else {}
    return {**facts, **answers, **more}


def _answers(flow: Flow, facts: dict[str, Any]) -> dict[str, Any]:
    """An answer to every question of the flow, the longest where there is a choice."""
    answers: dict[str, Any] = {}
    for name, state in flow.states.items():
        if isinstance(state, Question):
            answers[name] = facts["name"] if name == "name" else _read(state)
        elif isinstance(state, Choice | Several):
            options = sorted(options_of(state, answers, facts), key=lambda one: -len(one.label))
            tokens = [option.token for option in options]
            picked = tokens[: getattr(state, "most", 1)]
            answers[name] = picked if isinstance(state, Several) else "".join(picked)
    return answers


def _picked(state: State, answer: Any, facts: dict[str, Any]) -> Any:
    """An answer as its echo says it: options in their words, and a note."""
    if not isinstance(state, Choice | Several):
        return answer
    tokens = answer if isinstance(answer, list) else [answer]
    options = options_of(state, {}, facts)
    return [*(option for option in options if option.token in tokens), WORDS]


@lru_cache
def _read(state: Question) -> Any:
    now = datetime(2026, 3, 2, 16, 0, tzinfo=ZoneInfo("America/New_York"))
    for reply in (*REPLIES, "Buenos Aires"):
        try:
            answer = state.read(Heard(reply, now, "en"))
        except Unclear:
            continue
        return answer[0] if isinstance(answer, tuple) else answer
    raise ValueError(f"no plausible answer to {state.ask!r}")
