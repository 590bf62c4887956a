"""Getting to know somebody who offers to mentor: a few questions, fewer when some are known."""

from flows.engine.states import Ending, Flow, Remark
from flows.engine.text import _
from flows.joining import ages, profile, six, whereabouts

QUESTIONS = ("age", "name", "topics", "been", "free", "capacity")


FLOW = Flow(
    name="mentor_intake",
    states={
        "welcome": Remark(),
        "few": Remark(
            _(
                "Great, and thank you! A few short questions, so that {coordinator} finds "
                "the right person for you. Write the way you always do."
            )
        ),
        **ages.STATES,
        "age": ages.AGE_AND_NAME,
        "name": profile.NAME,
        "topics": profile.CAN_HELP,
        "been": profile.BEEN,
        **whereabouts.STATES,
        "free": profile.FREE,
        "capacity": profile.CAPACITY,
        "done": Ending(
            _(
                "That's it, thank you! {coordinator} asks you before anything is decided. "
                "You'll hear by {day:weekday}, even if we're still looking."
            ),
            lambda answers, facts: profile.completed(whereabouts.told(answers, facts)),
        ),
    },
    moved={"six": "age"},
    values=six.values,
    transitions=six.rows(QUESTIONS),
)
