"""Which language somebody writes in, by the small words that every sentence has."""

from collections import Counter

from assistant.understanding import patterns

FEWEST = 2  # more small words than of the language that is spoken to them
SHORT = 3  # words: then one word that only this language has is enough
_SMALL = {
    "en": (
        "the a an i im ive id you u ur my your me is are am was be to of for with and or but "
        "not no yes yeah ok okay want need help can could what how when where why who do does "
        "did have has it this that in on at from about will would just so if hi hello thanks "
        "please work school"
    ),
    "es": (
        "el la los las un una unos unas y o pero no si yo tu usted me mi mis te se lo le les "
        "de del al con por para en que como cuando donde quien cual porque es soy eres estoy "
        "esta estan hay fue ser tengo tiene tener quiero quisiera puedo puede necesito hacer "
        "hablar trabajar trabajo estudiar aprender ayuda hola buenas buenos dias tardes "
        "noches gracias bueno claro muy mas tambien ahora hoy manana ayer siempre todo todos "
        "algo alguien hijo hija hijos hijas lunes martes miercoles jueves viernes sabado "
        "sabados domingo domingos despues antes tarde nada entiendo llamo cuanto cuesta esto "
        "eso busco gusta espanol ingles treinta veinte cuarenta anos mejor aqui comprendo "
        "sabes sabe acuerdo interesa"
    ),
    "fr": (
        "le la les un une des et ou mais ne pas oui non je j tu vous il elle on nous mon ma "
        "mes ton ta tes votre de du d au aux avec pour par dans sur en que qu qui quoi "
        "comment quand pourquoi est es suis sont si c ce cette ca ai as a avez avoir etre "
        "faire veux voudrais peux pouvez besoin travail travailler aide aider parler "
        "apprendre bonjour bonsoir salut merci tres bien aussi maintenant demain hier "
        "toujours tout rien quelqu lundi mardi mercredi jeudi vendredi samedi dimanche soir "
        "matin apres avant francais anglais ans trente vingt enfants fils fille comprends "
        "interesse sais slt bjr coucou ouais jsuis jveux jpeux koi svp stp"
    ),
    "pt": (
        "o a os as um uma e ou mas nao sim eu tu voce vc me meu minha meus minhas te se lhe "
        "de do da dos das no na nos nas ao com por para pra pro em que como quando onde quem "
        "qual porque sou estou to esta ta tem tenho ter quero queria posso pode preciso fazer "
        "falar trabalhar trabalho estudar aprender ajuda ola oi bom boa dia tarde noite "
        "obrigado obrigada muito mto mais tambem agora hoje amanha ontem sempre tudo nada "
        "algo alguem filho filha filhos segunda terca quarta quinta sexta sabado domingo "
        "depois antes portugues ingles trinta vinte anos ajudar entendo chamo quanto custa "
        "isso isto entendi compreendo interessa sei oie eae opa vc vcs blz"
    ),
}
# What may be the whole of it; no other of our languages has these.
_ALONE = {
    "es": (
        "hola tengo soy estoy anos buenas buenos gracias vale quiero necesito si claro bueno "
        "ayuda espanol treinta entiendo comprendo interesa"
    ),
    "fr": (
        "oui suis bonjour bonsoir salut merci voudrais veux besoin francais trente accord "
        "comprends quoi interesse slt bjr coucou ouais jsuis jveux svp stp ans"
    ),
    "pt": (
        "sim tenho sou estou ola oi obrigado obrigada nao quero preciso voce portugues trinta "
        "entendo entendi compreendo interessa oie eae vc vcs blz"
    ),
    "en": ("yes yeah hello thanks okay please want need help"),
}
_KNOWN = {code: frozenset(listed.split()) for code, listed in _SMALL.items()}
_SURE = {code: frozenset(listed.split()) for code, listed in _ALONE.items()}
_FOREIGN = {
    code: frozenset().union(*(_KNOWN[other] | _SURE[other] for other in _KNOWN if other != code))
    - _KNOWN[code]
    for code in _KNOWN
}


def language(text: str, spoken: str) -> str | None:
    """The code of the language in which somebody writes who is spoken to in another one; None
    where it is the same, or may be any."""
    said = patterns.words(text)
    own = _KNOWN.get(spoken, frozenset())
    if _FOREIGN.get(spoken, frozenset()).isdisjoint(said):  # the cheap first test
        return None
    score = Counter({code: sum(word in known for word in said) for code, known in _KNOWN.items()})
    (best, most), (_, second) = score.most_common(2)
    if best != spoken and most > second and most - sum(word in own for word in said) >= FEWEST:
        return best
    return _of_few(said, spoken) if len(said) <= SHORT else None


def _of_few(said: tuple[str, ...], spoken: str) -> str | None:
    found = [code for code, sure in _SURE.items() if not sure.isdisjoint(said)]
    if len(found) != 1 or found[0] == spoken:
        return None
    theirs = _KNOWN[found[0]] | _SURE[found[0]]
    own = _KNOWN.get(spoken, frozenset()).intersection(said)
    return found[0] if own <= theirs else None  # "no" is of both in "no entiendo"
