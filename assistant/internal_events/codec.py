"""Internal events as they are stored, and back: JSON objects that name their kind."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import get_args

from assistant.internal_events.kinds import InternalEvent
from storage.tables import Json

KINDS: Mapping[tuple[str, str], type[InternalEvent]] = {
    (one.kind, one.what): one for one in get_args(InternalEvent)
}


def text(event: InternalEvent) -> str:
    """The event as the text of a message."""
    return json.dumps(stored(event))


def stored(event: InternalEvent) -> Json:
    """The object, without the fields that need not be there and are not."""
    named = {"kind": event.kind, "what": event.what}
    return {name: value for name, value in named.items() if value} | {
        one.name: value
        for one in fields(event)
        if (value := getattr(event, one.name)) is not None or one.default is MISSING
    }


def read(found: Json) -> InternalEvent:
    """The event of an object; what else was stored in it means nothing any more."""
    kind = KINDS[found["kind"], found.get("what", "")]
    return kind(**{one.name: found[one.name] for one in fields(kind) if one.name in found})
