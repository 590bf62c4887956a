"""Two have met once, and each says in private whether they would like to go on."""

from collections.abc import Callable

from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Remark
from flows.engine.text import _
from flows.events import Event
from flows.events.offers import KeepingSaid
from flows.lifecycles.offer import Word
from flows.mentoring import pairs


def _said(word: Word) -> Callable[[Answers, Facts], Event]:
    def event(answers: Answers, facts: Facts) -> Event:
        return KeepingSaid(pairs.match_of(answers, facts), word)

    return event


FLOW = Flow(
    name="keeping",
    states={
        "start": Remark(),
        "nobody": Ending(""),
        "keep": Choice(
            ask=_(
                "Would you like to keep going with {other}? No answer is wrong. I'll tell "
                "{coordinator}, not {other}."
            ),
            options=(
                Option("yes", _("keep going"), words=(_("keep, go on, keep her, keep him"),)),
                Option("unsure", _("not sure"), words=(_("unsure, maybe, dont know, idk"),)),
                Option("no", _("someone else"), words=(_("somebody else, someone new"),)),
            ),
            hint=_("I just need to know: keep going, not sure, or someone else."),
            why=_("You met once to see. {other} doesn't see your answer."),
            leave=False,
        ),
        "sure": Choice(
            ask=_(
                "All right, no blame. Then it ends here with {other}, and {coordinator} looks for "
                "someone else. Shall I?"
            ),
            options=(
                Option("yes", _("someone else"), words=(_("somebody else, someone new"),)),
                Option("no", _("not sure yet"), words=(_("not sure, unsure, wait"),)),
            ),
            hint=_("I just need to know if you'd like someone else."),
            why=_("It can't be undone, so I'd better ask."),
            leave=False,
            ends=True,
            firm=True,
        ),
        "keeps": Ending("", _said("keep")),
        "unsure": Ending("", _said("unsure")),
        "changes": Ending("", _said("change")),
    },
    values=pairs.values,
    shows=pairs.shows,
    transitions=[
        ("onward", "start", "nobody", pairs.nobody),
        ("onward", "start", "keep"),
        ("yes", "keep", "keeps"),
        ("unsure", "keep", "unsure"),
        ("no", "keep", "sure"),
        ("yes", "sure", "changes"),
        ("no", "sure", "unsure"),
    ],
)
