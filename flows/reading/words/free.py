"""How people say in which hours of a week they are free, one table per language."""

from collections.abc import Mapping

# What a kind of phrase stands for is in flows/reading/free/weeks.py; apostrophes are spaces here.
PHRASES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "everyday": (
            "daily, any day, every day, everyday, all days, any other day, most days, anytime, "
            "any time, whenever, all week, all the time, always, always free, free always, "
            "flexible, doesnt matter, dont mind, dont care when, 24 7, any, all day every day, im "
            "easy"
        ),
        "every": "every, each, any, all, most, anything",
        "weekdays": (
            "weekdays, week days, weekday, in the week, during the week, school days, school "
            "nights, weeknights, week nights, on school days, mid week, midweek, school week"
        ),
        "weekends": "weekend, weekends, wkend, wkends, wknd, wknds, week end, week ends",
        "morning": "morning, mornings, morn, mornin, mornins, am only, early",
        "afternoon": "afternoon, afternoons, arvo, arvos, aft, aftanoon, pm only",
        "evening": (
            "weeknights, week nights, evening, evenings, eve, eves, night, nights, nite, nites, "
            "school nights, late"
        ),
        "lunch": (
            "lunch, lunchtime, lunchtimes, lunch time, at lunch, lunch break, noon, midday, mid day"
        ),
        "afterlunch": "after lunch",
        "school": (
            "after school, afta skool, after skool, after skl, afterschool, after class, after "
            "classes, after lessons, aftr school, afta school, afterskool, when school ends, "
            "after sch"
        ),
        "schooltime": "school, skool",
        "work": "after work, afta work, after wrk, afterwork",
        "after": (
            "after, afta, aftr, past, later than, not before, no earlier than, since, i finish "
            "at, finish at, i get off at, get off at, off at, done at, im done at, out at, i get "
            "out at, get out at, i get home at, get home at, home at, home by, done by, finish "
            "by, school ends at, class ends at, work ends at, school finishes at, out of school "
            "at, ends at, ends around, which ends at, finishes at, finishing at, ending at, ends "
            "by"
        ),
        "before": "before, b4, befor, until, till, til, up to, no later than, not after, by",
        "from": "from, starting, starting at, frm",
        "between": "between, btw, btwn, from",
        "to": "to, till, til, until, thru, through, thro",
        "onwards": "onwards, onward, or later, and later, and after, plus, on wards",
        "and": "and, n, &, also, then, plus, nd",
        "or": "or",
        "not": (
            "not, except, but not, apart from, cant, cannot, cant do, dont, no, never, besides, "
            "excluding, minus, wont, other than, no good, isnt, arent, bar, aside from, save "
            "for, save, nothing, "
            "not free, not available, not avail, unavailable, unavail, im not free, not able"
        ),
        "having": "i have, ive got, i got, got, have",
        "but": "but, so",
        "half": "half, half past",
        "thirty": "thirty",
        "at": "at, around, about, @, round",
        "unclear": (
            "depends, it depends, changes, varies, every week, this week, next week, every other, "
            "dunno, not sure, idk, every time"
        ),
        "taken": (
            "tough, rough, not great, not ideal, not the best, not good, worst, unavailable, not "
            "available, not avail, not free, unavail, working, teaching, lecturing, studying, "
            "training, i work, at work, in class, at school, in school, booked, booked up, booked "
            "solid, occupied, tied up, none, nope, closed, impossible, bad, terrible, awful, no "
            "go, a no, out of town, away, hard, difficult, tricky, i teach, i study, i train, "
            "full, in meetings, in a meeting, meetings, busy, im busy"
        ),
        "left": (
            "least, month, months, semester, school term, every other, every second, alternate, "
            "alternating, biweekly, bi weekly, once, twice, fortnight, fortnightly, first, "
            "second, third, fourth, last, outside, outside of, otherwise, the rest, other than "
            "that, apart from that, besides that, est, edt, cst, cdt, mst, mdt, pst, pdt, gmt, "
            "utc, cet, cest, bst, ist, et, pt, ct, eastern, pacific, central, timezone, your "
            "time, my time, instead, if, unless, when i, most likely, i dont work, i do not work, "
            "i never work, tomorrow, tmrw, tmr, 2moro, today, tonight, not sure, dunno, idk, "
            "too late, too early, too soon, to late, to early"
        ),
        "unit": (
            "hours, hrs, hour, hr, days, times, minutes, mins, weeks, evenings, mornings, "
            "afternoons, nights, x"
        ),
        "midnight": "midnight",
        "on": "on",
        "this": "this, next, coming, last",
        "fill": (
            "i, im, am, is, are, the, on, in, free, available, avail, can, do, could, be, please, "
            "pls, plz, thx, thanks, lol, ok, okay, good, best, fine, works, work, for, me, my, "
            "usually, mostly, normally, maybe, probably, ideally, prefer, would, like, a, of, it, "
            "time, times, day, days, all day, whole day, the whole day, each, every, hi, hey, um, "
            "well, to, meet, really, any time, id, say, oclock, o clock, ish, sometimes, "
            "possible, either, both, we, you, u, rosa, s, after that, anyday, mainly, suits, "
            "great, only, just, open, yes, sure, yeah"
        ),
    },
    "es": {
        "everyday": (
            "flexible, cualquier dia, todos los dias, cuando sea, cualquier hora, "
            "a cualquier hora, "
            "siempre, siempre libre, siempre estoy libre, cuando quieras, cuando quieran, diario, "
            "cuando puedan, me da igual, toda la semana, cualquier momento, en cualquier momento, "
            "cada dia, cualquiera, los demas dias, cualquier otro dia"
        ),
        "every": "cada, todos, todas, todo, toda, cualquier",
        "weekdays": (
            "entre semana, dias de semana, durante la semana, dias habiles, dias de escuela, en "
            "la semana, dias laborales"
        ),
        "weekends": "fin de semana, fines de semana, finde, findes, finde semana",
        "morning": "manana, mananas, mñn, temprano, mnn, manha",
        "afternoon": "tarde, tardes, trde",
        "evening": "noche, noches, nochecita, anochecer",
        "lunch": "almuerzo, hora del almuerzo, hora de comer, la comida, recreo, mediodia",
        "afterlunch": "despues de comer, despues del almuerzo",
        "school": (
            "despues de la escuela, despues de clases, despues de clase, despues del colegio, "
            "despues del cole, despues de la eskuela, saliendo de la escuela, despues de las "
            "clases, despues del instituto, al salir de clases, al salir de la escuela, despues d "
            "la escuela, despues de escuela, dspues de la eskuela, dsps de clases"
        ),
        "schooltime": "escuela",
        "work": (
            "despues del trabajo, despues dl trabajo, saliendo del trabajo, despues de trabajar, "
            "al salir del trabajo, despues d trabajar"
        ),
        "after": (
            "despues de las, despues de la, despues del, despues de, despues d las, dspues de "
            "las, despues, dsp, dsp de las, dsp de la, dsp d las, dps de las, dps de la, "
            "dsps de las, pasadas las, luego de las, desp de las, mas tarde de las, "
            "salgo a las, termino a las, acabo a las, salgo de clase a las, salgo del trabajo a "
            "las"
        ),
        "before": (
            "antes de las, antes de la, antes de, antes, hasta las, hasta la, hasta, asta las"
        ),
        "from": (
            "desde las, desde la, desde, a partir de las, a partir de la, a partir de, apartir de "
            "las"
        ),
        "between": "entre, entre las, de las, de, desde las, del",
        "to": "a, a las, hasta las, hasta, al, a la, hasta el",
        "onwards": "en adelante, o mas tarde, para adelante",
        "and": "y, e, tambien, i, &, mas",
        "or": "o, u",
        "not": (
            "menos, excepto, no, no puedo, salvo, nunca, excepto el, quitando, pero no, no puedo "
            "ir, tampoco, no estoy libre, no libre, no disponible, no estoy disponible"
        ),
        "having": "tengo",
        "but": "pero, asi que, por eso",
        "half": "y media",
        "thirty": "y treinta",
        "at": "a las, a la, sobre las, como a las, tipo, tipo las, alas",
        "unclear": "depende, esta semana, la proxima semana, cada semana, varia, cambia, no se",
        "taken": (
            "peor, dificil, no disponible, no estoy disponible, no estoy libre, no libre, "
            "indisponible, trabajo, trabajando, estudio, estudiando, tengo trabajo, en clase, en "
            "clases, en la escuela, en el trabajo, sin disponibilidad, no hay disponibilidad, "
            "imposible, ninguna, ninguno, nada, mal, complicado, cerrado, fuera, dando clase, doy "
            "clase, doy clases, ocupado, ocupada"
        ),
        "left": (
            "mes, meses, semestre, menos libre, cada dos, cada quince, un lunes si, primer, "
            "primero, primera, segundo, segunda, tercer, tercera, ultimo, ultima, quincenal, una "
            "vez, dos veces, fuera de, el resto, hora de, hora local, si no, salvo que, a menos "
            "que, en vez, no trabajo, hoy, no se, no estoy seguro, no estoy segura, muy tarde, "
            "muy temprano, muy pronto, demasiado tarde, demasiado temprano, demasiado pronto"
        ),
        "unit": "dias, veces, minutos, semanas",
        "midnight": "medianoche, la medianoche, media noche",
        "this": "este, esta, proximo, proxima",
        "fill": (
            "el, la, los, las, por, en, de, del, estoy, libre, puedo, podria, me, queda, bien, "
            "mejor, para, mi, porfa, porfavor, favor, x, gracias, ok, todo el dia, dia, dias, "
            "todo, todos, todas, hora, horas, normalmente, casi, seria, prefiero, yo, pues, hola, "
            "si, un, una, rato, disponible, ser, puede, quiza, tal, vez, al, d, dl, cada, toda, "
            "tengo tiempo, tengo libre, cualquier, semana, ir, solo, solamente, nomas, unicamente"
        ),
    },
    "fr": {
        "everyday": (
            "n importe quand, nimporte quand, tous les jours, quand tu veux, quand vous voulez, "
            "toujours, toujours libre, toujours dispo, n importe quel jour, chaque jour, peu "
            "importe, toute la semaine, tout le temps, nimporte kand, les autres jours, ca m est "
            "egal, n importe quel moment, tlj, a tout moment, tous les autres jours, quand on "
            "veut"
        ),
        "every": "chaque, tous, toutes, tout, toute",
        "weekdays": (
            "en semaine, la semaine, pendant la semaine, jours de semaine, jours de cours, jours "
            "d ecole, jours ouvrables, dans la semaine"
        ),
        "weekends": "week end, weekend, week ends, weekends, we, fin de semaine, wkend",
        "morning": "matin, matins, matinee, mat, tot",
        "afternoon": "apres midi, aprem, aprems, apresmidi, ap midi, aprm, laprem, apres midis",
        "evening": "soir, soirs, soiree, soirees, nuit, tard",
        "lunch": "midi, midis, dejeuner, pause dejeuner, pause de midi, heure du dejeuner",
        "afterlunch": "apres manger, apres le dejeuner, apres le repas",
        "school": (
            "apres l ecole, apres lecole, apres les cours, apres le lycee, apres le college, "
            "apres les cour, apres cours, apres la classe, apres ecole, a la sortie des cours, "
            "apres la fac, apres l ekol"
        ),
        "schooltime": "ecole, cours",
        "work": "apres le travail, apres le boulot, apres le taf, apres travail, apres taf",
        "after": (
            "apres, apre, plus tard que, je finis a, je termine a, je sors a, finis a, termine a, "
            "sors a, fini a"
        ),
        "before": "avant, jusqu a, jusqua, jusque, jusqu",
        "from": "a partir de, des, a partir d, apartir de, depuis, de",
        "between": "entre, de, du",
        "to": "a, jusqu a, au, jusqua, jusqu au",
        "onwards": "et plus, ou plus tard, et apres",
        "and": "et, puis, aussi, &, ainsi que",
        "or": "ou",
        "not": (
            "pas, sauf, jamais, sauf le, je peux pas, je ne peux pas, jpeux pas, peux pas, hors, "
            "excepte, mais pas, a part, ni, pas libre, pas dispo, pas disponible, suis pas libre, "
            "suis pas dispo, indispo, indisponible"
        ),
        "having": "j ai, jai",
        "but": "mais, donc, du coup",
        "half": "et demie, et demi",
        "thirty": "trente",
        "at": "a, vers, aux alentours de, environ, autour de",
        "unclear": (
            "ca depend, depend, cette semaine, la semaine prochaine, chaque semaine, je sais pas"
        ),
        "taken": (
            "pire, indisponible, indispo, pas disponible, pas dispo, pas libre, suis pas libre, "
            "suis pas dispo, je travaille, je bosse, travail, boulot, au travail, en cours, en "
            "classe, a l ecole, au lycee, a la fac, impossible, aucune, aucun, rien, ferme, "
            "absent, absente, complique, difficile, j etudie, je donne cours, j enseigne, pas "
            "possible, occupe, occupee, pris, prise"
        ),
        "left": (
            "mois, semestre, le moins, un sur deux, une semaine sur deux, premier, premiere, "
            "deuxieme, second, troisieme, dernier, derniere, une fois, deux fois, en dehors, en "
            "dehors de, sinon, le reste, heure de, heure locale, si je, au lieu, a moins que, je "
            "travaille pas, je ne travaille pas, demain, aujourd hui, je sais pas, je ne sais "
            "pas, pas sur, pas sure, trop tot, trop tard"
        ),
        "unit": "jours, fois, minutes, semaines",
        "midnight": "minuit",
        "this": "ce, cette",
        "fill": (
            "je, j, suis, libre, dispo, disponible, le, la, les, l, du, de, des, en, peux, tu, "
            "on, moi, c, est, bien, plutot, normalement, svp, stp, merci, ok, toute la journee, "
            "journee, tout, tous, toute, jour, jours, heures, heure, h, serait, parfait, pour, "
            "ca, va, mieux, souvent, d habitude, ce, serai, me, oui, bonjour, salut, si, "
            "possible, dans, un, une, ai du temps, chaque, au, d, ne, voir, se, il, peut, etre, "
            "seulement, que, uniquement"
        ),
    },
    "pt": {
        "everyday": (
            "qualquer dia, todo dia, todos os dias, quando quiser, qualquer hora, sempre, sempre "
            "livre, a qualquer hora, tanto faz, a semana toda, quando der, qualquer momento, cada "
            "dia, quando for, quando vc quiser, quando voce quiser, qq dia, qq hora, qualquer "
            "outro dia, os outros dias, toda hora, a semana inteira"
        ),
        "every": "cada, todos, todas, todo, toda, qualquer",
        "weekdays": (
            "durante a semana, dias de semana, dia de semana, dias uteis, na semana, dias de "
            "aula, dia util, em dia de semana"
        ),
        "weekends": "fim de semana, fins de semana, fds, final de semana, finais de semana, finde",
        "morning": "manha, manhas, cedo, de manha, manhazinha",
        "afternoon": "tarde, tardes, tardinha, trde",
        "evening": "noite, noites, noitinha, anoitecer",
        "lunch": "almoco, hora do almoco, intervalo, meio dia, recreio",
        "afterlunch": "depois do almoco, dps do almoco",
        "school": (
            "depois da escola, depois da aula, depois das aulas, dps da escola, dps da aula, "
            "depois do colegio, apos a escola, apos a aula, dps das aulas, depois d escola, "
            "depois da facul, depois da faculdade, saindo da escola, dps do colegio, apos as "
            "aulas"
        ),
        "schooltime": "escola",
        "work": (
            "depois do trabalho, dps do trabalho, depois do trampo, apos o trabalho, saindo do "
            "trabalho, dps do trampo, depois do servico"
        ),
        "after": (
            "depois das, depois da, depois do, depois de, dps das, dps da, dps de, apos as, apos, "
            "depois, dps, saio as, termino as, acabo as, saio do trabalho as, saio da escola as"
        ),
        "before": "antes das, antes da, antes de, antes do, antes, ate as, ate a, ate o, ate",
        "from": "a partir das, a partir da, a partir de, desde as, desde, apartir das",
        "between": "entre, entre as, das, de, da",
        "to": "a, as, ate as, ate, ate a, ao, ate o",
        "onwards": "em diante, pra frente, ou mais tarde, adiante",
        "and": "e, tambem, &, mais",
        "or": "ou",
        "not": (
            "menos, exceto, nao, n, nao posso, salvo, nunca, n posso, mas nao, tirando, nem, nao "
            "da, nao consigo, nao estou livre, nao to livre, nao disponivel, nao estou disponivel"
        ),
        "having": "tenho",
        "but": "mas, entao",
        "half": "e meia",
        "thirty": "e trinta",
        "at": "as, a, la pelas, pelas, por volta das, umas",
        "unclear": "depende, esta semana, semana que vem, cada semana, varia, muda, nao sei",
        "taken": (
            "pior, dificil, indisponivel, nao disponivel, nao estou disponivel, nao estou livre, "
            "nao to livre, sem disponibilidade, sem horario, sem tempo, trabalho, trabalhando, "
            "estarei trabalhando, estudo, estudando, em aula, na aula, na escola, no trabalho, no "
            "trampo, impossivel, nenhum, nenhuma, nada, ruim, complicado, fechado, fora, dou "
            "aula, dando aula, ocupado, ocupada"
        ),
        "left": (
            "mes, meses, semestre, a cada dois, semana sim, primeiro, primeira, ultimo, ultima, "
            "quinzenal, quinzenalmente, uma vez, duas vezes, fora isso, fora disso, o resto, "
            "senao, hora de, horario de, a nao ser, em vez, nao trabalho, hoje, amanha, nao sei, "
            "nao tenho certeza, muito cedo, muito tarde, cedo demais, tarde demais"
        ),
        "unit": "dias, vezes, minutos, semanas",
        "midnight": "meia noite",
        "this": "esta, essa, este, esse, nesta, nessa, neste, nesse, proxima, proximo",
        "fill": (
            "eu, a, o, os, as, na, no, nas, nos, de, da, do, das, dos, pela, pelas, to, estou, "
            "tou, livre, livres, posso, pode, ser, seria, bom, melhor, pra, para, mim, pf, pfv, "
            "por, favor, obrigado, obrigada, vlw, o dia todo, dia inteiro, o dia inteiro, dia "
            "todo, dia, dias, todo, toda, todos, todas, aos, hora, horas, geralmente, "
            "normalmente, acho, que, oi, sim, um, uma, disponivel, prefiro, tenho tempo, me, "
            "cada, em, ta, d, semana, so, somente, apenas, unicamente"
        ),
    },
}
