"""Plays the journey that is shown, prints how much it took, and writes the page; with a language,
plays it in that one, and prints what was said."""

import asyncio
import sys
import tempfile
from pathlib import Path

from storage.sealing import sealed
from tests.conftest import SECRET, sqlite_url
from tests.journey import played

PAGE = Path(__file__).parents[2] / "docs" / "journey.md"


def main(language: str = "") -> None:
    sealed.use(sealed.derive(SECRET))
    with tempfile.TemporaryDirectory() as folder:
        pair = played.PAIRS[language or played.SHOWN]
        journey = asyncio.run(played.played(sqlite_url(Path(folder)), pair))
    print(journey.figures)
    if language:
        print(journey.page)
    else:
        PAGE.write_text(journey.page)


if __name__ == "__main__":
    main(*sys.argv[1:])
