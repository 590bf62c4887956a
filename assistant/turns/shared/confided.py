"""What needs a person now, from a phone that several share: nobody is asked first who wrote it."""

from assistant.internal_events.of_phones import PhoneConcern
from assistant.safeguarding import About, points
from assistant.safeguarding import Kind as Harm
from assistant.turns.conversation import Conversation
from assistant.turns.replies import concerns


def hear(talk: Conversation, text: str, *, doubted: bool) -> bool:
    """Whether it needs a person, whoever it was: a page goes out at once, for the phone."""
    talk.outcome.compliance = all(one.stopped for one in talk.known.sharers)
    if not (talk.known.message.urgent or doubted or talk.person.confided_at):
        return False
    if not (concerns.hear(talk, text) or concerns.listen(talk, text)):
        return False
    if any(_of_whom_they_meet(text, one.about, one.kind) for one in talk.outcome.concerns):
        for one in talk.known.sharers:
            talk.tell(one.person, "", PhoneConcern(), talk.known.now)
    return True


def _of_whom_they_meet(text: str, about: str, kind: str) -> bool:
    if about == About.OTHER_SIDE:
        return True
    return about == About.UNSAID and kind != Harm.SELF_HARM and points(text)
