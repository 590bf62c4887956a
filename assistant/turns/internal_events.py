"""News from inside: what the other side did, what time does, what a coordinator says."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from assistant.schedule import frequency_cap, quiet_hours
from assistant.schedule.quiet_hours import local
from assistant.turns import system_messages
from assistant.turns.batch_matches import Pair
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import effects, meetings, pauses
from assistant.turns.joining import Joined, join
from assistant.turns.run_stack import NUDGE_AFTER, Open
from flows import details
from storage.people.participants import Enrolment

News = Mapping[str, Any]

FRESH = timedelta(minutes=30)  # a question that somebody may be answering just now
URGENT = timedelta(minutes=5)  # beside a meeting that is near
NEAR = timedelta(hours=3)
LATE = timedelta(days=7)  # by which a check-in may come later without moving the next
A_MOMENT = timedelta(minutes=5)
PATIENCE = timedelta(days=2)  # until somebody who does not answer is the coordinator's
CHECK_INS = (7, 14, 30)  # days until the first, from there to the second, and to each after it


def hear(talk: Conversation, news: News) -> None:
    """Take the turn that a piece of news asks for."""
    if talk.person.stopped_at:
        return pauses.stop(talk) if news["kind"] == "stopped" else None
    morning = quiet_hours.within(talk.known.now, talk.person.zone)
    if morning > talk.known.now and not _at_any_time(talk, news):
        return talk.put_off(morning, news)
    return HEARD[news["kind"]](talk, news)


def _at_any_time(talk: Conversation, news: News) -> bool:
    """What they asked for just now, or what the morning would be too late for."""
    match news["kind"]:
        case "invited" | "answer" | "stopped":
            return True
        case "asked":
            thing = talk.waiting(news["handover"])
            return thing is not None and thing.kind == "worry"
        case "meeting" if news["what"] in meetings.NEEDED_BEFORE:
            return meetings.soon(news["slot"], talk.person.zone, talk.known.now)
        case _:
            return False


def _invited(talk: Conversation, news: News) -> None:
    join(talk, Joined(news["programme"], news["role"], dict(news["facts"])))


def _nudge(talk: Conversation, news: News) -> None:
    """Once, after a day, at the question where they fell silent."""
    run = talk.top
    if run is None or run.id != news["run"] or run.nudged or not _silent(talk, run):
        return None
    if not talk.agreed:
        return None
    seen = run.standing.answers.get("seen")
    if seen and datetime.fromisoformat(seen) <= talk.known.now:
        return talk.close(run)  # nobody need answer any more whether a time suits them
    if not _affordable(talk, news):
        return None
    run.nudged = True
    talk.say(system_messages.NUDGE)
    return talk.ask_again()


def _silent(talk: Conversation, run: Open) -> bool:
    """Whether nothing has come of a question for a day, also where this was put off."""
    return run.moved_at is None or run.moved_at + NUDGE_AFTER <= talk.known.now


def _status(talk: Conversation, news: News) -> None:
    """Nobody waits without a word: the next day is named, and kept in its turn."""
    one = _waits(talk, news)
    if one and _free(talk, news) and _affordable(talk, news):
        talk.say(system_messages.STILL_LOOKING)
        effects.promise(talk, one.programme_id, one.role)
        if talk.top or not details.left_to_ask({"profile": one.profile}):
            return talk.resume()
        talk.open("details", one.programme_id, one.role)
    return None


def _waits(talk: Conversation, news: News) -> Enrolment | None:
    """The enrolment in which they wait to be brought together with somebody."""
    for one in talk.known.enrolments:
        ours = one.programme_id == news["programme"] and one.role == news["role"]
        matched = any(pair.role(talk.person.id) == one.role for pair in talk.pairs.values())
        if ours and one.state == "ready" and not matched:
            return one
    return None


def _asked(talk: Conversation, news: News) -> None:
    """To a coordinator: something has come onto the list that should not wait."""
    if talk.waiting(news["handover"]) and _free(talk, news):
        programme = news["programme"]
        depth = talk.next_depth()
        talk.open("desk", programme, "coordinator", depth, {"handover": news["handover"]})


def _matched(talk: Conversation, news: News) -> None:
    pair = talk.pairs.get(news["match"])
    if pair is None or pair.closed or _rest(talk, news):
        return None
    check_in(talk, pair.id, talk.person.id, 1)
    if pair.role(talk.person.id) == "mentor":
        return talk.say(system_messages.MEET_MENTEE, **meetings.values(pair, talk.person.id))
    if _free(talk, news):
        talk.say(system_messages.MEET_MENTOR, **meetings.values(pair, talk.person.id))
        _speak_of(talk, pair)
    return None


def _meeting(talk: Conversation, news: News) -> None:
    """The other side did something: what still holds of it is told."""
    pair = talk.pairs.get(news["match"])
    if pair is not None and not pair.closed:
        return MEETINGS[news["what"]](talk, pair, news)
    return _gone(talk, pair, news) if news["what"] == "gone" else None


def _holds(talk: Conversation, pair: Pair, news: News, state: str) -> bool:
    """Whether that time is still spoken of so, and still to come."""
    same = pair.meeting.state == state and pair.meeting.slot == news["slot"]
    return same and not meetings.past(pair, talk.known.now)


def _asks(talk: Conversation, pair: Pair, news: News) -> bool:
    """Whether the other side's proposal still stands, and they can be asked about it now."""
    top, mine = talk.top, pair.meeting.by == pair.role(talk.person.id)
    seen = news["what"] == "proposed" and top and top.standing.answers.get("seen") == news["slot"]
    stands = not mine and not seen and _holds(talk, pair, news, "proposed")
    return stands and not _rest(talk, news) and _free(talk, news, pair)


