"""100,000 texts that try the counting of segments, the same ones for ever."""
# ruff: noqa: RUF001, RUF005 (signs that look alike are meant)

from collections.abc import Iterator

AMOUNT = 100_000
# One more unit, and another segment begins: GSM-7, then UCS-2.
EDGES = (160, 306, 459, 70, 134, 201, 268, 335)

PLAIN = "See you on Tuesday after 4, Room 12. Can't come? Write to me: it happens, no harm done! "
GSM = "¿Qué tal, señora Müller? Å Ø Æ ß £5 ¥ ¡Sí! più così però Ç Ω ΔΦΓΛΠΨΣΘΞ @ _ \r\n § ¤ "
LATIN = "João não está: você já comeu? Łukasz Żółć, Zoë, ça va, œuvre, ĳs, «oui» “yes” – no… "
CYRILLIC = "Привіт, як справи? Зустріч у вівторок о четвертій, кімната дванадцять. "
ARABIC = "مرحبا يا صديقي، كيف حالك اليوم؟ اللقاء غدا في الساعة الرابعة إن شاء الله. "
HINDI = "नमस्ते, आप कैसे हैं? क्षमा करें, मंगलवार को मिलते हैं। विद्यार्थी श्री ज्ञान "

EXTENSION = tuple("^{}\\[~]|€\f")
ACCENTS = (
    "e\u0301",
    "n\u0303",
    "o\u0302\u0323",
    "a\u0308",
    "ç",
    "ő",
    "\u0301",
    "\u00a0",
    "`",
    "\t",
)
EMOJI = tuple("😀❤☺👍🎉🔥🤝🫶♀✈⚕🏫🧑💻🏴☎©") + ("❤\ufe0f", "1\ufe0f\u20e3", "☺\ufe0e")
FAMILIES = (
    "👨‍👩‍👧‍👦",
    "👨‍👦",
    "👨🏽‍👩🏽‍👧🏽",
    "👨‍👩🏿‍👦🏻",
    "👩‍❤️‍👩",
    "👩🏽‍❤️‍👩🏿",
    "👩🏽‍❤️‍💋‍👨🏻",
    "🧑🏻‍🤝‍🧑🏿",
)
TONES = ("🧑🏽‍🚀", "👩‍⚕️", "🤷🏾‍♀️", "👍🏽", "☝🏿", "☝️🏿", "🤝🏽", "🫶🏾", "a🏽", "🏿")
JOINED = ("👁️‍🗨️", "🏳️‍🌈", "❤️‍🔥", "🐻‍❄️", "🙂‍↔️", "👨‍", "‍👧")
PEOPLE = FAMILIES + TONES + JOINED
FLAGS = ("🇫🇷", "🇲🇽", "🇧🇷", "🇫", "🇫🇷️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🇺🇳\u0301\u0301", "\u0600🇩🇪")
VOWELS = ("مَ", "شُّ", "\u0600١٢", "لا", "\u06dd", "ﷺ", "\u200f", "\u064b", "ه\u200d")
CONJUNCTS = ("क्ष", "त्र", "र्क", "क्\u200dष", "स्त्री", "की", "ङ\u094d", "\u093f", "ॐ", "कः", "\u200c")
JAMO = ("각", "가", "한", "ᄀ", "ᅡ", "ᆨ", "\u200b", "\u00ad", "\x00", "\U0001d165", "中", "か\u3099")
EVERYTHING = EXTENSION + ACCENTS + EMOJI + PEOPLE + FLAGS + VOWELS + CONJUNCTS + JAMO

# What the text runs on in, the longest run, and what is strewn between the runs.
MIXES = (
    (PLAIN, 90, ("", "?")),
    (PLAIN, 40, EXTENSION),
    (GSM, 60, EXTENSION),
    ("^{}€a~" * 6, 20, EXTENSION),
    (PLAIN, 90, ACCENTS),
    (LATIN, 60, ACCENTS),
    (CYRILLIC, 60, EMOJI),
    (PLAIN, 60, EMOJI + PEOPLE),
    (PLAIN, 12, PEOPLE),
    ("😀🔥 " * 3, 6, PEOPLE + FLAGS),
    (PLAIN, 12, FLAGS),
    ("🇫🇷🇩🇪" * 4, 9, FLAGS),
    (ARABIC, 50, VOWELS + EMOJI),
    (ARABIC, 10, VOWELS),
    (HINDI, 50, CONJUNCTS + PEOPLE),
    (HINDI, 8, CONJUNCTS),
    (PLAIN + GSM + ARABIC + HINDI, 30, EVERYTHING),
    ("\u0301\u0323\u0308" * 20, 60, EVERYTHING),
)


class Chance:
    """Chance that never changes, whatever the version of Python."""

    def __init__(self) -> None:
        self.state = 2026

    def draw(self) -> int:
        # Knuth's MMIX multiplier and increment; the low bits are the poor ones.
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return self.state >> 24


def texts() -> Iterator[str]:
    chance = Chance()
    for number in range(AMOUNT):
        yield _text(chance, MIXES[number % len(MIXES)], _length(chance))


def _length(chance: Chance) -> int:
    near, drawn = divmod(chance.draw(), 3)
    if drawn:
        return near % 401
    aside, edge = divmod(near, len(EDGES))
    return EDGES[edge] + aside % 9 - 4


def _text(chance: Chance, mix: tuple[str, int, tuple[str, ...]], length: int) -> str:
    """So many UTF-16 units, whatever that cuts in two except a surrogate pair."""
    run, longest, strewn = mix
    text = ""
    while len(text) < length:
        rest, start = divmod(chance.draw(), len(run))
        rest, some = divmod(rest, longest + 1)
        text += run[start : start + some] + strewn[rest % len(strewn)]
    return text.encode("utf-16-le")[: 2 * length].decode("utf-16-le", "ignore")
