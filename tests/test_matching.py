"""Who fits whom: the best for all, hard rules, and that everybody's fit is the sum of its parts."""

import random
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.matching import fit, optimum, rules, suggestions, terms, topics, week
from assistant.matching.fit import Fit
from assistant.matching.people import Hearing, Mentee, Mentor
from assistant.matching.rules import Apart, Rule
from assistant.matching.terms import Terms
from storage.mentoring.candidates import Candidate, Candidates
from storage.tables import Json
from tests.together import together

NOW = datetime(2026, 3, 3, 15, tzinfo=UTC)
INSTANCES = 200
NONE = Apart()
OPEN = Terms(floor=0.0)
JAY: Json = {
    "age": 19,
    "topics": ["school"],
    "topics_note": "parmedic stuff",
    "hopes": "pass maths",
    "free": "afta skool not fri",
    "matters": "been",
}
ROSA: Json = {"topics": ["school"], "been": "first in my family at college", "capacity": "2"}

Row = Sequence[int]


def best(fits: Sequence[Row], possible: Sequence[Row], room: Row) -> tuple[tuple[int, ...], int]:
    """Every way there is, tried one after the other: who is served, first to last, and how well."""
    ways: dict[tuple[int, ...], tuple[tuple[int, ...], int]] = {tuple(room): ((), 0)}
    for row in range(len(fits)):
        longer: dict[tuple[int, ...], tuple[tuple[int, ...], int]] = {}
        for left, (served, total) in ways.items():
            onward = [(left, ((*served, 0), total))]
            for column, places in enumerate(left):
                if possible[row][column] and places:
                    rest = (*left[:column], places - 1, *left[column + 1 :])
                    onward.append((rest, ((*served, 1), total + fits[row][column])))
            for rest, value in onward:
                longer[rest] = max(longer.get(rest, value), value)
        ways = longer
    return max(ways.values())


@together
@pytest.mark.parametrize("seed", range(INSTANCES))
def test_nothing_is_better_than_the_best(seed: int) -> None:
    chance = random.Random(seed)
    rows, columns = chance.randint(1, 9), chance.randint(1, 5)
    room = [chance.randint(0, 3) for _ in range(columns)]
    share = chance.choice((0.2, 0.5, 0.8))
    fits = [[chance.randint(0, optimum.STEPS) for _ in room] for _ in range(rows)]
    possible = [[chance.random() < share for _ in room] for _ in range(rows)]
    found = optimum.assign(np.array(fits, np.float32) / optimum.STEPS, np.array(possible), room)
    served = tuple(int(row in found) for row in range(rows))
    total = sum(fits[row][column] for row, column in found.items())
    assert (served, total) == best(fits, possible, room)
    assert all(possible[row][column] for row, column in found.items())
    assert all(count <= room[column] for column, count in Counter(found.values()).items())


def test_who_has_waited_longest_is_served_where_one_place_is_left() -> None:
    possible, fits = np.ones((3, 1), bool), np.array([[0.5], [0.9], [0.99]], np.float32)
    assert optimum.assign(fits, possible, [1]) == {0: 0}


def test_who_comes_first_takes_nobody_from_who_could_have_another() -> None:
    possible = np.array([[True, True], [True, False]])
    fits = np.array([[0.9, 0.5], [0.6, 0.9]], np.float32)
    assert optimum.assign(fits, possible, [1, 1]) == {0: 1, 1: 0}


TEXTS = st.sampled_from(
    ["", "music and chess", "I'm a nurse", "soy cocinero", "trouver du travail", "futebol", "?"]
)
SIDES = st.fixed_dictionaries(
    {
        "topics": st.lists(st.sampled_from(["school", "job", "else"]), max_size=3, unique=True),
        "topics_note": TEXTS,
        "hopes": TEXTS,
        "faces": TEXTS,
        "been": TEXTS,
        "work": TEXTS,
        "interests": TEXTS,
        "style": st.sampled_from(["", *fit.STYLES]),
        "free": st.sampled_from(["", "weekends", "tuesday after 4", "mornings", "whenever"]),
        "matters": st.sampled_from(["", "been", "job", "talk", "patient", "language"]),
        "languages": st.lists(st.sampled_from(["en", "es", "fr", "pt", "else"]), max_size=2),
        "must_nots": st.sampled_from(["", "not Rosa pls", "anybody but Tom"]),
        "gender": st.sampled_from(["", "woman", "man"]),
        "age": st.sampled_from([None, 15, 30]),
        "capacity": st.sampled_from(["1", "2", None]),
    }
)
ZONES = st.sampled_from(["UTC", "America/Lima", "Europe/Madrid", "Asia/Kathmandu", "Pacific/Apia"])
LANGUAGES = st.sampled_from(["en", "es", "fr", "pt"])
SOMEBODY = st.builds(
    Candidate,
    st.integers(1, 9),
    st.sampled_from(["Rosa", "Tom", "Ana", None]),
    SIDES,
    LANGUAGES,
    ZONES,
)
RULES = st.builds(
    Terms,
    zones_apart=st.sampled_from([0.0, 5.0, 12.0]),
    same=st.sampled_from([(), ("gender",), ("language",)]),
    different=st.sampled_from([(), ("gender",), ("topics",)]),
    labels=st.just({"school": {"en": "school"}, "job": {"en": "finding a job"}}),
)


