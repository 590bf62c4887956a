"""Words of complaint or worry, and of asking for something: a coordinator should read them."""

from collections.abc import Iterator, Mapping

from flows.reading import words
from flows.reading.replies import plain

PHRASES: Mapping[str, str] = {
    "en": (
        "never comes, never came, never shows, never showed, never answers, never replies, "
        "always late, so late, very late, too late, late again, came late, keeps cancelling, "
        "cancels, cancelled on me, cancelled again, stood me up, didnt show, didnt turn up, "
        "didnt come, did not come, no show, nobody there, no one there, nobody came, ghosted, "
        "ghosting me, ignores me, ignored me, doesnt listen, didnt listen, not listening, talks "
        "only, only talks, talked down to, rude, mean to me, mean, weird, creepy, awkward, "
        "uncomfortable, uneasy, annoying, bored, boring, useless, pointless, waste of time, "
        "wasted, no use, no help, not helpful, not helping, doesnt help, didnt help, not "
        "working, doesnt work out, not a good fit, dont get on, dont get along, dont like, "
        "didnt like, hate, hated, angry, upset, sad, cried, crying, worried, worry, worries me, "
        "concerned, stressed, confused, disappointed, disappointing, frustrated, frustrating, "
        "unfair, not fair, problem, problems, trouble, argued, argue, argument, fight, fought, "
        "wrong, too hard, struggling, struggles, feel bad, felt bad, not sure i, not sure if, "
        "dont want to, someone else, somebody else, another mentor, other mentor, want to stop, "
        "give up, giving up, quit, asked for money, asks for money, borrow, alcohol, drunk, "
        "drugs, smoked, alone in, at home alone, can you, could you, can we, could we, can i, "
        "different mentor, change mentor, change mentors, switch mentors, new mentor, my address, "
        "asking for money, smelled like, smelled of, smells like, smells of, beer, drinks, "
        "follows me, "
        "followed me, "
        "could i, may i, can someone, can dana, need help, need a, i need, we need, please"
    ),
    "es": (
        "nunca viene, nunca vino, nunca llega, nunca responde, nunca contesta, siempre tarde, "
        "muy tarde, llego tarde, llega tarde, otra vez tarde, no vino, no llego, no aparecio, "
        "no se presento, no habia nadie, me dejo plantado, me dejo plantada, cancela, cancelo "
        "otra vez, me ignora, no me escucha, no escucha, no escucho, solo habla, grosero, "
        "grosera, maleducado, maleducada, raro, rara, incomodo, incomoda, pesado, aburrido, "
        "aburrida, inutil, perdida de tiempo, no sirve, no sirvio, no ayuda, no me ayuda, no "
        "ayudo, no funciona, no nos entendemos, no nos llevamos, no me gusto, no me gusta, "
        "odio, enojado, enojada, enfadado, enfadada, molesto, molesta, triste, llore, llorando, "
        "preocupado, preocupada, preocupa, preocupacion, estresado, estresada, confundido, "
        "confundida, decepcionado, decepcionada, frustrado, frustrada, injusto, problema, "
        "problemas, discutimos, discusion, pelea, peleamos, mal, me senti mal, no se si, no "
        "quiero, otra persona, otro mentor, otra mentora, dejarlo, rendirme, dinero prestado, "
        "me pidio dinero, me pide dinero, alcohol, borracho, drogas, puedes, podria, podrian, "
        "cambiar de mentor, cambiar de mentora, mi direccion, huele a, olia a, cerveza, me sigue, "
        "me siguio, "
        "pueden, necesito, necesitamos, ayuda, por favor"
    ),
    "fr": (
        "ne vient jamais, jamais venu, jamais venue, ne repond jamais, ne repond pas, repond "
        "jamais, toujours en retard, tres en retard, en retard, pas venu, pas venue, personne "
        "nest venu, nest pas venu, nest pas venue, pas la, ma pose un lapin, lapin, annule, "
        "encore annule, mignore, necoute pas, mecoute pas, ne mecoute pas, malpoli, malpolie, "
        "impoli, bizarre, mal a laise, gene, genant, penible, ennuyeux, ennuyeuse, ennuie, "
        "ennuyee, inutile, perte de temps, sert a rien, ne sert a rien, naide pas, maide pas, "
        "pas aide, ca ne marche pas, marche pas, on ne sentend pas, sentend pas, jaime pas, pas "
        "aime, deteste, fache, fachee, enerve, enervee, triste, pleure, inquiet, inquiete, "
        "minquiete, inquietude, stresse, stressee, perdu, perdue, decu, decue, frustre, "
        "frustree, injuste, probleme, problemes, souci, soucis, dispute, disputes, mal passe, "
        "pas bien, pas sur si, pas sure si, je ne veux pas, veux pas, quelquun dautre, autre "
        "mentor, autre personne, arreter, abandonner, prete de largent, demande de largent, "
        "changer de mentor, changer de personne, mon adresse, sentait la, sent la, biere, me suit, "
        "ma suivi, ma suivie, "
        "alcool, ivre, drogue, pouvez vous, pourriez vous, peux tu, pourrais tu, jai besoin, "
        "besoin, aide, svp, stp, sil vous plait, sil te plait"
    ),
    "pt": (
        "nunca vem, nunca veio, nunca aparece, nunca responde, sempre atrasado, sempre "
        "atrasada, muito atrasado, muito atrasada, chegou atrasado, chegou atrasada, atrasou de "
        "novo, ninguem apareceu, nao veio, nao apareceu, me deu bolo, deu bolo, furou, cancela, "
        "cancelou de novo, me ignora, me ignorou, nao me escuta, nao escuta, nao me ouve, so "
        "fala, grosso, grossa, mal educado, mal educada, estranho, estranha, desconfortavel, "
        "incomodado, incomodada, chato, chata, entediante, inutil, perda de tempo, nao adianta, "
        "nao ajuda, nao me ajuda, nao ajudou, nao funciona, nao da certo, nao deu certo, nao "
        "combinamos, nao gostei, nao gosto, odeio, odiei, bravo, brava, chateado, chateada, "
        "triste, chorei, chorando, preocupado, preocupada, preocupa, preocupacao, estressado, "
        "estressada, confuso, confusa, decepcionado, decepcionada, frustrado, frustrada, "
        "injusto, problema, problemas, brigamos, briga, discutimos, discussao, mal, me senti "
        "mal, nao sei se, nao quero, outra pessoa, outro mentor, outra mentora, desistir, "
        "parar, pediu dinheiro, pede dinheiro, alcool, bebado, drogas, voce pode, voces podem, "
        "trocar de mentor, trocar de mentora, mudar de mentor, meu endereco, cheiro de, cheirando "
        "a, "
        "cerveja, me segue, me seguiu, "
        "poderia, preciso, precisamos, ajuda, por favor"
    ),
}

