"""A meeting of two people: a time one proposes and the other accepts, moved when need be."""

from flows.engine.intents import Intent, MenuRow
from flows.engine.states import Flow, Row
from flows.engine.text import _
from flows.intents.arrange import ARRANGE
from flows.intents.call_off import CALL_OFF
from flows.intents.meeting import MEETING
from flows.intents.reschedule import MOVE
from flows.intents.under_way import UNDER_WAY
from flows.mentoring import arrangement, meeting_states, pairs, places
from flows.mentoring.repeating import series_rows, series_states
from flows.mentoring.times import offered_times


def _read(state: str) -> tuple[Row, ...]:
    """Where a time leads that was written: to what is not known of it yet, or to its echo."""
    return (
        ("answered", state, "day", arrangement.dayless),
        ("answered", state, "hour", arrangement.timeless),
        ("answered", state, "asleep", arrangement.by_night),
        ("answered", state, "both", arrangement.several),
        ("answered", state, "sure"),
    )


def _asked(state: str) -> tuple[Row, ...]:
    """Where it leads whether a time was heard right."""
    booked = arrangement.stands("booked")
    return (
        ("answered", state, "moved", arrangement.booked_and_confirmed),
        ("answered", state, "placed", arrangement.confirmed),
        *_read(state),
        ("yes", state, "moved", booked),
        ("yes", state, "placed"),
        ("no", state, "booked", booked),
        ("no", state, "choose"),
        ("left", state, "kept", booked),
        ("left", state, "left"),
    )


FLOW = Flow(
    name="meeting",
    menu=MenuRow(_("my meeting"), when=lambda facts: bool(facts["pairs"])),
    intents=(
        Intent(
            "move",
            printed={"en": "MOVE", "es": "MOVER", "fr": "DÉPLACER", "pt": "MUDAR"},
            table=MOVE,
            label=_("move my meeting"),
            given={"wish": "move"},
            answers=True,
        ),
        Intent(
            "off",
            table=CALL_OFF,
            label=_("call off my meeting"),
            given={"wish": "off"},
            yields=True,
        ),
        Intent(
            "meeting",
            printed={"en": "MEETING", "es": "CITA", "fr": "RDV", "pt": "ENCONTRO"},
            table=MEETING,
            label=_("see my meeting"),
        ),
        Intent(
            "late",
            table=UNDER_WAY,
            label=_("I'm running late"),
            given={"wish": "late"},
        ),
        Intent(
            "arrange",
            table=ARRANGE,
            label=_("find a time"),
            given={"wish": "arrange"},
            yields=True,
        ),
        Intent(
            "arrange with",
            label=_("find a time"),
            given={"wish": "arrange"},
            named=True,
            yields=True,
        ),
        # The ways of saying it are in the table above.
        Intent("there", label=_("I'll be there"), given={"wish": "there"}, yields=True),
        Intent("here", label=_("I'm there now"), given={"wish": "here"}, yields=True),
    ),
    needs=("slots",),
    states={**meeting_states.STATES, **series_states.STATES},
    values=arrangement.values,
    shows=arrangement.shows,
    transitions=[
        ("onward", "start", "nobody", pairs.nobody),
        ("onward", "start", "who", pairs.several),
        ("onward", "start", "found"),
        *series_rows.ROWS,
        ("answered", "who", "found"),
        ("left", "who", "left"),
        ("onward", "found", "moved", arrangement.move),
        ("onward", "found", "late", arrangement.says("late", "booked")),
        ("onward", "found", "there", arrangement.says("there", "booked")),
        ("onward", "found", "here", arrangement.says("here", "booked")),
        ("onward", "found", "unbooked", arrangement.says("late", "none")),
        ("onward", "found", "unbooked", arrangement.says("here", "none")),
        ("onward", "found", "unbooked", arrangement.says("there", "none")),
        ("onward", "found", "unbooked", arrangement.says("off", "none")),
        ("onward", "found", "choose", arrangement.again),
        ("onward", "found", "off", arrangement.says("off", "booked")),
        ("onward", "found", "meets", series_rows.stands),
        ("onward", "found", "booked", arrangement.stands("booked")),
        ("onward", "found", "pending", arrangement.stands("proposed", mine=True)),
        ("onward", "found", "offer", arrangement.stands("proposed", mine=False)),
        ("onward", "found", "choose"),
        ("answered", "booked", "kept", arrangement.same("booked")),
        *_read("booked"),
        ("yes", "booked", "kept"),
        ("place", "booked", "where"),
        ("no", "booked", "booked", offered_times.other_day("booked")),
        ("no", "booked", "moved"),
        ("left", "booked", "kept"),
        ("yes", "off", "moved"),
        ("keep", "off", "kept"),
        ("left", "off", "kept"),
        ("answered", "pending", "waits", arrangement.same("pending")),
        *_read("pending"),
        ("yes", "pending", "waits"),
        ("no", "pending", "pending", offered_times.other_day("pending")),
        ("no", "pending", "choose"),
        ("left", "pending", "waits"),
        ("yes", "offer", "accepted"),
        ("second", "offer", "placed"),
        ("no", "offer", "offer", offered_times.other_day("offer")),
        ("no", "offer", "choose"),
        ("answered", "offer", "placed", arrangement.elsewhere),
        ("answered", "offer", "accepted", arrangement.same("offer")),
        ("answered", "offer", "placed", arrangement.alternative),
        *_read("offer"),
        ("left", "offer", "left"),
        ("onward", "choose", "resting", arrangement.resting),
        ("onward", "choose", "rather", offered_times.others_left),
        ("onward", "choose", "shared", offered_times.any_left),
        ("onward", "choose", "time"),
        ("answered", "shared", "choose", offered_times.refuses),
        ("answered", "shared", "placed", arrangement.listed),
        *_read("shared"),
        ("left", "shared", "left"),
        ("answered", "rather", "choose", offered_times.refuses_again),
        ("answered", "rather", "placed", arrangement.listed),
        *_read("rather"),
        ("left", "rather", "left"),
        *_read("time"),
        ("left", "time", "left"),
        ("answered", "hour", "asleep", arrangement.by_night),
        ("answered", "hour", "sure"),
        ("left", "hour", "kept", arrangement.stands("booked")),
        ("left", "hour", "left"),
        # What is read there has one day, and the hour is known by then.
        ("answered", "day", "hour", arrangement.timeless),
        ("answered", "day", "asleep", arrangement.by_night),
        ("answered", "day", "sure"),
        ("left", "day", "kept", arrangement.stands("booked")),
        ("left", "day", "left"),
        ("onward", "asleep", "booked", arrangement.stands("booked")),
        ("onward", "asleep", "choose"),
        *_asked("sure"),
        *_asked("both"),
        ("onward", "placed", "asked", places.known),
        ("onward", "placed", "where"),
        ("phone", "where", "own", places.texts_from_number),
        ("phone", "where", "number"),
        ("yes", "own", "asked"),
        ("no", "own", "number"),
        ("left", "own", "elsewhere"),
        ("answered", "elsewhere", "asked"),
        ("left", "elsewhere", "asked"),
        ("answered", "number", "elsewhere", places.no_number),
        ("answered", "where", "asked", places.picked),
        *_read("where"),
        ("left", "where", "asked"),
        ("answered", "number", "asked"),
        ("left", "number", "elsewhere"),
    ],
)
