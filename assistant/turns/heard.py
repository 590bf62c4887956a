"""What somebody typed as a flow hears it: in their language, and by the time where they are."""

from datetime import datetime

from assistant.rendering import countries
from assistant.rendering.translations import say_for
from assistant.schedule.quiet_hours import local
from assistant.turns import outbound
from assistant.turns.context import Known
from assistant.turns.talk import Talk
from flows.engine.states import Heard


def by(talk: Talk, text: str, token: str = "") -> Heard:
    """Words, or the token of a button, as a flow hears them."""
    reader = outbound.reader_of(talk.known, talk.language)
    return Heard(
        text,
        _here(talk.known),
        talk.language,
        say_for(reader),
        token,
        countries.month_first(talk.language, reader.country),
        tuple([pair.other(talk.person.id).name or "" for pair in talk.pairs.values()]),
    )


def _here(known: Known) -> datetime:
    """What time it is where they are; the same for everybody of a zone in this batch."""
    zone = known.person.zone
    here = known.shared.here.get(zone)
    if here is None:
        here = known.shared.here[zone] = local(known.now, zone)
    return here
