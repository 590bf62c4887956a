"""An earlier answer is given anew at another question, and BACK takes that back."""

from dataclasses import replace

from flows.engine.standing import Mend, Standing
from flows.engine.states import Choice, Facts, options_of
from flows.engine.values import Answer


def mends(asked: Choice, answer: Answer, standing: Standing, facts: Facts) -> bool:
    """Whether it is an earlier answer anew; an option that comes first is none."""
    if not (asked.mends and asked.options_first):
        return bool(asked.mends)
    return answer not in {one.token for one in options_of(asked, standing.answers, facts)}


def mended(standing: Standing, key: str, answer: Answer) -> Standing:
    """The earlier answer is another now."""
    earlier = {key: standing.answers[key]} if key in standing.answers else {}
    mend = Mend(len(standing.trail), standing.state, key, earlier)
    answers = {**standing.answers, key: answer}
    return replace(standing, answers=answers, misses=0, mends=(*standing.mends, mend))


def unmended(standing: Standing, mend: Mend) -> Standing:
    """Where the earlier answer was given anew, with that answer as it was before."""
    others = {key: value for key, value in standing.answers.items() if key != mend.key}
    answers = {**standing.answers, **mend.earlier} if mend.earlier else others
    earlier = standing.mends[:-1]
    return replace(standing, state=mend.state, answers=answers, misses=0, mends=earlier)
