"""What a coordinator does: somebody is invited, matched, answered, or something awaits them."""

from assistant.internal_events.kinds import (
    CoordinatorAnswered,
    HandoverAdded,
    Invited,
    Matched,
)
from assistant.internal_events.of_learning import ReviewDue
from assistant.programmes import lessons
from assistant.turns import system_messages
from assistant.turns.agreements import times
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import meetings, offers, reminders, silence
from assistant.turns.internal_events import other_side, timing
from assistant.turns.matches import reasons
from assistant.turns.offering import asking, texts
from assistant.turns.replies.joining import Joined, join
from flows.lifecycles.offer import Stage


def invited(talk: Conversation, event: Invited) -> None:
    join(talk, Joined(event.programme, event.role, dict(event.facts)))


def asked(talk: Conversation, event: HandoverAdded) -> None:
    """To a coordinator: something has come onto the list that should not wait."""
    if talk.waiting(event.handover) and timing.free(talk, event):
        programme = event.programme
        depth = talk.stack.next_depth()
        talk.open("desk", programme, "coordinator", depth, {"handover": event.handover})


def review(talk: Conversation, event: ReviewDue) -> None:
    """Something that the programme wrote is to be looked at again, unless its day was changed."""
    programme = talk.known.programmes.get(event.programme)
    wrote = lessons.written(programme.settings) if programme else ()
    for one in wrote:
        if (one["token"], one["review"]) == (event.token, event.day):
            words = lessons.worded(one["text"], talk.language)
            talk.outcome.by_day = True
            talk.say(system_messages.LOOK_AGAIN, words=words, owner=one["owner"])


def matched(talk: Conversation, event: Matched) -> None:
    pair = talk.pairs.get(event.match)
    if pair and not pair.closed and pair.role(talk.person.id) == "mentee":
        for other in list(talk.offered.values()):  # mentors who need not decide any more
            offers.drop(talk, other)
    if pair is None or pair.closed or timing.rests(talk, event):
        return None
    reminders.check_in(talk, pair.id, talk.person.id, 1)
    if pair.stage is Stage.TRIAL:  # the mentor, who said gladly: they agree on terms once both keep
        shown = {"other": asking.name(pair, "mentor"), "reason": reasons.told(talk, pair)}
        return talk.say(texts.MEETS_YOU, **shown)
    times.after_match(talk, pair, pair.side(talk.person.id))
    shown = {**meetings.values(pair, talk.person.id), "reason": reasons.told(talk, pair)}
    if pair.role(talk.person.id) == "mentor":
        return talk.say(system_messages.MEET_MENTEE, **shown)
    if timing.free(talk, event):
        talk.say(system_messages.MEET_MENTOR, **shown)
        other_side.speak_of(talk, pair)
    return None


def answered(talk: Conversation, event: CoordinatorAnswered) -> None:
    """A person's own words; what is written back within some days is for them."""
    silence.end(talk)
    talk.say(system_messages.RELAYED, from_name=event.name, words=event.words)
    talk.outcome.person["echo"] = {"heard_from": talk.known.now.isoformat()}