def _proposed(talk: Conversation, pair: Pair, news: News) -> None:
    if _asks(talk, pair, news):
        _speak_of(talk, pair)


def _asking(talk: Conversation, pair: Pair, news: News) -> None:
    if _asks(talk, pair, news):
        talk.say(system_messages.STILL_WAITING, **meetings.values(pair, talk.person.id))
        _speak_of(talk, pair)


def _agreed(talk: Conversation, pair: Pair, news: News) -> None:
    if _holds(talk, pair, news, "booked"):
        _instead(talk, pair.id, system_messages.BOOKED, meetings.values(pair, talk.person.id))


def _moved(talk: Conversation, pair: Pair, news: News) -> None:
    mine = pair.meeting.by == pair.role(talk.person.id)
    if pair.meeting.state == "booked" or (pair.meeting.state == "proposed" and mine):
        return  # they have found the next time meanwhile
    shown = meetings.values(pair, talk.person.id) | {"at": news["slot"]}
    _instead(talk, pair.id, system_messages.MOVED, shown)


def _rests(talk: Conversation, pair: Pair, news: News) -> None:
    shown = meetings.values(pair, talk.person.id) | {"until": news["until"]}
    _instead(talk, pair.id, system_messages.RESTS, shown)


def _is_back(talk: Conversation, pair: Pair, news: News) -> None:
    talk.say(system_messages.BACK_AGAIN, **meetings.values(pair, talk.person.id))


def _gone(talk: Conversation, pair: Pair | None, news: News) -> None:
    """The other side has left; the coordinator takes it from here."""
    if pair is not None and pair.closed == "told":
        return None
    if pair is not None:  # else it was longer ago than can be taken back
        talk.put(replace(pair, closed="told"))
    shown = {"other": news["name"]}
    return _instead(talk, news["match"], system_messages.GONE, shown, pauses.ABOUT_BOTH)


def _reminder(talk: Conversation, news: News) -> None:
    pair = _booked(talk, news)
    if pair is None or meetings.past(pair, talk.known.now):
        return
    zone = talk.person.zone
    today = local(datetime.fromisoformat(news["slot"]), zone).date()
    soon = today == local(talk.known.now, zone).date()
    talk.outcome.reminder = talk.outcome.booked = True
    shown = meetings.values(pair, talk.person.id)
    talk.say(system_messages.TODAY if soon else system_messages.TOMORROW, **shown)


def _after(talk: Conversation, news: News) -> None:
    """The meeting is over: both are asked how it was, each in private."""
    pair = talk.pairs.get(news["match"])
    about = f"meeting:{news['slot']}"
    if pair is None or pair.closed or not _happened(talk, pair, news["slot"]):
        return
    if any(one.person_id == talk.person.id and one.about == about for one in pair.feedback):
        return
    if not _free(talk, news) or not _affordable(talk, news):
        return
    given = {"match": pair.id, "about": about}
    talk.open("feedback", pair.programme_id, pair.role(talk.person.id), talk.next_depth(), given)


def _happened(talk: Conversation, pair: Pair, slot: str) -> bool:
    """Whether that meeting was booked until its time; the first to be asked closes it."""
    if pair.meeting.slot == slot and pair.meeting.state == "booked":
        talk.put(meetings.over(pair))
        return True
    return slot in pair.over


def _check_in(talk: Conversation, news: News) -> None:
    pair = talk.pairs.get(news["match"])
    if pair is None or pair.closed or not _free(talk, news) or not _affordable(talk, news):
        return
    given = {"match": pair.id, "about": f"check_in:{news['number']}"}
    talk.open("check_in", pair.programme_id, pair.role(talk.person.id), talk.next_depth(), given)
    check_in(talk, pair.id, talk.person.id, int(news["number"]) + 1, str(news.get("day", "")))


def check_in(talk: Conversation, match: int, person: int, number: int, last: str = "") -> None:
    """The next check-in of one side: after a week, after three, and then every thirty days,
    counted from the day for which the last was meant, if that is not long ago."""
    days = CHECK_INS[min(number, len(CHECK_INS)) - 1]
    there = local(talk.known.now, talk.person.zone)
    since = date.fromisoformat(last) if last else there.date()
    if there.date() - since > LATE:
        since = there.date()
    day = since + timedelta(days=days)
    at = datetime.combine(day, effects.STATUS_HOUR, there.tzinfo)
    news = {"kind": "check_in", "match": match, "number": number, "day": day.isoformat()}
    talk.time(person, f"check_in:{match}:{number}", at.astimezone(talk.known.now.tzinfo), news)


