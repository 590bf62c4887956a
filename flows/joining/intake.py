"""Getting to know somebody who looks for a mentor: a few questions, fewer when some are known."""

from flows.engine.states import Answers, Ending, Facts, Flow, Remark
from flows.engine.text import _
from flows.events import Event
from flows.joining import ages, profile, six, whereabouts
from flows.mentoring.aims.marks import aiming

QUESTIONS = ("age", "name", "topics", "hopes", "free", "matters")
DONE = _(
    "That's it, thank you! {coordinator} picks your mentor, not a computer. You'll hear by "
    "{day:weekday}, even if we're still looking."
)


def _completed(answers: Answers, facts: Facts) -> Event:
    return profile.completed(whereabouts.told(answers, facts))


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
        "done": Ending(DONE, _completed, then="hope"),
        # Where goals are asked about once two people have agreed, a hope is enough until then.
        "ready": Ending(DONE, _completed),
    },
    moved={"six": "age"},
    values=six.values,
    transitions=[
        ("answered", "matters", "ready", aiming),
        ("left", "matters", "ready", aiming),
        *six.rows(QUESTIONS),
    ],
)
