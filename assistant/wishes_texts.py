"""Asking for fewer texts, or for none for a while."""

from assistant.wishing import FILLING, Wish, Wishes

TEXTS = Wishes(
    words={
        "FILL": FILLING,
        "LESS": "less fewer fewr menos moins moin menas lesser",
        "MUCH": "too 2 so many much demasiados demasiado demasiadas demaciados muchos mucho muxos"
        " mucha tantos tanto trop tro tant beaucoup autant muita muitas muito mto mta tanta"
        " tantas mts way son es muchas demais far",
        "HEAPS": "many much demasiados demasiado demasiadas demaciados muchos mucho muxos tantos"
        " tanto trop tro tant beaucoup autant muita muitas muito mto tanta tantas mts muchas mta",
        "DEMAIS": "demais demasiado demasiados mais",
        "OF": "of de d the these los esos le les as os tus vos texting",
        "MESSAGE": "text texts txt txts message messages msg msgs mesage mesages mensaje mensajes"
        " mensages msj msjs texto textos sms mensagem mensagens menssagem reminder reminders"
        " recordatorio recordatorios rappel rappels lembrete lembretes notifications",
        "NOT": "not dont no pas nao n ne need this",
        "WRITE": "text txt message msg write send escribirme escriben escriban escribas escribir"
        " mandan mandar mandas mandame mandenme mandarme ecrire ecris ecrivez envoie envoyez"
        " escrever escreve escrevem manda mandam mande recebo recibo receive get",
        "ME": "me us moi m",
        "OFTEN": "often frequently seguido souvent frequencia frequente frecuencia",
        "ONE": "one 1 once un uno una une um uma 2 two dos deux duas",
        "TIME": "text message msg mensaje mensagem sms vez fois time",
        "PER": "a per por par each cada chaque every week la",
        "WEEK": "week wk semana semaine",
        "ONLY": "only just solo solamente so seulement apenas",
        "ENOUGH": "enough is ok nada mas suffit ca ta bom fine please",
        "SLOW": "slow",
        "DOWN": "down",
        "FRIEND": "friend friends amigos amigas amigo amis amies ex mum mom dad boyfriend"
        " girlfriend novio novia class clase cours aula he she they",
        # For a while.
        "PAUSE": "pausar pause pausa pausing pausarlo pausado",
        "BREAK": "break brake pause pausa descanso pose",
        "OFF": "off",
        "SOME": "time sum some tiempo tempo",
        "NEED": "dune need want wanna take have having necesito nesesito quiero kiero quisiera"
        " tomarme tomar hacer puedo podemos dame necesita besoin veux voudrais jvoudrais jveux"
        " faire fazer peut peux preciso presiso precisando quero queria kero posso can could may"
        " us put possible dar da pode pra mettre mettez mets ponme pone gustaria precisa g ai to"
        " moi",
        "FOR": "4 for",
        "BIT": "bit little small petite pequena pequeno while rato poco pouco mentoring mentoria"
        " mentorat programme program programa",
        "WANT": "quero preciso precisando queria quiero",
        "GIVE": "dar de um",
        "AWAY": "viajar away absent absente fuera fora ausente holiday holidays hols vacation"
        " vacaciones vacances ferias viaje viajando voyage town vacay",
        "BE": "im i am be will going goin gonna go off on out of estoy estare estar voy me de a"
        " fuera suis serai pars en je estou to vou vamos ficar estarei ando gone the",
        "BUSY": "not no disponible disponivel avaliable available indisponible indisponivel",
        "FREE": "disponible disponivel avaliable available indisponible indisponivel",
        "UNTIL": "til till until untill for hasta jusqu jusque jusquau ate por pendant durante"
        " next em en in back la un um",
        "BACK": "back vuelvo reviens volto return returning",
        "IN": "in en em on au",
        "MONTH": "january february march april may june july august september october november"
        " december enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
        " diciembre janvier fevrier mars avril mai juin juillet aout septembre octobre novembre"
        " decembre janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro",
        "SPAN": "weeks month months mes meses semanas mois semaines",
        "LEAVING": "pars voy vou",
        "ABSENT": "serai suis estar estare vou estarei",
        "LA": "la aqui pas a estar",
        "HOLD": "hold",
        "SCHOOL": "school class work escuela clases trabajo cours travail ecole escola aula"
        " trabalho parents mama papa mum mom dad mother father brother sister mere pere frere"
        " soeur mae pai irmao hermano hermana midi someday algun",
    },
    wishes=(
        Wish(
            "fewer",
            sure=(
                "LESS OF* MESSAGE",
                "MUCH* HEAPS OF* MESSAGE",
                "MESSAGE (OF | DEMAIS)* DEMAIS",
                "WRITE ME? LESS",
                "LESS OFTEN",
                "NOT (NOT | MUCH | OF | WRITE)* HEAPS MESSAGE",
                "SLOW DOWN ~ MESSAGE",
            ),
            likely=("WRITE ME? MUCH* (HEAPS | DEMAIS)", "MUCH* HEAPS (FILL | OF)* MESSAGE"),
            alone=(
                "ONLY* WRITE* ME* ONE TIME* PER* WEEK (ENOUGH | FILL)*",
                "LESS",
            ),
            unless=("FRIEND",),
        ),
        Wish(
            "pause",
            sure=("NEED+ (BIT | FILL)* PAUSE", "PAUSE (OF | FILL | FOR)* BIT"),
            likely=(
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
                "(BIT | FILL | NEED)* BREAK (BIT | FILL | FOR)*",
                "LEAVING (ONE | BE | FILL)* SPAN",
                "WANT+ (GIVE | FILL)* SOME",
                "(FILL | NOT)* ABSENT (FILL | LA | NOT)* LA (FILL | UNTIL | ONE)* (WEEK | SPAN)",
                "(WEEK | FILL)* WEEK (NOT | FILL | BE)* ABSENT (ABSENT | FILL | BE)* LA",
                "PAUSE (FILL | BIT)*",
            ),
            unless=("SCHOOL",),
        ),
    ),
)
