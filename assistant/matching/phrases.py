"""How reasons are put, for and against: to the coordinator, to the mentee, and to the mentor."""

from collections.abc import Mapping
from enum import Enum

from assistant.matching.reasons import Against, For
from assistant.matching.rules import Rule
from flows.engine.text import _


class View(Enum):
    """Who reads it."""

    COORDINATOR = "coordinator"
    MENTEE = "mentee"
    MENTOR = "mentor"


# NOTE: Why two people may fit; names are of the one who helps and of the one who looks for help.
OF_MENTOR: Mapping[str, str] = {
    For.MATTERS: _('{mentee} wants this most: "{matters}".'),
    For.TOPICS: _("{mentor} can help with this: {these:list}."),
    For.BEEN: _("{mentor} has been there: {these:list}."),
    For.JOB: _("{mentor} works in this field: {these:list}."),
    For.HOPES: _("{mentor} knows about this: {these:list}."),
    For.INTERESTS: _("In common: {these:list}."),
    For.TALK: _("How the two like to talk fits well."),
    For.PATIENT: _("{mentor} takes time to listen."),
    For.TIMES: _("Both are free: {times:short}."),
    For.LANGUAGE: _("Language in common: {these:list}."),
    For.SOON: _("{mentor} often answers within a day."),
}
# NOTE: The same, to the one who looks for help.
TO_MENTEE: Mapping[str, str] = {
    **OF_MENTOR,
    For.MATTERS: _('You wanted this most: "{matters}".'),
    For.BEEN: _("{mentor} has been where you are."),
    For.TALK: _("How you two like to talk fits well."),
    For.TIMES: _("You're both free: {times:short}."),
}
# NOTE: The same, to the one who helps.
TO_MENTOR: Mapping[str, str] = {
    **OF_MENTOR,
    For.TOPICS: _("{mentee} would like a hand with what you know: {these:list}."),
    For.BEEN: _("You have been where {mentee} is now."),
    For.JOB: _("{mentee} hopes for what you do: {these:list}."),
    For.HOPES: _("{mentee} hopes for what you know about: {these:list}."),
    For.TALK: _("How you two like to talk fits well."),
    For.PATIENT: _("You take time to listen."),
    For.TIMES: _("You're both free: {times:short}."),
    For.SOON: "",
}
# NOTE: The same in a word or two, in a list behind a name.
IN_SHORT: Mapping[str, str] = {
    For.BEEN: _("been there"),
    For.JOB: _("does such work"),
    For.HOPES: _("knows: {these:list}"),
    For.INTERESTS: _("also: {these:list}"),
    For.TALK: _("easy to talk"),
    For.PATIENT: _("listens"),
    For.TIMES: _("same hours"),
    For.SOON: _("answers soon"),
}
# NOTE: What may speak against two people; only the coordinator reads it.
AGAINST: Mapping[str, str] = {
    Against.AVOIDS: _("{who} would rather not meet: {said:short}."),
    Against.UNMET: _('{mentee} wants this most: "{matters}". I don\'t know that of {mentor}.'),
    Against.TOPICS: _("{mentor} offers other topics."),
    Against.TIMES: _("I see no hours when both are free."),
    Against.UNKNOWN: _("I don't know when {who} is free."),
    Against.FAR: _("Their clocks are {hours} hours apart."),
    Against.LATE: _("{mentor} often takes days to answer."),
}
RULES: Mapping[str, str] = {
    Rule.SELF: _("It's the same person, or one answers for the other."),
    Rule.TOGETHER: _("They were together before, or {mentor} was asked before."),
    Rule.AGREED: _("A parent's okay is missing."),
    Rule.ROOM: _("{mentor} has no room just now."),
    Rule.LANGUAGE: _("I know of no language that both speak."),
    Rule.SAME: _("Your rule asks for the same here: {fields:short}. It isn't, or I don't know."),
    Rule.DIFFERENT: _(
        "Your rule asks for something else here: {fields:short}. It's the same, or I don't know."
    ),
}
# NOTE: The same in a word or two, behind "but".
AGAINST_IN_SHORT: Mapping[str, str] = {
    Against.RULE: _("against a rule"),
    Against.AVOIDS: _("see whom they avoid"),
    Against.UNMET: _('not sure: "{matters}"'),
    Against.TOPICS: _("other topics"),
    Against.TIMES: _("no hours in common"),
    Against.UNKNOWN: _("hours not known"),
    Against.FAR: _("{hours} h apart"),
    Against.LATE: _("answers late"),
}
# NOTE: What speaks for somebody, and what against: "Rosa: school, same hours. But: 5 h apart".
BUT = _("{name}: {pros:short}. But: {cons:short}")


FOR: Mapping[View, Mapping[str, str]] = {
    View.COORDINATOR: OF_MENTOR,
    View.MENTEE: TO_MENTEE,
    View.MENTOR: TO_MENTOR,
}
