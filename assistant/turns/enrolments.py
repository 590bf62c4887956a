"""Where somebody is enrolled: whether they have agreed to be written to, and where first."""

from collections.abc import Iterable, Sequence

from storage.people.participants import AGREED, Enrolment


def agreed(enrolments: Iterable[Enrolment]) -> bool:
    """Whether they have agreed to be written to, in whichever programme."""
    return any(one.state in AGREED for one in enrolments)


def newest(enrolments: Sequence[Enrolment]) -> Enrolment | None:
    """The newest of those they agreed to, else the newest of all."""
    if len(enrolments) == 1:
        return enrolments[0]
    chosen = [one for one in enrolments if one.state in AGREED]
    return next(reversed(chosen or enrolments), None)
