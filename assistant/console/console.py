"""The coordinator's console: every way into it, and who may take it."""

from collections.abc import Sequence

from fastapi import APIRouter

from assistant.console import door
from assistant.console.asked import Needs, Route
from assistant.console.pages import (
    account,
    accounts,
    approving,
    concerns,
    entering,
    matching,
    people,
    settling,
    today,
)

ROUTES: Sequence[Route] = (
    *today.ROUTES,
    *settling.ROUTES,
    *concerns.ROUTES,
    *people.ROUTES,
    *matching.ROUTES,
    *approving.ROUTES,
    *entering.ROUTES,
    *account.ROUTES,
    *accounts.ROUTES,
)


def routes(needs: Needs) -> APIRouter:
    return door.router(needs, ROUTES)
