"""Phone numbers: how they are written, and what their country says about their owner."""

from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumberType, timezone

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
# Numbers that cost whoever writes to them, or whose owner nobody knows: never answered.
NEVER = ("premium", "shared cost", "personal", "service", "satellite", "short", "name")
_TYPES = {
    PhoneNumberType.PREMIUM_RATE: "premium",
    PhoneNumberType.SHARED_COST: "shared cost",
    PhoneNumberType.PERSONAL_NUMBER: "personal",
    PhoneNumberType.PAGER: "service",
    PhoneNumberType.UAN: "service",
    PhoneNumberType.VOICEMAIL: "service",
}
_NO_COUNTRY = "001"  # satellites and networks of the whole world: +870, +881, +882, +979 …
_SHORTEST = 7  # digits of a number that carries its country's code
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


def origin(address: str) -> str:
    """The country of a number, as ISO 3166 has it; or one of NEVER."""
    digits = address.removeprefix("+")
    if not digits.isdecimal():
        return "name"
    parsed = _read(address)
    if parsed is None or len(digits) < _SHORTEST:
        return "short"
    if known := _TYPES.get(phonenumbers.number_type(parsed)):
        return known
    country = _region(parsed)
    return "satellite" if country == _NO_COUNTRY else country


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
    return _LANGUAGES.get(_region(parsed), "")


def _region(number: phonenumbers.PhoneNumber) -> str:
    """Invented numbers belong to no region, their country code to its largest."""
    largest = phonenumbers.region_code_for_country_code(number.country_code or 0)
    return phonenumbers.region_code_for_number(number) or largest


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
