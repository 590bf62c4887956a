"""What deciding on a batch takes: one query per kind of fact, for everybody at once."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import NamedTuple

from sqlalchemy import Connection

from assistant.channels import Kind
from assistant.channels.simulated import SENDER
from assistant.ops import logs
from assistant.programmes import codes
from assistant.programmes.definitions import countries
from assistant.turns import lookups, strangers
from assistant.turns.context import Known, Policy, Shared
from assistant.turns.matches import gathered
from assistant.turns.relaying import known as texts
from assistant.turns.replies import joining
from assistant.turns.shared import known as phones
from assistant.turns.strangers import Quota
from assistant.turns.text_meetings import known as text_meetings
from assistant.understanding import reserved
from flows import NEEDS
from storage import runs
from storage.inbox.unanswered import Unanswered
from storage.mentoring import goals
from storage.mentoring.goals import ActiveGoal
from storage.people import addresses, invitations, participants, persons, programmes
from storage.people.invitations import Invited
from storage.runs import OpenRun

log = logs.get("turns")

At = Callable[[str], None]


class Gathered(NamedTuple):
    """All that is known of each message of a batch, and what strangers may still be answered."""

    each: list[Known]
    quota: Quota


def gather(
    db: Connection, claimed: Sequence[Unanswered], policy: Policy, now: datetime, at: At
) -> Gathered:
    """One query per kind of fact, for everybody at once."""
    at("taking")
    ids = [message.person_id for message in claimed]
    # Matches come first: on PostgreSQL they are locked here, and what is read after that is new.
    theirs = gathered.gather(db, ids, now)
    at("locked")
    people = persons.find(db, ids)
    reached = addresses.find(db, [one.address_id for one in claimed if one.address_id])
    at_phones = phones.gather(db, reached.values())
    enrolments = participants.enrolments(db, ids)
    for phone, some in at_phones.items():  # it is spoken to as those who share it
        enrolments[reached[phone].person_id] = [n for one in some for n in one.enrolments]
    open_runs = runs.current(db, ids)
    active = _goals(db, open_runs)
    known = programmes.every(db)
    invited = _invitations(db, claimed, policy, now)
    rare = lookups.gather(db, claimed, enrolments, open_runs, now)
    rare.relayed.update(texts.gather(db, claimed, theirs, now))
    rare.worried.update(text_meetings.worried(db, claimed, theirs, now))
    quota = Quota(policy.limits, countries(known), paces=policy.paces)
    quota = strangers.gather(db, claimed, enrolments, quota, now)
    shared = Shared()
    at("gathered")
    each = [
        Known(  # by place: see outbound
            message,
            people[message.person_id],
            reached.get(message.address_id or 0),
            enrolments.get(message.person_id, ()),
            open_runs.get(message.person_id, ()),
            active.get(message.person_id),
            theirs,
            known,
            invited.get(message.id),
            now,
            sharers=at_phones.get(message.address_id or 0, ()),
            senders=policy.senders,
            answered_by_provider=_answered(message, policy),
            rare=rare,
            shared=shared,
        )
        for message in claimed
    ]
    return Gathered(each, quota)


def _answered(message: Unanswered, policy: Policy) -> bool:
    """Whether the provider has confirmed this STOP or answered this HELP itself."""
    if message.kind == Kind.KEYWORD:
        return True
    return message.sender in policy.stop_answered_by and reserved.answers(
        message.sender.partition(":")[2], message.text
    )


def _goals(
    db: Connection, open_runs: Mapping[int, Sequence[OpenRun]]
) -> Mapping[int, Sequence[ActiveGoal]]:
    """The goals of those whose open flows need them, or lead on to one that does."""
    needing = [
        person
        for person, theirs in open_runs.items()
        if any("goals" in NEEDS.get(run.flow, ()) for run in theirs)
    ]
    found = goals.active(db, needing) if needing else {}
    return {person: found.get(person, ()) for person in needing}


def _invitations(
    db: Connection, claimed: Sequence[Unanswered], policy: Policy, now: datetime
) -> dict[int, Invited]:
    """The invitation behind each code that was typed. Whoever has guessed wrongly too often is
    heard as if this one were wrong as well."""
    at, guesses = now.timestamp(), policy.guesses
    typed = {
        m: codes.digests(code)
        for m in claimed
        if (code := joining.code_in(m.text)) and not guesses.wait(m.person_id, at)
    }
    if not typed:
        return {}
    kept = invitations.find(db, list(chain.from_iterable(typed.values())), now)
    found = {}
    for message, digests in typed.items():
        one = next((kept[digest] for digest in digests if digest in kept), None)
        if one and _good_here(one, message.sender == SENDER, policy):
            found[message.id] = one
            continue
        guesses.wrong(message.person_id, at)
        if guesses.wait(message.person_id, at):
            log.warning("too many wrong codes", person_id=message.person_id)
    return found


def _good_here(invitation: Invited, simulated: bool, policy: Policy) -> bool:
    """A phone's code is good on a phone alone, and none makes one coordinate beside real people."""
    place = invitation.facts.get(codes.PLACE)
    if invitation.role == "coordinator" and simulated and policy.reaches_people:
        return False
    return not place or (place == codes.PHONES) == simulated
