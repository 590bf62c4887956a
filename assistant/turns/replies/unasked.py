"""Words out of nothing: a time to meet, a yes or no to what the other proposed, a question."""

from assistant.turns import heard, system_messages
from assistant.turns.conversation import Conversation
from assistant.turns.open_runs import Open
from assistant.turns.replies import unsure
from assistant.understanding import feelings, patterns, relays
from assistant.understanding.feelings import Feeling
from flows import reading
from flows.engine import hearing
from flows.engine.standing import Standing
from flows.joining import zones
from flows.mentoring import pairs
from flows.mentoring.meeting import FLOW as MEETING
from flows.mentoring.places import ELSEWHERE
from flows.mentoring.times import proposed_times
from flows.reading import Unclear

FEWEST = 2  # words of a question
TELLING = 3  # and of what somebody tells
NEW = 5  # and of what is no answer to the offer of a person
LONGEST_SAID = 300
TELLS = ("safety", "stuck", "relay", "ask", "opt_out")  # where what they say is for somebody else
_KIND = {Feeling.HARD: system_messages.HARD, Feeling.GOOD: system_messages.GOOD}


def arrange(talk: Conversation, text: str) -> bool:
    """Whether they are about the meeting. A time is taken as if it had been asked for; what was
    proposed is asked about again, since a yes out of nothing binds nobody."""
    if talk.coordinates or all(pair.closed for pair in talk.pairs.values()):
        return False
    changes = arranged(talk) and (_shifts(talk, text) or _elsewhere(talk, text))
    if _names_time(talk, text) or changes:
        _take(talk, text)
        return True
    awaited = _awaited(talk) and _answers(text, talk.language)
    if awaited or (arranged(talk) and _cannot(talk, text)):
        talk.push("meeting")
        return True
    return False


def place(talk: Conversation, text: str) -> bool:
    """Whether they say where they are, "im in lima", and that is no answer: their times are those
    of there from now on."""
    if not zones.tells(text, talk.language) or talk.coordinates:
        return False
    try:
        zone = zones.zone(text, talk.language)
    except Unclear:
        return False
    if talk.answers(text):
        return False
    talk.push("clock", {"zone": zone})
    return True


def ask_somebody(talk: Conversation, text: str) -> bool:
    """Whether they ask or tell what the one they meet, or a person, may know what to do with: it
    is offered to pass it on."""
    spoken = len(reading.plain(text))
    asks = reading.asks(text, talk.language) or "?" in text
    if talk.coordinates or spoken < (FEWEST if asks else TELLING):
        return False
    if not unsure.offered(talk, text):
        talk.push("stuck", {"said": text[:LONGEST_SAID]})
    return True


def feels(talk: Conversation, text: str) -> bool:
    """Whether they tell how they feel: there is a kind word, and they may tell who they meet, or a
    person."""
    feeling = feelings.find(text, talk.language)
    if feeling is None or talk.coordinates:
        return False
    talk.say(_KIND[feeling])
    if not unsure.offered(talk, text) and feeling is Feeling.HARD:
        talk.say(system_messages.TELL_A_PERSON)
    return True


def feels_beside(talk: Conversation, run: Open, text: str) -> None:
    """The same where something is asked and this was no answer to it: the kind word comes before
    what is said of that."""
    if run.flow.name in TELLS or talk.coordinates or not talk.outcome.prompts:
        return
    if feeling := feelings.find(text, talk.language):
        talk.say(_KIND[feeling])
        talk.outcome.prompts.insert(0, talk.outcome.prompts.pop())


def told_more(talk: Conversation, run: Open, text: str) -> bool:
    """Whether what they write where a person is offered is no answer to that: the same words,
    perhaps a machine's, or more of them, which are kept beside the first."""
    said = str(run.standing.answers.get("said") or "")
    if said == text[:LONGEST_SAID]:
        return True
    if len(reading.plain(text)) < NEW or _agrees(text, talk.language) or talk.offers(text):
        return False
    kept = "\n".join(filter(None, (said, text)))[:LONGEST_SAID]
    run.standing.answers = {**run.standing.answers, "said": kept}
    return True


def _agrees(text: str, language: str) -> bool:
    try:
        return reading.yes_no(text, language)
    except Unclear:
        return False


def _names_time(talk: Conversation, text: str) -> bool:
    try:
        return bool(proposed_times.read_time(heard.by(talk, text)))
    except Unclear:
        return False


def _shifts(talk: Conversation, text: str) -> bool:
    """Whether they say how much later or earlier than the time that is spoken of."""
    try:
        return bool(reading.shift(text, talk.language))
    except Unclear:
        return False


def _take(talk: Conversation, text: str) -> None:
    said = len(talk.outcome.prompts)
    talk.push("meeting")
    run = talk.stack.top
    if run and run.flow.name == "meeting" and talk.answers(text):
        del talk.outcome.prompts[said:]
        talk.take(run, text)


def _awaited(talk: Conversation) -> bool:
    """Whether the other side waits for an answer about a time."""
    return any(
        not pair.closed
        and pair.meeting.state == "proposed"
        and pair.meeting.by != pair.role(talk.person.id)
        for pair in talk.pairs.values()
    )


def arranged(talk: Conversation) -> bool:
    """Whether a time is spoken of, or booked."""
    return any(not pair.closed and pair.meeting.state != "none" for pair in talk.pairs.values())


def _cannot(talk: Conversation, text: str) -> bool:
    """Whether the time that is spoken of will not do: "i'm ill", "not thursday"; it is asked if
    so."""
    if reading.refuses(text, talk.language):
        return True
    trigger, offered = _of_booked(talk, text)
    if trigger != "no":
        return False
    refuses = not reading.declines(text, talk.language) or reading.denies(text, talk.language)
    return offered or (refuses and not _of_them(talk, text))


def _elsewhere(talk: Conversation, text: str) -> bool:
    """Whether they wish for another place: "can we do a call instead"."""
    return _of_booked(talk, text) == (ELSEWHERE.token, True)


def _of_booked(talk: Conversation, text: str) -> tuple[str, bool]:
    """What the words fire where one is asked if a time still works, and if an option offers them;
    "" where they are no answer there."""
    booked = MEETING, Standing("booked"), talk.facts(), heard.by(talk, text)
    try:
        trigger, *_ = hearing.hear(*booked)
    except Unclear:
        return "", False
    return trigger, hearing.offers(*booked)


def _of_them(talk: Conversation, text: str) -> bool:
    """Whether it is about the one they meet, and no time: "i dont like rosa"."""
    said = patterns.words(text)
    return bool(pairs.named(talk.facts(), text)) or not relays.MENTORS.isdisjoint(said)


def _answers(text: str, language: str) -> bool:
    try:
        reading.yes_no(text, language)
    except Unclear:
        return False
    return True
