"""On a coordinator's list: what they did themselves, and what came of it."""

from collections.abc import Mapping

from flows.engine.text import _

ACTS: Mapping[str, tuple[str, str]] = {
    # NOTE: A coordinator has put two people on hold, let them go on, ended it or taken a question
    # back, and things had changed in that very moment.
    "late": (
        _("too late for {who} and {other}"),
        _(
            "Something had just changed for {who} and {other}, so what you did came to nothing. "
            "Worth a second look."
        ),
    ),
}
