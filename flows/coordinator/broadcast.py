"""One text to many, from the coordinator's own phone: whom, what, a true preview, then it goes."""

from collections.abc import Callable, Mapping

from flows.engine.states import (
    Answers,
    Choice,
    Ending,
    Facts,
    Flow,
    Heard,
    Option,
    Predicate,
    Question,
    Remark,
)
from flows.engine.text import _
from flows.events import BroadcastApproved, BroadcastChanged, Event
from flows.intents import coordinator as intents
from flows.joining.profile import read_words
from flows.reading import Unclear

LONGEST = 600  # characters; four parts of an SMS
GETTING = ("now", "later", "held")  # who gets it, now or at nine or within about a week
AUDIENCES = (
    Option("mentees", _("those who look for help"), words=(_("mentees, students"),)),
    Option("mentors", _("those who help"), words=(_("mentors, helpers"),)),
    Option("everyone", _("everyone"), words=(_("everybody, all"),)),
    Option("unmet", _("pairs that haven't met")),
)


def read_text(heard: Heard) -> str:
    """The text as it was written; too long a one is not understood."""
    text = heard.text.strip()
    read_words(heard)
    if len(text) > LONGEST:
        raise Unclear(text[:20])
    return text


def _counts(answers: Answers, facts: Facts) -> Mapping[str, int]:
    found: Mapping[str, int] = facts["desk"]["audiences"].get(answers.get("audience"), {})
    return found


def _nobody(answers: Answers, facts: Facts) -> bool:
    counts = _counts(answers, facts)
    return not sum(counts.get(name, 0) for name in GETTING)


def _running(answers: Answers, facts: Facts) -> bool:
    return bool(facts["desk"]["broadcast"])


def _stands(state: str) -> Predicate:
    return lambda answers, facts: (facts["desk"]["broadcast"] or {}).get("state") == state


def _loud(answers: Answers, facts: Facts) -> bool:
    return bool(facts["inviting"](str(answers.get("text") or "")))


def _changed(state: str) -> Callable[[Answers, Facts], Event]:
    def changed(answers: Answers, facts: Facts) -> Event:
        return BroadcastChanged(int((facts["desk"]["broadcast"] or {}).get("id", 0)), state)

    return changed


def _values(answers: Answers, facts: Facts) -> Facts:
    counts, text = _counts(answers, facts), str(answers.get("text") or "")
    running = facts["desk"]["broadcast"] or {}
    return {
        "people": sum(counts.get(name, 0) for name in (*GETTING, "stopped")),
        "now": counts.get("now", 0),
        "later": counts.get("later", 0),
        "held": counts.get("held", 0),
        "stopped": counts.get("stopped", 0),
        "parts": counts.get("texted", 0) * facts["parts"](text) if text else 0,
        "foreign": counts.get("foreign", 0),
        "inviting": facts["inviting"](text),
        "sent": running.get("sent", 0),
        "rest": running.get("rest", 0),
    }


FLOW = Flow(
    name="broadcast",
    intents=(intents.BROADCAST, intents.HOLD),
    needs=("desk",),
    states={
        "start": Remark(),
        "under_way": Choice(
            ask=_("Your last text: sent to {sent}, not yet to {rest}. What shall I do?"),
            options=(
                Option("hold", _("hold the rest")),
                Option("anew", _("write another one")),
            ),
            hint=_("Just pick what I should do."),
            why=_("One of your texts is still on its way."),
        ),
        "held": Choice(
            ask=_("Held: sent to {sent}, not yet to {rest}. What shall I do with the rest?"),
            options=(Option("go", _("send the rest")), Option("drop", _("drop the rest"))),
            hint=_("I just need to know what to do with the rest."),
            why=_("Nothing more leaves before you say so."),
        ),
        "audience": Choice(
            ask=_("Who is it for?"),
            options=AUDIENCES,
            hint=_("Just pick who should get it."),
            why=_("Only people of your programme get it."),
        ),
        "text": Question(
            ask=_("Write the text just as they should read it."),
            read=read_text,
            hint=_("Up to 600 characters, please, in plain words."),
            why=_("It goes out word for word."),
        ),
        "check": Remark(),
        "preview": Choice(
            ask=_(
                "People: {people}. Now {now}, at 9:00 their time {later}, in the next days {held} "
                "(had enough texts), not {stopped} (opted out or on a break). SMS parts: {parts}. "
                "Other language: {foreign}. Shall I send it?"
            ),
            options=(
                Option("yes", _("send it"), words=(_("send"),)),
                Option("change", _("change it")),
                Option("no", _("drop it"), words=(_("drop, cancel"),)),
            ),
            hint=_("I just need to know if it should go out."),
            why=_("So you know what it does before it goes."),
        ),
        "loud": Choice(
            ask=_(
                "{inviting} is a word that phone companies act on, so nobody should be asked "
                "to write it. Shall I change the text?"
            ),
            options=(Option("yes", _("change it")), Option("no", _("drop it"))),
            hint=_("I just need to know if you'd like to change it."),
            why=_("Anyone who texts that word may get no more texts at all."),
        ),
        "nobody": Ending(_("Right now, nobody would get it.")),
        "sent": Ending(
            _(
                "It's on its way: {now} now, {later} at 9:00, {held} in the next days. To "
                "halt the rest, text HOLD."
            ),
            lambda answers, facts: BroadcastApproved(
                str(answers["audience"]), str(answers["text"])
            ),
        ),
        "halted": Ending("", _changed("held"), then="broadcast"),
        "goes_on": Ending(_("Good, the rest goes out.")),
        "gone_on": Ending(_("Good, the rest goes out."), _changed("sending")),
        "dropped": Ending(
            _("Dropped. It went to {sent}, nobody else gets it."), _changed("dropped")
        ),
        "left": Ending(_("All right, nothing goes out.")),
    },
    values=_values,
    transitions=[
        ("onward", "start", "held", _stands("held")),
        ("onward", "start", "under_way", _running),
        ("onward", "start", "audience"),
        ("hold", "under_way", "halted"),
        ("anew", "under_way", "audience"),
        ("left", "under_way", "goes_on"),
        ("go", "held", "gone_on"),
        ("drop", "held", "dropped"),
        ("left", "held", "left"),
        ("answered", "audience", "nobody", _nobody),
        ("answered", "audience", "text"),
        ("left", "audience", "left"),
        ("answered", "text", "check"),
        ("left", "text", "left"),
        ("onward", "check", "loud", _loud),
        ("onward", "check", "nobody", _nobody),
        ("onward", "check", "preview"),
        ("yes", "preview", "sent"),
        ("change", "preview", "text"),
        ("no", "preview", "left"),
        ("left", "preview", "left"),
        ("yes", "loud", "text"),
        ("no", "loud", "left"),
        ("left", "loud", "left"),
    ],
)
