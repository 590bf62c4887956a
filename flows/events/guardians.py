"""What is established about somebody under 18, and by who answers for them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class GuardianNeeded:
    """The person is old enough for the programme and under 18."""

    age: int


@dataclass(frozen=True)
class GuardianNamed:
    """A guardian is to be asked at that number (E.164), in that language; by that name at the
    child's own phone, which they share."""

    number: str
    language: str
    name: str = ""


@dataclass(frozen=True)
class PaperWanted:
    """No guardian can be asked by text: a form is signed instead."""


@dataclass(frozen=True)
class GuardianAnswered:
    """What a guardian says to one question: granted, refused, wrong (nobody's guardian), call;
    claimed where a yes may as well be the child's, who shares the phone."""

    consent: int
    answer: str


@dataclass(frozen=True)
class GuardianEnded:
    """A guardian ends the part of their child."""

    consent: int


@dataclass(frozen=True)
class GuardianSays:
    """A guardian's words for the coordinator: a question, an objection, or a wish for a call."""

    text: str
    call: bool = False


@dataclass(frozen=True)
class PaperRecorded:
    """A coordinator has a guardian's consent on paper, or has seen that somebody is of age."""

    person: int
    state: str  # paper, adult
