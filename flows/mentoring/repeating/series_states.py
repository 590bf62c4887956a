"""What is asked, and said, of a series of meetings."""

from collections.abc import Mapping

from flows.engine.states import Answers, Choice, Ending, Facts, Option, Remark, State
from flows.engine.text import _
from flows.events import Event, MeetingMoved, SlotAccepted
from flows.events.pairs import Scope
from flows.mentoring import arrangement, pairs, places
from flows.mentoring.times import offered_times, proposed_times, repeated_times, time_options

# NOTE: Of a series of meetings, only the first.
ONCE = Option("once", _("just that one time"), words=(_("just once, only once"),))


def accepted_once(answers: Answers, facts: Facts) -> Event:
    return SlotAccepted(pairs.match_of(answers, facts), arrangement.seen(answers, facts), once=True)


def _moved(answers: Answers, facts: Facts, scope: Scope) -> Event:
    return MeetingMoved(pairs.match_of(answers, facts), arrangement.seen(answers, facts), scope)


def skipped(answers: Answers, facts: Facts) -> Event:
    return _moved(answers, facts, "skip")


def ended(answers: Answers, facts: Facts) -> Event:
    return _moved(answers, facts, "end")


def all_moved(answers: Answers, facts: Facts) -> Event:
    return _moved(answers, facts, "move")


def again(answers: Answers, facts: Facts) -> Answers:
    """About the same person; the new time is that of all of them, as often as before."""
    every = repeated_times.said(answers) or pairs.pair_of(answers, facts).get("every", "")
    return {**arrangement.anew(answers, facts), "every": every}


STATES: Mapping[str, State] = {
    "repeats": Choice(
        # NOTE: {often} is "every 2 weeks" and the like.
        ask=_("{said:when}, and then {often}. Did I get that right?"),
        options=(Option("yes", _("that's right")), ONCE, Option("no", _("another time"))),
        hint=_("I just need to know if I got the time right."),
        why=_("I'd rather ask once more than send you at the wrong time."),
        other=proposed_times.read_instead,
        mends=offered_times.INSTEAD,
    ),
    "regular": Choice(
        ask=_("{other} can do {at:when}, and then {every}, {place}. Does that work?"),
        options=(time_options.WORKS, ONCE, time_options.OTHER_TIME),
        hint=_("I just need to know if that time works for you."),
        why=_("As soon as you both agree, it's booked."),
        other=places.read_counter,
    ),
    "which": Choice(
        ask=_("You and {other} meet {every}. Is it only {at:when}, or all of them?"),
        options=(
            Option(
                "one",
                _("only that one"),
                words=(_("just that one, just this one, only this one, just once"),),
            ),
            Option(
                "all", _("all of them"), words=(_("all, every one, the whole series, every time"),)
            ),
        ),
        hint=_("I just need to know if it's only that one, or all of them."),
        why=_("What you don't name stays booked."),
    ),
    "skipped": Ending(_("Thanks for saying so, no harm done. I'll let {other} know."), skipped),
    "ended": Ending(_("All right, all of them are off. I'll let {other} know."), ended),
    "all_moved": Ending(
        _("Thanks for saying so, no harm done. I'll let {other} know."),
        all_moved,
        then="meeting",
        given=again,
    ),
    "accepted_once": Ending("", accepted_once),
    "once": Remark(),
    "meets": Remark(_("You and {other} meet {every}.")),
}
