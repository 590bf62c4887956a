"""Ordinary words: an answer to the open question, or to nothing that was asked."""

from datetime import datetime, timedelta

from assistant.turns import system_messages
from assistant.turns.conversation import Conversation
from assistant.turns.guardians import words as guardians
from assistant.turns.handlers import meetings, profiles, silence, under_way
from assistant.turns.open_runs import BEFORE_CONSENT, Open
from assistant.turns.relaying import added
from assistant.turns.replies import (
    absent,
    concerns,
    joining,
    outside,
    pages,
    repeats,
    unasked,
    unsure,
)
from assistant.understanding import keywords, written
from flows import reading
from flows.engine.states import Choice

WRITES_BACK = timedelta(days=3)  # to a coordinator's own words


def hear(talk: Conversation, text: str) -> None:
    """Ordinary words: the open question's, or nobody's."""
    if talk.alone:
        return meetings.gone(talk, talk.pair_of(talk.alone))
    if concerns.listen(talk, text):
        return None
    run = talk.stack.spoken_to()
    if silence.holds(talk):
        return _waiting(talk, run, text)
    return _heard(talk, run, text)


def _waiting(talk: Conversation, run: Open | None, text: str) -> None:
    """After a handover: only who finds the answer themselves is answered."""
    if run is None or not talk.understands(run, text):
        if not keywords.is_courtesy(text, talk.language):
            talk.hand_over("unclear", text, told=False)  # it stands beside what they wrote before
        return silence.say_once(talk)
    talk.outcome.person["echo"] = None
    if reading.only_picks(text, talk.language):
        return talk.resume()  # a number may be for the question of whether a person shall look
    return _heard(talk, run, text)


def _heard(talk: Conversation, run: Open | None, text: str) -> None:
    if run and (talk.person.echo or {}).get("unheard"):
        talk.outcome.person["echo"] = None  # the question was lost on its way: no answer to it
        return talk.resume()
    if run is None or _writes_back(talk, run, text):
        return _unasked(talk, text)
    if unsure.note(talk, run, text) or added.more(talk, run, text):
        return None
    if unsure.after_news(talk, text):
        under_way.nodded(talk, text, thanks=keywords.is_courtesy(text, talk.language))
        talk.resume()
        return repeats.count(talk, text)
    if run.flow.name == "stuck" and unasked.told_more(talk, run, text):
        talk.ask_again()
    elif not (absent.tell(talk, text) or unasked.place(talk, text) or _foreign(talk, run, text)):
        talk.take(run, text, concerns.safe(talk, run, text))
    answered = any(entry.kind == "answered" for entry in talk.outcome.entries)
    if not answered:
        unasked.feels_beside(talk, run, text)
        repeats.count(talk, text)
    return None


def _foreign(talk: Conversation, run: Open, text: str) -> bool:
    """Whether what is no answer is written in another of our languages: it is asked again in that,
    or taken, where it answers in it. Nobody agrees to what they may not have understood."""
    found = written.language(text, talk.language)
    if found is None or talk.coordinates or run.flow.name in unasked.TELLS:
        return False  # who coordinates may quote others
    before, answers = talk.language, talk.answers(text)
    chosen = isinstance(run.flow.states[run.standing.state], Choice)
    profiles.speak(talk, found)
    if talk.answers(text):
        if answers:  # own words may be in any language, and "no gracias" is a no in English as well
            profiles.speak(talk, before)
        if answers or not (chosen or run.flow.name in BEFORE_CONSENT):
            return False
    elif not chosen and run.flow.name not in BEFORE_CONSENT:
        return False  # it may be a refusal, or a question
    talk.say(system_messages.LANGUAGE)
    talk.ask_again()
    return True


def _writes_back(talk: Conversation, run: Open, text: str) -> bool:
    """Whether it is a question to whoever wrote to many, rather than an answer to ours."""
    if talk.person.id not in talk.known.rare.broadcast_by or "?" not in text:
        return False
    return not talk.understands(run, text)


def _unasked(talk: Conversation, text: str) -> None:
    if not talk.known.enrolments:
        return None if pages.only_on_call(talk) else joining.welcome(talk)
    if guardians.is_guardian(talk):
        guardians.say(talk, text)
        return repeats.count(talk, text)
    return _out_of_nothing(talk, text) if talk.agreed else outside.hear(talk, text)


def _out_of_nothing(talk: Conversation, text: str) -> None:
    thanks = keywords.is_courtesy(text, talk.language)
    if under_way.nodded(talk, text, thanks=thanks):
        return repeats.count(talk, text)
    if not thanks and _passed_on(talk, text):
        return None
    told = absent.tell(talk, text) or unasked.arrange(talk, text) or unasked.place(talk, text)
    if not told and not unsure.answered(talk, text):
        if thanks or reading.nods(text, talk.language) or reading.pleasant(text, talk.language):
            talk.say(system_messages.WELCOME)
        elif not (unasked.feels(talk, text) or unasked.ask_somebody(talk, text)):
            talk.say(system_messages.IDLE)
    return repeats.count(talk, text)


def heard_from(talk: Conversation) -> bool:
    """Whether a coordinator has written to them lately: to many, or in answer to a question."""
    heard = (talk.person.echo or {}).get("heard_from")
    lately = heard and talk.known.now - datetime.fromisoformat(heard) < WRITES_BACK
    return bool(lately) or talk.person.id in talk.known.rare.broadcast_by


def _passed_on(talk: Conversation, text: str) -> bool:
    """Words that answer a coordinator's own: a text to many, or an answer to a question."""
    if not heard_from(talk):
        return False
    by = talk.known.rare.broadcast_by.get(talk.person.id)
    if by is None:
        talk.hand_over("reply", text)
    else:
        talk.pass_on(text, by)
    talk.say(system_messages.PASSED_ON)
    return True
