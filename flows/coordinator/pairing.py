"""A coordinator brings two people together, for a reason that both read."""

from collections.abc import Callable
from itertools import pairwise

from flows.engine.states import (
    Answers,
    Choice,
    Ending,
    Facts,
    Flow,
    Heard,
    Option,
    Question,
    Remark,
)
from flows.engine.text import _
from flows.engine.values import Listed
from flows.events import Event, Paired
from flows.intents import coordinator as intents
from flows.joining.profile import read_words

SHOWN, PAGES = 6, 3
AGAIN = (Option("other", _("pick somebody else")), Option("on", _("go on all the same")))
MORE = Option("more", _("show others"), words=(_("more, next"),))


def read_reason(heard: Heard) -> str:
    """A line that stands beside others: it begins like one, and ends like one."""
    text = read_words(heard)
    return f"{text[:1].upper()}{text[1:]}{'.' if text[-1].isalnum() else ''}"


def _page(of: str, page: int) -> Callable[[Answers, Facts], tuple[Option, ...]]:
    """A page of names, those who have waited longest first; with more of them, the next one too."""

    def options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
        picked = _picked(answers, MENTEE)
        people = [one for one in facts["desk"][of] if of == "mentees" or str(one[0]) != picked]
        first = page * SHOWN
        shown = [Option(str(key), label, own=True) for key, label in people[first : first + SHOWN]]
        more = page + 1 < PAGES and len(people) > first + SHOWN
        return (*shown, MORE) if more else tuple(shown)

    return options


def _pages(name: str) -> list[str]:
    return [name, *(f"{name}_{page}" for page in range(2, PAGES + 1))]


MENTEE, MENTOR = _pages("mentee"), _pages("mentor")
PICKED = (*MENTEE, *MENTOR)


def _picked(answers: Answers, pages: list[str]) -> str:
    """Who was picked last, on whichever page: answers stand in the order they were given."""
    return next((str(answers[name]) for name in reversed(answers) if name in pages), "")


def _name(people: Listed, key: object) -> str:
    return next((str(label).partition(":")[0] for one, label in people if str(one) == key), "")


def _nobody(answers: Answers, facts: Facts) -> bool:
    return not (facts["desk"]["mentees"] and facts["desk"]["mentors"])


def _waits(answers: Answers, facts: Facts) -> bool:
    return _listed(facts["desk"]["mentees"], _picked(answers, MENTEE))


def _has_room(answers: Answers, facts: Facts) -> bool:
    return _listed(facts["desk"]["mentors"], _picked(answers, MENTOR))


def _listed(people: Listed, key: str) -> bool:
    return any(str(one) == key for one, _label in people)


def _taken(answers: Answers, facts: Facts) -> bool:
    """Whether another coordinator was faster, or one of the two is there no more."""
    return not (_waits(answers, facts) and _has_room(answers, facts))


def _parting(answers: Answers, facts: Facts) -> Facts:
    """How the two parted, if they were together before: for safety, or else the last time."""
    both = [_picked(answers, MENTEE), _picked(answers, MENTOR)]
    parted = [one for one in facts["desk"]["partings"] if [*map(str, one["pair"])] == both]
    return max(parted, key=lambda one: bool(one["safety"]), default={})


def _parted(answers: Answers, facts: Facts) -> bool:
    return bool(_parting(answers, facts))


def _unsafe(answers: Answers, facts: Facts) -> bool:
    return bool(_parting(answers, facts).get("safety"))


def _described(answers: Answers, facts: Facts) -> bool:
    """Whether both have said something of themselves."""
    about = facts["desk"]["about"]
    return bool(about.get(_picked(answers, MENTEE)) and about.get(_picked(answers, MENTOR)))


def _paired(answers: Answers, facts: Facts) -> Event:
    mentee, mentor = _picked(answers, MENTEE), _picked(answers, MENTOR)
    return Paired(int(mentee), int(mentor), str(answers["reason"]))


