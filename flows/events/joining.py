"""What is established while somebody joins: their consent, and the answers about them."""

from dataclasses import dataclass

from flows.engine.values import Answer, Facts


@dataclass(frozen=True)
class ConsentGiven:
    """The person agreed to be written to."""


@dataclass(frozen=True)
class ConsentDeclined:
    """The person said no to being written to."""


@dataclass(frozen=True)
class WrongPerson:
    """Somebody else answered at the address of an invitation."""


@dataclass(frozen=True)
class UnderAge:
    """The person is younger than the programme takes."""


@dataclass(frozen=True)
class RoleTurned:
    """Who joins as a mentee would rather be a mentor, or the other way round."""

    role: str  # the one they want


@dataclass(frozen=True)
class ProfileCompleted:
    """The intake is over; `answers` by question, None where it was left."""

    answers: Facts


@dataclass(frozen=True)
class AnswerChanged:
    """One answer of the profile, given anew, with what was said beside it."""

    question: str
    answer: Answer
    note: str = ""


@dataclass(frozen=True)
class PhoneShared:
    """Somebody else is to join at this phone, as `role`."""

    role: str


@dataclass(frozen=True)
class JoinedAnew:
    """Who answers for somebody would like to take part themselves, as `role`."""

    role: str


@dataclass(frozen=True)
class WriterNamed:
    """Who of those who share a phone has written."""

    person: int
