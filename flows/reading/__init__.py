"""From what people type on their phones to an answer, in English, Spanish, French or Portuguese."""

from flows.reading.agreeing.agreement import keeps, reassures
from flows.reading.agreeing.deeds import happened
from flows.reading.agreeing.yesno import agrees_elsewhere, agrees_on, yes_no
from flows.reading.amounts.ages import age
from flows.reading.amounts.numbers import number, scale
from flows.reading.amounts.phones import phone
from flows.reading.choices import choice, repeats, wholly
from flows.reading.corrections import corrected
from flows.reading.free.availability import Window, availability
from flows.reading.free.freehours import DAY
from flows.reading.free.places import alters, beside, names_place, place
from flows.reading.free.refusals import (
    Days,
    denies,
    only_weekday,
    refused_days,
    refuses,
)
from flows.reading.introductions import introduced
from flows.reading.labels import Offered
from flows.reading.listing import bare, is_thing, things
from flows.reading.names import name
from flows.reading.picks import only_picks, several
from flows.reading.replies import Unclear, plain
from flows.reading.sentences import declines, leaves, nothing, passes, sentence
from flows.reading.telling import (
    asks,
    later,
    nods,
    not_now,
    only_assents,
    own_words,
    pleasant,
    puts_off,
    reason,
    tells,
    until_later,
)
from flows.reading.when.dates import date
from flows.reading.when.moments import Moment, moment, written
from flows.reading.when.proposals import proposal, proposals
from flows.reading.when.repeats import ONCE, how_often
from flows.reading.when.shifts import same_hour, shift, week_later
from flows.reading.words.complaints import for_a_person
from flows.reading.words.lost import of_a_phone, puzzled
from flows.reading.words.returns import asks_when_back

__all__ = [
    "DAY",
    "ONCE",
    "Days",
    "Moment",
    "Offered",
    "Unclear",
    "Window",
    "age",
    "agrees_elsewhere",
    "agrees_on",
    "alters",
    "asks",
    "asks_when_back",
    "availability",
    "bare",
    "beside",
    "choice",
    "corrected",
    "date",
    "declines",
    "denies",
    "for_a_person",
    "happened",
    "how_often",
    "introduced",
    "is_thing",
    "keeps",
    "later",
    "leaves",
    "moment",
    "name",
    "names_place",
    "nods",
    "not_now",
    "nothing",
    "number",
    "of_a_phone",
    "only_assents",
    "only_picks",
    "only_weekday",
    "own_words",
    "passes",
    "phone",
    "place",
    "plain",
    "pleasant",
    "proposal",
    "proposals",
    "puts_off",
    "puzzled",
    "reason",
    "reassures",
    "refused_days",
    "refuses",
    "repeats",
    "same_hour",
    "scale",
    "sentence",
    "several",
    "shift",
    "tells",
    "things",
    "until_later",
    "week_later",
    "wholly",
    "written",
    "yes_no",
]
