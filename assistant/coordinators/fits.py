"""Suggestions as the flows know them: in this coordinator's words, each worked out when read."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from assistant.coordinators.desk import Desk
from assistant.matching import suggestions, terms, topics
from assistant.matching.phrases import View
from assistant.matching.reasons import For
from assistant.matching.suggestions import Suggestions
from assistant.matching.wordings import Names, Wording, first
from assistant.rendering.prompts import Reader, render
from flows.engine.text import _
from flows.engine.values import Facts, Listed
from storage.desk import Of
from storage.mentoring import candidates
from storage.people.programmes import Programme

# NOTE: Behind who looks for help, in a list: "Jay: best: Rosa; school".
BEST = _("best: {mentor}")


def gather(db: Connection, of: Of, programme: Programme, now: datetime) -> Suggestions:
    """Who could be brought together with whom in a programme: read once for a batch."""
    return suggestions.of(candidates.find(db, of, now), terms.of(programme.settings), now)


def wording(found: Suggestions, reader: Reader) -> Wording:
    return Wording(topics.with_own(found.terms.words), found.terms.labels, reader)


def facts(found: Suggestions, desk: Desk, mentors: Listed, reader: Reader) -> Facts:
    """By mentee who is best for them where everybody is to have somebody, and who fits them best;
    and what speaks for any two. Nothing of it is worked out before a flow looks at it. Who has
    room is listed also where they are too many for a desk."""
    words = wording(found, reader)
    listed = {one.person_id for one in desk.mentors}
    more = [[one.id, one.name] for one in found.mentors if one.room and one.id not in listed]

    def suggested(people: Sequence[int]) -> object:
        (mentee,) = people
        if mentee not in found.matched:
            return ""
        return render(BEST, {"mentor": first(found.name(found.matched[mentee]))}, reader)

    def best(people: Sequence[int]) -> object:
        (mentee,) = people
        some = found.best(mentee)
        lines = "\n".join(words.line(one) for one in some)
        return {"best": [[one.mentor.id, one.mentor.name] for one in some], "lines": lines}

    def told(people: Sequence[int]) -> object:
        mentee, mentor = people
        one = found.pair(mentee, mentor)
        if one is None:
            return {}
        pros = words.told(one.pros, Names.of(one.mentee, one.mentor), View.COORDINATOR)
        bare = {reason.kind for reason in one.pros} <= {For.LANGUAGE, For.SOON}
        reasons = [] if bare else [reason.kept() for reason in one.pros]  # too little to be read
        return {"pros": pros, "cons": words.against(one), "reasons": reasons}

    shown = {"suggested": suggested, "fits": best, "told": told}
    return {"mentors": [*mentors, *more], **{key: ByPeople(of) for key, of in shown.items()}}


@dataclass(frozen=True)
class ByPeople(Mapping[str, object]):
    """What a function makes of people, by their ids: "11", or "11:21" for two."""

    of: Callable[[Sequence[int]], object]

    def __getitem__(self, key: str) -> object:
        people = key.split(":")
        if not all(map(str.isdigit, people)):
            raise KeyError(key)
        return self.of([*map(int, people)])

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0
