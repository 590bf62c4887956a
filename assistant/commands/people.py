"""People's rights for whoever runs the product: their data in a file, erasing, what is kept."""

from datetime import UTC, datetime
from pathlib import Path

from assistant.commands import opening
from assistant.internal_events import codec
from assistant.internal_events.kinds import ErasureOrdered
from assistant.ops.config import BadSettings, Settings
from assistant.records import export
from assistant.records.loop import Records
from storage import files
from storage.holder import NotHeld
from storage.inbox import inside
from storage.people import persons
from storage.records import erasures


def write_data(settings: Settings, person: int, file: Path) -> None:
    """All that is kept of somebody, in a file for its owner alone. Raises BadSettings."""
    with opening.opened(settings) as db:
        with db.reading() as connection:
            _known(persons.find(connection, [person]), person)
        content = export.of(db, person).decode()
    try:
        files.make_file(file, content)
    except OSError as error:
        raise BadSettings(f"{file} cannot be written: {error.strerror}") from error


def forget(settings: Settings, person: int) -> str:
    """Put it into their inbox, so that it comes in its turn. Raises BadSettings."""
    now = datetime.now(UTC)
    with opening.opened(settings) as db, db.writing() as connection:
        _known(persons.find(connection, [person]), person)
        cause = f"forget:{person}:{erasures.newest_message(connection)}"
        news = codec.text(ErasureOrdered())
        inside.tell(connection, [inside.row(person, None, cause, news, now)])
    return f"Person {person} is erased, in 3 days at most: first whom they meet has to hear."


def give_up(settings: Settings) -> str:
    """All that can be done now. Raises BadSettings while the running product does it."""
    with opening.opened(settings) as db:
        records = Records(db, lambda: datetime.now(UTC))
        try:
            while records.step():
                pass
        except NotHeld as error:
            raise BadSettings("the running product is doing so already") from error
        finally:
            records.release()
    return "What has been kept long enough is gone."


def _known(found: object, person: int) -> None:
    if not found:
        raise BadSettings(f"there is no person {person}")
