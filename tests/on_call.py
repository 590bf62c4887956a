"""A programme with a rota, somebody who says what needs a person, and a clock, for tests."""

from dataclasses import dataclass, field
from functools import partial

from sqlalchemy import select, text

from assistant.broadcasts import feeder
from assistant.channels import Inbound
from assistant.safeguarding import paging
from assistant.safeguarding.cover import NOWHERE, Senders
from assistant.schedule import clock
from storage import tables
from storage.holder import Holder
from storage.people import programmes
from storage.people.programmes import Definition
from storage.safeguarding import lines
from storage.tables import Json, table
from tests.phones import Phone, World, code

COLE, ORTIZ, DANA = "+12125550111", "+12125550112", "+12125550199"
ROTA = (
    {"name": "Mr Cole", "phone": COLE, "hours": ["mon-fri 08:00-17:00"]},
    {"name": "Ms Ortiz", "phone": ORTIZ, "hours": ["mon-fri 08:00-17:00"]},
)
HELPLINES = {"en": "Call or text 988.", "es": "Llama al 988.", "fr": "Appelle le 988."}
UNCOVERED = {"en": "Nobody is on duty before 8.", "es": "Antes de las 8 no hay nadie."}
C, P = table(tables.Concern), table(tables.Page)


def on_rota(world: World, *staff: Json, **more: object) -> None:
    """Give the first programme this rota."""
    with world.db.writing() as db:
        own = programmes.every(db)[1]
        settings = {**own.settings, "helplines": HELPLINES, "uncovered": UNCOVERED}
        settings |= {"rota": list(staff), **more}
        programmes.change(db, 1, Definition(*own[1:-1], settings))


class Pager(Phone):
    """The phone of somebody on call, who answers what has arrived."""

    def sends(self, *messages: Inbound) -> list[str]:
        self.receives()
        return super().sends(*messages)


@dataclass
class Scene:
    """Jay, who may say it; the phones of who is on call; and the time."""

    world: World
    senders: Senders = NOWHERE
    jay: Phone = field(init=False)
    cole: Pager = field(init=False)
    ortiz: Pager = field(init=False)

    def __post_init__(self) -> None:
        self.jay = self.world.phone("+12125550101")
        self.cole, self.ortiz = self.pager(COLE), self.pager(ORTIZ)
        self.jay.says("bridge", "ok")

    def says(self, words: str = "he hits me") -> str:
        """Jay says it; all that Jay hears."""
        return " ".join(self.jay.says(words))

    def passes(self, minutes: float = 0) -> None:
        """Time goes by, as the clock sees it."""
        self.world.passes(minutes=minutes)
        holder = Holder(self.world.db, "clock")
        page = partial(paging.step, senders=self.senders)
        clock.step(holder, self.world.now, feeder.step, page)
        holder.release()
        self.world.settle()

    def pager(self, address: str) -> Pager:
        return Pager(self.world, address, self.jay.channel)

    def coordinator(self) -> Pager:
        dana = self.pager(DANA)
        dana.says(f"/start {code(self.world.db, self.world.now)}", "1")
        return dana

    def concern(self) -> Json:
        """The newest."""
        return next(reversed(self.concerns()), {})

    def concerns(self) -> list[Json]:
        with self.world.db.reading() as db:
            return [dict(one) for one in db.execute(select(C).order_by(C.c.id)).mappings()]

    def lines(self, kind: str) -> list[lines.NewLine]:
        """The lines of that kind in the record of the first concern."""
        with self.world.db.reading() as db:
            return [one for one in lines.of(db, 1) if one.kind == kind]

    def paged(self) -> list[tuple[str, str]]:
        """Who was paged, and by what."""
        with self.world.db.reading() as db:
            rows = db.execute(select(P.c.name, P.c.channel).order_by(P.c.id))
            return [(row.name, row.channel) for row in rows]

    def speaks(self, language: str) -> None:
        with self.world.db.writing() as db:
            db.execute(text("UPDATE person SET language = :it"), {"it": language})
