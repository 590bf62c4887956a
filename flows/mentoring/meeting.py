"""A meeting of two people: a time one proposes and the other accepts, moved when need be."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from flows import reading
from flows.engine.states import (
    Answers,
    Choice,
    Ending,
    Facts,
    Flow,
    Heard,
    Option,
    Predicate,
    Question,
    Remark,
)
from flows.engine.text import _
from flows.events import Event, MeetingMoved, SlotAccepted, SlotProposed
from flows.mentoring import pairs
from flows.reading import Unclear

SOONEST, LATEST = timedelta(minutes=30), timedelta(days=180)
WORKS = Option("yes", _("works for me"))
OTHER_TIME = Option(
    "no",
    _("another time"),
    words=(
        _("different day, not then, move it"),
        _("can we move it, can we change it, reschedule"),
        _("I'm ill, I'm sick"),
        _("I'm busy, I have work, I'm at work, I have school"),
    ),
)
SAID = ("booked", "pending", "offer", "shared", "time")  # where a time can be written
DIGITS = 6  # of a number that can be called
BARE = re.compile(r"(?<![\d:@])\b(\d{1,2})\b(?![\d:])")
DOTTED = re.compile(r"\b(\d{1,2})\.(\d\d)\b")


def read_slot(heard: Heard) -> str:
    """A time to come as the wall time of the person's zone; only its day where no hour was said."""
    found = _heard_moment(heard.text, heard)
    if found.day is None:
        raise Unclear(heard.text)
    if found.at is None:
        if not heard.now.date() <= found.day <= (heard.now + LATEST).date():
            raise Unclear(heard.text)
        return found.day.isoformat()
    at = datetime.combine(found.day, found.at, heard.now.tzinfo)
    if not heard.now + SOONEST <= at <= heard.now + LATEST:
        raise Unclear(heard.text)
    return at.replace(tzinfo=None).isoformat(timespec="minutes")


def _heard_moment(text: str, heard: Heard) -> reading.Moment:
    return reading.proposal(text, heard.now, heard.language, month_first=heard.month_first)


def read_other_slot(heard: Heard) -> tuple[str, str]:
    """A time instead of the one that was named, or another hour of its day, and all that was
    written where that is more than the time and a yes: "thursday works" may be the very day that
    was named."""
    try:
        slot = read_slot(heard)
    except Unclear:
        return _read_hour_of_it(heard), ""
    return slot, "" if reading.agrees_on(heard.text, heard.language) else heard.text


def _read_hour_of_it(heard: Heard) -> str:
    """ "Yes but at 8": an hour on either side of noon is written without a nought."""
    found = _heard_moment(heard.text, heard)
    if found.day or found.at is None or sum(letter.isdigit() for letter in heard.text) > DIGITS:
        raise Unclear(heard.text)
    return f"{found.at.hour}:{found.at:%M}" if found.bare else f"{found.at:%H:%M}"


def read_hour(heard: Heard) -> str:
    """An hour of the day that was named before, as ISO; with another day, the whole time."""
    if sum(letter.isdigit() for letter in heard.text) > DIGITS:
        raise Unclear(heard.text)  # a number to call
    found = _heard_hour(DOTTED.sub(r"\1:\2", heard.text), heard)
    if found.at is None:
        raise Unclear(heard.text)
    return read_slot(heard) if found.day else found.at.isoformat("minutes")


def _heard_hour(text: str, heard: Heard) -> reading.Moment:
    """The hour, or the moment; "5 is good" and "five" are at five."""
    try:
        return _heard_moment(text, heard)
    except Unclear:
        if BARE.search(text):
            return _heard_moment(BARE.sub(r"@ \1", text, count=1), heard)
        if len(text.split()) > 1:
            raise
    hour = reading.number(text, heard.language, 1, 23)
    return _heard_moment(f"@ {hour}", heard)


