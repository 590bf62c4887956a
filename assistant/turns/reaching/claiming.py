"""Somebody at a new number says who they are. The answer is the same whoever they name: nothing
tells them whether we know anybody of that name."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from assistant.internal_events.of_addresses import ClaimMade
from assistant.turns import system_messages
from assistant.turns.context import HandedOver, Lacking
from assistant.turns.handlers import log_entries, profiles, silence
from assistant.turns.open_runs import Open
from assistant.turns.reaching import known
from assistant.turns.reaching.outcome import Reaching
from assistant.turns.talk import Talk
from assistant.understanding import patterns, written
from assistant.understanding.matcher import Listener
from flows import reading
from flows.coordinator import naming
from flows.intents.new_number import NEW_NUMBER
from flows.reading import Unclear
from storage.handovers import NewHandover
from storage.people.claims import OPEN, NewClaim

LISTENER = Listener(NEW_NUMBER)
MOST = 3  # claims of one number
ASKED = 2  # times in a month that a phone is asked about others' claims
LATELY = timedelta(days=30)
MANY = 20  # claims in a day: then a coordinator sees them when they look
PROGRAMMES = 5  # that are looked through for a name
_BESIDE = re.compile(  # what stands between "it's jay" and the new number
    r"\b(?:new|different|another|nuevo|nueva|otro|nouveau|nouvel|novo|nova|outro|changed?|switched"
    r"|cambi\w+|chang\w+|mudei|troquei|lost|perd\w+|broke|number|n[uú]mero|num[eé]ro|phone"
    r"|i have|i've|i got|my|tengo|mi|j'ai|mon|tenho|meu)\b.*",
    re.IGNORECASE | re.DOTALL,
)


def hear(talk: Talk, text: str) -> bool:
    """Whether a stranger says that this is somebody's new number."""
    if talk.agreed or talk.stopped or talk.known.address is None or talk.known.address.shared_id:
        return False
    said = patterns.words(text)
    if LISTENER.anchors.isdisjoint(said) or LISTENER.find(said, False) is None:
        return False
    if waits(talk) or _too_often(talk):
        return waits(talk)
    talk.stack.close_all()
    if language := written.language(text, talk.language):
        profiles.speak(talk, language)
    programme = next(iter(talk.known.programmes)) if len(talk.known.programmes) == 1 else None
    given = {"claims": "yes"} | ({"name": name} if (name := _name(text, talk.language)) else {})
    talk.open("new_number", programme, "mentee", 0, given)
    return True


def waits(talk: Talk) -> bool:
    """Whether a person looks at what they claim just now: they hear so, once a day."""
    mine = known.made(talk, talk.person.id)
    if not any(one.state == OPEN and one.person_id == talk.person.id for one in mine):
        return False
    if not talk.outcome.prompts:
        if silence.holds(talk):
            silence.say_once(talk)
        else:
            talk.say(system_messages.WAITS_FOR_A_PERSON)
            _begin(talk, told=True)
    return True


def still_waits(talk: Talk) -> bool:
    """The same for who writes anything else; hardly anybody is looked up for it."""
    return bool((talk.person.echo or {}).get("claims")) and waits(talk)


def _begin(talk: Talk, *, told: bool) -> None:
    until = (talk.known.now + silence.LASTS).isoformat()
    talk.outcome.person["echo"] = {"silent_until": until, "told": told, "claims": True}


def _too_often(talk: Talk) -> bool:
    """Whether it came to nothing lately, or they have said it too often."""
    mine = [one for one in known.made(talk, talk.person.id) if one.person_id == talk.person.id]
    lately = talk.known.now - LATELY
    return len(mine) >= MOST or any(one.created_at > lately for one in mine)


def _name(text: str, language: str) -> str:
    """The name in "hi its jay i have a new number"; "" where none is told for sure."""
    for said in (text, _BESIDE.sub("", text), _BESIDE.sub(",", text)):
        try:
            found = reading.name(said, language)
        except Unclear:
            continue
        if LISTENER.anchors.isdisjoint(patterns.words(found)):
            return found
    return ""


def claim(talk: Talk, run: Open, name: str) -> None:
    """It is kept, a coordinator sees it, and the phone that is known is asked."""
    address = talk.known.address
    if address is None:
        return
    meant = list(_meant(talk, name))
    programmes = {programme for programme, _person in meant}
    programme = programmes.pop() if len(programmes) == 1 else run.programme_id
    people = sorted({person for _programme, person in meant})
    only = people[0] if len(people) == 1 else None
    new = NewClaim(talk.person.id, only, address.id, name, talk.known.now)
    talk.outcome.reaching = Reaching(claim=new)
    _hand_over(talk, programme, name, people)
    if only is not None and not _floods(talk) and _may_ask(talk, only):
        number = _number(talk)
        by = "number" if known.is_number(address.channel) else "telegram"
        event = ClaimMade(talk.person.id, by, number[-2:] if by == "number" else "")
        talk.tell(only, "", event, talk.known.now)
    _begin(talk, told=False)
    log_entries.add(talk, "claimed to be somebody")


def _meant(talk: Talk, name: str) -> Iterator[tuple[int, int]]:
    """Who is called so, by programme: those who take part, and nobody who runs it."""
    for programme in list(talk.known.programmes)[:PROGRAMMES]:
        everybody = talk.everybody(programme)
        named = [{"id": one.person_id, "name": one.name} for one in everybody.known if one.name]
        found = naming.find(name, named)
        if found.sure:
            yield from ((programme, int(one["id"])) for one in found.people)


def _may_ask(talk: Talk, person: int) -> bool:
    """Whoever says that they are somebody may not have them asked again and again."""
    lately = talk.known.now - LATELY
    about = [one for one in known.made(talk, person) if one.claimed_id == person]
    return sum(one.created_at > lately for one in about) < ASKED


def _hand_over(talk: Talk, programme: int | None, name: str, people: Sequence[int]) -> None:
    address = talk.known.address
    number = _number(talk) if address and known.is_number(address.channel) else ""
    said = json.dumps({"name": name, "number": number, "people": people})
    new = NewHandover(talk.person.id, "claim", said, talk.known.now, programme)
    talk.outcome.handovers += (HandedOver(new, told=not _floods(talk)),)


def _floods(talk: Talk) -> bool:
    """Whether so many claim to be somebody that nobody is to be bothered with it."""
    return max(talk.known.rare.claims_lately, default=0) >= MANY


def _number(talk: Talk) -> str:
    if talk.known.number is None:
        raise Lacking("number")
    return talk.known.number
