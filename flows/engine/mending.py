"""An earlier answer is given anew at another question, and BACK takes that back."""

from dataclasses import replace

from flows.engine import choosing
from flows.engine.standing import Mend, Standing
from flows.engine.states import Choice, Facts, Flow, Heard, options_of
from flows.engine.values import Answer
from flows.reading import Unclear


def mends(asked: Choice, answer: Answer, standing: Standing, facts: Facts) -> bool:
    """Whether it is an earlier answer anew; an option that comes first is none."""
    if not (asked.mends and asked.options_first):
        return bool(asked.mends)
    return answer not in {one.token for one in options_of(asked, standing.answers, facts)}


def along(flow: Flow, standing: Standing, facts: Facts, heard: Heard) -> Standing:
    """The option that is picked beside it, "the library at 5", is not asked for again."""
    try:
        picked = choosing.picked(flow, standing, facts, heard)
    except Unclear:
        return standing
    return replace(standing, given={**standing.given, standing.state: picked})


def mended(standing: Standing, key: str, answer: Answer, note: str = "") -> Standing:
    """The earlier answer is another now."""
    both = (key, f"{key}_note")
    earlier = {one: standing.answers[one] for one in both if one in standing.answers}
    mend = Mend(len(standing.trail), standing.state, key, earlier)
    answers = {one: said for one, said in standing.answers.items() if one != both[1]}
    answers |= {key: answer} | ({both[1]: note} if note else {})
    return replace(standing, answers=answers, misses=0, mends=(*standing.mends, mend))


def unmended(standing: Standing, mend: Mend) -> Standing:
    """Where the earlier answer was given anew, with that answer as it was before."""
    anew = {mend.key, f"{mend.key}_note"} - mend.earlier.keys()
    answers = {key: value for key, value in standing.answers.items() if key not in anew}
    given = {key: value for key, value in standing.given.items() if key != mend.state}
    earlier = standing.mends[:-1]
    return replace(
        standing,
        state=mend.state,
        answers=answers | mend.earlier,
        misses=0,
        given=given,
        mends=earlier,
    )