def read_phone(heard: Heard) -> str:
    digits = [letter for letter in heard.text if letter.isdigit()]
    if not DIGITS <= len(digits) <= 15:
        raise Unclear(heard.text)
    return ("+" if heard.text.strip().startswith("+") else "") + "".join(digits)


def times(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The next times at which both are free, in this person's words and zone."""
    slots = pairs.pair_of(answers, facts).get("slots", ())
    return tuple(
        Option(token, label, own=True) for token, label in slots if token != answers.get("not")
    )


def places(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """Where two people of this programme can meet."""
    own = (Option(key, name, own=True) for key, name in _named(facts).items())
    return (*own, pairs.PHONE, pairs.BY_TEXT)


def _named(facts: Facts) -> Mapping[str, str]:
    return {str(n): name for n, name in enumerate(facts["places"], 1) if name}


def _timeless_text(slot: str) -> bool:
    return "T" not in slot


def _said(answers: Answers, facts: Facts) -> str:
    """The time or the day that was picked or written last; a day that is offered is its time, and
    an hour is of the day that was spoken of."""
    said = ""
    for name, answer in answers.items():
        if name in SAID and answer and answer not in ("yes", "no"):
            said = str(answer)
    said = _of_its_day(said, str(pairs.pair_of(answers, facts).get("here", "")))
    offered = [one.token for one in times(answers, facts) if one.token.startswith(f"{said}T")]
    return offered[0] if offered else said


def _of_its_day(hour: str, named: str) -> str:
    """That hour of the day of a time, on the side of noon that is nearer to it; a whole time."""
    if ":" not in hour or not _timeless_text(hour) or not named:
        return hour
    day, _, before = named.partition("T")
    at = int(hour.partition(":")[0])
    later = len(hour) == len("8:00") and int(before[:2] or 0) > at + 6
    return f"{day}T{at + 12 * later:02}:{hour[-2:]}"


def _slot(answers: Answers, facts: Facts) -> str:
    """The wall time meant, in the zone of who said it."""
    said, hour = _said(answers, facts), str(answers.get("hour") or "")
    if not (said and hour and _timeless_text(said)):
        return said
    return f"{said}T{hour}" if _timeless_text(hour) else hour


def _place(answers: Answers, facts: Facts) -> str:
    """Where it was wished to be, where they met before, or where people of the programme meet."""
    picked, named = str(answers.get("where") or ""), _named(facts)
    if picked == pairs.PHONE.token and answers.get("number"):
        return f"Tel. {answers['number']}"
    if picked:
        return named.get(picked, picked)
    usual = next(iter(named.values()), pairs.BY_TEXT.token)
    return str(pairs.pair_of(answers, facts).get("last_place") or usual)


def _stands(state: str, mine: bool | None = None) -> Predicate:
    """Whether the meeting is in that state; proposed by this side, or by the other."""

    def stands(answers: Answers, facts: Facts) -> bool:
        pair = pairs.pair_of(answers, facts)
        whose = mine is None or pair.get("mine") == mine
        return pair.get("meeting") == state and whose

    return stands


def _move(answers: Answers, facts: Facts) -> bool:
    return answers.get("wish") == "move" and _stands("booked")(answers, facts)


def _again(answers: Answers, facts: Facts) -> bool:
    return answers.get("wish") == "move" and _stands("proposed")(answers, facts)


def _resting(answers: Answers, facts: Facts) -> bool:
    return bool(pairs.pair_of(answers, facts).get("rests_until"))


def _any_shared(answers: Answers, facts: Facts) -> bool:
    return bool(times(answers, facts))


def _listed(answers: Answers, facts: Facts) -> bool:
    return _said(answers, facts) in {option.token for option in times(answers, facts)}


def _timeless(answers: Answers, facts: Facts) -> bool:
    return _timeless_text(_said(answers, facts))


def _placed(answers: Answers, facts: Facts) -> bool:
    """Whether they have a place already: where they met before."""
    return bool(pairs.pair_of(answers, facts).get("last_place"))


def _same(state: str) -> Predicate:
    """Whether the time that was written is the very one that is spoken of, or its day alone."""

    def same(answers: Answers, facts: Facts) -> bool:
        here, said = str(pairs.pair_of(answers, facts)["here"]), str(answers[state])
        its_day = said == here[:10] and not answers.get(f"{state}_note")
        return its_day or _of_its_day(said, here) == here

    return same


def _proposed(answers: Answers, facts: Facts) -> Event:
    return SlotProposed(
        pairs.match_of(answers, facts), _slot(answers, facts), _place(answers, facts)
    )


def _accepted(answers: Answers, facts: Facts) -> Event:
    return SlotAccepted(pairs.match_of(answers, facts), _seen(answers, facts))


def _moved(answers: Answers, facts: Facts) -> Event:
    return MeetingMoved(pairs.match_of(answers, facts), _seen(answers, facts))


def _seen(answers: Answers, facts: Facts) -> str:
    """The time they speak of: the one they were shown, or the one there is."""
    return str(answers.get("seen") or pairs.pair_of(answers, facts).get("slot") or "")


def _anew(answers: Answers, facts: Facts) -> Answers:
    """About the same person; the time that did not work is not offered again, and the one that
    was named instead is not asked for."""
    pair, slot = pairs.pair_of(answers, facts), _slot(answers, facts)
    named = {"shared": slot, "time": slot, "sure": "yes"} if slot else {}
    return {"match": int(pair.get("id", 0)), "not": pair.get("here", "")} | named


def _values(answers: Answers, facts: Facts) -> Mapping[str, Any]:
    shown: dict[str, Any] = dict(pairs.values(answers, facts))
    shown["rests"] = pairs.pair_of(answers, facts).get("rests_until")
    if said := _said(answers, facts):
        shown |= {"said": _slot(answers, facts), "said_day": said[:10]}
    if answers.get("where"):
        shown["place"] = pairs.placed(_place(answers, facts), facts)
    return shown


FLOW = Flow(
    name="meeting",
    needs=("slots",),
    states={
        "start": Remark(),
        "nobody": Ending(
            _("There is nobody to meet yet. {coordinator} is looking for the right person.")
        ),
        "who": pairs.WHO,
        "found": Remark(),
        "moved": Ending(
            _("Thanks for saying so, no harm done. I'll let {other} know."),
            _moved,
            then="meeting",
            given=_anew,
        ),
        "booked": Choice(
            ask=_("You meet {other} {at:when}, {place}. Does that still work?"),
            options=(
                Option("yes", _("it still works"), words=(_("still on, still good"),)),
                OTHER_TIME,
            ),
            hint=_("I just need to know if that time still works for you."),
            why=_("If it doesn't, I tell {other} at once and we find a new time."),
            other=read_other_slot,
        ),
        "pending": Choice(
            ask=_("I've asked {other} about {at:when}. Shall I wait for the answer?"),
            options=(Option("yes", _("wait for it"), words=(_("wait, I'll wait"),)), OTHER_TIME),
            hint=_("I just need to know if I should go on waiting."),
            why=_("You can still pick another time, nothing is fixed yet."),
            other=read_other_slot,
        ),
        "offer": Choice(
            ask=_("{other} can do {at:when}, {place}. Does that work?"),
            options=(WORKS, OTHER_TIME),
            hint=_("I just need to know if that time works for you."),
            why=_("As soon as you both agree, it's booked."),
            other=read_other_slot,
        ),
        "choose": Remark(),
        "resting": Ending(_("{other} has a rest until {rests:date}. I'll be in touch after that.")),
        "shared": Choice(
            ask=_(
                "You and {other} are both free at these times. Which is best? "
                "Or write another time."
            ),
            options=times,
            hint=_("Just pick one, or write a day and a time."),
            why=_("I look for times when you're both free."),
            other=read_slot,
        ),
        "time": Question(
            ask=_("When could you meet {other}? For example: Tuesday at 4."),
            read=read_slot,
            hint=_("I need a day and a time that are still to come. For example: Tuesday at 4."),
            why=_("I'll ask {other} if that works too."),
        ),
        "hour": Question(
            ask=_("What time on {said_day:when}? For example: 4 pm."),
            read=read_hour,
            hint=_("Just the time. For example: 4 pm or 16:30."),
            why=_("Without a time you two might miss each other."),
        ),
        "sure": Choice(
            ask=_("{said:when}. Did I get that right?"),
            options=(
                Option("yes", _("that's right")),
                Option("no", _("another time")),
            ),
            hint=_("I just need to know if I got the time right."),
            why=_("I'd rather ask once more than send you at the wrong time."),
        ),
        "placed": Remark(),
        "where": Choice(
            ask=_("Where would you like to meet?"),
            options=places,
            hint=_("Just pick what's easiest for you."),
            why=_("{other} should know where to be."),
        ),
        "number": Question(
            ask=_("Which number should {other} call?"),
            read=read_phone,
            hint=_("Just the number, with its area code."),
            why=_("I only show it to {other}, for this meeting."),
        ),
        "asked": Ending("", _proposed),  # what comes of it depends on the other side
        "accepted": Ending("", _accepted),
        "waits": Ending(_("All right. I'll tell you as soon as {other} answers.")),
        "kept": Ending(_("Good, it stays as it is.")),
        "left": Ending(_("No problem. To find a time later, text MENU.")),
    },
    values=_values,
    shows=pairs.shows,
    transitions=[
        ("onward", "start", "nobody", pairs.nobody),
        ("onward", "start", "who", pairs.several),
        ("onward", "start", "found"),
        ("answered", "who", "found"),
        ("left", "who", "left"),
        ("onward", "found", "moved", _move),
        ("onward", "found", "choose", _again),
        ("onward", "found", "booked", _stands("booked")),
        ("onward", "found", "pending", _stands("proposed", mine=True)),
        ("onward", "found", "offer", _stands("proposed", mine=False)),
        ("onward", "found", "choose"),
        ("answered", "booked", "kept", _same("booked")),
        ("answered", "booked", "hour", _timeless),
        ("answered", "booked", "sure"),
        ("yes", "booked", "kept"),
        ("no", "booked", "moved"),
        ("left", "booked", "kept"),
        ("answered", "pending", "waits", _same("pending")),
        ("answered", "pending", "hour", _timeless),
        ("answered", "pending", "sure"),
        ("yes", "pending", "waits"),
        ("no", "pending", "choose"),
        ("left", "pending", "waits"),
        ("yes", "offer", "accepted"),
        ("no", "offer", "choose"),
        ("answered", "offer", "accepted", _same("offer")),
        ("answered", "offer", "hour", _timeless),
        ("answered", "offer", "sure"),
        ("left", "offer", "left"),
        ("onward", "choose", "resting", _resting),
        ("onward", "choose", "shared", _any_shared),
        ("onward", "choose", "time"),
        ("answered", "shared", "placed", _listed),
        ("answered", "shared", "hour", _timeless),
        ("answered", "shared", "sure"),
        ("left", "shared", "left"),
        ("answered", "time", "hour", _timeless),
        ("answered", "time", "sure"),
        ("left", "time", "left"),
        ("answered", "hour", "sure"),
        ("left", "hour", "kept", _stands("booked")),
        ("left", "hour", "left"),
        ("yes", "sure", "moved", _stands("booked")),
        ("yes", "sure", "placed"),
        ("no", "sure", "booked", _stands("booked")),
        ("no", "sure", "choose"),
        ("left", "sure", "kept", _stands("booked")),
        ("left", "sure", "left"),
        ("onward", "placed", "asked", _placed),
        ("onward", "placed", "where"),
        ("phone", "where", "number"),
        ("answered", "where", "asked"),
        ("left", "where", "asked"),
        ("answered", "number", "asked"),
        ("left", "number", "asked"),
    ],
)
