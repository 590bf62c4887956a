"""The best for all around what a coordinator has chosen: these two for sure, those two not."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

from assistant.matching.reasons import Against
from assistant.matching.rules import Apart, Rule
from assistant.matching.suggestions import Suggestion, Suggestions

NEVER = frozenset({Rule.SELF, Rule.TOGETHER, Rule.AGREED, Rule.ROOM})


def around(
    found: Suggestions, pins: Mapping[int, int], apart: Collection[tuple[int, int]]
) -> Mapping[int, int]:
    """Whom each mentee gets: who is chosen first, then the best for all the others."""
    kept = _kept(found, pins)
    taken = Counter(kept.values())
    rest = replace(
        found,
        mentees=[one for one in found.mentees if one.id not in kept],
        mentors=[replace(one, room=max(one.room - taken[one.id], 0)) for one in found.mentors],
        apart=Apart(found.apart.related, {*found.apart.together, *apart}),
    )
    both = {**rest.matched, **kept}
    return {one.id: both[one.id] for one in found.mentees if one.id in both}


def may(one: Suggestion) -> bool:
    """Whether a coordinator may choose these two here, whatever else speaks against them."""
    rules = {reason.these[0] for reason in one.cons if reason.kind == Against.RULE}
    return not rules & NEVER


def _kept(found: Suggestions, pins: Mapping[int, int]) -> dict[int, int]:
    """What is chosen, as far as both are there, nobody is asked already, and there is room."""
    room = {one.id: one.room for one in found.mentors}
    kept: dict[int, int] = {}
    for mentee, mentor in pins.items():
        pair = found.pair(mentee, mentor) if mentee not in found.asked else None
        if pair and may(pair) and room[mentor] > 0:
            room[mentor] -= 1
            kept[mentee] = mentor
    return kept
