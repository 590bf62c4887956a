"""People who have not agreed yet: whom of them we answer, how often, and what that may cost."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection

from assistant.channels import Kind
from assistant.channels.sms import numbers
from assistant.ops.limits import ALL, ASKED, CAME, OWED, TEXT, WROTE, Limits
from assistant.turns.context import Known, Outcome
from storage.inbox.unanswered import Unanswered
from storage.outbox import strangers
from storage.outbox.strangers import Spent
from storage.people.participants import AGREED, Enrolment, agreed

NOTHING = Spent(0, 0)
# How far back in the outbox their answers stand, while others wait there: behind two answers to
# whoever has agreed (storage.outbox.waiting), and the rest behind everybody's.
SOON, LATER = timedelta(seconds=90), timedelta(hours=1)
FIRST = 2.0  # seconds of a sender's pace for which answers to the programme's word go first


@dataclass(slots=True)
class Quota:
    """What is left of the limits; a batch counts its answers on one copy."""

    limits: Limits
    countries: frozenset[str] = frozenset()
    spent: Spent = NOTHING
    answered: Counter[int] = field(default_factory=Counter)  # messages, by address
    soon: Counter[str] = field(default_factory=Counter)  # segments that go first, by sender
    paces: Mapping[str, float] = field(default_factory=dict)  # segments a second, by sender

    def refusal(self, known: Known, outcome: Outcome) -> str:
        """Why a stranger is not answered; "" when they are, and that counts."""
        address, texts = known.address, len(outcome.prompts)
        if address is None or not texts:
            return ""
        if not _invited(known) and self._abroad(address.origin, known):
            return "country"
        most = self.limits.each + (OWED if _owed(outcome) else 0)
        if self.answered[address.id] + texts > most:
            return "address"
        if address.channel == "sms" and not _invited(known):
            if self._over(texts * TEXT, _share(known, outcome)):
                return "installation"
            cost = texts * TEXT
            self.spent = Spent(self.spent.hour + cost, self.spent.day + cost)
        self.answered[address.id] += texts
        return ""

    def place(self, known: Known, outcome: Outcome) -> timedelta:
        """How far an answer stands back. Whom a coordinator named does not; who comes by the word
        goes before who simply writes, but for a flood of the very word."""
        if _invited(known):
            return timedelta(0)
        sender = known.message.sender
        if not _by_word(outcome) or self.soon[sender] >= FIRST * self.paces.get(sender, 1.0):
            return LATER
        self.soon[sender] += len(outcome.prompts) * TEXT
        return SOON

    def _abroad(self, origin: str, known: Known) -> bool:
        known_already = any(one.state != "invited" for one in known.enrolments)
        return bool(origin) and origin not in self.countries and not known_already

    def _over(self, cost: int, share: float) -> bool:
        return self.limits.reached(*self.spent, cost, share)


def gather(
    db: Connection,
    claimed: Sequence[Unanswered],
    enrolments: Mapping[int, Sequence[Enrolment]],
    quota: Quota,
    now: datetime,
) -> Quota:
    """What strangers in this batch were answered before; nothing is asked where there are none."""
    who = [
        one.address_id
        for one in claimed
        if one.address_id
        and one.kind != Kind.INSIDE
        and not agreed(enrolments.get(one.person_id, ()))
        if not one.sender.startswith("simulated")
    ]
    if who:
        quota.answered = Counter(strangers.answered(db, who, now))
        quota.spent = strangers.spent(db, now)
        quota.soon = Counter(strangers.waiting(db, {one.sender for one in claimed}, now + SOON))
    return quota


def bounded(known: Known, outcome: Outcome, quota: Quota) -> Outcome:
    """The outcome, or what is left of it where a stranger is not answered: STOP is kept always,
    and nothing else has happened."""
    if outcome.handed_on:
        return outcome  # it is bounded in the turn of whoever wrote it
    never = _is_costly(known)
    if outcome.urgent or outcome.acknowledged or outcome.seen_to:
        if never:
            outcome.prompts.clear()
        return outcome  # whoever they are: it may need a person, or a person has it
    if not _is_stranger(known) or (_agrees(outcome) and not never):
        return outcome
    if outcome.stop and not known.enrolments and not known.runs:
        outcome.prompts.clear()  # who was never written to has nothing confirmed
    why = "number" if never else quota.refusal(known, outcome)
    if not why:
        outcome.stranger, outcome.stands_back = True, quota.place(known, outcome)
        return outcome
    if outcome.stop:
        outcome.prompts.clear()
        outcome.unanswered = why
        return outcome
    return Outcome(language=known.person.language, unanswered=why)


def _is_stranger(known: Known) -> bool:
    if known.message.kind == Kind.INSIDE:
        return False
    rehearsed = known.message.sender.startswith("simulated")
    known_well = rehearsed or _on_call(known) or agreed(known.enrolments)
    return not known_well or _is_costly(known)


def _on_call(known: Known) -> bool:
    """Whether they are on a rota: what they answer to pages is no stranger's, nor too much."""
    return any(one.person_id == known.person.id for one in known.rare.on_call)


def _is_costly(known: Known) -> bool:
    """Whether they wrote from a number that is never answered, whoever has it."""
    return known.address is not None and known.address.origin in numbers.NEVER


def _agrees(outcome: Outcome) -> bool:
    changed = [one.state for one in outcome.enrolments]
    changed += [one.state for one in outcome.enrolled]
    return any(state in AGREED for state in changed)


def _invited(known: Known) -> bool:
    """Whether a coordinator has named them, or given them a code."""
    named = any(one.profile.get("invited") for one in known.enrolments)
    return named or known.invitation is not None


def _owed(outcome: Outcome) -> bool:
    return outcome.stop or outcome.helped


def _share(known: Known, outcome: Outcome) -> float:
    if _owed(outcome) and known.enrolments:  # we have written to them
        return ALL
    if _by_word(outcome):
        return CAME
    return ASKED if known.enrolments else WROTE


def _by_word(outcome: Outcome) -> bool:
    return any(one.kind == "joined by word" for one in outcome.entries)
