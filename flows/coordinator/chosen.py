"""Whom and what a coordinator has chosen, as the conversation about one person shows it."""

from collections.abc import Mapping, Sequence
from typing import Literal

from flows.coordinator import naming
from flows.coordinator.naming import Found
from flows.engine import options
from flows.engine.states import Answers, Facts, Option
from flows.engine.text import _
from flows.events import Event, MatchActed, PersonSeen, TextsRead, TextWritten

Step = Literal["freeze", "lift", "end", "quiet", "loud"]
STEPS: Mapping[str, Step] = {
    **{"freeze": "freeze", "lift": "lift", "part": "end"},
    **{"quiet": "quiet", "loud": "loud"},
}
MOST = 9  # people of one name, and people somebody is there for, in one text


def found(answers: Answers, facts: Facts) -> Found:
    everybody: Sequence[Facts] = facts["desk"]["people"]
    picked = str(answers.get("which") or answers.get("person") or "")
    said = str(answers.get("name") or answers.get("said") or "")
    called = naming.find(said, everybody) if said else Found()
    if answers.get("each"):  # not for one alone what is for both
        called = naming.with_more(called, everybody)
    if picked:
        chosen = [one for one in everybody if str(one["id"]) == picked]
        return Found(chosen, called.rest, called.sure)
    return called


def person(answers: Answers, facts: Facts) -> Facts:
    return next(iter(found(answers, facts).people), {})


def several(answers: Answers, facts: Facts) -> bool:
    """More than one may be meant, or one who is called otherwise."""
    meant = found({**answers, "which": ""}, facts)
    return len(meant.people) > 1 or bool(meant.people and not meant.sure)


def unnamed(answers: Answers, facts: Facts) -> bool:
    return not (answers.get("name") or answers.get("said") or person(answers, facts))


def nobody(answers: Answers, facts: Facts) -> bool:
    """Whether the name is nobody's."""
    return not found({**answers, "which": ""}, facts).people


def unknown(answers: Answers, facts: Facts) -> bool:
    return not found(answers, facts).people


def people(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    called = found({**answers, "which": ""}, facts).people[:MOST]
    return options.own((one["id"], one["label"]) for one in called)


def wishes(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """What can be done: only what stands can be frozen, only what is frozen lifted."""
    who = person(answers, facts)
    theirs = who.get("matches", ())
    stands = [one for one in theirs if not one["frozen"] and not one.get("offered")]
    frozen = any(one["frozen"] for one in theirs)
    shown = {
        "see": Option("see", _("see all about {who}"), words=(_("see, look"),)),
        "to": Option("to", _("write to {who}"), words=(_("write, text"),)),
        "paper": Option("paper", _("note a parent's okay"), words=(_("a form, on paper"),)),
        "read": Option("read", _("read their texts"), words=(_("read, texts"),)),
        "quiet": Option("quiet", _("switch their texts off")),
        "loud": Option("loud", _("switch their texts on")),
        "freeze": Option("freeze", _("put the two on hold")),
        "lift": Option("lift", _("lift the hold")),
        "part": Option("part", _("end it for the two")),
    }
    quiet = [one for one in stands if one.get("quiet")]
    possible = {"freeze": stands, "lift": frozen, "part": theirs, "read": stands}
    possible |= {"quiet": len(stands) > len(quiet), "loud": quiet}
    possible["paper"] = who.get("minor", False)
    return tuple(one for name, one in shown.items() if possible.get(name, True))


def _wishes(answers: Answers, wish: str) -> bool:
    return bool(answers.get("wish") == wish)


def matches(answers: Answers, facts: Facts) -> Sequence[Facts]:
    """The matches of that person to which it can happen."""
    theirs = person(answers, facts).get("matches", ())
    wish = answers.get("wish")
    there = [one for one in theirs if wish == "part" or not one.get("offered")]
    possible = [one for one in there if wish == "part" or one["frozen"] == (wish == "lift")]
    if wish in ("quiet", "loud"):
        possible = [one for one in possible if bool(one.get("quiet")) == (wish == "loud")]
    others = [{**one, "name": one["other"]} for one in possible]
    return naming.find_more(found(answers, facts).rest, others).people or possible


def pair(answers: Answers, facts: Facts) -> Facts:
    theirs, picked = matches(answers, facts), str(answers.get("which_match") or "")
    return next((one for one in theirs if picked in ("", str(one["id"]))), {})


def none(answers: Answers, facts: Facts) -> bool:
    return not pair(answers, facts)


def many(answers: Answers, facts: Facts) -> bool:
    return len(matches(answers, facts)) > 1


def others(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    theirs = matches(answers, facts)[:MOST]
    return options.own((one["id"], one["other"]) for one in theirs)


def gone(answers: Answers, facts: Facts) -> bool:
    """Whether one of the two is there no more: they cannot go on."""
    return _wishes(answers, "lift") and not pair(answers, facts).get("there")


def offered(answers: Answers, facts: Facts) -> bool:
    """Whether they are not together yet: the mentor is asked."""
    return _wishes(answers, "part") and bool(pair(answers, facts).get("offered"))


def decided(answers: Answers, facts: Facts) -> bool:
    """Whether there is nothing to take back: they are together by now, or it is over."""
    return not pair(answers, facts).get("offered")


def on_hold(answers: Answers, facts: Facts) -> bool:
    """Whether there is nothing to freeze, since it is frozen."""
    theirs = person(answers, facts).get("matches", ())
    return none(answers, facts) and any(one["frozen"] for one in theirs)


def apart(answers: Answers, facts: Facts) -> bool:
    return none(answers, facts) and not _wishes(answers, "lift")


def unreached(answers: Answers, facts: Facts) -> bool:
    return _wishes(answers, "to") and not person(answers, facts).get("reachable")


def words(answers: Answers, facts: Facts) -> str:
    return str(answers.get("text") or found(answers, facts).rest)


def told(answers: Answers, facts: Facts) -> bool:
    return _wishes(answers, "to") and bool(words(answers, facts))


def guessed(answers: Answers, facts: Facts) -> bool:
    """Whether it is only likely that these words are for somebody else."""
    return told(answers, facts) and bool(answers.get("guessed"))


def sleeps(answers: Answers, facts: Facts) -> bool:
    return bool(person(answers, facts).get("sleeps"))


def told_later(answers: Answers, facts: Facts) -> bool:
    return told(answers, facts) and sleeps(answers, facts)


def seen(answers: Answers, facts: Facts) -> Event:
    return PersonSeen(int(person(answers, facts)["id"]))


def read(answers: Answers, facts: Facts) -> Event:
    return TextsRead(int(person(answers, facts)["id"]))


def written(answers: Answers, facts: Facts) -> Event:
    return TextWritten(int(person(answers, facts)["id"]), words(answers, facts))


def acted(answers: Answers, facts: Facts) -> Event:
    which = pair(answers, facts)
    mentor, mentee = which["people"]
    return MatchActed(
        int(which["id"]),
        "withdraw" if which.get("offered") else STEPS[str(answers["wish"])],
        (mentor, mentee),
        str(answers.get("reason") or ""),
        answers.get("safety") == "yes",
    )


def values(answers: Answers, facts: Facts) -> Facts:
    return {
        "who": person(answers, facts).get("name", ""),
        "said": str(answers.get("name") or answers.get("said") or ""),
        "other": pair(answers, facts).get("other", ""),
        "words": words(answers, facts),
    }
