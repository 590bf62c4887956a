"""FLOWS: every flow by name."""

from collections.abc import Mapping

from flows import (
    ask,
    consent,
    goal_setting,
    goals,
    intake,
    joining,
    language,
    mentor_intake,
    menu,
    opt_out,
    stuck,
)
from flows.states import Flow

FLOWS: Mapping[str, Flow] = {
    module.FLOW.name: module.FLOW
    for module in (
        ask,
        consent,
        goal_setting,
        goals,
        intake,
        joining,
        language,
        mentor_intake,
        menu,
        opt_out,
        stuck,
    )
}
