"""Plays the journey in every language, prints how much each took, and writes the page of the one
that is shown; with a language, plays that one, and prints what was said."""

import asyncio
import sys
import tempfile
from pathlib import Path

from storage.sealing import sealed
from tests.conftest import SECRET, sqlite_url
from tests.journey import played
from tests.journey.played import Played

PAGE = Path(__file__).parents[2] / "docs" / "journey.md"


def play(language: str) -> Played:
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(played.played(sqlite_url(Path(folder)), played.PAIRS[language]))


def main(language: str = "") -> None:
    sealed.use(sealed.derive(SECRET))
    if language:
        journey = play(language)
        print(journey.figures)
        print(journey.page)
        return
    for one, pair in played.PAIRS.items():
        journey = play(one)
        print(f"Mentee in {one}, mentor in {pair.mentor}: {journey.figures}", flush=True)
        if one == played.SHOWN:
            PAGE.write_text(journey.page)


if __name__ == "__main__":
    main(*sys.argv[1:])
