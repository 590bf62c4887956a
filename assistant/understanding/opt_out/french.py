"""How people ask in French to be written to no more."""

from assistant.understanding.opt_out.rules import Refusals, Request

FRENCH = Refusals(
    respelt=(("rr", "r"), ("ss", "s"), ("qu", "k"), ("ai", "e"), ("eau", "o"), ("ill", "il")),
    words={
        # What ends something, and what is to end. Spoken alike: arrête, arrêtez, arrêter, arrêté.
        "STOP": "arrete arretes arretez arreter arretent aret arett arete areter aretez stop"
        " stopper stoppez stoppe cesse cessez cesser finissez",
        "DE": "de d des les le la aux a avec vos tes ces",
        "M": "m me nous moi",
        "WRITEME": "mecrire menvoyer mecrir mecriver mcontacter mtexter",
        "WRITE": "recontacter ecrire ecrir envoyer envoye envoyez envoi envoie contacter contacte"
        " contactez"
        " texter textoter deranger derange harceler harcele embeter ennuyer emmerder spammer"
        " relancer appeler solliciter importuner saouler souler bombarder",
        "MESSAGE": "message messages mesage mesages msg msgs sms texto textos texte textes mess"
        " notifications notification spam",
        # Refusing.
        "NE": "ne n",
        "WRITES": "recontactez recontacte ecrivez ecris ecriver envoyez envoie envoies envoi"
        " envoye envoyer contactez"
        " contacte contacter contactes textez texte texter derangez derange deranger appelez"
        " appelle embetez embete spammez sollicitez",
        "WRITESME": "mecrivez menvoyez mecris mecriver menvoi menvoie menvoye menvoyer mderangez",
        "PLUS": "plus plu jamais",
        "MORE": "plus plu rien jamais aucun",
        "JE": "je j jne",
        "WANT": "veux veut veu souhaite desire voudrais voudrai veus",
        "JVEUX": "jveux jveu jveut",
        "GET": "recevoir resevoir recevoire avoir lire etre",
        "YOURS": "vos tes ces ses votre",
        "WRITTEN": "contacte contactee contacter derange derangee sollicite",
        "GAP": "plus de d des les vos tes ces ses la le l votre ton un une rien tout tous aucun"
        " autre autres du a",
        # Off a list.
        "REMOVE": "rayer retirez retire retirer enlevez enleve enlever supprimez supprime supprimer"
        " effacez efface effacer rayez raye otez sortez sors virez vire",
        "MON": "mon ce",
        "NUMBER": "numero num numeros nom contact tel telephone",
        "LIST": "diffusion liste listes groupe base fichier contacts repertoire",
        "BARE": "liste listes",
        "UNSUB": "desabonner desabonnez desabonne desabonnement desinscrire desinscrivez"
        " desinscription desinscris desinscrit desabonement desabone desaboner",
        "LEAVE": "laisse laissez laisser laise laisez foutez fous fichez fiche fou",
        "PEACE": "tranquille tranquil trankil tranquile paix seul seule",
        "INSIST": "insistez insiste insister",
        "BOL": "bol marre assez",
        "VAIS": "vais vous te",
        "BLOCK": "bloquer bloque signaler",
        "SENDS": "envoyez envoie envoies envoi envoye envoyer",
        "RESIL": "resilier resiliez annuler annulez annule stopper arreter arretez",
        "SUBSCRIPTION": "abonnement inscription messages sms textos",
        # What may be a stop.
        "ENOUGH": "assez suffit sufit marre mare basta",
        "IT": "ca sa cela tout ce c est la maintenant deja",
        "AI": "j jen en ai ca sa c est y a",
        "WRONG": "mauvais faux",
        "AWAY": "degage degagez casse cassez lache lachez",
        # What stands before and makes it something else.
        "HE": "il elle ils elles on lui leur ex mere pere copain copine frere soeur ami amie gens"
        " mentor mentore qui",
        "NEVER": "n ne",
        "UN": "un l panneau",
        "HOW": "comment ou quand si",
        # What follows and makes it less than everything.
        "NOT": "pas",
        "LATER": "aujourd aujourdhui demain soir matin nuit midi avant apres pendant quand jusqu"
        " jusque heure heures cours ecole travail boulot lundi mardi mercredi jeudi vendredi"
        " samedi dimanche semaine tant autant tellement trop souvent temps jour jours chaque"
        " fois tard tot sur pour comme sauf encore"
        " maintenant car",
        "TOPIC": "pub rappel rappels alertes conseils mails mail emails offres pubs newsletter",
        "TO": "a au aux",
        # What turns a request into something else.
        "NONE": "pas jamais",
        "QUE": "que qu",
        "SAY": "dit demande voulu dis demander besoin",
        "HAVE": "ai",
        "SUIS": "suis",
        "DIRE": "dire",
        "MEAN": "signifie signification",
        "QUOI": "quoi",
        "WITH": "en avec",
        "NEW": "nouveau nouvelle",
        "WAITING": "attente",
        "YET": "encore",
        "CONT": "continuer",
        "REFUSE": "refuse",
        "UNABLE": "arrive arrives reussis parviens peux",
        "VOUS": "vous tu",
        "POUVEZ": "pouvez peux pouvais pourriez pourrais",
        "BLOCKS": "bloquer bloque bloquez",
        "SORTIR": "sortir sort sors partir",
        "FAIRE": "faire fait fais on pour",
        "BE": "etre",
        "CONSENT": "consentement autorisation accord",
        "WHY": "pourquoi pkoi pq",
        "INTERESTED": "interesse interessee",
    },
    requests=(
        Request(
            said=(
                "STOP DE* M WRITE",
                "STOP DE* WRITEME",
                "STOP DE* WRITE GAP* (MESSAGE | END)",
                "STOP DE* GET GAP* MESSAGE",
                "STOP DE* MESSAGE",
                "NE M? (WRITES | WRITESME) PLUS",
                "BEGIN (M WRITES | WRITESME) PLUS",
                "(BEGIN | NE | DE) PLUS+ M? (WRITE | WRITEME)",
                "LEAVE M GAP* PEACE",
            ),
            unless=("HE ~ END", "UN END", "NEVER END"),
        ),
        Request(
            said=(
                "(JE | NE | JVEUX)+ WANT? PLUS (GAP | M | CONT)* (GET | WRITTEN)+ GAP* MESSAGE",
                "(JE | NE | JVEUX)+ WANT? PLUS (GAP | M | CONT)* (GET | WRITTEN)+ GAP* END",
                "(JE | NE | JVEUX)+ WANT? NOT M* (BE WRITTEN | GET GAP* MESSAGE)",
                "NE WANT PLUS GAP* MESSAGE",
                "(JE | JVEUX) WANT? PLUS DE? YOURS MESSAGE",
                "REMOVE M GAP* (LIST | END)",
                "REMOVE MON NUMBER",
                "M REMOVE GAP* LIST",
                "BEGIN REMOVE DE+ BARE END",
                "BOL DE+ MESSAGE",
                "STOP DE* GET END",
                "UNSUB",
                "RESIL (MON | GAP)* SUBSCRIPTION",
                "REFUSE DE GET GAP* MESSAGE",
            ),
            unless=("HE ~ END", "UN END"),
        ),
        Request(
            said=(
                "(JE | JVEUX) WANT? PLUS GAP* MESSAGE",
                "(JE | NE | JVEUX)+ WANT? PLUS (GET | DE | YOURS)* (TOPIC | YOURS)",
                "BEGIN PLUS (DE | MORE)+ (MESSAGE | TOPIC) END",
                "(NE M? | BEGIN M) WRITES NOT (LATER | END)",
                "(NE | BEGIN) WRITESME NOT (LATER | END)",
                "STOP DE* (M? WRITE)? GAP* TOPIC",
                "BLOCKS MON NUMBER",
                "NE NOT M? (WRITE | WRITES | WRITEME)",
                "UN STOP DE+ MESSAGE",
                "BEGIN DE? M REMOVE END",
                "REMOVE MON CONSENT",
                "NOT INTERESTED OTHER? GAP* MESSAGE",
            ),
            unless=("HE ~ END",),
            sure=False,
        ),
    ),
    denied=(
        "(WANT | JVEUX | HAVE | NE) NONE (WANT | M | DE | QUE | SAY | TO)* END",
        "NE OTHER NONE (M | DE)* END",
        "BEGIN NONE SAY DE? M* END",
        "BEGIN ~ QUOI GAP* END",
    ),
    dismissed=(
        "WANT DIRE",
        "HAVE (RESIL | STOP)",
        "MEAN",
        "(UNSUB | REMOVE) M? NONE",
        "NUMBER ~ NEW",
        "NOT YET",
        "LIST DE WAITING",
    ),
    doubted=("HOW", "SUIS END", "WHY ~ END"),
    narrowed=(
        "LIST DE OTHER",
        "SENDS PLUS DE+ OTHER",
        "LATER",
        "TOPIC",
        "TO GAP* (OTHER | HE)",
        "WITH GAP* OTHER",
        "SUBSCRIPTION (DE | TO) GAP* OTHER",
    ),
    doubts=(
        "(IT | AI)* ENOUGH IT*",
        "(JE | NE)* (WANT | JVEUX) PLUS",
        "STOP IT+",
        "RESIL IT+",
        "AWAY (M | IT)*",
        "NE? INSIST (PLUS | NOT)",
        "JE VAIS+ BLOCK",
        "WRONG NUMBER",
        "LEAVE M",
        "PLUS MORE",
        "VOUS? POUVEZ VOUS? STOP IT*",
        "HOW (FAIRE | JE | M)* SORTIR DE? IT+",
    ),
)
