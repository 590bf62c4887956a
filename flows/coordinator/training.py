"""A coordinator records the training that somebody has had, in minutes."""

from flows.coordinator import chosen, minutes
from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Question, Remark
from flows.engine.text import _
from flows.events import Event, TrainingRecorded
from flows.intents import coordinator as intents
from flows.joining.profile import read_answer


def _named(answers: Answers) -> Answers:
    """What was said, without the amount: that is whose training it is."""
    said = str(answers.get("said") or "")
    return {**answers, "said": minutes.find(said).rest}


def _amount(answers: Answers) -> int:
    told = answers.get("amount") or minutes.find(str(answers.get("said") or "")).minutes
    return int(told) if abs(int(told)) <= minutes.MOST else 0


def _unnamed(answers: Answers, facts: Facts) -> bool:
    return chosen.unnamed(_named(answers), facts)


def _nobody(answers: Answers, facts: Facts) -> bool:
    return chosen.nobody(_named(answers), facts)


def _several(answers: Answers, facts: Facts) -> bool:
    return chosen.several(_named(answers), facts)


def _unknown(answers: Answers, facts: Facts) -> bool:
    return chosen.unknown(_named(answers), facts)


def _untold(answers: Answers, facts: Facts) -> bool:
    return not _amount(answers)


def _off(answers: Answers, facts: Facts) -> bool:
    return _amount(answers) < 0


def _recorded(answers: Answers, facts: Facts) -> Event:
    who = chosen.person(_named(answers), facts)
    return TrainingRecorded(int(who["id"]), _amount(answers))


def _values(answers: Answers, facts: Facts) -> Facts:
    shown = chosen.values(_named(answers), facts)
    return {**shown, "minutes": abs(_amount(answers))}


FLOW = Flow(
    name="training",
    intents=(intents.RECORD,),
    needs=("desk", "people"),
    states={
        "start": Remark(),
        "name": Question(
            ask=_("Whose training is it? Just the name."),
            read=read_answer,
            hint=_("Just the name, please. For example: Jay."),
            why=_("I know everybody in your programme by name."),
        ),
        "found": Remark(),
        "nobody": Remark(_("I don't know this name: {said:short}")),
        "which": Choice(
            ask=_("Which one do you mean?"),
            options=lambda answers, facts: chosen.people(_named(answers), facts),
            hint=_("Just pick the one you mean."),
            why=_("More than one could be meant."),
        ),
        "told": Remark(),
        "amount": Question(
            ask=_("How many minutes of training has {who} had? For example: 120."),
            read=minutes.read,
            hint=_("Just the minutes, please. For example: 120, or 2 hours."),
            why=_("So you see who has had enough of it to begin."),
        ),
        "meant": Remark(),
        "recorded": Ending(
            _("Noted: {minutes} minutes of training for {who}. To see all of it, text WHO."),
            _recorded,
        ),
        "off": Ending(
            _("Noted: {minutes} minutes less for {who}. To see all of it, text WHO."), _recorded
        ),
        "lost": Ending(_("Something has changed meanwhile, so I did nothing. Please look again.")),
        "left": Ending(_("All right, nothing has changed.")),
    },
    values=_values,
    transitions=[
        ("onward", "start", "name", _unnamed),
        ("onward", "start", "found"),
        ("answered", "name", "found"),
        ("onward", "found", "nobody", _nobody),
        ("onward", "found", "which", _several),
        ("onward", "found", "told"),
        ("onward", "nobody", "name"),
        ("answered", "which", "told"),
        ("onward", "told", "amount", _untold),
        ("onward", "told", "meant"),
        ("answered", "amount", "meant"),
        ("onward", "meant", "lost", _unknown),
        ("onward", "meant", "off", _off),
        ("onward", "meant", "recorded"),
        *(("left", asked, "left") for asked in ("name", "which", "amount")),
    ],
)
