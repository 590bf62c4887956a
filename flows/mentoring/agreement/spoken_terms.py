"""Terms in somebody's own words: "every second week", "only by phone", "til june". Pure.

Whatever is read is shown to them before it counts, so what may mean two things is not read.
"""

import re
from contextlib import suppress

from flows import reading
from flows.engine.states import Facts, Heard
from flows.mentoring.days_to_come import read_day
from flows.reading import Unclear

_OFTEN = {
    "week": (
        r"(every|each) week|weekly|(once|1|one|1x) (a|per|every) week"
        r"|cada semana|todas las semanas|(una|1) vez (a|por) (la )?semana|semanal(mente)?"
        r"|chaque semaine|toutes les semaines|(une|1) fois (par|la) semaine|hebdo(madaire)?"
        r"|toda semana|todas as semanas|(uma|1) vez (por|na|a) semana"
    ),
    "fortnight": (
        r"every (second|other|2nd|2|two) weeks?|(every )?fortnight(ly)?|bi ?weekly"
        r"|(twice|2x|(2|two) times) (a|per) month|every (14|15) days"
        r"|cada (dos|2) semanas|cada (15|quince) dias|quincenal(mente)?"
        r"|(dos|2) veces (al|por) mes|una semana si y (otra|una) no"
        r"|toutes les (deux|2) semaines|tous les (15|quinze) jours|(une|1) semaine sur (deux|2)"
        r"|(deux|2) fois (par|le) mois"
        r"|(a )?cada (duas|2) semanas|(a )?cada (15|quinze) dias|quinzenal(mente)?"
        r"|de (15|quinze) em (15|quinze) dias|(duas|2) vezes (por|ao) mes"
        r"|semana sim semana nao|de (duas|2) em (duas|2) semanas"
    ),
    "three_weeks": (
        r"every (third|3rd|3|three) weeks?|(a )?cada (tres|3) semanas"
        r"|toutes les (trois|3) semaines|de (tres|3) em (tres|3) semanas"
    ),
    "month": (
        r"(every|each) month|monthly|(once|1|one|1x) (a|per) month"
        r"|cada mes|todos los meses|(una|1) vez (al|por) mes|mensual(mente)?"
        r"|chaque mois|tous les mois|(une|1) fois (par|le) mois|mensuel(lement)?"
        r"|todo mes|todos os meses|(uma|1) vez (por|ao) mes|mensal(mente)?"
    ),
}
_LONG = {
    90: (
        r"(an|one|1) hour and a half|(una|1) hora y media|(une|1) heure et demie|1 ?h ?30"
        r"|(uma|1) hora e meia"
    ),
    30: r"half (an|a) hour|half hour|media hora|(une )?demi ?heure|meia hora",
    60: r"(an|one|1|una|une|uma) ?(hour|hora|heure|hr|h)",
    120: r"(two|2|dos|deux|duas) ?(hours|horas|heures|hrs|h)",
}
_MINUTES = re.compile(r"\b(\d{2,3}) ?(min|mins|minute|minutes|minuto|minutos|m)\b")
_HOW = {
    "person": r"in person|face to face|en persona|cara a cara|en personne|pessoalmente|em pessoa",
    "phone": (
        r"(by|on the|over the|only|just) phone|phone only|phone calls?|phone|telephone|telefono"
        r"|telefone|(por )?llamadas?|(par )?appels?|(por )?ligac(ao|oes)"
    ),
    "text": (
        r"(by|only|just) texts?|text only|texting|por (mensajes?|mensagem|mensagens|escrito|texto)"
        r"|par (sms|messages?|ecrit|texto)"
    ),
}
_FOUND = [
    (name, token, re.compile(rf"\b({pattern})\b"))
    for name, table in (("often", _OFTEN), ("long", _LONG), ("how", _HOW))
    for token, pattern in table.items()
]


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Who says what does not suit them has not said what does.
_REFUSES = _words(
    "not dont doesnt cant cannot never nor without too less more than instead isnt wont"
    " no ni nunca sin demasiado mucho menos mas tampoco"
    " pas ne n jamais sans trop moins plus"
    " nao nem sem demais muito mais"
)
_NO_FIRST = re.compile(r"^\W*(no|nope|nah|non|nao|não)\s*[,.;:!-]+\s*", re.IGNORECASE)
_UNTIL = _words(
    "until till til untill end last hasta final finales fin ultimo jusqu jusque jusquau jusquen"
    " jusqua dernier ate fim"
)
_BOUND = re.compile(r"^\s*(jusqu(\W?(au|a|à|en|aux))?|jusque)\s+", re.IGNORECASE)
_HOURS = re.compile(r"\d")


def read(heard: Heard) -> Facts:
    """What of the terms is to be otherwise. Raises Unclear."""
    if heard.token or reading.only_picks(heard.text, heard.language):
        raise Unclear(heard.text)
    text = _NO_FIRST.sub("", heard.text)
    words = reading.plain(text)
    if _REFUSES.intersection(words):
        raise Unclear(heard.text)
    found = _named(" ".join(words))
    if found:
        return found
    if _UNTIL.intersection(words):
        with suppress(Unclear):
            return {"until": _day(heard, text)}
    if _HOURS.search(text):
        return _hours(text, heard)
    raise Unclear(heard.text)


def read_often(heard: Heard) -> Facts:
    return _only(heard, "often")


def read_long(heard: Heard) -> Facts:
    return _only(heard, "long")


def read_how(heard: Heard) -> Facts:
    return _only(heard, "how")


def read_hours(heard: Heard) -> Facts:
    if reading.only_picks(heard.text, heard.language):
        raise Unclear(heard.text)
    return _hours(heard.text, heard)


def read_until(heard: Heard) -> Facts:
    if reading.only_picks(heard.text, heard.language):
        raise Unclear(heard.text)
    return {"until": _day(heard, heard.text)}


def _only(heard: Heard, name: str) -> Facts:
    """Just what was asked for, whatever else is said. Raises Unclear."""
    found = read(heard)
    if name not in found:
        raise Unclear(heard.text)
    return found


def _named(said: str) -> Facts:
    """How often, how long and how, each named once. Raises Unclear where one is named twice."""
    found: dict[str, object] = {}
    for name, token, pattern in _FOUND:
        if not pattern.search(said) or (name == "long" and "long" in found):
            continue
        if name == "how" and {found.get("how"), token} == {"person", "phone"}:
            token = "mixed"
        elif name in found:
            raise Unclear(said)
        found[name] = token
    if (minutes := _MINUTES.search(said)) and "long" not in found:
        found["long"] = _within(int(minutes[1]), said)
    return found


def _within(minutes: int, said: str) -> int:
    if not 15 <= minutes <= 180:
        raise Unclear(said)
    return minutes


def _day(heard: Heard, text: str) -> str:
    return read_day(Heard(_BOUND.sub("", text), heard.now, heard.language, heard.say))


def _hours(text: str, heard: Heard) -> Facts:
    windows = reading.availability(text, heard.language)
    start, end = min(one.start for one in windows), max(one.end for one in windows)
    return {"start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}
