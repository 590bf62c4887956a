"""Which mentors have had less training than their programme wants, as the flows know it."""

from assistant.coordinators.desk import Desk
from assistant.learning import minutes
from assistant.programmes import lessons
from assistant.turns.context import Known, Lacking
from flows.engine.values import Facts
from storage.desk import Of
from storage.people.programmes import Programme


def short(known: Known, desk: Desk, programme: Programme) -> Facts:
    """How much mentors need before a match, and which of those with room have had less."""
    wanted = lessons.training(programme)
    if not wanted.minutes:
        return {}
    if programme.id not in known.rare.trained:
        raise Lacking("trained", Of(programme.id, known.at_phone))
    mentors = [one.person_id for one in desk.mentors]
    had = minutes.short(known.rare.trained[programme.id], mentors, wanted)
    return {
        "needed": wanted.minutes,
        "required": wanted.required,
        "short": {str(person): so_far for person, so_far in had.items()},
    }
