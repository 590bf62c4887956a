"""What can be said to a time that was named: that it works, or not."""

from flows.engine.states import Answers, Facts, Option
from flows.engine.text import _

WORKS = Option("yes", _("works for me"))
OTHER_TIME = Option(
    "no",
    _("another time"),
    words=(
        _("different day, not then, move it"),
        _(
            "can we move it, can we change it, reschedule, gotta move it, have to move it, need "
            "to move it, have to cancel, must cancel, need to cancel"
        ),
        _("I'm ill, I'm sick"),
        _(
            "something came up, something's come up, I have to bail, gotta bail, bail, call it "
            "off, let's call it off, can't anymore, I can't anymore, can't make it anymore, won't "
            "make it, I won't make it, doesn't work anymore, I missed the bus, missed the bus"
        ),
        _(
            "too early, it's too early, too early for me, too late, it's too late, too late for "
            "me, a bit later, a bit earlier, a little later, later would be better, next week, "
            "next week instead, next week rather, leave it till next week, maybe next week"
        ),
        _(
            "I'm busy, I have work, I'm at work, I have school, I have plans, I have a prior "
            "engagement, I have another commitment, I'll be away, I shall be away, I'm away"
        ),
    ),
)
# NOTE: Picked by who cannot make the first time that the other named, but the second.
SECOND = Option("second", _("rather {alternative:when}"))


def on_offer(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """What can be said to a time that the other can do, and perhaps to a second one."""
    return (WORKS, SECOND, OTHER_TIME) if answers.get("alternative") else (WORKS, OTHER_TIME)
