"""A run: it is opened, takes turns, goes back, explains."""

from contextlib import suppress
from dataclasses import replace

from flows import reading
from flows.engine import hearing, mending, prompts, route
from flows.engine.standing import Standing, Turn, asked_at
from flows.engine.states import (
    Answers,
    Choice,
    Ending,
    Facts,
    Flow,
    Heard,
    Prompt,
    Question,
)
from flows.engine.text import _
from flows.engine.values import Answer
from flows.events import AnswerChanged, LessonDone, ProfileCompleted
from flows.reading import Unclear

BACK_TO = _("Back to:")
FIRST = _("That was the first question.")
OF_ONESELF = (AnswerChanged, LessonDone, ProfileCompleted)


def open_run(flow: Flow, facts: Facts, given: Answers | None = None) -> Turn:
    """Start a flow; what is given is not asked, and what is never asked is an answer at once."""
    asked = {key: value for key, value in (given or {}).items() if key in flow.states}
    other = {key: value for key, value in (given or {}).items() if key not in flow.states}
    return route.arrive(flow, Standing(flow.initial, other, given=asked), facts)


def take_turn(flow: Flow, standing: Standing, facts: Facts, heard: Heard) -> Turn:
    """Read the reply, follow its trigger, and say what comes next."""
    asked = asked_at(flow, standing)
    leaves = asked.leave and not heard.token and _leaves(flow, standing, facts, heard)
    if leaves and not reading.puzzled(heard.text, heard.language):
        heard = replace(heard, token="0")
    try:
        return _answer(flow, standing, facts, heard)
    except Unclear:
        taken = _taken_back(flow, standing, facts, heard) or _passed(flow, standing, facts, heard)
        return taken or prompts.misunderstood(flow, standing, facts)


def _leaves(flow: Flow, standing: Standing, facts: Facts, heard: Heard) -> bool:
    """Whether it is left; by any no as well where that is no option and changes nothing."""
    if reading.leaves(heard.text, heard.language):
        return True
    asked = flow.states[standing.state]
    if not isinstance(asked, Choice) or asked.other or ("no", standing.state) in flow.triggers:
        return False
    if not reading.declines(heard.text, heard.language):
        return False
    left = flow.states[flow.follow(standing.state, "left", standing.answers, facts)]
    return isinstance(left, Ending) and left.event is None


def _passed(flow: Flow, standing: Standing, facts: Facts, heard: Heard) -> Turn | None:
    """It is left by "no thanks", where that is no answer and nobody else hears what follows."""
    answers = heard.token or ("no", standing.state) in flow.triggers
    leave = asked_at(flow, standing).leave and not answers
    if not leave or not reading.passes(heard.text, heard.language):
        return None
    turn = _answer(flow, standing, facts, replace(heard, token="0"))
    return turn if all(isinstance(one, OF_ONESELF) for one in turn.events) else None


def _answer(flow: Flow, standing: Standing, facts: Facts, heard: Heard) -> Turn:
    """What follows from an answer. Raises Unclear where the reply is none."""
    trigger, answer, note = hearing.hear(flow, standing, facts, heard)
    asked = flow.states[standing.state]
    if trigger == "yes" and standing.misses and _in_doubt(flow, standing, facts, heard):
        return ask_again(flow, standing, facts)
    if (
        trigger == "answered"
        and isinstance(asked, Choice)
        and mending.mends(asked, answer, standing, facts)
    ):
        if asked.options_first:
            standing = mending.along(flow, standing, facts, heard)
        onward = mending.mended(standing, asked.mends, answer, note)
        return replace(route.move(flow, onward, trigger, facts), answered=standing.state)
    onward = _answered(standing, answer, note)
    told = _told(asked, heard) if isinstance(asked, Question) and asked.tells else {}
    if told:
        onward = replace(onward, given={**onward.given, **told})
    turn = route.move(flow, onward, trigger, facts)
    echo = () if answer is None else prompts.echo(flow, onward, facts)
    if told:
        echo = (*echo, *prompts.echo_told(flow, onward, told, facts))
    # Spelt out, as in `route`: this is in every turn.
    return Turn(
        turn.standing,
        (*echo, *turn.prompts),
        turn.events,
        turn.closed,
        turn.then,
        turn.given,
        turn.stuck,
        standing.state,
    )


