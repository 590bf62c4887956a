"""Words that may be for the other of a match: nothing goes across before they have said so."""

from dataclasses import replace

from flows.engine import options
from flows.engine.states import Answers, Choice, Ending, Facts, Flow, Option, Question, Remark
from flows.engine.text import _
from flows.events import AnswerMeant, TextMeant
from flows.joining.profile import read_words
from flows.mentoring import pairs

SEND = Option("yes", _("send it"), words=(_("send"), _("pass it on, send it, release it")))
# NOTE: The words were not for the other side: "Send it to Rosa? 1 send it 2 it was for Dana or me".
OURS = Option("no", _("it was for {coordinator} or me"), words=(_("for you, don't send it"),))
US = replace(OURS, token="us")
MOST = 8  # people somebody meets, in one text


def _pair(answers: Answers, facts: Facts) -> Facts:
    return pairs.pair_of({**answers, "who": answers.get("who") or answers.get("whom")}, facts)


def _said(answers: Answers, facts: Facts) -> str:
    return str(answers.get("text") or answers.get("said") or "")


def _nobody(answers: Answers, facts: Facts) -> bool:
    return not facts["pairs"] or bool(answers.get("match") and not _pair(answers, facts))


def _several(answers: Answers, facts: Facts) -> bool:
    return not _pair(answers, facts)


def _wordless(answers: Answers, facts: Facts) -> bool:
    return not _said(answers, facts)


def _note(answers: Answers, facts: Facts) -> bool:
    """Whether it was written where something else was asked."""
    return bool(answers.get("below"))


def _more(answers: Answers, facts: Facts) -> bool:
    """Whether they wrote more while they were asked about it."""
    return bool(answers.get("more"))


def _people(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    theirs = options.own((one["id"], one["other"]) for one in facts["pairs"][:MOST])
    return (*theirs, US)


def _picked_ours(answers: Answers, facts: Facts) -> bool:
    return answers.get("who") == US.token


def _meant(answers: Answers, facts: Facts) -> TextMeant:
    """For whom it was asked about, though the match may be on hold or over by now."""
    whom = _pair(answers, facts).get("id") or answers.get("who") or answers.get("match") or 0
    return TextMeant(int(str(whom)), _said(answers, facts))


def _answer(answers: Answers, facts: Facts) -> AnswerMeant:
    """All that was written, as it may be more than the words for the other."""
    return AnswerMeant(str(answers.get("whole") or _said(answers, facts)))


def _values(answers: Answers, facts: Facts) -> Facts:
    return {"other": _pair(answers, facts).get("other", ""), "said": _said(answers, facts)}


FLOW = Flow(
    name="relay",
    states={
        "start": Remark(),
        "send": Choice(
            ask=_("Shall I send this to {other}?"),
            options=(SEND, OURS),
            hint=_("I just need to know if it is for {other}."),
            why=_("I send nothing to {other} that you only meant for me."),
            firm=True,
        ),
        "note": Choice(
            ask=_("That looks like a note for {other}. Shall I send it?"),
            options=(SEND, OURS),
            hint=_("I just need to know if it is for {other}."),
            why=_("It's no answer to what I asked, so I check first."),
            firm=True,
        ),
        # NOTE: They wrote more while they were asked about it; all of it is shown.
        "more": Remark(_('For {other}: "{said:relayed}"')),
        "all": Choice(
            ask=_("Shall I send all of that?"),
            options=(SEND, OURS),
            hint=_("I just need to know if it is for {other}."),
            why=_("I send nothing to {other} that you only meant for me."),
            firm=True,
        ),
        "who": Choice(
            ask=_("Who is this for?"),
            options=_people,
            hint=_("Just pick who it is for."),
            why=_("I send nothing that you only meant for me."),
        ),
        "whom": Choice(
            ask=_("Who would you like to write to?"),
            options=lambda answers, facts: _people(answers, facts)[:-1],
            hint=_("Just pick who it is for."),
            why=_("You know more than one person here, so I'd better ask."),
        ),
        "chosen": Remark(),
        "text": Question(
            ask=_("Write to {other}, just as it should read."),
            read=read_words,
            hint=_("Write a few words, and I pass them on."),
            why=_("I pass it on word for word, and it begins with your name."),
        ),
        "sent": Ending("", _meant),
        "answer": Ending("", _answer),
        "person": Ending(
            "", then="stuck", given=lambda answers, facts: {"said": _said(answers, facts)}
        ),
        "nobody": Ending(_("There is nobody to write to just now.")),
        "left": Ending(_("All right, I haven't sent anything.")),
    },
    values=_values,
    transitions=[
        ("onward", "start", "nobody", _nobody),
        ("onward", "start", "whom", lambda a, f: _wordless(a, f) and _several(a, f)),
        ("onward", "start", "text", _wordless),
        ("onward", "start", "who", _several),
        ("onward", "start", "more", _more),
        ("onward", "more", "all"),
        ("onward", "start", "note", _note),
        ("onward", "start", "send"),
        ("yes", "send", "sent"),
        ("no", "send", "person"),
        ("left", "send", "left"),
        ("yes", "all", "sent"),
        ("no", "all", "answer", _note),
        ("no", "all", "person"),
        ("left", "all", "left"),
        ("yes", "note", "sent"),
        ("no", "note", "answer"),
        ("left", "note", "left"),
        ("answered", "who", "chosen"),
        ("us", "who", "chosen"),
        ("left", "who", "left"),
        ("answered", "whom", "text"),
        ("left", "whom", "left"),
        ("onward", "chosen", "answer", lambda a, f: _picked_ours(a, f) and _note(a, f)),
        ("onward", "chosen", "person", _picked_ours),
        ("onward", "chosen", "sent"),
        ("answered", "text", "sent"),
        ("left", "text", "left"),
    ],
)
