"""Pages: at once, again after ten minutes, then to the next, until somebody has acknowledged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from assistant.internal_events import codec
from assistant.internal_events.kinds import NobodyYet
from assistant.ops import logs
from assistant.safeguarding import cover, rota, wording
from assistant.safeguarding.cover import Reachable, Senders, Whose
from storage import messages
from storage.inbox import inside
from storage.people import addresses, programmes, worlds
from storage.people.programmes import Programme
from storage.safeguarding import concerns, on_call, pages
from storage.safeguarding.concerns import Concern, NewConcern, Paged
from storage.safeguarding.on_call import Way
from storage.safeguarding.pages import NewPage

log = logs.get("safeguarding")

SOON = timedelta(minutes=1)
TOLD_AFTER = 2  # pages: without an answer to the first they hear that nobody has picked up


@dataclass(frozen=True)
class Pager:
    """Pages at one moment, in one transaction."""

    db: Connection
    known: Mapping[int, Programme]
    senders: Senders
    now: datetime

    def open(self, new: Sequence[NewConcern]) -> list[int]:
        """Concerns are kept, and the first is paged for each; their ids, in this order."""
        ids = concerns.add(self.db, new)
        for concern in concerns.find(self.db, ids):
            self.page(concern)
        return ids

    def page(self, concern: Concern) -> None:
        """Page whoever is next. What fails is tried again soon, and costs no other concern."""
        try:
            with self.db.begin_nested():
                self._page(concern)
        except SQLAlchemyError:
            raise
        except Exception as error:
            log.exception("page failed", concern_id=concern.id, code=type(error).__name__)
            concerns.paged(self.db, [Paged(concern.id, concern.pages, self.now + SOON)])

    def _page(self, concern: Concern) -> None:
        reached, again = self._reached(concern), self.now + rota.AGAIN
        if not reached:
            log.error("nobody to page", concern_id=concern.id)
            return concerns.paged(self.db, [Paged(concern.id, concern.pages, again)])
        target = reached[rota.whose_turn(concern.pages, len(reached))]
        called = self._send(concern, target, again)
        pages.add(self.db, _written_down(concern, target, called, self.now))
        concerns.paged(self.db, [Paged(concern.id, concern.pages + 1, again)])
        if concern.pages + 1 == TOLD_AFTER:
            self._tell(concern, target.staff.name)
        log.info("paged", concern_id=concern.id, pages=concern.pages + 1)
        return None

    def forward(self, concern: Concern, words: str) -> None:
        """More words of the same person, to who has it, or to everybody who was paged so far."""
        about = self._about(concern._replace(words=words))
        if concern.acknowledged_person_id:
            people, say = {concern.acknowledged_person_id}, wording.more
        else:
            people, say = {one.person_id for one in pages.of(self.db, concern.id)}, wording.page
        found = on_call.ways(self.db, people, ())
        ways = [way for some in found.values() for way in some]
        if ways:
            messages.queue(self.db, say(about, ways, self.now))

    def _send(self, concern: Concern, target: Reachable, until: datetime) -> bool:
        """By every way they have; whether that was by phone as well."""
        about = self._about(concern)
        messages.queue(self.db, wording.page(about, target.ways, self.now, until))
        calls = wording.calls(about, target.ways, self.senders.voice, self.now, until)
        if calls:
            messages.queue(self.db, calls)
        return bool(calls)

    def _about(self, concern: Concern) -> wording.About:
        return wording.about(self.db, concern, self.known[concern.programme_id])

    def _reached(self, concern: Concern) -> Sequence[Reachable]:
        simulated = bool(worlds.simulated(self.db, [concern.person_id]))
        whose = Whose(self.known[concern.programme_id], simulated)
        return cover.ready(self.db, whose, self.senders, self.now)

    def _tell(self, concern: Concern, staff: str) -> None:
        """Who said it hears that nobody has picked up yet."""
        there = addresses.best(self.db, [concern.person_id]).get(concern.person_id)
        news, cause = codec.text(NobodyYet(concern.id, staff)), f"nobody:{concern.id}"
        address = there.id if there else None
        row = inside.row(concern.person_id, address, cause, news, self.now)
        inside.tell(self.db, [row])


def step(db: Connection, now: datetime, most: int, senders: Senders) -> int:
    """Page whoever is next for each concern that nobody has; how many these were. A turn that is
    taken beside this may be a moment ahead: that is no clock that was set back."""
    due = concerns.due(db, now, now + rota.AGAIN + SOON, most)
    if due:
        pager = Pager(db, programmes.every(db), senders, now)
        for concern in due:
            pager.page(concern)
    return len(due)


def _written_down(
    concern: Concern, target: Reachable, called: bool, now: datetime
) -> list[NewPage]:
    def page(way: Way, channel: str) -> NewPage:
        return NewPage(concern.id, way.person_id, target.staff.name, channel, now)

    by_text = [page(way, way.channel) for way in target.ways]
    by_phone = [page(way, "voice") for way in target.ways if called and way.channel == "sms"]
    return by_text + by_phone
