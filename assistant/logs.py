"""Log lines: an event in the past tense, then key=value. Ids and codes, never people's words."""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import structlog


def get(area: str) -> Any:
    """The logger of an area of the product."""
    return structlog.get_logger().bind(area=area)


def start(level: str) -> None:
    """Lines on standard output, from this level on."""
    for noisy in ("httpx", "httpcore", "aiohttp", "twilio"):  # they log addresses and tokens
        logging.getLogger(noisy).setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _where,
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level.upper()),
        cache_logger_on_first_use=True,
    )


def _where(_logger: Any, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Where an exception was raised, without its text: that may hold what somebody wrote."""
    if error := line.pop("exc_info", None):
        raised = error if isinstance(error, BaseException) else sys.exc_info()[1]
        frames = traceback.extract_tb(raised.__traceback__ if raised else None)[-6:]
        line["where"] = " < ".join(
            f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames)
        )
    return line
