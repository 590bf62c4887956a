"""What follows from a concern: somebody is paged, and whoever said it hears what is true now."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from assistant.channels import Kind as Written
from assistant.internal_events.kinds import ConcernTaken, NobodyYet, StillInDoubt
from assistant.programmes import safeguards
from assistant.safeguarding import Kind, texts
from assistant.safeguarding.cover import Reachable
from assistant.turns.context import Lacking, Safeguarding
from assistant.turns.handlers import log_entries, suspensions
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows import reading
from flows.events import Eased, NotSafe
from storage.safeguarding.concerns import Concern, NewConcern

ONE_THING = timedelta(days=1)  # what is said again within is more words of the same
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
    before = _before(_known(talk).concerns, talk, programme)
    if before is not None:
        return _add(talk, before, raised.words)
    now = talk.known.now
    talk.outcome.concerns.append(
        NewConcern(
            person_id=talk.person.id,
            programme_id=programme,
            match_id=raised.match,
            kind=raised.kind,
            about=raised.about,
            words=raised.words,
            opened_at=now,
            page_at=now,
        )
    )
    return _say_who(talk, programme)


def more(talk: Talk, words: str) -> bool:
    """Whether words that say nothing of it themselves belong to a concern of today."""
    before = _before(_known(talk).concerns, talk)
    if before is not None:
        log_entries.add(talk, "said more of a concern")
        _add(talk, before, words)
    return before is not None


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
    _confided(talk)
    coordinator = str(talk.known.programmes[programme].settings["coordinator"])
    _say(talk, programme, texts.NOT_SAID, staff=coordinator)
    return _say(talk, programme, texts.DANGER)


def pass_on_doubt(talk: Talk) -> None:
    """Whether they are safe has not been said: a person reads what they wrote."""
    if run := _doubt(talk):
        talk.hand_over("worry", str(run.standing.answers.get("said") or ""), _match(run))


def follow(talk: Talk, event: NobodyYet | ConcernTaken) -> None:
    """What is true some minutes later."""
    talk.outcome.urgent = True
    if isinstance(event, NobodyYet):
        return _not_yet(talk, event)
    return talk.say(texts.TAKEN, staff=event.staff, by=event.by)


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


def _confided(talk: Talk) -> None:
    """It goes before everybody's, to who has stopped as well, and what was asked has to wait."""
    talk.outcome.urgent = True
    talk.outcome.compliance |= talk.stopped
    talk.outcome.person["confided_at"] = talk.known.now


def _not_yet(talk: Talk, event: NobodyYet) -> None:
    """Said only while it is still so."""
    for one in _known(talk).concerns:
        if one.id == event.concern and one.acknowledged_at is None:
            _say(talk, one.programme_id, texts.NOT_YET, staff=event.staff)


def _known(talk: Talk) -> Safeguarding:
    if talk.known.safeguarding is None:
        raise Lacking("concerns")
    return talk.known.safeguarding


def _programme(talk: Talk, match: int | None) -> int | None:
    """Whose staff are paged: that of the match, of where they are, or the only one there is."""
    known = talk.known.programmes
    there = talk.pairs[match].programme_id if match in talk.pairs else talk.home()[0]
    return there if there in known else next(iter(known), None)


def _thanks(raised: Raised) -> str:
    if raised.kind == Kind.WORRY:
        return texts.WORRIED
    return texts.MATTERS if raised.kind == UNSAFE else texts.GLAD


def _before(said: Sequence[Concern], talk: Talk, programme: int | None = None) -> Concern | None:
    """The newest concern of theirs of the last day, of one programme or of any."""
    since = talk.known.now - ONE_THING
    mine = [one for one in said if programme in (None, one.programme_id)]
    return next((one for one in reversed(mine) if one.opened_at > since), None)


def _add(talk: Talk, before: Concern, words: str) -> None:
    talk.outcome.more_words.append((before, words))
    if before.acknowledged_by:
        _confided(talk)
        _say(talk, before.programme_id, texts.ADDED, staff=before.acknowledged_by)
        return _say(talk, before.programme_id, texts.DANGER)
    return _say_who(talk, before.programme_id)


def _say_who(talk: Talk, programme: int) -> None:
    _confided(talk)
    reached: Sequence[Reachable] = _known(talk).cover.get(programme, ())
    if reached:
        said = texts.TELLING if reached[0].on_duty else texts.ALL_THE_SAME
        _say(talk, programme, said, staff=reached[0].staff.name)
    else:
        _say(talk, programme, texts.NOBODY)
    return _say(talk, programme, texts.DANGER)


def _say(talk: Talk, programme: int, msgid: str, **more: str) -> None:
    own = talk.known.programmes[programme]
    words = {
        name: safeguards.worded(own.settings, what, talk.language, own.language)
        for name, what in (("helpline", "helplines"), ("uncovered", "uncovered"))
    }
    talk.say(msgid, emergency=own.settings.get("emergency") or "", **words, **more)
