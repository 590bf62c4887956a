"""The same words said again and again, which lead nowhere."""

from datetime import datetime, timedelta

from assistant.turns.handlers import silence
from assistant.turns.talk import Talk
from storage.people.persons import Echo

MOST = 3  # answers to the same words within a while; auto-replies talk to bots for ever
A_WHILE = timedelta(minutes=5)


def count(talk: Talk, text: str) -> None:
    """The same words that lead nowhere are answered three times in five minutes, not more."""
    old: Echo = talk.known.person.echo or {}
    now, same = talk.known.now, text[:80].casefold()
    again = old.get("words") == same and fresh(talk)
    times = old["count"] + 1 if again else 1
    if times > MOST:
        talk.outcome.prompts.clear()
    first = old["since"] if again else now.isoformat()
    if not silence.begun(talk.outcome):
        talk.outcome.person["echo"] = {"words": same, "count": times, "since": first}


def since(talk: Talk) -> datetime | None:
    """When the last words that led nowhere, or were mistyped, were said first."""
    said = (talk.person.echo or {}).get("since")
    return datetime.fromisoformat(said) if said else None


def fresh(talk: Talk) -> bool:
    """Whether the last words that led nowhere were said just now."""
    said = since(talk)
    return said is not None and talk.known.now - said < A_WHILE
