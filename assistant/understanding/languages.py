"""Asking for another language: the whole message is about the language, or it is not heard."""

from collections.abc import Sequence

from assistant.understanding import mistyping, patterns

_NAMES = {
    name: code
    for code, names in {
        "en": "english inglish ingles anglais",
        "es": "spanish espanol castellano espagnol espanhol",
        "fr": "french francais frances",
        "pt": "portuguese portugues portugais brasileiro brasilero",
    }.items()
    for spelt in names.split()
    for name in (*mistyping.misspelt(spelt), spelt)
}
_ASKING = patterns.listed(
    "in en em speak speek speaking hablas habla hablar hablan hable hablo ablas ablar parlez parle"
    " parles parler fala falar falas falo can could may you u do does i we want wanna need quiero"
    " kiero quero necesito preciso prefiero prefer prefere prefiro je veux voudrais puedes puede"
    " puedo podemos podria pode posso poderia peut peux pouvez on vous tu te voce vc me use usa"
    " switch change changer cambia cambiar muda mudar to a al au para pra o le text write escribe"
    " escribeme escreve ecris ecrivez set only solo solamente seulement so understand entiendo"
    " entendo comprends el lo no not dont cant nao n ne pas is there es de que q with con com avec"
    " ser be l have got it this eso isso ca language lenguage languages idioma lengua langue lingua"
    " lenguaje idiom stp svp pfv"
)
_LANGUAGE = patterns.listed("language languages lenguage idioma lengua langue lenguaje")
_CHANGE = patterns.listed("change switch cambiar cambia changer mudar muda other another otro")
_REFUSING = patterns.listed("no not dont cant nao n ne pas")
# A statement is an answer while a question is open: "I speak Spanish".
_STATING = (frozenset(["hablo"]), frozenset(["falo"]), frozenset(["je", "parle"]), frozenset(["i"]))
_WISHING = patterns.listed(
    "only solo solamente seulement can could may want wanna need prefer switch change"
)
# "No hablo inglés" asks for the language it is written in.
_WRITTEN_IN = {
    "hablo": "es",
    "entiendo": "es",
    "parle": "fr",
    "comprends": "fr",
    "falo": "pt",
    "entendo": "pt",
}

# One of these is in everything that `wanted` knows.
ANCHORS = _LANGUAGE.union(_NAMES)


def wanted(kept: Sequence[str], language: str, asked: bool) -> str | None:
    """The code of the language asked for; "" when another is asked for but not named."""
    if ANCHORS.isdisjoint(kept):  # the cheap first test
        return None
    codes = {_NAMES[word] for word in kept if word in _NAMES}
    if len(codes) != 1:
        return "" if not codes and _changing(kept, asked) else None
    code = codes.pop()
    rest = [word for word in kept if word not in _NAMES]
    if not rest:
        return None if asked and _an_answer(kept[0], code, language) else code
    if not _ASKING.issuperset(rest) or (asked and _stated(rest)):
        return None
    return _instead(rest, code) if _REFUSING.intersection(rest) else code


def named(text: str) -> str:
    """The code of the language a word names, itself perhaps a code; "" for any other."""
    word = patterns.fold(text).strip()
    return word if word in _NAMES.values() else _NAMES.get(word, "")


def _changing(kept: Sequence[str], asked: bool) -> bool:
    if not kept or _LANGUAGE.isdisjoint(kept):
        return False
    if len(kept) == 1:
        return not asked
    return (_ASKING | _CHANGE).issuperset(kept) and not _CHANGE.isdisjoint(kept)


def _an_answer(word: str, code: str, language: str) -> bool:
    """The language they already use is a topic; Frances is also a name."""
    return code == language or (word == "frances" and language not in ("es", "pt"))


def _stated(rest: Sequence[str]) -> bool:
    return (_WISHING | _REFUSING).isdisjoint(rest) and any(each.issubset(rest) for each in _STATING)


def _instead(rest: Sequence[str], refused: str) -> str:
    meant = next((_WRITTEN_IN[word] for word in rest if word in _WRITTEN_IN), "")
    return "" if meant == refused else meant
