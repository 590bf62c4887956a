"""Words for the other of a match: what is surely for them goes across, all else is asked about."""

from assistant.safeguarding import Kind
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import silence
from assistant.turns.relaying import addressing, sending
from assistant.turns.replies import concerns, unsure
from assistant.turns.text_meetings import straight
from assistant.understanding import patterns, relays
from assistant.understanding.keywords import Heard, Keyword
from flows import reading

OURS = (Keyword.STOP, Keyword.DOUBT, Keyword.START, Keyword.HELP, Keyword.MENU)
AT_MEETINGS = ("late", "there", "move")  # intents
ASKED_AGAIN = (Keyword.BACK, Keyword.WHY, Keyword.LANGUAGE)
PLEASANT = ("thanks", "hello")
BETWEEN_TWO = (Kind.GROOMING, Kind.AFRAID)
# Of which what is answered is only for the coordinator.
PRIVATE = (
    *("check_in", "feedback", "switch", "leaving", "pause", "stuck", "details"),
    *("offer", "introduction", "passed_on", "keeping"),
)


def told(talk: Conversation, text: str, heard: Heard | None) -> bool:
    """Whether it is for the other: TO and a name, or an answer to their text."""
    if not talk.pairs or not talk.agreed or talk.coordinates:
        return False
    if heard and heard.word in OURS:
        return False
    if _written(talk, text, heard) or _answers(talk) or _named(talk):
        return True
    if straight.across(talk, text, heard):
        return True
    if heard and heard.word in AT_MEETINGS and _of_no_meeting(talk):
        return True
    if heard and heard.word is Keyword.ASK and _asks_them(talk, heard.rest):
        return True
    pleasant = heard and heard.word is Keyword.INQUIRY and heard.rest in PLEASANT
    return bool(pleasant and talk.stack.top is None and unsure.answered(talk, text))


def _written(talk: Conversation, text: str, heard: Heard | None) -> bool:
    """Asked what to write to the other, they write it, in whatever words."""
    run = talk.stack.spoken_to()
    if run is None or (run.flow.name, run.standing.state) != ("relay", "text"):
        return False
    if (heard and heard.word in ASKED_AGAIN) or reading.only_picks(text, talk.language):
        return False
    talk.take(run, text)
    return True


def _asks_them(talk: Conversation, question: str) -> bool:
    """ "Ask rosa if she can come": it is offered to her, as it stands."""
    first = next(iter(patterns.words(question)), "")
    theirs = addressing.standing(talk)
    meant = [one for one in theirs if first in addressing.names(talk, one)]
    if first in relays.PRONOUNS and len(theirs) == 1:
        meant = theirs
    if len(meant) == 1:
        unsure.offer(talk, meant, talk.known.message.text)
    return len(meant) == 1


def _of_no_meeting(talk: Conversation) -> bool:
    """ "Tell rosa see you tuesday", where nothing is booked: it goes across as it is."""
    meant = addressing.surely(talk)
    if meant is None or meant.pair.meeting.state != "none":
        return False
    say(talk, meant.pair, meant.words, sure=True)
    return True


def to_the_other(talk: Conversation, text: str) -> bool:
    """Whether a mentor writes to the other what sounds like harm because it crosses a boundary:
    it is held, and nobody is asked whether they are safe."""
    if not talk.pairs or talk.stopped or not talk.agreed or talk.stack.has("safety"):
        return False
    meant = addressing.surely(talk)
    if meant is None or meant.pair.role(talk.person.id) != "mentor":
        return False
    found = concerns.scan(talk, text)
    if found is None or found.kind not in BETWEEN_TWO:
        return False
    if not sending.crosses(talk, meant.pair, meant.words):
        return False
    _send(talk, meant.pair, meant.words)
    return True


def _answers(talk: Conversation) -> bool:
    pair = addressing.answered(talk)
    if pair is not None:
        _send(talk, pair, talk.known.message.text)
    return pair is not None


def _named(talk: Conversation) -> bool:
    theirs, text = addressing.standing(talk), talk.known.message.text
    found = relays.addressed(text, [addressing.names(talk, one) for one in theirs])
    if found is None:
        return False
    meant = [theirs[one] for one in found.whose]
    if len(meant) == 1 and found.sure and found.words:
        _send(talk, meant[0], found.words)
    elif found.sure or found.words:
        unsure.offer(talk, meant, found.words if found.sure else text)
    return True


def _send(talk: Conversation, pair: Pair, words: str) -> None:
    silence.end(talk)
    sending.send(talk, pair, words)
    talk.ask_again()


def say(talk: Conversation, pair: Pair, words: str, *, sure: bool) -> None:
    """ "Tell rosa …": it goes across, but is asked about where a private answer is awaited."""
    run = talk.stack.spoken_to()
    if sure and not (run and run.flow.name in PRIVATE):
        return _send(talk, pair, words)
    return unsure.offer_beside(talk, pair, words)
