"""What people ask out of nothing, or instead of an answer: it is answered, the question stands."""

from assistant.rendering.prompts import LEAVES
from assistant.turns import system_messages
from assistant.turns.conversation import Conversation
from assistant.turns.guardians.words import PAIRS_AND_PROFILES, is_guardian
from assistant.turns.handlers import meetings, silence, suspensions
from assistant.turns.handlers.leaving import undo
from assistant.turns.open_runs import Open
from assistant.turns.replies import outside, repeats, rights, words
from assistant.understanding import patterns
from flows.engine.states import Facts, Prompt, Question
from flows.events import HelpAsked
from flows.joining.profile import read_reason
from flows.support import answers, lesson
from flows.support.answers import Answer

TO_A_PERSON = ("free", "long", "meeting", "next")  # of what the coordinator has just written
OF_MATCH = frozenset({"meeting", "next"})  # of one that is on hold nothing else is told
OWN_FLOWS = ("goal", "answers")  # what is seen and changed in a flow of its own
ROLES = ("mentor", "mentee")  # what somebody would like to be
TELLS_MEETING = ("meeting", "booked")  # the question says where and when it is
OF_WHO_WAITS = ("hello", "next", "thanks")  # for a person, after a handover


def hear(talk: Conversation, topic: str) -> None:
    """Answer from facts, and put the question again that is open."""
    run = talk.stack.spoken_to()
    if topic == "return" and not talk.agreed and run is None and talk.known.enrolments:
        return _come_back(talk)
    if topic == "later" and run is not None and run.flow is lesson.FLOW:
        return talk.take(run, "", LEAVES)
    if _is_answer(talk, run, topic):
        return words.hear(talk, talk.text)
    silence.end(talk)
    if topic in ROLES:
        return talk.push("role")
    if topic in rights.TOPICS:
        return rights.hear(talk, topic)
    if topic in OWN_FLOWS:
        return _own_flow(talk, topic)
    if topic == "return" and talk.agreed:
        return _return(talk, run)
    return _answer(talk, run, topic)


def about(talk: Conversation, name: str) -> None:
    """Say who the coordinator is; of anybody else these are ordinary words."""
    coordinator = str(talk.facts()["coordinator"] or "")
    if name not in patterns.words(coordinator):
        return words.hear(talk, talk.text)
    return hear(talk, "coordinator")


def _answer(talk: Conversation, run: Open | None, topic: str) -> None:
    if OF_MATCH.intersection(topic.split()) and (held := suspensions.on_hold(talk)):
        meetings.gone(talk, held)
        talk.ask_again()
        return repeats.count(talk, talk.text)
    facts = {**talk.facts(run), "asked": run is not None}
    found = [one for each in topic.split() if (one := _known(run, each, facts))]
    if not found:
        return talk.push("meeting") if talk.agreed and topic == "meeting" else talk.ask_again()
    for answer in dict.fromkeys(found):
        talk.outcome.prompts.append(Prompt(answer.say, answers.values(answer, facts)))
        if answer.tells:
            silence.ask_a_person(talk, HelpAsked(talk.text))
    if topic != "later":
        talk.ask_again()
    return repeats.count(talk, talk.text)


def _come_back(talk: Conversation) -> None:
    """They ask to come back and are outside; who has left just now is in again."""
    if taken := undo.open_to(talk):
        return undo.take_back(talk, taken)
    outside.may_return(talk)
    return repeats.count(talk, talk.text)


def _own_flow(talk: Conversation, topic: str) -> None:
    """What somebody sees and changes in a flow of its own, once they have told of themselves."""
    facts = talk.facts()
    if not talk.agreed or not facts["profile"].get("complete"):
        return talk.ask_again()
    talk.stack.leave_asides()
    if topic == "goal" and facts["role"] != "mentor":
        return talk.push("goals")
    return talk.push("menu", {"what": "answers"})


def _known(run: Open | None, topic: str, facts: Facts) -> Answer | None:
    """What is known of it; None where nothing is, or where the question itself tells it."""
    told = run is not None and (run.flow.name, run.standing.state) == TELLS_MEETING
    if not facts["coordinator"] or (told and topic == "meeting"):
        return None
    return answers.answer(topic, facts)


def _is_answer(talk: Conversation, run: Open | None, topic: str) -> bool:
    """Whether these words are for somebody else: the open question, or a person."""
    if topic in ROLES and talk.home()[1] == topic:
        return True
    if talk.coordinates or (topic in PAIRS_AND_PROFILES and is_guardian(talk)):
        return True
    if topic in rights.TOPICS:
        return _to_a_person(run)
    if run is None and not talk.agreed:
        return True
    if run and (talk.understands(run, talk.text) or _takes(run, topic)):
        return True
    if topic in OF_WHO_WAITS and silence.holds(talk):
        return True
    return topic in TO_A_PERSON and words.heard_from(talk)


def _to_a_person(run: Open | None) -> bool:
    return run is not None and run.flow.name == "ask"


def _takes(run: Open, topic: str) -> bool:
    """Whether just these words may be what was asked for: a question to a person, "too busy"."""
    state = run.flow.states[run.standing.state]
    if not isinstance(state, Question):
        return False
    if topic == "thanks" and run.flow.name == "goodbye":
        return True
    return _to_a_person(run) or (topic == "later" and state.read is read_reason)


def _return(talk: Conversation, run: Open | None) -> None:
    """They ask to come back, and have not left; asked whether to leave, they stay."""
    if run and run.flow.name == "leaving":
        return talk.take(run, "", "0") if run.standing.state == "sure" else talk.go_back(run)
    if talk.facts()["paused_until"]:
        return talk.push("pause")
    talk.say(system_messages.ALREADY_IN)
    return talk.ask_again()
