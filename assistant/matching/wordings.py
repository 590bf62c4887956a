"""Reasons in words: for the coordinator, for the mentee, and for the mentor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.matching import phrases, week
from assistant.matching.people import OWN, Mentee, Mentor, Person
from assistant.matching.phrases import View
from assistant.matching.reasons import Against, For, Reason
from assistant.matching.suggestions import Suggestion
from assistant.matching.topics import Table
from assistant.rendering import hours
from assistant.rendering.prompts import Reader, render
from flows.engine.states import options_of
from flows.joining.language import OPTIONS as LANGUAGES
from flows.joining.profile import MATTERS
from storage.tables import Json

# Of these the two do not read: what one has been through is told to the coordinator alone.
PRIVATE = frozenset(
    {"newcomer", "parents", "care_leaver", "loss", "separation", "disability", "illness"}
    | {"stress", "sobriety", "prison", "housing", "lgbt", "faith", "money"}
)
TOLD = 3  # reasons that the coordinator reads at once; the two read one less
COUNTED = 2  # what speaks against
NAMED = 3  # topics in one reason
LONGEST = 70  # characters of a line, of which there are three in one text
OF_ONE = (Against.AVOIDS, Against.UNKNOWN)
UNNAMED = (For.TIMES, For.TALK, For.MATTERS)


@dataclass(frozen=True)
class Names:
    """What the two are called."""

    mentee: str
    mentor: str

    @classmethod
    def of(cls, mentee: Mentee, mentor: Mentor) -> "Names":
        return cls(first(mentee.name), first(mentor.name))


@dataclass(frozen=True)
class Wording:
    """How a programme's reasons read to one reader."""

    table: Table
    labels: Mapping[str, Json]  # of the programme's topics
    reader: Reader

    def told(self, reasons: Sequence[Reason], names: Names, view: View) -> str:
        """What speaks for them in whole sentences, as many as one text holds."""
        most = TOLD if view is View.COORDINATOR else TOLD - 1
        said = (self._sentence(one, names, view) for one in reasons)
        return " ".join([one for one in said if one][:most])

    def against(self, one: Suggestion) -> str:
        """What speaks against them, the gravest first; whom they would not meet is always told."""
        open_ = [reason for reason in one.cons if reason.kind != Against.AVOIDS]
        told = [n for n in one.cons if n.kind == Against.AVOIDS or n in open_[:COUNTED]]
        return " ".join(self._con(reason, one, phrases.AGAINST) for reason in told)

    def line(self, one: Suggestion) -> str:
        """A name, what speaks for them and what against, on one line of a list."""
        short = (self._in_short(reason, _names(one)) for reason in one.pros)
        pros = [said for said in short if said]
        line = self._line(one, pros[:COUNTED])
        return line if len(line) <= LONGEST else self._line(one, pros[:1])

    def _line(self, one: Suggestion, pros: Sequence[str]) -> str:
        name, told = first(one.mentor.name), ", ".join(pros)
        if not one.cons:
            return f"{name}: {told}"
        cons = self._con(one.cons[0], one, phrases.AGAINST_IN_SHORT)
        return render(phrases.BUT, {"name": name, "pros": told, "cons": cons}, self.reader)

    def _in_short(self, one: Reason, names: Names) -> str:
        """Names of topics and languages stand for themselves."""
        if one.kind in (For.TOPICS, For.LANGUAGE):
            return ", ".join(self._these(one, None))
        return self._sentence(one, names, None)

    def _sentence(self, one: Reason, names: Names, view: View | None) -> str:
        msgid = (phrases.FOR[view] if view else phrases.IN_SHORT).get(one.kind, "")
        values = self._values(one, view)
        if not msgid or (one.these and not values["these"]):
            return ""
        return render(
            msgid, {**values, "mentee": names.mentee, "mentor": names.mentor}, self.reader
        )

    def _con(self, reason: Reason, one: Suggestion, wordings: Mapping[str, str]) -> str:
        msgid = wordings.get(reason.kind, "") or phrases.RULES[reason.these[0]]
        names = _names(one)
        who: Person = one.mentor
        if reason.these[:1] == (str(one.mentee.id),) and reason.kind in OF_ONE:
            who = one.mentee
        values = {
            "mentee": names.mentee,
            "mentor": names.mentor,
            "who": first(who.name),
            "said": who.avoided,
            "hours": reason.these[0] if reason.these else "",
            "fields": ", ".join(reason.these[1:]),
            "matters": self._matters(reason),
        }
        return render(msgid, values, self.reader)

    def _values(self, one: Reason, view: View | None) -> dict[str, object]:
        return {
            "these": self._these(one, view),
            "matters": self._matters(one),
            "times": self._times(one, view) if one.kind == For.TIMES else "",
        }

    def _these(self, one: Reason, view: View | None) -> list[str]:
        if one.kind == For.LANGUAGE:
            known = {option.token: option.label for option in LANGUAGES}
            return [known.get(code, code) for code in one.these]
        if one.kind in UNNAMED or (one.kind == For.BEEN and view is not View.COORDINATOR):
            return list(one.these)  # not shown
        shown = [t for t in one.these if view in (None, View.COORDINATOR) or t not in PRIVATE]
        return [self._label(topic) for topic in shown[:NAMED]]

    def _label(self, topic: str) -> str:
        if not topic.startswith(OWN):
            return self.table.label(topic, self.reader.language)
        named = self.labels.get(topic.removeprefix(OWN), {})
        return str(named.get(self.reader.language) or named.get("en") or topic.removeprefix(OWN))

    def _matters(self, one: Reason) -> str:
        token = one.these[0] if one.these else ""
        options = (each for each in options_of(MATTERS, {}, {}) if each.token == token)
        return next((render(option.label, {}, self.reader) for option in options), "")

    def _times(self, one: Reason, view: View | None) -> str:
        """By the clock of who reads it; the coordinator reads both where they differ."""
        mine, theirs = (self._hours(kept) for kept in (one.these, one.theirs))
        if view is View.MENTOR:
            return theirs
        both = view is View.COORDINATOR and mine != theirs
        return f"{mine} ({theirs})" if both else mine

    def _hours(self, kept: Sequence[str]) -> str:
        return hours.shown(week.restored(kept), self.reader.language, self.reader.country)


def first(name: str) -> str:
    """The first name."""
    return (name.split() or ["?"])[0]


def _names(one: Suggestion) -> Names:
    return Names.of(one.mentee, one.mentor)
