"""A message from a phone that several share: it is given to whoever wrote it, or they are asked.

What needs a person now, and STOP, wait for no answer to that.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from assistant.channels import Kind
from assistant.internal_events.of_phones import PhoneStopped, PhoneTaken
from assistant.turns import system_messages
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import log_entries, silence
from assistant.turns.handlers.concerns import DOUBT
from assistant.turns.open_runs import Open
from assistant.turns.replies import pages, repeats
from assistant.turns.shared import confided, events, writers
from assistant.turns.shared.known import Sharing
from assistant.understanding import machines, reactions
from assistant.understanding.keywords import Heard, Keyword, hear
from storage.inbox.unanswered import Reworded

WHOSE = "whose"  # the flow that asks who is writing
NAMES = ("name", "parent")  # states where a name is asked for
MISSES = 3  # answers that name nobody; then a person helps


def take(talk: Conversation) -> None:
    """The turn of the phone itself."""
    if not talk.known.address or not talk.known.sharers:
        return None
    _call(talk)
    if any(one.one.unreachable_at for one in talk.known.sharers):
        talk.outcome.reachable = True  # for all of them: it is one phone
    match talk.known.message.kind:
        case Kind.BLOCKED | Kind.UNBLOCKED as kind:
            talk.outcome.reachable = kind == Kind.UNBLOCKED
            return log_entries.add(talk, kind)
        case Kind.BUTTON:
            return _pressed(talk, talk.known.message.text)
        case Kind.EDITED:
            return _hand_on(talk, _somebody(talk))
        case _:
            return _wrote(talk, talk.text)


def _call(talk: Conversation) -> None:
    """By their names a coordinator knows the phone."""
    called = " / ".join(one.name for one in talk.known.sharers if one.name) or None
    if talk.person.name != called:
        talk.outcome.person["name"] = called


def _pressed(talk: Conversation, data: str) -> None:
    """A button is of the question of one of them."""
    if pages.press(talk, data):
        return None
    key, _, token = data.partition(":")
    if run := talk.stack.asked_by(key):
        return talk.take(run, "", token)
    asked = (one for one in talk.known.sharers if any(run.asked == key for run in one.runs))
    return _hand_on(talk, next(asked, None) or _somebody(talk))


def _wrote(talk: Conversation, text: str) -> None:
    if not text.strip() or _of_a_machine(text):
        return _hand_on(talk, _somebody(talk))
    if pages.hear(talk, text):
        return None
    sharers = talk.known.sharers
    if said := writers.named(text, sharers):
        asked = None if said[1] else _asked_for_a_name(talk)
        return _hand_on(talk, asked) if asked else _named(talk, *said)
    heard = hear(text, talk.language, asked=True)
    if heard and heard.word is Keyword.STOP and not talk.known.message.urgent:
        return _stop(talk)
    some = _may_write(sharers, heard)
    run = talk.stack.top
    doubted = run is not None and run.flow.name == DOUBT
    one = None if doubted or writers.begins(text, sharers) else _certain(talk, some, heard)
    if one:
        return _hand_on(talk, one)
    if confided.hear(talk, text, doubted=doubted):
        return None
    if _is_for_anybody(heard) or (not _starts(heard) and all(one.stopped for one in some)):
        return _hand_on(talk, _somebody(talk))
    return _ask(talk, text, some)


def _certain(talk: Conversation, some: list[Sharing], heard: Heard | None) -> Sharing | None:
    """What needs a person is given to somebody only where they have just written."""
    if talk.known.message.urgent and len(some) > 1:
        return writers.recent(some, _last(talk), talk.known.now)
    return writers.writing(some, heard, _last(talk), talk.known.now)


def _last(talk: Conversation) -> tuple[int, datetime] | None:
    """Who wrote last, and when."""
    echo = talk.person.echo or {}
    return (echo["writer"], datetime.fromisoformat(echo["written"])) if "writer" in echo else None


def _asked_for_a_name(talk: Conversation) -> Sharing | None:
    """Who has just written and is asked for a name: there a mere name tells nobody else."""
    one = writers.recent(talk.known.sharers, _last(talk), talk.known.now)
    return one if one and any(run.state in NAMES for run in one.runs) else None


def _may_write(sharers: Sequence[Sharing], heard: Heard | None) -> list[Sharing]:
    """Who can be meant: only who has stopped comes back, and only who has not is answered."""
    there = [one for one in sharers if one.there] or list(sharers)
    wanted = [one for one in there if one.stopped == _starts(heard)]
    return wanted or there


def _is_for_anybody(heard: Heard | None) -> bool:
    return heard is not None and heard.word is Keyword.HELP


def _starts(heard: Heard | None) -> bool:
    return heard is not None and heard.word is Keyword.START and heard.rest != "yes"


def _named(talk: Conversation, one: Sharing, rest: str) -> None:
    """What waited to be told apart is theirs as well."""
    if rest:
        talk.outcome.reworded += (Reworded(talk.known.message.id, rest),)
        _hand_on(talk, one)
    elif not _held(talk):
        events.wrote_last(talk, one.person)
        talk.tell(one.person, "", PhoneTaken(), talk.known.now)
    if run := _whose(talk):
        talk.take(run, "", str(one.person))


def _hand_on(talk: Conversation, one: Sharing) -> None:
    events.hand_on(talk, [talk.known.message.id], one.one)


def _somebody(talk: Conversation) -> Sharing:
    """Whoever it is: what is said to it is the same for all of them."""
    last = (talk.person.echo or {}).get("writer")
    sharers = talk.known.sharers
    return next((one for one in sharers if one.person == last), sharers[0])


def _of_a_machine(text: str) -> bool:
    reacted = reactions.find(text) or reactions.attachment(text)
    return bool(reacted) or machines.speaks(text)


def _stop(talk: Conversation) -> None:
    """A number is a number: nobody is written to at it any more. It is confirmed once."""
    going = [one for one in talk.known.sharers if not one.stopped]
    if not going:
        return _hand_on(talk, _somebody(talk))
    talk.outcome.person["echo"] = None
    talk.outcome.stop = talk.outcome.compliance = True
    talk.stack.close_all()
    log_entries.add(talk, "stopped")
    for one in going:
        talk.tell(one.person, "", PhoneStopped(), talk.known.now)
    if not talk.known.answered_by_provider:
        talk.say(system_messages.STOPPED)
    return None


def _ask(talk: Conversation, text: str, some: list[Sharing]) -> None:
    """Which of them it is; the words wait until that is known."""
    run, message = _whose(talk), talk.known.message.id
    if run is None:
        programme, role = talk.home()
        talk.open(WHOSE, programme, role, talk.stack.next_depth(), {"held": [message]})
        return repeats.count(talk, text)
    if talk.understands(run, text):
        return talk.take(run, text)
    standing = run.standing
    held = [*(standing.answers.get("held") or ()), message]
    run.standing = replace(standing, answers={**standing.answers, "held": held})
    run.standing.misses, run.touched = standing.misses + 1, True
    if silence.holds(talk):
        return silence.say_once(talk)
    if run.standing.misses >= MISSES:
        return silence.hand_over(talk)
    misses = run.standing.misses
    talk.ask_again()
    run.standing.misses = misses
    return repeats.count(talk, text)


def _whose(talk: Conversation) -> Open | None:
    return next((run for run in talk.stack.runs if run.flow.name == WHOSE and not run.closed), None)


def _held(talk: Conversation) -> bool:
    run = _whose(talk)
    return run is not None and bool(run.standing.answers.get("held"))