def sides(
    mentees: Sequence[Candidate], mentors: Sequence[Candidate], rules_: Terms
) -> tuple[list[Mentee], list[Mentor]]:
    hearing = Hearing(rules_, NOW)
    room = (suggestions.room(one.profile.get("capacity"), one.person_id % 3) for one in mentors)
    answers = [None, 5.0, 30.0, 100.0]
    heard = (
        hearing.mentor(m, r, answers[m.person_id % 4]) for m, r in zip(mentors, room, strict=True)
    )
    return [hearing.mentee(one) for one in mentees], list(heard)


def unique(some: Sequence[Candidate]) -> list[Candidate]:
    return list({one.person_id: one for one in some}.values())


@settings(max_examples=150, deadline=None)
@given(st.lists(SOMEBODY, max_size=5), st.lists(SOMEBODY, max_size=5), RULES)
def test_what_holds_of_all_at_once_holds_of_each_two(
    some: list[Candidate], others: list[Candidate], rules_: Terms
) -> None:
    mentees, mentors = sides(unique(some), unique(others), rules_)
    apart = Apart({(1, 2)}, {(3, 4), (5, 6)})
    allowed = rules.allowed(mentees, mentors, rules_, apart)
    fits = Fit(mentees, mentors).total
    assert fits.shape == allowed.shape == (len(mentees), len(mentors))
    for row, mentee in enumerate(mentees):
        for column, mentor in enumerate(mentors):
            broken = rules.broken(mentee, mentor, rules_, apart)
            assert bool(allowed[row, column]) == (not broken), broken
            assert fits[row, column] == pytest.approx(by_hand(mentee, mentor), abs=1e-5)
            assert 0 <= fits[row, column] <= 1


def by_hand(mentee: Mentee, mentor: Mentor) -> float:
    """The same fit, worked out for two people without any arrays."""

    def part(want: frozenset[str], have: frozenset[str]) -> float:
        return len(want & have) / len(want) if want and have else fit.UNKNOWN

    def some(want: frozenset[str], have: frozenset[str]) -> float:
        return float(bool(want & have)) if want and have else fit.UNKNOWN

    both = week.hours(mentee.free & mentor.free)
    shared = min(len(mentee.interests & mentor.interests), 2)
    scores = {
        "topics": part(mentee.wants, mentor.offers),
        "hopes": part(mentee.hopes, mentor.knows),
        "been": some(mentee.faces, mentor.been),
        "job": some(mentee.hopes, mentor.work),
        "interests": (0, 0.7, 1)[shared] if mentee.interests and mentor.interests else fit.UNKNOWN,
        "talk": fit.talk(mentee.style, mentor.style),
        "patient": fit.patient(mentor),
        "times": (min(both / 3, 1) if both >= 1 else 0)
        if mentee.free and mentor.free
        else fit.UNKNOWN,
        "language": 1.0
        if mentee.languages[0] in mentor.languages
        else 0.6 * bool(set(mentee.languages) & set(mentor.languages)),
        "near": 1 - rules.hours_apart(mentee, mentor) / 12,
        "soon": fit.soon(mentor),
    }
    weights = dict(fit.WEIGHTS)
    if mentee.matters:
        weights[mentee.matters] = 2 * (weights[mentee.matters] or 1)
    return sum(weights[name] * scores[name] for name in scores) / sum(weights.values())


def candidate(person: int, name: str, profile: Json, **other: str) -> Candidate:
    return Candidate(person, name, profile, other.get("language", "en"), other.get("zone", "UTC"))


