"""What is on a coordinator's list: by how much harm may come of it, and what settles itself."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, exists

from storage.mentoring.agreements import ASKED
from storage.mentoring.offers import OFFERED
from storage.tables import (
    Address,
    AgreementVersion,
    Handover,
    Match,
    Meeting,
    Person,
    Relayed,
    table,
)

H, T, P = table(Handover), table(Match), table(Person)
A = table(Address)
G, R, V = table(Meeting), table(Relayed), table(AgreementVersion)
O = T.alias("found")  # noqa: E741 - as the other tables' letters

STALE = timedelta(days=30)
_MOOT = ("stopped_on_hold", "offer_silent")
_OF_ADDRESSES = ("no_channel", "still_silent")
_OFF = ("declined", "offer_off")  # of which a mentee waits on
# By how much harm may come of their waiting; whatever is not named here is only news.
HARM = (
    ("worry",),
    ("low", "call", "switch", "exit_low", "need", "no_show", "complaint", "held", *_MOOT),
    (
        *("ask", "unclear", "reply", "relay", "fault", "age", "no_answer", "pause", *_OFF),
        *("second_age", "form", "guardian_silent", "guardian_call", "guardian_ended"),
        *("guardian_shared", "phone_stopped", "unreached", "terms", "ward_silent"),
        *("silent", "unbooked", "no_contact", "hushed", "list_over", "unsure", "dissolved"),
        *("undecided", "late", "still_up_silent"),
        *("story", "story_nameless", "story_back"),
        *("claim", "claim_denied", "claim_void", *_OF_ADDRESSES),
    ),
)
NEWS = (
    *("difference", "fall", "wrong_person", "under_age", "stopped", "returned", "left"),
    *("guardian_no", "shared", "terms_silent", "more_time", "exit", "follow_up", "number_moved"),
)
# What is nothing any more once the two are not together.
OF_A_MATCH = (
    *("low", "switch", "no_answer", "no_show", "difference", "fall", "pause", "returned"),
    *("terms", "terms_silent", "more_time", "silent", "unbooked", "no_contact"),
)
OF_AN_OFFER = (*_OFF, "offer_silent")


def settled(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """What waits no more, by what has happened since."""
    booked = exists().where(
        G.c.match_id == H.c.match_id, G.c.state == "booked", G.c.booked_at > H.c.created_at
    )
    # By the other of the two; of who waited there was word already.
    written = exists().where(
        R.c.match_id == H.c.match_id,
        R.c.person_id != H.c.person_id,
        R.c.created_at > H.c.created_at,
    )
    found = exists().where(
        O.c.mentee_id == T.c.mentee_id, O.c.closed_at.is_(None), O.c.state != OFFERED
    )
    # Since then they have written, from wherever.
    reached = exists().where(
        A.c.person_id == H.c.person_id,
        A.c.unreachable_at.is_(None),
        A.c.doubted_at.is_(None),
        A.c.left_at.is_(None),
        A.c.heard_at >= H.c.created_at,
    )
    versions = exists().where(V.c.match_id == H.c.match_id)
    asked = versions.where(V.c.state == ASKED, V.c.created_at <= H.c.created_at)
    return (
        and_(H.c.kind.in_(("terms", "terms_silent")), versions, ~asked),  # of a version before
        and_(H.c.kind.in_(OF_AN_OFFER), found),
        and_(H.c.kind == "offer_silent", T.c.closed_at.is_not(None)),
        and_(H.c.kind.in_(OF_A_MATCH), T.c.closed_at.is_not(None)),
        and_(H.c.kind.in_(("no_answer", "silent", "unbooked", "no_contact")), booked),
        and_(H.c.kind.in_(("silent", "no_contact")), written),
        and_(H.c.kind == "hushed", P.c.unanswered == 0),
        and_(H.c.kind.in_(_OF_ADDRESSES), reached),
        and_(H.c.kind == "stopped", P.c.stopped_at.is_(None)),
        and_(H.c.kind.in_(NEWS), H.c.created_at < now - STALE),
    )
