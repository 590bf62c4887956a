"""Asking for another time, and when the meeting is."""

from assistant.wishing import FILLING, Wish, Wishes

MEETINGS = Wishes(
    words={
        "FILL": FILLING,
        # Not being able to come.
        "CANT": "cant cnt cannot carnt couldnt",
        "WONT": "wont not no nao n ne",
        "ABLE": "be able to gonna gona going a poder puedo podre podemos pude puede posso consigo"
        " conseguir conseguirei vou voy va vamos pouvoir peux peu peut pourrai pourrais pourra"
        " pourrons vais da pra p eu me mais mas ya je j",
        "POWER": "poder puedo podre posso conseguir consigo conseguirei pouvoir",
        "PEUX": "peux peu peut pourrai pourrais pourra pourrons vais jpeux jpourrai jpe",
        "PAS": "pas pa plus",
        "COME": "come cum attend ir llegar asistir juntarme juntarnos reunirme vernos verla verlo"
        " verte venir comparecer encontrar",
        "MEET": "meet see",
        "COMING": "coming llego vengo venho viens",
        "MAKE": "make mak",
        "IT": "it her him them the la lo el ela ele thursday monday tuesday wednesday friday"
        " saturday sunday thu mon tue wed fri today tmrw tomorrow",
        "DO": "do doing faire hacerlo dejarlo hacer fazer",
        "MISS": "miss faltar impossible",
        "SERAI": "serai suis",
        "LA": "la",
        "ESE": "ese esse nesse este",
        # Changing it.
        "SHIFT": "move mover muevan change cambiar cambiamos chg switch swap push shift deplacer"
        " changer bouger mudar trocar alterar mudamos",
        "ARTICLE": "the my our a el la mi l le mon de o meu minha d une un nuestra notre nosso",
        "DAY": "time times day date hour dia hora fecha horario jour heure data",
        "MEETING": "meeting meetin meetings meetng reunion reuniones cita junta rdv rendez"
        " reuniao encontro session sesion",
        "SHIFTED": "reschedule reskedule reschedul rearrange postpone reprogramar reprogramamos"
        " posponer pospongamos aplazar decaler decale reporter reporte remarcar remarcamos adiar"
        " reagendar deplace",
        "NEW": "another other different diff diffrent otro otra autre outro outra",
        "CAN": "voir pra ver kiero tem como dejarlo ok possible dar if can could cud may puede"
        " podemos podriamos se peut c pode gente need want hay que meet see do quiero necesito"
        " veux queria quero vernos lo hacer",
        "AT": "on at a el um un une la in the ser para fazer",
        "LATER": "later next semaine prochaine week back",
        "INSTEAD": "instead",
        "PLUTOT": "plutot",
        "HE": "he she they mum mom dad mama papa mere pere mae pai teacher brother sister ella"
        " elle ele ela friend",
        "OFTEN": "mondays tuesdays wednesdays thursdays fridays saturdays sundays weekends every"
        " always never los les aos as siempre toujours sempre sextas segundas tercas",
        # When and where it is.
        "WHEN": "when whens wen whn where wheres wher cuando kuando donde quand kan ou quando qdo"
        " qd onde",
        "WHAT": "koi quoi what wat whats wats which que q ke cual quel quelle kel quais qual c",
        "HOUR": "horario time day date hora horas dia fecha heure jour data",
        "ROOM": "room salon sala salle aula cuarto",
        "IS": "is pra date dans vai du are r was es sera era est c ce esta e q am do does did"
        " have i u n and me my we our the a next el la mi nos de del para proxima proximo on ai j"
        " mon le l qu se je prochain o meu minha gente em in it at again que for vou msm mesmo"
        " seu with com con avec en d",
        "SEE": "toca vois rosa mentor mentora see seeing ver vemos veo voit veja vejo ve encontra"
        " encontro encontramos reunimos quedamos marcou vous",
        "SEEN": "meet meeting meetin",
        "MINE": "my next show mi ver mis proxima proximo mon prochain voir meu meus mes",
        "HAVE": "on que do is did have we tengo hay tenemos ai a tem temos tenho es",
        "TODAY": "today hoy aujourd hoje tomorrow manana demain amanha",
        "FORGOT": "say said forgot remind olvido olvide oublie esqueci",
        "HERE": "this tuesday thursday wednesday monday friday today week",
        "OR": "or o ou",
    },
    wishes=(
        Wish(
            "move",
            sure=(
                "CANT ABLE* (COME | MAKE IT)",
                "WONT ABLE+ (COME | MAKE IT)",
                "PEUX PAS ABLE* COME",
                "WONT (PEUX | ABLE) PAS ABLE* COME",
                "SHIFT ARTICLE* MEETING",
                "CAN+ (FILL | CAN | AT)* SHIFT (IT | ARTICLE | AT)* NEW? DAY",
                "CAN+ (FILL | CAN)* SHIFT IT",
                "CAN+ (FILL | CAN | AT)* NEW DAY",
                "SHIFTED",
            ),
            likely=(
                "CANT ABLE* MEET",
                "WONT ABLE+ MEET",
                "WONT COMING",
                "SERAI PAS LA END",
                "MISS (ARTICLE | FILL)* MEETING",
                "(CAN | DO) ~ LATER+ INSTEAD",
                "PLUTOT ARTICLE* LATER",
                "WONT ABLE* POWER END",
            ),
            alone=(
                "(SHIFT | CAN)* SHIFT (ARTICLE | AT)* DAY",
                "(AT | ARTICLE)* NEW DAY (CAN | FILL)*",
                "ESE DAY ABLE* WONT ABLE* POWER ABLE*",
                "(ABLE | FILL | CAN)* MISS (FILL | TODAY)*",
            ),
            unless=("HE ~ (CANT | WONT)", "OFTEN"),
        ),
        Wish(
            "meeting",
            sure=(
                "BEGIN WHEN IS* (MEETING | SEEN)",
                "IS* WHAT IS* HOUR IS* (MEETING | SEEN | SEE)",
            ),
            likely=(
                "MEETING IS* WHEN END",
                "IS* WHAT ROOM IS* MEETING",
                "FORGOT (IS | IT)* (WHEN | WHAT | HOUR) IS* HOUR? IS* (MEETING | SEEN | SEE)",
                "FORGOT HERE OR HERE",
            ),
            alone=(
                "(IS | WHEN)* WHEN (IS | WHEN | SEE)* (SEE | SEEN | MEETING) IS*",
                "(IS | SEE)* (SEE | MEETING) IS* WHEN",
                "IS* WHAT IS* HOUR IS*",
                "IS* WHAT ROOM IS*",
                "MINE+ MEETING MINE*",
                "TODAY? HAVE (IS | HAVE)* MEETING (TODAY | HERE | FILL)*",
                "IS* MEETING IS* TODAY",
                "MEETING SEE? IS+ WHEN",
                "IS* SEE IS* WHAT HOUR",
            ),
        ),
    ),
)
