"""What somebody writes in a meeting by text: it goes straight across, and is not asked about."""

from dataclasses import replace

from assistant.internal_events.of_text_meetings import TextMeetingLonger
from assistant.turns.batch_matches import Pair
from assistant.turns.context import Lacking
from assistant.turns.conversation import Conversation
from assistant.turns.handlers import silence
from assistant.turns.relaying import sending
from assistant.turns.replies import unsure
from assistant.turns.text_meetings import known, texts, times
from assistant.understanding import longer, patterns
from assistant.understanding.keywords import Heard, Keyword
from flows.lifecycles import text_meeting

# What somebody may want of us all the same: it is asked about.
RIGHTS = tuple((Keyword.INQUIRY, topic) for topic in ("delete", "know"))
# What both may see of somebody's answer anyway.
OF_BOTH = ("meeting", "agreement", "more_time", "lesson")


def across(talk: Conversation, text: str, heard: Heard | None) -> bool:
    """Whether a meeting by text is under way, and these words were for the other."""
    theirs = known.under_way(talk)
    if not theirs or (heard and _for_us(talk, text, heard)):
        return False
    words, (pair, *others) = talk.known.message.text, theirs
    silence.end(talk)
    if others:
        unsure.offer(talk, theirs, words)
    elif minutes := longer.find(text):
        _lengthen(talk, pair, minutes)
    elif _may_answer(talk, pair, text):
        unsure.offer_beside(talk, pair, words)
    elif heard and (heard.word, heard.rest) in RIGHTS:
        unsure.offer(talk, [pair], words)
    else:
        sending.send(talk, pair, words)
    return True


def _for_us(talk: Conversation, text: str, heard: Heard) -> bool:
    """Whether it is a word of ours, as we print it; "why?" and "back now" are for the other. Who
    is named in "tell dana …" is told."""
    if heard.word in (Keyword.STOP, Keyword.DOUBT, Keyword.HELP, Keyword.MENU):
        return True
    if heard.word is Keyword.RELAY:
        named = [pair.other(talk.person.id).name or "" for pair in known.under_way(talk)]
        people = (str(talk.facts()["coordinator"]), *named)
        return any(heard.rest in patterns.words(name) for name in people)
    first = next(iter(text.split()), "")
    whole = text if heard.word is not Keyword.ASK else first
    return first.startswith("/") or (whole.isupper() and len(first) > 1)


def _may_answer(talk: Conversation, pair: Pair, text: str) -> bool:
    """Whether it may answer what they were asked before, which the other should not see: the first
    words that they write, and later whatever would be an answer there."""
    run = talk.stack.spoken_to()
    if run is None or run.flow.name in OF_BOTH:
        return False
    if pair.id not in talk.known.rare.relayed:
        raise Lacking("relayed", person=pair.id)
    before, began = talk.known.rare.relayed[pair.id].get(talk.person.id), pair.meeting.began
    first = before is None or began is None or before.at < began
    return first or talk.understands(run, text)


def _lengthen(talk: Conversation, pair: Pair, minutes: int) -> None:
    """Either of the two can: the other hears of it, and need not stay."""
    wished, now = talk.known.message.created_at, talk.known.now
    after = replace(pair, meeting=text_meeting.longer(pair.meeting, minutes, wished, now))
    assert after.meeting.ends is not None
    ends = after.meeting.ends.isoformat(timespec="minutes")
    sending.crossing_of(talk).in_line = talk.outcome.booked = True
    if after.meeting.ends == pair.meeting.ends:
        same = pair.meeting.longer is not None and wished <= pair.meeting.longer
        return talk.say(texts.LONGER if same else texts.LONGEST, ends=ends)
    talk.put(after)
    me, other = pair.side(talk.person.id), pair.other(talk.person.id)
    for side in (me, other):
        times.ends(talk, after, side.id)
    event = TextMeetingLonger(pair.id, me.name or "?", ends)
    talk.tell(other.id, "", event, now, f"text_longer:{talk.known.message.id}")
    return talk.say(texts.LONGER, ends=ends)
