"""What follows from a concern: somebody is paged, and whoever said it hears what is true now."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from assistant.internal_events.kinds import ConcernTaken, NobodyYet
from assistant.programmes import safeguards
from assistant.safeguarding import texts
from assistant.safeguarding.cover import Reachable
from assistant.turns.context import Lacking, Safeguarding
from assistant.turns.handlers import log_entries
from assistant.turns.talk import Talk
from storage.safeguarding.concerns import Concern, NewConcern

ONE_THING = timedelta(days=1)  # what is said again within is more words of the same
ABOUT_OTHERS = "somebody"


class Raised(NamedTuple):
    """A concern as it was heard, with the words as they were written."""

    kind: str  # self_harm, touched, hurt, …; "unsafe" where a question was answered so
    about: str  # self, other_side, somebody, unsaid
    words: str
    match: int | None = None


def open_concern(talk: Talk, raised: Raised) -> None:
    """Page who is on call, and say what is true: who is being told, and the helplines."""
    programme = _programme(talk, raised.match)
    if programme is None:
        return talk.hand_over("worry", raised.words, raised.match)
    known = _known(talk)
    log_entries.add(talk, "concern opened")
    talk.outcome.urgent = True
    talk.say(texts.MATTERS if _calmly(raised) else texts.GLAD)
    if (before := _before(talk, known, programme)) is not None:
        talk.outcome.more_words.append((before, raised.words))
        if before.acknowledged_by:
            _say(talk, programme, texts.ADDED, staff=before.acknowledged_by)
            return _say(talk, programme, texts.DANGER)
    else:
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
    _say_who(talk, programme, known.cover.get(programme, ()))
    return _say(talk, programme, texts.DANGER)


def follow(talk: Talk, event: NobodyYet | ConcernTaken) -> None:
    """What is true some minutes later."""
    talk.outcome.urgent = True
    if isinstance(event, NobodyYet):
        return _not_yet(talk, event)
    return talk.say(texts.TAKEN, staff=event.staff, by=event.by)


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


def _calmly(raised: Raised) -> bool:
    return raised.about == ABOUT_OTHERS or raised.kind == "unsafe"


def _before(talk: Talk, known: Safeguarding, programme: int) -> Concern | None:
    since = talk.known.now - ONE_THING
    mine = [one for one in known.concerns if one.programme_id == programme]
    return next((one for one in reversed(mine) if one.opened_at > since), None)


def _say_who(talk: Talk, programme: int, reached: Sequence[Reachable]) -> None:
    if not reached:
        return _say(talk, programme, texts.NOBODY)
    said = texts.TELLING if reached[0].on_duty else texts.ALL_THE_SAME
    return _say(talk, programme, said, staff=reached[0].staff.name)


def _say(talk: Talk, programme: int, msgid: str, **more: str) -> None:
    own = talk.known.programmes[programme]
    words = {
        name: safeguards.worded(own.settings, what, talk.language, own.language)
        for name, what in (("helpline", "helplines"), ("uncovered", "uncovered"))
    }
    talk.say(msgid, emergency=own.settings.get("emergency") or "", **words, **more)
