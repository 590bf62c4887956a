"""What answers no question: "what?", "like what?", and that somebody's phone does not work."""

from collections.abc import Mapping
from functools import lru_cache

from flows.reading import words
from flows.reading.replies import plain

# Each is the whole reply, but for politeness.
PUZZLED: Mapping[str, str] = {
    "en": (
        "what, wat, wut, wdym, what do you mean, what does that mean, whats that, what is that, "
        "huh, eh, come again, say again, i dont understand, dont understand, i dont get it, dont "
        "get it, i dont follow, didnt get that, no idea what you mean"
    ),
    "es": (
        "que, q, ke, como, como asi, que dices, que dice, no entiendo, no entendi, no te entiendo, "
        "no le entiendo, no comprendo, que quieres decir, que significa, que significa eso, "
        "que quiere decir eso, eh, mande"
    ),
    "fr": (
        "quoi, kwa, hein, comment ca, pardon, je comprends pas, comprends pas, j comprends pas, je "
        "ne comprends pas, jai pas compris, j ai pas compris, pas compris, ca veut dire quoi, cest "
        "quoi, c est quoi, c koi"
    ),
    "pt": (
        "que, q, o que, oque, oq, como assim, como, nao entendi, n entendi, nao entendo, nao "
        "percebi, nao percebo, nao compreendo, que isso, o que isso quer dizer, "
        "o que quer dizer isso, o que isso significa, hein, ha"
    ),
}
# The same where it is asked, with a question mark: elsewhere it may be an answer.
ASKED_BACK: Mapping[str, str] = {
    "en": (
        "like what, like, such as, for example, for instance, example, examples, an example, any "
        "examples, eg, must i, do i must, have to, gotta, am i obliged, obliged, mandatory, "
        "required, anything, anything at all, whatever, whatever i want, in one word, how many "
        "words, how long, how much, in what, about what, of what, with what, me, who, who me"
    ),
    "es": (
        "como cuales, tipo que, por ejemplo, ejemplo, ejemplos, un ejemplo, algun ejemplo, ej, "
        "tengo que, debo, es obligatorio, obligatorio, obligado, obligada, es obligado, cualquier "
        "cosa, lo que sea, lo que quiera, sobre que, de que, en que, con que, yo, quien"
    ),
    "fr": (
        "genre quoi, comme quoi, genre, par exemple, par ex, exemple, des exemples, un exemple, je "
        "dois, dois je, je suis oblige, je suis obligee, suis je oblige, on est oblige, oblige, "
        "obligee, obligatoire, cest oblige, cest obligatoire, nimporte quoi, nimporte, n importe "
        "quoi, ce que je veux, tout ce que je veux, sur quoi, de quoi, en quoi, avec quoi, moi, "
        "qui"
    ),
    "pt": (
        "tipo o que, tipo que, tipo, por exemplo, exemplo, exemplos, um exemplo, algum exemplo, "
        "preciso, tenho que, tenho de, devo, sou obrigado, sou obrigada, e obrigatorio, "
        "obrigatorio, qualquer coisa, o que eu quiser, o que quiser, sobre o que, sobre que, de "
        "que, em que, com que, eu, quem"
    ),
}
# What somebody texts with, how it fails, and what may stand around the two.
PHONE: Mapping[str, str] = {
    "en": (
        "phone, fone, fon, cell, cellphone, mobile, screen, keyboard, battery, batt, charge, "
        "charger, sim, credit, minutes, data, signal, reception, service, wifi, internet, network"
    ),
    "es": (
        "celular, cel, celu, movil, telefono, tel, pantalla, teclado, bateria, pila, carga, "
        "cargador, chip, saldo, credito, datos, megas, senal, cobertura, wifi, internet, red"
    ),
    "fr": (
        "tel, telephone, portable, ecran, clavier, batterie, bat, chargeur, credit, forfait, data, "
        "reseau, wifi, internet, connexion, unites"
    ),
    "pt": (
        "celular, cel, telemovel, telefone, tela, ecra, teclado, bateria, carga, carregador, chip, "
        "credito, creditos, saldo, dados, sinal, rede, wifi, internet, net"
    ),
}
FAILS: Mapping[str, str] = {
    "en": (
        "doesnt work, dont work, does not work, wont work, not working, isnt working, aint "
        "working, stopped working, is broken, is broke, broken, broke, got broken, died, is dead, "
        "dead, is dying, dying, cracked, is cracked, keeps crashing, keeps dying, keeps freezing, "
        "is frozen, froze, is messed up, messed up, is playing up, playing up, is bugging, "
        "bugging, no, got no, have no, i have no, theres no, there is no, no more, out of, im out "
        "of, i am out of, ran out of, i ran out of, running out of, dont have, i dont have, dont "
        "have any, i dont have any, i dont have enough, not enough, ran out, has run out, is "
        "running out, is low, low on, im low on, low, is down, is bad, bad, went off, cut off"
    ),
    "es": (
        "no sirve, no me sirve, no funciona, no me funciona, no anda, no prende, no carga, se "
        "rompio, se me rompio, se dano, se me dano, se murio, se me murio, se descompuso, se me "
        "descompuso, se apago, se me apago, esta roto, esta danado, esta descompuesto, anda mal, "
        "falla, esta fallando, ya no sirve, ya no funciona, sin, estoy sin, me quede sin, ando "
        "sin, no tengo, ya no tengo, no hay, no tengo mucho, se me acabo, se me acaba, se acabo, "
        "se me acabaron, se me fue, se fue, poca, poco, pocos, mala, esta mal, no llega, no agarra"
    ),
    "fr": (
        "marche plus, ne marche plus, marche pas, ne marche pas, fonctionne plus, fonctionne pas, "
        "ne fonctionne plus, ne fonctionne pas, est casse, est cassee, casse, est mort, est morte, "
        "est hs, hs, bug, beug, bugue, plante, s allume plus, ne s allume plus, deconne, rame, est "
        "en panne, en panne, plus de, jai plus de, j ai plus de, je nai plus de, pas de, jai pas "
        "de, j ai pas de, je nai pas de, y a pas de, ya pas de, y a plus de, ya plus de, il ny a "
        "pas de, il ny a plus de, plus assez de, pas assez de, jai plus assez de, a plat, est a "
        "plat, est vide, vide, epuise, est epuise, coupe, est coupe, faible, je capte pas le, jai "
        "presque plus de, presque plus de, a court de, je suis a court de"
    ),
    "pt": (
        "quebrou, ta quebrado, esta quebrado, nao funciona, n funciona, nao ta funcionando, nao "
        "esta funcionando, parou de funcionar, nao liga, nao carrega, morreu, avariou, esta "
        "avariado, estragou, ta estragado, esta estragado, ta ruim, esta ruim, pifou, travou, ta "
        "travando, deu problema, ta com problema, esta com problema, sem, to sem, tou sem, estou "
        "sem, fiquei sem, nao tenho, n tenho, ja nao tenho, nao tenho mais, nao ha, nao tem, "
        "acabou, acabou se, acabaram, ta acabando, esta a acabar, caiu, ta ruim, ta fraco, fraco, "
        "fraca, pouco, pouca"
    ),
}
AROUND: Mapping[str, str] = {
    "en": (
        "my, the, this, its, it, again, so, because, rn, now, right now, today, anymore, just, "
        "here, at home"
    ),
    "es": (
        "mi, el, la, este, hoy, ahora, otra vez, ya, es que, porque, bien, aqui, aca, en casa, nada"
    ),
    "fr": (
        "mon, le, la, l, ma, ce, encore, aujourdhui, la, bien, c est que, parce que, trop, ici, "
        "chez moi, du tout"
    ),
    "pt": (
        "meu, o, a, minha, esse, este, hoje, agora, de novo, ja, e que, porque, direito, aqui, em "
        "casa, nenhum, nenhuma"
    ),
}


