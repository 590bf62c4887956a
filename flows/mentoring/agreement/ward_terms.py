"""A guardian is asked about what their child and somebody else agree on."""

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Remark
from flows.engine.text import _
from flows.events import Event, WardTermsAgreed
from flows.joining.ward import CHILD
from flows.mentoring.agreement import terms
from flows.support import ward_says


def _agreed(answers: Answers, facts: Facts) -> Event:
    match, version = (int(answers.get(name) or 0) for name in ("match", "version"))
    return WardTermsAgreed(match, version, str(answers.get("side") or ""))


def _values(answers: Answers, facts: Facts) -> Facts:
    shown = terms.in_words(dict(answers.get("terms") or {}))
    return {**shown, "child": answers.get("child") or CHILD, "other": answers.get("other") or ""}


FLOW = Flow(
    name="ward_terms",
    states={
        "start": Remark(),
        "plan": Remark(
            _("{child} and {other} would like to talk {often}, {how}, for {long} each time.")
        ),
        "okay": Choice(
            ask=_("Their last day would be {until:date}. Is that all right with you?"),
            options=(
                Option("yes", _("that's all right"), words=(_("all right, fine, I agree, okay"),)),
                *ward_says.OPTIONS,
            ),
            hint=_("Just pick what fits best."),
            why=_("You answer for {child}, so it only holds if you agree, too."),
        ),
        "agreed": Ending(
            _("Thank you. I'll tell {child} and {other}. Write to me whenever you like."), _agreed
        ),
        **ward_says.STATES,
    },
    values=_values,
    transitions=[
        ("onward", "start", "plan"),
        ("onward", "plan", "okay"),
        ("yes", "okay", "agreed"),
        *ward_says.rows("okay"),
    ],
)
