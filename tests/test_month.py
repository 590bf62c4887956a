"""A month of twenty pairs, across two changes of the clocks, with twenty restarts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import partial
from itertools import chain
from typing import Any

import pytest
from sqlalchemy import select

from assistant.channels.sms.alphabet import Letters
from assistant.rendering.prompts import Reader, render
from assistant.schedule.quiet_hours import local
from assistant.turns import system_messages
from storage.database import Database
from storage.tables import Concern, Match, Meeting, Person, table
from tests.months import ENDS, FREE, NUMBERS, PAIRED, Actor, Month, Sent
from tests.phones import code

P, T, G, C = table(Person), table(Match), table(Meeting), table(Concern)
LANGUAGES = ("en", "es", "fr", "pt")
WHERE = (  # mentee and mentor, over and over
    ("New York", "New York"),
    ("telegram", "Paris"),
    ("Los Angeles", "New York"),
    ("Paris", "telegram"),
    ("Lisbon", "Paris"),
    ("New York", "Madrid"),
    ("Madrid", "Los Angeles"),
)
NUDGES = tuple(
    render(system_messages.NUDGE, {}, Reader(language, "UTC", country, formal, letters=letters))
    for language in LANGUAGES
    for country in ("", "US", "PT")
    for formal in (False, True)
    for letters in Letters
)
DAY, WEEK = timedelta(days=1), timedelta(days=7)
ASKED = PAIRED + timedelta(hours=3)  # when it is day for every mentor


@pytest.mark.parametrize("database_url", ["sqlite", "postgresql"], indirect=True)
def test_a_month_of_pairs_across_dst_with_twenty_restarts(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    month = Month(db, 7, monkeypatch)
    pairs = live(month, 20 if db.embedded else 8)
    told = read(month)
    assert month.restarts > 20
    assert faults(told) == 0
    assert len(told.concerns) == 1
    for person in told.people.values():
        within_hours(told, person)
        within_budget(told, person)
        left_in_peace(told, person)
    for match in told.matches:
        reminded_and_asked_once(told, match)
    for pair in pairs:
        if not any(one.leaves for one in pair):
            for one in pair:
                checked_in_twice(told, one.person)
    assert len([one for one in told.meetings if one["state"] == "over"]) > len(pairs)


# Living through it.


def live(month: Month, many: int) -> list[tuple[Actor, Actor]]:
    dana = Actor("Dana", month.phone("+12125550199"), "en", "coordinator")
    dana.words = [f"/start {code(month.db, month.now)}", "1"]
    pairs = [(_person(month, n, "mentee"), _person(month, n, "mentor")) for n in range(many)]
    month.add([dana, *chain.from_iterable(pairs)])
    month.run(ASKED)
    for mentee, mentor in pairs:
        month.say(
            dana, "pair", "1", mentor.name, f"{mentee.name} and {mentor.name} both love maths.", "1"
        )
        month.say(mentor, "gladly")
    _habits(month, dana, pairs)
    for day in (11, 18, 19):
        at = datetime(2026, 3, day, 23, 30, tzinfo=UTC)
        month.plan(at, partial(month.say, dana, "broadcast", "3", "No meetings on Friday.", "1"))
    for n in range(17):
        month.plan(PAIRED + DAY * 1.9 * n + timedelta(hours=n), month.restart)
    for n, point in enumerate(("turning", "turned", "claimed")):
        month.plan(PAIRED + DAY * (3 + 9 * n), partial(month.dies_at, point))
    month.run(ENDS)
    month.holder.release()
    return pairs


def _person(month: Month, n: int, role: str) -> Actor:
    place, mentor = WHERE[n % len(WHERE)][role == "mentor"], role == "mentor"
    name = f"{role.capitalize()}{chr(65 + n)}"
    language = {"Paris": "fr", "Madrid": "es", "Lisbon": "pt"}.get(place, "en")
    if place == "telegram":
        language = LANGUAGES[n % 4]
        phone = month.phone(f"77{1 + mentor}{n:02d}", "simulated_telegram")
    else:
        phone = month.phone(f"{NUMBERS[place]}{1 + mentor}{n:03d}")
    said = ["guide", "1", "40", name, "1", "a nurse"] if mentor else ["bridge", "1", "23", name]
    said += [FREE[language], "1"] if mentor else ["1", "maths", FREE[language], "1", "0"]
    return Actor(name, phone, language, role, said)


def _habits(month: Month, dana: Actor, pairs: list[tuple[Actor, Actor]]) -> None:
    """Who does what: the rest simply answer, each in their own time."""

    def at(day: int, hour: int, actor: Actor, *texts: str) -> None:
        month.plan(datetime(2026, 3, day, hour, tzinfo=UTC), partial(month.say, actor, *texts))

    (a, b), (c, _), (d, _), (_, e), (_, f), (g, _), (h, i), (j, _) = pairs[:8]
    at(6, 17, a, "MOVE")
    b.patience = timedelta(minutes=5)
    at(10, 19, a, "MENU", "3")
    at(6, 17, c, "PAUSE", "12/3")
    at(4, 16, d, "FEWER", "1")
    e.patience = None
    at(12, 2, f, "STOP")
    f.leaves = True
    at(24, 3, g, "i want to die")
    at(24, 4, dana, "got it")
    g.leaves = True
    g.own = {"meeting.shared": ["friday at 11pm", "saturday at 7:30pm"]}
    at(6, 15, h, "PAUSE", "30/3")
    at(10, 15, h, "PAUSE", "1")
    i.patience = timedelta(days=3)
    at(20, 15, j, "LEAVE", "1", "no time")
    j.leaves = True
    for n, (mentee, mentor) in enumerate(pairs[8:]):
        mentee.patience = timedelta(hours=(1, 4, 30, 60)[n % 4])
        mentor.patience = timedelta(hours=(30, 2, 60, 9)[n % 4])
    if len(pairs) > 15:
        pairs[15][0].patience = pairs[15][1].patience = None


# Looking at what came of it.


@dataclass
class Told:
    """What the tables tell of the month when it is over."""

    month: Month
    people: Mapping[int, Mapping[str, Any]]
    matches: list[Mapping[str, Any]]
    meetings: list[Mapping[str, Any]]
    concerns: list[Mapping[str, Any]]

    def of(self, person: int) -> list[Sent]:
        return [one for one in self.month.sent if one.person == person]

    def own_accord(self, person: int) -> list[Sent]:
        return [one for one in self.of(person) if one.priority > 0 and one.kind != "reminder"]


def read(month: Month) -> Told:
    with month.db.reading() as db:
        people = {row["id"]: dict(row) for row in db.execute(select(P)).mappings()}
        matches = [dict(row) for row in db.execute(select(T)).mappings()]
        meetings = [dict(row) for row in db.execute(select(G)).mappings()]
        concerns = [dict(row) for row in db.execute(select(C)).mappings()]
    return Told(month, people, matches, meetings, concerns)


def faults(told: Told) -> int:
    return len([row for row in told.month.rows(direction="in") if row["aside_at"]])


def within_hours(told: Told, person: Mapping[str, Any]) -> None:
    wrote = [
        row["created_at"]
        for row in told.month.rows(direction="in", person_id=person["id"])
        if row["sender"] != "inside"
    ]
    starts = [one["starts_at"] for one in told.meetings]
    for one in told.of(person["id"]):
        inside = time(9) <= local(one.at, person["zone"]).time() < time(20)
        lately = any(one.at - timedelta(minutes=10) <= at <= one.at for at in wrote)
        near = any(timedelta() <= at - one.at <= timedelta(hours=2) for at in starts)
        # A meeting by text begins and ends when both wanted it to.
        meets = any(timedelta() <= one.at - at <= timedelta(minutes=30) for at in starts)
        asked_for = (one.priority <= 0 and (lately or near)) or (one.kind == "reminder" and meets)
        assert inside or asked_for or is_of_a_concern(told, one), (person["zone"], one)


def is_of_a_concern(told: Told, one: Sent) -> bool:
    """Whether it is news of a concern: a page, or to whoever it is about that somebody has it."""
    return one.priority < 0 and any(
        concern["opened_at"] <= one.at <= concern["opened_at"] + DAY
        for concern in told.concerns
        if one.kind == "page" or concern["person_id"] == one.person
    )


def within_budget(told: Told, person: Mapping[str, Any]) -> None:
    theirs = sorted({one.at for one in told.own_accord(person["id"])})
    days = Counter(local(at, person["zone"]).date() for at in theirs)
    assert max(days.values(), default=0) <= 1, days
    most = [3] * len(theirs)
    if person["fewer"]:
        most = [1 if at > datetime(2026, 3, 4, 16, tzinfo=UTC) else 3 for at in theirs]
    for at, allowed in zip(theirs, most, strict=True):
        told_then = [one for one in told.own_accord(person["id"]) if at - WEEK < one.at <= at]
        assert len({one.at for one in told_then}) <= allowed, told_then


def left_in_peace(told: Told, person: Mapping[str, Any]) -> None:
    """Nothing after a STOP; nothing of our own accord during a rest."""
    for one in told.of(person["id"]):
        stopped = person["stopped_at"]
        assert not stopped or one.at <= stopped or one.kind == "compliance", one
    for since, until in rests(told, person["id"]):
        theirs = [one for one in told.own_accord(person["id"]) if since < one.at < until]
        assert not theirs, theirs


def rests(told: Told, person: int) -> list[tuple[datetime, datetime]]:
    zone = told.people[person]["zone"]
    ends = {datetime(2026, 3, 6, 17, tzinfo=UTC): 12, datetime(2026, 3, 6, 15, tzinfo=UTC): 10}
    begun = [
        row["created_at"]
        for row in told.month.rows(direction="in", person_id=person)
        if row["text"] == "PAUSE" and row["created_at"] in ends
    ]
    return [
        (at, datetime(2026, 3, ends[at], 9, tzinfo=local(at, zone).tzinfo).astimezone(UTC))
        for at in begun
    ]


def reminded_and_asked_once(told: Told, match: Mapping[str, Any]) -> None:
    """Of each meeting that was booked until its time; of any other, never about how it was."""
    booked = [one for one in told.meetings if one["match_id"] == match["id"] and one["booked_at"]]
    for person in (match["mentor_id"], match["mentee_id"]):
        for one in booked:
            reminders, asked = reminders_of(told, person, one), asked_about(told, person, one)
            early = one["starts_at"] - one["booked_at"] > 2 * DAY
            at_once = told.people[person]["fewer"] or one["starts_at"] > ENDS - WEEK
            if one["state"] != "over":
                assert (reminders <= 2, asked) == (True, 0), one
            elif match["closed_at"]:  # in the middle of it all
                assert max(reminders - 1, asked) <= 1, one
            else:
                assert reminders == 2 if early else reminders <= 2, one
                assert asked <= 1 if at_once else asked == 1, one


def reminders_of(told: Told, person: int, meeting: Mapping[str, Any]) -> int:
    until = min(meeting["closed_at"] or ENDS, meeting["starts_at"])
    theirs = [one for one in told.of(person) if one.kind == "reminder"]
    return len([one for one in theirs if meeting["booked_at"] <= one.at < until])


def asked_about(told: Told, person: int, meeting: Mapping[str, Any]) -> int:
    return asks(told, person, f"meeting:{meeting['starts_at'].isoformat(timespec='minutes')}")


def checked_in_twice(told: Told, person: int) -> None:
    """After a week and after three; with one text a week the second may come after the month."""
    first, second = (asks(told, person, f"check_in:{n}") for n in (1, 2))
    assert first == 1, told.people[person]["name"]
    assert second == 1 or (told.people[person]["fewer"] and second == 0), person


def asks(told: Told, person: int, about: str) -> int:
    """How often they were asked about it; that it was said again after a day is no asking, nor
    where a meeting by text that came between ended."""
    theirs = [one for one in told.of(person) if one.kind != "reminder"]
    nudged = {one.at for one in theirs if one.text.startswith(NUDGES)}  # in two texts, perhaps
    return len([one for one in theirs if one.about == about and one.at not in nudged])
