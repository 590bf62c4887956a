"""Asking for another time, or saying that one cannot come."""

from flows.engine.intents import FILLING, Table, Ways

MOVE = Table(
    words={
        "FILL": FILLING,
        "CANT": "unable cant cnt cannot carnt couldnt",
        "WONT": "wont not no nao n ne",
        "ABLE": "be able to gonna gona going a poder puedo podre podemos pude puede posso consigo"
        " conseguir conseguirei vou voy va vamos pouvoir peux peu peut pourrai pourrais pourra"
        " pourrons vais da pra p eu me mais mas ya je j",
        "POWER": "poder puedo podre posso conseguir consigo conseguirei pouvoir",
        "PEUX": "peux peu peut pourrai pourrais pourra pourrons vais jpeux jpourrai jpe",
        "PAS": "pas pa plus",
        "NE": "ne n",
        "NOMORE": "plus",
        "COME": "chegar alcanzo arriver arrive come cum attend ir llegar asistir juntarme"
        " juntarnos reunirme vernos verla verlo verte venir comparecer encontrar",
        "MEET": "meet see",
        "COMING": "coming llego vengo venho viens",
        "MAKE": "make mak",
        "IT": "it her him them the la lo el ela ele thursday monday tuesday wednesday friday"
        " saturday sunday thu mon tue wed fri today tmrw tomorrow",
        "THAT": "it this that la lo el ela ele",
        "DO": "do doing faire hacerlo dejarlo hacer fazer",
        "MISS": "miss faltar impossible",
        "SERAI": "serai",
        "LA": "la",
        "ESE": "ese esse nesse este",
        "SHIFT": "cambiemos movamos movemos cambiara cambiaran changerait deplacerait mudarmos"
        " mudasse cambiame cambiar cambien cambia muda troca adia deplacez changez decale bouge"
        " bring move mover muevan change cambiamos chg switch swap push shift deplacer changer"
        " bouger mudar trocar alterar mudamos",
        "ARTICLE": "the my our a el la mi l le mon de o meu minha d une un nuestra notre nosso",
        "DAY": "time times day date hour dia hora fecha horario jour heure data",
        "MEETING": "appointment appt apointment catch visit visita chat rencontre entrevista"
        " sesion seance sessao meeting meetin meetings meetng reunion reuniones cita junta rdv"
        " rendez reuniao encontro session",
        "SHIFTED": "reprogramemos reagendemos aplacemos pospongan remarquemos decalons reportons"
        " reporte rearange resched reschedule reskedule reschedul rearrange postpone reprogramar"
        " reprogramamos posponer pospongamos aplazar decaler decale reporter remarcar remarcamos"
        " adiar reagendar deplace",
        "NEW": "another other different diff diffrent otro otra autre outro outra",
        "CAN": "puedes podrias pueden podes poderiamos consegue precisa preciso podria could can"
        " vemos peut pode puede gente poderia podriamos pouvons posible voir pra ver kiero tem"
        " como dejarlo ok possible dar if cud may podemos se c need want hay que meet see do"
        " quiero necesito veux queria quero vernos lo hacer",
        "AT": "on at a el um un une la in the ser para fazer bit little poco poquito pouco peu",
        "LATER": "later next semaine prochaine week back",
        "INSTEAD": "instead",
        "PLUTOT": "plutot",
        "HE": "he she they mum mom dad mama papa mere pere mae pai teacher brother sister ella"
        " elle ele ela friend",
        "OFTEN": "mondays tuesdays wednesdays thursdays fridays saturdays sundays weekends every"
        " always never los les aos as siempre toujours sempre sextas segundas tercas",
        "WHAT": "cual qual koi quoi what wat whats wats which que q ke quel quelle kel quais c",
        "TODAY": "today hoy aujourd hoje tomorrow manana demain amanha",
        "TODAYISH": "today tonight tomorrow tmrw 2day 2moro hoy manana aujourd demain hoje amanha"
        " hj amn thursday monday tuesday wednesday friday lunes martes miercoles jueves viernes"
        " lundi mardi mercredi jeudi vendredi segunda terca quarta quinta sexta",
        "NOTABLE": "doesnt dosnt not no n nao pas cant cannot cnt",
        "CANV": "can do make puedo podre peux pourrai posso poderei consigo vou voy day going go"
        " out",
        "GOEND": "voy vou vengo viens venho coming",
        "MUST": "have need must got gotta tengo debo toca dois faut preciso precisar tenho vou"
        " necesito",
        "TOX": "to que q de a",
        "STARTV": "start begin empezar empezamos comenzar commencer comecar meet do faire hacerlo"
        " fazer hacer mettre marcar go make be ser",
        "NUM": "1 2 3 4 5 6 7 8 9 10 11 12 1pm 2pm 3pm 4pm 5pm 6pm 7pm 30",
        "INSTEADX": "instead place",
        "LATERX": "tarde tard later earlier temprano tot cedo",
        "BETTER": "mejor mieux melhor better plutot",
        "ABOUT": "about bout",
        "ETRE": "etre estar",
        "BEGINV": "start begin empezar empezamos comenzar commencer comecar",
        "SUITS": "work works suit suits arrange convient queda sirve funciona conviene serve",
        "EVENT": "empechement imprevu imprevisto emergency urgencia urgence contratiempo",
        "SOMETHING": "something somthing sumthing smth algo",
        "CAMEUP": "came surgio salio surgiu apareceu",
        "HAD": "have had got i a ai un tengo tuve tenho tive surgiu um une",
        "SPEAK": "falar",
    },
    ways=(
        Ways(
            "move",
            sure=(
                "(PEUX | ABLE | NOTABLE)+ (PAS | ABLE)* ETRE LA",
                "CAN+ (FILL | CAN | IT)* LATERX",
                "CAN+ (FILL | AT | CAN | DAY | SHIFT | STARTV | NUM)* INSTEADX",
                "CANT ABLE* (COME | MAKE IT)",
                "WONT ABLE+ (COME | MAKE IT)",
                "PEUX PAS ABLE* COME",
                "WONT (PEUX | ABLE) PAS ABLE* COME",
                "SHIFT ARTICLE* MEETING",
                "CAN+ (FILL | CAN | AT)* SHIFT (IT | ARTICLE | AT)* NEW? DAY",
                "CAN+ (FILL | CAN)* SHIFT THAT",
                "CAN+ (FILL | CAN | AT)* NEW DAY",
                "SHIFTED",
            ),
            likely=(
                "(TODAYISH | NUM | DAY) (FILL | NOTABLE)* NOTABLE (FILL | IT)* SUITS",
                "NOTABLE (FILL | PAS)* SUITS (FILL | PAS)* TODAYISH",
                "SUITS PAS TODAYISH",
                "SOMETHING CAMEUP",
                "CAMEUP SOMETHING",
                "CANT CANV* TODAYISH",
                "NOTABLE ABLE* CANV+ (FILL | PAS)* TODAYISH",
                "CANV NOTABLE TODAYISH",
                "TODAYISH (FILL | CANV)* NOTABLE CANV END",
                "NOTABLE GOEND END",
                "GOEND NOTABLE END",
                "CAN+ (FILL | CAN)* BEGINV (NUM | AT)+",
                "CAN+ (FILL | CAN | IT | DO | ABLE | AT | NOMORE)* LATERX",
                "MUST ~ (ESE | THAT) DAY",
                "SHIFT (IT | FILL | AT)* TODAYISH",
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
                "(HAD | FILL)* EVENT (FILL | TODAYISH)*",
                "WHAT ABOUT TODAYISH",
                "NOTABLE (FILL | CANV)* TODAYISH",
                "(SHIFT | CAN)* SHIFT (ARTICLE | AT)* DAY",
                "(AT | ARTICLE | BETTER)* NEW DAY (CAN | FILL)*",
                "ESE DAY ABLE* WONT ABLE* POWER ABLE*",
                "(ABLE | FILL | CAN)* MISS (FILL | TODAY)*",
                "NE* PEUX NOMORE",
            ),
            unless=(
                "HE ~ (CANT | WONT | NOTABLE)",
                "OFTEN",
            ),
        ),
    ),
)
