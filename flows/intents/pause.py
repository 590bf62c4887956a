"""Asking for a break, or saying that one is away."""

from flows.engine.intents import FILLING, Table, Ways

PAUSE = Table(
    words={
        "FILL": FILLING,
        "OF": "a mes tes vos seus suas meus my your of de d the these los esos le les as os tus"
        " texting",
        "MESSAGE": "notifs notif avisos aviso alertas alerts notificaciones notificacoes"
        " notification texting mails emails text texts txt txts message messages msg msgs mesage"
        " mesages mensaje mensajes mensages msj msjs texto textos sms mensagem mensagens"
        " menssagem reminder reminders recordatorio recordatorios rappel rappels lembrete"
        " lembretes notifications",
        "NOT": "not dont no pas nao n ne need this",
        "ONE": "one 1 once un uno una une um uma 2 two dos deux duas",
        "WEEK": "week wk semana semaine",
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
        "AWAY": "abroad hospitalizado hospitalizada exterior etranger viajar away absent"
        " absente fuera fora ausente holiday holidays hols vacation vacaciones vacances ferias"
        " viaje viajando voyage town vacay",
        "WARD": "hospital",
        "AM": "im am be will going goin gonna estoy estare estar voy suis serai vais je estou vou"
        " vamos ficar estarei",
        "BE": "im i am be will going goin gonna go off on out of estoy estare estar voy me de a"
        " fuera suis serai pars en je estou to vou vamos ficar estarei ando gone the",
        "BUSY": "not no disponible disponivel avaliable available indisponible indisponivel",
        "FREE": "around free dispo libre livre disponible disponivel avaliable available"
        " indisponible indisponivel",
        "UNTIL": "til till until untill for hasta jusqu jusque jusquau ate por pendant durante"
        " next em en in back la un um",
        "BACK": "back volto vuelvo reviens regreso return returning",
        "IN": "in en em on au",
        "MONTH": "january february march april may june july august september october november"
        " december enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
        " diciembre janvier fevrier mars avril mai juin juillet aout septembre octobre novembre"
        " decembre janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro",
        "SPAN": "days dias jours quelques algunas algumas few unas weeks month months mes meses"
        " semanas mois semaines",
        "LEAVING": "pars voy vou",
        "ABSENT": "serai estar estare vou estarei",
        "LA": "la aqui pas a estar",
        "HOLD": "hold",
        "SCHOOL": "school class work escuela clases trabajo cours travail ecole escola aula"
        " trabalho parents mama papa mum mom dad mother father brother sister mere pere frere"
        " soeur mae pai irmao hermano hermana midi someday algun",
        "STOPFOR": "stop parar arreter stopper",
        "POWER": "can cant podre puedo posso peux pourrai poderei vou voy",
        "UNTILX": "until til till untill hasta ate avant before jusqu",
        "SUSPEND": "pause pausa pausen pausar suspendez suspendan suspende suspender pausez pausem",
        "ONHOLD": "hold",
        "SICK": "sick ill enferma enfermo malade doente",
        "HE": "she he they ella elle il ela ele mom mum dad mama papa mere pere mae pai was were"
        " estuvo estaba etait estava",
        "OUT": "out",
        "RESTV": "descansar reposer rest",
        "OFFX": "off",
        "EST": "estare estarei serai be",
    },
    ways=(
        Ways(
            "pause",
            sure=(
                "SUSPEND OF* MESSAGE",
                "NEED+ (BIT | FILL)* PAUSE",
                "PAUSE (OF | FILL | FOR)* BIT",
            ),
            likely=(
                "NEED+ (FILL | SPAN | BIT)* SPAN OFFX",
                "LEAVING (FILL | UNTIL)* UNTILX",
                "NOT EST (FILL | LA | NOT)* UNTILX",
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
                "AM (FILL | BE | UNTIL)* WARD",  # "a job in a hospital" is no absence
                "BUSY* FREE UNTIL",
                "BEGIN PAUSE END",
                "BACK IN MONTH",
                "HOLD OFF",
            ),
            alone=(
                "NEED+ RESTV (FILL | SOME | BIT)*",
                "NEED+ (GIVE | FILL | OF)* SOME OUT?",
                "STOPFOR (FILL | UNTIL)* (BIT | SPAN)",
                "BE* (ABSENT | BE)+ AWAY",
                "(BIT | FILL | NEED)* BREAK (BIT | FILL | FOR)*",
                "LEAVING (ONE | BE | FILL)* SPAN",
                "WANT+ (GIVE | FILL)* SOME",
                "(FILL | ABSENT)* NOT (FILL | ABSENT)* LA (FILL | UNTIL | ONE)* (WEEK | SPAN)",
                "(WEEK | FILL)* WEEK (NOT | FILL | BE)* ABSENT (ABSENT | FILL | BE)* LA",
                "PAUSE (FILL | BIT)*",
            ),
            unless=(
                "SCHOOL",
                "HE",
            ),
        ),
    ),
)

# The word for it and its end in one: "pause for 2 weeks".
PAUSE_UNTIL = Table(
    words={
        "FILL": FILLING,
        "PAUSE": "pause pausa",
        "UNTIL": "for 4 por de durante pendant pour until till til untill hasta ate jusqu jusque"
        " jusquau back in a the le el los la next",
        "TIME": " ".join(map(str, range(1, 32))) + " one two three four five six uno una dos tres"
        " cuatro cinco seis un deux trois quatre cinq dois duas tres quatro few couple unas"
        " algunas quelques alguns algumas days day weeks week months month dias dia semanas semana"
        " meses mes jours jour semaines semaine mois sabado domingo samedi dimanche sunday"
        " dimanche january february march april may june july august september october november"
        " december enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
        " diciembre janvier fevrier mars avril mai juin juillet aout septembre octobre novembre"
        " decembre janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro",
    },
    ways=(Ways("pause until", sure=("BEGIN PAUSE (FILL | UNTIL | TIME)+ END",)),),
)
