"""After a long silence: whose phone it is comes before anything private; until that is answered
what is said to them is withheld, and whoever writes from there is answered nothing else."""

from datetime import timedelta

from assistant.channels import Kind
from assistant.internal_events.kinds import InternalEvent
from assistant.internal_events.of_addresses import StillUnanswered
from assistant.turns.context import Known, Outcome
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import log_entries
from assistant.turns.open_runs import Open
from assistant.turns.reaching import known as reached
from assistant.turns.reaching.outcome import Reaching
from assistant.turns.replies import concerns, keywords, pages
from assistant.understanding import machines, reactions
from assistant.understanding.keywords import Keyword, hear

FLOW = "still_yours"
ANSWERED_WITHIN = timedelta(days=7)  # then a coordinator finds out
OF_A_DOOR = (Kind.BLOCKED, Kind.UNBLOCKED, Kind.INSIDE)


def due(talk: Conversation) -> bool:
    """Whether what this turn would say has to wait for that question."""
    address, outcome = talk.known.address, talk.outcome
    if not outcome.prompts or outcome.urgent or outcome.compliance or address is None:
        return False
    if address.doubted_at or talk.stopped or not talk.agreed or _is_staff(talk):
        return False
    return reached.silent(talk)


def ask(known: Known, event: InternalEvent) -> Outcome:
    """The question, and nothing else; what has happened comes again at once, and is withheld."""
    talk, now = Conversation(known), known.now
    talk.push(FLOW)
    talk.outcome.by_day = True
    talk.outcome.reaching = Reaching(doubted=True)
    talk.tell(talk.person.id, "", event, now, f"withheld:{known.message.id}")
    if known.address:
        unanswered = StillUnanswered(known.address.id)
        talk.time(talk.person.id, f"phone:{known.message.id}", now + ANSWERED_WITHIN, unanswered)
    log_entries.add(talk, "phone doubted")
    return talk.keep()


def holds(talk: Conversation) -> bool:
    """Whether this has come from a phone of which it is not known whose it is, or that is theirs
    no more."""
    address = talk.known.address
    if address is None or not (address.doubted_at or address.left_at):
        return False
    return talk.known.message.kind not in OF_A_DOOR and not talk.stopped


def take(talk: Conversation) -> None:
    """Only what needs a person, STOP and HELP are heard beside the answer."""
    run = next((one for one in talk.stack.runs if one.flow.name == FLOW), None)
    if talk.known.message.kind == Kind.BUTTON:
        key, _, token = talk.known.message.text.partition(":")
        return talk.take(run, "", token) if run and run.asked == key else _ask(talk, run)
    text = talk.text
    if reactions.find(text) or reactions.attachment(text) or machines.speaks(text):
        return None
    if pages.hear(talk, text) or concerns.hear(talk, text):
        return None
    heard = hear(text, talk.language, asked=True)
    if heard and heard.word in (Keyword.STOP, Keyword.HELP):
        return keywords.obey(talk, heard)
    return _answer(talk, run, text)


def _answer(talk: Conversation, run: Open | None, text: str) -> None:
    if run is None or not text.strip():
        return _ask(talk, run)
    run.standing.misses = min(run.standing.misses, 1)  # a person is not asked for here
    return talk.take(run, text)


def _ask(talk: Conversation, run: Open | None) -> None:
    if talk.known.address and talk.known.address.left_at:
        return
    if run is None:
        return talk.push(FLOW)
    talk.stack.raise_(run)
    talk.ask_again()


def _is_staff(talk: Conversation) -> bool:
    on_call = any(one.person_id == talk.person.id for one in talk.known.rare.on_call)
    return on_call or any(one.role == "coordinator" for one in talk.known.enrolments)
