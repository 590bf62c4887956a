"""Who is suggested for somebody, what speaks for two people and what against."""

from flows import reading
from flows.coordinator import together
from flows.engine import options
from flows.engine.states import Answers, Facts, Heard, Option
from flows.engine.text import _
from flows.engine.values import Kept, Listed
from flows.events import Event, Paired
from flows.joining.profile import read_words
from flows.reading import Unclear

NAMED, LONGEST_NAME = 3, 40  # words and letters of a name
TOKENS = ("", "yes", "other", "since")
MOST = 3  # on a list, one after the other

AGREED = _("okay, ok, sure, do it, yes, ask her, ask him, ask them, go ahead and ask")
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
    """For our reasons, or in the words of the coordinator; or they are together already."""
    mentee, mentor = together.mentee_of(answers, facts), together.mentor_of(answers, facts)
    if since := answers.get("since"):
        return Paired(int(mentee), int(mentor), _reason(answers), since=str(since))
    reasons = told(answers, facts).get("reasons")
    after = _after(answers, facts) if answers.get("then") == "list" else ()
    then = tuple((int(key), _speaks_for(mentee, key, facts)) for key, _name in after)
    if answers.get("use") == "yes" and reasons:
        return Paired(int(mentee), int(mentor), "", reasons, then)
    return Paired(int(mentee), int(mentor), _reason(answers), then=then)


def has_after(answers: Answers, facts: Facts) -> bool:
    """Whether both are asked in the programme, and somebody else fits as well."""
    return bool(facts["desk"].get("offers") and _after(answers, facts))


def _after(answers: Answers, facts: Facts) -> Listed:
    """Who else may be asked, should the one who is picked not be able to: for our reasons, and
    with the training that the programme wants."""
    mentee, mentor = together.mentee_of(answers, facts), together.mentor_of(answers, facts)
    short = (facts["desk"].get("training") or {}).get("short", {})
    return [
        one
        for one in _best(answers, facts)
        if str(one[0]) != mentor and str(one[0]) not in short and _speaks_for(mentee, one[0], facts)
    ][: MOST - 1]


def _speaks_for(mentee: str, mentor: object, facts: Facts) -> Kept:
    found: Kept = facts["desk"].get("told", {}).get(f"{mentee}:{mentor}", {}).get("reasons", ())
    return found


def _reason(answers: Answers) -> str:
    """The coordinator's own words, at whichever question they were written last."""
    given = [str(answers[name]) for name in answers if name in ("reason", "use")]
    return next((said for said in reversed(given) if said not in TOKENS), "")


def values(answers: Answers, facts: Facts) -> Facts:
    shown = {"lines": _suggested(answers, facts).get("lines", "")}
    shown |= {name: told(answers, facts).get(name, "") for name in ("pros", "cons")}
    shown["reason"] = _reason(answers)
    shown["said"] = str(answers.get("best") or "")
    others = _after(answers, facts) if facts["desk"].get("offers") else ()
    shown["after"] = [str(name).partition(":")[0] for _key, name in others]
    shown["since"] = str(answers.get("since") or facts["today"])
    return {**together.values(answers, facts), **shown}
