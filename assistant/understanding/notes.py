"""Whether words read like a note to somebody, "hey rosa soz was ill", or speak of them."""

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
    " desculpa valeu happy birthday merry congrats congratulations feliz cumpleanos felicidades"
    " joyeux anniversaire bravo aniversario parabens"
)
_THEM = patterns.listed(
    "she her hers shes he him his hes ella elle lui ela dela nela ele dele nele mentor mentora"
    " mentore mentee tutor tutora tuteur tutrice"
)
# Of whom somebody may speak as well, so that "she" is nobody we know.
_OTHERS = patterns.listed(
    "mum mom mam mummy mommy mother dad daddy father sister sis brother bro aunt auntie uncle "
    "nan nana gran grandma granny grandpa grandad cousin friend friends mate girlfriend "
    "boyfriend gf bf wife husband son daughter kid kids baby boss manager teacher coach doctor "
    "nurse neighbor neighbour girl boy guy lady man woman dog cat mama papa madre padre hermana "
    "hermano tia tio abuela abuelo prima primo amiga amigo novia novio esposa esposo hija hijo "
    "jefa jefe maestra maestro profesora profesor profe doctora perro maman mere pere soeur "
    "frere tante oncle mamie papi cousine copine copain amie ami femme mari fille fils chef "
    "patron patronne prof medecin chien chat mae pai irma irmao avo vo namorada namorado marido "
    "filha filho chefe professora professor medica medico cachorro gato"
)
# "Thank rosa for me", "say hi to rosa".
_SENDING = patterns.listed(
    "say thank greet wish saluda saludale saludame agradecele dale salue remercie agradece agradeca"
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


def speaks_of(text: str, name: str) -> bool:
    """Whether it is told or asked something about them, and not to them: "she was late again"."""
    said = patterns.words(text)
    called = next(iter(patterns.words(name)), "")
    named = bool(called) and any(word in (called, f"{called}s") for word in said)
    if named:
        return _SENDING.isdisjoint(said[:2]) and not addressed(text, name)
    return not _THEM.isdisjoint(said) and _OTHERS.isdisjoint(said) and _YOU.isdisjoint(said)


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
