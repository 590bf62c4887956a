"""What people ask, in French."""

from flows.intents.inquiries.phrasing import Phrasing

PHRASING = Phrasing(
    small=(
        "c est ce euh heu hum ben bah alors bon ok okay cest accord mais ah oh donc dis dites "
        "svp stp please pls mdr lol ptdr frere frero mec wesh pardon desole desolee excuse "
        "excusez au fait en vrai genre juste enfin oui ouais attends attend attendez une question"
    ),
    polite=("bonjour bjr salut slt coucou cc bonsoir bsr merci mrc madame monsieur et"),
    alike=(
        "ki=qui kelle=quelle kel=quel koi=quoi pk=pourquoi pq=pourquoi pkoi=pourquoi cb=combien "
        "t=t+es cela=ca g=j+ai jai=j+ai jsuis=je+suis jecris=j+ecris "
        "jaurai=j+aurai jaurais=j+aurais jaimerais=j+aimerais jvais=je+vais jveux=je+veux "
        "jdois=je+dois jvoudrais=je+voudrais jcommence=je+commence "
        "chui=je+suis jpeux=je+peux vs=vous ts=tous "
        "kan=quand qd=quand qand=quand robot=bot machine=bot chatbot=bot ia=bot automatique=bot "
        "ordinateur=bot ordi=bot humain=personne humaine=personne qqn=quelqu+un kelkun=quelqu+un "
        "quelquun=quelqu+un sms=messages message=messages msg=messages textos=messages "
        "tel=telephone num=numero infos=donnees info=donnees informations=donnees lit=voit "
        "lisent=voient lire=voir lis=vois mentore=mentor tuteur=mentor effacer=supprimer "
        "effacez=supprimer efface=supprimer supprimez=supprimer supprime=supprimer "
        "virer=supprimer dure=prend tps=temps tjs=toujours tjrs=toujours tjr=toujours "
        "mtn=maintenant mnt=maintenant maint=maintenant bcp=beaucoup mci=merci mercii=merci "
        "thx=merci thanks=merci hello=bonjour hey=bonjour hi=bonjour yo=bonjour kikou=coucou "
        "bonjours=bonjour"
    ),
    ways={
        "mentor": (
            "(non|) je (veux|voudrais|peux|prefere|viens pour|souhaite) (etre|devenir) (un|une|) "
            "mentor",
            "(non|) j aimerais (etre|devenir) (un|une|) mentor",
            "(je veux|je voudrais|j aimerais|je peux) (accompagner|aider|soutenir) (quelqu un"
            "|des jeunes|les autres|d autres)",
            "(non|) je suis (un|une|le|la|) mentor",
        ),
        "mentee": (
            "(non|) je (veux|voudrais|cherche|souhaite) (avoir|trouver|) (un|une|) mentor",
            "(non|) j (aimerais avoir|aimerais trouver|ai besoin d) (un|une) mentor",
            "je (ne|) (suis|veux) pas (etre|) (un|une|) mentor",
        ),
        "stop": (
            "comment (je peux|je|on|on fait pour|faire pour|) (arrete|arreter|stoppe|stopper"
            "|quitte|quitter|me desinscrire|me desabonner|annule|annuler) (ca|tout ca|ces "
            "messages|les messages|de recevoir des messages|de recevoir ca|)",
            "comment ne plus recevoir (ca|de messages|ces messages|vos messages)",
            "comment j arrete (ca|les messages|tout ca|)",
        ),
        "delete": (
            "(comment|comment je peux|comment on fait pour|comment faire pour|je peux|on peut|je "
            "veux|je voudrais|j aimerais|vous pouvez|tu peux|pouvez vous|peux tu|) (supprimer"
            "|faire supprimer|que vous supprimiez) (toutes|) (mes|les) (donnees|messages"
            "|reponses)",
            "(comment|comment je peux|je peux|je veux|) supprimer mon (compte|profil)",
            "oubliez moi",
            "oublie moi",
            "oublier",
            "(tu peux|vous pouvez|je veux que vous|) (oublier|oubliez) (mes donnees|tout sur moi"
            "|tout de moi)",
            "(tu peux|vous pouvez|pouvez vous|je veux|) supprimer (tout|tout ce que vous avez"
            "|tout ce que vous savez|tout ce que tu sais) (sur moi|de moi|)",
            "(j ai|je veux|) (le|) droit a l oubli",
            "je veux (que mes donnees soient supprimees|etre oublie|etre oubliee)",
        ),
        "source": (
            "(comment|d ou|ou|pourquoi) (tu as|vous avez|t as|tu a|avez vous|as tu|t+es) (eu"
            "|trouve|recupere|) mon (numero|nom|prenom)",
            "qui (t a|vous a) donne mon (numero|nom)",
            "d ou (tu|vous) (me connais|me connaissez)",
            "comment (tu|vous) (me connais|me connaissez|connais mon nom|connaissez mon nom)",
        ),
        "sees": (
            "qui (d autre|) (peut|va|) (voit|voir|verra|voient) (ca|mes messages|les messages|ce "
            "que j ecris|ce que je dis|mes reponses|tout ca|mes donnees|cette conversation|)",
            "(c est|c est qui) qui (voit|peut voir) (ca|mes messages)",
            "(est ce que|) (mon mentor|ma mere|mes parents|mon patron|mon prof|quelqu un|quelqu "
            "un d autre|d autres|d autres gens|les autres|il|elle|on|dana) (peut|va|) (voit|voir"
            "|voient) (ca|mes messages|ce que j ecris|mes reponses|)",
            "(est ce que|) (mon mentor|ma mere|mon pere|mes parents|mon patron|mon prof|mon ecole"
            "|quelqu un) (va|vont|) (le|l|etre|) (savoir|sait|saura|sauront|apprendre|voir|au"
            " courant) (ca|)",
            "(c est|est ce que c est|ca reste|est ce) (prive|confidentiel|secret|anonyme|entre "
            "nous)",
            "(tu|vous) (vas|allez|) (le|) (dis|dites|dire|repetes|repeter|montres) (ca|) a (mon "
            "mentor|ma mere|mes parents|quelqu un|dana)",
        ),
        "machine": (
            "(tu es|t es|vous etes|es tu|etes vous|est ce que tu es|est ce que vous etes|c est"
            "|est ce que c est|est ce) (un|une|) (vrai|vraie|) (bot|personne|quelqu un)",
            "(tu es|t es|vous etes|c est) (un|une|) (vrai|vraie|) (bot|personne) ou (un|une|) "
            "(vrai|vraie|) (bot|personne)",
            "t (un|une|) (bot|personne)",
            "(je parle|je discute|j ecris) (a|avec) (un|une|) (vrai|vraie|) (bot|personne|quelqu "
            "un)",
            "(y a|il y a|y a t il) (une|) (vraie|) (personne|quelqu un) (derriere|la|qui lit|)",
            "tu es (reel|reelle)",
        ),
        "free": (
            "combien",
            "payant",
            "(c est|est ce que c est|est ce|ca reste|le programme est) (vraiment|bien|) (gratuit"
            "|gratuite|payant) (le programme|ce programme|le mentorat|)",
            "(ce programme|le mentorat) est (gratuit|payant)",
            "(ca|c|le programme) coute (combien|quelque chose|cher)",
            "combien ca (coute|va couter|me coute)",
            "(c est|) combien",
            "(il|) (faut|faut il|je dois|on doit) payer (quelque chose|ca|)",
            "(ca|) va (me|) couter (quelque chose|cher|combien|)",
            "quel est le prix",
            "c est quoi le prix",
            "combien (je dois|il faut) payer",
            "gratuit",
        ),
        "long": (
            "long",
            "(ca|c est|ca va) (prend|prendre|dur|durer) (combien de temps|longtemps|beaucoup de "
            "temps)",
            "combien de temps (ca|cela|) (prend|va prendre|va durer|faut|)",
            "(c est|ce sera) long",
            "combien de temps",
            "(il|) (y|) (reste|a) (combien de|encore combien de) questions",
            "combien de questions (il y a|encore|il reste|reste|)",
            "encore combien de (questions|temps)",
            "c est (bientot|) fini",
            "combien de temps (il faut|faut il|ca prend)",
        ),
        "term": (
            "combien (de temps|) (dur|prend) (le programme|ce programme|le mentorat)",
            "(le programme|le mentorat) (dur|prend) combien de temps",
            "jusqu a quand (dur|est) (le programme|le mentorat|ca)",
        ),
        "meeting": (
            "(c est|) (ou|quand|a quelle heure) (c est|ca|le rendez vous|la rencontre|le rdv|deja"
            "|)",
            "(on|nous) se (voit|retrouve|rencontre) (ou|quand|a quelle heure) (deja|)",
            "(ou|quand|a quelle heure) (on se|est ce qu on se|se) (voit|retrouve|rencontre) (deja"
            "|)",
            "c est (toujours|encore|bien) (bon|prevu|d actualite|ok|maintenu|demain|aujourd hui"
            "|la) (pour demain|pour aujourd hui|pour ce soir|)",
            "(ca|c) (tient|marche) toujours",
            "c (toujours|encore|bien) (bon|prevu|ok) (pour demain|pour aujourd hui|pour ce soir|)",
            "(c est|c|) (quoi|quelle est|quelle) l (adresse|adress) (deja|exacte|)",
            "(tu as|t as|vous avez|il y a) (une|l) adresse",
            "(on se voit|on se retrouve) (toujours|bien|quand meme) (demain|aujourd hui|)",
            "(je|on) (dois|doit) aller ou",
            "ou (je dois|on doit) aller",
        ),
        "know": (
            "(tu|vous|on) (sais|savez|sait|as|avez|gardes|gardez) quoi (sur|de) moi",
            "(qu est ce que|que) (tu|vous) (sais|savez|as|avez|gardes|gardez) (comme donnees|) "
            "(sur|de) moi",
            "(que|qu) (sais tu|savez vous|as tu|avez vous) (sur|de) moi",
            "quelles donnees (tu|vous) (as|avez|gardes|gardez) (sur moi|)",
            "(je peux|je veux|comment) voir mes (donnees|reponses)",
            "quelles donnees avez vous sur moi",
            "mesdonnees",
            "mes donnees",
            "(montre|montrez|envoie|envoyez|donne|donnez) moi (toutes|) mes donnees",
            "(je veux|je voudrais|) (une|) copie de mes donnees",
        ),
        "fix": (
            "corriger",
            "(je veux|je voudrais|je peux|comment|) (corriger|changer|modifier) (mes|mon|une) "
            "(reponses|reponse|donnees|profil)",
            "mes (donnees|reponses) sont (fausses|incorrectes)",
        ),
        "fix_name": (
            "mon (nom|prenom) est (mal ecrit|faux|incorrect)",
            "(tu as|vous avez|t as) mal ecrit mon (nom|prenom)",
            "(je veux|je voudrais|je peux|comment|) (corriger|changer|modifier) mon (nom|prenom)",
            "ce n est pas mon (nom|prenom)",
        ),
        "fix_age": (
            "mon age est (faux|incorrect)",
            "(je veux|je voudrais|je peux|comment|) (corriger|changer|modifier) mon age",
            "ce n est pas mon age",
        ),
        "next": (
            "et maintenant",
            "et ensuite",
            "et la",
            "(et|) maintenant (quoi|on fait quoi|je fais quoi|il se passe quoi|)",
            "(il|ca) se passe (quoi|comment) (maintenant|ensuite|plus tard|la|)",
            "(qu est ce qui|que|qu est ce qu il) (se passe|va se passer) (maintenant|ensuite"
            "|plus tard|)",
            "(c est|) quoi la suite",
            "la suite",
            "et ensuite",
            "(on|je) (fait|fais) quoi (maintenant|ensuite|)",
            "(je dois|il faut|on doit) faire quoi (maintenant|)",
            "(qu est ce que|que) (je dois|dois je|je fais|on fait) (faire|) (maintenant|)",
            "comment ca (marche|fonctionne)",
            "ca (marche|fonctionne) comment",
            "quand (on|est ce qu on|est ce que ca|ca|je) (commence|commencer|demarre)",
            "on commence quand",
            "(j ai|j aurai|je vais avoir|j aurais) (un|mon) mentor quand",
            "quand (j aurai|je vais avoir|est ce que j aurai|j ai) (un|mon) mentor",
            "(des|vous avez des|tu as des|y a du|du) (nouvelles|nouveau)",
            "(tu as|vous avez|t as) trouve (quelqu un|un mentor|mon mentor)",
            "c est qui mon mentor",
            "qui est mon mentor",
            "j ai un mentor",
            "je dois attendre combien de temps",
            "quand (est ce que|) (j aurai|j ai|je vais avoir|vais je avoir|aurai je) (des|une|) "
            "(nouvelles|reponse)",
            "(j aurai|je vais avoir|j ai) (des|une|) (nouvelles|reponse) quand",
            "quand (est ce qu|est ce que|) (on|vous) (va|allez|) (me|m) (dit|dire|dites|ecrit|"
            "ecrire|ecrivez|repond|repondre|repondez|appelle|appeler|previent|prevenez|recontacte) "
            "(quelque chose|)",
            "(on|vous) (me|m) (dit|dites|ecrit|ecrivez|repond|repondez|previent|prevenez) (quelque "
            "chose|) quand",
            "quand (est ce que|) (je saurai|je vais savoir|vais je savoir|saurai je)",
            "je (saurai|vais savoir) quand",
        ),
        "who": (
            "qui",
            "quoi",
            "arnaque",
            "serieux",
            "(c est|) qui (c est|est ce|es tu|etes vous|est ce que c est|est la|m ecrit|ecrit"
            "|parle|)",
            "(tu es|t es|vous etes|c est) qui (toi|vous|ca|la|)",
            "qui (tu es|vous etes|t es)",
            "(je parle|je discute) (a|avec) qui",
            "a qui (je parle|ai je l honneur)",
            "avec qui je parle",
            "(c est|) quoi (ca|ce numero|ce truc|bridge|votre nom|ton nom|le but|ce programme|)",
            "c est quoi",
            "qu est ce que c est (que ca|)",
            "(c est|) (a|pour|) quoi ca sert",
            "a quoi ca sert",
            "(on|je te|je vous) (se|) (connait|connais)",
            "c est pour quoi",
            "(tu|vous) (fais|faites|sais faire|pouvez faire|peux faire) quoi",
            "c est le numero de qui",
            "(tu|vous) (veux|voulez) quoi",
            "qui (est derriere|gere|s occupe de) (ca|tout ca)",
            "c est de la part de qui",
            "comment (tu t appelles|vous vous appelez)",
        ),
        "goal": (
            "(c est|) quoi (c est|) mon objectif",
            "quel (est|etait) mon objectif",
            "(je veux|je voudrais|j aimerais|je peux|comment|) (voir|changer|modifier|fixer|ajouter"
            "|avoir) (mon|mes|un|l|d) (autre|nouvel|) (objectif|objectifs)",
            "(je peux|je veux|comment je peux|comment) changer d objectif",
            "j ai (atteint|reussi) mon objectif",
        ),
        "answers": (
            "(je veux|je voudrais|j aimerais|je peux|comment|je dois|) (voir|changer|modifier"
            "|corriger) (mon|ma|mes|une|la|de) (reponse|reponses|prenom|nom|age|dispo|dispos"
            "|disponibilite|disponibilites|horaires|profil)",
            "(mes|ma) (dispo|dispos|disponibilites|horaires) (ont|a) change",
            "je me suis (trompe|trompee) (de|d|dans) (mon|ma|mes|) (age|horaires|prenom|dispos"
            "|reponse)",
        ),
        "number": (
            "(j ai|c est|voici|j ai eu|) (un|mon|le) nouveau (numero|numero de telephone"
            "|telephone)",
            "(j ai|je vais|je) (change|changer) (de|mon) (numero|numero de telephone|telephone)",
            "mon numero (a|va) (change|changer)",
            "j ai un autre numero",
            "comment changer mon numero",
        ),
        "return": (
            "(je peux|est ce que je peux|puis je|je veux|je voudrais|j aimerais|on peut|comment) "
            "(revenir|reprendre|me reinscrire|recommencer|rejoindre|m inscrire) (le programme"
            "|dans le programme|)",
            "j ai change d avis",
            "j ai change d avis je (veux|voudrais|peux) revenir",
            "(je suis|me voila) (de retour|rentre|rentree|revenu|revenue) (maintenant|finalement|)",
            "je veux (de nouveau|a nouveau|encore) participer",
        ),
        "later": (
            "(demande|demandez|redemande|ecris|rappelle) (le|) moi (demain|plus tard|un autre "
            "jour)",
            "je (te|vous|) (dis|dirai|reponds|repondrai|redis) (ca|) (demain|plus tard)",
            "(non|) pas (maintenant|tout de suite|aujourd hui|ce soir|la|le temps|dispo la)",
            "(je|on|j) (n|) (ai|a|t+es|suis) pas (le temps|dispo|disponible) (maintenant|la"
            "|aujourd hui|)",
            "(on voit|on verra|ca|je fais ca|je ferai ca|je reponds|je repondrai|je te reponds"
            "|je vous reponds|on en parle|) (plus tard|tout a l heure|demain|une autre fois)",
            "je suis (occupe|occupee|au travail|en cours|en classe|au boulot|en voiture|en "
            "reunion) (la|maintenant|)",
            "(un|deux|cinq|dans un|dans deux|dans cinq) (instant|moment|minutes|minute)",
            "g pas le temps",
            "j ai pas le temps (la|maintenant|)",
            "une autre fois",
            "je peux pas (la|maintenant|parler|)",
        ),
        "thanks": (
            "merci",
            "(un grand|grand|mille|) merci (beaucoup|bien|infiniment|pour tout|a vous|a toi|pour "
            "l aide|pour votre aide|pour ton aide|pour ca|dana|encore|)",
            "(je te|je vous|) remercie (beaucoup|)",
            "(super|parfait|genial|cool|nickel|tres bien|top) merci (beaucoup|)",
            "c est (gentil|sympa|tres gentil) (merci|)",
        ),
        "hello": (
            "bonjour",
            "salut",
            "coucou",
            "bonsoir",
            "slt",
            "bjr",
            "cc",
            "bsr",
            "(bonjour|salut|coucou|bonsoir) (bonjour|a tous|a toi|a vous|dana|tout le monde|)",
            "(bonjour|salut|coucou|bonsoir|) (ca va|comment ca va|comment vas tu|comment allez "
            "vous|tu vas bien|vous allez bien|quoi de neuf|la forme|bien ou quoi)",
            "bonne (journee|soiree|nuit)",
            "(tu es|t es|vous etes|il y a|y a) (la|quelqu un)",
            "allo",
            "bien le bonjour",
        ),
    },
)
