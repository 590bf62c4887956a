"""A new number says who it is, and a coordinator says whether that is so."""

from flows.coordinator import naming, waiting
from flows.engine import options
from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Question, Remark
from flows.engine.text import _
from flows.events import Event
from flows.events.addresses import ClaimSettled
from flows.joining.profile import read_words

OTHER = Option("other", _("somebody else I know"), words=(_("somebody else, another one"),))
NOBODY = Option("nobody", _("nobody I know"), words=(_("I don't know them, nobody, unknown"),))
KEPT = Option("later", _("keep it for later"), words=(_("keep it, later, not now"),))
MOST = 6  # people who can be meant


def _who(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """Those whom the name fits, by what tells one from another."""
    there = {one["id"]: one for one in facts["desk"]["people"]}
    named = [there[one] for one in _claimed(answers, facts) if one in there][:MOST]
    return (*options.own((one["id"], one["label"]) for one in named), OTHER, NOBODY, KEPT)


def _claimed(answers: Answers, facts: Facts) -> list[int]:
    return list(waiting.thing(answers, facts).get("claimed") or ())


def _person(answers: Answers, facts: Facts) -> Facts:
    """The one who was picked, or is named."""
    picked = str(answers.get("which") or answers.get("who") or "")
    everybody: list[Facts] = facts["desk"]["people"]
    by_id = [one for one in everybody if str(one["id"]) == picked]
    return next(iter(by_id or _called(answers, facts)), {})


def _called(answers: Answers, facts: Facts) -> list[Facts]:
    said = str(answers.get("other") or "")
    found = naming.find(said, facts["desk"]["people"]) if said else naming.Found()
    return list(found.people)


def _several(answers: Answers, facts: Facts) -> bool:
    return len(_called(answers, facts)) > 1


def _unknown(answers: Answers, facts: Facts) -> bool:
    return not _called(answers, facts)


def _which(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    return options.own((one["id"], one["label"]) for one in _called(answers, facts)[:MOST])


def _settled(answers: Answers, facts: Facts, person: int) -> Event:
    return ClaimSettled(waiting.number(answers, facts), person, waiting.seen(answers))


def _values(answers: Answers, facts: Facts) -> Facts:
    return {**waiting.values(answers, facts), "who": _person(answers, facts).get("name", "")}


FLOW = Flow(
    name="claiming",
    needs=("desk", "people"),
    states={
        "start": Remark(),
        "who": Choice(
            ask=_("{words:relayed}\nPlease make sure before you say who that is:"),
            options=_who,
            hint=_("Just pick who that is."),
            why=_("Whoever it is reads all that I write to them from then on."),
        ),
        "other": Question(
            ask=_("Which name do I know them by?"),
            read=read_words,
            hint=_("Write the name, as it stands on your list."),
            why=_("Then I write to them at the new number."),
        ),
        "which": Choice(
            ask=_("There are several of that name. Who is it?"),
            options=_which,
            hint=_("Just pick who that is."),
            why=_("I don't want to mix them up."),
        ),
        "sure": Choice(
            ask=_("From now on I write to {who} there. Are you sure that it's {who}?"),
            options=(
                Option("yes", _("I'm sure"), words=(_("sure, certain, I called"),)),
                Option("no", _("not yet"), words=(_("not sure, keep it, later"),)),
            ),
            hint=_("I just need to know if you are sure."),
            why=_("Whoever it is reads all that I write to them from then on."),
            firm=True,
        ),
        "moved": Ending(
            _("Good. I tell {who}, and go on there."),
            lambda answers, facts: _settled(answers, facts, int(_person(answers, facts)["id"])),
        ),
        "refused": Ending(
            _("Good. I tell them kindly, and nothing changes."),
            lambda answers, facts: _settled(answers, facts, 0),
        ),
        "unknown": Ending(_("I know nobody of that name. It stays on your list.")),
        "kept": Ending(_("All right, it stays on your list.")),
        "gone": Ending(_("That one is done already.")),
    },
    values=_values,
    shows=waiting.shows,
    transitions=[
        ("onward", "start", "gone", waiting.gone),
        ("onward", "start", "who"),
        ("answered", "who", "sure"),
        ("other", "who", "other"),
        ("nobody", "who", "gone", waiting.gone),
        ("nobody", "who", "refused"),
        ("later", "who", "kept"),
        ("left", "who", "kept"),
        ("answered", "other", "unknown", _unknown),
        ("answered", "other", "which", _several),
        ("answered", "other", "sure"),
        ("left", "other", "kept"),
        ("answered", "which", "sure"),
        ("left", "which", "kept"),
        ("yes", "sure", "gone", waiting.gone),
        ("yes", "sure", "moved"),
        ("no", "sure", "kept"),
        ("left", "sure", "kept"),
    ],
)
