"""Own words that tell something, apart from questions, refusals and what a machine writes."""

from collections.abc import Sequence
from functools import lru_cache

from flows.reading import words
from flows.reading.agreeing.marks import Known, Mark, marks
from flows.reading.agreeing.yesno import clauses, picking
from flows.reading.fillers import made_of, nodding, only_pleasant, small
from flows.reading.replies import Unclear, bounded, plain
from flows.reading.sentences import refused, sentence, wonders
from flows.reading.words.complaints import for_a_person

_NOTS = frozenset({Mark.NOT, Mark.EITHER, Mark.DENIAL})
_FEW = 3  # words: fewer only mutter
_NODS = 4  # words: more are no bare yes
_AGREEING = frozenset({Mark.YES, Mark.WANTED, Mark.SOFT})
_DOUBTFUL = frozenset({Mark.ASKING, Mark.UNSURE, Mark.CONTENT})


def tells(reply: str, language: str) -> bool:
    """Whether somebody tells something, so that a person should read it: "he shouts at me"."""
    text = bounded(reply)
    said = [mark for part in clauses(text) for mark in marks(part, language)]
    spoken = [word for part in clauses(text) for word in part]
    if "?" in text or len(spoken) < _FEW or not _DOUBTFUL.isdisjoint(said):
        return False
    agrees = said[:1] and said[0] in _AGREEING and Mark.BUT not in said
    if agrees and {Mark.DOUBT, *_NOTS}.isdisjoint(said):  # not "yes, never had a problem"
        agrees = not for_a_person(text, language)  # "yes, he is a bit weird"
    if _keeps(said, spoken, language):
        return False
    return Mark.OTHER in said and not agrees and not _by_machine(tuple(spoken), language)


def own_words(reply: str, language: str) -> str:
    """What was written as an answer: no question, refusal, "later", bare yes or machine's reply."""
    return _answer(reply, language, _putting_off(language))


def reason(reply: str, language: str) -> str:
    """The same where having no time is an answer."""
    return _answer(reply, language, words.phrases(language, "later"))


def _answer(reply: str, language: str, putting_off: frozenset[str]) -> str:
    text = bounded(reply)
    spoken = plain(text)
    nods = len(spoken) <= _NODS and made_of(nodding(language), spoken, language)
    if nods or only_pleasant(spoken, language) or wonders(text, spoken):
        raise Unclear(reply)
    if not _anchors(language).isdisjoint(spoken):  # the cheap first test
        refuses = refused(spoken, language) or made_of(putting_off, spoken, language)
        if refuses or _by_machine(spoken, language) or _asks(text, spoken, language):
            raise Unclear(reply)
        if not _endings(language).isdisjoint(spoken):
            said = [mark for part in clauses(text) for mark in marks(part, language)]
            if _keeps(said, spoken, language):
                raise Unclear(reply)
    return sentence(reply, language)


def later(reply: str, language: str) -> bool:
    """Whether it is put off: "maybe later", "no time"."""
    return _later(plain(reply), language)


def not_now(reply: str, language: str) -> bool:
    """Whether it is put off where having no time is an answer."""
    phrases = words.phrases(language, "later")
    return made_of(phrases, plain(reply), language)


def until_later(reply: str, language: str) -> bool:
    """Whether it is put off, even to a day: "ask me tomorrow", but not "tomorrow" alone."""
    return made_of(_with_a_verb(language), plain(reply), language)


def nods(reply: str, language: str) -> bool:
    """Whether it only agrees, laughs or is content: "lol ok", "haha nice"."""
    known = nodding(language) | words.phrases(language, "content") | small(language)
    return made_of(known, plain(reply), language)


def pleasant(reply: str, language: str) -> bool:
    """Whether it only wishes, thanks or says goodbye: "ok thank you!! god bless"."""
    return only_pleasant(plain(reply), language)


def only_assents(reply: str, language: str) -> bool:
    """Whether words only agree to what is proposed, "deal", "ok thanks": where one asks what has
    happened that tells nothing. A thumb alone is none of them."""
    spoken, known = picking(bounded(reply), language), _assents(language)
    said = {mark for part in spoken for mark in marks(part, language, known)}
    return said == {Mark.SOFT} and bool(plain(reply))


def puts_off(reply: str, language: str) -> bool:
    """Whether it is put off, or asked about: "maybe later", "who is this"."""
    text = bounded(reply)
    spoken = plain(text)
    return _later(spoken, language) or _asks(text, spoken, language)


def asks(reply: str, language: str) -> bool:
    """Whether it begins as a question does: "is it free?", "how long does it take"."""
    text = bounded(reply)
    return _asks(text, plain(text), language)


def _keeps(said: Sequence[Mark], spoken: Sequence[str], language: str) -> bool:
    """Whether it only wants our texts to go on: "dont stop texting me"."""
    denied = Mark.DOUBT in said or not _NOTS.isdisjoint(said)
    if not denied or _endings(language).isdisjoint(spoken):
        return False
    known = words.phrases(language, "texts")
    return said.count(Mark.OTHER) <= sum(word in known for word in spoken)


def _asks(text: str, spoken: tuple[str, ...], language: str) -> bool:
    asks = words.phrases(language, "asks")
    if words.anchors(asks).isdisjoint(spoken):  # the cheap first test
        return False
    size = words.longest(asks, _begun(spoken, language))
    return size > 1 or (size > 0 and "?" in text)


def _begun(said: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The words without a greeting, a yes, an "and" or a "but" before them."""
    asks = words.phrases(language, "asks")
    small = _before_questions(language)
    while said and said[0] in small and not words.longest(asks, said):
        said = said[1:]
    return said


def _later(said: tuple[str, ...], language: str) -> bool:
    """Whether it is put off: "sorry, not now"."""
    return made_of(_putting_off(language), said, language)


@lru_cache(maxsize=8)
def _assents(language: str) -> Known:
    return dict.fromkeys(words.phrases(language, "assents"), Mark.SOFT)


@lru_cache(maxsize=8)
def _anchors(language: str) -> frozenset[str]:
    """One of these is in every refusal, delay, question and automatic reply."""
    entries = ("no", "later", "busy", "machines", "asks", "endings")
    return frozenset().union(*(words.anchors(words.phrases(language, one)) for one in entries))


@lru_cache(maxsize=8)
def _endings(language: str) -> frozenset[str]:
    return frozenset(words.heads(words.phrases(language, "endings")))


@lru_cache(maxsize=8)
def _before_questions(language: str) -> frozenset[str]:
    entries = ("greetings", "ands", "contrasts", "yes", "soft")
    return frozenset().union(*(words.phrases(language, entry) for entry in entries))


@lru_cache(maxsize=8)
def _putting_off(language: str) -> frozenset[str]:
    return words.phrases(language, "later") | words.phrases(language, "busy")


@lru_cache(maxsize=8)
def _with_a_verb(language: str) -> frozenset[str]:
    return frozenset(one for one in words.phrases(language, "later") if " " in one)


def _by_machine(said: tuple[str, ...], language: str) -> bool:
    """Whether a phone or another machine wrote it: "I'm driving"."""
    machine = words.phrases(language, "machines")
    if words.anchors(machine).isdisjoint(said):  # the cheap first test
        return False
    return any(words.longest(machine, said, at) for at in range(len(said)))