def candidates(mentees: Sequence[Candidate], mentors: Sequence[Candidate]) -> Candidates:
    return Candidates(mentees, mentors, {}, {}, set(), set(), set(), {})


def names(found: Candidates, of: Terms = OPEN) -> list[tuple[str, str]]:
    """Who is suggested for whom."""
    all_ = suggestions.of(found, of, NOW).for_all().values()
    return [(one.mentee.name, one.mentor.name) for one in all_]


def test_what_the_mentee_wants_most_counts_double() -> None:
    rosa, tom = candidate(11, "Rosa", ROSA), candidate(12, "Tom", {"work": "nurse"})
    for wanted, first in (("been", "Rosa"), ("job", "Tom")):
        said = {"hopes": "college and nursing", "matters": wanted}
        found = candidates([candidate(1, "Jay", said)], [rosa, tom])
        assert suggestions.of(found, OPEN, NOW).best(1)[0].mentor.name == first


def test_nobody_is_suggested_whom_one_of_the_two_would_not_meet() -> None:
    jay = candidate(1, "Jay", {**JAY, "must_nots": "pls not Rosa from my church"})
    found = candidates([jay], [candidate(11, "Rosa Diaz", ROSA), candidate(12, "Tom", ROSA)])
    assert names(found) == [("Jay", "Tom")]
    about = suggestions.of(found, OPEN, NOW).pair(1, 11)
    assert about is not None
    assert "avoids" in [one.kind for one in about.cons]


def test_a_mentor_may_name_whom_they_would_not_meet_too() -> None:
    found = candidates(
        [candidate(1, "Jay", JAY)], [candidate(11, "Rosa", {**ROSA, "must_nots": "jay, my nephew"})]
    )
    assert names(found) == []


def test_under_eighteen_nobody_is_suggested_without_a_guardians_consent() -> None:
    rosa = candidate(11, "Rosa", ROSA)
    for guardian, expected in (("asked", []), ("granted", [("Jay", "Rosa")])):
        jay = candidate(1, "Jay", {**JAY, "age": 16, "guardian": guardian})
        assert names(candidates([jay], [rosa])) == expected


def test_a_language_and_hours_in_common_cross_zones() -> None:
    jay = candidate(1, "Jay", {"free": "monday after 6"}, language="es", zone="America/Lima")
    rosa = candidate(11, "Rosa", {"free": "mon evenings", "languages": ["es"]}, zone="UTC")
    about = suggestions.of(candidates([jay], [rosa]), OPEN, NOW).pair(1, 11)
    assert about is not None
    assert [one.kind for one in about.cons] == ["no times", "far"]  # six in Lima is eleven there
    bea = candidate(12, "Bea", {"free": "monday 6 to 8pm"}, language="es", zone="America/New_York")
    about = suggestions.of(candidates([jay], [bea]), OPEN, NOW).pair(1, 12)
    assert about is not None
    assert [one.kind for one in about.pros] == ["times"]
    assert about.pros[0].these == about.pros[0].theirs  # both clocks say the same in winter


def test_a_clock_too_far_away_is_not_suggested() -> None:
    jay, rosa = candidate(1, "Jay", JAY), candidate(11, "Rosa", ROSA, zone="Asia/Tokyo")
    assert names(candidates([jay], [rosa]), Terms(floor=0)) == []
    assert names(candidates([jay], [rosa]), Terms(floor=0, zones_apart=9)) == [("Jay", "Rosa")]


def test_a_field_that_has_to_be_the_same_has_to_be_known() -> None:
    rule = Terms(floor=0, same=("gender",))
    woman, silent = {**JAY, "gender": "Woman"}, JAY
    rosa = candidate(11, "Rosa", {**ROSA, "gender": "woman"})
    assert names(candidates([candidate(1, "Ana", woman)], [rosa]), rule) == [("Ana", "Rosa")]
    assert names(candidates([candidate(1, "Ana", silent)], [rosa]), rule) == []


def test_a_field_that_has_to_be_different_keeps_two_of_one_team_apart() -> None:
    rule = Terms(floor=0, different=("team",))
    ana = candidate(1, "Ana", {**JAY, "team": "sales"})
    for team, expected in (("sales", []), ("legal", [("Ana", "Rosa")]), ("", [])):
        rosa = candidate(11, "Rosa", {**ROSA, "team": team})
        assert names(candidates([ana], [rosa]), rule) == expected


