"""What needs a person now is heard in every text, whoever writes it and whatever was asked."""

from datetime import timedelta

from assistant import safeguarding
from assistant.internal_events.kinds import StillInDoubt
from assistant.safeguarding import About, Concern, Doubt, Kind
from assistant.turns import heard, system_messages
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import concerns, confided, log_entries
from assistant.turns.handlers.concerns import DOUBT, Raised
from assistant.turns.open_runs import Open
from assistant.turns.relaying import addressing
from assistant.turns.replies import repeats
from assistant.turns.run_stack import OF_DESK, OF_PAIRS
from assistant.understanding import patterns
from assistant.understanding.keywords import Keyword, is_courtesy
from assistant.understanding.keywords import hear as hear_keyword
from flows import reading
from flows.mentoring import check_in

ANSWERED_WITHIN = timedelta(hours=1)  # else the coordinator reads what was written
LISTENS = timedelta(hours=1)  # after a concern: what is written then is more of it
SAFE = ("check_in", "safe")  # where "do you feel safe with {other}?" is asked
ASKED_AGAIN = (Keyword.MENU, Keyword.BACK, Keyword.START, Keyword.RELAY)
AS_EVER = (Keyword.DOUBT, Keyword.WHY, Keyword.LANGUAGE, Keyword.INQUIRY)


def hear(talk: Conversation, text: str) -> bool:
    """Whether these words need a person, or answer the question whether they do."""
    found, asked = scan(talk, text), _asked(talk)
    if found and asked is None and _of_others(talk):
        if talk.offers(text):
            return False
        _ask(talk, text, found, below=True)
        return True
    if isinstance(found, Concern) or (found and _at_safe(talk.stack.spoken_to())):
        _open(talk, text, found, asked)
        return True
    if asked is not None:
        return _answer(talk, asked, text)
    if found is None:
        return False
    # Beside a concern that is open nobody is asked whether they mean it.
    if not confided.more(talk, talk.known.message.text):
        _ask(talk, text, found)
    return True


def scan(talk: Conversation, text: str) -> Concern | Doubt | None:
    """What was accepted as harmless is scanned again only where it names the other side."""
    names = [name for pair in _theirs(talk) if (name := pair.other(talk.person.id).name)]
    if not talk.known.message.urgent:
        said = text.casefold() if names else ""
        if not names or not any(name.casefold() in said for name in names):
            return None
    meant = addressing.surely(talk)
    if meant and safeguarding.scan(meant.words, names) is None:
        return None  # the name is that of who is spoken to
    return safeguarding.scan(text, names, talk.language)


def safe(talk: Conversation, run: Open, text: str) -> str:
    """The token of an answer to "do you feel safe?" that is not a bare yes; "" elsewhere."""
    if not _at_safe(run) or not _says(text):
        return ""
    names = [pair.other(talk.person.id).name or "" for pair in _theirs(talk)]
    said = heard.by(talk, text)
    return safeguarding.unsafe_token(said, names)


def listen(talk: Conversation, text: str) -> bool:
    """After a concern nothing answers the question from before: words are more of the concern,
    and a mere "ok", "k" or "vale", or what may be an answer brings the question back."""
    since = talk.person.confided_at
    if since is None:
        return False
    run, fresh = talk.stack.spoken_to(), talk.known.now - since < LISTENS
    nods = is_courtesy(text, talk.language) or reading.nods(text, talk.language)
    slight = nods or reading.only_picks(text, talk.language)
    goes_on = fresh and not slight and not (run and talk.understands(run, text))
    if goes_on and confided.more(talk, talk.known.message.text):
        return True
    talk.outcome.person["confided_at"] = None
    if run is None:
        return False
    talk.resume()
    repeats.count(talk, text)
    return True


def _of_others(talk: Conversation) -> bool:
    """Whether a coordinator writes of others, or to them: there it may be no word of their own."""
    run = talk.stack.spoken_to()
    return talk.coordinates and run is not None and run.flow.name in OF_DESK


def _at_safe(run: Open | None) -> bool:
    return run is not None and (run.flow.name, run.standing.state) == SAFE


def _asked(talk: Conversation) -> Open | None:
    top = talk.stack.top
    return top if top and top.flow.name == DOUBT else None


