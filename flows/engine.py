"""The engine: a run is opened, takes turns, goes back, explains. Pure."""

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from typing import Any, assert_never

from flows import reading
from flows.events import Event
from flows.reading import Offered, Unclear, replies
from flows.states import (
    Answers,
    Asking,
    Call,
    Choice,
    Ending,
    Facts,
    Flow,
    Heard,
    Option,
    Prompt,
    Question,
    Remark,
    Several,
    Waiting,
)
from flows.text import _

LONGEST_WAY = 30  # states passed in one turn; more is a circle of given answers
_HOLE = re.compile(r"\s*\{[^}]*\}")  # in "keep {other}": "keep" is enough
BACK_TO = _("Back to:")
FIRST = _("That was the first question.")
# NOTE: Ends an echo such as "school, jobs and what you wrote", when somebody added own words.
WROTE = Option("note", _("what you wrote"))


@dataclass(frozen=True)
class Standing:
    """Where a run stands; survives JSON."""

    state: str
    answers: Answers = field(default_factory=dict)
    trail: tuple[str, ...] = ()  # the questions asked before this one
    misses: int = 0
    given: Answers = field(default_factory=dict)  # known before they are asked


@dataclass(frozen=True)
class Turn:
    """The result of one exchange: where the run now stands, what to say, what happened."""

    standing: Standing
    prompts: tuple[Prompt, ...] = ()
    events: tuple[Event, ...] = ()
    closed: bool = False
    then: str = ""  # the flow that takes this one's place
    given: Answers = field(default_factory=dict)  # to that flow
    call: str = ""  # the flow that is played before this one goes on
    stuck: bool = False  # three misunderstandings: a person should help
    answered: str = ""  # the state that was answered


def open_run(flow: Flow, facts: Facts, given: Answers | None = None) -> Turn:
    """Start a flow; what is given is not asked, and what is never asked is an answer at once."""
    asked = {key: value for key, value in (given or {}).items() if key in flow.states}
    other = {key: value for key, value in (given or {}).items() if key not in flow.states}
    return _arrive(flow, Standing(flow.initial, other, given=asked), facts)


def take_turn(flow: Flow, standing: Standing, facts: Facts, heard: Heard) -> Turn:
    """Read the reply, follow its trigger, and say what comes next."""
    asked = _asked(flow, standing)
    if asked.leave and not heard.token and reading.leaves(heard.text, heard.language):
        heard = replace(heard, token="0")
    try:
        trigger, answer, note = hear(flow, standing, facts, heard)
    except Unclear:
        return _misunderstood(flow, standing, facts)
    onward = _answered(standing, answer, note)
    turn = _move(flow, onward, trigger, facts)
    echo = () if answer is None else _echo(flow, onward, facts)
    # Spelt out, as in `_at`: this is in every turn.
    return Turn(
        turn.standing,
        (*echo, *turn.prompts),
        turn.events,
        turn.closed,
        turn.then,
        turn.given,
        turn.call,
        turn.stuck,
        standing.state,
    )


def _answered(standing: Standing, answer: Any, note: str) -> Standing:
    """Answers stand in the order they were given: BACK relies on it."""
    state, noted = standing.state, f"{standing.state}_note"
    answers = {key: value for key, value in standing.answers.items() if key not in (state, noted)}
    answers[state] = answer
    if note:
        answers[noted] = note
    return Standing(standing.state, answers, (*standing.trail, state), 0, standing.given)


def returned(flow: Flow, standing: Standing, facts: Facts) -> Turn:
    """The flow that a Call played is over."""
    return _move(flow, standing, "returned", facts)


def go_back(flow: Flow, standing: Standing, facts: Facts) -> Turn:
    """Ask the previous question again, without its answer."""
    if not standing.trail:
        again = ask_again(flow, standing, facts)
        return replace(again, prompts=(Prompt(FIRST, {}), *again.prompts))
    *trail, state = standing.trail
    keys = list(standing.answers)
    later = keys[keys.index(state) :] if state in keys else []
    # What was asked twice keeps its last answer until it is asked again.
    since = [key for key in later if key.removesuffix("_note") not in trail]
    skipped = [key for key in since if key in flow.states and key not in standing.trail]
    answers = {key: value for key, value in standing.answers.items() if key not in since}
    given = {key: standing.answers[key] for key in skipped}
    back = Standing(state, answers, tuple(trail), 0, {**given, **standing.given})
    return _asking(flow, back, facts)


def explain(flow: Flow, standing: Standing, facts: Facts) -> Turn:
    """Say why this is asked, and ask it again."""
    asked = _asked(flow, standing)
    why = Prompt(asked.why, _values(flow, standing.answers, facts))
    again = _asking(flow, standing, facts)
    return replace(again, prompts=(why, *again.prompts))


def ask_again(flow: Flow, standing: Standing, facts: Facts) -> Turn:
    """The same question, as if for the first time."""
    return _asking(flow, replace(standing, misses=0), facts)


