"""The twelve promises, each judged by what everybody was told, wrote, and is kept of it.

A judge says what is wrong, in words, and how many cases it has looked at: a judge that has seen
nothing has proven nothing.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, time, timedelta
from typing import NamedTuple

from assistant.schedule.quiet_hours import local
from tests.year import reasons
from tests.year.people import HARM, MUDDLES, REPLIES
from tests.year.record import Record, Row, Said, Sent

_HARM = set(HARM.values())
DAY, WEEK = timedelta(days=1), timedelta(days=7)
JUST_NOW = timedelta(minutes=10)  # what follows from what somebody wrote comes within that
FIRST, LAST = time(9), time(20)


class Verdict(NamedTuple):
    """What is wrong, and how many cases there were."""

    wrong: Sequence[str]
    cases: int


Judge = Callable[[Record], Verdict]

# 1. No link ever needs opening.

LINK = re.compile(r"https?:|www\.|\b[\w-]+\.(?:com|org|net|me|io|app|us|link)\b", re.IGNORECASE)


def no_link_needs_opening(record: Record) -> Verdict:
    """Nothing that anybody is sent holds an address to open."""
    wrong = [_told(one) for one in record.sent if LINK.search(one.text)]
    return Verdict(wrong, len(record.sent))


# 2. Never a reserved word.

# https://support.twilio.com/hc/en-us/articles/223134027, and what carriers add by law.
CARRIERS = "STOPALL|UNSUBSCRIBE|CANCEL|END|QUIT|REVOKE|OPTOUT|UNSTOP|YES|INFO|STOP|START|HELP"
LOUD = re.compile(rf"\b({CARRIERS})\b")
OFFERED = re.compile(rf"^\d[.)]? ({CARRIERS})$", re.IGNORECASE | re.MULTILINE)
# What a programme has to say by law: how to stop, to come back, and to get help.
BY_LAW = {"STOP", "START", "HELP"}


def no_reserved_word(record: Record) -> Verdict:
    """No text asks for a word that a carrier takes as its own, but where the law wants it said."""
    first = {one.person: one.id for one in reversed(record.sent)}
    wrong = []
    for one in record.sent:
        found = set(LOUD.findall(one.text))
        by_law = one.kind in ("compliance", "stranger") or _tells_rules(one, first)
        if OFFERED.search(one.text) or (found - BY_LAW if by_law else found):
            wrong.append(_told(one))
    return Verdict(wrong, len(record.sent))


def _tells_rules(one: Sent, first: dict[int, int]) -> bool:
    """The first text to somebody, and what answers HELP or a carrier's word."""
    return one.id <= first[one.person] + 2 or (one.priority <= 0 and "STOP" in one.text)


# 3. Never outside hours.


def never_outside_hours(record: Record) -> Verdict:
    """Between 20:00 and 9:00 where they live nobody hears what they have not just asked for,
    but of harm, and of a meeting within two hours."""
    starts = _starts(record)
    wrong, at_night = [], 0
    for person, theirs in record.to.items():
        zone, wrote = _zone(record, person), [one.at for one in record.by[person]]
        for one in theirs:
            if FIRST <= local(one.at, zone).time() < LAST:
                continue
            at_night += 1
            near = any(
                timedelta() <= at - one.at <= 2 * timedelta(hours=1) for at in starts[person]
            )
            if not (_just_wrote(wrote, one.at) or near or _of_harm(record, one)):
                wrong.append(f"{local(one.at, zone):%a %H:%M} {_told(one)}")
    return Verdict(wrong, at_night)


# 4. Never over budget.


def never_over_budget(record: Record) -> Verdict:
    """Of what nobody asked for at most one a day and three a week; one a week after FEWER."""
    wrong, cases = [], 0
    for person, theirs in record.to.items():
        zone, at_once = _zone(record, person), _of_own_accord(record, person, theirs)
        cases += len(at_once)
        days = Counter(local(at, zone).date() for at in at_once)
        wrong += [f"{record.name(person)}: {n} on {day}" for day, n in days.items() if n > 1]
        fewer = _since_fewer(record, person)
        for n, at in enumerate(at_once):
            most = 1 if fewer and fewer < at - WEEK else 3
            in_week = n + 1 - bisect_right(at_once, at - WEEK)
            if in_week > most:
                wrong.append(f"{record.name(person)}: {in_week} in the week up to {at}")
    return Verdict(wrong, cases)