# Phrases that hold such words, and praise or find nothing wrong.
PRAISE: Mapping[str, str] = {
    "en": "no problem, no problems, not weird, not rude, not mean, never mean, never rude",
    "es": (
        "me ayuda, me ayuda mucho, me ayuda con, ella me ayuda, el me ayuda, mucha ayuda, "
        "gran ayuda, buena ayuda, gracias por la ayuda, sin problema, sin problemas"
    ),
    "fr": (
        "une grande aide, merci pour laide, pas bizarre, aucun probleme, sans probleme, "
        "pas de probleme, aucun souci, sans souci, pas de souci"
    ),
    "pt": (
        "me ajuda, me ajuda muito, me ajuda com, muita ajuda, grande ajuda, boa ajuda, "
        "obrigado pela ajuda, obrigada pela ajuda, sem problema, sem problemas"
    ),
}


def phrases(language: str) -> frozenset[str]:
    """The words of a person's language, and the English ones."""
    return words.merged(PHRASES.get(language[:2], PHRASES["en"]), PHRASES["en"])


def for_a_person(reply: str, language: str) -> bool:
    """Whether a note asks, complains or worries, so that somebody should read it."""
    spoken, complained = plain(reply), phrases(language)
    if "?" in reply:
        return True
    if words.anchors(complained).isdisjoint(spoken):  # the cheap first test
        return False
    return any(words.longest(complained, spoken, at) for at in _unpraised(spoken, language))


def _unpraised(spoken: tuple[str, ...], language: str) -> Iterator[int]:
    """Where each word stands, but for those of praise: "me ayuda mucho"."""
    at, praise = 0, _praise(language)
    while at < len(spoken):
        if praised := words.longest(praise, spoken, at):
            at += praised
        else:
            yield at
            at += 1


def _praise(language: str) -> frozenset[str]:
    return words.merged(PRAISE.get(language[:2], PRAISE["en"]), PRAISE["en"])
