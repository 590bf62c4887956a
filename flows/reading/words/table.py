"""What a language's table holds; spellings are separated by commas."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """The words of one language: folded (no accents, no apostrophes), thumbed ones among them."""

    numbers: Mapping[int, str]
    ordinals: Mapping[int, str]
    joins: str  # between two picks: both
    eithers: str  # between two picks: one of them, and nobody knows which
    picking: str  # around a pick, and never a part of the answer
    pointers: str  # before an ordinal that picks: "the first"
    negations: str
    contrasts: str  # take back what went before: "but", "except"
    ands: str  # between a yes and a no: both
    yes: str
    no: str
    soft: str  # a yes, but only politeness beside a no: "fine"
    assents: str  # to what is proposed; of what has happened they tell nothing: "deal"
    content: str  # how one is: politely no, or nothing to do with it
    endings: str  # a no by themselves, and nobody knows what denied: "stop"
    later: str  # puts a question off: "not now"
    busy: str  # so does this, unless it is the reason asked for: "no time"
    yet: str  # a no for now: "not yet"
    texts: str  # what we do, beside a "don't stop": "texting me"
    machines: str  # what only a machine writes
    asks: str  # how a question begins
    unsure: str  # also what leaves a question
    fails: str  # a no of what was asked, and nobody knows what of something else: "doesnt work"
    doubts: str  # leave a yes or a no open: "although", "i never said that"
    corrects: str  # before what is meant instead of an earlier answer: "oops, i meant"
    adds: str  # beside what only adds to one: "fridays too"
    reports: str  # before what was said earlier: "i said"
    softeners: str  # around "unsure"
    willing: str  # no, when negated: "dont want"
    beside: str  # carries nothing beside a yes or a no
    leads: str  # before what is meant: "i said", "it is"
    not_yet: str  # beside a number that is not true yet: "almost 18"
    aged: str  # beside one's age
    born: str  # before a year, beside an age
    turned: str  # beside one that has just become true: "turned"
    counted: str  # what a number counts, so that it is no mark: "3 times"
    named: str  # before a name
    called: str  # before a name for certain: "my name is"
    greetings: str
    after_names: str  # that follows a name: "and you"
    speaking: str  # that goes on about oneself: "and im 34"
    also_names: str  # words that are names too, where they are written as one
    not_names: str
    particles: str  # small inside a name
    months: tuple[str, ...]  # January first
    weekdays: tuple[str, ...]  # Monday first
    days: Mapping[int, str]  # from today
    parts: Mapping[str, str]  # of a day
    units: Mapping[str, str]
    feasts: Mapping[tuple[int, ...], str]
    signs: Mapping[str, str]  # what holds a date together, by its kind in the grammar
    not_english: str = ""  # English words that mean something else here
