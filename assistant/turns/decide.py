"""One message in, one outcome out: keywords first, then the flows. Pure."""

import json
from datetime import datetime, timedelta
from typing import Any

from assistant.channels import Kind
from assistant.turns import internal_events, joining, system_messages
from assistant.turns.context import Known, Outcome
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import consent, log_entries, meetings, silence, undo
from assistant.turns.lookups import Late
from assistant.turns.open_runs import Open
from assistant.understanding import keywords
from assistant.understanding.keywords import Heard, Keyword

SAME_WORDS = 3  # answers to the same words within ECHO; auto-replies talk to bots for ever
NEVER_ANSWERS = (Keyword.STOP, Keyword.DOUBT, Keyword.START)
WISHES = {  # words of ours, and the flow in which each comes true
    Keyword.MOVE: "meeting",
    Keyword.MEETING: "meeting",
    Keyword.FEWER: "fewer",
    Keyword.PAUSE: "pause",
    Keyword.LEAVE: "leaving",
    Keyword.SWITCH: "switch",
}
ORDERS = {  # a coordinator's
    Keyword.LIST: "desk",
    Keyword.PAIR: "pairing",
    Keyword.BROADCAST: "broadcast",
    Keyword.HOLD: "broadcast",
}
WRITES_BACK = timedelta(days=3)  # to a coordinator's own words
ECHO = timedelta(minutes=5)
CAPTION = timedelta(seconds=10)  # between the words of an album and the rest of it
CAME_LATE = "(came late)"  # several that came late are spoken of once


def decide(known: Known) -> Outcome:
    """What follows from one message of one person."""
    talk = Conversation(known)
    match known.message.kind:
        case Kind.TEXT | Kind.KEYWORD:
            _text(talk, talk.text)
        case Kind.BUTTON:
            _button(talk, known.message.text)
        case Kind.INSIDE:
            internal_events.hear(talk, json.loads(known.message.text))
        case Kind.BLOCKED | Kind.UNBLOCKED as kind:
            talk.outcome.reachable = kind == Kind.UNBLOCKED
            log_entries.add(talk, kind)
        case kind:
            _no_words(talk, kind, talk.text)
    written = known.message.kind != Kind.INSIDE and talk.outcome.reachable is None
    if written and known.address and known.address.unreachable_at:
        talk.outcome.reachable = True
    return talk.keep()


def _text(talk: Conversation, text: str) -> None:
    if talk.known.message.id in talk.known.rare.twice:
        return log_entries.add(talk, "came twice")
    heard = keywords.hear(text, talk.language, asked=talk.stack.top is not None)
    if (late := talk.known.rare.late.get(talk.known.message.id)) and _overtaken(talk, late, heard):
        return _came_late(talk)
    if heard and heard.word == Keyword.START and heard.rest == "yes" and not talk.stopped:
        heard = None  # a carrier's word for coming back is an ordinary word to who never left
    if talk.stopped:
        return _text_of_the_stopped(talk, heard)
    if heard and (heard.word in NEVER_ANSWERS or not talk.offers(text)):
        return _keyword(talk, heard)
    if (joined := joining.find(talk.known, text)) is not None:
        return joining.join(talk, joined)
    return _words(talk, text)


def _overtaken(talk: Conversation, late: Late, heard: Heard | None) -> bool:
    """Whether newer words have decided already what this one was about."""
    match heard.word if heard and heard.sure else None:
        case Keyword.STOP:
            return any(_starts(talk, text) for text in late.said_after)
        case Keyword.START:
            stopped_at = talk.known.person.stopped_at
            return stopped_at is not None and stopped_at > talk.known.message.created_at
        case None | Keyword.BACK | Keyword.WHY | Keyword.MENU:
            return late.asked_after
        case _:
            return False


def _starts(talk: Conversation, text: str) -> bool:
    """START came after the STOP; a "yes" may have answered anything."""
    heard = keywords.hear(text, talk.language, asked=talk.stack.top is not None)
    return heard is not None and heard.word is Keyword.START and heard.rest != "yes"


def _came_late(talk: Conversation) -> None:
    """It stays in the thread and answers nothing; whoever wrote it is asked."""
    log_entries.add(talk, "came late")
    told = (talk.person.echo or {}).get("words") == CAME_LATE and _fresh(talk)
    if talk.stopped or silence.holds(talk) or told:
        return
    talk.say(system_messages.CAME_LATE)
    talk.ask_again()
    since = talk.known.now.isoformat()
    talk.outcome.person["echo"] = {"words": CAME_LATE, "count": 1, "since": since}


