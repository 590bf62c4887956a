"""The last words of one of a match to the other: they go across once, or are held for a person."""

from assistant.coordinators.held_texts import HELD, Held
from assistant.internal_events.of_match import Goodbye
from assistant.safeguarding.crossing.contacts import Detail
from assistant.turns.handlers import meetings
from assistant.turns.open_runs import Open
from assistant.turns.relaying import sending, texts
from assistant.turns.talk import Talk
from flows.events import GoodbyeSaid
from flows.lifecycles.match import MatchState
from storage.mentoring.relayed import NewRelayed


def pass_on(talk: Talk, run: Open, event: GoodbyeSaid) -> None:
    """In one line, as everything that goes across; the match may have ended by now."""
    pair = talk.pairs.get(event.ended)
    if pair and pair.state is MatchState.SUSPENDED:
        sending.stays(talk, pair, event.words)
        return None
    if pair and pair.other(talk.person.id).stopped_at is not None:
        return meetings.say_gone(talk, pair)
    words, message = " ".join(event.words.split()), talk.known.message.id
    why = sending.sign(talk, run.programme_id, words)
    other = run.standing.answers.get("other") or "?"
    state = "held" if why else "across"
    row = NewRelayed(message, event.ended, talk.person.id, state, words, talk.known.now)
    sending.crossing_of(talk).sent.append(row)
    if why is None:
        goodbye = Goodbye(event.ended, talk.person.name or "?", words)
        cause = f"goodbye:{event.ended}:{talk.person.id}"
        talk.tell(event.to, "", goodbye, talk.known.now, cause)
        return talk.say(texts.PASSED_ON, other=other)
    talk.hand_over(HELD, Held(message, why, words, last=True).stored(), event.ended)
    return talk.say(texts.DETAIL if isinstance(why, Detail) else texts.NODDED, other=other)
