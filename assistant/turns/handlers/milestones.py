"""Milestones of two people, as they happen: the third meeting, and a goal that was reached."""

from assistant.internal_events.of_milestones import MilestoneReached
from assistant.programmes import goals, goodbyes
from assistant.turns.batch_matches import Pair
from assistant.turns.endings import known
from assistant.turns.talk import Talk
from flows.engine.text import _
from flows.events import FeedbackGiven
from storage.mentoring.journeys import MET

FIRST = 3  # meetings: from there on two people mostly stay together
OF_MEETING = "meeting:"
THIRD = _("That was your third time with {other}. You two are off to a great start!")
# NOTE: To a mentor. KUDOS is a word that people text: write it as in the list of printed words.
REACHED = _("{other} has just reached a goal! To say something kind about it, text KUDOS.")


def after_meeting(talk: Talk, pair: Pair, event: FeedbackGiven) -> None:
    """They met; where that was the third time they hear it, each as they tell of it."""
    if event.answers.get("met") not in MET or not event.about.startswith(OF_MEETING):
        return
    told = {one.about for one in pair.feedback if one.answers.get("met") in MET}
    lately = {about for about in told | {event.about} if about.startswith(OF_MEETING)}
    if len(lately) < FIRST or not wanted(talk, pair):
        return
    met = known.journey(talk.known, pair.id).met + (event.about not in told)
    if met == FIRST:
        talk.say(THIRD, other=pair.other(talk.person.id).name or "?")


def reached(talk: Talk, programme: int | None) -> None:
    """The mentor hears that there is a goal less, and not which; where a programme asks about goals
    they are asked whether to tell of it."""
    for pair in talk.pairs.values():
        mine = pair.programme_id == programme and pair.mentee.id == talk.person.id
        asked = goals.of(talk.known.programmes.get(pair.programme_id)).on
        if mine and not pair.closed and not asked and wanted(talk, pair):
            event = MilestoneReached(pair.id, talk.person.name or "?")
            talk.tell(pair.mentor.id, pair.mentor.zone, event)


def wanted(talk: Talk, pair: Pair) -> bool:
    found = goodbyes.of(talk.known.programmes.get(pair.programme_id))
    return found.on and found.milestones
