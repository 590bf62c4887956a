"""Whom the product would bring together in a programme, with its reasons, for who operates it."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from assistant.commands import opening
from assistant.coordinators import fits
from assistant.matching.phrases import View
from assistant.matching.suggestions import Suggestion, Suggestions
from assistant.matching.wordings import Names, Wording
from assistant.ops.config import BadSettings, Settings
from assistant.rendering.prompts import LANGUAGES, Reader
from storage.desk import Of
from storage.people import programmes
from storage.people.programmes import Programme


def lines(settings: Settings, word: str, language: str = "") -> Iterator[str]:
    """Everybody who waits, in the order in which they come first. Raises BadSettings."""
    if language and language not in LANGUAGES:
        raise BadSettings(f"--language: {language} is none of {', '.join(LANGUAGES)}")
    now = datetime.now(UTC)
    with opening.opened(settings) as db, db.reading() as connection:
        one = _programme(programmes.every(connection).values(), word)
        of = Of(one.id, simulated=not settings.reaches_people)
        found = fits.gather(connection, of, one, now)
    yield from _told(found, fits.wording(found, Reader(language or one.language, one.zone)))


def _programme(every: Iterable[Programme], word: str) -> Programme:
    for one in every:
        if word.casefold() in (one.keyword, one.mentor_keyword):
            return one
    raise BadSettings(f"no programme has the word {word}")


def _told(found: Suggestions, words: Wording) -> Iterator[str]:
    suggested = found.for_all()
    for mentee in found.mentees:
        who = f"{mentee.name} (person {mentee.id})"
        if mentee.id in found.asked:
            yield f"{who}: a mentor is asked"
        elif one := suggested.get(mentee.id):
            yield from _suggestion(who, one, words)
        else:
            yield f"{who}: nobody fits"
    free = sum(one.room for one in found.mentors)
    waiting = sum(one.id not in found.asked for one in found.mentees)
    yield f"{len(suggested)} of {waiting} who wait; mentors have room for {free}."


def _suggestion(who: str, one: Suggestion, words: Wording) -> Iterator[str]:
    names = Names.of(one.mentee, one.mentor)
    yield f"{who}: {one.mentor.name} (person {one.mentor.id}), fit {100 * one.fit:.0f} %"
    yield f"    for: {words.told(one.pros, names, View.COORDINATOR)}"
    if against := words.against(one):
        yield f"    against: {against}"
