"""A coordinator would bring two people together, for a reason that both read; the mentor is
asked first."""

from itertools import pairwise

from flows.coordinator import fitting, recording, suggested, together
from flows.engine.states import (
    Choice,
    Ending,
    Flow,
    Option,
    Question,
    Remark,
)
from flows.engine.text import _
from flows.intents import coordinator as intents

FLOW = Flow(
    name="pairing",
    intents=(intents.PAIR,),
    needs=("desk", "fits", "training"),
    states={
        "start": Remark(),
        "nobody": Ending(
            _("It takes someone waiting and someone with room. Right now one of them is missing.")
        ),
        **{
            name: Choice(
                ask=_("Who is it for? The one who has waited longest comes first."),
                options=together.page("mentees", page),
                hint=_("Just pick one of those who wait."),
                why=_("Everybody here has said what they need."),
            )
            for page, name in enumerate(together.MENTEE)
        },
        **{
            name: Choice(
                ask=_("And who could be there for {mentee_name}?"),
                options=together.page("mentors", page),
                hint=_("Just pick one of those with room."),
                why=_("Everybody here has room for one more."),
            )
            for page, name in enumerate(together.LISTED)
        },
        "best": Choice(
            ask=_(
                "For {mentee_name}, the best first:\n{lines:relayed}\n"
                "Who shall it be? Or write a name."
            ),
            options=suggested.best,
            other=suggested.read_name,
            hint=_("Just pick one of these, or write a name."),
            why=_("They fit best by what both have said. You decide."),
        ),
        # NOTE: A name that was written.
        "unnamed": Remark(_("Nobody with room goes by that name: {said:short}.")),
        "all_asked": Ending(_("Everybody with room is asked about {mentee_name} already.")),
        "look": Remark(),
        "unsafe": Choice(
            ask=_(
                "Careful: {mentee_name} and {mentor_name} parted for safety. Why: {why:short} "
                "Bring them together all the same?"
            ),
            options=fitting.AGAIN,
            hint=_("I just need to know if I should go on."),
            why=_("They were together before, and it was ended for safety."),
        ),
        "parted": Choice(
            ask=_(
                "{mentee_name} and {mentor_name} were together before. Why it ended: {why:short}"
            ),
            options=fitting.AGAIN,
            hint=_("I just need to know if I should go on."),
            why=_("They were together before, and it was ended."),
        ),
        "meant": Remark(),
        **fitting.STATES,
        "reason": Question(
            ask=_("Why these two? One line that both will read. For example: you both love maths."),
            read=fitting.read_reason,
            hint=_("One line is plenty. For example: Rosa is a nurse, like you want to be."),
            why=_("People start better when they know why it's the two of them."),
        ),
        "confirm": Choice(
            ask=_("{mentee_name} and {mentor_name}: {reason:short}\nShall I ask {mentor_name}?"),
            options=(
                Option("yes", _("ask {mentor_name}"), words=(_("ask"), _("tell"))),
                Option("no", _("not yet")),
                recording.ALREADY,
            ),
            hint=_("I just need to know if I should ask {mentor_name}."),
            why=_("Nobody hears anything before you say so."),
        ),
        "taken": Remark(_("{taken} isn't free any more, sorry.")),
        "told": Ending(
            _(
                "Done. I ask {mentor_name} between 9 am and 8 pm there; "
                "{mentee_name} hears once it's a gladly."
            ),
            suggested.paired,
        ),
        "recorded": Ending(
            _("Done: {mentee_name} and {mentor_name}, since {since:date}. I tell both."),
            suggested.paired,
        ),
        "left": Ending(_("All right, nobody has heard anything.")),
    },
    values=suggested.values,
    transitions=[
        ("onward", "start", "nobody", together.nobody),
        ("onward", "start", "look", together.both_named),
        ("onward", "start", "all_asked", together.all_asked),
        ("onward", "start", "best", suggested.one_named),
        ("onward", "start", "mentor", together.one_named),
        ("onward", "start", "mentee"),
        *(("more", name, onward) for name, onward in pairwise(together.MENTEE)),
        *(("answered", name, "all_asked", together.all_asked) for name in together.MENTEE),
        *(("answered", name, "look", together.both_named) for name in together.MENTEE),
        *(("answered", name, "best", suggested.has_best) for name in together.MENTEE),
        *(("answered", name, "mentor") for name in together.MENTEE),
        ("others", "best", "mentor"),
        ("answered", "best", "unnamed", suggested.unnamed),
        ("answered", "best", "taken", together.taken),
        ("answered", "best", "look"),
        ("left", "best", "left"),
        ("onward", "unnamed", "mentor"),
        *(("left", name, "left") for name in together.MENTEE),
        *(("more", name, onward) for name, onward in pairwise(together.LISTED)),
        *(("answered", name, "look") for name in together.LISTED),
        *(("left", name, "left") for name in together.LISTED),
        ("onward", "look", "unsafe", together.unsafe),
        ("onward", "look", "parted", together.parted),
        ("onward", "look", "meant"),
        ("other", "unsafe", "best", suggested.has_best),
        ("other", "unsafe", "mentor"),
        ("on", "unsafe", "meant"),
        ("left", "unsafe", "left"),
        ("other", "parted", "best", suggested.has_best),
        ("other", "parted", "mentor"),
        ("on", "parted", "meant"),
        ("left", "parted", "left"),
        *fitting.ROWS,
        ("onward", "about", "reason"),
        ("answered", "reason", "confirm"),
        ("left", "reason", "left"),
        ("yes", "confirm", "taken", together.taken),
        ("onward", "taken", "nobody", together.nobody),
        ("onward", "taken", "all_asked", together.all_asked),
        ("onward", "taken", "best", suggested.waits),
        ("onward", "taken", "mentor", together.waits),
        ("onward", "taken", "mentee"),
        ("yes", "confirm", "then", suggested.has_after),
        ("yes", "confirm", "told"),
        ("no", "confirm", "left"),
        ("left", "confirm", "left"),
    ],
)
