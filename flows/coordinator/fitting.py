"""Whether two people fit: the training of the mentor, and what speaks for the two."""

from collections.abc import Mapping

from flows.coordinator import recording, suggested, together
from flows.engine.states import Choice, Heard, Option, Remark, Row, State
from flows.engine.text import _
from flows.joining.profile import read_words

AGAIN = (Option("other", _("pick somebody else")), Option("on", _("go on all the same")))


def read_reason(heard: Heard) -> str:
    """A line that stands beside others: it begins like one, and ends like one."""
    text = read_words(heard)
    return f"{text[:1].upper()}{text[1:]}{'.' if text[-1].isalnum() else ''}"


STATES: Mapping[str, State] = {
    **recording.STATES,
    "barred": Remark(
        _(
            "{mentor_name} has {minutes} of the {needed} minutes of training, so I can't ask "
            "yet. Once there is more, text TRAINING."
        )
    ),
    "untrained": Choice(
        ask=_(
            "{mentor_name} has {minutes} of the {needed} minutes of training. Go on all the same?"
        ),
        options=AGAIN,
        hint=_("I just need to know if I should go on."),
        why=_("Some training is wanted here before two people meet."),
    ),
    "trained": Remark(),
    "about": Remark(
        _("{mentee_name} looks for: {looks:short}. {mentor_name} is good at: {offers:short}.")
    ),
    "pros": Remark("{pros:relayed} {cons:relayed}"),
    "use": Choice(
        ask=_(
            "Shall I ask {mentor_name}? Both read what speaks for it. Or write a line of your "
            "own for both."
        ),
        options=(
            Option("yes", _("ask {mentor_name}"), words=(_("ask"), _("tell"), suggested.AGREED)),
            Option("other", _("pick somebody else"), words=(suggested.REFUSED,)),
            recording.ALREADY,
        ),
        other=read_reason,
        wholly=True,
        hint=_("I just need to know if I should ask {mentor_name}."),
        why=_("People start better when they know why it's the two of them."),
    ),
    # Where both are asked before two people are together.
    "then": Choice(
        ask=_("And if {mentor_name} can't, shall I ask the next best, in turn? {after:list}."),
        options=(
            Option("list", _("ask them next"), words=(_("ask them, them next, in turn"),)),
            Option("only", _("ask you first"), words=(_("ask me, me first, only the one"),)),
        ),
        hint=_("I just need to know if I may ask the next best without asking you again."),
        why=_("Nobody is asked before you say so. So nobody has to wait for you in between."),
    ),
}
# Once the two are known: the training of the mentor, and what speaks for them.
ROWS: tuple[Row, ...] = (
    *recording.ROWS,
    ("onward", "meant", "barred", together.barred),
    ("onward", "meant", "untrained", together.untrained),
    ("onward", "meant", "trained"),
    ("onward", "barred", "best", suggested.has_best),
    ("onward", "barred", "mentor"),
    ("other", "untrained", "best", suggested.has_best),
    ("other", "untrained", "mentor"),
    ("on", "untrained", "trained"),
    ("left", "untrained", "left"),
    ("onward", "trained", "pros", suggested.weighed),
    ("onward", "pros", "use", suggested.speaks),
    ("onward", "pros", "reason"),
    ("yes", "use", "taken", together.taken),
    ("yes", "use", "then", suggested.has_after),
    ("yes", "use", "told"),
    ("answered", "use", "confirm"),
    ("other", "use", "best", suggested.has_best),
    ("other", "use", "mentor"),
    ("left", "use", "left"),
    ("list", "then", "told"),
    ("only", "then", "told"),
    ("left", "then", "left"),
    ("onward", "trained", "about", together.described),
    ("onward", "trained", "reason"),
)
