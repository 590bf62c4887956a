"""What is known of an agreement, read where a turn needs it: who has agreed, and who has to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from assistant.programmes import agreements as defaults
from assistant.schedule.quiet_hours import local
from assistant.turns.batch_matches import Pair, Pairs, Signers
from assistant.turns.context import Known, Lacking
from flows.engine.values import Facts
from flows.joining.ages import ADULT
from flows.lifecycles.agreement import COORDINATOR, SIDES, Agreement, Terms, Version
from flows.mentoring.agreement import terms
from storage.mentoring import agreements
from storage.mentoring.agreements import ASKED, SETTLED, KeptVersion
from storage.people import guardians, participants
from storage.people.programmes import Programme

NEED = "agreement"


def gather(db: Connection, pairs: Pairs, match: int) -> None:
    """Read it into the batch's one copy of the match, which this batch has locked."""
    pair = pairs.now[match]
    found = {"agreement": read(agreements.of(db, [match])), "signers": _signers(db, pair)}
    same = pairs.before[match] is pair
    pairs.now[match] = replace(pair, **found)  # type: ignore[arg-type]
    before = pairs.now[match] if same else replace(pairs.before[match], **found)  # type: ignore[arg-type]
    pairs.before[match] = before


def read(rows: Sequence[KeptVersion]) -> Agreement:
    """The agreement of one match, of all its versions."""
    asked = next((one for one in rows if one.state == ASKED), None)
    holds = next((one for one in rows if one.state == SETTLED), None)
    made = max((one.version for one in rows), default=0)
    more = dict(holds.more) if holds else {}
    return Agreement(asked and version(asked), holds and version(holds), made, more)


def version(row: KeptVersion) -> Version:
    found = dict(row.terms)
    was, knows = found.pop("was", None), tuple(found.pop("knows", ()))
    before = terms.of(was) if was else None
    return Version(row.version, terms.of(found), row.by, dict(row.okays), before, knows)


def of(pair: Pair) -> Agreement:
    """What two people agree on. Raises Lacking where it was not read yet."""
    if pair.agreement is None:
        raise Lacking(NEED, person=pair.id)
    return pair.agreement


def needs(pair: Pair, programme: Programme) -> frozenset[str]:
    """Who has to agree: both; for somebody under 18 their guardian, or where none can be asked by
    text the coordinator, who is asked as well where the programme wants that."""
    signers = pair.signers or Signers()
    theirs = {guardian_of(role) for role in signers.guardians}
    alone = signers.minors - signers.guardians.keys()
    own = {COORDINATOR} if alone or defaults.of(programme).coordinator else set()
    return SIDES | theirs | own


def guardian_of(role: str) -> str:
    """As whom a guardian agrees."""
    return f"{role}_guardian"


def proposed(known: Known, pair: Pair) -> Terms:
    """What the two are asked first."""
    of(pair)
    minor = bool(pair.signers and "mentee" in pair.signers.minors)
    return defaults.proposed(known.programmes[pair.programme_id], _today(known, pair), minor=minor)


def facts(known: Known, pair: Pair) -> Facts:
    """What a flow knows of it, for one side."""
    found, me = of(pair), pair.role(known.person.id)
    programme = known.programmes[pair.programme_id]
    asked = found.asked
    shown = found.newest.terms if found.newest else proposed(known, pair)
    closes = defaults.over(programme)
    return {
        "state": found.state,
        "version": found.newest.number if found.newest else 0,
        "mine": asked is not None and me in asked.okays,
        "by": "" if asked is None or not asked.by else "me" if asked.by == me else "other",
        "terms": terms.kept(shown),
        "was": terms.kept(asked.was) if asked and asked.was and me in asked.knows else None,
        "held": bool(found.holds),
        "days": [list(one) for one in defaults.last_days(programme, _today(known, pair))],
        "closes": closes.isoformat() if closes else "",
    }


def _today(known: Known, pair: Pair) -> date:
    """The same day for both sides."""
    return local(known.now, known.programmes[pair.programme_id].zone).date()


def _signers(db: Connection, pair: Pair) -> Signers:
    sides = {"mentor": pair.mentor.id, "mentee": pair.mentee.id}
    profiles = participants.profiles(db, list(sides.values()))
    ages = {
        role: profiles.get((person, pair.programme_id, role), {}).get("age")
        for role, person in sides.items()
    }
    minors = {role for role, age in ages.items() if isinstance(age, int) and age < ADULT}
    found = {
        role: guardian
        for role in minors
        for guardian in _granting(guardians.of(db, sides[role]), sides[role])
    }
    return Signers(found, frozenset(minors))


def _granting(consents: Sequence[guardians.Consent], child: int) -> Iterator[int]:
    """Who agreed by text, the last to do so at last."""
    for one in consents:
        if one.child_id == child and one.guardian_id and one.state == "granted":
            yield one.guardian_id
