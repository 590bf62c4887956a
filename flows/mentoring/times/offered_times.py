"""The times that are offered to somebody: when both are free, but for what either has refused."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from flows import reading
from flows.engine import options
from flows.engine.states import Answers, Facts, Option, Predicate
from flows.mentoring import pairs
from flows.mentoring.times import day_parts, slots
from flows.reading import Days, Window

INSTEAD = "instead"  # what was written where it was asked whether a time was heard right
# Where a time can be written.
STATES = ("booked", "pending", "offer", "regular", "shared", "rather", "time", "day", INSTEAD)
LISTS = ("shared", "rather")  # where times are offered
ECHOES = ("sure", "both", "repeats")  # where it is asked whether one was heard right
KEPT = "refusal_"  # and a number: the words of a refusal, since a question may be asked again
LISTED = 3  # how many times are offered


@dataclass(frozen=True)
class _No:
    """The words with which somebody said no, read once for all the times that are offered."""

    said: str
    language: str

    @cached_property
    def days(self) -> Days:
        return reading.refused_days(self.said, self.language)

    @cached_property
    def hours(self) -> Sequence[Window]:
        """ "Not in the morning" """
        if reading.refuses(self.said, self.language):
            return ()
        return day_parts.told(self.said, self.language)


def offered(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The next times at which both are free, in this person's words and zone, but for those that
    they have just ruled out."""
    found = pairs.pair_of(answers, facts).get("slots", ())
    if not found or _all_refused(answers, facts):
        return ()
    noes = _noes(answers, facts)
    times = [datetime.fromisoformat(one) for one in _refused(answers, facts)]
    left = (one for one in found if not _ruled_out(one[0], noes, times, facts))
    return _on_different_days(options.own(left))


def _on_different_days(found: Sequence[Option]) -> tuple[Option, ...]:
    """The next few of them: the first of each day, where there are days enough."""
    by_day = {one.token[:10]: one for one in reversed(found)}
    firsts = sorted(by_day.values(), key=_time)
    others = [one for one in found if one not in firsts]
    return tuple(sorted([*firsts, *others][:LISTED], key=_time))


def _time(one: Option) -> str:
    return one.token


def _ruled_out(slot: str, noes: Sequence[_No], times: Sequence[datetime], facts: Facts) -> bool:
    """Whether it is close to one of these times, or what they said rules it out."""
    at = datetime.fromisoformat(slot)
    if any(abs(at - one) < slots.CLOSE for one in times):
        return True
    return _of_refused_day(slot, noes, facts) or _beyond_hours(slot, noes)


def refused(answers: Answers, facts: Facts) -> tuple[str, ...]:
    """The days of those that were offered which they refused, and the times."""
    found = [one[0] for one in pairs.pair_of(answers, facts).get("slots", ())]
    noes = _noes(answers, facts)
    days = {one[:10] for one in found if _of_refused_day(one, noes, facts)}
    times = {one for one in found if _beyond_hours(one, noes) and one[:10] not in days}
    return tuple(sorted(days | times))


def kept(answers: Answers) -> Answers:
    """The words of each refusal, under names of their own."""
    known = [said for name, said in answers.items() if name.startswith(KEPT)]
    new = [said for said in dict.fromkeys(_just_said(answers)) if said and said not in known]
    return {f"{KEPT}{number}": said for number, said in enumerate(new, len(known) + 1)}


def _of_refused_day(slot: str, noes: Sequence[_No], facts: Facts) -> bool:
    day, today = date.fromisoformat(slot[:10]), date.fromisoformat(str(facts["today"]))
    return any(no.days.hold(day, today) for no in noes)


def _beyond_hours(slot: str, noes: Sequence[_No]) -> bool:
    return any(day_parts.lies_beyond(slot, no.hours) for no in noes)


def _all_refused(answers: Answers, facts: Facts) -> bool:
    """ "None of those"."""
    notes = [str(answers.get(f"{name}_note") or "") for name in LISTS if answers.get(name) == "no"]
    language = str(facts["language"])
    return any(
        not reading.refused_days(one, language) and not day_parts.told(one, language)
        for one in notes
    )


def _refused(answers: Answers, facts: Facts) -> Iterator[str]:
    """The times that were refused as they were asked about."""
    if answers.get("not"):
        yield str(answers["not"])
    here = str(pairs.pair_of(answers, facts).get("here") or "")
    noes = (answers.get(name) for name in ("offer", "regular", "pending", "wish"))
    if here and not {"no", "move"}.isdisjoint(noes):
        yield here


def _noes(answers: Answers, facts: Facts) -> Sequence[_No]:
    said = [str(said) for name, said in answers.items() if name.startswith(KEPT)]
    new = [one for one in _just_said(answers) if one not in said]
    return [_No(one, str(facts["language"])) for one in (*new, *said) if one]


def _just_said(answers: Answers) -> Iterator[str]:
    yield str(answers.get("refused") or "")
    for state in (*STATES, *ECHOES):
        if answers.get(state) == "no":
            yield str(answers.get(f"{state}_note") or "")


def any_left(answers: Answers, facts: Facts) -> bool:
    return bool(offered(answers, facts))


def others_left(answers: Answers, facts: Facts) -> bool:
    """Whether some are left after a no."""
    return refuses(answers, facts) and any_left(answers, facts)


def refuses(answers: Answers, facts: Facts) -> bool:
    """Whether a day of those that were offered, or all of them, will not do."""
    return answers.get("shared") == "no"


def refuses_again(answers: Answers, facts: Facts) -> bool:
    return answers.get("rather") == "no"


def other_day(state: str) -> Predicate:
    """Whether another day than the one that is spoken of was refused."""

    def other_day(answers: Answers, facts: Facts) -> bool:
        return of_another_day(str(answers.get(f"{state}_note") or ""), answers, facts)

    return other_day


def of_another_day(text: str, answers: Answers, facts: Facts) -> bool:
    """Whether a day is refused, and not the one of the meeting."""
    here = str(pairs.pair_of(answers, facts).get("here") or "")
    refused = reading.refused_days(text, str(facts["language"]))
    if not here or not refused:
        return False
    day, today = (date.fromisoformat(one[:10]) for one in (here, str(facts["today"])))
    return not refused.hold(day, today)
