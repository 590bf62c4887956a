"""How people ask in Spanish to be written to no more."""

from assistant.understanding.opt_out.rules import Refusals, Request

SPANISH = Refusals(
    respelt=(("v", "b"), ("b", "v"), ("ci", "si"), ("qu", "k"), ("ll", "y"), ("z", "s"), ("h", "")),
    words={
        # What ends something, and what is to end. "Dejar" and "parar" are also how a goal begins.
        "STOP": "paren pare parad cesen cese basta stop",
        # "Deja de escribirme", but "deja el mensaje" is to leave it.
        "LEAVING": "deja dejen dejad deje dejame dejenme dejeme dejarme",
        # "Para" alone is also "for".
        "PARA": "para",
        "OF": "de d con ya",
        "ENDING": "dejar parar dejes",
        "DE": "de d con ya los las",
        "WRITEME": "escribirme mandarme enviarme molestarme contactarme textearme llamarme"
        " mensajearme escribirnos mandarnos acosarme hostigarme notificarme spamearme joderme"
        " fastidiarme hablarme buscarme",
        "WRITE": "escribir mandar enviar molestar contactar textear mensajear llamar spamear",
        "GET": "recibir resivir recivir tener leer ver",
        "MESSAGE": "mensaje mensajes mensages mensage mensajitos msj msjs msg msgs sms texto"
        " textos notificaciones spam",
        "CANCEL": "cancelar cancela cancelen cancele terminar detener detengan terminen suspendan",
        "SUBSCRIPTION": "suscripcion subscripcion inscripcion mensajes msjs textos sms",
        # Refusing.
        "NO": "no",
        "ME": "me m nos",
        "WRITES": "escriban escribas escriba escribais manden mandes mande mandeis envien envies"
        " envie contacten contactes contacte texteen textees textee molesten molestes moleste"
        " busquen mensajeen",
        "RING": "llamen llames llame",
        "TOUCH": "escriban escribas escriba contacten contactes contacte molesten molestes",
        "DROPS": "volver vuelvan vuelvas vuelva vuelvais sigan sigas siga",
        "SENDING": "escribiendo mandando enviando molestando escribiendome mandandome enviandome"
        " molestandome",
        "A": "a ha",
        "MORE": "mas nada nunca jamas ya + otro otra otros",
        "WANT": "quiero kiero qiero deseo quisiera",
        "NEED": "necesito gusta gustan",
        "QUE": "que q k ke",
        "GAP": "ya mas estos esos esas estas mis esa ese esta sus tus su tu los las el la de d mi"
        " ningun ninguno"
        " tantos mi otros cosas nada por este ese con me tipo vuestros",
        # Off a list.
        "REMOVEME": "remuevanme remueveme retirenme retireme retirame quitenme quiteme quitame"
        " saquenme saqueme sacame borrenme borreme borrame"
        " eliminenme eliminame eliminarme borrarme quitarme sacarme",
        "REMOVE": "quitan borran sacan eliminan quita quiten quite quitar borra borren borre"
        " borrar elimina eliminen elimine"
        " eliminar saca saquen saque sacar",
        "MI": "mi este mis",
        "NUMBER": "numero num nro telefono nombre contacto",
        "LIST": "lista listado grupo base sistema esto aqui",
        "GIVEME": "dame denme deme darme",
        "DOY": "doy",
        "DAR": "dar",
        "BAJA": "baja baha",
        "UNSUB": "desuscribir desuscribirme desuscribanme desuscribeme desuscribo desinscribir"
        " desinscribirme desinscribanme",
        "LEAVE": "dejame dejenme dejeme dejadme dejarme dejen dejenos dejennos",
        "PEACE": "quieto quieta paz pas tranquilo tranquila tranqui solo sola",
        "EN": "en n",
        "CONTACT": "contacto llamadas comunicaciones",
        "SER": "ser",
        "WRITTEN": "contactado contactada molestado molestada",
        "ALLOW": "autorizo autorice",
        "SENDS": "manden mandes mande mandeis envien envies envie",
        "MAS": "mas",
        "LOSE": "pierde pierdan olvida olviden",
        # What may be a stop.
        "IT": "esto eso todo ya mas aqui",
        "ENOUGH": "basta suficiente",
        "BORED": "harto harta cansado cansada",
        "ESTOY": "estoy toy ya me tienen tienes tiene",
        "WRONG": "equivocado ekivocado",
        "AWAY": "vete vayanse largate larguense",
        # What stands before and makes it something else.
        "HE": "el ella ellos ellas ex mama papa jefe novio novia hermano hermana amigo amiga"
        " amigos gente le les lo dije dijo mentora mentor",
        "NEVER": "no nunca sin",
        "HOW": "como donde si cuando",
        # What follows and makes it less than everything.
        "LATER": "hoy manana noche noches tarde temprano antes despues durante hasta cuando"
        " mientras hora horas clase clases escuela trabajo lunes martes miercoles jueves viernes"
        " sabado domingo semana madrugada tanto tantos tanta tantas seguido mucho muchos"
        " demasiado demasiados"
        " dia dias diario tiempo rato veces cada ahora ahorita entre sobre"
        " porque como"
        " excepto todavia aun",
        "TOPIC": "recordatorios recordatorio avisos aviso correo correos consejos mail mails"
        " email instagram facebook whatsapp telegram",
        "TO": "a al",
        "DEL": "del de",
        # What turns a request into something else.
        "SAY": "dije digo pedi pido pedimos dijimos hace falta necesario es",
        "WANTS": "quiere quieren",
        "ES": "es",
        "NOR": "ni y o",
        "CONSENT": "consentimiento permiso",
        "WITHDRAW": "retiro revoco retirar revocar",
        "INTERESTED": "interes interesado interesada",
        "WHY": "porque xq",
        "POR": "por x",
        "MEAN": "significa significado decir",
        "WITH": "en n con",
        "OLD": "viejo vieja anterior antiguo antigua",
        "NEW": "nuevo nueva",
        "YET": "todavia aun",
        "WAITING": "espera",
        "PODER": "pueden puede podrian podria puedes podrias",
        "ARRIVE": "llegue lleguen",
        "GETTING": "recibiendo resibiendo",
        "KEEPING": "seguir continuar sigo",
        "UNABLE": "puedo logro consigo dejan",
        "REFUSE": "niego rehuso",
        "BLOCK": "bloqueen bloquea bloqueenme bloquear bloquearlos bloquearte bloqueo",
        "VOY": "voy los las te",
        "SALIR": "salir salirme salgo salirnos",
        "HAGO": "hago puedo hacer para le",
    },
    requests=(
        Request(
            said=(
                "(STOP | LEAVING | ENDING | PARA OF) DE* WRITEME",
                "(STOP | (LEAVING | PARA) OF) DE* WRITE GAP* (MESSAGE | END)",
                "(STOP | ENDING | (LEAVING | PARA) OF) DE* GET GAP* MESSAGE",
                "(STOP | PARA OF) GAP* MESSAGE",
                "NO ME MORE* WRITES GAP* (MORE | MESSAGE | END)",
                "NO (ME | MORE)* DROPS A? (WRITE | WRITEME | SENDING)",
                "NO ME? MORE* RING NOR ME? WRITES",
                "LEAVE EN? PEACE",
                "LEAVE DE* (WRITE | WRITEME)",
                "LOSE MI NUMBER",
            ),
            unless=("(HE | NEVER) END", "HE QUE END"),
        ),
        Request(
            said=("NO MORE? WRITES GAP* (MORE | MESSAGE | END)",),
            unless=("(HE | NEVER | QUE) END",),
        ),
        Request(
            said=(
                "NO WANT MORE* (GET MORE*)? GAP* MESSAGE",
                "NO WANT MORE* GET (GAP | IT)* (MORE | END)",
                "NO WANT MORE* KEEPING GETTING",
                "NO WANT MORE* DROPS A? GET GAP* (MESSAGE | MORE | IT | END)",
                "PODER (ENDING | STOP) DE* WRITE GAP* (MESSAGE | END)",
                "ME PODER REMOVE (DE? GAP* LIST | END)",
                "BEGIN ME REMOVE (DE GAP* LIST | END)",
                "WITHDRAW MI CONSENT",
                "REFUSE TO GET GAP* MESSAGE",
                "NO WANT MORE* CONTACT",
                "NO WANT MORE* SER WRITTEN",
                "(STOP | ENDING) DE* GET END",
                "BEGIN NO MESSAGE END",
                "NO WANT QUE ME? MORE* (WRITES | DROPS | ARRIVE)",
                "NO MORE GAP* MESSAGE",
                "(CANCEL | ENDING) GAP* SUBSCRIPTION",
                "REMOVEME ((GAP | DEL)* LIST | END)",
                "REMOVE (A | DE)? MI NUMBER",
                "BEGIN REMOVE DE GAP* LIST",
                "GIVEME DE BAJA",
                "ME WANT? DAR DE BAJA END",
                "UNSUB",
            ),
            unless=("HE END", "HE QUE END", "NEVER END"),
        ),
        Request(
            said=(
                "ME DOY DE BAJA",
                "NO NEED MORE* GAP* MESSAGE",
                "(STOP | ENDING | LEAVING OF | NO MORE) (GAP | WRITE | WRITEME | DE)* TOPIC",
                "NO ME MORE* TOUCH",
                "NO ALLOW",
                "NO ME MORE* RING (MORE | A? MI NUMBER | END)",
                "NO ME MORE* ARRIVE (MORE | MESSAGE)",
                "BORED DE+ GET? GAP* MESSAGE",
                "NO OTHER? INTERESTED EN? GET GAP* MESSAGE",
                "BLOCK A? (MI | GAP) NUMBER",
                "NO WANT QUE ME RING",
                "(STOP | ENDING) DE? WRITE END",
            ),
            unless=("HE END", "HE QUE END"),
            sure=False,
        ),
    ),
    denied=(
        "NEVER (WANT | QUE | SAY | ME | DE | A)* END",
        "NEVER OTHER (ME | TO | QUE)* END",
        "HE (NO | WANTS | QUE | MORE)* END",
        "QUE ES END",
    ),
    dismissed=(
        "QUE WANTS? MEAN",
        "NUMBER OLD",
        "NUMBER ~ NEW",
        "WRITES GAP* YET",
        "SENDS MAS TO OTHER",
        "LIST DEL WAITING",
    ),
    doubted=("HOW", "NEVER END", "(WHY | POR QUE) ~ END"),
    narrowed=(
        "SENDS MAS OTHER",
        "LATER",
        "TOPIC",
        "TO (MI | GAP)* (OTHER | HE)",
        "DEL GAP* OTHER",
        "(GAP | A) HE",
        "WITH GAP* OTHER",
    ),
    doubts=(
        "(IT | QUE)* ENOUGH (IT | DE | QUE)*",
        "IT+ NO WANT (IT | MORE)*",
        "NO WANT IT+",
        "NO MORE MORE*",
        "(STOP | ENDING | PARA | LEAVING) DE? IT+",
        "CANCEL IT+",
        "ESTOY+ BORED (DE | IT | QUE)*",
        "NUMBER WRONG",
        "AWAY",
        "LEAVE",
        "IT+ NO ME NEED IT*",
        "ME? WANT? SALIR DE IT+",
        "HOW (HAGO | PARA | ME)* SALIR DE IT+",
        "(VOY | A)* BLOCK (GAP | VOY)*",
    ),
)