def _of_own_accord(record: Record, person: int, theirs: Sequence[Sent]) -> list[datetime]:
    """When something came that is no answer, no reminder and nothing that somebody did."""
    return sorted(
        {one.at for one in theirs if one.priority > 0 and one.kind not in ("reminder", "relayed")}
    )


def _since_fewer(record: Record, person: int) -> datetime | None:
    if person not in record.people or not record.people[person]["fewer"]:
        return None
    asked = [one.at for one in record.by[person] if one.place == "fewer.less" and one.text == "1"]
    return max(asked, default=None)


# 5. Nobody waits without a status.

LONGEST = timedelta(days=8)  # until the day that was named, and over a weekend


def nobody_waits_without_a_status(record: Record) -> Verdict:
    """Whoever waits for others hears from us again and again, as long as it lasts."""
    wrong = []
    found = waits(record)
    for (person, what), (since, until) in found.items():
        heard = [one.at for one in record.to.get(person, ()) if since - DAY <= one.at <= until]
        for before, after in zip([since, *heard], [*heard, until], strict=True):
            if after - before > LONGEST:
                wrong.append(f"{record.name(person)} waits for {what}: {before} until {after}")
    return Verdict(wrong, len(found))


def waits(record: Record) -> dict[tuple[int, str], tuple[datetime, datetime]]:
    """From when until when each waits, seen at noon day by day."""
    seen: dict[tuple[int, str], list[datetime]] = defaultdict(list)
    for one in record.waiting:
        seen[one.person, one.what].append(one.at)
    found: dict[tuple[int, str], tuple[datetime, datetime]] = {}
    for (person, what), days in seen.items():
        begun = days[0]
        for before, after in zip(days, [*days[1:], None], strict=True):
            if after is None or after - before > DAY * 1.5:
                found[person, f"{what} ({begun:%d %b})"] = (begun, before)
                begun = after or before
    return found


# 6. Opt-out instant and everywhere.


def opt_out_is_instant_and_everywhere(record: Record) -> Verdict:
    """After STOP there is one confirmation, and then nothing on any phone of theirs until START."""
    wrong, cases = [], 0
    for person, said in record.by.items():
        for n, one in enumerate(said):
            if one.text != "STOP":
                continue
            cases += 1
            back = next((more.at for more in said[n + 1 :] if more.text == "START"), record.ended)
            after = [
                sent
                for sent in record.to.get(person, ())
                if one.at <= sent.at < back and (sent.at, sent.id) > (one.at, _before(record, one))
            ]
            later = [sent for sent in after if sent.at > one.at or sent.kind != "compliance"]
            wrong += [f"after STOP: {_told(sent)}" for sent in later if sent.kind != "compliance"]
            if len([sent for sent in after if sent.at == one.at]) != 1:
                wrong.append(f"{record.name(person)} got {len(after)} confirmations at {one.at}")
    return Verdict(wrong, cases)


def _before(record: Record, said: Said) -> int:
    """The last text that was handed over before they wrote it."""
    earlier = [one.id for one in record.to.get(said.person, ()) if one.at < said.at]
    return max(earlier, default=0)


# 7. Safety beats every flow.

HELPLINE = "988"


def safety_beats_every_flow(record: Record) -> Verdict:
    """Whatever is open, words of harm are answered at once with where there is help, somebody is
    paged at once, and the words are no answer to anything."""
    wrong, cases = [], 0
    for person, said in record.by.items():
        for one in said:
            if one.text not in _HARM:
                continue
            cases += 1
            at_once = [s for s in record.to.get(person, ()) if s.at == one.at]
            if not any(HELPLINE in sent.text for sent in at_once):
                wrong.append(
                    f"{record.name(person)} wrote {one.text!r} at {one.place!r}: {at_once}"
                )
            paged = [
                row for row in record.rows("pages") if one.at <= row["at"] <= one.at + JUST_NOW
            ]
            if not paged:
                wrong.append(f"nobody was paged when {record.name(person)} wrote {one.text!r}")
    for sent in record.sent:
        if any(words in sent.text for words in _HARM) and sent.person not in record.staff:
            wrong.append(f"repeated: {_told(sent)}")
    return Verdict(wrong, cases)


