"""People are found by the words of their names, which stay sealed; who is gone by nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, delete, event, select

from assistant.records.naming import Naming
from storage.console import directory
from storage.console.access import Viewer
from storage.console.directory import Wanted
from storage.database import Database
from storage.holder import Holder
from storage.people import merging, names, persons
from storage.people.merging import Merge
from storage.records import erasing
from storage.sealing import keys, resealing, sealed
from storage.tables import NameWord, Person, table
from tests.console import Console
from tests.phones import START, World
from tests.rows import somebody

P, W = table(Person), table(NameWord)
NOW = datetime(2026, 3, 3, 15, 0, tzinfo=UTC)


def named(db: Connection, typed: str) -> list[int]:
    """Who is found by every word of these."""
    query = select(P.c.id).order_by(P.c.id)
    for one in names.sought(typed):
        query = query.where(P.c.id.in_(select(W.c.person_id).where(W.c.digest == one)))
    return list(db.execute(query).scalars())


def called(db: Connection, *given: str) -> list[int]:
    people = [somebody(db, ("mentee", "ready")) for _ in given]
    persons.change(db, {one: {"name": name} for one, name in zip(people, given, strict=True)})
    return people


@pytest.fixture
def writing(db: Database) -> Iterator[Connection]:
    World(db)
    with db.writing() as connection:
        yield connection


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Lucía Gómez", "lucia"),
        ("Lucía Gómez", "GOMEZ lucía"),
        ("Lucia", "Lucía"),
        ("Lucía Gómez", "luc gom"),
        ("Łukasz Żak", "lukasz zak"),
        ("Bjørn Weiß", "bjorn weiss"),
        ("Aoife O'Neil", "o\N{RIGHT SINGLE QUOTATION MARK}neil"),
        ("Anne-Marie", "marie"),
        ("Nguyễn Ân", "nguyen an"),
        ("김민준", "김민준"),
        ("李小龙", "李小龙"),
        ("\N{SPARKLES}", "\N{SPARKLES}"),
    ],
)
def test_a_name_is_found_however_it_is_typed(writing: Connection, name: str, typed: str) -> None:
    (person, _other) = called(writing, name, "Olaf Berg")
    assert named(writing, typed) == [person]


@pytest.mark.parametrize("typed", ["uci", "luciana", "lu", "Lucía Berg", "gome"])
def test_what_is_no_word_and_no_beginning_of_three_letters_finds_nobody(
    writing: Connection, typed: str
) -> None:
    called(writing, "Lucía Gómez", "Olaf Berg")
    assert named(writing, typed) == []


def test_a_new_name_takes_the_place_of_the_old(writing: Connection) -> None:
    jay, mina = called(writing, "Jay", "Mina Jay")
    persons.change(writing, {jay: {"name": "Robin"}, mina: {"fewer": True}})
    assert (named(writing, "jay"), named(writing, "robin")) == ([mina], [jay])
    persons.change(writing, {jay: {"name": None}, mina: {"name": None}})
    assert writing.execute(select(W.c.id)).all() == []


def test_many_names_take_as_many_statements_as_one(writing: Connection) -> None:
    people = [somebody(writing) for _ in range(40)]
    with counted(writing) as of_one:
        persons.change(writing, {people[0]: {"name": "Rosa Lima"}})
    with counted(writing) as of_many:
        persons.change(writing, {one: {"name": f"Rosa {one}"} for one in people})
    assert named(writing, "rosa") == people
    assert len(of_many) <= len(of_one) + 2  # SQLite takes 32 rows at a time


def test_nothing_of_a_name_can_be_read_in_the_index(writing: Connection) -> None:
    called(writing, "Rosa")
    kept = writing.execute(select(W.c.digest)).scalars().all()
    assert sorted(map(len, kept)) == [32, 32]
    assert not any(b"ros" in bytes(one).lower() for one in kept)


def test_who_is_erased_leaves_no_word(writing: Connection) -> None:
    gone, stays = called(writing, "Rosa Lima", "Rosa Berg")
    erasing.end(writing, gone, NOW, shut=False)
    assert set(writing.execute(select(W.c.person_id)).scalars()) == {stays}


def test_who_turns_out_to_be_somebody_else_is_found_once(writing: Connection) -> None:
    known, newcomer = called(writing, "Rosa", "Rosa")
    merging.merge(writing, Merge(known, newcomer, newcomer, (), "phone"), NOW)
    assert named(writing, "rosa") == [known]


def test_names_from_before_are_filled_in_and_a_broken_off_round_goes_on(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    World(db)
    with db.writing() as writing:
        people = called(writing, *(f"Rosa {number}" for number in range(7)))
        nameless = somebody(writing)
        writing.execute(delete(W))
    monkeypatch.setattr(names.fill, "__defaults__", (3,))
    holder = Holder(db, "records")
    assert Naming().step(holder)  # and the process ends
    with db.reading() as reading:
        assert named(reading, "rosa") == people[:3]
    again, steps = Naming(), 1
    while again.step(holder):
        steps += 1
    holder.release()
    with db.reading() as reading:
        assert named(reading, "rosa") == people
        assert nameless not in set(reading.execute(select(W.c.person_id)).scalars())
    assert steps == 8  # twice three, three and two, and the end: a round that finds nobody
    assert not again.step(holder)


def test_new_keys_find_the_same_people(db: Database) -> None:
    World(db)
    before, after = sealed.derive("first secret" * 3), sealed.derive("second secret" * 3)
    old = sealed._ring()
    try:
        with db.writing() as writing:
            sealed.use(keys.adopt(writing, old, START))
            (rosa,) = called(writing, "Rosa Lima")
            ring = keys.begin(writing, after, [old], START)
            sealed.use(ring)
        assert before.index != ring.index == old.index
        list(resealing.pages(db, ring.newest))
        with db.writing() as writing:
            keys.finish(writing, after)
            sealed.use(keys.read(writing, after))
            assert named(writing, "rosa lima") == [rosa]
            persons.change(writing, {rosa: {"name": "Robin"}})
            assert (named(writing, "rosa"), named(writing, "robin")) == ([], [rosa])
    finally:
        sealed.use(old)


@contextmanager
def counted(db: Connection) -> Iterator[list[tuple[str, object]]]:
    """The statements that are run meanwhile."""
    run: list[tuple[str, object]] = []

    def note(_conn: object, _cursor: object, sql: str, values: object, *_more: object) -> None:
        run.append((sql, values))

    event.listen(db.engine, "before_cursor_execute", note)
    yield run
    event.remove(db.engine, "before_cursor_execute", note)


@pytest.mark.parametrize(
    ("typed", "wanted", "uses"),
    [
        ("rosa", Wanted(), ["autoindex_name_word_1", "autoindex_participant_1"]),
        ("", Wanted(state="refused"), ["ix_participant_programme_id_state_role"]),
        ("", Wanted(language="fr"), ["ix_person_language", "autoindex_participant_1"]),
    ],
)
def test_few_are_found_by_an_index_and_no_table_is_read_from_end_to_end(
    embedded: Database, typed: str, wanted: Wanted, uses: list[str]
) -> None:
    with embedded.reading() as db, counted(db) as run:
        directory.find(db, Viewer(1, None, simulated=False), words(typed, wanted), 51, 1001)
    assert len(run) == 2
    with embedded.reading() as db:
        for sql, values in run:
            plan = [row[3] for row in db.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)]
            for index in uses:
                assert any(index in step for step in plan), (index, plan)
            assert not [one for one in plan if one.startswith(("SCAN participant", "SCAN person"))]


def test_of_many_only_so_many_are_read_as_a_page_needs(db: Database) -> None:
    site = Console(World(db))
    for number in range(30):
        site.person(f"Rosa {number}")
    with db.writing() as writing:
        persons.change(
            writing, {one: {"name": "Rosa"} for one in writing.execute(select(P.c.id)).scalars()}
        )
    viewer = Viewer(site.account("viewer"), None, simulated=True)
    with db.reading() as reading, counted(reading) as run:
        found = directory.find(reading, viewer, words("rosa", Wanted()), 6, 11)
        (sql, values) = run[-1]
        assert (len(found.people), found.number) == (6, 11)
        if not db.embedded:
            return
        plan = [row[3] for row in reading.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert not any("TEMP B-TREE" in one for one in plan), plan  # none are put in order
    assert any("SCAN participant" in one or "rowid" in one for one in plan), plan


def words(typed: str, wanted: Wanted) -> Wanted:
    return wanted._replace(words=names.sought(typed))
