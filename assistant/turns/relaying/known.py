"""What a turn that is about texts between two people has to know of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from assistant.channels import Kind
from assistant.turns.batch_matches import Pairs
from assistant.turns.context import Known, Lacking
from assistant.turns.lookups import Between
from assistant.understanding import relays
from flows.lifecycles import text_meeting
from storage.inbox.unanswered import Unanswered
from storage.mentoring import relayed
from storage.mentoring.relayed import Wrote

LOOKED_AT = 20  # the newest of somebody
COUNTED = timedelta(days=30)
LATELY = timedelta(days=1)


def gather(
    db: Connection, claimed: Sequence[Unanswered], pairs: Pairs, now: datetime
) -> dict[int, Mapping[int, Wrote]]:
    """When the two wrote to each other last, of all in a batch who may be writing to the other."""
    texts = (one for one in claimed if one.kind == Kind.TEXT and pairs.of(one.person_id))
    matches = {
        pair.id
        for one in texts
        for pair in pairs.of(one.person_id)
        if one.reply_to or relays.begins(one.text) or text_meeting.goes_on(pair.meeting, now)
    }
    return dict(relayed.last(db, sorted(matches), now - LATELY)) if matches else {}


def complete(db: Connection, known: Known, lacking: Lacking) -> None:
    """When the two of a match wrote last, what somebody and all they meet wrote, or whose text this
    answers."""
    if lacking.kind == "relayed":
        known.rare.relayed.update(relayed.last(db, [lacking.person], known.now - LATELY))
        return
    if lacking.kind == "between":
        known.rare.between[lacking.person] = Between(
            relayed.between(db, lacking.person, LOOKED_AT),
            relayed.conversations(db, lacking.person, known.now - COUNTED),
        )
        return
    one = known.message
    theirs = known.person.id, one.sender, one.reply_to or ""
    known.rare.answered[one.id] = relayed.answered(db, *theirs)