# 8. A named human ends every alert.


def a_named_human_ends_every_alert(record: Record) -> Verdict:
    """Pages go on until somebody of the staff has it, by name, and whoever said it hears who."""
    wrong = []
    for row in record.rows("concerns"):
        who, what = row["acknowledged_by"], f"concern {row['id']} of {row['opened_at']}"
        if not who or who not in record.names.values():
            wrong.append(f"nobody has {what}")
            continue
        pages = sorted(one["at"] for one in record.rows("pages") if one["concern_id"] == row["id"])
        for before, after in zip(pages, [*pages[1:], row["acknowledged_at"]], strict=True):
            if after - before > timedelta(minutes=15):
                wrong.append(f"{what}: nobody was paged from {before} until {after}")
        told = [s for s in record.to.get(row["person_id"], ()) if s.at >= row["opened_at"]]
        at_once = row["acknowledged_at"] == row["closed_at"]  # by who coordinates, on the list
        if not at_once and not any(who in one.text for one in told):
            wrong.append(f"{what}: nobody was told that {who} has it")
        if row["closed_at"] is None and record.ended - row["opened_at"] > WEEK:
            wrong.append(f"nobody has ended {what}")
    return Verdict(wrong, len(record.rows("concerns")))


# 9. Every match has reasons and a human approval.


APPROVED = ("pairing.use", "pairing.then", "pairing.confirm")


def every_match_has_reasons_and_an_approval(record: Record) -> Verdict:
    """A coordinator said so, about these two, before anybody was asked; and both read why."""
    wrong, cases = [], 0
    for row in record.rows("matches"):
        mentor, mentee = row["mentor_id"], row["mentee_id"]
        if not all((record.people.get(one) or {}).get("name") for one in (mentor, mentee)):
            continue  # of who is erased no word is left
        what = f"match {row['id']} of {record.name(mentor)} and {record.name(mentee)}"
        asked = {
            person: _asked_about(record, person, other)
            for person, other in ((mentor, mentee), (mentee, mentor))
        }
        cases += 1
        approved = _approvals(record, row["paired_by"], record.name(mentee))
        first = min((one.at for some in asked.values() for one in some), default=record.ended)
        if row["paired_by"] not in record.staff or not approved or min(approved) > first:
            wrong.append(f"{what}: nobody approved it before they were asked")
        if not (row["reason"] or row["reasons"]):
            wrong.append(f"{what}: there is no reason")
        for person, texts in asked.items():
            if texts and not any(reasons.read(record, row, person, one.text) for one in texts):
                wrong.append(f"{what}: no reason in {[one.text for one in texts]}")
    return Verdict(wrong, cases)


def _approvals(record: Record, coordinator: int, mentee: str) -> list[datetime]:
    """When that coordinator said yes to a question about that mentee."""
    read = record.to.get(coordinator, [])
    found = []
    for one in record.by[coordinator]:
        if one.place in APPROVED and one.text == "1":
            n = bisect_right(read, one.at - timedelta(seconds=1), key=lambda sent: sent.at)
            if any(re.search(rf"\b{mentee}\b", sent.text) for sent in read[max(0, n - 3) : n]):
                found.append(one.at)
    return found


def _asked_about(record: Record, person: int, other: int) -> list[Sent]:
    """The texts in which somebody is asked for the first time whether they would meet somebody."""
    name = re.compile(rf"\b{record.name(other)}\b")
    theirs = record.to.get(person, [])
    first = next(
        (
            s
            for s in theirs
            if s.place in ("offer.want", "introduction.want") and name.search(s.text)
        ),
        None,
    )
    return [s for s in theirs if first and s.at == first.at and s.id <= first.id]


# 10. Every pair ends with a goodbye path.

SOON = timedelta(days=4)  # at a weekend, after quiet hours, behind other news


