"""What has become of a step in every programme, and what is wrong with it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from storage.database import Database
from tests.orders import ends
from tests.orders.company import Cast, Company
from tests.orders.ends import Heard
from tests.orders.steps import Step

# After these somebody hears nothing more.
FAREWELLS = ("Okay, no more texts from Bridge.", "Done: I'm erasing it all now.")


@dataclass
class Verdict:
    """How often each end came, what each heard last, and what is wrong."""

    ends: Counter[str] = field(default_factory=Counter)
    heard: dict[str, Heard] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def add(self, other: "Verdict") -> None:
        self.ends += other.ends
        self.wrong += other.wrong
        for state, heard in other.heard.items():
            mine = self.heard.setdefault(state, {})
            for who, texts in heard.items():
                mine.setdefault(who, set()).update(texts)


def tried(db: Database, step: Step, first: int, count: int) -> Verdict:
    """Live through it in so many programmes, from that order on."""
    company = Company(db, count, step.names, **step.settings)
    step.ready(company)
    company.act(step.acts, first)
    verdict = Verdict(wrong=list(_left(company)))
    with db.reading() as connection:
        for one in company.casts:
            state = step.stands(connection, one)
            verdict.ends[state] += 1
            heard = {who: {ends.last(texts)} for who, texts in one.heard.items()}
            verdict.add(Verdict(heard={state: heard}))
            verdict.wrong += [f"order {first + one.number}: {line}" for line in _said(one)]
    return verdict


def judged(verdict: Verdict, known: Mapping[str, Heard]) -> list[str]:
    """What is wrong, with every end that nobody has read yet."""
    wrong = list(verdict.wrong)
    for state, heard in verdict.heard.items():
        if state not in known:
            wrong.append(f"nobody has read that it ends so: {state}, {heard}")
            continue
        for who, texts in heard.items():
            for text in sorted(texts - known[state].get(who, set())):
                wrong.append(f"{state}: {who} heard last: {text}")
    return wrong


def _left(company: Company) -> Iterator[str]:
    """Every message was answered, and none set aside."""
    for row in company.world.rows(direction="in"):
        if row["aside_at"]:
            yield f"set aside: {row['text']}"
        elif row["answered_at"] is None:
            yield f"not answered: {row['text']}"


def _said(cast: Cast) -> Iterator[str]:
    """Nothing is said twice, and nothing to who has gone."""
    yield from (f"heard twice: {text}" for text in cast.twice)
    for who, texts in cast.heard.items():
        if any(text.startswith(FAREWELLS) for text in texts[:-1]):
            yield f"{who} heard more after the last: {texts}"
