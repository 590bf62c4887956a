"""What who is on call answers to a page: that they have it, or that it is seen to."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from assistant.internal_events.kinds import ConcernTaken
from assistant.safeguarding import texts, wording
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import log_entries
from flows.engine.states import Option
from storage.safeguarding.concerns import Acknowledged
from storage.safeguarding.on_call import OnCall
from storage.safeguarding.pages import Call

_WORDS = (
    "1, i have it, i've it, have it, got it, i got it, i've got it, on it, i'm on it, mine, "
    "lo tengo, ya lo tengo, yo lo tengo, me encargo, yo me encargo, "
    "je l'ai, je m'en occupe, je le prends, "
    "fico com isso, eu fico com isso, deixa comigo, eu cuido disso, pode deixar"
)
HAVE_IT = frozenset(map(str.strip, _WORDS.split(",")))
_DONE = re.compile(r"(?:done|hecho|listo|fait|feito)\b[\s:,.;!-]*(.*)", re.IGNORECASE | re.DOTALL)
SOMEBODY = Option("somebody", texts.SOMEBODY)
_EDGES = re.compile(r"^\W+|\W+$")
FRESH = timedelta(minutes=20)  # a page that somebody else has answered
SET_BACK = timedelta(minutes=1)  # no turn is so late by itself
_PRESSED = re.compile(r"page(\d{1,18}):1")


def press(talk: Conversation, data: str) -> bool:
    """The button of a page, or a key of the phone: it counts whenever it is pressed."""
    found = _PRESSED.fullmatch(data)
    if found is None:
        return False
    call = next((one for one in _calls(talk) if one.concern == int(found[1])), None)
    if call is None:
        talk.say(texts.CLOSED)
    else:
        _acknowledge(talk, call)
    return True


def hear(talk: Conversation, text: str) -> bool:
    """Whether these words answer a page."""
    calls = _calls(talk)
    if not calls:
        return False
    done = _DONE.fullmatch(text.strip())
    if done and (mine := _mine(talk, calls)) and not talk.offers(text):
        talk.outcome.seen_to += ((mine.concern, done[1].strip()),)
        talk.say(texts.CLOSED)
        return True
    if _EDGES.sub("", text).casefold().replace("\u2019", "'") not in HAVE_IT:
        return False
    bare = text.strip() == "1"
    call = _meant(talk, calls, bare=bare)
    if call is not None:
        _acknowledge(talk, call)
        return True
    if bare and talk.stack.spoken_to() is not None:
        return False  # it answers what is asked there
    return _which(talk, calls)


def _which(talk: Conversation, calls: Sequence[Call]) -> bool:
    """A page may be meant that is not known to have arrived: so these words answer nothing else."""
    waiting = next((one for one in calls if one.acknowledged_at is None), None)
    if waiting is not None:
        talk.say(texts.WHICH, who=waiting.about or SOMEBODY)
    return waiting is not None


def only_on_call(talk: Conversation) -> bool:
    """Whether they are nobody but who is on call; then they hear what they can answer."""
    mine = _on_call(talk)
    if not mine:
        return False
    waiting = [one for one in _calls(talk) if one.acknowledged_at is None]
    if waiting:
        talk.say(texts.STILL_OPEN, who=waiting[0].about or SOMEBODY)
    else:
        programme = talk.known.programmes.get(mine[-1].programme_id)
        talk.say(texts.ON_CALL, programme=programme.name if programme else "")
    return True


def _calls(talk: Conversation) -> Sequence[Call]:
    return talk.known.rare.calls.get(talk.person.id, ())


def _on_call(talk: Conversation) -> list[OnCall]:
    return [one for one in talk.known.rare.on_call if one.person_id == talk.person.id]


def _mine(talk: Conversation, calls: Sequence[Call]) -> Call | None:
    return next((one for one in calls if one.acknowledged_person_id == talk.person.id), None)


def _meant(talk: Conversation, calls: Sequence[Call], *, bare: bool) -> Call | None:
    """The newest page that they had seen; a number alone belongs to what was asked last. Of what
    may not have reached them they have not said so: it may be another's that somebody has closed
    meanwhile."""
    seen = _seen(talk, [(call, at) for call in calls for at in call.shown])
    found = next((one for one in seen if one[0].acknowledged_at is None), None)
    found = found or next((one for one in seen if talk.known.now - one[1] < FRESH), None)
    run = talk.stack.spoken_to()
    if found is None or not bare or run is None or run.moved_at is None:
        return found[0] if found else None
    return found[0] if found[1] > run.moved_at else None


def _seen(
    talk: Conversation, shown: Sequence[tuple[Call, datetime]]
) -> list[tuple[Call, datetime]]:
    """What was on their phone before they wrote, the newest first. A text of a moment to come is
    one from before the clock was set back."""
    heard, set_back = talk.known.message.created_at, talk.known.now + SET_BACK
    seen = [(call, at) for call, at in shown if at <= heard or at > set_back]
    return sorted(seen, key=lambda one: one[1], reverse=True)


def _acknowledge(talk: Conversation, call: Call) -> None:
    """The first has it, and whoever said it hears so; the others hear who has."""
    if call.acknowledged_person_id == talk.person.id:
        return talk.say(texts.YOURS_ALREADY)
    if call.acknowledged_at is not None:
        return talk.say(texts.HAS_IT, staff=call.acknowledged_by or "")
    now = talk.known.now
    by, name = (now + wording.HEARS_WITHIN).isoformat(), _name(talk, call)
    log_entries.add(talk, "concern acknowledged")
    talk.outcome.urgent = True
    talk.outcome.acknowledged += (Acknowledged(call.concern, talk.person.id, name, now),)
    told = ConcernTaken(call.concern, name, by)
    talk.tell(call.about_id, "", told, now, f"taken:{call.concern}")
    return talk.say(texts.YOURS, who=call.about or SOMEBODY, by=by)


def _name(talk: Conversation, call: Call) -> str:
    """As the rota has it."""
    named = [one.name for one in _on_call(talk) if one.programme_id == call.programme_id]
    programme = talk.known.programmes[call.programme_id]
    coordinator = str(programme.settings.get("coordinator") or "")
    return next(iter(named), None) or talk.person.name or coordinator
