"""A conversation with one flow in the terminal, on the engine alone."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta

from rich.console import Console

from assistant.channels.sms import segments
from assistant.channels.sms.alphabet import Letters
from assistant.ops.config import BadSettings
from assistant.programmes import definitions, topics
from assistant.rendering.prompts import Reader, say_for, speak
from assistant.rendering.translations import LANGUAGES
from assistant.understanding import keywords, reserved
from assistant.understanding.keywords import Keyword
from flows import FLOWS
from flows.engine import runs
from flows.engine.standing import Standing, Turn
from flows.engine.states import Flow, Heard
from flows.engine.values import Facts


def talk(name: str, language: str, channel: str) -> None:
    """Play one flow until it is over, or until the input ends."""
    _check(name, language, channel)
    buttons = channel == "telegram"
    letters = Letters.WRITTEN if buttons else Letters.TYPED
    reader = Reader(language, buttons=buttons, letters=letters)
    console, flow, known = Console(highlight=False), FLOWS[name], _facts(language)
    turn = runs.open_run(flow, known)
    while True:
        _show(console, turn, reader)
        if turn.closed or turn.stuck:
            return
        try:
            reply = console.input("[bold]> [/bold]")
        except EOFError:
            return
        turn = _next(flow, _kept(turn.standing), known, _heard(reply, reader))


def _check(name: str, language: str, channel: str) -> None:
    for value, allowed in (
        (name, tuple(FLOWS)),
        (language, LANGUAGES),
        (channel, ("sms", "telegram")),
    ):
        if value not in allowed:
            raise BadSettings(f"{value} is none of {', '.join(allowed)}")


def _next(flow: Flow, standing: Standing, known: Facts, heard: Heard) -> Turn:
    word = keywords.hear(heard.text, heard.language, asked=True)
    steps: dict[str, Callable[[Flow, Standing, Facts], Turn]] = {
        Keyword.BACK: runs.go_back,
        Keyword.WHY: runs.explain,
    }
    if word and word.word in steps:
        return steps[word.word](flow, standing, known)
    return runs.take_turn(flow, standing, known, heard)


def _kept(standing: Standing) -> Standing:
    """Between turns a run lives in the database, so it must survive JSON."""
    return Standing.of(standing.state, json.loads(json.dumps(standing.stored())))


def _heard(reply: str, reader: Reader) -> Heard:
    return Heard(reply, datetime.now().astimezone(), reader.language, say_for(reader))


def _show(console: Console, turn: Turn, reader: Reader) -> None:
    for spoken in speak(turn.prompts, reader):
        console.print(spoken.text, style="cyan", markup=False)
        if spoken.buttons:
            console.print("  ".join(f"[{label}]" for label, _ in spoken.buttons), markup=False)
    for event in turn.events:
        console.print(repr(event), style="dim", markup=False)


def _facts(language: str) -> Facts:
    settings = {"topics": [topics.of(*one) for one in definitions.TOPICS]}
    now = datetime.now().astimezone()
    return {
        "name": "",
        "language": language,
        "role": "mentee",
        "profile": {},
        "invited": False,
        "finished": False,
        "paused_until": "",
        "fewer": False,
        "shared": False,
        "sharers": (),
        "by_sms": True,
        "programme": "Bridge",
        "place": "Harbor Library",
        "coordinator": "Dana Reyes",
        "contact": "call 212-555-0100",
        "keyword": "BRIDGE",
        "minimum_age": 18,
        "topics": topics.labelled(settings, language),
        "asks": (),
        "today": now.date().isoformat(),
        "now": now.replace(tzinfo=None).isoformat(timespec="minutes"),
        "zone": "UTC",
        "home": "UTC",
        "day": (now.date() + timedelta(days=3)).isoformat(),
        "until": (now.date() + timedelta(days=180)).isoformat(),
        "places": ["Harbor Library"],
        "aiming": False,
        "goals": [{"id": 1, "text": "Pass my driving test", "progress": 2}],
        "programmes": [["1", "Bridge"], ["2", "Harbor"]],
        "pairs": [],
        "desk": {},
        "parts": segments.count,
        "inviting": reserved.loud,
    }
