"""Erasing people, a little at a time: others' texts first, then their own rows, at last their name.

How far it has come is kept in the commit of every step, so it goes on where it was interrupted.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from storage.holder import Holder
from storage.people import persons, sharing
from storage.records import erasing, erasures, traces
from storage.records.erasures import NewErasure, OpenErasure
from storage.records.mentions import Mentions
from storage.records.traces import Place

MOST = 20  # people in one step
# By then it is done, whether or not everybody has heard that they have gone.
WITHIN = timedelta(days=3)

# How long a provider may bring again what it has brought: Telegram keeps it for a day.
BROUGHT_AGAIN = timedelta(days=2)

RETENTION = "retention"  # by what somebody is erased who has not asked for it

_Known = dict[int, Mentions]


class Eraser:
    """Takes the steps. What is looked for is worked out once for each person and stage."""

    def __init__(self) -> None:
        self._known: _Known = {}
        self._after = 0  # of those under way, who had their step last

    def step(self, holder: Holder, now: datetime) -> bool:
        """One step for everybody who is being erased; whether there is more to do at once."""
        with holder.writing() as db:
            some = erasures.under_way(db, MOST, self._after)
            full = len(some) == MOST
            self._after = some[-1].id if full else 0
            return any([full, *(self._step(db, one, now) for one in some)])

    def _step(self, db: Connection, one: OpenErasure, now: datetime) -> bool:
        match one.stage:
            case "others" | "rest":
                return self._others(db, one, now)
            case "own":
                return self._own(db, one, now)
            case _:
                return self._told(db, one, now)

    def _others(self, db: Connection, one: OpenErasure, now: datetime) -> bool:
        """The texts of others, place after place."""
        people = traces.holders(db, one.person_id)
        places = list(traces.places(db, people))
        place = _place(places, one.place)
        if place is None:
            return self._next(db, one, now)
        first = _begins(db, one, place)
        at = one._replace(done_to=max(one.done_to, first))
        done_to = traces.clear(db, at, place, people, self._mentions(db, one))
        if done_to is None:
            following = places[places.index(place) + 1 :]
            if not following:
                return self._next(db, one, now)
            erasures.move(db, one._replace(place=following[0].name, done_to=0))
        else:
            erasures.move(db, one._replace(place=place.name, done_to=done_to))
        return True

    def _next(self, db: Connection, one: OpenErasure, now: datetime) -> bool:
        if one.stage == "others":
            erasures.move(db, one._replace(stage="own", place="", done_to=0))
            return True
        self._known.pop(one.id, None)
        while erasing.rest(db, one.person_id, now - BROUGHT_AGAIN):
            pass
        stopped = persons.find(db, [one.person_id])[one.person_id].stopped_at is not None
        erasing.end(db, one.person_id, now, shut=stopped)
        erasures.finish(db, one.id, now)
        return self._phones(db, one, now, stopped=stopped)

    def _phones(self, db: Connection, one: OpenErasure, now: datetime, *, stopped: bool) -> bool:
        """A phone that was shared and is nobody's any more goes as well; whether there is one."""
        phones = sharing.leave(db, one.person_id)
        for phone in phones:
            newest = erasures.newest_message(db)
            erasures.add(db, [NewErasure(phone, RETENTION, now, newest)])
            if stopped:
                persons.stop(db, phone, now)
        return bool(phones)

    def _own(self, db: Connection, one: OpenErasure, now: datetime) -> bool:
        if not erasing.own(db, one.person_id, now - BROUGHT_AGAIN):
            self._known.pop(one.id, None)
            erasures.move(db, one._replace(stage="told"))
        return True

    def _told(self, db: Connection, one: OpenErasure, now: datetime) -> bool:
        """Those they met hear that they have gone, and they themselves that it is done."""
        asked = one.asked_by != RETENTION  # else nobody waits for anything any more
        if asked and now < one.asked_at + WITHIN and self._waits(db, one):
            return False
        erasures.move(db, one._replace(stage="rest"))
        return True

    def _waits(self, db: Connection, one: OpenErasure) -> bool:
        if erasing.says_farewell(db, one.person_id) or erasing.untold(db, one.person_id):
            return True
        people = traces.holders(db, one.person_id)
        return traces.unread(db, one, people, self._mentions(db, one))

    def _mentions(self, db: Connection, one: OpenErasure) -> Mentions:
        if one.id not in self._known:
            self._known[one.id] = traces.of(db, one.person_id)
        return self._known[one.id]


def _begins(db: Connection, one: OpenErasure, place: Place) -> int:
    """The id after which there may be anything in this place."""
    if place.again:
        return one.message_id
    return traces.first_of(db, one.person_id) - 1 if place.address else 0


def _place(places: Sequence[Place], name: str) -> Place | None:
    """Where to go on; the first at the beginning, None when there is nowhere."""
    named = (place for place in places if place.name == name)
    return next(named, None) or next(iter(places), None)
