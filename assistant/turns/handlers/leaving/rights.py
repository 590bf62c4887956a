"""What follows when somebody asks to be erased."""

from datetime import timedelta

from assistant.internal_events.of_other_side import OtherLeft
from assistant.schedule import quiet_hours
from assistant.turns import system_messages
from assistant.turns.batch_matches import Pair
from assistant.turns.guardians import children, consents
from assistant.turns.handlers import meetings, offers
from assistant.turns.talk import Talk
from flows.lifecycles import match
from storage.records.erasures import NewErasure

WITHIN = timedelta(days=3)  # it is done, whether or not everybody has heard that they have gone


def forget(talk: Talk) -> None:
    """They asked for it, and hear one last time."""
    erase(talk, "person")
    talk.outcome.compliance = True
    talk.outcome.prompts.clear()
    talk.say(system_messages.FORGOTTEN)
    talk.say(system_messages.LAST_TEXT)


def erase(talk: Talk, asked_by: str) -> None:
    """They are out at once; those they meet and the coordinator hear of it, and then the rest is
    erased."""
    now, outcome = talk.known.now, talk.outcome
    until = (now + WITHIN).isoformat()
    outcome.person |= {
        "stopped_at": talk.person.stopped_at or now,
        "held_at": None,
        "echo": None,
        "undo": {"until": until, "erased": True},
    }
    outcome.stop = True
    for pair in list(talk.pairs.values()):
        if match.may(pair.state, "stop"):
            part(talk, pair)
    offers.withdraw(talk)
    consents.withdraw(talk)
    children.tell_gone(talk)
    talk.hand_over("erased", "")
    talk.stack.close_all()
    outcome.erased += (NewErasure(talk.person.id, asked_by, now, talk.known.message.id),)


def erasing(talk: Talk) -> bool:
    """Whether they are being erased just now."""
    return bool((talk.person.undo or {}).get("erased"))


def part(talk: Talk, pair: Pair) -> None:
    """Nothing of it is taken back, so the other side hears as soon as their hours allow."""
    other, mine = pair.other(talk.person.id), pair.side(talk.person.id).name or "?"
    talk.put(meetings.drop(talk, pair).after("stop"))
    at = quiet_hours.within(talk.known.now, other.zone)
    cause = meetings.gone_cause(talk.person.id, pair)
    talk.tell(other.id, other.zone, OtherLeft(pair.id, mine), at, cause)