def _unanswered(talk: Conversation, news: News) -> None:
    """They were told by when they hear: they do, and the second time a person takes over."""
    pair = talk.pairs.get(news["match"])
    mine = pair and pair.meeting.by == pair.role(talk.person.id)
    if (
        not pair
        or not mine
        or pair.meeting.state != "proposed"
        or pair.meeting.slot != news["slot"]
    ):
        return
    shown = meetings.values(pair, talk.person.id)
    if news["count"] > 1 or meetings.past(pair, talk.known.now):
        talk.hand_over("no_answer", "", pair.id)
        if meetings.past(pair, talk.known.now):
            talk.put(meetings.drop(talk, pair))
        return talk.say(system_messages.NO_ANSWER, **shown)
    there = local(talk.known.now, talk.person.zone)
    day = there.date() + PATIENCE
    at = datetime.combine(day, meetings.ANSWERED_BY, there.tzinfo).astimezone(talk.known.now.tzinfo)
    cause = f"unanswered:{pair.id}:{news['slot']}:2"
    talk.time(talk.person.id, cause, at, dict(news) | {"count": 2})
    meetings.tell(talk, pair, "asking")
    return talk.say(system_messages.STILL_ASKING, **shown | {"day": day.isoformat()})


def _answer(talk: Conversation, news: News) -> None:
    """A person's own words; what is written back within some days is for them."""
    effects.listen(talk)
    talk.say(system_messages.RELAYED, from_name=news["name"], words=news["words"])
    talk.outcome.person["echo"] = {"heard_from": talk.known.now.isoformat()}


def _back(talk: Conversation, news: News) -> None:
    """The day has come until which they wanted a rest; the words may have to come later."""
    until, late = talk.person.paused_until, news.get("late")
    if (until and until > talk.known.now) or not (until or late):
        return
    pauses.come_back(talk)
    if _affordable(talk, dict(news) | {"late": True}):
        talk.say(system_messages.WELCOME_BACK)
        talk.resume()


def _stopped(talk: Conversation, news: News) -> None:
    """They had stopped, and have come back since."""


def _booked(talk: Conversation, news: News) -> Pair | None:
    """The match, while the meeting at that time is still booked."""
    pair = talk.pairs.get(news["match"])
    stands = pair and not pair.closed and pair.meeting.state == "booked"
    return pair if pair and stands and pair.meeting.slot == news["slot"] else None


def _speak_of(talk: Conversation, pair: Pair) -> None:
    role = pair.role(talk.person.id)
    talk.open("meeting", pair.programme_id, role, talk.next_depth(), {"match": pair.id})


def _instead(
    talk: Conversation,
    match: int,
    msgid: str,
    shown: Mapping[str, Any],
    flows: tuple[str, ...] = ("meeting",),
) -> None:
    """Things have changed: a question about them is over, and the one below is open again."""
    before = talk.top
    talk.close_about(match, flows)
    talk.say(msgid, **shown)
    if talk.top is not before:
        talk.resume()


def _rest(talk: Conversation, news: News) -> bool:
    """Whether they rest; then nothing is asked before that is over."""
    until = talk.person.paused_until
    if until is None or until <= talk.known.now:
        return False
    talk.put_off(until, news)
    return True


def _free(talk: Conversation, news: News, pair: Pair | None = None) -> bool:
    """Whether no fresh question is open; else this news waits until it is answered, or old."""
    top, now = talk.top, talk.known.now
    if top is None or top.moved_at is None:
        return True
    near = pair and datetime.fromisoformat(pair.meeting.slot) - now < NEAR
    until = top.moved_at + (URGENT if near else FRESH)
    if until <= now:
        return True
    talk.wait(min(until, now + FRESH), news)  # the clock may have been set back
    return False


def _affordable(talk: Conversation, news: News) -> bool:
    """Whether the budget allows it, or they rest; else this news comes again when it may."""
    talk.outcome.reminder = True
    now, person = talk.known.now, talk.person
    spent = talk.known.rare.spent.get(person.id, ())
    at = frequency_cap.next_at(spent, now, person.zone, person.fewer)
    if person.paused_until and news["kind"] != "back":
        # Who is back hears that first, even where both are due at the same moment.
        rested = person.paused_until + A_MOMENT
        at = max(at, rested) if now < rested else at
    if at <= now:
        return True
    talk.put_off(at, news)
    return False


MEETINGS: Mapping[str, Callable[[Conversation, Pair, News], None]] = {
    "proposed": _proposed,
    "asking": _asking,
    "booked": _agreed,
    "moved": _moved,
    "rest": _rests,
    "back": _is_back,
    "gone": _gone,
}
HEARD: Mapping[str, Callable[[Conversation, News], None]] = {
    "invited": _invited,
    "silent": _nudge,
    "waiting": _status,
    "asked": _asked,
    "matched": _matched,
    "meeting": _meeting,
    "reminder": _reminder,
    "after": _after,
    "check_in": _check_in,
    "unanswered": _unanswered,
    "answer": _answer,
    "back": _back,
    "stopped": _stopped,
}
