"""What stands on a coordinator's list, and who is ready, as the desk shows it."""

from flows.engine.states import Answers, Facts, Option
from flows.engine.values import Listed

LONGEST = 6  # things of the list in one text
NAMED = 4  # people in one text, the longest waiting first


def things(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """What waits, oldest first."""
    return tuple(
        Option(str(one["id"]), one["label"], own=True) for one in facts["desk"]["waiting"][:LONGEST]
    )


def thing(answers: Answers, facts: Facts) -> Facts:
    """What the run is about."""
    wanted = str(answers.get("handover") or answers.get("list") or "")
    found = (one for one in facts["desk"]["waiting"] if str(one["id"]) == wanted)
    return next(found, {})


def named(answers: Answers, facts: Facts) -> bool:
    """Whether the run is about one thing from the start."""
    return bool(answers.get("handover"))


def gone(answers: Answers, facts: Facts) -> bool:
    """Whether it is done already."""
    return not thing(answers, facts)


def empty(answers: Answers, facts: Facts) -> bool:
    """Whether nothing waits."""
    return not facts["desk"]["waiting"]


def mute(answers: Answers, facts: Facts) -> bool:
    """Nobody can be answered: they have opted out, or it was no person's question."""
    return not thing(answers, facts).get("reachable")


def values(answers: Answers, facts: Facts) -> Facts:
    """What the desk's texts show."""
    desk, one = facts["desk"], thing(answers, facts)
    return {
        "open": desk["count"],
        "waiting": len(desk["mentees"]),
        "rooms": len(desk["mentors"]),
        "seekers": _first_names(desk["mentees"]),
        "helpers": _first_names(desk["mentors"]),
        "who": one.get("who", ""),
        "words": one.get("words", ""),
    }


def _first_names(people: Listed) -> list[str]:
    return [str(label).partition(":")[0] for _key, label in people[:NAMED]]


def no_mentees(answers: Answers, facts: Facts) -> bool:
    """Whether nobody waits to be brought together."""
    return not facts["desk"]["mentees"]


def no_mentors(answers: Answers, facts: Facts) -> bool:
    """Whether nobody has room."""
    return not facts["desk"]["mentors"]
