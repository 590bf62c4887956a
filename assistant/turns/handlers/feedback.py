"""What follows from what one side says of a meeting, or of how it goes."""

import json
from dataclasses import replace

from assistant.channels import Kind
from assistant.rendering.translations import say_for
from assistant.turns import outbound
from assistant.turns.agreements import times
from assistant.turns.batch_matches import Pair
from assistant.turns.handlers import concerns, lessons, milestones
from assistant.turns.handlers.concerns import Raised
from assistant.turns.offering import trial
from assistant.turns.talk import Talk
from flows import reading
from flows.engine.values import Facts
from flows.events import FeedbackGiven
from flows.lifecycles.offer import Stage
from flows.mentoring import check_in
from storage.mentoring.feedback import Given, NewFeedback

# What is written beside an answer; of a worry and of a need the coordinator hears anyway.
NOTES = ("met_note", "reason", "useful_note", "how_note", "word")
MET = ("yes", "partly")  # as was said after a meeting
NO_SHOWS = ("other", "me")  # who did not come, as one of them says
FAR_APART = 2  # of five: worth a look


def give(talk: Talk, event: FeedbackGiven) -> None:
    """Keep what was said; what differs is worth a look for the coordinator."""
    pair = talk.pairs.get(event.match)
    if pair is None:
        return
    mine = Given(pair.id, talk.person.id, event.about, event.rating, event.answers)
    others = [
        one for one in pair.feedback if one.about != mine.about or one.person_id != mine.person_id
    ]
    talk.put(replace(pair, feedback=(*others, mine)))
    talk.outcome.feedback += (NewFeedback(*mine, created_at=talk.known.now),)
    if mine.answers.get("met") in MET and pair.stage is Stage.TRIAL:
        trial.ask(talk, talk.pairs[pair.id])
    elif mine.answers.get("met") in MET and not pair.last_day:
        times.after_meeting(talk, pair)
    lessons.after_meeting(talk, pair, event)
    milestones.after_meeting(talk, pair, event)
    _look(talk, pair, mine, others)


def _look(talk: Talk, pair: Pair, mine: Given, others: list[Given]) -> None:
    said = mine.answers
    note = ". ".join(str(said[name]) for name in NOTES if said.get(name))
    if said.get("safe") in ("no", "tell"):
        raised = Raised(concerns.UNSAFE, "other_side", _unsafe(talk, pair, said), pair.id)
        concerns.open_concern(talk, raised)
    if said.get("need"):
        talk.hand_over("need", str(said["need"]), pair.id)
    if _missed(mine, others):
        talk.hand_over("no_show", note, pair.id)
    elif said.get("call") == "yes":
        talk.hand_over("call", str(said.get("call_note") or note), pair.id)
    elif mine.rating is not None and mine.rating < FAR_APART + 1 and "safe" not in said:
        talk.hand_over("low", note, pair.id)
    elif reading.for_a_person(note, talk.language):
        talk.hand_over("complaint", note, pair.id)
    _compare(talk, pair, mine, others)


def _compare(talk: Talk, pair: Pair, mine: Given, others: list[Given]) -> None:
    for one in others:
        if differ(mine, one):
            kind = "fall" if one.person_id == mine.person_id else "difference"
            talk.hand_over(kind, _both(mine, one), pair.id)
            break


def _missed(mine: Given, others: list[Given]) -> bool:
    """Whether this is at least the second meeting to which one of the two did not come."""
    missed = {one.about for one in (mine, *others) if one.answers.get("came") in NO_SHOWS}
    return mine.answers.get("came") in NO_SHOWS and len(missed) > 1


def _unsafe(talk: Talk, pair: Pair, said: Facts) -> str:
    """What they answered, in their words; of a button or a number, with what was asked."""
    typed = talk.known.message.kind != Kind.BUTTON
    if typed and not reading.only_picks(talk.text, talk.language):
        return talk.text
    say = say_for(outbound.reader_of(talk.known, talk.language))
    label = next(one.label for one in check_in.SAFE if one.token == said["safe"])
    names = {"other": pair.other(talk.person.id).name or "?"}
    names["coordinator"] = str(talk.facts()["coordinator"])
    asked = f"{say(check_in.SAFE_ASKED)} {say(label)}"
    for name, value in names.items():
        asked = asked.replace(f"{{{name}}}", value)
    return asked


def differ(one: Given, other: Given) -> bool:
    """Whether two answers are worth a look: on the same thing, or a fall since the last."""
    if one.person_id == other.person_id:
        same_kind = one.about.split(":")[0] == other.about.split(":")[0]
        return same_kind and (other.rating or 0) - (one.rating or 5) >= FAR_APART
    if one.about != other.about:
        return False
    met = {one.answers.get("met"), other.answers.get("met")}
    apart = abs((one.rating or 0) - (other.rating or 0)) >= FAR_APART
    return ("no" in met and len(met - {None}) > 1) or (bool(one.rating and other.rating) and apart)


def _both(one: Given, other: Given) -> str:
    def short(given: Given) -> str:
        return str(given.rating or given.answers.get("met") or "?")

    return json.dumps({"first": short(one), "second": short(other)})
