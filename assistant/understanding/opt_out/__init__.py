"""Opting out: the words that carriers own, and free wording in four languages."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from assistant.understanding import mistyping, patterns
from assistant.understanding.opt_out import rules
from assistant.understanding.opt_out.english import ENGLISH
from assistant.understanding.opt_out.french import FRENCH
from assistant.understanding.opt_out.portuguese import PORTUGUESE
from assistant.understanding.opt_out.rules import Sense
from assistant.understanding.opt_out.spanish import SPANISH

# https://docs.aws.amazon.com/sms-voice/latest/userguide/keywords-required.html (REMOVE, TD),
# https://www.twilio.com/docs/proxy/opt-out-keywords (ARRETT, ARRETE), 47 CFR 64.1200(a)(10),
# and what a speaker of each language would try first. Heard as a whole message only.
STOP_WORDS = patterns.listed(
    "stop stopall unsubscribe unsub cancel end quit revoke optout remove td arret arrett arrete"
    " arretez arreter stopper stoppe stoppez cesser cessez desabonner desabonnement desinscrire"
    " desinscription alto parar cancelar baja pare paren parem sair desuscribir desuscribirme"
    " descadastrar descadastro desinscrever"
)
_PHRASES = patterns.listed(
    "opt out|stop all|stop everything|cancel all|end all|de baja|dar de baja|dar baixa"
)
# Stops when nothing was asked; while a question is open they may be its answer.
_UNASKED = patterns.listed(
    "cancela cancelen salir terminar finalizar annuler quitter sortir resilier fini fin fim"
    " encerrar detener"
)
_DOUBTED = patterns.listed("para|spam|no stop|cease and desist")
_UNASKED_DOUBTS = patterns.listed(
    "not interested|im not interested|no me interesa|pas interesse|je suis pas interesse"
    "|je ne suis pas interesse|nao tenho interesse|nao me interessa"
    "|delete|eliminar|supprimer|excluir"
)
# A word that stops also where it stands alone in the last clause of a longer message.
_STRONG = patterns.listed(
    "stop stopall unsubscribe unsub optout arret arrete arretez pare paren parem"
)
_PERHAPS = frozenset(["basta", "chega"])
# "The bus stop", "when to stop", "don't stop", "omg stop": no request.
_IDLE = patterns.listed(
    "the a an bus to cant dont wont never not non i we you u they he she it next last full didnt"
    " doesnt couldnt must should would will no un l al him her them by and or 2 in at for"
    " la le les el los las o os as une uma du des do da"
)
_ASKING = patterns.listed("when where why how what who does did will can could is")
_LAUGHING = patterns.listed("lol lmao lmfao omg omfg haha hahaha ha jaja jajaja kkk mdr rofl xd")
_HASTE = patterns.listed("now already immediately asap right just ya agora ahora maintenant yo")
_SLIPS = {
    slip: word
    for word, slips in {
        "stop": "stp stopp sstop sotp stpo st0p stap stahp stoop stob",
        "quit": "qiut quitt",
        "baja": "baha",
    }.items()
    for slip in slips.split()
}
_TABLES = (ENGLISH, SPANISH, FRENCH, PORTUGUESE)
_REAL = {word for each in _TABLES for listed in each.words.values() for word in listed.split()}
_LANGUAGES = [rules.Judge(each, _REAL) for each in _TABLES]


def _spelt() -> dict[str, str]:
    long = [word for word in sorted(STOP_WORDS) if len(word) > 5]
    slips = {slip: word for word in sorted(STOP_WORDS) for slip in mistyping.misspelt(word)}
    slips |= {slip: word for word in ("stop", *long) for slip in mistyping.beside(word)}
    real = _UNASKED | _DOUBTED | {"atop"}
    # "Stop2quit", as other senders teach it.
    glued = {f"stop2{ends}": "stop" for ends in ("stop", *long, "end", "quit", "opt")}
    likely = {slip: word for slip, word in slips.items() if slip not in real}
    return likely | glued | _SLIPS | {word: word for word in STOP_WORDS}


_SPELT = _spelt()
# One of these is in every text that stops as a whole, or by a clause of it.
_STOPPING = frozenset(_SPELT).union(
    _PERHAPS,
    (
        max(phrase.split(), key=len)
        for phrase in (*_PHRASES, *_UNASKED, *_DOUBTED, *_UNASKED_DOUBTS)
    ),
)
# One of these is in everything that `sense` knows.
ANCHORS = _STOPPING.union(*(judge.anchors for judge in _LANGUAGES))


def sense(said: Sequence[str], language: str, asked: bool) -> Sense:
    """Whether these courteous words ask for no more messages."""
    if is_ordinary(said):
        return Sense.NOTHING
    found = Sense.NOTHING if _is_ordinary(_STOPPING, said) else _stops(said, language, asked)
    if found is not Sense.SURE:
        found = max([found, *(each.sense(said) for each in _LANGUAGES if _concerns(each, said))])
    return found


def _stops(said: Sequence[str], language: str, asked: bool) -> Sense:
    alone = [word for word in plain(said) if word not in _HASTE]
    return max(_whole(alone, language, asked), _closing(said, asked))


def _concerns(judge: rules.Judge, said: Sequence[str]) -> bool:
    return not judge.anchors.isdisjoint(said)


def is_ordinary(said: Sequence[str]) -> bool:
    """The cheap first test: no word that any request needs, and nothing s p e l t."""
    return _is_ordinary(ANCHORS, said)


def _is_ordinary(anchors: frozenset[str], said: Sequence[str]) -> bool:
    return anchors.isdisjoint(said) and any(len(word) > 1 for word in said)


def plain(said: Iterable[str]) -> list[str]:
    """The words without punctuation and repetitions; "s t o p" is one word."""
    kept = list(said)
    if patterns.BREAK in kept:
        kept = [word for word in kept if word != patterns.BREAK]
    if len(kept) > 2 and all(len(word) == 1 for word in kept):
        return ["".join(kept)]
    if len(set(kept)) == len(kept):  # nothing is said twice
        return kept
    return [word for word, _ in groupby(kept)]


def _whole(kept: Sequence[str], language: str, asked: bool) -> Sense:
    whole = " ".join(kept)
    word = _SPELT.get(whole, whole)
    if word == "alto" and language == "pt":
        return Sense.DOUBTFUL
    if word in STOP_WORDS or word in _PHRASES:
        return Sense.SURE
    if word in _UNASKED:
        return Sense.DOUBTFUL if asked else Sense.SURE
    doubted = word in _DOUBTED or (not asked and word in _UNASKED_DOUBTS)
    return Sense.DOUBTFUL if doubted else Sense.NOTHING


def _closing(said: Sequence[str], asked: bool) -> Sense:
    """ "Who is this? STOP" is sure; "Stop, who is this" and "wrong guy stop" are not."""
    clauses = _clauses(said)
    if not clauses or not _LAUGHING.isdisjoint(said):
        return Sense.NOTHING
    if len(clauses) > 1 and _strong(clauses[-1]):
        return Sense.SURE
    if len(clauses) > 1 and (_strong(clauses[0]) or _PERHAPS.issuperset(clauses[-1])):
        return Sense.DOUBTFUL
    if _trailing(clauses[-1]) or (not asked and _addressed(clauses[0])):
        return Sense.DOUBTFUL
    return Sense.NOTHING


def _clauses(said: Sequence[str]) -> list[list[str]]:
    return [list(clause) for ends, clause in groupby(said, patterns.BREAK.__eq__) if not ends]


def _strong(clause: Sequence[str]) -> bool:
    return len(clause) == 1 and _SPELT.get(clause[0]) in _STRONG


def _trailing(clause: Sequence[str]) -> bool:
    """ "This is not jay stop"; never "the bus stop"."""
    if not 1 < len(clause) <= 8 or clause[-1] != "stop":
        return False
    return clause[-2] not in _IDLE and clause[0] not in _ASKING


def _addressed(clause: Sequence[str]) -> bool:
    """ "Stop bridge"; never "stop smoking" or "stop by"."""
    if not 1 < len(clause) <= 3 or _SPELT.get(clause[0]) not in _STRONG:
        return False
    return clause[1] not in _IDLE and not clause[1].endswith(("ing", "in", "n"))
