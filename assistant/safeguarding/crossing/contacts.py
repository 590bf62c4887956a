"""Numbers, addresses, handles and links in what one writes to the other, however disguised."""

import re
from enum import StrEnum

from assistant.safeguarding.crossing import numerals

DIGITS = 7  # fewer are a page, a price, a score


class Detail(StrEnum):
    """What would let one reach the other past us."""

    NUMBER = "number"
    EMAIL = "email"
    LINK = "link"
    HANDLE = "handle"
    ADDRESS = "address"


_AT = r"(?:@|[(\[{]\s?(?:at?|arroba|arobase)\s?[)\]}]|\bat\b|\barroba\b|\barobase\b|\barrobas\b)"
_DOT = (
    r"(?:\.|[(\[{]\s?(?:\.|dot|punto|point|ponto)\s?[)\]}]|\bdot\b|\bpunto\b|\bpoint\b|\bponto\b)"
)
_TLD = r"(?:com|org|net|edu|co|es|mx|fr|br|pt|uk|us|io|me|app)"
_MAIL = r"(?:gmail|g mail|googlemail|hotmail|icloud|protonmail|proton|yahoo|outlook|ymail)"
_SITES = r"(?:com|org|net|edu|fr|br|uk|io|ly|gg|app|link|xyz|info|ee|bio|page)"
_NETS = (
    r"(?:snapchat|snap|sc|instagram|insta|ig|tiktok|tik tok|discord|telegram|whatsapp|facebook|fb"
    r"|kik|skype|twitter|x|roblox|twitch|username|user|usuario|handle|pseudo|arroba|utilisateur)"
)
_IS = r"(?:\s*[^\w\s@,.?!'-]+\s*|\s+(?:is|its|it's|es|c'est|est|e|eh)\s+|\s+)"
_NAME = r"@?(?=[a-z-]*[0-9._])[a-z][a-z0-9._-]{2,}"  # of letters and something else
_SMALL = r"(?:at|on|in|the|to|min|mins|minutes?|from|of|past|pm|am|and|or|for|h|hours?|days?)"
_STREET = (
    r"(?:street|st|road|rd|avenue|ave|lane|ln|boulevard|blvd|terrace|crescent|gardens|drive"
    r"|grove|court|mews)"
)

# "maria dot x", "maria underscore x"
_SIGN_OF = dict.fromkeys(("underscore", "sublinhado", "guion bajo", "tiret du bas"), "_")
_SPELT = re.compile(
    r"(?<=\w)\s(dot|punto|point|ponto|underscore|sublinhado|guion bajo|tiret du bas)\s(?=\w)"
)
# "r o s a @ g m a i l . c o m"
_SPACED = re.compile(r"(?<!\S)(?:[a-z0-9@._-] ){5,}[a-z0-9@._-](?!\S)")
_SIGNS = {
    Detail.EMAIL: (
        rf"(?<![\w.+-])[\w.+-]+\s*{_AT}\s*[\w-]+\s*{_DOT}\s*{_TLD}\b",
        rf"\b(?:my|mi|mon|meu|minha)\b.{{0,30}}\b{_MAIL}\b|(?<![\w.-]){_NAME}\s+(?:on|at|en|sur|no|@)\s*{_MAIL}\b",
        rf"{_AT}\s*{_MAIL}\b|\b\w+,\s*{_MAIL}\b|\b(?:gmail|hotmail|icloud|protonmail)$",
    ),
    Detail.LINK: (
        r"https?\s*:\s*/\s*/|\bwww\b\s*\.?",
        rf"\b[a-z0-9-]{{2,}}\.{_SITES}\b(?!\.\w)",
        r"\b[a-z0-9-]+\s?\.\s?(?:me|es|co|to|be|pt|it|tv|im)\s?/\s?\S|\bbit\W{0,2}ly\b",
        rf"\b\w{{3,}}\s*(?:\(dot\)|\[dot\]|\bdot\b|\bpunto\b|\bpoint\b|\bponto\b)\s*{_TLD}\b",
    ),
    Detail.HANDLE: (
        r"(?<!\w)@\s?[a-z0-9_.]{3,}|(?<!\w)\w{3,}#\d{3,}",
        rf"\b{_NETS}(?:'?s\b)?{_IS}(?:{_NAME}|@\w+)",
        rf"(?<![\w.-]){_NAME}\s+(?:on|en|sur|no|na)\s+{_NETS}\b",
        rf"\b(?:find|add|follow|search|look)\b.{{0,15}}\b(?:as|for|me)\s+{_NAME}",
        rf"\b(?:my|mi|mon|meu|tu|ton)\s+{_NETS}\b\s*(?:is|es|c'est|est|e|:)\s*\w{{3,}}",
        r"(?<![\w/])[a-z]{2}[a-z0-9.]*_[a-z0-9_.]+",
    ),
    Detail.ADDRESS: (
        rf"\b\d{{1,5}}[a-z]?\s+(?:(?!{_SMALL}\b)[a-z']+\s+){{1,3}}{_STREET}\b",
        rf"\b(?:number|no|numero)\.?\s?\d{{1,4}}\s+(?:on|in|at|of)\s+(?:[a-z']+\s+){{1,3}}{_STREET}\b",
        r"\b(?:post ?code|zip|codigo postal|code postal|cep)\b.{0,10}\d",
        r"\b(?:apt|apartment|flat|apto|apartamento|appt)\.?\s*\d+|\b(?:live|living)\s+(?:at|on)\s+\d",
        r"(?:\b(?:calle|avenida|avda|av|plaza|paseo|carrera)\b\.?|\bc/)\s*[a-z]+(?: [a-z]+){0,3}"
        r"[\s,]+\d{1,5}",
        r"\b\d{1,4}\s*(?:bis|ter)?,?\s+(?:rue|avenue|av|boulevard|bd|allee|impasse|chemin|quai)\b",
        r"\b(?:rua|avenida|av|travessa|alameda|estrada|praca)\b\.?\s+[a-z]+(?: [a-z]+){0,4}"
        r"[\s,]+(?:n\S{0,2}\s*)?\d{1,5}",
        r"\b(?:i live|vivo|moro|j'?habite)\b.{0,20}\b(?:street|road|avenue|calle|rua|rue)\b",
    ),
}
_FOUND = {
    kind: re.compile("|".join(f"(?:{one})" for one in signs)) for kind, signs in _SIGNS.items()
}


def find(text: str) -> Detail | None:
    """The first detail that is in it, or seems to be."""
    plain = _SPELT.sub(lambda some: _SIGN_OF.get(some[1], "."), numerals.plain(text))
    said = _SPACED.sub(lambda some: some[0].replace(" ", ""), plain)
    if numerals.longest(text) >= DIGITS:
        return Detail.NUMBER
    return next((kind for kind, signs in _FOUND.items() if signs.search(said)), None)
