"""What there is on a coordinator's list when the time of two people is over."""

from collections.abc import Mapping

from flows.engine.text import _

ENDINGS: Mapping[str, tuple[str, str]] = {
    # NOTE: What somebody says after the time with {other} is over.
    "exit": (
        _("{who} about the end"),
        _("{who} says this after the time with {other}: {said:relayed}"),
    ),
    "exit_low": (
        _("it wasn't good for {who}"),
        _("It wasn't good for {who} with {other}, as {who} says at the end. {said:relayed}"),
    ),
    "follow_up": (
        _("{who}, some time later"),
        _("{who} says this some time after the end with {other}: {said:relayed}"),
    ),
    # NOTE: Somebody's story, which may be told so that others join.
    "story": (
        _("a story by {who}"),
        _("{who} lets you tell this story, with the name: {said:relayed}"),
    ),
    "story_nameless": (
        _("a story by {who}"),
        _("{who} lets you tell this story, without the name: {said:relayed}"),
    ),
    "story_back": (
        _("{who} takes a story back"),
        _("{who} takes the story back. Please don't tell it any more."),
    ),
}
