"""How somebody says that they feel, where they were asked nothing: what is hard, and what is good.

Only what is said to be kind to; what may be harm is the scan's (`assistant.safeguarding`).
"""

import re
from enum import StrEnum

from assistant.understanding import patterns

LONGEST = 16  # words: more than a feeling is told in more


class Feeling(StrEnum):
    HARD = "hard"
    GOOD = "good"


_HARD = {
    "en": "sad|upset|lonely|stressed|stressing|stressful|anxious|overwhelmed|heartbroken"
    "|exhausted|worn out|homesick|crying|cried|gutted|devastated|miserable|nervous|struggling"
    "|(?:so|too|really|very) (?:tired|worried|scared|bad)|feel(?:ing|in)?"
    " (?:bad|low|down|awful|rough|sick)"
    "|(?:bad|rough|hard|awful|horrible|terrible|tough|rubbish|crap) (?:day|week|night|month)"
    "|(?:didnt|did not) (?:pass|get (?:it|in|the job))|failed|flunked|got (?:fired|dumped|rejected)"
    "|lost my job|broke up|passed away|funeral|(?:mum|mom|dad|nan|gran|grandma|grandpa|grandad"
    "|brother|sister|friend|uncle|aunt|dog|cat) (?:just )?died|miss my (?:mum|mom|dad|family|nan"
    "|gran|grandma|friends?|home|country)"
    "|not (?:ok|okay|good|happy|great|doing (?:well|good|great))",
    "es": "tristes?|solo y triste|me siento (?:muy |tan )?(?:mal|sol[oa]|triste|fatal|cansad[oa])"
    "|estresad[oa]|agobiad[oa]|ansios[oa]|angustiad[oa]|deprimid[oa]|agotad[oa]|nervios[oa]"
    "|estoy (?:muy |tan |re )?(?:mal|cansad[oa]|preocupad[oa])|(?:mal|pesimo|horrible) dia"
    "|(?:dia|semana) (?:horrible|terrible|malisim[oa]|pesim[oa]|muy dur[oa]|muy dificil)"
    "|llorando|llore|reprobe|suspendi|me echaron|me corrieron|perdi (?:el|mi) trabajo"
    "|murio mi|se murio|fallecio|velorio|funeral|terminamos|me dejo mi|extrano (?:a )?mi"
    "|echo de menos a|no estoy bien|no me siento bien",
    "fr": "tristes?|stressee?|angoissee?|deprimee?|epuisee?|crevee?|nerveu(?:x|se)|decue?"
    "|je me sens (?:tres |trop |si )?(?:mal|seule?|triste|nulle?)|trop (?:dur|fatiguee?)"
    "|(?:sale|mauvaise|dure|horrible) (?:journee|semaine)|journee (?:horrible|pourrie|difficile)"
    "|j[' ]?ai (?:pleure|rate|echoue|pas (?:eu|reussi)|perdu mon (?:travail|boulot|job))"
    "|je pleure|viree?"
    "|est (?:mort|morte|decedee?)|enterrement|on a rompu|me manquent?|ca (?:ne )?va pas"
    "|pas (?:le moral|bien du tout)|moral a zero",
    "pt": "tristes?|chatead[oa]|estressad[oa]|ansios[oa]|angustiad[oa]|deprimid[oa]|exaust[oa]"
    "|nervos[oa]|desanimad[oa]|(?:muito|mt|mto|tao) (?:cansad[oa]|mal|preocupad[oa])"
    "|me sinto (?:muito )?(?:mal|sozinh[oa])|(?:dia|semana) (?:horrivel|pessim[oa]|dificil|ruim)"
    "|chorando|chorei|reprovei|nao passei|fui demitid[oa]|perdi (?:o|meu) emprego|faleceu|morreu"
    "|enterro|velorio|terminamos|saudades? d[aoe]|nao (?:to|estou|tou) (?:bem|legal)",
}
_GOOD = {
    "en": "(?:i|we) (?:just )?passed|passed (?:my|the|it|all)|(?:i|we) did it|made it (?:in|onto)"
    "|got (?:the|a|my) (?:job|place|licen[cs]e|offer|interview|scholarship|apprenticeship|flat)"
    "|got (?:in|accepted|hired|promoted)|got an? (?:a|b|merit|distinction)|(?:i|we) won"
    "|(?:so|really|very|super) (?:happy|excited|proud|glad)|im (?:happy|excited|proud)"
    "|(?:good|great|amazing|best) (?:news|day)|happiest|over the moon|buzzing",
    "es": "aprobe|pase (?:el|la|los|las|mi) (?:examen|prueba|materia|curso)|lo logre|lo logramos"
    "|me dieron (?:el|la|un|una) (?:trabajo|puesto|beca|plaza|licencia)"
    "|consegui (?:el |un )?trabajo"
    "|me aceptaron|me contrataron|gane|ganamos|(?:muy|tan|super|re) (?:feliz|content[oa]"
    "|emocionad[oa])"
    "|estoy (?:feliz|content[oa])|(?:buena|gran) noticia|buenas noticias",
    "fr": "j[' ]?ai (?:reussi|eu (?:mon|le|la|un|une) [a-z]+|decroche|gagne|valide)"
    "|je suis (?:admise?|prise?|recue?)"
    "|(?:trop|tres|super|si) (?:contente?|heureu(?:x|se)|fiere?)|on a gagne"
    "|(?:bonne|super) nouvelle"
    "|je suis (?:contente?|heureu(?:x|se)|fiere?)",
    "pt": "passei (?:na|no|em|de)|consegui (?:o |um )?(?:emprego|trabalho|vaga|estagio|bolsa)"
    "|fui (?:aprovad[oa]|aceit[oa]|contratad[oa])|tirei (?:nota )?(?:10|dez|minha)|ganhei|ganhamos"
    "|(?:muito|mt|mto|tao|super) (?:feliz|content[ea]|animad[oa])"
    "|(?:to|estou) (?:feliz|content[ea])"
    "|(?:boa|otima) noticia|boas noticias",
}
_NOT = {
    "en": "not|no|never|isnt|arent|wasnt|dont|didnt|cant|wont|hope|hoping|if|when|should",
    "es": "no|nunca|si|cuando|ojala|espero",
    "fr": "pas|jamais|si|quand|espere",
    "pt": "nao|nunca|se|quando|tomara|espero",
}


def _compiled(table: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {language: re.compile(rf"\b(?:{words})\b") for language, words in table.items()}


_HARDS, _GOODS, _NOTS = map(_compiled, (_HARD, _GOOD, _NOT))


def find(text: str, language: str) -> Feeling | None:
    """How they feel, or None where it is not told, or may be denied, asked or both."""
    said = patterns.words(text)
    if "?" in text or len(said) > LONGEST:
        return None
    spoken = " ".join(word.replace("'", "") if language == "en" else word for word in said)
    known = language if language in _HARDS else "en"
    hard = _HARDS[known].search(spoken)
    good = _GOODS[known].search(spoken)
    if hard and good and hard.start() < good.start() < hard.end():  # "nao passei na prova"
        good = None
    if bool(hard) == bool(good):
        return None
    found = hard or good
    assert found is not None
    rest = spoken[: found.start()] + spoken[found.end() :]
    if _NOTS[known].search(rest):
        return None
    return Feeling.HARD if hard else Feeling.GOOD