def every_pair_ends_with_a_goodbye(record: Record) -> Verdict:
    """What ends as planned was announced, ends in a few words for each other, and is told; what
    ends otherwise is told to who stays. Nothing just fades."""
    wrong, cases = [], 0
    for row in record.rows("matches"):
        what = f"match {row['id']}"
        if row["closed_at"] is None and (row["last_on"] or "9999") < _weeks_ago(record):
            wrong.append(f"{what} was to end on {row['last_on']}")
        if row["closed_at"] is None or row["state"] == "offered" or row["id"] not in _met(record):
            continue
        cases += 1
        planned = row["last_on"] and row["closed_at"].date().isoformat() > row["last_on"]
        for person, other in _both(row):
            wrong += [f"{what}: {one}" for one in _parted(record, row, person, other, planned)]
    return Verdict(wrong, cases)


def _weeks_ago(record: Record) -> str:
    """Last days before it are over, even where the two were about to agree on another."""
    return (record.ended - 3 * WEEK).date().isoformat()


def _met(record: Record) -> set[int]:
    """Matches to which both have said yes."""
    asked = {row["match_id"] for row in record.rows("agreements") if row["state"] != "asked"}
    booked = {row["match_id"] for row in record.rows("meetings") if row["booked_at"]}
    return asked | booked


def _both(row: Row) -> tuple[tuple[int, int], tuple[int, int]]:
    return (row["mentor_id"], row["mentee_id"]), (row["mentee_id"], row["mentor_id"])


def _parted(record: Record, row: Row, person: int, other: int, planned: object) -> Iterator[str]:
    """What was left out towards one of the two."""
    end = row["closed_at"]
    if end > record.ended - SOON or not _reached(record, person, end):
        return
    theirs, name = record.to.get(person, []), _called(record, other)
    after = [one for one in theirs if end <= one.at <= end + SOON]
    went = any(s.at <= end <= s.at + DAY and s.text in GOES for s in record.by[person])
    if not went and not any(name in one.text for one in after):
        yield f"{record.name(person)} was not told that it is over with {name}"
    if not planned:
        return
    rested = any(one.text == "PAUSE" and end - 6 * WEEK < one.at < end for one in record.by[person])
    if not rested and not any(one.place == "more_time.next" and one.at < end for one in theirs):
        yield f"{record.name(person)} was not asked before the end"
    if not any(one.place == "goodbye.words" and abs(one.at - end) < WEEK * 2 for one in theirs):
        yield f"{record.name(person)} was asked for no last words to {name}"
    given = [
        said
        for said in record.by[other]
        if said.place == "goodbye.words" and said.text in LAST_WORDS
        if abs(said.at - end) < WEEK * 2
    ]
    if given and not any(given[-1].text in one.text for one in theirs if one.at >= given[-1].at):
        yield f"{record.name(person)} never got {given[-1].text!r}"


GOES = ("STOP", "LEAVE", "FORGET", "1")  # after which it is they who have ended it
LAST_WORDS = REPLIES["goodbye.words"]


def _reached(record: Record, person: int, at: datetime) -> bool:
    """Whether they wanted texts then, and were there."""
    there = record.people.get(person)
    if there is None or there["stopped_at"] or there["paused_until"]:
        return False
    return not any(
        one.text in ("STOP", "FORGET", "LEAVE") and one.at <= at + SOON for one in record.by[person]
    )


def _called(record: Record, person: int) -> str:
    """What somebody is called, also once they are erased."""
    phones = {one.to for one in record.to.get(person, ())} | {one.by for one in record.by[person]}
    return next((record.names[one] for one in phones if one in record.names), "?")


# 11. Resume after any interruption or restart.


def resumes_after_any_interruption(record: Record) -> Verdict:
    """Nothing that was said is lost or set aside, nothing left on its way, nothing came twice."""
    wrong = []
    for row in record.rows("messages"):
        if (
            row["direction"] == "in"
            and row["answered_at"] is None
            and row["created_at"] < record.ended - DAY
        ):
            wrong.append(f"unanswered: {row['text']!r} of {row['created_at']}")
        if row["aside_at"]:
            wrong.append(f"set aside: {row['text']!r} ({row['code']})")
        if row["direction"] == "out" and row["status"] in ("sending", "unknown", "failed"):
            wrong.append(f"{row['status']}: {row['text']!r} of {row['created_at']}")
    wrong += [f"twice: message {one}" for one, times in record.handed.items() if times > 1]
    return Verdict(wrong, record.deaths)


# 12. Your data back by text.


