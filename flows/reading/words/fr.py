"""French words."""

from flows.reading.words.feasts import FEASTS
from flows.reading.words.table import Table

TABLE = Table(
    numbers={
        0: "zero",
        1: "un, une, 1n",
        2: "deux, de2",
        3: "trois, troi, 3s",
        4: "quatre, quatr, katre",
        5: "cinq, cinque, sinq",
        6: "six, sis",
        7: "sept, set",
        8: "huit, uit",
        9: "neuf",
        10: "dix, dis",
        11: "onze",
        12: "douze",
        13: "treize, treise",
        14: "quatorze, katorze",
        15: "quinze, kinze",
        16: "seize, seise",
        17: "dix sept, dixsept",
        18: "dix huit, dixhuit",
        19: "dix neuf, dixneuf",
        20: "vingt, vingts, vint",
        30: "trente",
        40: "quarante",
        50: "cinquante",
        60: "soixante",
        70: "soixante dix, septante",
        71: "soixante et onze",
        72: "soixante douze",
        73: "soixante treize",
        74: "soixante quatorze",
        75: "soixante quinze",
        76: "soixante seize",
        77: "soixante dix sept",
        78: "soixante dix huit",
        79: "soixante dix neuf",
        80: "quatre vingt, quatre vingts, huitante, octante",
        90: "quatre vingt dix, nonante",
        1000: "mille, mil",
    },
    ordinals={
        1: "premier, premiere, 1er, 1ere",
        2: "deuxieme, second, seconde, 2eme, 2e",
        3: "troisieme, 3eme, 3e",
        4: "quatrieme, 4eme, 4e",
        5: "cinquieme, 5eme, 5e",
        6: "sixieme",
        7: "septieme",
        8: "huitieme",
        9: "neuvieme",
        10: "dixieme",
    },
    joins="et, plus, puis, aussi, avec",
    eithers="ou, a",
    picking=(
        "numeros, bof, meh, "
        "mes, tes, "
        "numero, num, no, nr, option, options, choix, reponse, le, la, les, l, c, ce, cest, ca, "
        "sera, serait, je, j, dirais, dis, prends, choisis, veux, voudrais, prefere, pense, "
        "crois, donne, mets, met, pour, moi, mon, s, il, vous, te, plait, svp, stp, merci, euh, "
        "bah, ben, bon, peut, etre, plutot, va, vais, un, une, du, de, bonjour, salut, ok, que, "
        "prend, choisi, disons, note, lui, mettrais, donnerais, solide, petit, gros"
    ),
    pointers="le, la, l, option, choix, reponse, numero, mon",
    negations=(
        "pas, ne, ni, jamais, sauf, sans, non, aucun, au lieu de, plutot que, nest, nai, nas, "
        "netes, navez"
    ),
    contrasts="mais, sauf, sinon, cependant, pourtant, a moins, seulement, quand, jusqu",
    ands="et",
    yes=(
        "chui chaud, chui chaude, chui partant, chui partante, tas tout bon, "
        "cest pas faux, c pas faux, "
        "ca me derange pas, ca ne me derange pas, ca me gene pas, ca ne me gene pas, ca derange "
        "pas, je vois pas pourquoi pas, je suis pas contre, pas contre, jai rien contre, "
        "entendu, avec grand plaisir, cela me convient, cela convient, convient parfaitement, "
        "cela me va, "
        "oui, ouii, oui oui, oui merci, oui svp, oui stp, ouais, ouai, ouaip, ouep, ouaos, oue, "
        "ui, wi, wii, ouiii, o8, yep, yes, ok, oki, okay, okey, dac, dak, daccord, "
        "d accord, dacc, dacodac, daccor, bien sur, bien sure, biensur, bien entendu, "
        "carrement, grave, volontiers, avec plaisir, avec joie, evidemment, certainement, "
        "absolument, tout a fait, toutafait, exact, exactement, cest bon, ca me dit, "
        "ca me dit bien, c bon, cest ok, c ok, cest parfait, cest bien, cest oui, ca marche, "
        "sa marche, ca roule, ca me va, sa me va, ca me convient, parfait, super, "
        "genial, nickel, entendu, top, cool, vas y, vazy, allez, allons y, go, je veux bien, "
        "jveux bien, je veux, je suis daccord, je suis partant, je suis partante, partant, "
        "partante, pourquoi pas, pk pas, pq pas, pas de probleme, pas de pb, pas de souci, "
        "pas de soucis, aucun probleme, aucun souci, sans probleme, si, vrai, "
        "affirmatif, je confirme, confirme, jaccepte, j accepte, accepte, avec grand plaisir, "
        "je suis ok, chui daccord, chuis ok, marche conclu, bonne idee, bien, tres bien, "
        "correct, cest juste, cest vrai, cest correct, vouais, moi oui, "
        "je pense que oui, je crois que oui, jaimerais bien, jadorerais, effectivement, "
        "en effet, sans doute, clair, bien vu, "
        "sans aucun doute, sans hesiter, cest ca, c ca, cest exact, oui cest ca, bonne, "
        "tres bonne idee, ok pour moi, ca me plait, nickel chrome, impec, impeccable, "
        "avec plaisir oui, cest note, pas de soucis pour moi, je peux, evidement, pour sur, "
        "plutot oui, continue, continuez, on continue, ca convient, cela me convient, "
        "cela me va, jen suis, jy serai, je serai la, je viendrai, comptez sur moi, "
        "compte sur moi, allez y, allez y oui, vous pouvez, tu peux, vous pouvez y aller, "
        "tu peux y aller, jautorise, j autorise, autorise, je suis pour, va pour ca, ca joue, "
        "ca le fait, ca me parait bien, ca me semble bien, ca me parle, jaime bien, banco, "
        "oki doki, okidoki, yes merci, ouip, ben oui, bah oui, mais oui, moi ca me va, "
        "tout est bon, tout bon, tout est ok, cest tout bon, cest bien celui la, celui la, "
        "cest le bon, cest la bonne, cest moi, oui cest moi, avec le plus grand plaisir, "
        "sans souci, sans soucis, aucune objection, pas dobjection, rien contre, "
        "je nai rien contre, je valide, valide, je suis dac, dac dac, c oui, cest un oui, "
        "cent pour cent, 100, a 100, totalement, completement, vrai de vrai, ok ok, okok, "
        "jsuis daccord, jsuis ok, jsuis partant, jsuis partante, chaud, je suis chaud, "
        "je suis chaude, jsuis chaud, jsuis chaude, chuis chaud, on y va, cest parti, lets go, "
        "ecrivez moi, ecris moi, vous pouvez mecrire, tu peux mecrire, je confirme oui, "
        "ca sera parfait, ce sera parfait, ce serait parfait, ce serait super, ce serait bien, "
        "impec pour moi, cest super, cest genial, cest top, trop bien, trop cool"
    ),
    no=(
        "non c bon merci, nan c bon merci, non cest bon merci, nan cest bon merci, "
        "bof, "
        "je peux plus, je ne peux plus, jpeux plus, jpeux pas, je peux pu, "
        "pas completement, pas totalement, "
        "non, nn, n, nan, nann, non merci, nan merci, nn merci, no, nope, non non, pas du tout, "
        "ca me dit pas, ca me dit rien, pas vraiment, pas maintenant, pas aujourdhui, "
        "pas encore, pas moi, pas interesse, pas interessee, jamais, jamais de la vie, "
        "surtout pas, absolument pas, certainement pas, bien sur que non, hors de question, "
        "pas question, negatif, je ne veux pas, je veux pas, jveux pas, je ne pense pas, "
        "je pense pas, jpense pas, je ne crois pas, je crois pas, pas daccord, pas d accord, "
        "je refuse, refuse, faux, incorrect, moi non, ce nest pas moi, cest pas moi, c pas moi, "
        "que non, je pense que non, je crois que non, sans facon, tant pis, pas envie, moi pas, "
        "non sans facon, non ca va, "
        "pas ok, pas pour moi, plutot non, plutot pas, en aucun cas, "
        "cest mort, c mort, cest pas ca, c pas ca, ce nest pas ca, en desaccord, "
        "pas daccord du tout, laisse tomber, laissez tomber, surement pas, cest faux, "
        "c faux, faux, erreur, cest une erreur, mauvais, mauvaise, pas bon, cest pas bon, "
        "pas le bon, cest pas le bon jour, pas la bonne, "
        "ca va merci, plus maintenant, pas possible, impossible, je peux pas, "
        "je ne peux pas, je peux pas la, jpeux pas la, je ne peux pas la, jpeux pas, peux pas, "
        "ca ne va pas, ca va pas, ca marche pas, "
        "ca ne marche pas, pas correct, pas juste, pas vrai, pas ca, que nan, bien sur que nan, "
        "pas pour linstant, pas pour l instant, pas pour le moment, pas tout de suite, "
        "pas cette fois, pas la peine, pas besoin, pas necessaire, pas possible pour moi, "
        "ca me convient pas, je pourrai pas, je pourrais pas, peut etre pas, sans moi, "
        "je decline, decline, je moppose, je men passe, laissez moi tranquille, "
        "laisse moi tranquille, foutez moi la paix, degage, non non non, pas celui la, "
        "cest pas celui la, pas la bonne date, pas la bonne heure, pas le bon jour, "
        "mauvais jour, mauvaise date, mauvaise heure, pas exact, inexact, pas tout a fait, "
        "jaccepte pas, je naccepte pas, je dis non, je dirais non, jai dit non, "
        "ni lun ni lautre, ca non, que nenni, mon oeil, meme pas en reve, meme pas, "
        "pas question non, ptetre pas, jamais de la life, pas moyen, y a pas moyen, mort, "
        "je suis pas dispo, pas dispo, pas disponible, pas interessant, ca minteresse pas, "
        "ca ne minteresse pas, pas chaud, pas chaude"
    ),
    soft=(
        "ok, oki, okay, okey, bien, tres bien, bon, ca ira, cest bon, c bon, cest ok, "
        "cool, pas de souci, pas de soucis, pas de probleme, pas de pb, "
        ""
    ),
    assents=(
        "daccord, d accord, dac, dak, dacc, dacodac, daccor, je suis daccord, chui daccord, "
        "entendu, ca marche, sa marche, ca roule, ca me va, sa me va, ca me convient, "
        "marche conclu, parfait, cest parfait, volontiers, avec plaisir, pourquoi pas, vas y, "
        "vazy, bonne idee, cest note, ca joue, banco, allez, go, ok pour moi, jaccepte"
    ),
    content=(
        "ca va, tranquille, tranquilles, on est tranquilles, je suis tranquille, "
        "ca va bien, je vais bien, tout va bien, jvais bien, ca va et toi, ca va et vous, "
        "ca va super"
    ),
    endings=(
        "narretez, narrete, desinscrire, me desinscrire, desinscrivez, desinscris, desabonner, "
        "me desabonner, "
        "desabonnez, arreter, arretez, arrete, quitter, partir, annuler, finir, perdre, stop, "
        "au revoir, adieu"
    ),
    later=(
        "plus tard, apres, pas maintenant, je peux pas la, jpeux pas la, je ne peux pas la, "
        "un moment, une seconde, deux minutes, donne moi une minute, pas pour linstant, "
        "pas pour le moment, pas tout de suite, une autre fois, attends, attendez, un instant, "
        "une minute, laisse moi reflechir, je reflechis, je vais reflechir, demain, "
        "tout a lheure, la je peux pas, pas dispo la, "
        "demande moi demain, demandez moi demain, redemande demain, redemande moi demain, "
        "je te dis demain, je te dis ca demain, je te dirai demain, je te le dirai demain, "
        "je vous dis demain, je vous dirai demain, je reponds demain, je te reponds demain, "
        "ecris moi demain, demande moi plus tard, demande moi lundi, plutot demain"
    ),
    busy=(
        "pas le temps, jai pas le temps, je nai pas le temps, g pas le temps, pas le tps, "
        "jai pas le tps, g pas le tps, occupe, occupee, je suis occupe, je suis occupee"
    ),
    yet=(
        "pas aujourdhui, pas aujourd hui, pas ce soir, pas cette semaine, pas encore, "
        "pas encore non"
    ),
    texts=(
        "ecrire, mecrire, decrire, textos, messages, sms, menvoyer, envoyer, de, me, la, les, des, "
        "liste, ca"
    ),
    machines=(
        "je conduis, je suis au volant, ne pas deranger, reponse automatique, "
        "message automatique, absent du bureau, pas surveille, naccepte pas les messages, "
        "hors service, je vous rappelle, je te rappelle plus tard, je ne peux pas parler, "
        "envoye de mon, merci de nous avoir contactes, merci pour votre message, tapez 1"
    ),
    asks=(
        "qui, quoi, quand, comment, combien, pourquoi, pk, est ce que, es ce que, quest ce, "
        "quest ce que, ou, a quoi, quel, quelle, quels, quelles, cest gratuit, faut il, "
        "puis je, je peux savoir, tu peux, vous pouvez, pouvez vous, peux tu, "
        "combien de temps, cest combien, qui voit, qui lit, qui est, qui etes, cest quoi, "
        "cest qui, ca veut dire quoi, pourquoi vous, pourquoi tu, comment ca, quand est ce, "
        "ca coute, cest obligatoire, tu es un, tu es une, t es un, tes un, vous etes un, cest ou, "
        "ca prend combien, ca dure combien, ca prend, je parle a, cest un robot"
    ),
    unsure=(
        "mouais, moui, mwais, mouaif, "
        "zero, passer, passe, je passe, jpasse, suivant, suivante, sauter, saute, je saute, "
        "question suivante, je sais pas, je ne sais pas, chais pas, chai pas, ché pas, che pas, "
        "sais pas, sai pas, sait pas, jsp, jspas, jsais pas, jsai pas, je c pas, jc pas, "
        "j sais pas, ne sais pas, ne sait pas, nsp, ns, nspp, aucune idee, pas didee, "
        "pas d idee, aucune id, pas sur, pas sure, je ne suis pas sur, je suis pas sur, "
        "je suis pas sure, je ne suis pas sure, chuis pas sur, pas certain, pas certaine, "
        "sans opinion, sans avis, pas de reponse, je prefere ne pas dire, je prefere pas dire, "
        "prefere ne pas repondre, rien, aucun, aucune, aucun avis, laisse, laisser, "
        "laisse tomber, peu importe, je men fiche, qui sait, je comprends pas, "
        "je ne comprends pas, peut etre, ptetre, ptet, ptt, ca depend, sa depend, bof, "
        "jen sais rien, je nen sais rien, jsais rien"
    ),
    fails=(
        "marche pas, ne marche pas, marchent pas, fonctionne pas, ne fonctionne pas, va pas, "
        "ne va pas, souvre pas, ne souvre pas, repond jamais, repond pas, ne repond pas, "
        "ne repond jamais, capte pas, charge pas"
    ),
    doubts=(
        "ouais bof, oui bof, ok bof, bof ok, bof oui, "
        "cest grave, c grave, cest chaud, c chaud, chaud pour moi, ca va etre chaud, un peu "
        "chaud, cest un peu chaud, cest ca ouais, c ca ouais, ouais cest ca, allez salut, allez "
        "ciao, allez bye, bien joue, cest bon jai compris, c bon jai compris, cest bon merci, c "
        "bon merci, cest bon laisse, "
        "bien recu, cest bien recu, bien note, cest note, cest bien note, c note, ah daccord, "
        "ah d accord, "
        "je sais toujours pas, je ne sais toujours pas, on sait pas, on ne sait pas, on sait "
        "toujours pas, on ne sait toujours pas, on sait pas encore, on ne sait pas encore, jai "
        "pas decide, jai pas encore decide, je nai pas decide, je nai pas encore decide, on a "
        "pas decide, on a pas encore decide, on na pas decide, on na pas encore decide, nous "
        "navons pas decide, nous navons pas encore decide, pas decide, pas encore decide, "
        "toujours pas decide, pas encore sur, pas encore sure, toujours pas sur, toujours pas "
        "sure, je suis pas convaincu, je suis pas convaincue, je ne suis pas convaincu, je ne "
        "suis pas convaincue, pas convaincu, pas convaincue, pas encore convaincu, pas encore "
        "convaincue, "
        "rien a redire, aucune plainte, "
        "je men fiche, men fiche, je men fous, jmen fous, jmen fiche, men fous, ca mest egal, "
        "mest egal, peu importe, plus ou moins, pas compris, mas pas compris, mavez pas compris, "
        "jai pas compris, "
        "je comprends pas, "
        "comprends pas, pas saisi, "
        "bien que, meme si, quoique, ou pas, ou non, cest pas que, ce nest pas que, "
        "je dis pas que, je ne dis pas que, je dis pas non, je ne dis pas non, "
        "peux pas dire non, ne peux pas dire non, je peux pas dire non, dis pas oui, "
        "je dis pas oui, pas dit ca, jai pas dit ca, je nai pas dit ca, pas dit que, "
        "jai pas dit que, je nai pas dit que, jai jamais dit, je nai jamais dit, jamais dit ca, "
        "jamais dit, pas ce que je voulais dire, cest pas ce que je voulais dire, "
        "ce nest pas ce que je voulais dire, voulais pas dire, je voulais pas dire, "
        "je rigolais, je rigole, je deconnais, je deconne, je plaisante, je plaisantais, "
        "cetait une blague, cest une blague, pour rire, sans faire expres, par erreur, "
        "parfois, des fois, de temps en temps, loin de, pas la, est pas la, nest pas la, "
        "je sais pas encore, sais pas encore, pas tres, pas trop souvent, pas si souvent, pas si, "
        "pas toujours, pas tous les, "
        "pas toutes les, pas exactement, ne me desinscrivez pas, me desinscrivez pas, "
        "me desinscris pas, me desabonnez pas, me desabonne pas, narretez, narrete, narretez pas, "
        "narrete pas, "
        "moins de, moins souvent, si jai, si je, si jpeux, si cest, si tu, si vous, si on, "
        "si ca, si ma, si mon, si mes, si il, sil, sils, si elle, si possible, mais bien sur, "
        "oui cest ca ouais"
    ),
    corrects=(
        "oups, oups pardon, pardon, desole, desolee, dsl, je me suis trompe, "
        "je me suis trompee, jme suis trompe, jme suis trompee, je voulais dire, "
        "jvoulais dire, je veux dire, enfin, non enfin, enfin non, plutot, non plutot, "
        "en fait, nan en fait, non en fait, erreur, faute de frappe, correction, attends, "
        "attendez, non attends, mets, mets plutot, je corrige"
    ),
    adds="aussi, egalement, en plus, autre, ajoute",
    reports="jai dit, j ai dit, jai deja dit, j ai deja dit, je dis, jai dis, je lai dit",
    softeners=(
        "je, j, euh, heu, bah, ben, bein, hmm, mmm, franchement, la, vraiment, trop, encore, "
        "desole, desolee, pardon, mdr, lol, ptdr, svp, stp, merci, pour, le, moment, linstant, "
        "l, instant, maintenant, tout, de, suite, du, honnetement, moi, alors, ca, cette, "
        "question, actuellement, et, bon, en, fait, mec, wesh, frr, ça"
    ),
    willing=(
        "veux, daccord, accord, ok, bien, bon, pense, crois, interesse, interessee, envie, "
        "aime, oui, possible, dispo, partant, partante, peux, sur, vrai, correct, juste, "
        "accepte, souhaite, va, marche, convient, besoin, interesse pas, tente, dis, dit, "
        "desire, voudrais, aimerais, pourrais, pourrai, confortable, laise, disponible, chaud, "
        "chaude, convenir, minteresse, plait, accepter, vouloir, consentir, concorder, "
        "approuver, participer, continuer"
    ),
    beside=(
        "merci pour tout, pour tout, "
        "pas grave, cest pas grave, c pas grave, tkt, tinquiete, t inquiete, tkt pas, tinquiete "
        "pas, ne vous inquietez pas, vous inquietez pas, "
        "a vous, cordialement, bien a vous, "
        "sil te plait, sil vous plait, svp, stp, merci, merci beaucoup, mille mercis, "
        "bcp, mrc, "
        "beaucoup, mec, frere, frr, mdr, lol, ptdr, haha, hihi, xd, ah, oh, eh, hein, alors, "
        "aussi, donc, maintenant, deja, pardon, desole, desolee, madame, monsieur, avec vous, "
        "avec toi, bisous, vraiment, ya, y a, il ny a, compris, jai compris, cest compris, "
        "recu, noté, a bientot, a plus, a tout a lheure, on se voit, a ce moment la, "
        "si possible, si cest possible, si tu veux, si vous voulez"
    ),
    leads=(
        "jai dit, j ai dit, je dis, je dit, jdis, jai dis, euh, heu, bah, ben, bon, alors, et, "
        "mais, je pense, je crois, cest, ce, c, ca, est, moi, je, tout, tres, donc, eh, ah, oh, "
        "la, que, ma reponse est, reponse, jdirais, je dirais, je suis, suis, salut, bonjour, "
        "franchement, mdr, lol, pour moi, merci, trop, en, fait, va, beh, pff, a, me"
    ),
    not_yet=(
        "presque, en, in, bientot, jusqu, jusqua, pas, plus, moins, moin, environ, encore, "
        "vais, aurai, aurais, avant, entre, vers, prochain, minimum, maximum, quand, depasse, "
        "au, dans, fils, fille, frere, soeur, ami, amie, il a, elle a, jaurai, quelques, fais, "
        "si"
    ),
    aged=(
        "ans, piges, balais, jai, ai, age, demi, et, de, lage, ai deja, oups, erreur, trompe, "
        "je me suis trompe, faute de frappe"
    ),
    born=("ne en, nee en, ne, nee"),
    turned="je viens davoir, viens davoir, jai eu, j ai eu, je viens de feter",
    counted=(
        "fois, heure, heures, minute, minutes, jour, jours, semaine, semaines, mois, an, "
        "ans, chose, choses, reunion, reunions, seance, seances, personne, personnes, des, "
        "de mes, et demi, et demie, environ, et quelques, h, euros, mots, enfants, "
    ),
    named=(
        "je mappelle, je m appelle, jmappelle, j mappelle, je mapelle, jmapel, jmapelle, "
        "je mapel, moi cest, moi c, mon nom est, mon nom cest, mon nom, mon prenom est, "
        "mon prenom cest, mon prenom, prenom, nom, cest, c, appelle moi, appelez moi, "
        "appele moi, tu peux mappeler, tu peux m appeler, vous pouvez mappeler, "
        "vous pouvez m appeler, on mappelle, on m appelle, tout le monde mappelle, "
        "tout le monde m appelle, mes amis mappellent, mes potes mappellent, je suis, chui, "
        "chuis, jsuis, moi, je me nomme, ici, dis moi, le nom est, moi je suis, je suis la, "
        "je suis le, cest moi, ici cest, ici c"
    ),
    called=(
        "je mappelle, je m appelle, jmappelle, j mappelle, je mapelle, jmapel, jmapelle, "
        "je mapel, moi cest, moi c, mon nom est, mon nom cest, mon nom, mon prenom est, "
        "mon prenom cest, mon prenom, prenom, nom, le nom est, appelle moi, appelez moi, "
        "appele moi, tu peux mappeler, tu peux m appeler, vous pouvez mappeler, "
        "vous pouvez m appeler, on mappelle, on m appelle, tout le monde mappelle, "
        "tout le monde m appelle, mes amis mappellent, mes potes mappellent, ma mere mappelle, "
        "ma famille mappelle, je me nomme, on me surnomme, on me dit, mon surnom est, "
        "mon surnom cest, surnom"
    ),
    greetings=(
        "salut, slt, bonjour, bjr, bonsoir, bsr, coucou, cc, hello, hey, yo, euh, heu, bah, "
        "ben, alors, oui, bien sur, ok, enchante, enchantee, merci, svp, stp, sil te plait, "
        "sil vous plait, mdr, lol, wesh, re, salutations, ca va, comment ca va, hey salut, "
        "bien le bonjour, daccord, ah, oh, eh bien, volontiers, avec plaisir, pas de souci, "
        "super"
    ),
    after_names=(
        "cest mon nom, est mon nom, cest mon prenom, est mon prenom, et toi, et vous, "
        "et ton nom, et le tien, et le votre, et toi cest quoi, toi cest quoi, "
        "tu tappelles comment, enchante, enchantee, merci, svp, stp, mdr, cest bien, ca ira, "
        "ici, a lappareil, bises"
    ),
    speaking=("jai, j, je, ai, moi, cest, vous, toi, habite"),
    also_names=(
        "bien, aime, aimee, content, belle, ange, merveille, beau, bon, noel, aout, rose, "
        "claire, fidele, parfait, desire, juste, grave, loup, nouvelle, mal"
    ),
    not_names=(
        "je, tu, il, elle, on, nous, vous, ils, elles, me, te, se, mon, ma, ton, ta, que, qui, "
        "quoi, comment, quand, ou, pourquoi, pk, pq, quel, quelle, est, es, suis, sont, etes, "
        "ai, as, a, ont, pas, ne, non, oui, un, une, les, et, mais, avec, sans, dans, pour, "
        "sur, veux, peux, sais, dire, dis, rien, personne, aucun, nom, prenom, appelle, aide, "
        "menu, retour, salut, bonjour, merci, fatigue, fatiguee, bien, malade, triste, content, "
        "contente, heureux, heureuse, occupe, occupee, ici, nouveau, nouvelle, etudiant, "
        "etudiante, eleve, garcon, fille, homme, femme, mentor, tres, plus, deja, maintenant, "
        "jsp, chais, ca, c, cest, ce, cette, ans, numero, faux, secret, maison, ecole, travail, "
        "chose, tout, quelque, moi, toi, regarde, trop, ok, daccord, deux, conduis, conduire, "
        "message, automatique, disponible, reunion, cours, avant, apres, toujours, jamais, "
        "aussi, pareil, meme, depend, devine, demande, dites, parler, peut, veut, avoir, etre, "
        "faire, prive, anonyme, sait, bientot, mere, pere, frere, soeur, ami, amie, prof, "
        "robot, bot, arnaque, spam, bizarre, peur, interesse, des, du, au, aux, ces, cet, "
        "leur, votre, notre, vos, nos, mes, tes, ses, donc, car, si, ya, quun, jai, jsuis, "
        "cetait, demain, soir, matin, complique"
    ),
    particles="de, du, des, la, le, les, d, et",
    months=(
        "janvier, janv, jan, janvié",
        "fevrier, fev, fevr, fevrié",
        "mars, mar",
        "avril, avr",
        "mai, may",
        "juin, jun",
        "juillet, juil, juill, jul, juiellet, juiyet",
        "aout, aou, ou, out",
        "septembre, sept, sep, setembre",
        "octobre, oct",
        "novembre, nov",
        "decembre, dec, decenbre",
    ),
    weekdays=(
        "lundi, lun, lindi",
        "mardi, mar, mardy",
        "mercredi, merc, mer, mercrdi, mecredi",
        "jeudi, jeu, jeudy",
        "vendredi, vend, ven, vendrdi",
        "samedi, sam, samdi",
        "dimanche, dim, dimache, dimanch",
    ),
    days={
        0: (
            "aujourdhui, aujourd hui, ajd, auj, ojd, ojdui, ojourdhui, aujourdui, ce jour, "
            "la journee, cette journee, de la journee, dans la journee"
        ),
        1: (
            "demain, dem1, 2main, 2m1, dmain, demin, dm, lendemain, le lendemain, "
            "le jour suivant, jour suivant"
        ),
        2: (
            "apres demain, apres dem1, ap demain, ap dem1, apr demain, le surlendemain, "
            "surlendemain, apres 2main"
        ),
        -1: "hier, la veille, veille",
        -2: "avant hier",
    },
    parts={
        "morning": (
            "du matin, le matin, au matin, dans le matin, matin, mat, dans la matinee, "
            "la matinee, matinee, en matinee, de la matinee, tot le matin, du mat, "
            "de bon matin, en debut de matinee"
        ),
        "afternoon": (
            "de lapres midi, lapres midi, dans lapres midi, apres midi, aprem, aprems, laprem, "
            "de laprem, dapres midi, apresmidi, en fin dapres midi, "
            "en debut dapres midi, aprm"
        ),
        "evening": (
            "du soir, le soir, au soir, soir, dans la soiree, la soiree, soiree, en soiree, "
            "de la soiree, du soiree, en debut de soiree, en fin de journee, fin de journee"
        ),
        "night": "de la nuit, la nuit, dans la nuit, nuit, en pleine nuit, cette nuit",
    },
    units={
        "second": "secondes, sec, secs",
        "minute": "minute, minutes, min, mins, mn",
        "hour": "heure, heures",
        "day": "jour, jours, jr, jrs, j",
        "week": "semaine, semaines, sem, semaie, smaine",
        "fortnight": "quinzaine",
        "weekend": "weekend, week end, we, wk",
        "month": "mois",
        "year": "an, ans, annee, annees",
    },
    feasts=FEASTS["fr"],
    signs={
        "tonight": "ce soir, cette nuit, ce soir la, 7 nuit, ce soir meme",
        "now": (
            "maintenant, tout de suite, des que possible, dqp, le plus tot possible, "
            "le plus vite possible, immediatement, mtn, des maintenant, en ce moment, "
            "a linstant, au plus vite"
        ),
        "noon": "midi, a midi, ce midi",
        "midnight": "minuit, a minuit",
        "next": (
            "prochain, prochaine, proch, prochin, prochains, pro, suivant, suivante, qui vient"
        ),
        "coming": "qui arrive",
        "this": "ce, cet, cette, se",
        "last": "dernier, derniere, passe, passee",
        "in": (
            "dans, dici, ici, ici a, ici la, ici au, en, d ici, d ici a, dici a, sous, "
            "au bout de, ds, dan"
        ),
        "ago": "il y a, ya, y a, plus tot",
        "later": "plus tard, a partir de maintenant, a partir daujourdhui, apres",
        "end": (
            "dernier jour de, dernier jour du, fin, fin de, a la fin, la fin, la fin de, "
            "en fin, a la fin de, a la fin du, en fin de, fin du"
        ),
        "start": "debut, au debut, le debut, debut de, au debut de, debut du",
        "middle": "mi, milieu, au milieu, a la mi, au milieu de, milieu de",
        "eod": (
            "la fin de journee, a la fin de la journee, "
            "la fin de la journee, fin de la journee, fin du jour"
        ),
        "at": (
            "a, a partir de, a compter de, vers, vers les, environ, aux environs de, autour de, "
            "aux alentours de, @, des, ver"
        ),
        "on": "le, l, ce jour la, ce jour ci",
        "by": (
            "pour, avant, jusqua, jusquau, jusqu au, jusqu a, sur, pour le, avant le, depuis, "
            "peut etre, ptetre, au plus tard, je pense, disons, normalement, au"
        ),
        "of": "de, du, des, d, la, au mois de, les",
        "a": "un, une",
        "couple": "une paire de",
        "half": "demi, demie",
        "quarter": "quart, le quart, un quart",
        "past": "passe de",
        "to": "avant les",
        "less": "moins, moin, moins le",
        "and": "et",
        "hour": "heures, heure, h, hrs, heur, eures, eure",
        "am": "am, a m",
        "pm": "pm, p m",
        "or": "ou",
        "not": "pas, sauf, jamais, ni, non, hors",
        "every": (
            "chaque, tous, toutes, tous les, toutes les, chak, matins, soirs, nuits, lundis, "
            "mardis, mercredis, jeudis, vendredis, samedis, dimanches, les, generalement, "
            "toujours, dhabitude, d habitude"
        ),
        "doubtful": "mar, mer, jeu, sam, dim, ven, merc",
        "bounds": (
            "avant, avant le, apres, jusqua, jusquau, jusqu au, jusqu a, depuis, au plus tard"
        ),
        "zone": "heure de, heure locale, ton heure, mon heure, votre heure, son heure",
    },
    not_english=(
        "a, an, on, mon, sat, sun, son, dis, past, me, as, y, no, pass, it, do, to, of, i, "
        "am i, we, is, late, all, any, end, second, u, cob, mate, fin, par, in, sur, ya, down, "
        "set, ma, seconds, march, est, et, cet, ct, mt, pt, mo, mos"
    ),
)
