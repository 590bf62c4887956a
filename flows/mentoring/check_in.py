"""A check-in: how is it going, are you safe, do you need anything. Each side privately."""

from flows import reading
from flows.engine.offering import offered
from flows.engine.states import (
    Answers,
    Choice,
    Ending,
    Facts,
    Flow,
    Heard,
    Option,
    Question,
    Remark,
)
from flows.engine.text import _
from flows.events import Event, FeedbackGiven
from flows.joining.profile import read_need
from flows.mentoring import pairs, scale
from flows.reading import Unclear

LOW = 3  # and below: a mentor is asked whether a call would help
SCALE = (
    Option("1", _("it's hard")),
    Option("2", _("not so good")),
    Option("3", _("it's okay")),
    Option("4", _("good")),
    Option("5", _("great")),
)


def _given(answers: Answers, facts: Facts) -> Event:
    kept = ("how_note", "how_mentor_note", "safe", "safe_note", "need", "call", "call_note")
    said = {name: answers[name] for name in kept if answers.get(name)}
    if "how_mentor_note" in said:
        said["how_note"] = said.pop("how_mentor_note")
    rating = answers.get("how") or answers.get("how_mentor")
    about = str(answers.get("about") or "check_in")
    return FeedbackGiven(pairs.match_of(answers, facts), about, rating, said)


def _mentor(answers: Answers, facts: Facts) -> bool:
    return bool(facts["role"] == "mentor")


def _hard(answers: Answers, facts: Facts) -> bool:
    told = LOW if answers.get("how_mentor_note") else 5  # in words alone
    return int(answers.get("how_mentor") or told) <= LOW


def _aim(answers: Answers, facts: Facts) -> bool:
    """Whether it is one of every second check-in, at which a goal is asked about."""
    number = str(answers.get("about") or "").partition(":")[2]
    second = number.isdigit() and int(number) % 2 == 0
    return second and not _mentor(answers, facts) and bool(facts["aiming"] and facts["goals"])


def _oldest(answers: Answers, facts: Facts) -> Answers:
    """The goal that was asked about least lately."""
    goal = min(facts["goals"], key=lambda one: (str(one.get("rated") or ""), one["id"]))
    return {"named": str(goal["id"])}


def _values(answers: Answers, facts: Facts) -> Facts:
    return pairs.values(answers, facts)


def read_how(heard: Heard) -> tuple[int | None, str]:
    """A mark, or what somebody tells instead of one, for a person: "she never came"."""
    try:
        return scale.read_mark(heard)
    except Unclear:
        text, language = heard.text, heard.language
        if reading.tells(text, language) and reading.for_a_person(text, language):
            return None, text
        raise


SAFE_ASKED = _("Do you feel safe with {other}?")
SAFE = (
    Option("yes", _("always")),
    Option(
        "no",
        _("not always"),
        words=(_("mostly, sometimes, sumtimes, usually, rarely, not entirely"),),
    ),
    Option(
        "tell",
        _("I want to tell {coordinator} something"),
        words=(_("talk to somebody"), _("tell, tell {coordinator}, tell somebody")),
    ),
)


def read_worry(heard: Heard) -> tuple[str, str]:
    """What somebody tells here in their own words is for a person, at once."""
    if not reading.tells(heard.text, heard.language):
        raise Unclear(heard.text)
    try:
        token, _note = reading.choice(heard.text, offered(SAFE, heard), heard.language)
    except Unclear:
        return "tell", heard.text
    if token == "yes":
        raise Unclear(heard.text)
    return token, heard.text


FLOW = Flow(
    name="check_in",
    states={
        "start": Remark(),
        "how": Question(
            ask=_(
                "Hi {name}, three quick ones. How is it going with {other}, from 1 hard to 5 "
                "great? Your answers go to {coordinator}, not to {other}."
            ),
            read=read_how,
            hint=_("Just a number from 1 to 5, and a few words if you like."),
            why=_("So {coordinator} can help early. I don't tell {other}."),
            simpler=_("Which comes closest?"),
            options=SCALE,
            buttons=scale.BUTTONS,
        ),
        "how_mentor": Question(
            ask=_(
                "Hi {name}, two questions for whenever suits you. How is it going with {other}, "
                "from 1 hard to 5 great? Your answer goes to {coordinator}, not to {other}."
            ),
            read=read_how,
            hint=_("Just a number from 1 to 5, and a few words if you like."),
            why=_("So {coordinator} can help early. I don't tell {other}."),
            simpler=_("Which comes closest?"),
            options=SCALE,
            buttons=scale.BUTTONS,
        ),
        "safe": Choice(
            ask=SAFE_ASKED,
            options=SAFE,
            hint=_("I just need to know if you feel safe with {other}."),
            why=_("Everybody here should feel safe. If you don't, a person helps."),
            other=read_worry,
            leave=False,
        ),
        "call": Choice(
            ask=_("Thanks for being honest. Would a call from {coordinator} help?"),
            options=(Option("yes", _("please call")), Option("no", _("not now"))),
            hint=_("I just need to know if {coordinator} should call you."),
            why=_("Many pairs are slow to start, and a talk often helps."),
            noted=True,
        ),
        "need": Question(
            ask=_("Is there anything you need from us? Just write it here."),
            read=read_need,
            hint=_("A few words is plenty. For example: a quieter room."),
            why=_("If something is missing, {coordinator} can often get it."),
        ),
        "aim": Ending("", _given, then="goals", given=_oldest),
        "done": Ending(_("All done, thank you, {name}."), _given),
        "worried": Ending("", _given),  # what is said then depends on who is on duty
        "called": Ending(
            _("{coordinator} will call you. Anything before that: just write to me."), _given
        ),
        "left": Ending(_("No problem, and thanks anyway.")),
        "nobody": Ending(""),
    },
    values=_values,
    transitions=[
        ("onward", "start", "nobody", pairs.nobody),
        ("onward", "start", "how_mentor", _mentor),
        ("onward", "start", "how"),
        ("answered", "how", "safe"),
        ("left", "how", "safe"),
        ("yes", "safe", "need"),
        ("no", "safe", "worried"),
        ("tell", "safe", "worried"),
        ("answered", "how_mentor", "call", _hard),
        ("answered", "how_mentor", "need"),
        ("left", "how_mentor", "left"),
        ("yes", "call", "called"),
        ("no", "call", "done"),
        ("left", "call", "done"),
        ("answered", "need", "aim", _aim),
        ("left", "need", "aim", _aim),
        ("answered", "need", "done"),
        ("left", "need", "done"),
    ],
)