def _values(answers: Answers, facts: Facts) -> Facts:
    mentee, mentor = _picked(answers, MENTEE), _picked(answers, MENTOR)
    names = facts["desk"].get("names", {})
    shown = {
        "mentee_name": _name(facts["desk"]["mentees"], mentee) or names.get(mentee, ""),
        "mentor_name": _name(facts["desk"]["mentors"], mentor) or names.get(mentor, ""),
    }
    about = facts["desk"].get("about", {})
    shown |= {"looks": about.get(mentee, ""), "offers": about.get(mentor, "")}
    shown["why"] = str(_parting(answers, facts).get("reason", ""))
    return shown | {"taken": shown["mentor_name" if _waits(answers, facts) else "mentee_name"]}


FLOW = Flow(
    name="pairing",
    intents=(intents.PAIR,),
    needs=("desk",),
    states={
        "start": Remark(),
        "nobody": Ending(
            _("It takes someone waiting and someone with room. Right now one of them is missing.")
        ),
        **{
            name: Choice(
                ask=_("Who is it for? The one who has waited longest comes first."),
                options=_page("mentees", page),
                hint=_("Just pick one of those who wait."),
                why=_("Everybody here has said what they need."),
            )
            for page, name in enumerate(MENTEE)
        },
        **{
            name: Choice(
                ask=_("And who could be there for {mentee_name}?"),
                options=_page("mentors", page),
                hint=_("Just pick one of those with room."),
                why=_("Everybody here has room for one more."),
            )
            for page, name in enumerate(MENTOR)
        },
        "look": Remark(),
        "unsafe": Choice(
            ask=_(
                "Careful: {mentee_name} and {mentor_name} parted for safety. Why: {why:short} "
                "Bring them together all the same?"
            ),
            options=AGAIN,
            hint=_("I just need to know if I should go on."),
            why=_("They were together before, and it was ended for safety."),
        ),
        "parted": Choice(
            ask=_(
                "{mentee_name} and {mentor_name} were together before. Why it ended: {why:short}"
            ),
            options=AGAIN,
            hint=_("I just need to know if I should go on."),
            why=_("They were together before, and it was ended."),
        ),
        "meant": Remark(),
        "about": Remark(
            _("{mentee_name} looks for: {looks:short}. {mentor_name} is good at: {offers:short}.")
        ),
        "reason": Question(
            ask=_("Why these two? One line that both will read. For example: you both love maths."),
            read=read_reason,
            hint=_("One line is plenty. For example: Rosa is a nurse, like you want to be."),
            why=_("People start better when they know why it's the two of them."),
        ),
        "confirm": Choice(
            ask=_("{mentee_name} and {mentor_name}: {reason:short} Shall I tell them?"),
            options=(Option("yes", _("tell them"), words=(_("tell"),)), Option("no", _("not yet"))),
            hint=_("I just need to know if I should tell them."),
            why=_("Nobody hears anything before you say so."),
        ),
        "taken": Remark(_("{taken} isn't free any more, sorry.")),
        "told": Ending(
            _("Done. I tell {mentee_name} and {mentor_name} between 9 am and 8 pm their time."),
            _paired,
        ),
        "left": Ending(_("All right, nobody has heard anything.")),
    },
    values=_values,
    transitions=[
        ("onward", "start", "nobody", _nobody),
        ("onward", "start", "mentee"),
        *(("more", name, onward) for name, onward in pairwise(MENTEE)),
        *(("answered", name, "mentor") for name in MENTEE),
        *(("left", name, "left") for name in MENTEE),
        *(("more", name, onward) for name, onward in pairwise(MENTOR)),
        *(("answered", name, "look") for name in MENTOR),
        *(("left", name, "left") for name in MENTOR),
        ("onward", "look", "unsafe", _unsafe),
        ("onward", "look", "parted", _parted),
        ("onward", "look", "meant"),
        ("other", "unsafe", "mentor"),
        ("on", "unsafe", "meant"),
        ("left", "unsafe", "left"),
        ("other", "parted", "mentor"),
        ("on", "parted", "meant"),
        ("left", "parted", "left"),
        ("onward", "meant", "about", _described),
        ("onward", "meant", "reason"),
        ("onward", "about", "reason"),
        ("answered", "reason", "confirm"),
        ("left", "reason", "left"),
        ("yes", "confirm", "taken", _taken),
        ("onward", "taken", "nobody", _nobody),
        ("onward", "taken", "mentor", _waits),
        ("onward", "taken", "mentee"),
        ("yes", "confirm", "told"),
        ("no", "confirm", "left"),
        ("left", "confirm", "left"),
    ],
)
