"""Asking for fewer texts, or for none for a while."""

from assistant.wishing import FILLING, Wish, Wishes

TEXTS = Wishes(
    words={
        "FILL": FILLING,
        "LESS": "less fewer fewr menos moins moin menas lesser",
        "MUCH": "too 2 so many much demasiados demasiado demasiadas demaciados muchos mucho muxos"
        " mucha tantos tanto trop tro tant beaucoup autant muita muitas muito mto mta tanta"
        " tantas mts way son es muchas demais far",
        "HEAPS": "lot lots loads tan muchisimos muchisimo plein tellement constantly many much"
        " demasiados demasiado demasiadas demaciados muchos mucho muxos tantos tanto trop tro"
        " tant beaucoup autant muita muitas muito mto tanta tantas mts muchas mta",
        "DEMAIS": "demais demasiado demasiados mais",
        "OF": "a mes tes vos seus suas meus my your of de d the these los esos le les as os tus"
        " texting",
        "MESSAGE": "notifs notif avisos aviso alertas alerts notificaciones notificacoes"
        " notification texting mails emails text texts txt txts message messages msg msgs mesage"
        " mesages mensaje mensajes mensages msj msjs texto textos sms mensagem mensagens"
        " menssagem reminder reminders recordatorio recordatorios rappel rappels lembrete"
        " lembretes notifications",
        "NOT": "not dont no pas nao n ne need this",
        "WRITE": "manden manda mandes mandar envien enviar envie envoyer ecrivez texting"
        " messaging sending escribir receive recibe recois receber get got llenan text txt"
        " message msg write send escribirme escriben escriban escribas mandan mandas mandame"
        " mandenme mandarme ecrire ecris envoie envoyez escrever escreve escrevem mandam mande"
        " recebo recibo",
        "ME": "me us moi m",
        "OFTEN": "often frequently seguido souvent frequencia frequente frecuencia",
        "ONE": "one 1 once un uno una une um uma 2 two dos deux duas",
        "TIME": "text message msg mensaje mensagem sms vez fois time",
        "PER": "a la per por par each cada chaque every week",
        "WEEK": "week wk semana semaine",
        "ONLY": "con avec com only just solo solamente so seulement apenas",
        "ENOUGH": "basta otimo suficiente suffisant fine good plenty enough is ok nada mas suffit"
        " ca ta bom please",
        "SLOW": "slow",
        "DOWN": "down",
        "FRIEND": "friend friends amigos amigas amigo amis amies ex mum mom dad boyfriend"
        " girlfriend novio novia class clase cours aula he she they",
        # For a while.
        "PAUSE": "pausar pause pausa pausing pausarlo pausado",
        "BREAK": "timeout parada respiro break brake pause pausa descanso pose",
        "OFF": "off",
        "SOME": "time sum some tiempo tempo",
        "NEED": "taking taken fait fais ponlo ponme poner coloca colocar put on gostaria dune"
        " need want wanna take have having necesito nesesito quiero kiero quisiera tomarme tomar"
        " hacer puedo podemos dame necesita besoin veux voudrais jvoudrais jveux faire fazer peut"
        " peux preciso presiso precisando quero queria kero posso can could may us possible dar"
        " da pode pra mettre mettez mets pone gustaria precisa g ai to moi",
        "FOR": "4 for",
        "BIT": "bit little small petite pequena pequeno while rato poco pouco mentoring mentoria"
        " mentorat programme program programa",
        "WANT": "quero preciso precisando queria quiero",
        "GIVE": "dar de um",
        "AWAY": "hospital abroad hospitalizado hospitalizada exterior etranger viajar away absent"
        " absente fuera fora ausente holiday holidays hols vacation vacaciones vacances ferias"
        " viaje viajando voyage town vacay",
        "BE": "im i am be will going goin gonna go off on out of estoy estare estar voy me de a"
        " fuera suis serai pars en je estou to vou vamos ficar estarei ando gone the",
        "BUSY": "not no disponible disponivel avaliable available indisponible indisponivel",
        "FREE": "free dispo libre livre disponible disponivel avaliable available indisponible"
        " indisponivel",
        "UNTIL": "til till until untill for hasta jusqu jusque jusquau ate por pendant durante"
        " next em en in back la un um",
        "BACK": "back volto vuelvo reviens regreso return returning",
        "IN": "in en em on au",
        "MONTH": "january february march april may june july august september october november"
        " december enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
        " diciembre janvier fevrier mars avril mai juin juillet aout septembre octobre novembre"
        " decembre janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro",
        "SPAN": "quelques algunas algumas few unas weeks month months mes meses semanas mois"
        " semaines",
        "LEAVING": "pars voy vou",
        "ABSENT": "serai suis estar estare vou estarei",
        "LA": "la aqui pas a estar",
        "HOLD": "hold",
        "SCHOOL": "school class work escuela clases trabajo cours travail ecole escola aula"
        " trabalho parents mama papa mum mom dad mother father brother sister mere pere frere"
        " soeur mae pai irmao hermano hermana midi someday algun",
        "STOPV": "stop parar arretez arrete arreter stopper pare parem paren quit",
        "REDUCE": "reduce reducir reduzcan bajenle bajale bajar diminui diminuir diminuer reduire"
        " reduisez reduzir limit cut",
        "ALLTIME": "todo tout all constantly",
        "TIMES": "temps tiempo tempo time",
        "LESSOFTEN": "frequent frecuente frequente seguido souvent often frequencia frequence"
        " frecuencia",
        "STOPFOR": "stop parar arreter stopper",
        "POWER": "can cant podre puedo posso peux pourrai poderei vou voy",
        "UNTILX": "until til till untill hasta ate avant before jusqu",
        "SUSPEND": "pause pausa pausen pausar suspendez suspendan suspende suspender pausez pausem",
        "ONHOLD": "hold",
        "SICK": "sick ill enferma enfermo malade doente",
        "HE": "she he they ella el elle il ela ele mom mum dad mama papa mere pere mae pai was"
        " were estuvo estaba etait estava",
        "OUT": "out",
    },
    wishes=(
        Wish(
            "fewer",
            sure=(
                "REDUCE OF* MESSAGE",
                "STOPV OF* WRITE MUCH* HEAPS",
                "(NOT | MUCH) (MUCH | FILL)* LESSOFTEN",
                "LESS LESSOFTEN",
                "LESS OF* MESSAGE",
                "MUCH* HEAPS OF* MESSAGE",
                "MESSAGE (OF | DEMAIS)* DEMAIS",
                "WRITE ME? LESS",
                "LESS OFTEN",
                "NOT (NOT | MUCH | OF | WRITE)* HEAPS MESSAGE",
                "SLOW DOWN ~ MESSAGE",
            ),
            likely=(
                "WRITE ME? ALLTIME ~ TIMES",
                "NOT ME? (WRITE | ME)+ (OF | FILL)* HEAPS",
                "WRITE ME? MUCH* (HEAPS | DEMAIS)",
                "MUCH* HEAPS (FILL | OF)* MESSAGE",
            ),
            alone=(
                "ONLY* WRITE* ME* ONE TIME* PER* WEEK (ENOUGH | FILL)*",
                "LESS",
            ),
            unless=("FRIEND",),
        ),
        Wish(
            "pause",
            sure=(
                "SUSPEND OF* MESSAGE",
                "NEED+ (BIT | FILL)* PAUSE",
                "PAUSE (OF | FILL | FOR)* BIT",
            ),
            likely=(
                "(NOT | BUSY)* FREE (FILL | NOT)* UNTILX",
                "NOT ~ POWER (FILL | NOT)* UNTILX",
                "POWER NOT UNTILX",
                "NEED+ (FILL | NEED)* ONHOLD",
                "(NEED | FILL)+ STOPFOR (FILL | FOR | ONE)* (BIT | SPAN)",
                "STOPFOR UNTIL (FILL | ONE)* SPAN",
                "SICK (FILL | ONE)* BACK",
                "NEED+ (BIT | FILL)* BREAK",
                "NEED+ (FILL | SOME)* SOME OFF",
                "BE+ (FILL | BE)* AWAY (UNTIL | ONE | FILL | BE)* (UNTIL | MONTH | SPAN | END)",
                "AWAY (FILL | UNTIL | ONE)* UNTIL",
                "BUSY* FREE UNTIL",
                "BEGIN PAUSE END",
                "WRITE ME (FILL | OF)* (UNTIL | IN) MONTH",
                "MESSAGE ME (FILL | OF)* (UNTIL | IN) MONTH",
                "BACK IN MONTH",
                "HOLD OFF",
            ),
            alone=(
                "NEED+ (GIVE | FILL | OF)* SOME OUT?",
                "STOPFOR (FILL | UNTIL)* (BIT | SPAN)",
                "BE* (ABSENT | BE)+ AWAY",
                "(BIT | FILL | NEED)* BREAK (BIT | FILL | FOR)*",
                "LEAVING (ONE | BE | FILL)* SPAN",
                "WANT+ (GIVE | FILL)* SOME",
                "(FILL | NOT)* ABSENT (FILL | LA | NOT)* LA (FILL | UNTIL | ONE)* (WEEK | SPAN)",
                "(WEEK | FILL)* WEEK (NOT | FILL | BE)* ABSENT (ABSENT | FILL | BE)* LA",
                "PAUSE (FILL | BIT)*",
            ),
            unless=("SCHOOL", "HE"),
        ),
    ),
)
