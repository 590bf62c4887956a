"""The two are asked about a version, and a guardian beside them."""

import json

from assistant.internal_events.of_agreement import TermsOkayed
from assistant.turns.agreements import known, texts, times
from assistant.turns.batch_matches import Pair
from assistant.turns.context import HandedOver, Lacking
from assistant.turns.guardians import consents
from assistant.turns.guardians import known as guardianship
from assistant.turns.handlers import meetings
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.engine.values import Facts
from flows.events import WardTermsAgreed
from flows.lifecycles.agreement import Version
from flows.mentoring.agreement import terms
from storage.handovers import NewHandover
from storage.people.guardians import GRANTED

FLOW, OF_GUARDIAN, MORE, GOAL = "agreement", "ward_terms", "more_time", "goal_day"
WAITS_FOR = "terms"  # on the coordinator's list: they have to agree as well


def put(talk: Talk, pair: Pair, given: Facts | None = None, count: int = 1) -> None:
    """Ask about the newest version, in the place of what was asked about one before."""
    talk.close_about(pair.id, (FLOW,))
    role, depth = pair.role(talk.person.id), talk.stack.next_depth()
    talk.open(FLOW, pair.programme_id, role, depth, {"match": pair.id, **(given or {})})
    if talk.stack.top:
        talk.stack.top.nudged = True  # they are reminded in their own time
    asked = known.of(pair).asked
    if asked:
        times.overdue(talk, pair, asked.number, count)


def put_anew(talk: Talk, pair: Pair, run: Open | None = None) -> None:
    """The other side has changed something while they were answering: who has heard all of it
    hears what is different."""
    talk.say(texts.MEANWHILE, other=pair.other(talk.person.id).name or "?")
    seen = run.standing.answers.get("before") if run else None
    put(talk, pair, {"anew": True, **({"was": seen} if seen else {})})


def open_to(talk: Talk, pair: Pair) -> bool:
    """Whether anything is asked of them about it."""
    runs = (run for run in talk.stack.runs if run.flow.name == FLOW and not run.closed)
    return any(run.about == str(pair.id) for run in runs)


def asked_about(talk: Talk, pair: Pair, version: int) -> bool:
    """Whether a question about that version is open to them."""
    return any(
        run.flow.name == FLOW
        and not run.closed
        and run.about == str(pair.id)
        and run.standing.answers.get("version") == version
        for run in talk.stack.runs
    )


def ask_of_goals(talk: Talk, pair: Pair) -> None:
    """Whoever looks for help is asked about goals that are for a day after the last."""
    if pair.role(talk.person.id) != "mentee":
        return
    if talk.known.goals is None:
        raise Lacking("goals")
    if any(str(goal.details.get("by") or "") > pair.last_day for goal in talk.known.goals):
        talk.open(GOAL, pair.programme_id, "mentee", talk.stack.next_depth(), {"match": pair.id})


def find_time(talk: Talk, pair: Pair) -> None:
    """Whoever looks for help finds the next time with the other, whom they have met, where none is
    booked."""
    me, meeting = pair.role(talk.person.id), pair.meeting
    planned = meeting.state != "none" and not meetings.past(pair, talk.known.now)
    asked = any(run.flow.name not in (FLOW, MORE) for run in talk.stack.runs if not run.closed)
    if me == "mentee" and pair.over and not planned and not asked:
        talk.open("meeting", pair.programme_id, me, talk.stack.next_depth(), {"match": pair.id})


def of_guardian(talk: Talk, run: Open, event: WardTermsAgreed) -> None:
    """A guardian agrees; from a phone that the child may use as well only a person can tell."""
    for one in guardianship.wards(talk.known, GRANTED):
        if one.role != event.role:
            continue
        if consents.shares(talk):
            given = run.standing.answers
            found = Version(event.version, terms.of(given["terms"]))
            programme = one.programme_id
            talk.outcome.handovers += (listed(talk, found, one.child_id, programme, event.match),)
        else:
            okayed = TermsOkayed(event.match, event.version, known.guardian_of(event.role))
            cause = f"ward_okay:{event.match}:{event.version}:{event.role}:{one.child_id}"
            talk.tell(one.child_id, "", okayed, talk.known.now, cause)


def listed(talk: Talk, asked: Version, child: int, programme: int, match: int) -> HandedOver:
    """For the coordinator's list, with what it is about: they have to agree."""
    text = json.dumps({"version": asked.number, **terms.kept(asked.terms)})
    return HandedOver(NewHandover(child, WAITS_FOR, text, talk.known.now, programme, match))
