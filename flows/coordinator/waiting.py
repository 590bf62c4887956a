"""What stands on a coordinator's list, and who is ready, as the desk shows it."""

from flows.engine import options
from flows.engine.states import Answers, Facts, Option
from flows.engine.text import _
from flows.engine.values import Listed

SHOWN = 5  # things of the list in one text
MORE = Option("more", _("show more"), words=(_("more, next"),))
NAMED = 4  # people in one text, the longest waiting first


def looking(answers: Answers, facts: Facts) -> bool:
    """Whether only what is worth a look is wanted."""
    return "look" in (answers.get("wish"), answers.get("what"))


def listed(answers: Answers, facts: Facts) -> list[Facts]:
    """What waits, or what of it is worth a look."""
    found: list[Facts] = facts["desk"]["waiting"]
    return [one for one in found if one.get("look")] if looking(answers, facts) else found


def no_looks(answers: Answers, facts: Facts) -> bool:
    return looking(answers, facts) and not listed(answers, facts)


def things(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """A page of what waits, the most urgent first."""
    first, there = _page(answers, facts) * SHOWN, listed(answers, facts)
    shown = options.own((one["id"], one["label"]) for one in there[first : first + SHOWN])
    return (*shown, MORE) if len(there) > first + SHOWN else shown


def _page(answers: Answers, facts: Facts) -> int:
    """The page they are at, or the last there is by now."""
    last = max(0, len(listed(answers, facts)) - 1) // SHOWN
    return min(int(answers.get("page") or 0), last)


def next_page(answers: Answers, facts: Facts) -> Answers:
    """What the desk is told to show then."""
    wish = "look" if looking(answers, facts) else "list"
    return {"wish": wish, "page": _page(answers, facts) + 1}


def thing(answers: Answers, facts: Facts) -> Facts:
    """What the run is about: a thing, or one that has become one with others like it."""
    picked = answers.get("handover") or answers.get("list") or answers.get("looks")
    wanted = str(picked or "")
    return next((one for one in facts["desk"]["waiting"] if wanted in _ids(one)), {})


def number(answers: Answers, facts: Facts) -> int:
    return int(thing(answers, facts).get("id", 0))


def seen(answers: Answers) -> int:
    """The newest of its repeats that was shown; what came later still waits."""
    return int(str(answers.get("newest") or 0))


def shows(answers: Answers, facts: Facts) -> Facts:
    """The newest of the repeats that are shown; where it is asked if own words are to be sent,
    nothing new is."""
    one = thing(answers, facts)
    sending = "item" in answers and answers.get("send") != "no"
    return {"newest": max(map(int, _ids(one)))} if one and not sending else {}


def _ids(one: Facts) -> list[str]:
    return [str(each) for each in one.get("ids", [one["id"]])]


def about(answers: Answers, facts: Facts) -> Answers:
    """Whom the thing is about."""
    return {"person": str(thing(answers, facts).get("person", ""))}


def named(answers: Answers, facts: Facts) -> bool:
    """Whether the run is about one thing from the start."""
    return bool(answers.get("handover"))


def gone(answers: Answers, facts: Facts) -> bool:
    """Whether it is done already."""
    return not thing(answers, facts)


def empty(answers: Answers, facts: Facts) -> bool:
    """Whether nothing waits."""
    return not facts["desk"]["waiting"]


def held(answers: Answers, facts: Facts) -> bool:
    """Whether it is a text between two people that was held."""
    return bool(thing(answers, facts).get("held"))


def claims(answers: Answers, facts: Facts) -> bool:
    """Whether somebody at a new address says who they are."""
    return thing(answers, facts).get("claimed") is not None


def handed(answers: Answers, facts: Facts) -> Answers:
    """The thing itself, for a conversation of its own."""
    return {"handover": str(number(answers, facts))}


def mute(answers: Answers, facts: Facts) -> bool:
    """Nobody can be answered: they have opted out, or it was no person's question."""
    return not thing(answers, facts).get("reachable")


def okays(answers: Answers, facts: Facts) -> bool:
    """Whether two people wait for the coordinator to agree to something."""
    return bool(thing(answers, facts).get("okays"))


def values(answers: Answers, facts: Facts) -> Facts:
    """What the desk's texts show."""
    desk, one = facts["desk"], thing(answers, facts)
    return {
        "open": len(listed(answers, facts)),
        "waiting": len(desk["mentees"]),
        "rooms": len(desk["mentors"]),
        "seekers": _first_names(desk["mentees"]),
        "helpers": _first_names(desk["mentors"]),
        "who": one.get("who", ""),
        "words": one.get("words", ""),
        "other": one.get("other", ""),
    }


def _first_names(people: Listed) -> list[str]:
    return [str(label).partition(":")[0] for _key, label in people[:NAMED]]


def no_mentees(answers: Answers, facts: Facts) -> bool:
    """Whether nobody waits to be brought together."""
    return not facts["desk"]["mentees"]


def no_mentors(answers: Answers, facts: Facts) -> bool:
    """Whether nobody has room."""
    return not facts["desk"]["mentors"]
