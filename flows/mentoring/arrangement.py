"""What two people have arranged, or are about to: the time and the place that are spoken of."""

from flows import reading
from flows.engine.states import Answers, Facts, Predicate
from flows.events import Event, MeetingMoved, SlotAccepted, SlotProposed
from flows.mentoring import pairs, places
from flows.mentoring.times import (
    day_parts,
    offered_times,
    repeated_times,
    spoken_times,
    time_tokens,
)


def stands(state: str, mine: bool | None = None) -> Predicate:
    """Whether the meeting is in that state; proposed by this side, or by the other."""

    def stands(answers: Answers, facts: Facts) -> bool:
        pair = pairs.pair_of(answers, facts)
        whose = mine is None or pair.get("mine") == mine
        return pair.get("meeting") == state and whose

    return stands


def says(wish: str, state: str) -> Predicate:
    """Whether somebody says that of the meeting, while it is in that state."""

    def says(answers: Answers, facts: Facts) -> bool:
        return answers.get("wish") == wish and stands(state)(answers, facts)

    return says


def move(answers: Answers, facts: Facts) -> bool:
    """Whether the booked time will not do; "cant make it thursday" is not about a monday."""
    if answers.get("wish") != "move" or not stands("booked")(answers, facts):
        return False
    return not offered_times.of_another_day(str(answers.get("words") or ""), answers, facts)


def again(answers: Answers, facts: Facts) -> bool:
    return answers.get("wish") == "move" and stands("proposed")(answers, facts)


def alternative(answers: Answers, facts: Facts) -> bool:
    """Whether it is the second time that the other named, and no other beside it."""
    second = spoken_times.said(answers, facts) == answers.get("alternative")
    return second and not several(answers, facts)


def resting(answers: Answers, facts: Facts) -> bool:
    return bool(pairs.pair_of(answers, facts).get("rests_until"))


def listed(answers: Answers, facts: Facts) -> bool:
    """Whether it is one of the times that were offered, and no other was named beside it."""
    tokens = {option.token for option in offered_times.offered(answers, facts)}
    return spoken_times.said(answers, facts) in tokens and not several(answers, facts)


def timeless(answers: Answers, facts: Facts) -> bool:
    said = spoken_times.said(answers, facts)
    return time_tokens.dated(said) and not time_tokens.timed(said)


def dayless(answers: Answers, facts: Facts) -> bool:
    return not time_tokens.dated(spoken_times.said(answers, facts))


def several(answers: Answers, facts: Facts) -> bool:
    """Whether two times were named that both fit."""
    return bool(spoken_times.second(answers, facts))


def by_night(answers: Answers, facts: Facts) -> bool:
    """Whether the other side would be asleep then."""
    slot = spoken_times.slot(answers, facts)
    return time_tokens.timed(slot) and spoken_times.by_night(slot, answers, facts)


def confirmed(answers: Answers, facts: Facts) -> bool:
    """Whether the time that was written is just what was echoed, or one of it."""
    return spoken_times.slot(answers, facts) in spoken_times.echoed(answers, facts)


def booked_and_confirmed(answers: Answers, facts: Facts) -> bool:
    return stands("booked")(answers, facts) and confirmed(answers, facts)


def same(state: str) -> Predicate:
    """Whether the time that was written is the very one that is spoken of, or its day alone."""

    def same(answers: Answers, facts: Facts) -> bool:
        here, said = str(pairs.pair_of(answers, facts)["here"]), str(answers[state])
        its_day = said == here[:10] and _agreed(state, answers, facts)
        one = spoken_times.PARTED not in said
        return its_day or (one and spoken_times.said(answers, facts) == here)

    return same


def proposed(answers: Answers, facts: Facts) -> Event:
    match, place = pairs.match_of(answers, facts), places.meant(answers, facts)
    if answers.get("booked") == places.ELSEWHERE.token and not spoken_times.said(answers, facts):
        booked = places.wall(seen(answers, facts), answers, facts)
        return SlotProposed(match, booked, place, elsewhere=True)
    slot, second = spoken_times.slot(answers, facts), spoken_times.second(answers, facts)
    refused, moved = offered_times.refused(answers, facts), elsewhere(answers, facts)
    every = repeated_times.meant(answers, slot)
    return SlotProposed(match, slot, place, second, refused, moved, every)


def accepted(answers: Answers, facts: Facts) -> Event:
    return SlotAccepted(pairs.match_of(answers, facts), seen(answers, facts))


def moved(answers: Answers, facts: Facts) -> Event:
    return MeetingMoved(pairs.match_of(answers, facts), seen(answers, facts))


def elsewhere(answers: Answers, facts: Facts) -> bool:
    """Whether it is the very time that the other proposed, with another place beside it."""
    if several(answers, facts) or not stands("proposed", mine=False)(answers, facts):
        return False
    here = pairs.pair_of(answers, facts)["here"]
    return spoken_times.said(answers, facts) == here and places.another(answers, facts)


def _agreed(state: str, answers: Answers, facts: Facts) -> bool:
    """Whether nothing else is said of the day that is spoken of, or just the part of it."""
    note, language = str(answers.get(f"{state}_note") or ""), str(facts["language"])
    here = str(pairs.pair_of(answers, facts)["here"])
    part = reading.agrees_on(note, language) and day_parts.hold(here, note, language)
    return not note or part


def seen(answers: Answers, facts: Facts) -> str:
    """The time they speak of: the one they were shown, or the one there is."""
    return str(answers.get("seen") or pairs.pair_of(answers, facts).get("slot") or "")


def anew(answers: Answers, facts: Facts) -> Answers:
    """About the same person; the time that did not work is not offered again, and the one that
    was named instead is not asked for, nor is the place, unless another was named."""
    pair, slot = pairs.pair_of(answers, facts), spoken_times.slot(answers, facts)
    second = spoken_times.second(answers, facts)
    given: Answers = {"match": int(pair.get("id", 0)), "not": pair.get("here", "")}
    if places.known(answers, facts):
        given["where"] = places.meant(answers, facts)
    if slot:
        said = spoken_times.PARTED.join(filter(None, (slot, second)))
        beside = {"shared_note": spoken_times.beside(answers)}
        heard = dict.fromkeys(("sure", "both"), "yes")
        if answers.get("repeats"):
            heard["repeats"] = str(answers["repeats"])
        return given | beside | {"shared": said, "time": said, **heard}
    return given | {"refused": answers.get("booked_note") or ""}


def shows(answers: Answers, facts: Facts) -> Facts:
    """What a question keeps as it is asked: whom it is about, and what was refused until then."""
    return {**pairs.shows(answers, facts), **offered_times.kept(answers)}


def values(answers: Answers, facts: Facts) -> Facts:
    shown = dict(pairs.values(answers, facts))
    pair = pairs.pair_of(answers, facts)
    shown |= {"rests": pair.get("rests_until"), **repeated_times.stands(pair)}
    if said := spoken_times.said(answers, facts):
        shown["often"] = repeated_times.heard(answers, said)
        slot, second = spoken_times.slot(answers, facts), spoken_times.second(answers, facts)
        shown |= {"said": slot, "said_day": said[:10], "said_hour": said}
        if time_tokens.timed(slot):
            shown |= {"said": pairs.told(pair, slot), "second": pairs.told(pair, second)}
            shown["there"] = spoken_times.there_told(slot, answers, facts)
    if pair and answers.get("alternative"):
        shown["alternative"] = pairs.told(pair, str(answers["alternative"]))
    if answers.get("where"):
        shown["place"] = pairs.placed(places.meant(answers, facts), facts)
    return shown
