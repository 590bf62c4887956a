"""What two people have arranged, or are about to: the time and the place that are spoken of."""

from collections.abc import Mapping

from flows.engine.states import Answers, Facts, Option, Predicate
from flows.events import Event, MeetingMoved, SlotAccepted, SlotProposed
from flows.mentoring import pairs

SAID = ("booked", "pending", "offer", "shared", "time")  # where a time can be written


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


def stands(state: str, mine: bool | None = None) -> Predicate:
    """Whether the meeting is in that state; proposed by this side, or by the other."""

    def stands(answers: Answers, facts: Facts) -> bool:
        pair = pairs.pair_of(answers, facts)
        whose = mine is None or pair.get("mine") == mine
        return pair.get("meeting") == state and whose

    return stands


def move(answers: Answers, facts: Facts) -> bool:
    return answers.get("wish") == "move" and stands("booked")(answers, facts)


def again(answers: Answers, facts: Facts) -> bool:
    return answers.get("wish") == "move" and stands("proposed")(answers, facts)


def resting(answers: Answers, facts: Facts) -> bool:
    return bool(pairs.pair_of(answers, facts).get("rests_until"))


def any_shared(answers: Answers, facts: Facts) -> bool:
    return bool(times(answers, facts))


def listed(answers: Answers, facts: Facts) -> bool:
    return _said(answers, facts) in {option.token for option in times(answers, facts)}


def timeless(answers: Answers, facts: Facts) -> bool:
    return _timeless_text(_said(answers, facts))


def placed(answers: Answers, facts: Facts) -> bool:
    """Whether they have a place already: where they met before."""
    return bool(pairs.pair_of(answers, facts).get("last_place"))


def same(state: str) -> Predicate:
    """Whether the time that was written is the very one that is spoken of, or its day alone."""

    def same(answers: Answers, facts: Facts) -> bool:
        here, said = str(pairs.pair_of(answers, facts)["here"]), str(answers[state])
        its_day = said == here[:10] and not answers.get(f"{state}_note")
        return its_day or _of_its_day(said, here) == here

    return same


def proposed(answers: Answers, facts: Facts) -> Event:
    return SlotProposed(
        pairs.match_of(answers, facts), _slot(answers, facts), _place(answers, facts)
    )


def accepted(answers: Answers, facts: Facts) -> Event:
    return SlotAccepted(pairs.match_of(answers, facts), _seen(answers, facts))


def moved(answers: Answers, facts: Facts) -> Event:
    return MeetingMoved(pairs.match_of(answers, facts), _seen(answers, facts))


def _seen(answers: Answers, facts: Facts) -> str:
    """The time they speak of: the one they were shown, or the one there is."""
    return str(answers.get("seen") or pairs.pair_of(answers, facts).get("slot") or "")


def anew(answers: Answers, facts: Facts) -> Answers:
    """About the same person; the time that did not work is not offered again, and the one that
    was named instead is not asked for."""
    pair, slot = pairs.pair_of(answers, facts), _slot(answers, facts)
    named = {"shared": slot, "time": slot, "sure": "yes"} if slot else {}
    return {"match": int(pair.get("id", 0)), "not": pair.get("here", "")} | named


def values(answers: Answers, facts: Facts) -> Facts:
    shown = dict(pairs.values(answers, facts))
    shown["rests"] = pairs.pair_of(answers, facts).get("rests_until")
    if said := _said(answers, facts):
        shown |= {"said": _slot(answers, facts), "said_day": said[:10]}
    if answers.get("where"):
        shown["place"] = pairs.placed(_place(answers, facts), facts)
    return shown
