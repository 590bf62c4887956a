"""Words around a time to meet, one table per language; apostrophes are left out."""

from collections.abc import Mapping

from flows.reading import words

# spare: carries nothing. harmless: holds a "no" and denies nothing. refusing: the time is none.
# engaged: a time that is taken. any, except: "any day but". before_name: a name may follow.
# places: where one may meet, and perhaps not where it was said before.
# at_place: around the name of a place.
# numbered: before a number that is no time: "room 12".
# later, earlier: after "15 min" and its like, counted from the time that is spoken of.
# put_off, bring_forward: before it.
PHRASES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "spare": (
            "during, sound, sounds, i, im, ill, id, ive, we, well, wed, us, u, you, ur, your, me, "
            "my, our, it, its, that, thats, this, lets, let, about, abt, bout, can, could, cud, "
            "would, wud, shall, should, will, wil, do, does, be, is, are, am, was, thinking, go, "
            "going, gonna, wanna, want, meet, meeting, meetup, met, see, c, ya, chat, talk, "
            "speak, catch, up, come, make, made, say, said, book, set, put, down, try, pick, "
            "choose, prefer, like, love, think, thought, guess, hope, suggest, propose, works, "
            "work, worked, suit, suits, good, gd, great, gr8, best, better, perfect, fine, cool, "
            "nice, ok, okay, k, kk, okey, sure, yes, yeah, yea, yh, yep, yup, no, nah, nope, "
            "free, available, avail, around, possible, instead, rather, actually, maybe, perhaps, "
            "probably, prolly, definitely, def, then, there, here, so, and, n, also, too, just, "
            "only, really, pls, plz, please, thanks, thank, thx, ty, cheers, sorry, soz, srry, "
            "hi, hey, hello, hiya, morning, dear, lol, haha, ha, um, umm, uh, erm, hmm, oh, ah, "
            "wow, x, xx, xo, mate, bro, hun, time, times, day, date, slot, one, ish, sharp, "
            "exactly, roughly, approx, with, w, for, of, the, if, r, thatd, itd, theyd, library, "
            "lib, cafe, coffee, coffeeshop, starbucks, mcdonalds, park, mall, center, centre, "
            "place, same, usual, school, room, office, campus, online, zoom, call, video, phone, "
            "facetime, whatsapp, text, lunch, dinner, breakfast, class, move, moved, change, "
            "changed, switch, reschedule, push, shift, look, looking, forward, again, all, any, "
            "earliest, soonest, 1st, hour, hours, mins, minutes, tentatively, still, to, i said, "
            "meant, mean, i meant, correct, right, as, but, tho, though, however, works for me, "
            "any time, anytime, whenever, all good, dude, man, miss, mr"
        ),
        "harmless": (
            "have to move it, have to move, gotta move it, gotta move, got to move, "
            "got to move it, have to change it, have to change, gotta change it, gotta change, "
            "got to change, have to reschedule, gotta reschedule, got to reschedule, "
            "have to push it, gotta push it, have to switch, gotta switch, have to make it, "
            "gotta make it, "
            "same time, same hour, same times, "
            "same place, same spot, usual place, "
            "all day, the whole day, is there any chance, any chance of, any chance we could, any "
            "chance, any time of day, at all, what about, wat about, how about, hows about, how "
            "bout, how abt, hbu, how does, what if, how is, hows, whats about, no problem, no "
            "problems, no prob, no probs, np, no worries, no rush, not a problem, cant wait, "
            "cannot wait, why not, dont mind, dont worry, not bad, if not too late, any time, "
            "anytime, at any time, whenever, all good, after school, after work, after class, "
            "after lunch, after college, after practice, after my shift, before school, before "
            "work, before class, before lunch, have time, got time, have a free slot, am free, im "
            "free, i can do, have free, i have nothing, have nothing on"
        ),
        "refusing": (
            "busy, impossible, unavailable, booked, tied, taken, full, cancel, cancelled, off, "
            "bad, worst, worse, sick, ill, away, late, unable, struggle, struggling, tricky, "
            "difficult, hard, awkward, clash, clashes, working, travelling, traveling, hate, "
            "terrible, wrong, neither, none, nothing, no good, no way, rubbish, out"
        ),
        "engaged": (
            "is a no, a no, no go, no to, no for, on shift, my shifts, a shift, in class, "
            "at school, at college, at the doctors, at the dentist, not in, too early, too late, "
            "too soon, to early, to "
            "late, too far, 2 early, 2 late, have, ive got, got, i work, at work, have to, gotta, "
            "my shift, my exam, no good, no bueno, no chance, no way, no can do, no dice, no use"
        ),
        "any": "any, anything, every, everything, all, most, whatever, anyday, everyday",
        "except": (
            "but, except, apart, besides, excluding, unless, other than, save, bar, minus, aside"
        ),
        "but": "but, however, though, tho, although",
        "before_name": "with, hi, hey, hello, thanks, thx, ty, dear, tell, ok, yes",
        "later": ("later, l8r, latr, after, afterwards, afterward, on"),
        "earlier": ("earlier, before, sooner"),
        "put_off": (
            "push it back, push it, push back, push, put it back, move it back, postpone it, "
            "postpone, delay it, delay"
        ),
        "bring_forward": (
            "bring it forward, bring forward, move it forward, move it up, pull it forward"
        ),
        "minutes": ("min, mins, minute, minutes, minuets, minutos, m"),
        "hours": ("hour, hours, hr, hrs, h"),
        "half_hour": (
            "half an hour, half hour, half a hour, a half hour, 1 2 hour, a half an hour, arf hour"
        ),
        "quarter_hour": ("a quarter of an hour, quarter of an hour, quarter hour, a quarter hour"),
        "and_half": ("and a half, and half"),
        "one": ("a, an"),
        "places": (
            "call, phone, ring, zoom, video, facetime, whatsapp, online, library, lib, cafe, "
            "coffee, coffeeshop, starbucks, mcdonalds, park, mall, room, office, campus, center, "
            "centre, text"
        ),
        "at_place": (
            "by, on, over, via, at, in, the, a, an, to, could, can, we, it, do, lets, make, have, "
            "that, time, meet, instead, rather, better, please, pls, i, id, prefer, this, for"
        ),
        "numbered": "room, rm, classroom, floor, gate, door, building, block, lab, bus, platform",
        "none_of_them": (
            "none, neither, any of them, any of those, any of these, do any, make any, do those, "
            "make those, do these, those dont work, they dont work, those dont suit"
        ),
        "same_hour": ("same time, same hour, same times"),
        "week_later": (
            "next week, the next week, nxt week, next wk, following week, the following week, "
            "a week later, the week after"
        ),
    },
    "es": {
        "spare": (
            "cambiemoslo, pasemoslo, movamoslo, dejemoslo, hagamoslo, pongamoslo, puedes, si "
            "puedes, te, va, os, yo, nos, me, le, lo, la, el, los, las, mi, tu, un, una, uno, "
            "que, q, k, esta, este, eso, estaria, sera, seria, es, son, ser, voy, vamos, van, "
            "iria, puedo, podemos, podria, podriamos, podrias, pueda, puede, quiero, quieres, "
            "queria, gustaria, quedamos, quedar, quedo, queda, vemos, vernos, ver, veo, nos "
            "vemos, reunir, reunirnos, reunimos, encontrarnos, encontramos, juntamos, juntarnos, "
            "hablar, hablamos, hablemos, charlar, hacer, hacemos, hacerlo, pongamos, poner, "
            "dejamos, dejarlo, dejemos, cambiar, cambiamos, cambiarlo, cambio, mover, moverlo, "
            "movemos, pasar, pasarlo, pasamos, parece, viene, vendria, conviene, sirve, funciona, "
            "prefiero, prefiera, propongo, sugiero, creo, pienso, digo, dije, libre, disponible, "
            "tiempo, bien, bueno, buena, mejor, perfecto, genial, ok, okay, vale, dale, si, sii, "
            "sip, claro, listo, entonces, pues, quiza, quizas, tal, vez, igual, tambien, solo, "
            "mismo, misma, siempre, lugar, sitio, por, favor, porfa, porfavor, xfa, x, gracias, "
            "hola, ola, buenas, perdon, perdona, disculpa, lo siento, siento, jaja, jeje, eh, "
            "mmm, y, e, con, para, pa, de, del, en, a, al, dia, hora, horas, cita, reunion, "
            "biblioteca, cafe, cafeteria, parque, centro, escuela, cole, colegio, insti, oficina, "
            "llamada, videollamada, video, telefono, zoom, plaza, whatsapp, linea, comer, "
            "almorzar, "
            "clase, "
            "aqui, alli, ahi, pero, aunque, punto, eso de, mas o menos, aprox, mejor dicho, en "
            "vez, sobre, seguro, segura, acuerdo, no, nada, cualquier hora, cualquier momento, "
            "biblio"
        ),
        "harmless": (
            "tengo que cambiarlo, tengo que cambiar, tengo que moverlo, tengo que mover, "
            "tengo que pasarlo, tengo que dejarlo, tengo que aplazarlo, tengo que retrasarlo, "
            "a la misma hora, la misma hora, misma hora, al mismo horario, mismo horario, "
            "mismo lugar, mismo sitio, el mismo lugar, en el mismo lugar, en el mismo sitio, "
            "todo el dia, que tal, que te parece, que tal si, como a las, todo bien, como lo ves, "
            "no hay problema, sin problema, ningun problema, no pasa nada, por que no, porque no, "
            "como no, no importa, no te preocupes, despues de clase, despues de clases, despues "
            "de la escuela, despues del cole, despues del colegio, despues del trabajo, despues "
            "de comer, despues del almuerzo, a cualquier hora, cualquier hora, tengo libre, tengo "
            "tiempo, estoy libre, ya no tengo nada"
        ),
        "refusing": (
            "ocupado, ocupada, imposible, complicado, dificil, mal, fatal, cancelar, cancela, "
            "trabajo, trabajar, trabajando, enfermo, enferma, fuera, tarde para mi, tampoco, "
            "nunca, ninguno, ninguna, lleno, llena, viaje, examen, examenes, peor, nada"
        ),
        "engaged": (
            "en clase, de viaje, de vacaciones, muy tarde, muy temprano, muy pronto, demasiado, "
            "tengo, tengo que, hay, debo"
        ),
        "any": "cualquier, cualquiera, todos, todas, todo, cada, siempre",
        "except": "menos, excepto, salvo, quitando, aparte, fuera, pero",
        "but": "pero, sino, aunque",
        "before_name": "con, hola, gracias, ok, si",
        "later": ("mas tarde, mas tardecito, despues, luego, dsp, dps, + tarde, tarde"),
        "earlier": ("mas temprano, antes, mas pronto, + temprano"),
        "put_off": (
            "retrasarlo, retrasarla, retrasar, retrasamos, atrasarlo, atrasarla, aplazarlo, "
            "aplazarla, aplazar, posponerlo, posponerla, posponer"
        ),
        "bring_forward": ("adelantarlo, adelantarla, adelantar, adelantamos"),
        "minutes": ("min, mins, minuto, minutos, minutitos, minutillos"),
        "hours": ("hora, horas, horita, h"),
        "half_hour": ("media hora, media horita, 1 2 hora"),
        "quarter_hour": ("un cuarto de hora, cuarto de hora"),
        "and_half": ("y media"),
        "one": ("un, una"),
        "places": (
            "llamada, videollamada, video, plaza, telefono, zoom, whatsapp, linea, biblioteca, "
            "cafe, cafeteria, "
            "biblio, parque, centro, oficina, sala, aula"
        ),
        "at_place": (
            "por, en, el, la, un, una, al, a, lo, hacemos, hagamos, podemos, puede, que, sea, "
            "seria, mejor, a esa, hora, esa, nos, vemos, prefiero, de, x"
        ),
        "numbered": "sala, salon, aula, clase, piso, planta, puerta, edificio, bloque, bus, linea",
        "none_of_them": "ninguno, ninguna, ningun dia, ninguno de esos",
        "same_hour": ("misma hora, la misma hora, mismo horario, el mismo horario, esa hora"),
        "week_later": (
            "semana que viene, semana q viene, proxima semana, prox semana, semana proxima, "
            "semana siguiente, siguiente semana, una semana despues, una semana mas tarde"
        ),
    },
    "fr": {
        "spare": (
            "veux, peux, pouvez, voulez, arrangerait, ira, je, j, on, nous, tu, vous, me, moi, "
            "toi, te, le, la, les, l, un, une, c, ce, cest, ca, est, serait, sera, etre, suis, "
            "es, ai, as, a, peut, pourrait, pourrais, pouvons, pourrions, voudrais, voudrait, "
            "aimerais, prefere, prefererais, propose, suggere, pense, crois, dis, dit, disons, "
            "vois, voit, voir, verrait, revoit, rencontre, rencontrer, retrouve, retrouver, rdv, "
            "rendez, reunion, parle, parler, faire, fait, fais, mettre, mets, changer, change, "
            "decaler, decale, deplacer, deplace, reporter, reporte, passer, va, irait, vas, vais, "
            "aller, convient, arrange, marche, colle, dispo, disponible, libre, temps, bien, bon, "
            "bonne, mieux, parfait, parfaite, super, genial, top, nickel, cool, ok, okay, oki, "
            "daccord, dac, accord, oui, ouais, wi, alors, donc, plutot, ptet, aussi, juste, "
            "seulement, meme, endroit, lieu, si, possible, stp, svp, sil, plait, merci, mrc, "
            "bonjour, bjr, salut, slt, coucou, cc, bonsoir, desole, desolee, pardon, mdr, lol, "
            "haha, euh, ben, bah, hein, et, avec, pour, de, du, d, en, au, aux, dans, sur, chez, "
            "qui, que, heure, heures, jour, date, creneau, bibliotheque, bibli, cdi, cafe, parc, "
            "centre, ecole, lycee, college, fac, bureau, appel, telephone, tel, visio, zoom, "
            "whatsapp, ligne, dejeuner, cours, la bas, ici, mais, pile, precises, environ, genre, "
            "biblio, tous les deux, dire, voulais, non, il, y, se, sont, tout"
        ),
        "harmless": (
            "dois decaler, dois le decaler, dois la decaler, dois changer, dois reporter, "
            "dois deplacer, dois bouger, dois repousser, faut decaler, faut changer, "
            "faut reporter, "
            "a la meme heure, la meme heure, meme heure, mm heure, "
            "meme endroit, meme lieu, au meme endroit, mm endroit, "
            "toute la journee, ca va, tout va bien, quand meme, pas de probleme, pas de soucis, "
            "pas de souci, aucun probleme, sans probleme, pas grave, pourquoi pas, pas mal, apres "
            "les cours, apres lecole, apres le lycee, apres le college, apres le travail, apres "
            "le boulot, apres manger, apres le dejeuner, jai le temps, jai du temps, je suis "
            "libre, nimporte quelle heure, n importe quelle heure, jai rien, je nai rien"
        ),
        "refusing": (
            "occupe, occupee, impossible, complique, difficile, mal, pris, prise, travaille, "
            "bosse, boulot, taf, travail, malade, absent, absente, annule, annuler, examen, exam, "
            "controle, jamais, aucun, aucune, rien, mort, chaud, pire"
        ),
        "engaged": (
            "en cours, en vacances, au travail, de garde, trop, jai, ai, ya, il y a, dois, c est "
            "mort, cest mort, mort, foutu, c est foutu, cest foutu"
        ),
        "any": "nimporte, importe, tous, toutes, tout, chaque, toujours",
        "except": "sauf, hors, excepte, part, hormis, mais",
        "but": "mais, cependant, pourtant",
        "before_name": "avec, bonjour, salut, merci, coucou, ok, oui",
        "later": ("plus tard, apres, + tard, pls tard, ensuite"),
        "earlier": ("plus tot, avant, + tot"),
        "put_off": (
            "decaler, decale, decalons, le decaler, la decaler, repousser, repousse, reporter, "
            "retarder"
        ),
        "bring_forward": ("avancer, avance, avancons, l avancer"),
        "minutes": ("min, mins, minute, minutes, mn, minutes"),
        "hours": ("heure, heures, h"),
        "half_hour": (
            "une demi heure, demi heure, une demie heure, demie heure, 1 2 heure, 1 2h, "
            "dune demi heure, dune demie heure"
        ),
        "quarter_hour": (
            "un quart d heure, quart d heure, un quart dheure, quart dheure, 1 4 d heure, "
            "dun quart dheure"
        ),
        "and_half": ("et demie, et demi"),
        "one": ("un, une, dune, d une"),
        "places": (
            "appel, telephone, tel, visio, video, bistrot, zoom, whatsapp, ligne, bibliotheque, "
            "bibli, "
            "cdi, cafe, "
            "biblio, mediatheque, parc, centre, bureau, salle"
        ),
        "at_place": (
            "au, a, la, le, l, un, une, par, en, dans, sur, on, peut, se, faire, fait, ca, plutot, "
            "mieux, prefere, je, j, retrouve, voit, de, d"
        ),
        "numbered": "salle, classe, etage, porte, batiment, bloc, bus, ligne, quai",
        "none_of_them": "aucun, aucune, aucun des trois, aucun de ceux la",
        "same_hour": ("meme heure, mm heure, mem heure, cette heure"),
        "week_later": (
            "semaine prochaine, semaine pro, sem prochaine, semaine suivante, semaine d apres, "
            "une semaine plus tard, une semaine apres"
        ),
    },
    "pt": {
        "spare": (
            "se, ve, voce, vcs, puder, puderem, pudermos, der, gente, eu, a gente, nos, vc, tu, "
            "te, me, mim, o, a, os, as, um, uma, que, q, e, eh, esta, ta, tah, este, isso, seria, "
            "sera, ser, fica, ficaria, ficar, fico, ficamos, pode, posso, podemos, podia, "
            "poderia, poderiamos, podes, podiamos, quero, queria, gostaria, gosto, encontrar, "
            "encontra, encontramos, encontro, ver, vemos, vejo, reuniao, reunir, falar, fala, "
            "falamos, conversar, conversa, marcar, marca, marcamos, marcado, combinar, combinado, "
            "combinamos, fazer, faz, fazemos, vamos, vamo, bora, vou, vai, ir, mudar, muda, "
            "mudamos, mudei, trocar, troca, passar, passa, remarcar, remarca, adiar, da, daria, "
            "dava, rola, serve, funciona, convem, prefiro, proponho, sugiro, acho, penso, digo, "
            "disse, livre, disponivel, tempo, bem, bom, boa, melhor, otimo, perfeito, show, "
            "legal, beleza, blz, ok, okay, sim, ss, claro, certo, entao, pois, talvez, tambem, "
            "tb, tbm, so, mesmo, mesma, lugar, sitio, por, favor, pfv, pf, pfvr, obrigado, "
            "obrigada, obg, vlw, valeu, oi, ola, oie, opa, bom dia, desculpa, desculpe, foi mal, "
            "kkk, kk, rs, hum, ah, ai, com, para, pra, pro, de, do, no, na, em, dia, hora, horas, "
            "horario, biblioteca, cafe, parque, centro, escola, colegio, facul, escritorio, "
            "ligacao, chamada, videochamada, telefone, telemovel, video, "
            "zoom, praca, whatsapp, zap, online, almoco, almocar, aula, la, "
            "ali, aqui, mas, porem, ponto, mais ou menos, nossa, nosso, cara, mano, ne, seguro, "
            "acordo, tou, to, estou, biblio, qualquer hora"
        ),
        "harmless": (
            "preciso mudar, tenho que mudar, tenho de mudar, preciso remarcar, tenho que remarcar, "
            "tenho de remarcar, preciso trocar, tenho que trocar, preciso adiar, tenho que adiar, "
            "na mesma hora, a mesma hora, mesma hora, no mesmo horario, mesmo horario, "
            "mesmo lugar, msm lugar, no mesmo lugar, mesmo local, no mesmo local, "
            "o dia todo, dia todo, o dia inteiro, que tal, tudo bem, o que acha, que acha, td "
            "bem, sem problema, sem problemas, nao tem problema, por que nao, porque nao, pq nao, "
            "nao faz mal, nao me importo, depois da aula, depois das aulas, depois da escola, "
            "depois do colegio, depois do trabalho, depois do trampo, depois do almoco, dps da "
            "aula, dps da escola, a qualquer hora, qualquer hora, tenho tempo, to livre, estou "
            "livre, tenho livre, nao tenho nada"
        ),
        "refusing": (
            "ocupado, ocupada, impossivel, complicado, dificil, mal, ruim, trabalho, trabalhar, "
            "trabalhando, trampo, trampando, doente, fora, cancelar, cancela, nunca, nenhum, "
            "nenhuma, nada, cheio, cheia, viajando, viagem, prova, provas, pior"
        ),
        "engaged": (
            "em aula, na aula, de ferias, de plantao, muito cedo, muito tarde, cedo demais, tarde "
            "demais, muito em cima, tenho, tenho que, preciso, sem chance, sem condicoes, nem "
            "pensar, nem rola"
        ),
        "any": "qualquer, todos, todas, todo, toda, cada, sempre",
        "except": "menos, exceto, salvo, tirando, fora, mas",
        "but": "mas, porem, so que",
        "before_name": "com, oi, ola, obrigado, obrigada, valeu, ok, sim",
        "later": ("mais tarde, depois, dps, dpois, + tarde"),
        "earlier": ("mais cedo, antes, + cedo"),
        "put_off": ("adiar, adiamos, adia, empurrar"),
        "bring_forward": ("antecipar, antecipamos, adiantar, adiantamos"),
        "minutes": ("min, mins, minuto, minutos, minutinhos, minutin"),
        "hours": ("hora, horas, horinha, h"),
        "half_hour": ("meia hora, meia horinha, 1 2 hora"),
        "quarter_hour": ("um quarto de hora, quarto de hora"),
        "and_half": ("e meia"),
        "one": ("um, uma"),
        "places": (
            "ligacao, chamada, videochamada, telefone, telemovel, video, zoom, praca, whatsapp, "
            "zap, online, biblioteca, cafe, parque, "
            "biblio, centro, escritorio, sala"
        ),
        "at_place": (
            "por, no, na, em, o, a, um, uma, ao, a gente, gente, vamos, podemos, pode, que, seja, "
            "melhor, fazer, faz, se, encontrar, prefiro, de, pelo, pela, num, numa"
        ),
        "numbered": "sala, andar, porta, predio, edificio, bloco, onibus, autocarro, linha",
        "none_of_them": "nenhum, nenhuma, nenhum deles, nenhum desses",
        "same_hour": ("mesma hora, mesmo horario, msm hora, msm horario, essa hora"),
        "week_later": (
            "semana que vem, semana q vem, proxima semana, prox semana, semana seguinte, "
            "uma semana depois, uma semana mais tarde"
        ),
    },
}


def phrases(language: str, entry: str) -> frozenset[str]:
    """An entry in a person's language, and in English where it means nothing else."""
    own = PHRASES.get(language[:2], PHRASES["en"])
    return words.merged(own[entry], PHRASES["en"][entry], words.foreign(language))