OWN = ("intake.hopes", "mentor_intake.been", "intake.name", "mentor_intake.name")


def data_back_by_text(record: Record) -> Verdict:
    """MYDATA brings back at once what somebody has told, in their own words; FORGET, once it is
    confirmed, leaves nothing of them, and nothing more is sent to them."""
    wrong, cases = [], 0
    for person, said in record.by.items():
        for n, one in enumerate(said):
            read = " ".join(s.text for s in record.to.get(person, ()) if s.at == one.at)
            if one.text == "MYDATA" and _joined(record, said[:n]):
                cases += 1
                told = [_latest(said[:n], place) for place in OWN]
                wrong += [
                    f"{_called(record, person)} did not get back {words!r}: {read!r}"
                    for words in told
                    if words and words not in read
                ]
            if one.place == "forgetting.sure" and one.text == "1":
                cases += 1
                wrong += _left_of(record, person, one.at)
    return Verdict(wrong, cases)


def _joined(record: Record, said: Sequence[Said]) -> bool:
    """Whether they still take part, as far as they have said."""
    return any(one.place in OWN for one in said) and not any(
        one.text in ("STOP", "LEAVE", "FORGET") for one in said
    )


def _latest(said: Sequence[Said], place: str) -> str:
    """What they answered there at last, where it is an answer."""
    given = [one.text for one in said if one.place == place and one.text not in MUDDLES]
    return given[-1] if given else ""


def _left_of(record: Record, person: int, at: datetime) -> Iterator[str]:
    """What is left of who wished to be forgotten."""
    if at > record.ended - DAY:
        return
    name = re.compile(rf"\b{_called(record, person)}\b")
    if person in record.people and record.people[person]["name"]:
        yield f"{_called(record, person)} is known still"
    for table_, rows in record.tables.items():
        for row in rows:
            found = [key for key, value in row.items() if name.search(str(value))]
            if found:
                yield f"{table_} {row['id']} {found} names {name.pattern}: {row[found[0]]!r}"
    wrote = [one.at for one in record.by[person]]
    for one in record.to.get(person, ()):
        if one.at > at and not _just_wrote(wrote, one.at):
            yield f"after FORGET: {_told(one)}"


# What several judges look at.


def _told(one: Sent) -> str:
    return f"{one.at:%d %b %H:%M} to {one.to[1]} [{one.kind}/{one.priority}]: {one.text!r}"


def _zone(record: Record, person: int) -> str:
    return record.zones.get(person) or str(record.people[person]["zone"])


def _just_wrote(wrote: Sequence[datetime], at: datetime) -> bool:
    n = bisect_right(wrote, at)
    return n > 0 and at - wrote[n - 1] <= JUST_NOW


def _starts(record: Record) -> dict[int, list[datetime]]:
    """When each meets somebody, as far as it was booked."""
    pairs = {row["id"]: (row["mentor_id"], row["mentee_id"]) for row in record.rows("matches")}
    found: dict[int, list[datetime]] = defaultdict(list)
    for row in record.rows("meetings"):
        for person in pairs.get(row["match_id"], ()):
            if row["booked_at"]:
                found[person].append(row["starts_at"])
    return found


def _of_harm(record: Record, one: Sent) -> bool:
    """A page, or news of a concern to whoever said it."""
    return one.kind == "page" or any(
        row["person_id"] == one.person and row["opened_at"] <= one.at <= row["opened_at"] + DAY
        for row in record.rows("concerns")
    )


JUDGES: dict[str, Judge] = {
    "No link ever needs opening": no_link_needs_opening,
    "Never a reserved word": no_reserved_word,
    "Never outside hours": never_outside_hours,
    "Never over budget": never_over_budget,
    "Nobody waits without a status": nobody_waits_without_a_status,
    "Opt-out instant and everywhere": opt_out_is_instant_and_everywhere,
    "Safety beats every flow": safety_beats_every_flow,
    "A named human ends every alert": a_named_human_ends_every_alert,
    "Every match has reasons and a human approval": every_match_has_reasons_and_an_approval,
    "Every pair ends with a goodbye path": every_pair_ends_with_a_goodbye,
    "Resume after any interruption or restart": resumes_after_any_interruption,
    "Your data back by text": data_back_by_text,
}
