"""Words around a yes where one asks if something has happened; apostrophes are left out."""

from collections.abc import Mapping

from flows.reading import words

# wishes: agree to what may come, and tell nothing of what has happened.
# loose: a yes alone, and only a beginning where something unknown follows: "of course she forgot".
# coming: what is still to come, unless something of the past stands beside it.
# met: that they met. past: what else has happened.
# amiss: not so, or not yet, or not the question that was asked: "supposed to", "and you".
PHRASES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "wishes": (
            "i will, i would, i can, i want, i want to, i want it, id like to, id love to, we can, "
            "we will, it will, i am, im in, ready, lets start, you can, love to, i do, we do, "
            "we are"
        ),
        "loose": (
            "i have, we have, right, true, of course, ofc, course, definitely, def, totally, sure, "
            "absolutely, obviously, obvs, certainly, fine, ok, okay, k, kk, alright, all right, "
            "cool, done, welcome, ya"
        ),
        "coming": (
            "tomorrow, tmrw, tmr, tomoz, next week, next time, later, will, gonna, going to, soon, "
            "meeting today, tonight, have to"
        ),
        "past": (
            "was, were, did, went, had, helped, learned, learnt, saw, came, got, loved, liked, "
            "enjoyed, again"
        ),
        "met": "met, talked, chatted, spoke",
        "amiss": (
            "supposed, almost, nearly, forgot, cancelled, canceled, rescheduled, postponed, moved, "
            "moved it, my fault, on me, my bad, overslept, missed, bailed, flaked, and you, and u, "
            "hbu, wbu, good question, should have, shouldve, wouldve, would have"
        ),
    },
    "es": {
        "wishes": (
            "quiero, si quiero, puedo, si puedo, me gustaria, me encantaria, vamos, pueden, puede, "
            "puedes, ahi nos vemos, alla nos vemos, ahi estare, alla estare, listo, adelante"
        ),
        "loose": (
            "ya, claro, por supuesto, obvio, obviamente, seguro, segurisimo, desde luego, verdad, "
            "cierto, bueno, bien, bno, ok, okey, vale, va, eso, sin duda"
        ),
        "coming": (
            "mañana, proxima, proximo, luego, despues, vamos a, va a, vernos, veremos, vere, "
            "quedamos para, quedamos en"
        ),
        "past": (
            "fue, fuimos, fui, estuvo, estuvimos, vi, conoci, ayudo, gusto, encanto, tuvimos, "
            "aprendi, hicimos, otra vez, de nuevo"
        ),
        "met": "vimos, hablamos, platicamos, reunimos, juntamos, conocimos",
        "amiss": (
            "mero, merito, casi, quisiera, hubiera, hubiese, se supone, se suponia, olvido, "
            "se me olvido, se le olvido, se me paso, cancelo, canceló, cancelamos, se cancelo, "
            "movimos, movio, cambiamos, mi culpa, culpa mia, falte, y tu, y usted, y vos, "
            "si es que, si la veo, si lo veo, si viene, si llega, buena pregunta"
        ),
    },
    "fr": {
        "wishes": (
            "je veux, jveux bien, je veux bien, je peux, on y va, allons y, jaimerais bien, "
            "jadorerais, jy serai, je serai la, je viendrai, tu peux, vous pouvez, cest parti"
        ),
        "loose": (
            "bien sur, bien sure, biensur, evidemment, certainement, absolument, clair, grave, "
            "carrement, bien, ok, okay, oki, cool, vrai, si, ca va, bien entendu"
        ),
        "coming": (
            "demain, dem1, prochain, prochaine, bientot, plus tard, tout a lheure, va se voir, "
            "on va, on se voit, on se verra, verra"
        ),
        "past": ("etait, cetait, ete, aide, adore, aime, passe, appris, fait, encore, revoit"),
        "met": "vu, vus, vues, parle, discute, rencontre, rencontres, rencontrees",
        "amiss": (
            "presque, oublie, annule, reporte, decale, ma faute, de ma faute, devait, on devait, "
            "aurait du, rate, loupe, et toi, et vous, bonne question, prevu, cest prevu"
        ),
    },
    "pt": {
        "wishes": (
            "quero, quero sim, eu quero, posso, posso sim, eu posso, vou sim, gostaria, adoraria, "
            "estarei la, vou estar la, podem sim, simbora, vai ser otimo"
        ),
        "loose": (
            "claro, obvio, logico, certo, certinho, isso, ta, bem, bom, com certeza, certeza, ctz, "
            "evidente, evidentemente, verdade, seguro, obviamente, legal, ok, tudo bem, beleza, blz"
        ),
        "coming": (
            "amanha, amnh, proxima, proximo, depois, mais tarde, vai ser, vai acontecer, vamos, "
            "vou, ainda vai, vai rolar"
        ),
        "past": (
            "foi, fui, fomos, vi, ajudou, gostei, adorei, aprendi, rolou, tivemos, aconteceu, "
            "de novo, outra vez"
        ),
        "met": "conversamos, falamos, vimos, encontrei, encontramos",
        "amiss": (
            "quase, queria, esqueceu, esqueci, desmarcou, desmarquei, desmarcamos, cancelou, "
            "cancelamos, cancelei, remarcou, remarcamos, adiou, adiamos, furou, faltei, faltou, "
            "minha culpa, culpa minha, era pra, era para, e voce, e vc, e tu, boa pergunta"
        ),
    },
}


def phrases(language: str, entry: str) -> frozenset[str]:
    """An entry in a person's language, and the English one but for words that differ there."""
    own = PHRASES.get(language[:2], PHRASES["en"])
    return words.merged(own[entry], PHRASES["en"][entry], words.foreign(language))
