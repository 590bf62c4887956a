"""Things on a coordinator's list: a short line to pick from, and the whole of it."""

import json
from collections.abc import Sequence

from assistant.coordinators import address_kinds
from assistant.coordinators.desk import Desk
from assistant.coordinators.kinds import KINDS, SIGNS, WORRIED
from assistant.coordinators.noticed import LOOKS
from assistant.rendering.prompts import Reader, render
from assistant.schedule.quiet_hours import local
from flows.engine.text import _
from flows.engine.values import Facts
from flows.mentoring import attendance
from flows.mentoring.agreement import terms
from storage.desk import Waiting
from storage.people.programmes import Programme

NOBODY = "?"
HELD = "held"  # a text from one of a match to the other
TOLD = (
    *("difference", "fall", "pause", "second_age"),
    *("silent", "unbooked", "no_contact"),
)  # by facts, and not in somebody's words
# NOTE: Who has told no name yet; in brackets the end of their number.
UNDER_AGE = _("somebody under 18")
UNDER_AGE_AT = _("somebody under 18 ({said})")
MINORS = ("form", "guardian_shared", "guardian_silent", "guardian_no", "guardian_ended")
# NOTE: A parent or guardian who has told no name.
PARENT = _("a parent")
ERASED = _("Somebody wanted everything erased. It's done, and I keep no name.")
UNREACHED = ("wrong_person", "under_age", "no_channel", "still_silent")
TERMS = "terms"
SEEN = {option.token: option for option in (attendance.MET, attendance.NOT, attendance.PARTLY)}
# NOTE: A line of a coordinator's list, and since when it waits: "Tue, Mar 3: Jay is stuck".
LISTED = _("{day:when}: {label:short}")


def line(some: Sequence[Waiting], found: Desk, programme: Programme, reader: Reader) -> Facts:
    """One thing with its repeats: since when it waits, and all that was said."""
    first, last = some[0], some[-1]
    label, words = KINDS.get(last.kind, KINDS["unclear"])
    if last.kind == "worry" and last.mentor_id is None:
        words = WORRIED
    if last.kind == "erased" and not last.name:
        words = ERASED
    values = {**_values(last, found, reader), "programme": programme.name}
    values["day"] = local(first.created_at, reader.zone).date().isoformat()
    if last.kind == HELD:
        values |= _held(some)
    elif last.kind in address_kinds.SAID:
        values |= _of_an_address(last, programme)
    elif last.kind not in (*TOLD, TERMS):
        values["said"] = "\n".join(dict.fromkeys(one.text for one in some if one.text))
    short = render(label, values, reader)
    return {
        "id": first.id,
        "ids": [one.id for one in some],
        "label": render(LISTED, {**values, "label": short}, reader),
        "short": short,
        "words": render(words, values, reader),
        "who": values["who"],
        "other": values["other"],
        "held": last.kind == HELD,
        "look": last.kind in LOOKS,
        "person": last.person_id,
        "okays": last.kind == TERMS,
        "claimed": json.loads(last.text)["people"] if last.kind == address_kinds.CLAIM else None,
        "reachable": last.stopped_at is None and last.kind not in UNREACHED,
    }


def _of_an_address(one: Waiting, programme: Programme) -> Facts:
    """Who somebody says they are, and from where; or why nobody is reached."""
    told = json.loads(one.text)
    if one.kind == address_kinds.NO_CHANNEL:
        return {"why": address_kinds.WHY[told["why"]]}
    number = str(told["number"])
    shown = number if programme.settings.get("numbers", True) else f"... {number[-4:]}"
    return {"said": told["name"], "number": shown if number else "Telegram"}


def _held(some: Sequence[Waiting]) -> Facts:
    """What was held of somebody, in the order in which they wrote it, and why."""
    read = [json.loads(one.text) for one in some]
    why = dict.fromkeys(str(one["why"]) for one in read)
    return {
        "said": "\n".join(str(one["said"]) for one in read),
        "why": [SIGNS.get(one, one) for one in why],
    }


def _who(one: Waiting, reader: Reader) -> str:
    if one.kind == "guardian_call" and not one.name:
        return render(PARENT, {}, reader)
    if one.name or one.kind not in MINORS:
        return one.name or NOBODY
    return render(UNDER_AGE_AT if one.text else UNDER_AGE, {"said": one.text}, reader)


def _values(one: Waiting, found: Desk, reader: Reader) -> Facts:
    other = one.mentee_id if one.person_id == one.mentor_id else one.mentor_id
    values: dict[str, object] = {
        "who": _who(one, reader),
        "other": found.names.get(other or 0, "?"),
        "said": one.text,
    }
    if one.kind in TOLD:
        said = json.loads(one.text)
        values |= {key: SEEN.get(value, value) for key, value in said.items()}
    if one.kind == TERMS:
        values |= terms.in_words(json.loads(one.text))
    return values
