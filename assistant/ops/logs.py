"""Log lines: an event in the past tense, then key=value. Ids and codes, never people's words.

What libraries log goes through here too, and comes out as where and what kind: their messages may
hold addresses, tokens and texts, and so may what an exception says.
"""

import logging
import sys
import threading
import time
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from types import TracebackType
from typing import Any

import structlog

LEVELS = ("debug", "info", "warning", "error", "critical")
FRAMES = 6  # of a traceback
BURST, WINDOW = 10, 60.0  # lines of one kind in so many seconds; the rest are counted

Line = MutableMapping[str, Any]


def get(area: str) -> Any:
    """The logger of an area; it takes its settings when a line is written, not when it is made."""
    return structlog.get_logger(area=area)


def start(level: str) -> None:
    """Lines on standard output, from this level on; what is raised and not caught is one line."""
    _configure(level)
    logging.captureWarnings(True)
    logging.basicConfig(handlers=[_Libraries()], level=logging.WARNING, force=True)
    for noisy in ("httpx", "httpcore", "aiohttp", "twilio"):  # they log what they ask for
        logging.getLogger(noisy).setLevel(logging.WARNING)
    sys.excepthook = _uncaught
    threading.excepthook = lambda given: _uncaught(given.exc_type, given.exc_value, None)
    sys.unraisablehook = lambda given: _uncaught(given.exc_type, given.exc_value, None)


class _Repeats:
    """Lets so many lines of a kind pass in a window, and says with the next how many it held."""

    def __init__(self) -> None:
        self._seen: dict[tuple[Any, ...], tuple[float, int]] = {}
        self._lock = threading.Lock()

    def __call__(self, _logger: Any, _method: str, line: Line) -> Line:
        kind = tuple(str(line.get(name, "")) for name in ("area", "event", "code", "result"))
        now = time.monotonic()
        with self._lock:
            since, count = self._seen.get(kind, (now, 0))
            if now - since >= WINDOW:
                self._seen[kind] = (now, 1)
                return {**line, "held_back": count - BURST} if count > BURST else line
            self._seen[kind] = (since, count + 1)
        if count >= BURST:
            raise structlog.DropEvent
        return line


class _Libraries(logging.Handler):
    """A library's line as one of ours, without its message."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        code = type(error).__name__ if error else record.levelname.lower()
        place = f"{Path(record.pathname).name}:{record.lineno}"
        _log.log(
            record.levelno,
            "library reported",
            library=record.name,
            code=code,
            where=_place(error) or place,
        )


def _configure(level: str) -> None:
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _Repeats(),
            _where,
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level.upper()),
        logger_factory=structlog.PrintLoggerFactory(),
        cache_logger_on_first_use=False,  # what was used before the start obeys it too
    )


def _where(_logger: Any, _method: str, line: Line) -> Line:
    """Where an exception was raised, without its text: that may hold what somebody wrote."""
    if error := line.pop("exc_info", None):
        raised = error if isinstance(error, BaseException) else sys.exc_info()[1]
        line["where"] = _place(raised)
    return line


def _place(raised: BaseException | None) -> str:
    frames = traceback.extract_tb(raised.__traceback__ if raised else None)[-FRAMES:]
    return " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))


def _uncaught(
    kind: type[BaseException], error: BaseException | None, _trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    _log.critical("crashed", code=kind.__name__, where=_place(error))


_configure("info")
_log = get("process")
