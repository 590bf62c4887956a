"""What a coordinator's turn needs of everybody in a programme; read only where a flow needs it."""

from assistant.coordinators import fits
from assistant.coordinators.desk import Desk
from assistant.coordinators.people import Everybody
from assistant.rendering.prompts import Reader
from assistant.turns.context import Known, Lacking
from flows.engine.values import Facts
from storage.desk import Of


def everybody(known: Known, programme: int) -> Everybody:
    of = Of(programme, known.at_phone)
    if of not in known.rare.people:
        raise Lacking("people", of)
    return known.rare.people[of]


def suggested(known: Known, programme: int, desk: Desk, shown: Facts, reader: Reader) -> Facts:
    """Who fits whom, beside what a desk shows."""
    of = Of(programme, known.at_phone)
    if of not in known.rare.fits:
        raise Lacking("fits", of)
    return fits.facts(known.rare.fits[of], desk, shown["mentors"], reader)
