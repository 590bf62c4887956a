"""FLOWS: every flow by name."""

from collections.abc import Iterable, Mapping
from importlib import import_module

from flows.engine.states import Ending, Flow, Need
from flows.support import clarify, menu

# One line registers a flow. MENU shows the rows, and intents are tried, in this order.
_MODULES = (
    "mentoring.goals",
    "mentoring.meeting",
    "joining.language",
    "joining.another",
    "joining.new_number",
    "joining.whereabouts",
    "mentoring.fewer",
    "mentoring.texting.relay",
    "mentoring.texting.quiet",
    "mentoring.texting.kudos",
    "mentoring.switch",
    "mentoring.leaving",
    "mentoring.pause",
    "support.ask",
    "coordinator.desk",
    "coordinator.claiming",
    "coordinator.person",
    "coordinator.training",
    "coordinator.pairing",
    "coordinator.broadcast",
    "joining.programme",
    "joining.consent",
    "joining.role",
    "joining.intake",
    "joining.mentor_intake",
    "joining.details",
    "joining.minor",
    "joining.guardian",
    "joining.ward",
    "support.ward_check_in",
    "mentoring.offer",
    "mentoring.offering.introduction",
    "mentoring.offering.passed_on",
    "mentoring.offering.still_up",
    "mentoring.offering.one_line",
    "mentoring.offering.keeping",
    "mentoring.goal_setting",
    "mentoring.aims.hope",
    "mentoring.aims.showing",
    "mentoring.aims.reached",
    "mentoring.agreement.agreeing",
    "mentoring.agreement.more_time",
    "mentoring.agreement.goal_day",
    "mentoring.agreement.ward_terms",
    "mentoring.feedback",
    "mentoring.check_in",
    "mentoring.ending.objectives",
    "mentoring.ending.survey",
    "mentoring.ending.again",
    "mentoring.ending.follow_up",
    "mentoring.ending.story",
    "support.lesson",
    "support.goodbye",
    "support.opt_out",
    "support.forgetting",
    "support.safety",
    "support.claimed",
    "support.still_yours",
    "support.whose",
    "support.stuck",
)


def _flow(module: str) -> Flow:
    found = import_module(f"{__name__}.{module}").FLOW
    assert isinstance(found, Flow)
    return found


def _by_name(flows: Iterable[Flow]) -> dict[str, Flow]:
    return {flow.name: flow for flow in flows}


_OPENED = tuple(_flow(module) for module in _MODULES)
FLOWS: Mapping[str, Flow] = _by_name((*_OPENED, menu.offering(_OPENED), clarify.offering(_OPENED)))


def needs(name: str) -> frozenset[Need]:
    """The kinds of fact that a turn of this flow may need: its own, and those it leads on to."""
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        flow = waiting.pop()
        if flow in FLOWS and flow not in reached:
            reached.add(flow)
            endings = FLOWS[flow].states.values()
            waiting += [one.then for one in endings if isinstance(one, Ending) and one.then]
    return frozenset(need for flow in reached for need in FLOWS[flow].needs)


NEEDS: Mapping[str, frozenset[Need]] = {name: needs(name) for name in FLOWS}
