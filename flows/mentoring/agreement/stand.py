"""How a run about an agreement stands: what it shows, and what follows from an answer."""

from flows.engine.states import Answers, Facts
from flows.events import Event, TermsAgreed, TermsChanged, TermsKept
from flows.mentoring import pairs
from flows.mentoring.agreement import changing, terms
from flows.mentoring.agreement.terms import FEW


def wished(answers: Answers, facts: Facts) -> bool:
    """Whether they would like something else than what stands."""
    known = terms.known(answers, facts)
    return terms.shown(answers, facts) != (answers.get("before") or known.get("terms"))


def told(answers: Answers, facts: Facts) -> bool:
    """Whether they have heard all of it once."""
    return bool(answers.get("told"))


def was(answers: Answers, facts: Facts) -> Facts:
    """What they agreed to, or were about to, before the other changed it."""
    return dict(answers.get("was") or terms.known(answers, facts).get("was") or {})


def changes(answers: Answers, facts: Facts) -> list[str]:
    """What is different for somebody who had agreed before."""
    known = terms.known(answers, facts)
    return terms.differing(known.get("terms") or {}, was(answers, facts))


def theirs(answers: Answers, facts: Facts) -> bool:
    """Whether they only need to hear what is different."""
    known = terms.known(answers, facts)
    asked = known.get("state") == "open" and not known.get("mine")
    return asked and bool(was(answers, facts)) and 0 < len(changes(answers, facts)) <= FEW


def longer(answers: Answers, facts: Facts) -> bool:
    """Whether both have wished for more time, of which nobody has made a proposal."""
    return theirs(answers, facts) and not terms.known(answers, facts).get("by")


def of_other(answers: Answers, facts: Facts) -> bool:
    known = terms.known(answers, facts)
    return known.get("by") == "other" and not known.get("mine")


def looks(answers: Answers, facts: Facts) -> bool:
    """Whether they look at what they have agreed to."""
    known = terms.known(answers, facts)
    return known.get("state") == "settled" or bool(known.get("mine"))


def waits(answers: Answers, facts: Facts) -> bool:
    return bool(terms.known(answers, facts).get("state") == "open")


def in_person(answers: Answers, facts: Facts) -> bool:
    return terms.shown(answers, facts).get("how") in ("person", "mixed") and bool(facts["place"])


def mentors(answers: Answers, facts: Facts) -> bool:
    return bool(facts["role"] == "mentor")


def _version(answers: Answers, facts: Facts) -> int:
    found = answers.get("version")
    return int(terms.known(answers, facts).get("version", 0) if found is None else found)


def said(answers: Answers, facts: Facts) -> Event:
    match, version = pairs.match_of(answers, facts), _version(answers, facts)
    shown = terms.shown(answers, facts)
    if wished(answers, facts):
        return TermsChanged(match, version, shown)
    return TermsAgreed(match, version, shown)


def kept(answers: Answers, facts: Facts) -> Event:
    return TermsKept(pairs.match_of(answers, facts), _version(answers, facts))


def given(answers: Answers, facts: Facts) -> Answers:
    before = answers.get("before") or terms.known(answers, facts).get("terms")
    found = {"match": pairs.match_of(answers, facts), "version": _version(answers, facts)}
    return {**changing.given(answers, facts), **found, "before": before}


def shows(answers: Answers, facts: Facts) -> Facts:
    """What is asked about stays what it was, whatever the other does meanwhile."""
    known = terms.known(answers, facts)
    if not known or "version" in answers:
        return {}
    found = {"match": pairs.match_of(answers, facts), "version": known["version"]}
    return {**found, "terms": known["terms"], "before": known["terms"]}


def values(answers: Answers, facts: Facts) -> Facts:
    known = terms.known(answers, facts)
    return {
        **pairs.values(answers, facts),
        **terms.in_words(terms.shown(answers, facts)),
        "place": facts["place"],
        "closes": known.get("closes") or "",
        "changes": terms.parts(known.get("terms") or {}, changes(answers, facts)),
    }
