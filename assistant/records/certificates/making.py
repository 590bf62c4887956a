"""What a certificate says of somebody, in their language, and the file that it comes as."""

from datetime import date

from sqlalchemy import Connection

from assistant.channels import File
from assistant.ops import logs
from assistant.records.certificates import drawing
from assistant.records.certificates.drawing import Form, Page
from assistant.rendering.prompts import Reader, render
from assistant.schedule.quiet_hours import local
from flows.engine.text import _
from storage.database import Database
from storage.mentoring import certified, journeys
from storage.mentoring.certified import Certified
from storage.people import programmes

log = logs.get("certificates")

NAME = "certificate.png"
TITLE = _("Certificate")
# NOTE: On a certificate; the name follows on a line of its own.
BEFORE = _("With thanks and respect to")
# NOTE: On a certificate, below the name.
MENTEE = _(
    "for taking part in {programme} together with {other}, from {since:date} to {until:date}."
)
MENTOR = _("for being there for {other} in {programme}, from {since:date} to {until:date}.")
MEETINGS = _("Meetings: {met}")
REACHED = _("Goals reached: {reached}")
# NOTE: Who signs: "Dana Reyes, Bridge".
SIGNED = _("{coordinator}, {programme}")
DAY = _("{until:date}")


def sent_with(db: Database, message: int) -> File | None:
    """The picture that goes with a message; None where there is nothing to tell of."""
    with db.reading() as connection:
        pages = [page(connection, one) for one in certified.of_message(connection, message)]
    try:
        drawn = [one for one in pages if not drawing.missing(one.name)]
        return File(NAME, drawing.draw(drawn[0], "png")) if drawn else None
    except drawing.NotDrawn as error:  # the text says enough without it
        log.error("certificate not drawn", message_id=message, code=type(error).__name__)
        return None


def page(db: Connection, one: Certified) -> Page:
    """What it says, as far as either of the two has told of it."""
    programme = programmes.every(db)[one.programme_id]
    journey = journeys.of(db, one.match_id)
    mentors = one.person_id == one.mentor_id
    other = certified.name_of(db, one.mentee_id if mentors else one.mentor_id)
    reader = Reader(one.language, one.zone, programme.country)
    shown = {
        "programme": programme.name,
        "coordinator": str(programme.settings["coordinator"]),
        "other": other,
        "since": local(one.opened_at, one.zone).date().isoformat(),
        "until": _until(one),
        "met": journey.met,
        "reached": journey.reached,
    }

    def say(msgid: str) -> str:
        return render(msgid, shown, reader)

    numbers = [say(MEETINGS)] if journey.met > 1 else []
    numbers += [say(REACHED)] if journey.reached and not mentors else []
    return Page(
        language=one.language,
        programme=programme.name,
        title=say(TITLE),
        before=say(BEFORE),
        name=one.name or "",
        did=say(MENTOR if mentors else MENTEE),
        numbers=tuple(numbers),
        signed=say(SIGNED),
        day=say(DAY),
    )


def file_of(db: Database, one: Certified, form: Form) -> tuple[bytes, str]:
    """The file, and the letters of the name that no font here has."""
    with db.reading() as connection:
        shown = page(connection, one)
    return drawing.draw(shown, form), drawing.missing(shown.name)


def _until(one: Certified) -> str:
    """Their last day, or when it ended before that."""
    if one.closed_at is None:
        return one.last_on or local(one.opened_at, one.zone).date().isoformat()
    ended = local(one.closed_at, one.zone).date()
    last = date.fromisoformat(one.last_on) if one.last_on else ended
    return min(last, ended).isoformat()
