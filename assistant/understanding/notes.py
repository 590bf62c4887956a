"""Whether words read like a note to somebody by name: "hey rosa soz was ill"."""

from collections.abc import Sequence

from assistant.understanding import patterns

_GREETING = patterns.listed(
    "hi hey heya hiya hello yo morning dear oh ok okay aw aww sorry soz thanks thx ty please pls"
    " hola buenas ey oye perdon gracias querida querido salut coucou bonjour bonsoir merci desole"
    " desolee pardon chere cher oi ola bom dia boa tarde desculpa obrigada obrigado valeu querida"
)
# What is said to somebody, and hardly of them, right after their name.
_TO_YOU = patterns.listed(
    "i im ill ive id u you ur can could will would r are do did have sorry soz thanks thx ty how"
    " what when where why hi hey pls please lets see miss happy good we"
    " yo tu te me puedes podemos perdon gracias como que cuando nos estoy feliz buenas llego"
    " je j tu t peux merci desole desolee comment on vous bonne joyeux"
    " eu voce vc pode podemos desculpa obrigada obrigado valeu a gente to tou feliz bom boa"
)
_YOU = patterns.listed(
    "u you ur your ya youre thanks thx ty sorry soz te ti tu tus usted contigo gracias perdon"
    " toi vous ton ta tes merci desole desolee voce vc contigo teu tua seu sua obrigada obrigado"
    " desculpa valeu"
)
_FARTHEST = 4  # words of greeting before the name


def addressed(text: str, name: str) -> bool:
    """Whether somebody of that name is spoken to, and not of."""
    called = next(iter(patterns.words(name)), "")
    typed = patterns.words(text)
    if not called or called not in typed:
        return False
    said = [word for word in typed if word != patterns.BREAK]
    return _at_first(typed, said, called) or _at_last(said, called)


def _at_first(typed: Sequence[str], said: Sequence[str], called: str) -> bool:
    at = said.index(called)
    if at > _FARTHEST or not all(word in _GREETING for word in said[:at]) or not said[at + 1 :]:
        return False
    place = typed.index(called)
    paused = typed[place + 1] == patterns.BREAK
    return at > 0 or paused or said[at + 1] in _TO_YOU


def _at_last(said: Sequence[str], called: str) -> bool:
    """ "see you tuesday rosa", "thank you rosa"."""
    return len(said) > 1 and said[-1] == called and not _YOU.isdisjoint(said[:-1])
