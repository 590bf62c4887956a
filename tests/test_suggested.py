"""What a coordinator is offered, what the two read of it, and what is read from the tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, event, select, update

from assistant.commands import suggestions as command
from assistant.internal_events import codec
from assistant.internal_events.kinds import StatusDue
from assistant.matching import reasons, suggestions, terms, topics, week
from assistant.matching.people import OWN
from assistant.matching.phrases import View
from assistant.matching.reasons import Reason
from assistant.matching.terms import Terms
from assistant.matching.wordings import PRIVATE, Names, Wording
from assistant.ops import config
from assistant.ops.config import BadSettings
from assistant.programmes import definitions
from assistant.rendering.prompts import LANGUAGES, Reader
from flows.joining.profile import MATTERS
from storage.database import open_database
from storage.desk import Of
from storage.inbox import inside
from storage.mentoring import candidates
from storage.mentoring.candidates import Candidate, Candidates
from storage.people import programmes
from storage.tables import Address, Goal, Guardian, Json, Match, Programme, table
from tests.conftest import SECRET, sqlite_url
from tests.crowd import One, add
from tests.phones import START, Phone, World
from tests.rows import put, somebody, text
from tests.test_clock import tick

A, P = table(Address), table(Programme)
NOW = datetime(2026, 3, 3, 15, tzinfo=UTC)
HERE = Of(1, simulated=False)
DANA, ROSA, TOM = "+12125550191", "+12125550192", "+12125550193"
JAY, ANA = "+12125550194", "+12125550195"
PEOPLE = [
    One(DANA, "coordinator", name="Dana Reyes"),
    One(
        ROSA,
        "mentor",
        name="Rosa Diaz",
        language="es",
        zone="Europe/Madrid",
        profile={
            **{"capacity": "2", "topics": ["school"], "work": "enfermera", "languages": ["en"]},
            **{"been": "la primera en la universidad", "free": "fines de semana"},
        },
    ),
    One(TOM, "mentor", name="Tom", profile={"topics": ["job"], "free": "weekends"}),
    One(
        JAY,
        name="Jay Smith",
        profile={
            **{"topics": ["school", "money"], "hopes": "pass maths, be a parmedic"},
            **{"free": "weekends", "matters": "job"},
        },
    ),
    One(
        ANA,
        name="Ana",
        profile={"topics": ["job"], "free": "weekends", "must_nots": "not Tom please"},
    ),
]


class Office:
    """Dana, two mentors, and two who look for help."""

    def __init__(self, folder: Path) -> None:
        self.url = sqlite_url(folder)
        self.world = World(open_database(self.url))
        add(self.world, PEOPLE)
        phones = [self.world.phone(one.address) for one in PEOPLE]
        self.dana, self.rosa, self.tom, self.jay, self.ana = phones

    def hears(self, phone: Phone) -> str:
        tick(self.world)
        self.world.settle()
        return " / ".join(phone.hears())


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_pair_alone_lists_who_waits_with_whom_fits_best(office: Office) -> None:
    said = office.dana.says("PAIR")[-1]
    assert "1 Jay Smith: best: Rosa; school, money" in said
    assert (
        "2 Ana: finding a job\n" in said
    )  # only Tom offers what she looks for, whom she would not meet


def test_the_best_are_offered_with_what_speaks_for_them_and_against(office: Office) -> None:
    best = office.dana.says("PAIR", "jay")[-1]
    assert "\nRosa: does such work, school" in best
    assert "Tom" not in best  # below the floor
    told = " ".join(office.dana.says("rosa"))
    assert 'Jay wants this most: "does a job I want".' in told
    assert "Rosa works in this field: nursing and care." in told
    assert "Their clocks are 6 hours apart." in told


def test_each_of_the_two_reads_the_reasons_in_their_own_language(office: Office) -> None:
    assert office.dana.says("PAIR", "jay", "rosa", "1")[-1].startswith("Done.")
    office.world.passes(hours=20)
    office.hears(office.rosa)
    told = office.rosa.says("1")
    assert any("Jay sueña con lo que" in one and "enfermería" in one for one in told), told
    office.world.passes(hours=6)
    heard = office.hears(office.jay)
    assert 'You wanted this most: "does a job I want".' in heard
    assert "Rosa works in this field: nursing and care." in heard
    assert "universidad" not in heard


def test_anybody_else_is_found_by_name_with_what_speaks_against_it(office: Office) -> None:
    office.dana.says("PAIR", "ana")
    told = " ".join(office.dana.says("tom"))
    assert "Ana would rather not meet: not Tom please." in told
    assert office.dana.says("They talked it over", "1")[-1].startswith("Done.")


def test_a_mentor_who_is_asked_about_somebody_is_suggested_for_them_no_more(
    office: Office,
) -> None:
    office.dana.says("PAIR", "jay", "rosa", "1")
    said = office.dana.says("PAIR")[-1]
    assert "Jay Smith: asked: Rosa; school" in said
    assert "best: Rosa; asked" not in said


GENDER: Json = {
    "field": "gender",
    "of": ["mentee", "mentor"],
    "ask": {"en": "How do you see yourself?", "es": "¿Cómo te ves?"},
    "options": [
        {"token": "woman", "labels": {"en": "woman", "es": "mujer"}},
        {"token": "man", "labels": {"en": "man"}},
    ],
}


def test_a_programmes_own_question_is_asked_while_they_wait_and_its_rule_kept(
    office: Office,
) -> None:
    rules = {"same": ["gender"], "questions": [GENDER]}
    with office.world.db.writing() as db:
        known = programmes.every(db)[1].settings
        db.execute(update(P).values(settings={**known, "matching": rules}))
    assert "best:" not in office.dana.says("PAIR", "0")[0]  # it is known of nobody
    for phone, person, role in ((office.jay, 4, "mentee"), (office.rosa, 2, "mentor")):
        for n, answer in enumerate(("0", "0", "1")):  # interests, whom to avoid, the programme's
            with office.world.db.writing() as db:
                due = codec.text(StatusDue(1, role))
                at = db.execute(select(A.c.id).where(A.c.person_id == person)).scalar_one()
                row = inside.row(person, at, f"status:{person}:{n}", due, office.world.now)
                inside.tell(db, [row])
            office.world.settle()
            asked = " ".join(phone.hears())
            phone.says(answer)
            office.world.passes(days=3)
        assert ("How do you see" if role == "mentee" else "¿Cómo te ves?") in asked
    office.dana.says("MENU")
    assert "Jay Smith: best: Rosa" in office.dana.says("PAIR")[-1]


def test_a_mentor_taken_meanwhile_is_asked_nothing(office: Office) -> None:
    office.dana.says("PAIR", "jay", "rosa")
    office.rosa.says("STOP")
    assert "any more, sorry" in " ".join(office.dana.says("1"))


def test_the_command_prints_them_with_reasons_in_a_language(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = config.read(database_url=office.url, secret_key=SECRET)
    lines = list(command.lines(known, "BRIDGE"))
    assert lines[0].startswith("Jay Smith (person 4): Rosa Diaz (person 2), fit ")
    assert "Rosa works in this field: nursing and care." in lines[1]
    assert lines[2] == "    against: Their clocks are 6 hours apart."
    assert lines[-2] == "Ana (person 5): nobody fits"
    assert lines[-1] == "1 of 2 who wait; mentors have room for 3."
    assert "se dedica a esto" in list(command.lines(known, "guide", "es"))[1]
    office.dana.says("PAIR", "jay", "rosa", "1")
    assert next(command.lines(known, "bridge")) == "Jay Smith (person 4): a mentor is asked"
    for word, language in (("nowhere", ""), ("bridge", "de")):
        with pytest.raises(BadSettings):
            list(command.lines(known, word, language))


def test_a_programmes_file_may_hold_rules(tmp_path: Path) -> None:
    read = definitions.read(Path("docs/programme.toml"))
    held = terms.of(read.model_dump(mode="json"))
    assert held.first == (("topics", "job"),)
    assert held.words["boats"]["es"][0] == "barcos"
    file = tmp_path / "wrong.toml"
    for wrong in ("floor = 101", "zones_apart = 13", 'same = ["A b"]', "nothing = 1"):
        text = Path("docs/programme.toml").read_text()
        file.write_text(text.replace("floor = 50 ", f"{wrong} ").replace("zones_apart = 8 ", ""))
        with pytest.raises(BadSettings, match=r"matching|toml"):
            definitions.read(file)


def test_everybody_is_read_in_as_many_queries_as_one(connection: Connection) -> None:
    asked: list[str] = []
    event.listen(connection, "before_cursor_execute", lambda *given: asked.append(given[2]))
    mentees = [somebody(connection, ("mentee", "ready"), name="Jay") for _ in range(5)]
    mentors = [somebody(connection, ("mentor", "ready"), name="Rosa") for _ in range(5)]
    somebody(connection, ("mentor", "consented"))
    put(connection, Goal, person_id=mentees[0], text="pass maths", state="active")
    put(connection, Goal, person_id=mentees[0], text="old", state="achieved")
    sides = {"mentor_id": mentors[0], "paired_by": 1, "mentee_id": mentees[0]}
    put(connection, Match, **sides, state="closed", closed_at=START)
    put(connection, Match, **{**sides, "mentor_id": mentors[1]}, state="offered")
    put(connection, Guardian, child_id=mentees[1], guardian_id=mentors[2], state="granted")
    asked.clear()
    found = candidates.find(connection, HERE, START)
    assert len(asked) == 8
    assert [one.person_id for one in found.mentees] == mentees
    assert [one.person_id for one in found.mentors] == mentors
    assert found.goals == {mentees[0]: ["pass maths"]}
    assert found.together == {(mentees[0], mentors[0]), (mentees[0], mentors[1])}
    assert (found.asked, found.taken) == ({mentees[0]}, {mentors[1]: 1})
    assert (mentees[1], mentors[2]) in found.related


def test_how_soon_a_mentor_answers_is_the_median_of_their_answers(connection: Connection) -> None:
    rosa, tom = (somebody(connection, ("mentor", "ready")) for _ in range(2))
    for n, (person, hours) in enumerate([(rosa, 1), (rosa, 30), (rosa, 3), (tom, 2), (tom, 200)]):
        at = START + timedelta(days=n)
        text(connection, person, created_at=at)
        told = {"direction": "in", "status": "received", "created_at": at + timedelta(hours=hours)}
        text(connection, person, **told, external_id=f"{n}")
    found = candidates.find(connection, HERE, START + timedelta(days=15))
    assert found.answers == {rosa: 3.0}  # Tom has answered too little
    assert candidates.find(connection, HERE, START + timedelta(days=90)).answers == {}


# What somebody says, and what it truly is about; told by hand, not by the table.
SAID = {
    "nursing": ("I'm a nurse", "soy enfermera", "infirmier de nuit", "sou enfermeira"),
    "chess": ("chess!!", "me gusta el ajedrez", "les échecs", "xadrez"),
    "college": ("uni", "la universidad", "l'université", "faculdade"),
    "cooking": ("cooking n stuff", "cocinar", "la cuisine", "cozinhar"),
    "newcomer": ("im an immigrant", "inmigrante", "réfugiée", "sou imigrante"),
    "sobriety": ("sober 2 yrs", "sobriedad", "sobriété", "sobriedade"),
}
HOURS = {  # what is written, and the hours of a week it means
    "": set(),
    "tuesday after 4": {(1, hour) for hour in range(16, 20)},
    "sat and sun": {(day, hour) for day in (5, 6) for hour in range(9, 20)},
    "wednesday 10 to 12": {(2, 10), (2, 11)},
}
ZONES = {"UTC": 0, "America/Lima": -5, "Europe/Madrid": 1}  # in winter
ABOUT = st.sets(st.sampled_from(sorted(SAID)), max_size=3)


@st.composite
def told(draw: st.DrawFn, person: int, name: str) -> tuple[Candidate, dict[str, set[str]]]:
    """Somebody, and what they are truly about."""
    about = {key: draw(ABOUT) for key in ("topics_note", "hopes", "faces", "been", "work")}
    about["interests"] = draw(ABOUT)
    way = draw(st.integers(0, 3))
    profile: Json = {key: " & ".join(SAID[one][way] for one in some) for key, some in about.items()}
    picked = draw(st.sets(st.sampled_from(["school", "job"])))
    profile |= {
        "topics": sorted(picked),
        "free": draw(st.sampled_from(sorted(HOURS))),
        "style": draw(st.sampled_from(["", "listen", "talk", "plan", "open"])),
        "matters": draw(st.sampled_from(["", *(one.token for one in MATTERS.options)])),  # type: ignore[union-attr]
        "languages": sorted(draw(st.sets(st.sampled_from(LANGUAGES), max_size=2))),
    }
    language, zone = draw(st.sampled_from(LANGUAGES)), draw(st.sampled_from(sorted(ZONES)))
    return Candidate(person, name, profile, language, zone), {**about, "picked": picked}


@settings(max_examples=250, deadline=None)
@given(told(1, "Jay"), told(2, "Rosa"), st.sampled_from([None, 3.0, 30.0, 70.0]))
def test_every_reason_is_true_of_both(
    jay: tuple[Candidate, dict[str, set[str]]],
    rosa: tuple[Candidate, dict[str, set[str]]],
    hours: float | None,
) -> None:
    (mentee, mine), (mentor, theirs) = jay, rosa
    answers = {} if hours is None else {2: hours}
    found = Candidates([mentee], [mentor], {}, {}, set(), set(), set(), answers)
    labels = {"school": {"en": "school"}, "job": {"en": "finding a job"}}
    one = suggestions.of(found, Terms(floor=0, labels=labels), NOW).pair(1, 2)
    assert one is not None
    for reason in one.pros:
        Two(mentee, mine, mentor, theirs).holds(reason)
    kinds = {str(reason.kind) for reason in one.pros}
    assert ("soon" in kinds) == (hours == 3.0)
    wanted = mentee.profile["matters"]
    unmet = [reason for reason in one.cons if reason.kind == "unmet"]
    met = bool(wanted and wanted in kinds)
    if wanted == "language":  # theirs, and not just any that both speak
        met = mentee.language in {mentor.language, *mentor.profile["languages"]}
    assert ("matters" in kinds) == met
    assert bool(unmet) == bool(wanted and not met)
    for reason in one.cons:
        speaks_truly_against(str(reason.kind), mentee, mentor, hours)
    assert reasons.restored([reason.kept() for reason in one.pros]) == tuple(one.pros)
    reads_well(one.pros, mentor)


@dataclass(frozen=True)
class Two:
    """Two people, and what each is truly about."""

    mentee: Candidate
    mine: dict[str, set[str]]
    mentor: Candidate
    theirs: dict[str, set[str]]

    def shared(self) -> dict[str, set[str]]:
        """What a reason of each kind may speak of."""
        mine, theirs = self.mine, self.theirs
        hopes = mine["topics_note"] | mine["hopes"]
        offers = {OWN + one for one in theirs["picked"]} | theirs["topics_note"]
        offers |= {{"job": "jobs"}.get(one, one) for one in theirs["picked"]}
        wants = {OWN + one for one in mine["picked"]} | mine["topics_note"]
        return {
            "topics": wants & offers,
            "been": (hopes | mine["faces"]) & theirs["been"],
            "job": hopes & theirs["work"],
            "hopes": hopes & (offers | theirs["been"] | theirs["work"]),
            "interests": mine["interests"] & theirs["interests"],
            "matters": {self.mentee.profile["matters"]},
            "language": set.intersection(
                *({one.language, *one.profile["languages"]} for one in (self.mentee, self.mentor))
            ),
        }

    def holds(self, reason: Reason) -> None:
        styles = (self.mentee.profile["style"], self.mentor.profile["style"])
        match str(reason.kind):
            case "times":
                for kept, one in ((reason.these, self.mentee), (reason.theirs, self.mentor)):
                    assert shown(kept, one.zone) == utc(self.mentee) & utc(self.mentor)
            case "talk":
                assert (*reason.these, *reason.theirs) == styles
                assert styles[0] == styles[1] or set(styles) == {"listen", "talk"}
            case "patient":
                assert styles[1] == "listen"
            case "soon":
                assert reason.these == ()
            case kind:
                assert reason.these
                assert set(reason.these) <= self.shared()[kind]


def shown(kept: Sequence[str], zone: str) -> set[int]:
    """The hours of the week that are kept, by the clock of UTC."""
    return {
        (one.weekday * 24 + hour - ZONES[zone]) % 168
        for one in week.restored(kept)
        for hour in range(one.start.hour, one.end.hour + (one.end.minute > 0))
    }


def speaks_truly_against(
    kind: str, mentee: Candidate, mentor: Candidate, hours: float | None
) -> None:
    match kind:
        case "no times":
            assert not utc(mentee) & utc(mentor)
        case "times unknown":
            assert not (utc(mentee) and utc(mentor))
        case "far":
            assert abs(ZONES[mentee.zone] - ZONES[mentor.zone]) >= 3
        case "late":
            assert hours == 70.0


def utc(one: Candidate) -> set[int]:
    """The hours of the week at which they are free, by the clock of UTC."""
    free = HOURS[str(one.profile["free"])]
    return {(day * 24 + hour - ZONES[one.zone]) % 168 for day, hour in free}


def reads_well(pros: Sequence[Reason], mentor: Candidate) -> None:
    """Every reader has words for it, and the two never read what the other has been through."""
    names = Names("Jay", "Rosa")
    for language in LANGUAGES:
        wording = Wording(topics.known(), {}, Reader(language))
        private = {topics.known().label(one, language) for one in PRIVATE}
        for view in View:
            said = wording.told(pros, names, view)
            assert "{" not in said
            assert bool(said) or not pros or view is not View.COORDINATOR
            if view is not View.COORDINATOR:
                assert not any(label in said for label in private)