def _text_of_the_stopped(talk: Conversation, heard: Heard | None) -> None:
    """Who has stopped hears nothing, but for HELP, and START, which asks for consent anew."""
    log_entries.add(talk, "heard while stopped")
    match heard.word if heard else None:
        case Keyword.HELP:
            talk.outcome.compliance = talk.outcome.helped = True
            _help(talk)
            _echo(talk, talk.known.message.text)
        case Keyword.START:
            talk.outcome.person["stopped_at"] = None
            log_entries.add(talk, "started again")
            joining.again(talk)
        case _:
            return


def _keyword(talk: Conversation, heard: Heard) -> None:
    match heard.word:
        case Keyword.STOP:
            log_entries.add(talk, "stopped", talk.stack.top)
            consent.stop(talk)
        case Keyword.DOUBT if talk.stack.top and talk.stack.top.flow.name == "opt_out":
            # Said again when asked: that is sure enough.
            log_entries.add(talk, "stopped", talk.stack.top)
            consent.stop(talk)
        case Keyword.DOUBT:
            talk.outcome.person["held_at"] = talk.known.now
            talk.push("opt_out")
        case Keyword.HELP:
            talk.outcome.helped = True
            _help(talk)
        case Keyword.START:
            joining.start(talk, heard.rest)
        case Keyword.LANGUAGE:
            talk.outcome.person["language"] = talk.outcome.language = heard.rest
            talk.stack.leave_asides()
            talk.say(system_messages.LANGUAGE)
            talk.ask_again()
        case _:
            _own_word(talk, heard)
    if heard.word not in (Keyword.STOP, Keyword.DOUBT):
        silence.end(talk)


def _help(talk: Conversation) -> None:
    if not talk.known.answered_by_provider:
        talk.say(system_messages.HELP)


def _own_word(talk: Conversation, heard: Heard) -> None:
    back = heard.word is Keyword.BACK and undo.open_to(talk)  # who has just left may come back
    if not back and not talk.agreed:  # nothing is open to them but the question for consent
        return _at_consent(talk, heard.word)
    match heard.word:
        case Keyword.MENU:
            talk.stack.leave_asides()
            talk.push("desk" if talk.coordinates else "menu")
        case Keyword.ASK:
            talk.push("ask", {"question": heard.rest} if heard.rest else None)
        case Keyword.BACK:
            _back(talk)
        case Keyword.WHY if talk.stack.top:
            talk.explain(talk.stack.spoken_to() or talk.stack.top)
        case word if word in WISHES:
            _wish(talk, heard)
        case word if word in ORDERS:
            _order(talk, word)
        case _:
            talk.say(system_messages.IDLE)
    return None


def _wish(talk: Conversation, heard: Heard) -> None:
    """Something they want; where it may be an answer as well, one question."""
    flow, top = WISHES[heard.word], talk.stack.top
    if talk.coordinates or (not heard.sure and top and top.flow.name == "perhaps"):
        return _words(talk, talk.text)
    if not heard.sure and top:
        wish = "move" if heard.word is Keyword.MOVE else flow
        return talk.push("perhaps", {"wish": wish, "said": talk.text})
    talk.stack.leave_asides()
    return talk.push(flow, {"wish": "move"} if heard.word is Keyword.MOVE else None)


def _order(talk: Conversation, word: Keyword) -> None:
    """What only a coordinator can want; whoever else writes it means something else."""
    if not talk.coordinates:
        return _words(talk, talk.text)
    talk.stack.leave_asides()
    if word is Keyword.HOLD and not _hold(talk):
        return talk.say(system_messages.NOTHING_TO_HOLD)
    return talk.push(ORDERS[word], {"wish": "list"} if word is Keyword.LIST else None)


def _hold(talk: Conversation) -> bool:
    """Hold every broadcast of theirs that is under way; whether there is any."""
    person = talk.person.id
    running = [one for theirs in talk.desks.values() for one in theirs.running.get(person, ())]
    talk.outcome.redirected += [(one.id, "held") for one in running]
    return bool(running)


def _at_consent(talk: Conversation, word: Keyword) -> None:
    top = talk.stack.top
    if top is None:
        return _words(talk, talk.text)
    if word == Keyword.WHY:
        return talk.explain(top)
    if word == Keyword.BACK:
        return talk.go_back(top)
    return talk.ask_again()


def _back(talk: Conversation) -> None:
    taken = undo.open_to(talk)
    if taken and not (talk.stack.top and talk.stack.top.standing.trail):
        return undo.take_back(talk, taken)
    if run := talk.stack.spoken_to():
        talk.stack.raise_(run)
        return talk.go_back(run)
    return talk.say(system_messages.NOTHING_BACK)


