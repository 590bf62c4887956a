"""Why two people were brought together, as one of the two reads it."""

from assistant.matching import reasons, terms, topics
from assistant.matching.phrases import View
from assistant.matching.wordings import Names, Wording, first
from assistant.turns import outbound
from assistant.turns.batch_matches import Pair
from assistant.turns.talk import Talk

VIEWS = {"mentee": View.MENTEE, "mentor": View.MENTOR}


def told(talk: Talk, pair: Pair) -> str:
    """In the coordinator's own words, or in this person's language."""
    if not pair.reasons:
        return pair.reason
    own = terms.of(talk.known.programmes[pair.programme_id].settings)
    reader = outbound.reader_of(talk.known, talk.language)
    wording = Wording(topics.with_own(own.words), own.labels, reader)
    names = Names(first(pair.mentee.name or ""), first(pair.mentor.name or ""))
    view = VIEWS[pair.role(talk.person.id)]
    return wording.told(reasons.restored(pair.reasons), names, view)
