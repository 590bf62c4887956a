"""What is known of what two people have done together, read where a turn tells of it."""

from assistant.turns.context import Known, Lacking
from storage.mentoring.journeys import Journey

NEED = "journey"


def journey(known: Known, match: int) -> Journey:
    """Raises Lacking where it was not read yet."""
    if match not in known.rare.journeys:
        raise Lacking(NEED, person=match)
    return known.rare.journeys[match]
