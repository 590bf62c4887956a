"""Runs a command; what is wrong with the settings or the database is said in a line."""

import gc
import sys

from sqlalchemy.exc import SQLAlchemyError

from assistant.command_line import app
from assistant.ops import logs
from assistant.ops.config import BadSettings
from assistant.ops.database_errors import understood

COLLECT_AFTER = 50_000  # new objects: what is loaded stays, and to look through it takes long


def main() -> None:
    gc.set_threshold(COLLECT_AFTER)
    logs.start("info")
    try:
        app()
    except BadSettings as error:
        sys.exit(f"assistant: {error}")
    except SQLAlchemyError as error:
        trouble = understood(error)
        sys.exit(f"assistant: the database: {trouble.reason}; {trouble.remedy}")
    except OSError as error:
        sys.exit(f"assistant: {error.filename or 'the system'}: {error.strerror}")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
