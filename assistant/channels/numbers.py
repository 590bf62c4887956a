"""Phone numbers: how they are written, and what their country says about their owner."""

from functools import lru_cache

import phonenumbers
from phonenumbers import timezone

# The first language of the countries whose people we speak to; a hint, changed by a word.
_REGIONS = {
    "en": "US GB IE AU NZ JM TT BB BS",
    "es": "ES MX AR BO CL CO CR CU DO EC GQ GT HN NI PA PE PR PY SV UY VE",
    "fr": "FR MC BF BJ CG CD CI GA GF GN GP ML MQ NC NE PF PM RE SN TG YT",
    "pt": "PT BR AO CV GW MZ ST TL",
}
# Where most people of a country with several zones live.
_MAIN = {
    *("America/Argentina/Buenos_Aires", "America/Guayaquil", "America/Mexico_City"),
    *("America/Santiago", "America/Sao_Paulo", "Australia/Sydney", "Europe/Lisbon"),
    *("Europe/Madrid", "Europe/Paris", "Pacific/Auckland"),
}
_LANGUAGES = {region: code for code, regions in _REGIONS.items() for region in regions.split()}


def e164(text: str, region: str) -> str | None:
    """The number as carriers write it, if it could be one; `region` says what a bare one means."""
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    # A number without its area code is possible only for neighbours: it would reach a stranger.
    if (
        phonenumbers.is_possible_number_with_reason(number)
        != phonenumbers.ValidationResult.IS_POSSIBLE
    ):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def zones(number: str) -> tuple[str, ...]:
    """Every time zone the number may be in, the likeliest first; empty when its country or area
    is unknown."""
    parsed = _read(number)
    known = timezone.time_zones_for_number(parsed) if parsed else ()
    found = [zone for zone in known if zone != timezone.UNKNOWN_TIMEZONE]
    return tuple(sorted(found, key=lambda zone: zone not in _MAIN))


def language(number: str) -> str:
    """The language of the number's country, or empty where one guess is as good as another."""
    parsed = _read(number)
    if parsed is None:
        return ""
    # Invented numbers belong to no region, their country code to its largest.
    region = phonenumbers.region_code_for_number(parsed)
    largest = phonenumbers.region_code_for_country_code(parsed.country_code or 0)
    return _LANGUAGES.get(region or largest, "")


@lru_cache(maxsize=64)
def is_toll_free(number: str) -> bool:
    """Whether its owner pays for calls to this number."""
    parsed = _read(number)
    kind = phonenumbers.number_type(parsed) if parsed else None
    return kind == phonenumbers.PhoneNumberType.TOLL_FREE


def _read(number: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return None
