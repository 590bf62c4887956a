"""Words that are meant for somebody else: they go to them, or to the coordinator."""

from assistant.turns import system_messages
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import silence
from assistant.turns.open_runs import Open
from assistant.turns.relaying import addressing
from assistant.turns.replies import crossing, repeats, words
from assistant.understanding import intents, patterns, relays

AT_ONCE = ("late", "there", "move")  # intents of which the other hears
OWN_WORDS = ("ask", "perhaps")  # flows that pass on, or ask about, whatever is written


def hear(talk: Conversation, name: str) -> None:
    """Hand the words on, and put the question again that is open."""
    run, pair = talk.stack.spoken_to(), _meant(talk, name)
    if not talk.agreed or talk.coordinates or _is_answer(talk, run, pair, name):
        return words.hear(talk, talk.text)
    if pair is None:
        pair = _nearly(talk, name)
    if pair is not None:
        return _across(talk, pair, name)
    silence.end(talk)
    talk.hand_over("relay", talk.text)
    talk.say(system_messages.PASSED_ON)
    talk.ask_again()
    return repeats.count(talk, talk.text)


def _across(talk: Conversation, pair: Pair, name: str) -> None:
    _name, rest = relays.parted(patterns.words(talk.text))
    words = relays.worded(talk.known.message.text, rest)
    sure = name in addressing.names(talk, pair) or name in relays.ROLES
    return crossing.say(talk, pair, words, sure=sure)


def _nearly(talk: Conversation, name: str) -> Pair | None:
    """The one whose name is mistyped, perhaps."""
    alike = [
        one
        for one in addressing.standing(talk)
        if (called := addressing.names(talk, one)) and relays.nearly(name, called[0])
    ]
    return alike[0] if len(alike) == 1 else None


def at_once(talk: Conversation, name: str) -> str:
    """The intent by which the other is told at once: "tell Rosa I'll be late"; "" for others."""
    pair = _meant(talk, name)
    if pair is None or pair.meeting.state == "none":
        return ""
    _name, rest = relays.parted(patterns.words(talk.text))
    found = intents.find(rest, asked=True)
    return found[0] if found and found[1] and found[0] in AT_ONCE else ""


def _meant(talk: Conversation, name: str) -> Pair | None:
    """The match with whom the words are for: by name, or the only one."""
    theirs = addressing.standing(talk)
    named = [one for one in theirs if name in _names(one.other(talk.person.id).name)]
    if named or name not in relays.MENTORS or len(theirs) != 1:
        return named[0] if len(named) == 1 else None
    return theirs[0]


def _names(name: str | None) -> tuple[str, ...]:
    return patterns.words(name or "")


def _is_answer(talk: Conversation, run: Open | None, pair: Pair | None, name: str) -> bool:
    """Whether the open question takes these words: it offers them, or nobody we know is named."""
    if run is None:
        return False
    if run.flow.name in OWN_WORDS or talk.understands(run, talk.text):
        return True
    return pair is None and name not in _names(talk.facts(run)["coordinator"])
