"""Where a series of meetings leads: how one is heard, and which of them is moved or called off."""

from flows.engine.states import Answers, Facts, Predicate, Row
from flows.mentoring import arrangement, pairs
from flows.mentoring.times import offered_times, repeated_times, spoken_times, time_tokens

# Where a time is written that may be the first of a series.
HEARD = ("booked", "pending", "offer", "regular", "shared", "rather", "time", "hour", "day")


def repeats(answers: Answers, facts: Facts) -> bool:
    """Whether it is the first time of a series, as far as it is known."""
    if not repeated_times.said(answers) or arrangement.several(answers, facts):
        return False
    slot = spoken_times.slot(answers, facts)
    return time_tokens.timed(slot) and not spoken_times.by_night(slot, answers, facts)


def instead(answers: Answers, facts: Facts) -> bool:
    """The same of another place where they may write a time."""
    return "where" not in answers and repeats(answers, facts)


def of_booked(answers: Answers, facts: Facts) -> bool:
    """Whether the meeting that is booked is to be the first of a series."""
    here = pairs.pair_of(answers, facts).get("here")
    booked = arrangement.stands("booked")(answers, facts)
    return booked and spoken_times.slot(answers, facts) == here


def asked(answers: Answers, facts: Facts) -> bool:
    """Whether the other side would like a series."""
    offered = arrangement.stands("proposed", mine=False)(answers, facts)
    return offered and bool(pairs.pair_of(answers, facts).get("asked_every"))


def stands(answers: Answers, facts: Facts) -> bool:
    """Whether what is booked is one of a series."""
    booked = arrangement.stands("booked")(answers, facts)
    return booked and bool(pairs.pair_of(answers, facts).get("every"))


def _and(first: Predicate, second: Predicate) -> Predicate:
    def both(answers: Answers, facts: Facts) -> bool:
        return first(answers, facts) and second(answers, facts)

    return both


def _same_day(answers: Answers, facts: Facts) -> bool:
    return stands(answers, facts) and not offered_times.other_day("booked")(answers, facts)


_OFF = arrangement.says("off", "booked")

# What comes before the rows of a single meeting, where it is one of a series.
ROWS: tuple[Row, ...] = (
    ("onward", "found", "regular", asked),
    ("onward", "meets", "booked"),
    ("onward", "found", "which", _and(arrangement.move, stands)),
    ("yes", "off", "which", stands),
    ("no", "booked", "which", _same_day),
    *(("yes", echo, "which", stands) for echo in ("sure", "both")),
    *(
        ("answered", echo, "which", _and(arrangement.booked_and_confirmed, stands))
        for echo in ("sure", "both")
    ),
    *(("answered", state, "repeats", repeats) for state in (*HEARD, "sure", "both")),
    ("answered", "where", "repeats", instead),
    ("yes", "repeats", "asked", of_booked),
    ("yes", "repeats", "which", stands),
    ("yes", "repeats", "moved", arrangement.stands("booked")),
    ("yes", "repeats", "placed"),
    ("once", "repeats", "once"),
    ("onward", "once", "kept", of_booked),
    ("onward", "once", "which", stands),
    ("onward", "once", "moved", arrangement.stands("booked")),
    ("onward", "once", "placed"),
    ("no", "repeats", "booked", arrangement.stands("booked")),
    ("no", "repeats", "choose"),
    ("left", "repeats", "kept", arrangement.stands("booked")),
    ("left", "repeats", "left"),
    ("answered", "repeats", "day", arrangement.dayless),
    ("answered", "repeats", "hour", arrangement.timeless),
    ("answered", "repeats", "asleep", arrangement.by_night),
    ("answered", "repeats", "both", arrangement.several),
    ("answered", "repeats", "repeats", repeats),
    ("answered", "repeats", "sure"),
    ("yes", "regular", "accepted"),
    ("once", "regular", "accepted_once"),
    ("no", "regular", "regular", offered_times.other_day("regular")),
    ("no", "regular", "choose"),
    ("answered", "regular", "placed", arrangement.elsewhere),
    ("answered", "regular", "accepted", arrangement.same("regular")),
    ("answered", "regular", "day", arrangement.dayless),
    ("answered", "regular", "hour", arrangement.timeless),
    ("answered", "regular", "asleep", arrangement.by_night),
    ("answered", "regular", "both", arrangement.several),
    ("answered", "regular", "sure"),
    ("left", "regular", "left"),
    ("one", "which", "skipped", _OFF),
    ("one", "which", "moved"),
    ("all", "which", "ended", _OFF),
    ("all", "which", "all_moved"),
    ("left", "which", "kept"),
)
