"""After a handover nothing is said until a person, a word of ours or a day has come."""

from datetime import datetime, timedelta

from assistant.turns import system_messages
from assistant.turns.context import Outcome
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.events import HelpAsked

LASTS = timedelta(days=1)


def ask_a_person(talk: Talk, event: HelpAsked) -> None:
    """A question for the coordinator, or something that was not understood."""
    talk.hand_over("unclear" if event.unclear else "ask", event.text)
    if event.unclear:
        begin(talk)


def hand_over(talk: Talk) -> None:
    """Nothing more is asked: the coordinator has to look."""
    talk.hand_over("unclear", talk.text)
    begin(talk)
    talk.say(system_messages.HANDED_OVER)


def begin(talk: Talk) -> None:
    until = talk.known.now + LASTS
    talk.outcome.person["echo"] = {"silent_until": until.isoformat()}


def say_once(talk: Talk) -> None:
    """Who writes on hears once what is happening, and then nothing until it has happened."""
    echo = talk.known.person.echo or {}
    if not echo.get("told"):
        talk.outcome.person["echo"] = {**echo, "told": True}
        talk.say(system_messages.WAITS_FOR_A_PERSON)


def end(talk: Talk) -> None:
    """A silence is over, unless this very turn begins one."""
    if talk.known.person.echo and "outside" not in talk.known.person.echo:
        talk.outcome.person.setdefault("echo", None)


def begun(outcome: Outcome) -> bool:
    """Whether this very turn begins one."""
    return "silent_until" in (outcome.person.get("echo") or {})


def leaves_unasked(outcome: Outcome, below: Open) -> bool:
    """Whether what was asked before this turn has to wait: for a person, after a concern, for whom
    the phone is passed to, or behind what was withheld."""
    if outcome.reaching is not None and (below.by_news or not outcome.reaching.anew):
        return True
    return begun(outcome) or bool(outcome.seated) or outcome.person.get("confided_at") is not None


def asked(talk: Talk) -> None:
    """They are asked something: what they say next is for that, and no more of a concern."""
    if talk.outcome.person.get("confided_at", talk.person.confided_at) is not None:
        talk.outcome.person["confided_at"] = None


def holds(talk: Talk) -> bool:
    """Whether they wait for a person."""
    until = (talk.known.person.echo or {}).get("silent_until")
    return until is not None and datetime.fromisoformat(until) > talk.known.now
