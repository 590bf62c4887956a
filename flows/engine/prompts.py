"""What a run says: a question, a hint, an echo of the answer."""

from dataclasses import replace

from flows.engine.standing import Standing, Turn, asked_at
from flows.engine.states import (
    Answers,
    Asking,
    Ending,
    Facts,
    Flow,
    Option,
    Prompt,
    Question,
    Remark,
    Several,
    options_of,
)


def asking(flow: Flow, standing: Standing, facts: Facts) -> Turn:
    return Turn(_as_shown(flow, standing, facts), _ask(flow, standing, facts))


def misunderstood(flow: Flow, standing: Standing, facts: Facts) -> Turn:
    asked, misses = asked_at(flow, standing), standing.misses + 1
    missed = replace(standing, misses=misses)
    if misses >= 3:
        return Turn(missed, stuck=True)
    values = values_of(flow, standing.answers, facts)
    if misses == 2:
        simpler = asked.simpler if isinstance(asked, Question) and asked.simpler else asked.ask
        options = options_of(asked, standing.answers, facts)
        prompt = Prompt(simpler, values, options, leave=asked.leave, asks=True)
        return Turn(_as_shown(flow, missed, facts), (prompt,))
    return Turn(missed, (_hint(asked, standing, facts, values),))


def echo(flow: Flow, standing: Standing, facts: Facts) -> tuple[Prompt, ...]:
    """What was just answered, in the words it was offered in; `{answer}` is any state's own."""
    state, answers = standing.trail[-1], standing.answers
    asked, said = flow.states[state], answers[state]
    if not isinstance(asked, Asking) or not asked.echo:
        return ()
    if not isinstance(asked, Question):
        by_token = {option.token: option for option in options_of(asked, answers, facts)}
        said = [by_token[token] for token in (said if isinstance(said, list) else [said])]
    if isinstance(asked, Several) and (note := answers.get(f"{state}_note")):
        said = [*said, Option("note", str(note), own=True)]
    if said == []:
        return ()
    if "{" not in asked.echo:
        return (Prompt(asked.echo, {}),)
    return (Prompt(asked.echo, {**values_of(flow, answers, facts), state: said, "answer": said}),)


def echo_told(flow: Flow, standing: Standing, told: Answers, facts: Facts) -> tuple[Prompt, ...]:
    """What was told along with an answer, in the words of the questions that it answers."""
    asked = ((flow.states[state], state) for state in told)
    values = {**values_of(flow, standing.answers, facts), **told}
    return tuple(
        Prompt(one.echo, {**values, "answer": told[state]})
        for one, state in asked
        if isinstance(one, Question) and one.echo
    )


def values_of(flow: Flow, answers: Answers, facts: Facts) -> Facts:
    more = flow.values(answers, facts) if flow.values else {}
    return {**facts, **answers, **more}


def _as_shown(flow: Flow, standing: Standing, facts: Facts) -> Standing:
    """The answer will be to what is shown now, whatever others do meanwhile."""
    if flow.shows is None:
        return standing
    return replace(standing, answers={**standing.answers, **flow.shows(standing.answers, facts)})


def _ask(flow: Flow, standing: Standing, facts: Facts) -> tuple[Prompt, ...]:
    state = flow.states[standing.state]
    if isinstance(state, Ending | Remark):
        return ()
    values = values_of(flow, standing.answers, facts)
    if isinstance(state, Question):
        return (Prompt(state.ask, values, buttons=state.buttons, leave=state.leave, asks=True),)
    options = options_of(state, standing.answers, facts)
    several = state.most if isinstance(state, Several) else 0
    return (Prompt(state.ask, values, options, leave=state.leave, several=several, asks=True),)


def _hint(asked: Asking, standing: Standing, facts: Facts, values: Facts) -> Prompt:
    """How to answer, with the options where there are any."""
    if isinstance(asked, Question):
        return Prompt(asked.hint, values, buttons=asked.buttons)
    several = asked.most if isinstance(asked, Several) else 0
    options = options_of(asked, standing.answers, facts)
    return Prompt(asked.hint, values, options, leave=asked.leave, several=several)
