"""What a turn knows of guardians: which numbers can be asked, and whom somebody answers for."""

from collections.abc import Sequence
from functools import partial

from assistant.channels.sms import numbers
from assistant.programmes import definitions
from assistant.turns.context import Known, Lacking
from flows.engine.values import Facts
from flows.joining import minor
from flows.joining.ages import ADULT
from storage.people.guardians import GRANTED, Consent
from storage.tables import Json

GUARDIAN = "guardian"  # the role of who answers for somebody
NEEDS = frozenset({"dial", "wards"})
OVER = ("refused", "ended")  # no question goes to that guardian any more
NO_NAME = "?"


def facts(known: Known, programme_id: int | None, needs: Sequence[str]) -> Facts:
    """What the flows about guardians need to know."""
    found: dict[str, object] = {}
    if "dial" in needs:
        found["dial"] = partial(dial, known, programme_id)
    if "wards" in needs:
        found["wards"] = [
            {"id": one.id, "name": one.name, "age": one.age} for one in wards(known, GRANTED)
        ]
    return found


def dial(known: Known, programme_id: int | None, said: str) -> str:
    """The number as it can be texted; "" where it cannot, OWN where it is their own."""
    programme = known.programmes.get(programme_id or 0)
    origin = known.address.origin if known.address else ""
    home = origin if len(origin) == len("US") else programme.country if programme else ""
    dialled = numbers.e164(said, home)
    if dialled is None or not (known.at_phone or known.senders.sms):
        return ""
    country = numbers.origin(dialled)
    if country in numbers.NEVER or country not in definitions.countries(known.programmes):
        return ""
    return minor.OWN if dialled == number(known) else dialled


def number(known: Known) -> str:
    """Their own number or chat."""
    if known.number is None:
        raise Lacking("number")
    return known.number


def ending(known: Known) -> str:
    """The last four digits of it: what a coordinator calls somebody without a name."""
    return number(known)[-4:]


def consents(known: Known) -> Sequence[Consent]:
    """All in which they are the child or the guardian, oldest first."""
    if known.consents is None:
        raise Lacking("consents")
    return known.consents


def wards(known: Known, states: Sequence[str]) -> list[Consent]:
    """Those they answer for as a guardian, in these states."""
    mine = (one for one in consents(known) if one.guardian_id == known.person.id)
    return [one for one in mine if one.state in states]


def guards(known: Known) -> bool:
    """Whether they answer for somebody, or were asked to."""
    return any(one.role == GUARDIAN for one in known.enrolments)


def missing(profile: Json) -> bool:
    """Whether somebody under 18 lacks the consent of a guardian."""
    age = profile.get("age")
    return isinstance(age, int) and age < ADULT and profile.get("guardian") not in GRANTED
