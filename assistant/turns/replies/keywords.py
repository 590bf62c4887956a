"""Words of ours: what follows from STOP, HELP, MENU, PAUSE and the others."""

from assistant.turns import system_messages
from assistant.turns.conversation import Conversation
from assistant.turns.guardians import words as guardians
from assistant.turns.handlers import consent, log_entries, profiles, silence
from assistant.turns.handlers.leaving import undo
from assistant.turns.replies import inquiries, joining, relays, repeats, unasked, wishes, words
from assistant.understanding.intents import INTENTS, Opens, surely
from assistant.understanding.keywords import Heard, Keyword

COMMANDED = (("desk", "what"), ("desk", "list"))  # where a coordinator gives commands
MENUS = {"coordinator": "desk", "guardian": "ward"}  # by role, of who has no answers to see
OFF = "off"  # the meeting
HOLD = "hold"  # the broadcast under way is held before its flow opens


def obey(talk: Conversation, heard: Heard) -> None:
    match heard.word:
        case Keyword.STOP | Keyword.DOUBT:
            return _opt_out(talk, heard)
        case Keyword.INQUIRY:
            return inquiries.hear(talk, heard.rest)
        case Keyword.RELAY:
            return _relay(talk, heard)
        case Keyword.ABOUT:
            return inquiries.about(talk, heard.rest)
        case Keyword.HELP:
            talk.outcome.helped = True
            help_(talk)
        case Keyword.START:
            joining.start(talk, heard.rest)
        case Keyword.LANGUAGE:
            profiles.speak(talk, heard.rest)
            talk.stack.leave_asides()
            talk.say(system_messages.LANGUAGE)
            talk.ask_again()
        case _:
            _own_word(talk, heard)
    silence.end(talk)


def _opt_out(talk: Conversation, heard: Heard) -> None:
    top = talk.stack.top
    if (
        heard.word is Keyword.DOUBT
        and top
        and top.flow.name in ("opt_out", "guardian")
        and talk.offers(talk.text)
    ):
        return words.hear(talk, talk.text)
    asked = top is not None and top.flow.name == "opt_out"
    if heard.rest and not asked and unasked.arranged(talk):
        return wishes.follow(talk, Heard(heard.rest), INTENTS[heard.rest])
    # Said again when asked, a doubt is sure enough.
    if heard.word is Keyword.STOP or asked:
        log_entries.add(talk, "stopped", top)
        return consent.stop(talk)
    talk.outcome.person["held_at"] = talk.known.now
    return talk.push("opt_out")


def help_(talk: Conversation) -> None:
    if not talk.known.answered_by_provider:
        talk.say(system_messages.HELP)


def _relay(talk: Conversation, heard: Heard) -> None:
    """What is meant for the other side is passed on, or told by the flow that tells it."""
    intent = relays.at_once(talk, heard.rest)
    if not intent or not talk.agreed:
        return relays.hear(talk, heard.rest)
    silence.end(talk)
    return wishes.follow(talk, Heard(intent), INTENTS[intent])


def _own_word(talk: Conversation, heard: Heard) -> None:
    if heard.word in INTENTS and INTENTS[heard.word].intent.coordinator:
        return _order(talk, heard, INTENTS[heard.word])
    back = heard.word is Keyword.BACK and undo.open_to(talk)  # who has just left may come back
    if not back and not talk.agreed:  # nothing is open to them but the question for consent
        return _at_consent(talk, heard.word)
    match heard.word:
        case Keyword.MENU:
            talk.stack.leave_asides()
            talk.push(MENUS.get(talk.home()[1], "menu"))
        case Keyword.ASK:
            talk.push("ask", {"question": heard.rest} if heard.rest else None)
        case Keyword.BACK:
            _back(talk)
        case Keyword.WHY if talk.stack.top:
            talk.explain(talk.stack.spoken_to() or talk.stack.top)
        case word if word in INTENTS:
            _wish(talk, heard)
        case _:
            talk.say(system_messages.IDLE)
    return None


def _wish(talk: Conversation, heard: Heard) -> None:
    if heard.word == OFF and not (unasked.arranged(talk) or surely(talk.text, OFF)):
        return _opt_out(talk, Heard(Keyword.DOUBT))  # "can i cancel": the texts, perhaps
    return wishes.follow(talk, heard, INTENTS[heard.word])


def _order(talk: Conversation, heard: Heard, opens: Opens) -> None:
    """What only a coordinator can want; whoever else writes it means something else."""
    top = talk.stack.top
    writes = top and (top.flow.name, top.standing.state) not in COMMANDED
    if not (talk.coordinates and talk.agreed) or (writes and not heard.sure):
        return words.hear(talk, talk.text)
    if opens.intent.name == HOLD and not _hold(talk):
        talk.say(system_messages.NOTHING_TO_HOLD)
        return talk.ask_again()
    talk.stack.leave_looks()
    named = {"said": heard.rest} if heard.rest else {}
    return talk.push(opens.flow, {**opens.intent.given, "words": talk.text, **named})


def _hold(talk: Conversation) -> bool:
    """Hold every broadcast of theirs that is under way; whether there is any."""
    person = talk.person.id
    running = [one for theirs in talk.desks.values() for one in theirs.running.get(person, ())]
    talk.outcome.redirected += tuple((one.id, "held") for one in running)
    return bool(running)


def _at_consent(talk: Conversation, word: str) -> None:
    top = talk.stack.top
    if top is None and word == Keyword.MENU and guardians.is_guardian(talk):
        guardians.menu_over(talk)
        return repeats.count(talk, talk.text)
    if top is None:
        return words.hear(talk, talk.text)
    if word == Keyword.WHY:
        return talk.explain(top)
    if word == Keyword.BACK:
        return talk.go_back(top)
    return talk.ask_again()


def _back(talk: Conversation) -> None:
    taken = undo.open_to(talk)
    if taken and not (talk.stack.top and not talk.stack.top.standing.first):
        return undo.take_back(talk, taken)
    if run := talk.stack.spoken_to():
        talk.stack.raise_(run)
        return talk.go_back(run)
    return talk.say(system_messages.NOTHING_BACK)