def go_back(flow: Flow, standing: Standing, facts: Facts) -> Turn:
    """Ask the previous question again, without its answer."""
    if standing.mend:
        return prompts.asking(flow, mending.unmended(standing, standing.mend), facts)
    if not standing.trail:
        again = ask_again(flow, standing, facts)
        return replace(again, prompts=(Prompt(FIRST, {}), *again.prompts))
    return prompts.asking(flow, _before_the_last(flow, standing), facts)


def _before_the_last(flow: Flow, standing: Standing) -> Standing:
    """Where the last answer was given, without it and what came after it."""
    *trail, state = standing.trail
    keys = list(standing.answers)
    later = keys[keys.index(state) :] if state in keys else []
    # What was asked twice keeps its last answer until it is asked again.
    since = [key for key in later if key.removesuffix("_note") not in trail]
    skipped = [key for key in since if key in flow.states and key not in standing.trail]
    answers = {key: value for key, value in standing.answers.items() if key not in since}
    given = {key: standing.answers[key] for key in skipped}
    mends = tuple(one for one in standing.mends if one.behind < len(standing.trail))
    return Standing(state, answers, tuple(trail), 0, {**given, **standing.given}, mends)


def explain(flow: Flow, standing: Standing, facts: Facts) -> Turn:
    """Say why this is asked, and ask it again."""
    asked = asked_at(flow, standing)
    why = Prompt(asked.why, prompts.values_of(flow, standing.answers, facts))
    again = prompts.asking(flow, standing, facts)
    return replace(again, prompts=(why, *again.prompts))


def ask_again(flow: Flow, standing: Standing, facts: Facts) -> Turn:
    """The same question, as if for the first time."""
    return prompts.asking(flow, replace(standing, misses=0), facts)


def resume(flow: Flow, standing: Standing, facts: Facts) -> Turn:
    """The same question after an interruption."""
    again = ask_again(flow, standing, facts)
    return replace(again, prompts=(Prompt(BACK_TO, {}), *again.prompts)) if again.prompts else again


def _in_doubt(flow: Flow, standing: Standing, facts: Facts, heard: Heard) -> bool:
    """Whether a yes may be to what was written just before, and could not be read: "7 is better".
    The number and the words of an option are sure."""
    asked = flow.states[standing.state]
    if not isinstance(asked, Choice) or asked.other is None:
        return False
    sure = heard.token or heard.text.strip().isdecimal()
    return not sure and not hearing.offers(flow, standing, facts, heard)


def _taken_back(flow: Flow, standing: Standing, facts: Facts, heard: Heard) -> Turn | None:
    """The previous question's answer anew, where it is an exact one: "no, 21"."""
    asked = flow.states[standing.trail[-1]] if standing.trail else None
    if not isinstance(asked, Question) or not asked.exact or heard.token:
        return None
    meant = reading.corrected(heard.text, heard.language)
    if not meant:
        return None
    before = _before_the_last(flow, standing)
    try:
        turn = _answer(flow, before, facts, replace(heard, text=meant))
    except Unclear:
        return None
    if not asked.changed or turn.standing.state != standing.state:
        return turn
    changed = Prompt(asked.changed, prompts.values_of(flow, turn.standing.answers, facts))
    return replace(turn, prompts=(changed, *turn.prompts))


def _told(asked: Question, heard: Heard) -> Answers:
    """The answers to later questions that are told along with this one."""
    found: dict[str, Answer] = {}
    for state, reads in asked.tells.items():
        with suppress(Unclear):
            found[state] = reads(heard)
    return found


def _answered(standing: Standing, answer: Answer, note: str) -> Standing:
    """Answers stand in the order they were given: BACK relies on it."""
    state, noted = standing.state, f"{standing.state}_note"
    answers = {**standing.answers}
    answers.pop(state, None)
    answers.pop(noted, None)
    answers[state] = answer
    if note:
        answers[noted] = note
    trail = (*standing.trail, state)
    return Standing(standing.state, answers, trail, 0, standing.given, standing.mends)
