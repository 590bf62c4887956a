"""The coordinator's desk on their own phone: today's list, who is ready, an answer to somebody."""

from flows.engine.states import (
    Answers,
    Choice,
    Ending,
    Facts,
    Flow,
    Option,
    Predicate,
    Question,
    Remark,
)
from flows.engine.text import _
from flows.engine.values import Listed
from flows.events import HandoverAnswered, HandoverClosed
from flows.intents import coordinator as intents
from flows.joining.profile import read_words

LONGEST = 6  # things of the list in one text
NAMED = 4  # people in one text, the longest waiting first
LIST = Option("list", _("today's list"))
READY = Option("ready", _("who is ready"))
PAIR = Option("pair", _("bring two together"))
BROADCAST = Option("broadcast", _("write to many"))
LANGUAGE = Option("language", _("my language"))


def things(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """What waits, oldest first."""
    return tuple(
        Option(str(one["id"]), one["label"], own=True) for one in facts["desk"]["waiting"][:LONGEST]
    )


def thing(answers: Answers, facts: Facts) -> Facts:
    """What the run is about."""
    wanted = str(answers.get("handover") or answers.get("list") or "")
    found = (one for one in facts["desk"]["waiting"] if str(one["id"]) == wanted)
    return next(found, {})


def _named(answers: Answers, facts: Facts) -> bool:
    return bool(answers.get("handover"))


def _gone(answers: Answers, facts: Facts) -> bool:
    return not thing(answers, facts)


def _empty(answers: Answers, facts: Facts) -> bool:
    return not facts["desk"]["waiting"]


def _wishes(wish: str) -> Predicate:
    return lambda answers, facts: bool(answers.get("wish") == wish)


def _mute(answers: Answers, facts: Facts) -> bool:
    """Nobody can be answered: they have opted out, or it was no person's question."""
    return not thing(answers, facts).get("reachable")


def _values(answers: Answers, facts: Facts) -> Facts:
    desk, one = facts["desk"], thing(answers, facts)
    return {
        "open": desk["count"],
        "waiting": len(desk["mentees"]),
        "rooms": len(desk["mentors"]),
        "seekers": _first_names(desk["mentees"]),
        "helpers": _first_names(desk["mentors"]),
        "who": one.get("who", ""),
        "words": one.get("words", ""),
    }


def _first_names(people: Listed) -> list[str]:
    return [str(label).partition(":")[0] for _key, label in people[:NAMED]]


def _no_mentees(answers: Answers, facts: Facts) -> bool:
    return not facts["desk"]["mentees"]


def _no_mentors(answers: Answers, facts: Facts) -> bool:
    return not facts["desk"]["mentors"]


FLOW = Flow(
    name="desk",
    intents=(intents.LIST,),
    needs=("desk",),
    states={
        "start": Remark(),
        "what": Choice(
            ask=_("What would you like to do? {open} waiting on your list."),
            options=(LIST, READY, PAIR, BROADCAST, LANGUAGE),
            hint=_("Just pick one of these."),
            why=_("From here you run the programme from your phone."),
        ),
        "look": Remark(),
        "list": Choice(
            ask=_("On your list, oldest first. Which one?"),
            options=things,
            hint=_("Just pick one from the list."),
            why=_("I show you one thing at a time."),
        ),
        "chosen": Remark(),
        "item": Choice(
            ask=_("{words:relayed} Tell me what to do with it:"),
            options=(
                Option("answer", _("answer {who}"), words=(_("answer, reply"),)),
                Option("done", _("it's done")),
                Option("later", _("keep it for later")),
            ),
            hint=_("Just pick what should happen with it."),
            why=_("It stays on your list until you say it's done."),
        ),
        "mute": Choice(
            ask=_("{words:relayed} Tell me if that is done:"),
            options=(Option("yes", _("it's done")), Option("no", _("keep it for later"))),
            hint=_("I just need to know if it's done."),
            why=_("It stays on your list until you say it's done."),
        ),
        "answer": Question(
            ask=_("Write your answer to {who}, just as it should read."),
            read=read_words,
            hint=_("Write a few words, and I pass them on with your name."),
            why=_("I pass it on word for word."),
        ),
        "people": Remark(),
        "both": Ending(
            _(
                "Waiting for somebody ({waiting}): {seekers:list}. "
                "With room for somebody ({rooms}): {helpers:list}."
            )
        ),
        "no_mentees": Ending(
            _("Nobody is waiting. With room for somebody ({rooms}): {helpers:list}.")
        ),
        "no_mentors": Ending(
            _("Waiting for somebody ({waiting}): {seekers:list}. Nobody has room just now.")
        ),
        "neither": Ending(_("Right now nobody is waiting and nobody has room.")),
        "passed_on": Ending(
            _("Passed on to {who}, word for word."),
            lambda answers, facts: HandoverAnswered(
                int(thing(answers, facts).get("id", 0)), str(answers["answer"])
            ),
        ),
        "closed": Ending(
            _("Good, it's off your list."),
            lambda answers, facts: HandoverClosed(int(thing(answers, facts).get("id", 0))),
        ),
        "empty": Ending(_("Your list is empty. Well done!")),
        "gone": Ending(_("That one is done already.")),
        "kept": Ending(_("All right, it stays on your list.")),
        "pairing": Ending("", then="pairing"),
        "broadcast": Ending("", then="broadcast"),
        "language": Ending("", then="language"),
        "left": Ending(_("All right.")),
    },
    values=_values,
    transitions=[
        ("onward", "start", "chosen", _named),
        ("onward", "start", "look", _wishes("list")),
        ("onward", "start", "what"),
        ("list", "what", "look"),
        ("ready", "what", "people"),
        ("pair", "what", "pairing"),
        ("broadcast", "what", "broadcast"),
        ("language", "what", "language"),
        ("left", "what", "left"),
        ("onward", "look", "empty", _empty),
        ("onward", "look", "list"),
        ("answered", "list", "chosen"),
        ("left", "list", "left"),
        ("onward", "chosen", "gone", _gone),
        ("onward", "chosen", "mute", _mute),
        ("onward", "chosen", "item"),
        ("answer", "item", "answer"),
        ("done", "item", "closed"),
        ("later", "item", "kept"),
        ("left", "item", "kept"),
        ("yes", "mute", "closed"),
        ("no", "mute", "kept"),
        ("left", "mute", "kept"),
        ("answered", "answer", "passed_on"),
        ("left", "answer", "kept"),
        ("onward", "people", "neither", lambda a, f: _no_mentees(a, f) and _no_mentors(a, f)),
        ("onward", "people", "no_mentees", _no_mentees),
        ("onward", "people", "no_mentors", _no_mentors),
        ("onward", "people", "both"),
    ],
)
