"""Getting to know somebody who looks for a mentor: a few questions, fewer when some are known."""

from flows.engine.states import Ending, Flow, Remark
from flows.engine.text import _
from flows.joining import ages, profile, six, whereabouts

QUESTIONS = ("age", "name", "topics", "hopes", "free", "matters")


FLOW = Flow(
    name="intake",
    states={
        "welcome": Remark(),
        "few": Remark(
            _(
                "Great! A few short questions, and {coordinator} can look for your mentor. "
                "Write the way you always do."
            )
        ),
        **ages.STATES,
        "age": ages.AGE_AND_NAME,
        "name": profile.NAME,
        "topics": profile.TOPICS,
        "hopes": profile.HOPES,
        **whereabouts.STATES,
        "free": profile.FREE,
        "matters": profile.MATTERS,
        "done": Ending(
            _(
                "That's it, thank you! {coordinator} picks your mentor, not a computer. You'll "
                "hear by {day:weekday}, even if we're still looking."
            ),
            lambda answers, facts: profile.completed(whereabouts.told(answers, facts)),
            then="goal_setting",
        ),
    },
    moved={"six": "age"},
    values=six.values,
    transitions=six.rows(QUESTIONS),
)
