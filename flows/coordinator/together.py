"""Who is picked to be brought together, and what is known of the two."""

from collections.abc import Callable

from flows import reading
from flows.coordinator import naming
from flows.engine import options
from flows.engine.states import Answers, Facts, Option
from flows.engine.text import _
from flows.engine.values import Listed

SHOWN, PAGES = 6, 3
MORE = Option("more", _("show others"), words=(_("more, next"),))


def page(of: str, page: int) -> Callable[[Answers, Facts], tuple[Option, ...]]:
    """A page of names, those who have waited longest first; with more of them, the next one too."""

    def shown(answers: Answers, facts: Facts) -> tuple[Option, ...]:
        mentee = mentee_of(answers, facts)
        people = [
            one
            for one in facts["desk"][of]
            if of == "mentees" or not ruled_out(mentee, str(one[0]), facts)
        ]
        first = page * SHOWN
        shown = people[first : first + SHOWN]
        if of == "mentees":
            shown = [(key, _with_best(str(key), str(label), facts)) for key, label in shown]
        names = options.own(shown)
        more = page + 1 < PAGES and len(people) > first + SHOWN
        return (*names, MORE) if more else names

    return shown


def ruled_out(mentee: str, mentor: str, facts: Facts) -> bool:
    """Whether it is the same person, or they are asked already."""
    asked = facts["desk"].get("asked", ())
    return mentor == mentee or any([*map(str, one)] == [mentee, mentor] for one in asked)


def _with_best(mentee: str, label: str, facts: Facts) -> str:
    """A name, who is the best for them if everybody is to have somebody, and what they need."""
    best = facts["desk"].get("suggested", {}).get(mentee, "")
    called, colon, about = label.partition(": ")
    return f"{called}: {best}{'; ' if colon else ''}{about}" if best else label


def pages(name: str) -> list[str]:
    return [name, *(f"{name}_{page}" for page in range(2, PAGES + 1))]


MENTEE, LISTED = pages("mentee"), pages("mentor")
MENTOR = [*LISTED, "best"]
PICKED = (*MENTEE, *MENTOR)


def picked(answers: Answers, pages: list[str]) -> str:
    """Who was picked last, on whichever page: answers stand in the order they were given."""
    return next((str(answers[name]) for name in reversed(answers) if name in pages), "")


def mentee_of(answers: Answers, facts: Facts) -> str:
    return picked(answers, MENTEE) or _named(answers, facts["desk"]["mentees"])


def mentor_of(answers: Answers, facts: Facts) -> str:
    said, mentors = picked(answers, MENTOR), facts["desk"]["mentors"]
    if said and not said.isdigit():
        return _called(said, mentors)
    return said or _named(answers, mentors)


def _called(said: str, people: Listed) -> str:
    """The only one who goes by a name that was written."""
    named = [{"id": key, "name": str(label).partition(":")[0]} for key, label in people]
    meant = naming.find(said, named)
    return str(meant.people[0]["id"]) if meant.sure and len(meant.people) == 1 else ""


def _named(answers: Answers, people: Listed) -> str:
    """The only one whose first name was said along with the wish: "pair jay with rosa"."""
    said = reading.plain(str(answers.get("words") or ""))
    firsts = ((str(key), reading.plain(str(label).partition(":")[0])[:1]) for key, label in people)
    found = [key for key, first in firsts if first and first[0] in said]
    return found[0] if len(found) == 1 else ""


def one_named(answers: Answers, facts: Facts) -> bool:
    """Whether it is known for whom somebody is looked for."""
    return bool(mentee_of(answers, facts))


def both_named(answers: Answers, facts: Facts) -> bool:
    """Whether it is known who may be there for them, too, and they can be asked."""
    mentee, mentor = mentee_of(answers, facts), mentor_of(answers, facts)
    return bool(mentee and mentor) and not ruled_out(mentee, mentor, facts)


def name(people: Listed, key: object) -> str:
    return next((str(label).partition(":")[0] for one, label in people if str(one) == key), "")


def nobody(answers: Answers, facts: Facts) -> bool:
    return not (facts["desk"]["mentees"] and facts["desk"]["mentors"])


def all_asked(answers: Answers, facts: Facts) -> bool:
    """Whether nobody is left who could be asked about them, though they wait."""
    mentee = mentee_of(answers, facts)
    left = (one for one in facts["desk"]["mentors"] if not ruled_out(mentee, str(one[0]), facts))
    return waits(answers, facts) and not any(left)


def waits(answers: Answers, facts: Facts) -> bool:
    return listed(facts["desk"]["mentees"], mentee_of(answers, facts))


def has_room(answers: Answers, facts: Facts) -> bool:
    return listed(facts["desk"]["mentors"], mentor_of(answers, facts))


def listed(people: Listed, key: str) -> bool:
    return any(str(one) == key for one, _label in people)


def taken(answers: Answers, facts: Facts) -> bool:
    """Whether another coordinator was faster, or one of the two is there no more."""
    mentee, mentor = mentee_of(answers, facts), mentor_of(answers, facts)
    there = waits(answers, facts) and has_room(answers, facts)
    return not there or ruled_out(mentee, mentor, facts)


def parting(answers: Answers, facts: Facts) -> Facts:
    """How the two parted, if they were together before: for safety, or else the last time."""
    both = [mentee_of(answers, facts), mentor_of(answers, facts)]
    parted = [one for one in facts["desk"]["partings"] if [*map(str, one["pair"])] == both]
    return max(parted, key=lambda one: bool(one["safety"]), default={})


def parted(answers: Answers, facts: Facts) -> bool:
    return bool(parting(answers, facts))


def unsafe(answers: Answers, facts: Facts) -> bool:
    return bool(parting(answers, facts).get("safety"))


def trained(answers: Answers, facts: Facts) -> Facts:
    """The minutes of training that the mentor has and needs, where that is not enough."""
    wanted = facts["desk"].get("training") or {}
    had = wanted.get("short", {}).get(mentor_of(answers, facts))
    return {} if had is None else {**wanted, "minutes": had}


def untrained(answers: Answers, facts: Facts) -> bool:
    """Whether the mentor has had less training than the programme wants."""
    return bool(trained(answers, facts))


def barred(answers: Answers, facts: Facts) -> bool:
    """Whether they cannot be asked before they have had it."""
    return bool(trained(answers, facts).get("required"))


def described(answers: Answers, facts: Facts) -> bool:
    """Whether both have said something of themselves."""
    about = facts["desk"]["about"]
    mentee, mentor = mentee_of(answers, facts), mentor_of(answers, facts)
    return bool(about.get(mentee) and about.get(mentor))


def values(answers: Answers, facts: Facts) -> Facts:
    mentee, mentor = mentee_of(answers, facts), mentor_of(answers, facts)
    names = facts["desk"].get("names", {})
    shown = {
        "mentee_name": name(facts["desk"]["mentees"], mentee) or names.get(mentee, ""),
        "mentor_name": name(facts["desk"]["mentors"], mentor) or names.get(mentor, ""),
    }
    about = facts["desk"].get("about", {})
    shown |= {"looks": about.get(mentee, ""), "offers": about.get(mentor, "")}
    shown["why"] = str(parting(answers, facts).get("reason", ""))
    shown["taken"] = shown["mentor_name" if waits(answers, facts) else "mentee_name"]
    had = trained(answers, facts)
    return {**shown, "minutes": had.get("minutes", 0), "needed": had.get("needed", 0)}