def test_whom_the_programme_wants_to_reach_first_comes_before_who_waits_longer() -> None:
    jay, ana = candidate(1, "Jay", JAY), candidate(2, "Ana", {**JAY, "topics": ["job"]})
    rosa = candidate(11, "Rosa", {**ROSA, "capacity": "1"})
    assert names(candidates([jay, ana], [rosa])) == [("Jay", "Rosa")]
    first = Terms(floor=0, first=(("topics", "job"),))
    assert names(candidates([jay, ana], [rosa]), first) == [("Ana", "Rosa")]


def test_nobody_is_suggested_below_the_floor() -> None:
    found = candidates([candidate(1, "Jay", JAY)], [candidate(11, "Rosa", ROSA)])
    fits = suggestions.of(found, OPEN, NOW).best(1)[0].fit
    assert names(found, Terms(floor=fits - 0.01)) == [("Jay", "Rosa")]
    assert names(found, Terms(floor=fits + 0.01)) == []


def test_nobody_is_asked_to_be_there_for_more_than_they_have_room_for() -> None:
    some = [candidate(n, f"M{n}", JAY) for n in range(1, 5)]
    rosa = candidate(11, "Rosa", ROSA)  # room for two, of whom there is one
    found = candidates(some, [rosa])._replace(taken={11: 1})
    assert names(found) == [("M1", "Rosa")]


def test_who_was_together_or_answers_for_the_other_is_not_suggested() -> None:
    found = candidates([candidate(1, "Jay", JAY)], [candidate(11, "Rosa", ROSA)])
    for apart in ({"together": {(1, 11)}}, {"related": {(1, 11)}}):
        assert names(found._replace(**apart)) == []
    both = candidates([candidate(1, "Jay", JAY)], [candidate(1, "Jay", ROSA)])
    assert names(both) == []


def test_rules_of_a_programme_are_read_from_its_settings() -> None:
    found = terms.of(
        {
            "topics": [{"token": "sea", "labels": {"en": "the sea"}}],
            "matching": {
                "zones_apart": 3,
                "floor": 55,
                "same": ["language"],
                "first": [{"field": "topics", "value": "sea"}],
                "topics": [{"token": "boats", "words": {"en": ["boats", "ship*"]}}],
            },
        }
    )
    assert (found.zones_apart, found.floor, found.same) == (3, 0.55, ("language",))
    assert Hearing(found, NOW).table.heard("I love shipping") == {"boats"}
    assert terms.of({}) == Terms()


HEARD = [
    ("1 4 n parmedic stuff", {"nursing"}),
    ("soy enfermera y me gusta el ajedrez", {"nursing", "chess"}),
    ("j'ai changé de métier deux fois", {"career"}),
    ("gosto de futebol e de música", {"football", "music"}),
    ("I'm a nurse 👩‍⚕️ and I sing", {"nursing", "music"}),
    ("l'école, c'est dur", {"school"}),
    ("idk", set()),
    ("<script>", set()),
    ("", set()),
]


@pytest.mark.parametrize(("text", "expected"), HEARD)
def test_topics_are_heard_in_any_language(text: str, expected: set[str]) -> None:
    assert topics.known().heard(text) == expected


def test_no_word_stands_for_two_topics() -> None:
    table = topics.known()
    assert list(topics.twice(table)) == []
    for topic, named in table.topics.items():
        for language, some in named.items():
            assert table.label(topic, language) == some[0]
            for phrase in some:
                said = phrase.removesuffix("*")
                assert topic in table.heard(said) or len(phrase) > len(said), (topic, phrase)
                assert " " not in phrase or not phrase.endswith("*"), phrase


def test_every_topic_has_a_name_in_every_language() -> None:
    for topic, named in topics.known().topics.items():
        assert set(named) == {"en", "es", "fr", "pt"}, topic


def test_a_week_is_the_same_by_every_clock() -> None:
    free = week.read("tuesday after 4", "en")
    assert week.written(free) == ("1 16:00 20:00",)
    for offset in (-300, 345, 780, 0):
        assert week.at_home(week.in_utc(free, offset), offset) == free
    there = week.at_home(week.in_utc(free, -300), 60)
    assert week.written(there) == ("1 22:00 23:59", "2 00:00 02:00")
    assert week.hours(free) == 4


def test_rules_speak_of_each_other_by_name() -> None:
    jay, rosa = candidate(1, "Jay", JAY), candidate(11, "Rosa", ROSA, language="fr")
    about = suggestions.of(candidates([jay], [rosa]), OPEN, NOW).pair(1, 11)
    assert about is not None
    assert about.cons[0].these == (Rule.LANGUAGE,)
