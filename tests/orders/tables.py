"""Every step that takes two people, by what it is about."""

from collections.abc import Mapping

from tests.orders import endings, guarding, meetings, offers, staff, terms, texts
from tests.orders.steps import Step

TABLES: Mapping[str, Mapping[str, Step]] = {
    "offers": offers.STEPS,
    "terms": terms.STEPS,
    "meetings": meetings.STEPS,
    "texts": texts.STEPS,
    "endings": endings.STEPS,
    "guarding": guarding.STEPS,
    "staff": staff.STEPS,
}
