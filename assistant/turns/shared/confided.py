"""What needs a person now, from a phone that several share: nobody is asked first who wrote it."""

from assistant.internal_events.of_phones import PhoneConcern
from assistant.safeguarding import About, points
from assistant.safeguarding import Kind as Harm
from assistant.turns import system_messages
from assistant.turns.conversation import Conversation
from assistant.turns.replies import concerns
from assistant.understanding import keywords
from flows import reading


def hear(talk: Conversation, text: str, *, doubted: bool) -> bool:
    """Whether it needs a person, whoever it was: a page goes out at once, for the phone."""
    talk.outcome.compliance = all(one.stopped for one in talk.known.sharers)
    if not (talk.known.message.urgent or doubted or talk.person.confided_at):
        return False
    if not talk.known.message.urgent and not doubted and _nods(talk, text):
        talk.say(system_messages.WELCOME)
        return True
    if not (concerns.hear(talk, text) or concerns.listen(talk, text)):
        return False
    if any(_of_whom_they_meet(text, one.about, one.kind) for one in talk.outcome.concerns):
        for one in talk.known.sharers:
            talk.tell(one.person, "", PhoneConcern(), talk.known.now)
    return True


def _nods(talk: Conversation, text: str) -> bool:
    """A mere "ok" soon after: nobody is asked for it who they are."""
    since = talk.person.confided_at
    if since is None or talk.known.now - since > concerns.LISTENS:
        return False
    return keywords.is_courtesy(text, talk.language) or reading.nods(text, talk.language)


def _of_whom_they_meet(text: str, about: str, kind: str) -> bool:
    if about == About.OTHER_SIDE:
        return True
    return about == About.UNSAID and kind != Harm.SELF_HARM and points(text)
