"""What answers no question: "what?", and that somebody's phone does not work."""

from collections.abc import Mapping

from flows.reading import words
from flows.reading.replies import bounded, plain

# Each is the whole reply, but for politeness.
PUZZLED: Mapping[str, str] = {
    "en": (
        "what, wat, wut, wdym, what do you mean, what does that mean, whats that, what is that, "
        "huh, eh, come again, say again, i dont understand, dont understand, i dont get it, "
        "dont get it, i dont follow, didnt get that, no idea what you mean"
    ),
    "es": (
        "que, q, ke, como, como asi, que dices, que dice, no entiendo, no entendi, "
        "no te entiendo, no le entiendo, no comprendo, que quieres decir, eh, mande"
    ),
    "fr": (
        "quoi, kwa, hein, comment ca, pardon, je comprends pas, comprends pas, j comprends pas, "
        "je ne comprends pas, jai pas compris, j ai pas compris, pas compris, ca veut dire quoi, "
        "cest quoi, c est quoi, c koi"
    ),
    "pt": (
        "que, q, o que, oque, oq, como assim, como, nao entendi, n entendi, nao entendo, "
        "nao percebi, nao percebo, nao compreendo, que isso, hein, ha"
    ),
}
# What somebody texts with, how it fails, and what may stand around the two.
PHONE: Mapping[str, str] = {
    "en": "phone, fone, fon, cell, cellphone, mobile, screen, keyboard, battery, charger, sim",
    "es": "celular, cel, celu, movil, telefono, tel, pantalla, teclado, bateria, cargador, chip",
    "fr": "tel, telephone, portable, ecran, clavier, batterie, chargeur",
    "pt": "celular, cel, telemovel, telefone, tela, ecra, teclado, bateria, carregador, chip",
}
FAILS: Mapping[str, str] = {
    "en": (
        "doesnt work, dont work, does not work, wont work, not working, isnt working, aint "
        "working, stopped working, is broken, is broke, broken, broke, got broken, died, is dead, "
        "dead, is dying, dying, cracked, is cracked, keeps crashing, keeps dying, keeps freezing, "
        "is frozen, froze, is messed up, messed up, is playing up, playing up, is bugging, bugging"
    ),
    "es": (
        "no sirve, no me sirve, no funciona, no me funciona, no anda, no prende, no carga, se "
        "rompio, se me rompio, se dano, se me dano, se murio, se me murio, se descompuso, se me "
        "descompuso, se apago, se me apago, esta roto, esta danado, esta descompuesto, anda mal, "
        "falla, esta fallando, ya no sirve, ya no funciona"
    ),
    "fr": (
        "marche plus, ne marche plus, marche pas, ne marche pas, fonctionne plus, fonctionne pas, "
        "ne fonctionne plus, ne fonctionne pas, est casse, est cassee, casse, est mort, est morte, "
        "est hs, hs, bug, beug, bugue, plante, s allume plus, ne s allume plus, deconne, rame, "
        "est en panne, en panne"
    ),
    "pt": (
        "quebrou, ta quebrado, esta quebrado, nao funciona, n funciona, nao ta funcionando, nao "
        "esta funcionando, parou de funcionar, nao liga, nao carrega, morreu, avariou, esta "
        "avariado, estragou, ta estragado, esta estragado, ta ruim, esta ruim, pifou, travou, ta "
        "travando, deu problema, ta com problema, esta com problema"
    ),
}
AROUND: Mapping[str, str] = {
    "en": "my, the, this, its, it, again, so, because, rn, now, right now, today, anymore, just",
    "es": "mi, el, la, este, hoy, ahora, otra vez, ya, es que, porque, bien",
    "fr": "mon, le, la, l, ma, ce, encore, aujourdhui, la, bien, c est que, parce que, trop",
    "pt": "meu, o, a, minha, esse, este, hoje, agora, de novo, ja, e que, porque, direito",
}


def puzzled(reply: str, language: str) -> bool:
    """Whether it only says that somebody did not understand: "what", "no entiendo"."""
    said = plain(bounded(reply))
    return _found(said, _table(PUZZLED, language), language) == len(said) > 0


def of_a_phone(reply: str, language: str) -> bool:
    """Whether it tells of a phone that fails, and of nothing else: "my phone doesnt work", but
    not "fix my phone"."""
    said = plain(bounded(reply))
    phone = _table(PHONE, language)
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


def _table(table: Mapping[str, str], language: str) -> frozenset[str]:
    return words.merged(table.get(language[:2], table["en"]), table["en"])
