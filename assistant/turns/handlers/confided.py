"""What is said to who has confided something, and what becomes of more words of theirs."""

from collections.abc import Sequence
from datetime import timedelta

from assistant.programmes import safeguards
from assistant.rendering.prompts import render
from assistant.safeguarding import texts
from assistant.safeguarding.cover import Reachable
from assistant.turns import outbound
from assistant.turns.context import Lacking, Safeguarding
from assistant.turns.handlers import log_entries
from assistant.turns.talk import Talk
from storage.safeguarding.concerns import Concern
from storage.safeguarding.lines import Kind

ONE_THING = timedelta(days=1)  # what is said again within is more words of the same
ANSWERED_AGAIN = timedelta(hours=1)  # how often words that say nothing of it are answered


def more(talk: Talk, words: str) -> bool:
    """Words that say nothing of it themselves belong to a concern of today. All of them are kept
    and reach whoever has it; the first are answered, and then some once an hour."""
    earlier = before(known(talk).concerns, talk)
    if earlier is None:
        return False
    log_entries.add(talk, "said more of a concern")
    told = known(talk).told.get(earlier.id)
    if told and told.words and told.at and talk.known.now - told.at < ANSWERED_AGAIN:
        mark(talk)  # what they write next is for whoever has it as well
        talk.outcome.more_words += ((earlier, words),)
    else:
        add(talk, earlier, words)
    return True


def add(talk: Talk, earlier: Concern, words: str) -> None:
    """More words of a concern, and an answer: who has it gets them, or is being told."""
    talk.outcome.more_words += ((earlier, words),)
    if earlier.acknowledged_by:
        mark(talk)
        say(talk, earlier, texts.ADDED, staff=earlier.acknowledged_by)
        return say(talk, earlier, texts.DANGER)
    return say_who(talk, earlier.programme_id, earlier)


def say_who(talk: Talk, programme: int, earlier: Concern | None = None) -> None:
    mark(talk)
    reached: Sequence[Reachable] = known(talk).cover.get(programme, ())
    if reached:
        said = texts.TELLING if reached[0].on_duty else texts.ALL_THE_SAME
        say(talk, earlier or programme, said, staff=reached[0].staff.name)
    else:
        say(talk, earlier or programme, texts.NOBODY)
    return say(talk, earlier or programme, texts.DANGER)


def say(talk: Talk, about: Concern | int, msgid: str, **more: str) -> None:
    """Say something of a concern, or of one that is only now opened in a programme; what is said
    is kept with it."""
    programme = about if isinstance(about, int) else about.programme_id
    own = talk.known.programmes[programme]
    words = {
        name: safeguards.worded(own.settings, what, talk.language, own.language)
        for name, what in (("helpline", "helplines"), ("uncovered", "uncovered"))
    }
    talk.say(msgid, emergency=own.settings.get("emergency") or "", **words, **more)
    told = talk.outcome.prompts[-1]
    text = render(told.msgid, told.values, outbound.reader_of(talk.known, talk.language))
    number = None if isinstance(about, int) else about.id
    talk.outcome.concern_lines += ((number, Kind.TOLD, text),)


def mark(talk: Talk) -> None:
    """It goes before everybody's, to who has stopped as well, and what was asked has to wait."""
    talk.outcome.urgent = True
    talk.outcome.compliance |= talk.stopped
    talk.outcome.person["confided_at"] = talk.known.now


def known(talk: Talk) -> Safeguarding:
    """What they have said that needs a person."""
    if talk.known.safeguarding is None:
        raise Lacking("concerns")
    return talk.known.safeguarding


def before(said: Sequence[Concern], talk: Talk, programme: int | None = None) -> Concern | None:
    """The newest concern of theirs of the last day, of one programme or of any."""
    since = talk.known.now - ONE_THING
    mine = [one for one in said if programme in (None, one.programme_id)]
    return next((one for one in reversed(mine) if one.opened_at > since), None)
