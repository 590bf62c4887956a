"""What follows from what people say when their time together is over."""

from typing import assert_never

from assistant.turns.handlers import profiles
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.events import AgainWanted, EndingEvent, StoryTold, SurveyGiven
from flows.mentoring.ending import follow_up, story, survey
from storage.mentoring.feedback import NewFeedback

NOTES = ("how_note", "felt_note", "friend_note", "change", "word")
LOW = 2  # of five: worth a look


def apply(talk: Talk, run: Open, event: EndingEvent) -> None:
    match event:
        case SurveyGiven():
            _keep(talk, event)
        case AgainWanted():
            profiles.change_enrolment(talk, run.programme_id, run.role, "ready")
            profiles.promise(talk, run.programme_id, run.role)
        case StoryTold(told, words):
            _tell(talk, run, told, words)
        case _:
            assert_never(event)


def _keep(talk: Talk, event: SurveyGiven) -> None:
    """It is kept with what was said of the match; the coordinator reads what was written."""
    me, now = talk.person.id, talk.known.now
    kept = NewFeedback(event.ended, me, event.about, event.rating, event.answers, now)
    talk.outcome.feedback += (kept,)
    said = event.answers
    if event.about not in (survey.ABOUT, follow_up.ABOUT):
        return None  # how things are with what the programme is for: a number among many
    note = ". ".join(str(said[name]) for name in NOTES if said.get(name))
    low = (event.rating or LOW + 1) <= LOW or int(said.get("felt") or LOW + 1) <= LOW
    if said.get("call") == "yes":
        return talk.hand_over("call", note, event.ended)
    if low:
        return talk.hand_over("exit_low", note, event.ended)
    if note:
        kind = "follow_up" if event.about == follow_up.ABOUT else "exit"
        talk.hand_over(kind, note, event.ended, told=False)
    return None


def _tell(talk: Talk, run: Open, told: str, words: str) -> None:
    """What may be told stands in their profile; taken back, nothing of it does."""
    gone = told == story.NO
    kept = {"story_told": "" if gone else told, "story_words": "" if gone else words}
    profiles.change_enrolment(talk, run.programme_id, run.role, "", kept)
    kinds = {story.NAMED: "story", story.NAMELESS: "story_nameless", story.NO: "story_back"}
    talk.hand_over(kinds[told], words, told=gone)
