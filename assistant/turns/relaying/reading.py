"""A coordinator reads what two people have written to each other, as all have been told."""

from assistant.coordinators import people
from assistant.rendering.prompts import Reader, render
from assistant.schedule.quiet_hours import local
from assistant.turns import outbound
from assistant.turns.context import Lacking
from assistant.turns.lookups import Between
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.engine.text import _
from storage.mentoring.relayed import WENT, Said

# NOTE: To a coordinator, about two people who write to each other; their newest texts follow.
NEWEST = _(
    "{who} and {other}: days with a conversation by text in the last 30: {days}. The newest:\n"
    "{words:relayed}"
)
NOTHING = _("{who} and {other} haven't written to each other yet.")
# NOTE: One of these texts; the second was held and did not go across, the third is kept no more.
LINE = _("{who}, {day:when}: {words:relayed}")
STAYED = _("{who}, {day:when} (didn't go across): {words:relayed}")
GONE = _("{who}, {day:when}: the words are kept no more.")
APART = _("{who} is together with nobody just now.")
SHOWN = 6  # of each match


def read(talk: Talk, run: Open, person: int) -> None:
    """The newest of each match of somebody who has just been found among the people."""
    assert run.programme_id is not None
    everybody = talk.everybody(run.programme_id)
    if person not in talk.known.rare.between:
        raise Lacking("between", person=person)
    found, reader = talk.known.rare.between[person], outbound.reader_of(talk.known, talk.language)
    theirs = [one for one in everybody.of.get(person, ()) if one.state != people.OFFERED]
    if not theirs:
        return talk.say(APART, who=everybody.name(person))
    for one in theirs:
        names = {each: everybody.name(each) for each in (one.mentor_id, one.mentee_id)}
        shown = {"who": names[person], "other": names[people.other(one, person)]}
        if lines := _lines(found, one.id, names, reader):
            days = len(found.days.get(one.id, ()))
            talk.say(NEWEST, **shown, days=days, words="\n".join(lines))
        else:
            talk.say(NOTHING, **shown)
    return None


def _lines(found: Between, match: int, names: dict[int, str], reader: Reader) -> list[str]:
    theirs = [one for one in found.newest if one.match_id == match][-SHOWN:]
    return [_line(one, names, reader) for one in theirs]


def _line(one: Said, names: dict[int, str], reader: Reader) -> str:
    day = local(one.created_at, reader.zone).date().isoformat()
    msgid = GONE if one.text is None else LINE if one.state in WENT else STAYED
    values = {"who": names.get(one.person_id, "?"), "day": day, "words": one.text or ""}
    return render(msgid, values, reader)
