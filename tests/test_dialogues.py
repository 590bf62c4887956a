"""Conversations, written down as they should go, replayed word for word."""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
import pytest

from assistant.channels.sms.alphabet import Letters
from assistant.rendering.prompts import Reader, Spoken, say_for, speak
from flows import FLOWS
from flows.engine import runs
from flows.engine.standing import Standing, Turn
from flows.engine.states import Flow, Heard
from flows.events import LanguageChanged
from tests.flow_facts import FACTS, PAIR
from tests.together import try_each

DIALOGUES = sorted((Path(__file__).parent / "dialogues").rglob("*.txt"))


@pytest.mark.parametrize("folder", sorted({path.parent.name for path in DIALOGUES}))
def test_dialogues(folder: str) -> None:
    try_each(goes_as_written, [{"path": one} for one in DIALOGUES if one.parent.name == folder])


def goes_as_written(path: Path) -> None:
    script = path.read_text()
    assert replay(script) == script


@pytest.mark.parametrize("flow", FLOWS)
def test_every_flow_has_its_dialogues(flow: str) -> None:
    told = {path.stem for path in DIALOGUES if path.parent.name == flow}
    assert told >= {"happy", "muddle", "back", "why"}


def replay(script: str) -> str:
    """Play the participant's lines of a dialogue and write down the whole of it."""
    header, _, lines = script.partition("\n\n")
    dialogue = play(Dialogue(header), lines)
    return f"{header}\n\n" + "\n".join(dialogue.log) + "\n"


def play(dialogue: "Dialogue", lines: str) -> "Dialogue":
    """The participant's lines, one after the other."""
    for line in lines.splitlines():
        speaker, _, words = line.partition(": ")
        if speaker == "meanwhile":
            dialogue.learn(words)
        if speaker in ("you", "press"):
            dialogue.hear(speaker, words)
    return dialogue


class Dialogue:
    """One run, and what was said in it so far."""

    def __init__(self, header: str) -> None:
        lines = [line.partition(": ")[::2] for line in header.splitlines()]
        told = dict(lines)
        self.flow = self.find(told["flow"])
        self.now = datetime.fromisoformat(told["now"])
        self.facts = known(values(lines, "knows")) | {"language": told["locale"]}
        telegram = told.get("channel", "sms") == "telegram"
        self.reader = Reader(
            language=told["locale"],
            zone="UTC",
            country=told.get("country", ""),
            formal=told.get("formal") == "yes",
            buttons=telegram,
            letters=Letters.WRITTEN if telegram else Letters.TYPED,
        )
        self.log: list[str] = []
        self.buttons: dict[str, str] = {}
        self.follow(runs.open_run(self.flow, self.facts, values(lines, "given")))

    def find(self, name: str) -> Flow:
        return FLOWS[name]

    def learn(self, fact: str) -> None:
        """Something has changed, as "pairs=[]", while a question was open."""
        self.log.append(f"meanwhile: {fact}")
        name, _, value = fact.partition("=")
        self.facts = known(self.facts | {name: read(value)})

    def hear(self, speaker: str, words: str) -> None:
        self.log.append(f"{speaker}: {words}")
        standing = stored(self.standing)
        if words == "BACK":
            return self.follow(runs.go_back(self.flow, standing, self.facts))
        if words == "WHY":
            return self.follow(runs.explain(self.flow, standing, self.facts))
        text, token = (words, "") if speaker == "you" else ("", self.buttons[words])
        heard = Heard(text, self.now, self.reader.language, say_for(self.reader), token)
        return self.follow(runs.take_turn(self.flow, standing, self.facts, heard))

    def follow(self, turn: Turn) -> None:
        self.standing = turn.standing
        for event in turn.events:
            if isinstance(event, LanguageChanged):
                self.reader = self.reader._replace(language=event.language)
        for spoken in speak(turn.prompts, self.reader):
            self.log += written(spoken)
            self.buttons = dict(spoken.buttons) or self.buttons
        self.log += [f"event: {event!r}" for event in turn.events]
        if turn.closed:
            self.log.append(f"then: {turn.then}" if turn.then else "closed")
        if turn.stuck:
            self.log.append("stuck")


def known(facts: dict[str, Any]) -> dict[str, Any]:
    """What is known, where a header says only what matters of a pair or of the desk."""
    pairs = [PAIR | pair for pair in facts.get("pairs", [])]
    desk = FACTS["desk"] | facts.get("desk", {})
    return FACTS | facts | {"pairs": pairs, "desk": desk}


def values(lines: list[tuple[str, str]], key: str) -> dict[str, Any]:
    """The lines of a header such as "knows: minimum_age=16"; values are JSON or plain text."""
    found = (line.partition("=")[::2] for name, line in lines if name == key)
    return {name: read(value) for name, value in found}


def read(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value


def stored(standing: Standing) -> Standing:
    """Between turns a run lives in the database, so it must survive JSON."""
    return Standing.of(standing.state, orjson.loads(orjson.dumps(standing.stored())))


def written(spoken: Spoken) -> list[str]:
    said = ["bot: " + re.sub("\n+", "\n     ", spoken.text)]
    return [*said, f"     [{' | '.join(label for label, _ in spoken.buttons)}]"][
        : 2 if spoken.buttons else 1
    ]


if __name__ == "__main__":  # writes down how they go now; to be read before it is kept
    for dialogue in DIALOGUES:
        dialogue.write_text(replay(dialogue.read_text()))
