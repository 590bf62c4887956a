"""FLOWS: every flow by name."""

from collections.abc import Mapping

from flows import (
    ask,
    broadcast,
    check_in,
    consent,
    desk,
    details,
    feedback,
    fewer,
    goal_setting,
    goals,
    intake,
    joining,
    language,
    leaving,
    meeting,
    mentor_intake,
    menu,
    opt_out,
    pairing,
    pause,
    perhaps,
    stuck,
    switch,
)
from flows.engine.states import Flow

FLOWS: Mapping[str, Flow] = {
    module.FLOW.name: module.FLOW
    for module in (
        ask,
        broadcast,
        check_in,
        consent,
        desk,
        details,
        feedback,
        fewer,
        goal_setting,
        goals,
        intake,
        joining,
        language,
        leaving,
        meeting,
        mentor_intake,
        menu,
        opt_out,
        pairing,
        pause,
        perhaps,
        stuck,
        switch,
    )
}