def _words(talk: Conversation, text: str) -> None:
    """Ordinary words: the open question's, or nobody's."""
    if talk.alone:
        return meetings.gone(talk, talk.pair_of(talk.alone))
    run = talk.stack.spoken_to()
    if silence.holds(talk):
        if run is None or not talk.understands(run, text):
            return None
        talk.outcome.person["echo"] = None  # they found the answer themselves
    if run and (talk.person.echo or {}).get("unheard"):
        talk.outcome.person["echo"] = None  # the question was lost on its way: no answer to it
        return talk.resume()
    if run is None or _writes_back(talk, run, text):
        return _unasked(talk, text)
    talk.take(run, text)
    if not any(entry["kind"] == "answered" for entry in talk.outcome.entries):
        _echo(talk, text)
    return None


def _writes_back(talk: Conversation, run: Open, text: str) -> bool:
    """Whether it is a question to whoever wrote to many, rather than an answer to ours."""
    if talk.person.id not in talk.known.rare.broadcast_by or "?" not in text:
        return False
    return not talk.understands(run, text)


def _unasked(talk: Conversation, text: str) -> None:
    if not talk.known.enrolments:
        return joining.welcome(talk)
    if not talk.agreed:
        home = talk.enrolment()
        if home and home.state == "invited":
            return joining.again(talk)  # the question for their consent was lost
        return None  # they said no: nothing but the programme's word opens it again
    thanks = keywords.is_courtesy(text, talk.language)
    if not thanks and _passed_on(talk, text):
        return None
    talk.say(system_messages.WELCOME if thanks else system_messages.IDLE)
    return _echo(talk, text)


def _passed_on(talk: Conversation, text: str) -> bool:
    """Words that answer a coordinator's own: a text to many, or an answer to a question."""
    by = talk.known.rare.broadcast_by.get(talk.person.id)
    heard = (talk.person.echo or {}).get("heard_from")
    if by is None and not (heard and talk.known.now - datetime.fromisoformat(heard) < WRITES_BACK):
        return False
    if by is None:
        talk.hand_over("reply", text)
    else:
        talk.hand_over("reply", text, to=by.coordinator_id)
        talk.outcome.handovers[-1]["programme_id"] = by.programme_id
    talk.say(system_messages.PASSED_ON)
    return True


def _button(talk: Conversation, data: str) -> None:
    key, _, token = data.partition(":")
    if talk.stopped:
        return None
    if talk.alone and talk.alone.asked == key:
        return meetings.gone(talk, talk.pair_of(talk.alone))
    if run := talk.stack.asked_by(key):
        silence.end(talk)
        return talk.take(run, "", token)
    top = talk.stack.top
    if top is None or top.before == key:
        return None  # pressed twice, or late: the first press counts
    silence.end(talk)
    talk.say(system_messages.OLD_BUTTON)
    return talk.ask_again()


def _no_words(talk: Conversation, kind: str, caption: str) -> None:
    if caption.strip() and (kind != Kind.EDITED or _stops(talk, caption)):
        return _text(talk, caption)
    if kind == Kind.ALBUM and _just_spoke(talk):
        return None
    if talk.stopped or silence.holds(talk):
        return None
    if not talk.known.enrolments and talk.stack.top is None:
        return joining.welcome(talk)
    talk.say(system_messages.EDITED if kind == Kind.EDITED else system_messages.ONLY_WORDS)
    talk.ask_again()
    return _echo(talk, kind)


def _stops(talk: Conversation, text: str) -> bool:
    """Whether words that were changed say STOP now, or perhaps."""
    heard = keywords.hear(text, talk.language, asked=talk.stack.top is not None)
    return heard is not None and heard.word in (Keyword.STOP, Keyword.DOUBT)


def _just_spoke(talk: Conversation) -> bool:
    """Whether the words under an album's first picture have just been answered."""
    before = talk.known.message.created_at - CAPTION
    return any(run.moved_at and run.moved_at > before for run in talk.stack.runs)


def _fresh(talk: Conversation) -> bool:
    """Whether the last words that led nowhere were said just now."""
    since = (talk.person.echo or {}).get("since")
    return since is not None and talk.known.now - datetime.fromisoformat(since) < ECHO


def _echo(talk: Conversation, text: str) -> None:
    """The same words that lead nowhere are answered three times in five minutes, not more."""
    old: dict[str, Any] = dict(talk.known.person.echo or {})
    now, same = talk.known.now, text[:80].casefold()
    fresh = old.get("words") == same and _fresh(talk)
    count = old["count"] + 1 if fresh else 1
    if count > SAME_WORDS:
        talk.outcome.prompts.clear()
    since = old["since"] if fresh else now.isoformat()
    if not silence.begun(talk.outcome):
        talk.outcome.person["echo"] = {"words": same, "count": count, "since": since}
