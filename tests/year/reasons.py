"""Whether somebody has read why it is the two of them."""

import re
import unicodedata

from assistant.matching import reasons, terms, topics
from assistant.matching.phrases import View
from assistant.matching.wordings import Names, Wording, first
from assistant.rendering.prompts import Reader
from tests.year.record import Record, Row


def read(record: Record, match: Row, person: int, text: str) -> bool:
    """Whether one of the reasons that are kept of a match stands in this text."""
    if not match["reasons"]:
        return _plain(match["reason"]) in _plain(text)
    mentee, mentor = record.name(match["mentee_id"]), record.name(match["mentor_id"])
    (programme,) = record.rows("programmes")
    own = terms.of(programme["settings"])
    who = record.people[person]
    view = View.MENTEE if person == match["mentee_id"] else View.MENTOR
    for language in ("en", "es", "fr", "pt"):
        wording = Wording(
            topics.with_own(own.words), own.labels, Reader(language, who["zone"], "US")
        )
        told = wording.told(
            reasons.restored(match["reasons"]), Names(first(mentee), first(mentor)), view
        )
        if any(_plain(one) in _plain(text) for one in told.split(". ") if one):
            return True
    return False


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.casefold())
    return re.sub(r"[^a-z0-9]", "", letters)
