"""What follows from a concern: somebody is paged, and whoever said it hears what is true now."""

from typing import NamedTuple

from assistant.channels import Kind as Written
from assistant.internal_events.kinds import ConcernTaken, NobodyYet, StillInDoubt
from assistant.safeguarding import Kind, texts
from assistant.turns.handlers import confided, log_entries, suspensions
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows import reading
from flows.events import Eased, NotSafe
from storage.safeguarding.concerns import NewConcern

UNSAFE = "unsafe"
DOUBT = "safety"  # the flow that asks whether they are safe


class Raised(NamedTuple):
    """A concern as it was heard, with the words as they were written."""

    kind: str  # self_harm, touched, hurt, …; "unsafe" where a question was answered so
    about: str  # self, other_side, somebody, unsaid
    words: str
    match: int | None = None  # whose other side it is about, or can only mean


def open_concern(talk: Talk, raised: Raised) -> None:
    """Page who is on call, and say what is true: who is being told, and the helplines."""
    programme = _programme(talk, raised.match)
    if programme is None:
        return talk.hand_over("worry", raised.words, raised.match)
    _set_apart(talk, raised)
    log_entries.add(talk, "concern opened")
    talk.say(_thanks(raised))
    before = confided.before(confided.known(talk).concerns, talk, programme)
    if before is not None:
        return confided.add(talk, before, raised.words)
    now = talk.known.now
    talk.outcome.concerns += (
        NewConcern(
            person_id=talk.person.id,
            programme_id=programme,
            match_id=raised.match,
            kind=raised.kind,
            about=raised.about,
            words=raised.words,
            opened_at=now,
            page_at=now,
        ),
    )
    return confided.say_who(talk, programme)


def resolve(talk: Talk, run: Open, event: Eased | NotSafe) -> None:
    """They were asked whether they are safe."""
    talk.outcome.compliance |= talk.stopped
    if isinstance(event, NotSafe):
        typed = talk.known.message.kind != Written.BUTTON
        added = typed and not reading.only_picks(talk.text, talk.language)
        words = f"{event.said} / {talk.text}" if added else event.said
        return open_concern(talk, Raised(event.what, event.about, words, event.match or None))
    return talk.answer_below(run, event.answer) if event.answer else None


def unanswered(talk: Talk, event: StillInDoubt) -> None:
    """An hour later they have not said whether they are safe: the coordinator reads it."""
    run = _doubt(talk)
    if run is None or run.standing.answers.get("doubt") != event.message:
        return None
    pass_on_doubt(talk)
    run.close()
    programme = _programme(talk, _match(run))
    if talk.stopped or programme is None:
        return None
    confided.mark(talk)
    coordinator = str(talk.known.programmes[programme].settings["coordinator"])
    confided.say(talk, programme, texts.NOT_SAID, staff=coordinator)
    return confided.say(talk, programme, texts.DANGER)


def pass_on_doubt(talk: Talk) -> None:
    """Whether they are safe has not been said: a person reads what they wrote."""
    if run := _doubt(talk):
        talk.hand_over("worry", str(run.standing.answers.get("said") or ""), _match(run))


def follow(talk: Talk, event: NobodyYet | ConcernTaken) -> None:
    """What is true some minutes later."""
    talk.outcome.urgent = True
    if isinstance(event, NobodyYet):
        return _not_yet(talk, event)
    for one in confided.known(talk).concerns:
        if one.id == event.concern:
            return confided.say(talk, one, texts.TAKEN, staff=event.staff, by=event.by)
    return talk.say(texts.TAKEN, staff=event.staff, by=event.by)  # it is seen to already


def _set_apart(talk: Talk, raised: Raised) -> None:
    """Nothing of somebody whom they fear reaches them any more. A worry about them is no fear."""
    pair = talk.pairs.get(raised.match or 0)
    if pair and raised.kind != Kind.WORRY:
        suspensions.freeze_for(talk, pair)


def _doubt(talk: Talk) -> Open | None:
    asked = (run for run in talk.stack.runs if run.flow.name == DOUBT and not run.closed)
    return next(asked, None)


def _match(run: Open) -> int | None:
    match = run.standing.answers.get("match")
    return int(match) if match else None


def _not_yet(talk: Talk, event: NobodyYet) -> None:
    """Said only while it is still so."""
    for one in confided.known(talk).concerns:
        if one.id == event.concern and one.acknowledged_at is None:
            confided.say(talk, one, texts.NOT_YET, staff=event.staff)


def _programme(talk: Talk, match: int | None) -> int | None:
    """Whose staff are paged: that of the match, of where they are, or the only one there is."""
    known = talk.known.programmes
    there = talk.pairs[match].programme_id if match in talk.pairs else talk.home()[0]
    return there if there in known else next(iter(known), None)


def _thanks(raised: Raised) -> str:
    if raised.kind == Kind.WORRY:
        return texts.WORRIED
    return texts.MATTERS if raised.kind == UNSAFE else texts.GLAD
