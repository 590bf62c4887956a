"""Who is picked to be brought together, and what is known of the two."""

from collections.abc import Callable

from flows.engine import options
from flows.engine.states import Answers, Facts, Option
from flows.engine.text import _
from flows.engine.values import Listed
from flows.events import Event, Paired

SHOWN, PAGES = 6, 3
MORE = Option("more", _("show others"), words=(_("more, next"),))


def page(of: str, page: int) -> Callable[[Answers, Facts], tuple[Option, ...]]:
    """A page of names, those who have waited longest first; with more of them, the next one too."""

    def shown(answers: Answers, facts: Facts) -> tuple[Option, ...]:
        mentee = picked(answers, MENTEE)
        people = [
            one
            for one in facts["desk"][of]
            if of == "mentees" or not _ruled_out(mentee, str(one[0]), facts)
        ]
        first = page * SHOWN
        names = options.own(people[first : first + SHOWN])
        more = page + 1 < PAGES and len(people) > first + SHOWN
        return (*names, MORE) if more else names

    return shown


def _ruled_out(mentee: str, mentor: str, facts: Facts) -> bool:
    """Whether it is the same person, or they are asked already."""
    asked = facts["desk"].get("asked", ())
    return mentor == mentee or any([*map(str, one)] == [mentee, mentor] for one in asked)


def pages(name: str) -> list[str]:
    return [name, *(f"{name}_{page}" for page in range(2, PAGES + 1))]


MENTEE, MENTOR = pages("mentee"), pages("mentor")
PICKED = (*MENTEE, *MENTOR)


def picked(answers: Answers, pages: list[str]) -> str:
    """Who was picked last, on whichever page: answers stand in the order they were given."""
    return next((str(answers[name]) for name in reversed(answers) if name in pages), "")


def name(people: Listed, key: object) -> str:
    return next((str(label).partition(":")[0] for one, label in people if str(one) == key), "")


def nobody(answers: Answers, facts: Facts) -> bool:
    return not (facts["desk"]["mentees"] and facts["desk"]["mentors"])


def all_asked(answers: Answers, facts: Facts) -> bool:
    """Whether nobody is left who could be asked about them, though they wait."""
    mentee = picked(answers, MENTEE)
    left = (one for one in facts["desk"]["mentors"] if not _ruled_out(mentee, str(one[0]), facts))
    return waits(answers, facts) and not any(left)


def waits(answers: Answers, facts: Facts) -> bool:
    return listed(facts["desk"]["mentees"], picked(answers, MENTEE))


def has_room(answers: Answers, facts: Facts) -> bool:
    return listed(facts["desk"]["mentors"], picked(answers, MENTOR))


def listed(people: Listed, key: str) -> bool:
    return any(str(one) == key for one, _label in people)


def taken(answers: Answers, facts: Facts) -> bool:
    """Whether another coordinator was faster, or one of the two is there no more."""
    mentee, mentor = picked(answers, MENTEE), picked(answers, MENTOR)
    there = waits(answers, facts) and has_room(answers, facts)
    return not there or _ruled_out(mentee, mentor, facts)


def parting(answers: Answers, facts: Facts) -> Facts:
    """How the two parted, if they were together before: for safety, or else the last time."""
    both = [picked(answers, MENTEE), picked(answers, MENTOR)]
    parted = [one for one in facts["desk"]["partings"] if [*map(str, one["pair"])] == both]
    return max(parted, key=lambda one: bool(one["safety"]), default={})


def parted(answers: Answers, facts: Facts) -> bool:
    return bool(parting(answers, facts))


def unsafe(answers: Answers, facts: Facts) -> bool:
    return bool(parting(answers, facts).get("safety"))


def described(answers: Answers, facts: Facts) -> bool:
    """Whether both have said something of themselves."""
    about = facts["desk"]["about"]
    return bool(about.get(picked(answers, MENTEE)) and about.get(picked(answers, MENTOR)))


def paired(answers: Answers, facts: Facts) -> Event:
    mentee, mentor = picked(answers, MENTEE), picked(answers, MENTOR)
    return Paired(int(mentee), int(mentor), str(answers["reason"]))


def values(answers: Answers, facts: Facts) -> Facts:
    mentee, mentor = picked(answers, MENTEE), picked(answers, MENTOR)
    names = facts["desk"].get("names", {})
    shown = {
        "mentee_name": name(facts["desk"]["mentees"], mentee) or names.get(mentee, ""),
        "mentor_name": name(facts["desk"]["mentors"], mentor) or names.get(mentor, ""),
    }
    about = facts["desk"].get("about", {})
    shown |= {"looks": about.get(mentee, ""), "offers": about.get(mentor, "")}
    shown["why"] = str(parting(answers, facts).get("reason", ""))
    return shown | {"taken": shown["mentor_name" if waits(answers, facts) else "mentee_name"]}