def puzzled(reply: str, language: str) -> bool:
    """Whether it only says that somebody did not understand: "what", "no entiendo"."""
    said, phrases = plain(reply), _puzzled(language, "?" in reply)
    if not _words(phrases, language).issuperset(said):  # the cheap first test
        return False
    return _found(said, phrases, language) == len(said) > 0


def of_a_phone(reply: str, language: str) -> bool:
    """Whether it tells of a phone that fails, and of nothing else: "my phone doesnt work", but
    not "fix my phone"."""
    said, phone = plain(reply), _phone(language)
    if phone.isdisjoint(said):  # the cheap first test
        return False
    fails = _table(FAILS, language)
    around = phone | _table(AROUND, language)
    failing = any(words.longest(fails, said, at) for at in range(len(said)))
    return failing and _found(said, fails | around, language) == len(said)


def _found(said: tuple[str, ...], phrases: frozenset[str], language: str) -> int:
    """How many words, from the first on, are made of these phrases and of politeness."""
    small, at = words.phrases(language, "beside"), 0
    while at < len(said):
        size = words.longest(phrases, said, at) or words.longest(small, said, at)
        if not size:
            break
        at += size
    return at


@lru_cache(maxsize=16)
def _puzzled(language: str, asked: bool) -> frozenset[str]:
    found = _table(PUZZLED, language)
    return found | _table(ASKED_BACK, language) if asked else found


@lru_cache(maxsize=8)
def _phone(language: str) -> frozenset[str]:
    return _table(PHONE, language)


@lru_cache(maxsize=16)
def _words(phrases: frozenset[str], language: str) -> frozenset[str]:
    """Each word of these phrases and of politeness: what is made of them has no other."""
    every = phrases | words.phrases(language, "beside")
    return frozenset(word for phrase in every for word in phrase.split(" "))


def _table(table: Mapping[str, str], language: str) -> frozenset[str]:
    return words.merged(table.get(language[:2], table["en"]), table["en"])
