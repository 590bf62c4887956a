"""Who wants to be erased is: from every table, from others' texts, from the file and its copies.

What they live through before that is the whole of the product on two channels, and looked at, too.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from assistant.records import export, withheld
from storage.database import Database
from storage.sealing import sealed
from storage.sealing.sealed import SealedJSON, SealedText
from storage.tables import Address, Erasure, Match, Message, Person, metadata, table
from tests.test_raw_bytes import stored, tell_nobody_who_was_here
from tests.two_channels import LUCIA, Talk, lived_through, ready, talking

A, E, M, P = table(Address), table(Erasure), table(Message), table(Person)
T = table(Match)
# What is left nowhere: her name, her number, words of hers, and what a coordinator said of her.
HERS = ("lucía", "lucia", "612345678", "aprobar mates", "love maths", "biblioteca")


@pytest.fixture
async def talk(database_url: str) -> AsyncIterator[Talk]:
    async with talking(database_url) as talk:
        yield talk


async def test_they_meet_and_nothing_tells_who_was_here_and_she_is_erased(
    talk: Talk, tmp_path: Path
) -> None:
    await lived_through(talk)
    await tell_nobody_who_was_here(talk, tmp_path)
    await nothing_of_her_is_left(talk, tmp_path)


async def nothing_of_her_is_left(talk: Talk, tmp_path: Path) -> None:
    db = talk.world.served.db
    person, before = her(db), dict(ciphertexts(db))
    assert {word for word in HERS if word in plain(db)} == set(HERS)  # or nothing would be shown
    shown = json.loads(await asyncio.to_thread(export.of, db, person))
    full = everything(db, person)
    full["relayed"] = list(withheld.shown("relayed", full["relayed"]))
    assert shown == full
    await talk.says(talk.lucia, "borra mis datos")
    assert "¿Lo borro todo" in talk.lucia.texts[-1]
    await talk.says(talk.lucia, "1")
    assert "START" in talk.lucia.texts[-1]
    await talk.hears(talk.rosa, "Lucía has left")
    await talk.hears(talk.dana, "Lucía wants everything erased")
    await talk.world.until(lambda: erased(db, person))
    assert {word for word in HERS if word in plain(db)} == set()
    left = {name: rows for name, rows in everything(db, person).items()}
    emptied = left.pop("message")  # by their ids they are known if they are brought again
    assert {(row["direction"], row["text"], row["kind"]) for row in emptied} == {
        ("in", "", "erased")
    }
    assert set(left) == {"person", "address", "match", "meeting", "erasure", "handover"}
    hers = {value for value, owner in before.items() if owner == person}
    assert len(hers) > 50
    for where, held in stored(db, tmp_path):
        if db.embedded:  # a server writes over its pages and its log in its own time
            assert not [one for one in hers if one in held], where
        for word in HERS[:3]:
            assert word.encode() not in held.lower(), where


async def test_a_number_that_was_erased_is_known_by_its_digest_alone(talk: Talk) -> None:
    await ready(talk)
    await talk.says(talk.lucia, "borra mis datos", "1")
    db = talk.world.served.db
    person = her(db)
    await talk.world.until(lambda: erased(db, person))
    with db.reading() as connection:
        row = connection.execute(select(A).where(A.c.person_id == person)).one()
    assert (row.handle, row.digest) == ("", sealed.find_by("sms", LUCIA))
    heard = len(talk.lucia.texts)
    await talk.lucia.says("hola")
    await talk.world.quiet()
    assert len(talk.lucia.texts) == heard
    await talk.says(talk.lucia, "START")
    assert "Bridge" in talk.lucia.texts[-1]


def her(db: Database) -> int:
    with db.reading() as connection:
        digest = sealed.find_by("sms", LUCIA)
        return int(
            connection.execute(select(A.c.person_id).where(A.c.digest == digest)).scalar_one()
        )


def erased(db: Database, person: int) -> bool:
    with db.reading() as connection:
        done = select(E.c.wiped_at).where(E.c.person_id == person)
        return connection.execute(done).scalar() is not None


def plain(db: Database) -> str:
    """Every word in every table, opened."""
    with db.reading() as connection:
        found = [
            str(row) for one in metadata.sorted_tables for row in connection.execute(select(one))
        ]
    return "\n".join(found).lower()


def everything(db: Database, person: int) -> dict[str, Any]:
    """What a search through every table finds of somebody, by the numbers of rows alone."""
    with db.reading() as connection:
        rows = {
            one.name: [
                dict(row)
                for row in connection.execute(select(one).order_by(*one.primary_key)).mappings()
            ]
            for one in metadata.sorted_tables
        }
    matches = {row["id"] for row in rows["match"] if person in (row["mentor_id"], row["mentee_id"])}
    addresses = {row["id"] for row in rows["address"] if row["person_id"] == person}
    found = {
        "person": [row for row in rows.pop("person") if row["id"] == person],
        "match": [row for row in rows.pop("match") if row["id"] in matches],
        "meeting": [row for row in rows.pop("meeting") if row["match_id"] in matches],
        "agreement": [row for row in rows.pop("agreement") if row["match_id"] in matches],
    }
    for name, some in rows.items():
        columns = ("person_id", "coordinator_id")
        found[name] = [
            row
            for row in some
            if any(row.get(one) == person for one in columns)
            or (row.get("address_id") in addresses and name == "message")
        ]
    read = json.dumps({name: some for name, some in found.items() if some}, default=export._plain)
    ordered: dict[str, Any] = json.loads(read)
    return ordered


def ciphertexts(db: Database) -> Iterator[tuple[bytes, int]]:
    """What is sealed of everybody as it lies there, and whose it is."""
    with db.reading() as connection:
        for one in metadata.sorted_tables:
            link = next((c for c in one.c if c.name == "person_id"), None)
            columns = [c for c in one.c if isinstance(c.type, SealedText | SealedJSON)]
            for column in columns if link is not None else []:
                query = f'SELECT "{column.name}", person_id FROM "{one.name}"'
                for value, person in connection.execute(text(query)):
                    if value:
                        yield bytes(value), person
