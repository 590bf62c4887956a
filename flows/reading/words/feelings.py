"""What people say of the other beside a yes, and ways of saying that nothing is wrong."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product

from flows.reading.words import spellings

# Who is spoken of; how much; what they are. "Yes, she is so sweet" is a yes and nothing more.
_OF_THEM: Mapping[str, tuple[str, str, str]] = {
    "en": (
        "hes, shes, theyre, he is, she is, they are",
        ", so, very, really, super, pretty, always, always so, hella, mad, lowkey, honestly, just",
        "sweet, nice, kind, friendly, chill, funny, helpful, lovely, cool, great, good, fine, "
        "awesome, amazing, respectful, polite, the best, the sweetest, a good person",
    ),
    "es": (
        "es, el es, ella es, es una persona",
        ", muy, re, super, bien, tan, bastante, rete, siempre",
        "buena, bueno, amable, buena onda, buena gente, maja, majo, simpatica, simpatico, genial, "
        "linda, lindo, respetuosa, respetuoso, un amor, chida, chido, buena persona, "
        "buenisima onda, buenisima, buenisimo, la mejor, el mejor, de lo mejor, tranquila, "
        "tranquilo",
    ),
    "fr": (
        "il est, elle est, ils sont, elles sont, cest quelquun de",
        ", tres, trop, vraiment, super, hyper, assez, grave, archi, toujours",
        "gentil, gentille, adorable, sympa, cool, super, bien, top, geniale, genial, "
        "respectueux, respectueuse, drole, top, au top, la meilleure, le meilleur, tranquille",
    ),
    "pt": (
        "ele e, ela e, e, ele eh, ela eh",
        ", muito, mt, mto, super, bem, tao, mo, mó, sempre, bastante",
        "legal, gente boa, gente fina, um amor, gentil, simpatica, simpatico, de boa, respeitosa, "
        "respeitoso, boa, bom, bacana, fofa, fofo, gente finissima, a melhor, o melhor, tranquila, "
        "tranquilo, massa, daora",
    ),
}
# A denial, and what is denied: "never felt unsafe" is neither a yes nor a worry.
_FEARLESS: Mapping[str, tuple[str, str, str]] = {
    "en": (
        "not, never, never been, never felt, im not, i am not, dont feel, i dont feel, wasnt, "
        "i was never, ive never been, ive never felt",
        "unsafe, scared, afraid, uncomfortable, worried, in danger, threatened",
        ", with him, with her, with them, around him, around her",
    ),
    "es": (
        "no, no me siento, no me he sentido, nunca me senti, nunca me he sentido, nunca, no estoy, "
        "no tengo, nunca tuve, nunca he tenido, sin",
        "insegura, inseguro, miedo, incomoda, incomodo, asustada, asustado, en peligro, "
        "preocupada, preocupado",
        ", con el, con ella",
    ),
    "fr": (
        "pas, jamais, jai pas, je nai pas, jai jamais eu, je nai jamais eu, jamais eu, "
        "je me sens pas, je ne me sens pas, je me suis jamais senti, je me suis jamais sentie",
        "peur, mal a laise, en danger, inquiet, inquiete, menace, menacee",
        ", avec lui, avec elle, de lui, delle",
    ),
    "pt": (
        "nao, nunca, nao me sinto, nunca me senti, nao tenho, nunca tive, nao estou, nao to, sem",
        "insegura, inseguro, medo, desconfortavel, com medo, em perigo, assustada, assustado, "
        "preocupada, preocupado",
        ", com ele, com ela, dele, dela",
    ),
}
# The same of what may go wrong: "never had any problems with her".
_FAULTLESS: Mapping[str, tuple[str, str, str]] = {
    "en": (
        "no, never, never any, never had, never had a, never had any, havent had any, "
        "i never had, ive never had, i have no, ive got no, not had any, zero",
        "problem, problems, trouble, issue, issues, complaint, complaints, worries, concerns",
        ", with him, with her, with them, at all",
    ),
    "es": (
        "no tengo, no tengo ningun, no tengo ninguna, no he tenido, nunca tuve, nunca tuve un, "
        "nunca he tenido, nunca he tenido un, nunca hubo, no hay, sin, ningun, ninguna, cero",
        "problema, problemas, queja, quejas",
        ", con el, con ella, de el, de ella",
    ),
    "fr": (
        "jamais de, jamais eu de, jai jamais eu de, je nai jamais eu de, jai pas de, "
        "je nai pas de, y a pas de, pas eu de, aucun, aucune, zero",
        "probleme, problemes, souci, soucis, plainte, plaintes, pb",
        ", avec lui, avec elle, du tout",
    ),
    "pt": (
        "nao tenho, nao tenho nenhum, nao tenho nenhuma, nao tive, nunca tive, "
        "nunca tive nenhum, nunca tive nenhuma, nunca tive um, nunca houve, sem, nenhum, zero",
        "problema, problemas, queixa, queixas, reclamacao, reclamacoes, do que reclamar, "
        "de que reclamar",
        ", com ele, com ela, dele, dela",
    ),
}


@lru_cache(maxsize=8)
def praise(language: str) -> frozenset[str]:
    """What is said kindly of the other, in a language and in English."""
    return frozenset(_made(_OF_THEM, language))


@lru_cache(maxsize=8)
def fearless(language: str) -> frozenset[str]:
    """That nothing is wrong, in a language and in English."""
    return frozenset((*_made(_FEARLESS, language), *_made(_FAULTLESS, language)))


def _made(table: Mapping[str, tuple[str, ...]], language: str) -> Iterator[str]:
    for code in dict.fromkeys((language[:2], "en")):
        for words in product(*(_each(part) for part in table.get(code, table["en"]))):
            yield " ".join(word for word in words if word)


def _each(part: str) -> tuple[str, ...]:
    """The spellings of a part; that it begins with a comma says that it may be left out."""
    return (*(("",) if part.startswith(",") else ()), *spellings(part))