def resume(flow: Flow, standing: Standing, facts: Facts) -> Turn:
    """The same question after an interruption."""
    again = ask_again(flow, standing, facts)
    return replace(again, prompts=(Prompt(BACK_TO, {}), *again.prompts)) if again.prompts else again


def stands(flow: Flow, state: str) -> bool:
    """Whether a run can stand there: in a state of the flow, or one that has moved."""
    return state in flow.states or state in flow.moved


def moved(flow: Flow, standing: Standing) -> Standing:
    """The standing in the newest flow: states that were renamed or removed are followed."""
    state = standing.state
    while state not in flow.states:
        state = flow.moved[state]
    if state == standing.state:
        return standing
    trail = tuple(name for name in standing.trail if name in flow.states)
    return replace(standing, state=state, trail=trail, misses=0)


@lru_cache(maxsize=1024)
def _version(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:8]


def wording(flow: Flow, state: str) -> str:
    """The version of what is asked there: it changes with the words."""
    return _version(getattr(flow.states[state], "ask", ""))


def options_of(asked: Asking, answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """What a state offers, its table or what its function makes of the answers."""
    return asked.options(answers, facts) if callable(asked.options) else asked.options


def _asked(flow: Flow, standing: Standing) -> Asking:
    state = flow.states[standing.state]
    if isinstance(state, Ending | Remark | Waiting | Call):
        raise ValueError(f"{flow.name} asks nothing at {standing.state!r}")
    return state


def hear(flow: Flow, standing: Standing, facts: Facts, heard: Heard) -> tuple[str, Any, str]:
    """What a reply means where the run stands: trigger, answer, note. Raises Unclear."""
    asked, state = _asked(flow, standing), standing.state
    if asked.leave and heard.token == "0":
        return "left", None, ""
    match asked:
        case Question():
            answer, note = _hear_question(asked, standing, heard)
            return "answered", answer, note
        case Choice():
            options = options_of(asked, standing.answers, facts)
            token, note = _hear_either(asked, options, heard)
            return _trigger(flow, state, token), token, note
        case Several():
            options = options_of(asked, standing.answers, facts)
            tokens, note = _hear_several(options, heard, asked.most)
            return "answered", list(tokens), note
        case _:
            assert_never(asked)


def _hear_question(asked: Question, standing: Standing, heard: Heard) -> tuple[Any, str]:
    token, note = heard.token, ""
    if token and token not in {option.token for option in (*asked.options, *asked.buttons)}:
        raise Unclear(token)
    if token:
        heard = replace(heard, text=token)
    try:
        answer = asked.read(heard)
    except Unclear:
        if token or not asked.options or standing.misses < 2:
            raise
        token, note = reading.choice(heard.text, offered(asked.options, heard), heard.language)
        answer = asked.read(replace(heard, text=token, token=token))
    return answer if isinstance(answer, tuple) else (answer, note)


def offers(flow: Flow, standing: Standing, facts: Facts, heard: Heard) -> bool:
    """Whether these are the very words of an option that is open, or others that mean it."""
    asked = flow.states[standing.state]
    if not isinstance(asked, Question | Choice | Several):
        return False
    said = replies.plain(heard.text)
    options = offered(options_of(asked, standing.answers, facts), heard)
    return bool(said) and any(said == replies.plain(name) for one in options for name in one.words)


def _hear_either(asked: Choice, options: tuple[Option, ...], heard: Heard) -> tuple[str, str]:
    if asked.other and not heard.token:
        with suppress(Unclear):
            return asked.other(heard), ""
    return _hear_choice(options, heard)


def _hear_choice(options: tuple[Option, ...], heard: Heard) -> tuple[str, str]:
    if heard.token:
        if heard.token not in {option.token for option in options}:
            raise Unclear(heard.token)
        return heard.token, ""
    return reading.choice(heard.text, offered(options, heard), heard.language)


def _hear_several(
    options: tuple[Option, ...], heard: Heard, most: int
) -> tuple[tuple[str, ...], str]:
    if heard.token:
        return (_hear_choice(options, heard)[0],), ""
    return reading.several(heard.text, offered(options, heard), heard.language, most)


def offered(options: tuple[Option, ...], heard: Heard) -> list[Offered]:
    """The options in the words the person saw, and the other words that mean them."""
    return [
        Offered(
            option.token,
            (
                option.label if option.own else _HOLE.sub("", heard.say(option.label)),
                *(word for msgid in option.words for word in heard.say(msgid).split(", ")),
            ),
        )
        for option in options
    ]


def _trigger(flow: Flow, state: str, answer: Any) -> str:
    chosen = isinstance(answer, str) and (answer, state) in flow.triggers
    return answer if chosen else "answered"


def _misunderstood(flow: Flow, standing: Standing, facts: Facts) -> Turn:
    asked, misses = _asked(flow, standing), standing.misses + 1
    missed = replace(standing, misses=misses)
    if misses >= 3:
        return Turn(missed, stuck=True)
    values = _values(flow, standing.answers, facts)
    if misses == 2:
        simpler = asked.simpler if isinstance(asked, Question) and asked.simpler else asked.ask
        options = options_of(asked, standing.answers, facts)
        prompt = Prompt(simpler, values, options, leave=asked.leave, asks=True)
        return Turn(_as_shown(flow, missed, facts), (prompt,))
    return Turn(missed, (_hint(asked, standing, facts, values),))


def _hint(asked: Asking, standing: Standing, facts: Facts, values: Facts) -> Prompt:
    """How to answer, with the options where there are any."""
    if isinstance(asked, Question):
        return Prompt(asked.hint, values, buttons=asked.buttons)
    several = asked.most if isinstance(asked, Several) else 0
    options = options_of(asked, standing.answers, facts)
    return Prompt(asked.hint, values, options, leave=asked.leave, several=several)


def _move(flow: Flow, standing: Standing, trigger: str, facts: Facts) -> Turn:
    state = flow.follow(standing.state, trigger, standing.answers, facts)
    return _arrive(flow, _at(standing, state), facts)


def _at(standing: Standing, state: str) -> Standing:
    # Spelt out: `replace` costs ten times as much, and this is in every turn.
    return Standing(state, standing.answers, standing.trail, standing.misses, standing.given)


def _arrive(flow: Flow, standing: Standing, facts: Facts) -> Turn:
    """Say what the state says; remarks and answers given beforehand are passed without asking."""
    remarks: tuple[Prompt, ...] = ()
    for _step in range(LONGEST_WAY):
        state = flow.states[standing.state]
        if isinstance(state, Remark):
            if state.say:
                values = _values(flow, standing.answers, facts)
                remarks = (*remarks, Prompt(state.say, values))
            known = {**standing.given, **standing.answers}
            onward = flow.follow(standing.state, "onward", known, facts)
            standing = _at(standing, onward)
        elif standing.state in standing.given:
            standing = _pass(flow, standing, facts)
        else:
            turn = _say(flow, standing, facts)
            return replace(turn, prompts=(*remarks, *turn.prompts)) if remarks else turn
    raise ValueError(f"{flow.name} goes round in a circle at {standing.state!r}")


def _pass(flow: Flow, standing: Standing, facts: Facts) -> Standing:
    state, given = standing.state, dict(standing.given)
    answers = {**standing.answers, state: given.pop(state)}
    trigger = _trigger(flow, state, answers[state])
    onward = flow.follow(state, trigger, answers, facts)
    return replace(standing, state=onward, answers=answers, given=given)


def _say(flow: Flow, standing: Standing, facts: Facts) -> Turn:
    state = flow.states[standing.state]
    values = _values(flow, standing.answers, facts)
    match state:
        case Ending():
            events = (state.event(standing.answers, facts),) if state.event else ()
            said = (Prompt(state.say, values),) if state.say else ()
            given = state.given(standing.answers, facts) if state.given else {}
            return Turn(standing, said, events, closed=True, then=state.then, given=given)
        case Call():
            return Turn(standing, call=state.flow)
        case Waiting():
            return Turn(standing, (Prompt(state.say, values),))
        case _:
            return _asking(flow, standing, facts)


def _asking(flow: Flow, standing: Standing, facts: Facts) -> Turn:
    return Turn(_as_shown(flow, standing, facts), _ask(flow, standing, facts))


def _as_shown(flow: Flow, standing: Standing, facts: Facts) -> Standing:
    """The answer will be to what is shown now, whatever others do meanwhile."""
    if flow.shows is None:
        return standing
    return replace(standing, answers={**standing.answers, **flow.shows(standing.answers, facts)})


def _ask(flow: Flow, standing: Standing, facts: Facts) -> tuple[Prompt, ...]:
    state = flow.states[standing.state]
    if isinstance(state, Ending | Remark | Waiting | Call):
        return ()
    numbered = () if isinstance(state, Question) else options_of(state, standing.answers, facts)
    return (
        Prompt(
            state.ask,
            _values(flow, standing.answers, facts),
            numbered,
            state.buttons if isinstance(state, Question) else (),
            state.leave,
            state.most if isinstance(state, Several) else 0,
            asks=True,
        ),
    )


def _echo(flow: Flow, standing: Standing, facts: Facts) -> tuple[Prompt, ...]:
    """What was just answered, in the words it was offered in; `{answer}` is any state's own."""
    state, answers = standing.trail[-1], standing.answers
    asked, said = flow.states[state], answers[state]
    if not isinstance(asked, Asking) or not asked.echo:
        return ()
    if not isinstance(asked, Question):
        by_token = {option.token: option for option in options_of(asked, answers, facts)}
        said = [by_token[token] for token in (said if isinstance(said, list) else [said])]
    if isinstance(asked, Several) and answers.get(f"{state}_note"):
        said = [*said, WROTE]
    if said == []:
        return ()
    return (Prompt(asked.echo, {**_values(flow, answers, facts), state: said, "answer": said}),)


def _values(flow: Flow, answers: Answers, facts: Facts) -> dict[str, Any]:
    more = flow.values(answers, facts) if flow.values else {}
    return {**facts, **answers, **more}
