"""One of a match writes to the other: it goes across, waits, is held for a person, or cannot go."""

from assistant.channels import Kind
from assistant.coordinators import held_texts
from assistant.coordinators.held_texts import Held
from assistant.internal_events.of_relay import TextRelayed
from assistant.programmes import relaying
from assistant.programmes.relaying import Relay
from assistant.safeguarding.crossing import boundaries, contacts
from assistant.safeguarding.crossing.boundaries import Boundary
from assistant.safeguarding.crossing.contacts import Detail
from assistant.schedule import quiet_hours
from assistant.turns import system_messages
from assistant.turns.batch_matches import Pair
from assistant.turns.context import Lacking
from assistant.turns.facts import rests_until
from assistant.turns.handlers import holds, meetings
from assistant.turns.relaying import texts
from assistant.turns.relaying.outcome import Crossing
from assistant.turns.talk import Talk
from assistant.turns.text_meetings import known as text_meetings
from flows.lifecycles.match import MatchState
from storage.mentoring.relayed import NewRelayed, Wrote

PICTURES = (Kind.PHOTO, Kind.ALBUM, Kind.VOICE, Kind.OTHER)
AT_A_MEETING = 3  # times as many texts as on another day may go across where two meet by text


def send(talk: Talk, pair: Pair, words: str) -> bool:
    """Pass these words on, in one line, so that no part of them looks as if it were by somebody
    else; whether anything was said to who wrote them."""
    words = " ".join(words.split())
    if stays(talk, pair, words):
        return True
    other, now = pair.other(talk.person.id), talk.known.now
    before, why = _last(talk, pair), sign(talk, pair.programme_id, words)
    row = (talk.known.message.id, pair.id, talk.person.id)
    crossing, meets = crossing_of(talk), text_meetings.on(pair, now)
    most = _settings(talk, pair).a_day * (AT_A_MEETING if meets else 1)
    many = before is not None and before.lately >= most
    if why is not None:
        crossing.sent.append(NewRelayed(*row, "held", words, now))
        talk.hand_over(held_texts.HELD, Held(row[0], why, words).stored(), pair.id)
    elif not many:
        mine = pair.side(talk.person.id).name or "?"
        first = before is None and not meets  # of a meeting they have been told how it goes
        event = TextRelayed(pair.id, mine, words, talk.known.message.id, first)
        crossing.sent.append(NewRelayed(*row, "across", words, now))
        talk.tell(other.id, "", event, now, held_texts.cause_of(talk.known.message.id))
    if isinstance(why, Detail):
        talk.say(texts.DETAIL, other=other.name or "?")
        return True
    # As if it went: whoever crosses a boundary, and who would read it, hears nothing of that.
    pictured = warn_of_picture(talk, pair)
    if many:
        talk.say(texts.MANY, other=other.name or "?", most=most)
    return many or _waits(talk, pair, before) or pictured


def warn_of_picture(talk: Talk, pair: Pair) -> bool:
    """Whether the words stood under a picture or a file, of which they hear that it stays here."""
    pictured = talk.known.message.kind in PICTURES
    if pictured:
        talk.say(texts.ONLY_WORDS, other=pair.other(talk.person.id).name or "?")
    return pictured


def crossing_of(talk: Talk) -> Crossing:
    if talk.outcome.crossing is None:
        talk.outcome.crossing = Crossing()
    return talk.outcome.crossing


def open_to(talk: Talk, pair: Pair) -> bool:
    """Whether words could go across just now."""
    rest = (rests_until(side, talk.known.now) for side in (pair.mentor, pair.mentee))
    return not (pair.closed or pair.quiet or any(rest)) and _settings(talk, pair).on


def _settings(talk: Talk, pair: Pair) -> Relay:
    return relaying.of(talk.known.programmes.get(pair.programme_id))


def crosses(talk: Talk, pair: Pair, words: str) -> bool:
    """Whether there is a sign of a boundary in it."""
    return isinstance(sign(talk, pair.programme_id, words), Boundary)


def held(talk: Talk, pair: Pair, words: str) -> bool:
    """Whether a person should look at it before it goes across."""
    return sign(talk, pair.programme_id, words) is not None


def stays(talk: Talk, pair: Pair, words: str) -> bool:
    """Whether nothing goes from one to the other just now, which is said; of what is on hold, or
    goes across nowhere in the programme, the coordinator hears."""
    held = pair.state is MatchState.SUSPENDED
    if held and words:
        talk.hand_over("relay", words, pair.id)
        holds.say(talk, pair, system_messages.ON_HOLD_TOLD)
        return True
    if pair.closed:
        meetings.gone(talk, pair)
        return True
    msgid = _why(talk, pair)
    if not msgid:
        return False
    if words and not _settings(talk, pair).on:
        talk.hand_over("relay", words, pair.id)
    rests = [rests_until(side, talk.known.now) for side in (pair.mentor, pair.mentee)]
    until = next(filter(None, rests), "")
    talk.say(msgid, other=pair.other(talk.person.id).name or "?", until=until)
    return True


def _why(talk: Talk, pair: Pair) -> str:
    """What is said of it; "" where words can go across."""
    other, me = pair.other(talk.person.id), pair.side(talk.person.id)
    if not _settings(talk, pair).on:
        return system_messages.TOLD
    if pair.quiet:
        return texts.OFF_BY_ME if pair.role(me.id) in pair.quiet else texts.OFF
    if rests_until(other, talk.known.now):
        return texts.RESTS
    return texts.MY_REST if rests_until(me, talk.known.now) else ""


def sign(talk: Talk, programme_id: int | None, words: str) -> Boundary | Detail | None:
    """What a person should look at before it goes across. Where numbers are let through, a mere
    hint at another way to talk is none."""
    programme = talk.known.programmes.get(programme_id or 0)
    coordinator = str(programme.settings["coordinator"]) if programme else ""
    if found := boundaries.listed(words, coordinator):
        return found
    holds = relaying.of(programme).contact_details == "hold"
    if holds and (detail := contacts.find(words)):
        return detail
    hinted = boundaries.hinted(words, coordinator)
    return hinted if holds or hinted is not Boundary.APP else None


def _last(talk: Talk, pair: Pair) -> Wrote | None:
    """When they wrote to the other last, and how often of late."""
    if pair.id not in talk.known.rare.relayed:
        raise Lacking("relayed", person=pair.id)
    return talk.known.rare.relayed[pair.id].get(talk.person.id)


def _waits(talk: Talk, pair: Pair, before: Wrote | None) -> bool:
    """Whether it waits for the other's hours, which is said once a night; in a meeting by text
    nothing waits."""
    other, now = pair.other(talk.person.id), talk.known.now
    morning = quiet_hours.within(now, other.zone)
    if morning == now or text_meetings.on(pair, now):
        return False
    if before is None or quiet_hours.within(before.at, other.zone) != morning:
        talk.say(texts.LATER, other=other.name or "?")
    return True
