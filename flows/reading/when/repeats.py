"""How often somebody would meet: "every second tuesday", "cada dos martes", "un mardi sur deux".

The words for it are taken out, so that what is left can be read as the first time.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from flows.reading.replies import RECENT

ONCE = "once"  # "just this time"
_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tues tue wed thurs thur thu fri"
    " sat sun lunes martes miercoles jueves viernes sabado domingo"
    " lundi mardi mercredi jeudi vendredi samedi dimanche"
    " segunda-feira terca-feira quarta-feira quinta-feira sexta-feira"
    " segunda terca quarta quinta sexta"
)
_DAY = rf"(?P<day>{'|'.join(_DAYS.split())})s?(?: feiras?)?"
# Each number as it is counted and as it is told in order, in the four languages.
_COUNTED = {
    "w2": "other|second|2nd|two|2|dos|segundo|deux|2e|deuxieme|duas|dois|segunda",
    "w3": "third|3rd|three|3|tres|tercer|trois|3e|troisieme|terceira|terceiro",
    "w4": "fourth|4th|four|4|cuatro|cuarto|quatre|4e|quatrieme|quatro|quarta|quarto",
}
_NTH = {
    "m1": "first|1st|primer|premier|1er|primeira|primeiro",
    "m2": "second|2nd|segundo|deuxieme|second|2e|segunda",
    "m3": "third|3rd|tercer|troisieme|3e|terceira|terceiro",
    "m4": "fourth|4th|cuarto|quatrieme|4e|quarta|quarto",
    "ml": "last|ultimo|dernier|ultima",
}
_OF_MONTH = (
    r"(?:(?:of|in) (?:the|each|every|a) month|(?:de|del|al) (?:cada )?mes|de todos los meses"
    r"|(?:du|de chaque|de tous les|par) mois|d[oe] (?:cada )?mes|(?:each|every) month)"
)
_EACH = (
    r"(?:every|each|cada|a cada|todos? (?:los|os)|todas? (?:las|as)|toda|todo|chaque|tous les"
    r"|toutes les)"
)
_WEEKS = r"(?:weeks?|semanas?|semaines?)"
_ON = r"(?:(?: |, )(?:on|el|los|le|les|na|nas|no|nos|as))?"
_HALF_MONTH = (
    r"(?:every |each |cada |chaque |a cada |toda )?(?:fortnight(?:ly)?|quincena|quinzaine|quinzena)"
    r"|quincenal(?:mente)?|quinzenal(?:mente)?|bi ?-?weekly"
    r"|(?:every|a cada|cada|tous les|de (?:15|quinze) em) (?:14|15|quince|quinze)"
    r"(?: days| dias| jours)?|de (?:15|quinze) em (?:15|quinze)"
)
_ALTERNATE = (  # one yes, one no
    rf"alternate {_DAY}"
    rf"|(?:un |uma? )?{_DAY},? (?:si|sim),? (?:y |e )?(?:un |el )?(?:outr[oa] |otro )?(?:no|nao)"
    rf"|{_DAY},? (?:si|sim),? (?:y |e )?(?:{'|'.join(_DAYS.split())}) (?:no|nao)|{_DAY} por medio"
    r"|(?:una |uma )?semana,? (?:si|sim),? (?:y |e )?(?:una |la |uma |outra |otra )?(?:semana )?"
    r"(?:no|nao)|semana por medio"
)
_ONCE = (
    r"(?:just|only) (?:once|this (?:once|time|one)|the one(?: time)?|one time|that one|that time)"
    r"|one time only|once only|(?:solo |solamente )?(?:una|esta|esa) (?:sola )?vez"
    r"|(?:so|apenas|somente) (?:uma|esta|essa|dessa|desta) vez"
    r"|(?:juste |seulement )?(?:une (?:seule )?|cette )fois(?:-ci)?(?! par)"
)


def _rules() -> Iterator[tuple[str, str]]:
    """Which words say how often; what says more comes first."""
    for rule, nth in _NTH.items():
        led = rf"(?:(?:on )?(?:{_EACH}|the|el|los|le|les|na|no) )?"
        yield rule, rf"{led}(?:{nth})s? {_DAY},? {_OF_MONTH}"
    for rule in ("m1", "ml"):
        yield rule, rf"{_EACH} (?:{_NTH[rule]})s? {_DAY}"
    yield "w2", _HALF_MONTH
    yield "w2", _ALTERNATE
    for rule, many in _COUNTED.items():
        yield rule, rf"{_EACH} (?:{many})s? {_WEEKS}{_ON}"
        yield rule, rf"{_EACH} (?:{many})s? {_DAY}"
        yield rule, rf"(?:un|le|une|la) (?:{_DAY}|semaine) sur (?:{many})"
        yield rule, rf"(?:un|una|uma?|el) (?:{_DAY}|semana) (?:de|a) cada (?:{many})"
        yield rule, rf"de (?:{many}) em (?:{many}) {_WEEKS}{_ON}"
    yield (
        "m",
        (
            r"(?:every|each|cada|chaque|todo|tous les|todos (?:los|os)) (?:month|mes|mois|meses)"
            rf"{_ON}"
            r"|monthly|once a month|una vez al mes|une fois par mois|uma vez por mes"
            r"|mensual(?:mente)?|mensal(?:mente)?"
        ),
    )
    yield (
        "w1",
        rf"{_EACH} {_WEEKS}{_ON}|weekly|once a week|una vez (?:por|a la) semana|semanalmente",
    )
    yield "w1", rf"une fois par semaine|uma vez por semana|semanal|hebdomadaire|{_EACH} {_DAY}"
    yield ONCE, _ONCE


def _split(pattern: str) -> Iterator[str]:
    """The ways of a pattern, each by itself: a name may stand in it only once."""
    depth, last = 0, 0
    for at, letter in enumerate(pattern):
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and not depth:
            yield pattern[last:at]
            last = at + 1
    yield pattern[last:]


_RULES = [(rule, re.compile(rf"\b(?:{one})\b")) for rule, many in _rules() for one in _split(many)]
_PLURAL = re.compile(rf"\b(?:(?:los|les|nas|nos|as|aos) )?{_DAY}\b")  # "on tuesdays"


@lru_cache(RECENT)
def how_often(text: str) -> tuple[str, str]:
    """How often, and what else was said: "w2" is every two weeks, "m1" every first such day of the
    month, "ml" every last, "m" once a month; "once" is just once, "" says nothing of it."""
    folded = _folded(text)
    for rule, pattern in _RULES:
        if found := pattern.search(folded):
            day = found.groupdict().get("day") or ""
            parts = text[: found.start()], day, text[found.end() :]
            return rule, " ".join(" ".join(_single(one) for one in parts).split())
    return "", text


def _single(text: str) -> str:
    """Days that are told as several, as one of them."""
    at, found = 0, []
    for day in _PLURAL.finditer(_folded(text)):
        found += [text[at : day.start()], day["day"]]
        at = day.end()
    return "".join([*found, text[at:]])


def _folded(text: str) -> str:
    """Small letters without accents, each in the place of its own."""
    return "".join(unicodedata.normalize("NFD", one)[0].lower()[:1] or one for one in text)
