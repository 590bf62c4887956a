"""FLOWS: every flow by name."""

from collections.abc import Mapping

from flows.coordinator import broadcast, desk, pairing
from flows.engine.states import Flow
from flows.joining import consent, details, intake, language, mentor_intake, programme
from flows.mentoring import (
    check_in,
    feedback,
    fewer,
    goal_setting,
    goals,
    leaving,
    meeting,
    pause,
    switch,
)
from flows.support import ask, menu, opt_out, perhaps, stuck

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
        programme,
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
