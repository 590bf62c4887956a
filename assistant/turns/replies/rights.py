"""What is kept of somebody: they ask what it is, mend it, or have it erased."""

from assistant.channels import CARRIES_FILES
from assistant.programmes import retention
from assistant.turns.context import Lacking
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import log_entries, silence
from assistant.turns.replies import repeats
from flows.engine.states import Facts
from flows.events import HelpAsked
from flows.support import answers, my_data
from storage.records.held import Held

SHOWN = "know"
ERASED = "delete"
# What is mended, and which answer that is; "" where they pick it.
MENDED = {"fix": "", "fix_name": "name", "fix_age": "age"}
TOPICS = frozenset({SHOWN, ERASED, *MENDED})


def hear(talk: Conversation, topic: str) -> None:
    """Do what they ask for; the open question stands."""
    if topic == ERASED:
        return talk.push("forgetting")
    if topic == SHOWN:
        return _show(talk)
    return _mend(talk, MENDED[topic])


def _show(talk: Conversation) -> None:
    if talk.known.held is None:
        raise Lacking("held")
    by_file = _carries_files(talk)
    talk.outcome.prompts.extend(my_data.told(_facts(talk, talk.known.held, by_file)))
    log_entries.add(talk, "data shown")
    if by_file:
        talk.outcome.file = my_data.CAPTION
    else:
        talk.hand_over("data", "")
    talk.ask_again()
    return repeats.count(talk, talk.text)


def _facts(talk: Conversation, held: Held, by_file: bool) -> Facts:
    facts = talk.facts()
    programme = talk.known.programmes.get(talk.home()[0] or 0)
    telegram = talk.known.address is not None and talk.known.address.channel.endswith("telegram")
    return {
        **facts,
        "number": "" if telegram else held.handle,
        "chat": telegram,
        "zone": talk.person.zone,
        "met": [pair["other"] for pair in facts["pairs"]],
        "last_day": any(pair["last_day"] for pair in facts["pairs"]),
        "aims": held.goals,
        "meetings": held.meetings,
        "texts": held.texts,
        "since": held.since.isoformat() if held.since else "",
        "agreed": held.agreed_at.isoformat() if held.agreed_at and talk.agreed else "",
        "wording": held.wording.partition(" ")[0],
        "months": retention.of(programme).ended_months,
        "by_file": by_file,
    }


def _carries_files(talk: Conversation) -> bool:
    return talk.known.address is not None and talk.known.address.channel in CARRIES_FILES


def _mend(talk: Conversation, field: str) -> None:
    """Their answers they change themselves; where there are none yet, a person helps."""
    facts = talk.facts()
    if facts["profile"].get("complete"):
        wish = {"wish": "mend", "what": "answers"} | ({"field": field} if field else {})
        return talk.push("menu", wish)
    answer = answers.TO_THE_COORDINATOR
    talk.say(answer.say)
    silence.ask_a_person(talk, HelpAsked(talk.text))
    talk.ask_again()
    return repeats.count(talk, talk.text)
