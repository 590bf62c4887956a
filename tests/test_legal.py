"""/privacy and /terms: in each language, from the programme's settings, open to everybody."""

import re

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import update

from assistant.console import headers, legal
from assistant.rendering.translations import LANGUAGES
from assistant.understanding import keywords
from assistant.understanding.keywords import Keyword
from storage.database import Database
from storage.tables import Programme, table
from tests.phones import World

G = table(Programme)


@pytest.fixture
def site(db: Database) -> httpx.AsyncClient:
    World(db)
    app = FastAPI()
    app.add_middleware(headers.Headers)
    app.include_router(legal.routes(db))
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://site.test")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", legal.PAGES)
async def test_each_page_names_the_programme_and_who_runs_it(
    site: httpx.AsyncClient, page: str, language: str
) -> None:
    answer = await site.get(f"/{page}/{language}")
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    for told in ("Bridge", "Harbor Library", "Dana Reyes", "212-555-0100", "STOP", "18"):
        assert told in answer.text
    assert not re.search(r"\{[{%]|None|Undefined", answer.text)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_how_long_things_are_kept_is_what_the_programme_says(
    site: httpx.AsyncClient, db: Database, language: str
) -> None:
    kept = {"stranger_days": 11, "declined_days": 12, "ended_months": 13, "texts_months": 14}
    with db.writing() as connection:
        settings = connection.execute(G.select()).one().settings
        connection.execute(update(G).values(settings={**settings, "retention": kept}))
    page = (await site.get(f"/privacy/{language}")).text
    assert [number for number in kept.values() if f" {number} " not in page] == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_words_a_page_teaches_are_heard(site: httpx.AsyncClient, language: str) -> None:
    page = (await site.get(f"/privacy/{language}")).text
    rights = {
        found.rest
        for word in re.findall(r"\b[A-Z]{3,}\b", page)
        if (found := keywords.hear(word, language, asked=True)) and found.word == Keyword.INQUIRY
    }
    assert rights == {"know", "fix", "delete"}


async def test_the_readers_language_is_chosen_and_another_one_is_not_found(
    site: httpx.AsyncClient,
) -> None:
    page = await site.get("/privacy", headers={"Accept-Language": "fr-CA,fr;q=0.9"})
    assert '<html lang="fr">' in page.text
    assert '<html lang="en">' in (await site.get("/terms")).text
    assert (await site.get("/privacy/xx")).status_code == 404
    assert (await site.get("/legal.css")).headers["content-type"].startswith("text/css")
