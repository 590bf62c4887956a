"""How often two people would meet: what was written with a time, and how it is said."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from flows import reading
from flows.engine.states import Answers, Facts, Heard, Option
from flows.engine.text import _
from flows.lifecycles import series
from flows.mentoring.times import offered_times

# NOTE: How often two people meet; behind "and then", or "you two meet".
EVERY: Mapping[str, Option] = {
    one.token: one
    for one in (
        Option("w1", _("every week")),
        Option("w2", _("every 2 weeks")),
        Option("w3", _("every 3 weeks")),
        Option("w4", _("every 4 weeks")),
        Option("m1", _("once a month, in its first week")),
        Option("m2", _("once a month, in its second week")),
        Option("m3", _("once a month, in its third week")),
        Option("m4", _("once a month, in its fourth week")),
        Option("ml", _("once a month, in its last week")),
    )
}


def first(heard: Heard) -> Heard:
    """What was written, without how often."""
    return replace(heard, text=reading.how_often(heard.text)[1])


def begun(token: str, heard: Heard) -> str:
    """The first time of a series: "every first monday" may begin in a later week than its day."""
    every, day = reading.how_often(heard.text)[0], token[:10]
    if not every.startswith("m") or "-" not in token[1:]:
        return token
    found = date.fromisoformat(day)
    while not series.fits(every, found):
        found += timedelta(days=7)
    return f"{found.isoformat()}{token[10:]}"


def said(answers: Answers) -> str:
    """How often, as it was written last; "" where once is meant, or nothing was said of it."""
    for name in reversed(answers):
        if name in offered_times.STATES and (note := answers.get(f"{name}_note")):
            every, _rest = reading.how_often(str(note))
            if every:
                return "" if every == reading.ONCE else every
    return str(answers.get("every") or "")


def meant(answers: Answers, wall: str) -> str:
    """How often, where they said that it was heard right."""
    every = said(answers) if answers.get("repeats") == "yes" else ""
    return series.rule(every, wall) if every else ""


def heard(answers: Answers, wall: str) -> Option | str:
    """How often, as it was said just now, from that day on."""
    every = said(answers) if "-" in wall[1:] else ""
    return shown(series.rule(every, wall)) if every else ""


def stands(pair: Facts) -> Facts:
    """How often two people meet, or one of them would."""
    every = pair.get("asked_every") or pair.get("every")
    return {"every": shown(str(every))} if every else {}


def shown(every: str) -> Option | str:
    return EVERY.get(every, "")
