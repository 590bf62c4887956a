"""What a coordinator does: somebody is invited, matched, answered, or something awaits them."""

from collections.abc import Mapping
from typing import Any

from assistant.turns import system_messages
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import meetings, silence
from assistant.turns.internal_events import check_ins, other_side, timing
from assistant.turns.replies.joining import Joined, join

News = Mapping[str, Any]


def invited(talk: Conversation, news: News) -> None:
    join(talk, Joined(news["programme"], news["role"], dict(news["facts"])))


def asked(talk: Conversation, news: News) -> None:
    """To a coordinator: something has come onto the list that should not wait."""
    if talk.waiting(news["handover"]) and timing.free(talk, news):
        programme = news["programme"]
        depth = talk.stack.next_depth()
        talk.open("desk", programme, "coordinator", depth, {"handover": news["handover"]})


def matched(talk: Conversation, news: News) -> None:
    pair = talk.pairs.get(news["match"])
    if pair is None or pair.closed or timing.rests(talk, news):
        return None
    check_ins.schedule(talk, pair.id, talk.person.id, 1)
    if pair.role(talk.person.id) == "mentor":
        return talk.say(system_messages.MEET_MENTEE, **meetings.values(pair, talk.person.id))
    if timing.free(talk, news):
        talk.say(system_messages.MEET_MENTOR, **meetings.values(pair, talk.person.id))
        other_side.speak_of(talk, pair)
    return None


def answered(talk: Conversation, news: News) -> None:
    """A person's own words; what is written back within some days is for them."""
    silence.end(talk)
    talk.say(system_messages.RELAYED, from_name=news["name"], words=news["words"])
    talk.outcome.person["echo"] = {"heard_from": talk.known.now.isoformat()}
