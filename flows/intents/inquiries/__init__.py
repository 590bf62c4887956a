"""What people ask out of nothing, or instead of an answer: whole messages, by language."""

from collections.abc import Mapping

from flows.intents.inquiries import english, french, portuguese, spanish
from flows.intents.inquiries.phrasing import Phrasing

PHRASINGS: Mapping[str, Phrasing] = {
    "en": english.PHRASING,
    "es": spanish.PHRASING,
    "fr": french.PHRASING,
    "pt": portuguese.PHRASING,
}
