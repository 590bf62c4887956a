"""Who is suggested for somebody, what speaks for two people and what against."""

from flows import reading
from flows.coordinator import together
from flows.engine import options
from flows.engine.states import Answers, Facts, Heard, Option
from flows.engine.text import _
from flows.engine.values import Listed
from flows.events import Event, Paired
from flows.joining.profile import read_words
from flows.reading import Unclear

NAMED, LONGEST_NAME = 3, 40  # words and letters of a name

AGREED = _("okay, ok, sure, do it, yes")
REFUSED = _("no, nope, nah, not yet, not now, somebody else")
# NOTE: Beside a few people who are suggested.
OTHERS = Option("others", _("somebody else"), words=(_("others, show others, more"),))


def best(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The few who fit somebody best, and a way to everybody else."""
    return (*options.own((key, name) for key, name in _best(answers, facts)), OTHERS)


def has_best(answers: Answers, facts: Facts) -> bool:
    return bool(_best(answers, facts))


def one_named(answers: Answers, facts: Facts) -> bool:
    """Whether it is known for whom somebody is looked for, and who fits them."""
    return together.one_named(answers, facts) and has_best(answers, facts)


def waits(answers: Answers, facts: Facts) -> bool:
    return together.waits(answers, facts) and has_best(answers, facts)


def _best(answers: Answers, facts: Facts) -> Listed:
    mentee = together.mentee_of(answers, facts)
    found: Listed = _suggested(answers, facts).get("best", ())
    return [one for one in found if not together.ruled_out(mentee, str(one[0]), facts)]


def _suggested(answers: Answers, facts: Facts) -> Facts:
    found: Facts = facts["desk"].get("fits", {}).get(together.mentee_of(answers, facts), {})
    return found


def told(answers: Answers, facts: Facts) -> Facts:
    """What speaks for the two who are picked and what against, as far as it is known."""
    both = f"{together.mentee_of(answers, facts)}:{together.mentor_of(answers, facts)}"
    found: Facts = facts["desk"].get("told", {}).get(both, {})
    return found


def weighed(answers: Answers, facts: Facts) -> bool:
    return bool(told(answers, facts))


def speaks(answers: Answers, facts: Facts) -> bool:
    """Whether there is a reason that both may read."""
    return bool(told(answers, facts).get("reasons"))


def unnamed(answers: Answers, facts: Facts) -> bool:
    """Whether nobody with room goes by the name that was written."""
    return not together.mentor_of(answers, facts)


def read_name(heard: Heard) -> str:
    """Anybody's name, in place of those who are suggested."""
    text, language = heard.text, heard.language
    if len(reading.plain(text)) > NAMED or len(text) > LONGEST_NAME or "?" in text:
        raise Unclear(text)
    if reading.puts_off(text, language) or reading.denies(text, language):
        raise Unclear(text)
    return read_words(heard)


def paired(answers: Answers, facts: Facts) -> Event:
    """For our reasons, or in the words of the coordinator."""
    mentee, mentor = together.mentee_of(answers, facts), together.mentor_of(answers, facts)
    reasons = told(answers, facts).get("reasons")
    if answers.get("use") == "yes" and reasons:
        return Paired(int(mentee), int(mentor), "", reasons)
    return Paired(int(mentee), int(mentor), _reason(answers))


def _reason(answers: Answers) -> str:
    """The coordinator's own words, at whichever question they were written last."""
    given = [str(answers[name]) for name in answers if name in ("reason", "use")]
    return next((said for said in reversed(given) if said not in ("", "yes", "other")), "")


def values(answers: Answers, facts: Facts) -> Facts:
    shown = {"lines": _suggested(answers, facts).get("lines", "")}
    shown |= {name: told(answers, facts).get(name, "") for name in ("pros", "cons")}
    shown["reason"] = _reason(answers)
    shown["said"] = str(answers.get("best") or "")
    return {**together.values(answers, facts), **shown}