def _open(talk: Conversation, text: str, found: Concern | Doubt, asked: Open | None) -> None:
    """It is no answer, and no opting out; where they say that as well, they are asked."""
    if asked is not None:
        asked.close()
    concerns.open_concern(talk, _raised(talk, text, found))
    if not talk.stopped and _stops_beside(talk, text, found):
        talk.outcome.person["held_at"] = talk.known.now
        talk.push("opt_out")


def _ask(talk: Conversation, text: str, found: Concern | Doubt, *, below: bool = False) -> None:
    raised, message = _raised(talk, text, found), talk.known.message.id
    given = {"said": raised.words, "kind": raised.kind, "about": raised.about, "doubt": message}
    given["below"] = below  # these words are the answer there once they are okay
    talk.outcome.urgent = True
    talk.outcome.compliance = talk.stopped
    talk.push(DOUBT, given | ({"match": raised.match} if raised.match else {}))
    log_entries.add(talk, "doubt asked")
    at = talk.known.now + ANSWERED_WITHIN
    talk.time(talk.person.id, f"doubt:{message}", at, StillInDoubt(message))


def _answer(talk: Conversation, asked: Open, text: str) -> bool:
    """Whatever is not a plain "I'm okay" is a concern; a word of ours has the question asked
    again."""
    found = hear_keyword(text, talk.language, asked=True)
    if found and found.word is Keyword.STOP:
        return False
    if token := safeguarding.eased(heard.by(talk, text), asked.standing.state):
        found = None
    if found and found.word in AS_EVER:
        return False
    talk.outcome.compliance = talk.stopped
    if found and found.word in ASKED_AGAIN and found.rest != "yes":
        talk.ask_again()
        return True
    if not _says(text):
        talk.take(asked, text)
        return True
    talk.take(asked, text, token or "no")
    if found and found.word is Keyword.HELP and not talk.known.answered_by_provider:
        talk.say(system_messages.HELP)
    return True


def _raised(talk: Conversation, text: str, found: Concern | Doubt) -> Raised:
    pair = _meant(talk, text, found)
    words = talk.known.message.text
    return Raised(found.kind, found.about, words, pair.id if pair else None)


def _meant(talk: Conversation, text: str, found: Concern | Doubt) -> Pair | None:
    """The match whose other side it is about: named, or the only one whom "he" can mean."""
    theirs = _theirs(talk)
    if found.about is About.OTHER_SIDE:
        said = frozenset(patterns.words(text))
        firsts = ((one, addressing.names(talk, one)[:1]) for one in theirs)
        theirs = [one for one, first in firsts if first and first[0] in said] or theirs
    elif found.about is not About.UNSAID or found.kind is Kind.SELF_HARM:
        return None
    elif (run := talk.stack.spoken_to()) and run.flow.name in OF_PAIRS:
        return talk.pair_of(run)  # of whom they were asked
    elif not safeguarding.points(text):
        return None
    return theirs[0] if len(theirs) == 1 else None


def _says(text: str) -> bool:
    """Whether there are words, or the number of an option: not only a picture of a face, a mark, or
    a number that was meant for another question."""
    said = "".join(letter for letter in text if letter.isalnum())
    if said.isdecimal():
        return 0 < int(said[:9]) <= len(check_in.SAFE)
    return bool(said)


def _theirs(talk: Conversation) -> list[Pair]:
    """Of whom they may speak: those on hold, and those who have just gone, as well."""
    return list(talk.pairs.values())


def _stops_beside(talk: Conversation, text: str, found: Concern | Doubt) -> bool:
    """Whether the words beside those of the concern say STOP, or perhaps: "stop, i want to die"."""
    said = (hear_keyword(part, talk.language, asked=False) for part in _beside(text, found.words))
    return any(one is not None and one.word in (Keyword.STOP, Keyword.DOUBT) for one in said)


def _beside(text: str, quoted: str) -> list[str]:
    """The clauses of a text, and where the quoted words stand what is before and after them."""
    spaced = f" {' '.join(patterns.words(text))} "
    before, found, after = spaced.partition(f" {quoted} ")
    parts = f"{before} {patterns.BREAK} {after}" if found else before
    return [part.strip() for part in parts.split(f" {patterns.BREAK} ") if part.strip()]
