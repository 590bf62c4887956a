"""Who is on call in a run: two by SMS and the coordinator on Telegram, who take what is paged."""

import asyncio
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant.safeguarding.cover import Senders
from storage.database import Database
from storage.people import programmes
from storage.people.programmes import Definition
from storage.tables import Json
from tests.fakes.twilio_account import Account
from tests.faults import concerns
from tests.faults.books import Books
from tests.faults.patience import Patience
from tests.faults.processes import Fake
from tests.on_call import HELPLINES, UNCOVERED

COLE, ORTIZ, DANA = "Mr Cole", "Ms Ortiz", "Dana Reyes"
NUMBERS = {COLE: "+12125559901", ORTIZ: "+12125559902"}
DANAS = 9999  # her chat
ROTA: tuple[Json, ...] = (
    {"name": COLE, "phone": NUMBERS[COLE]},
    {"name": ORTIZ, "phone": NUMBERS[ORTIZ]},
    {"coordinator": True},
)
NAMES = (COLE, ORTIZ, DANA)  # in the order in which they are paged
SENDERS = Senders(f"sms:{Account().number}", f"voice:{Account().number}")
LOOKS = 0.5  # seconds
ANSWERED = 60.0  # seconds until something is said again
ALREADY = ("Nothing of {name} is on hold", "{name} is together with nobody just now")
HAVE_IT, DONE = "I have it", "DONE seen to"
_PAGE = re.compile(r'needs a person now\. .* wrote: "(.*?)"', re.DOTALL)
_MORE = re.compile(r'writes again: "(.*?)"', re.DOTALL)


@dataclass
class Staff:
    """Somebody on call. They answer what they were paged for, some of it only when they are paged
    again, and leave some to the next."""

    name: str
    fake: Fake
    books: Books
    heard: list[str] = field(default_factory=list)

    @property
    def telegram(self) -> bool:
        return self.name == DANA

    @property
    def channel(self) -> str:
        return "telegram" if self.telegram else "sms"

    @property
    def address(self) -> str:
        return str(DANAS) if self.telegram else NUMBERS[self.name]

    @property
    def _who(self) -> dict[str, Any]:
        return {"chat": DANAS} if self.telegram else {"number": self.address}

    @property
    def paged(self) -> Counter[int]:
        """How often they were paged for each concern."""
        return Counter(concerns.tag(words) for words in _quoted(_PAGE, self.heard))

    @property
    def more(self) -> set[int]:
        """The concerns of which more words have reached them."""
        return {concerns.tag(words) for words in _quoted(_MORE, self.heard)}

    async def attend(self) -> None:
        """Answer pages, and close what is seen to, for ever."""
        while True:
            await self.reads()
            paged = self.paged
            if any(paged[tag] >= self._answers_at(tag) for tag in self.books.open()):
                await self._says(HAVE_IT)
            elif (mine := self.books.of(self.name)) and all(map(self._seen_to, mine)):
                await self._says(DONE)
            await asyncio.sleep(LOOKS)

    async def comes(self, code: str) -> None:
        """The coordinator joins."""
        await self.fake.tell("named", name=self.name, **self._who)
        await self.fake.tell("starts", payload=code, **self._who)
        await self._hears(("Okay to text you?",), 0)
        await self.says("1")
        await self._hears(("Thank you!",), 0)

    async def acts(self, order: str, name: str, asked: str, patience: float) -> None:
        """The coordinator freezes a match, or lifts that; ordered once more where it takes long,
        until it is done or was done before."""
        waits, already = Patience(patience), [one.format(name=name) for one in ALREADY]
        while not waits.over:
            since = len(await self.reads())
            await self.says(f"{order} {name}")
            if not await self._hears((f"{asked} {name} and", *already), since):
                continue
            if any(one in text for text in self.heard[since:] for one in already):
                return
            since = len(self.heard)
            await self.fake.tell("presses", label="Do it", **self._who)
            if await self._hears(("Done.",), since):
                return
        raise TimeoutError(f"{order} {name}: {self.heard[-3:]}")

    async def ends(self, name: str, patience: float) -> None:
        """The coordinator ends a match; ordered once more where it takes long, until it is done or
        was done before."""
        waits, apart = Patience(patience), ALREADY[1].format(name=name)
        while not waits.over:
            since = len(await self.reads())
            await self.says(f"PART {name}")
            if not await self._hears((f"{name} and", apart), since):
                continue
            if any(apart in text for text in self.heard[since:]):
                return
            if await self._ends(name):
                return
        raise TimeoutError(f"PART {name}: {self.heard[-3:]}")

    async def _ends(self, name: str) -> bool:
        """Through the three questions; whether it is done."""
        steps = (
            ("presses", "It just ends", "Why do they part?"),
            ("says", "they both say so", f"End it for {name}"),
            ("presses", "Do it", "Done."),
        )
        for how, words, then in steps:
            since = len(self.heard)
            given = {"label": words} if how == "presses" else {"text": words}
            await self.fake.tell(how, **given, **self._who)
            if not await self._hears((then,), since):
                return False
        return True

    async def reads(self) -> list[str]:
        """All that is on the phone by now."""
        self.heard = await self.fake.tell("texts", **self._who)
        return self.heard

    async def says(self, words: str) -> None:
        await self.fake.tell("says", text=words, **self._who)

    async def _says(self, words: str) -> None:
        since = len(self.heard)
        await self.says(words)
        await self._hears(("hank",), since)  # thanks for either; else it is said again

    async def _hears(self, words: Sequence[str], since: int) -> bool:
        """Whether a text with any of these words comes soon, after so many."""
        waits = Patience(ANSWERED)
        while not any(one in text for text in (await self.reads())[since:] for one in words):
            if waits.over:
                return False
            await asyncio.sleep(LOOKS / 5)
        return True

    def _answers_at(self, tag: int) -> int:
        """The page at which they say that they have it: the first, the second, or of the next
        round, when it has come to them again."""
        match self.name:
            case "Mr Cole":
                return (1, 2, 3)[tag % 3]
            case "Ms Ortiz":
                return (1, 3)[tag % 2]
            case _:
                return 1

    def _seen_to(self, tag: int) -> bool:
        return not self.books.goes_on(tag) or tag in self.more


def on_rota(db: Database) -> None:
    """Give the programme its rota, and helplines that are no examples."""
    with db.writing() as connection:
        own = programmes.every(connection)[1]
        settings = {**own.settings, "helplines": HELPLINES, "uncovered": UNCOVERED}
        settings["rota"] = list(ROTA)
        programmes.change(connection, 1, Definition(*own[1:-1], settings))


def everybody(twilio: Fake, telegram: Fake, books: Books) -> list[Staff]:
    return [Staff(name, telegram if name == DANA else twilio, books) for name in NAMES]


def _quoted(pattern: re.Pattern[str], texts: Sequence[str]) -> list[str]:
    return [words for text in texts for words in pattern.findall(text)]
