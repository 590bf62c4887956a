"""What one of two people says on the way to a meeting: that they are late, will be there, are."""

import re

from flows.engine.states import Answers, Facts
from flows.events import Event, OnTheWay, RunningLate
from flows.mentoring import pairs
from flows.mentoring.arrangement import seen

_MINUTES = re.compile(r"(?<!\d)([1-9]\d?)(?![\d:])")


def late(answers: Answers, facts: Facts) -> Event:
    found = _MINUTES.search(str(answers.get("words") or ""))
    minutes = int(found[1]) if found else 0
    return RunningLate(pairs.match_of(answers, facts), seen(answers, facts), minutes)


def there(answers: Answers, facts: Facts) -> Event:
    return OnTheWay(pairs.match_of(answers, facts), seen(answers, facts))


def here(answers: Answers, facts: Facts) -> Event:
    return OnTheWay(pairs.match_of(answers, facts), seen(answers, facts), here=True)
