"""What a page says, as messages to each address of who is paged."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from assistant.channels.sms import segments
from assistant.channels.sms.alphabet import Letters
from assistant.programmes import definitions
from assistant.rendering.prompts import Reader, Spoken, speak, translate
from assistant.safeguarding import texts
from flows.engine.states import Prompt
from flows.engine.values import Facts
from storage.outbox.waiting import OutboundMessage
from storage.people.programmes import Programme
from storage.safeguarding import on_call, pages
from storage.safeguarding.concerns import Concern
from storage.safeguarding.on_call import Way
from storage.tables import Priority

LONGEST = 400  # characters of somebody's words; the whole is kept
HEARS_WITHIN = timedelta(hours=1)  # after somebody has acknowledged


class About(NamedTuple):
    """A concern, in which programme, and who said it."""

    concern: Concern
    programme: Programme
    who: str | None
    number: str | None


def about(db: Connection, concern: Concern, programme: Programme) -> About:
    person = concern.person_id
    return About(concern, programme, on_call.name(db, person), on_call.number(db, person))


def page(
    one: About, ways: Sequence[Way], now: datetime, until: datetime | None = None
) -> list[OutboundMessage]:
    """The page, by each of these addresses; good until the next."""
    asked = texts.AT_NUMBER if one.number else texts.AT_TELEGRAM
    return [
        message
        for way in ways
        for message in _messages(
            one,
            way,
            (Prompt(texts.PAGE, {}), Prompt(asked, {}, (texts.HAVE_IT,), asks=True)),
            now,
            until,
        )
    ]


def more(one: About, ways: Sequence[Way], now: datetime) -> list[OutboundMessage]:
    """More words of the same person, to who has it."""
    return [
        message
        for way in ways
        for message in _messages(one, way, (Prompt(texts.MORE, {}),), now, None)
    ]


def calls(
    one: About, ways: Sequence[Way], voice: str, now: datetime, until: datetime
) -> list[OutboundMessage]:
    """What is said by phone to each number, where we can call."""
    if not voice:
        return []
    return [
        _message(one, way, Spoken(said.text, ((way.language, "1"),)), now, until)._replace(
            sender=voice, segments=0
        )
        for way in ways
        if way.channel == "sms"
        for said in speak([Prompt(texts.SPOKEN, _values(one, way, now))], _reader(one, way))
    ]


def _messages(
    one: About,
    way: Way,
    prompts: Sequence[Prompt],
    now: datetime,
    until: datetime | None,
) -> list[OutboundMessage]:
    values = _values(one, way, now)
    filled = [Prompt(p.msgid, values, p.options, asks=p.asks) for p in prompts]
    return [_message(one, way, said, now, until) for said in speak(filled, _reader(one, way))]


def _message(
    one: About, way: Way, said: Spoken, now: datetime, until: datetime | None
) -> OutboundMessage:
    question = pages.key(one.concern.id)
    buttons = [[label, f"{question}:{token}"] for label, token in said.buttons]
    return OutboundMessage(
        person_id=way.person_id,
        address_id=way.address_id,
        sender=way.sender,
        kind="page",
        text=said.text,
        priority=Priority.PAGE,
        due_at=now,
        turn_at=now,
        created_at=now,
        segments=0 if way.channel.endswith("telegram") else segments.count(said.text),
        send_before=until,
        buttons=buttons or None,
        asked=question,
    )


def _values(one: About, way: Way, now: datetime) -> Facts:
    words = one.concern.words
    who = one.who or translate(texts.SOMEBODY, way.language, formal=False)
    return {
        "programme": one.programme.name,
        "who": who,
        "said": words if len(words) <= LONGEST else words[:LONGEST] + "...",
        "number": one.number or "",
        "by": (now + HEARS_WITHIN).isoformat(),
    }


def _reader(one: About, way: Way) -> Reader:
    programme, telegram = one.programme, way.channel.endswith("telegram")
    accents = programme.settings.get("accents", True)
    letters = Letters.TYPED if accents else Letters.PLAIN
    return Reader(
        language=way.language,
        zone=way.zone,
        country=way.origin if len(way.origin) == len("US") else programme.country,
        formal=definitions.is_formal(programme, "coordinator"),
        buttons=telegram,
        letters=Letters.WRITTEN if telegram else letters,
    )
