"""Asking when and where the meeting is."""

from flows.engine.intents import FILLING, Table, Ways

MEETING = Table(
    words={
        "FILL": FILLING,
        "IT": "it her him them the la lo el ela ele thursday monday tuesday wednesday friday"
        " saturday sunday thu mon tue wed fri today tmrw tomorrow",
        "MEETING": "appointment appt apointment catch visit visita chat rencontre entrevista"
        " sesion seance sessao meeting meetin meetings meetng reunion reuniones cita junta rdv"
        " rendez reuniao encontro session",
        "WHEN": "when whens wen whn where wheres wher cuando kuando donde quand kan ou quando qdo"
        " qd onde",
        "WHAT": "cual qual koi quoi what wat whats wats which que q ke quel quelle kel quais c",
        "HOUR": "horario time day date hora horas dia fecha heure jour data",
        "ROOM": "room salon sala salle aula cuarto",
        "IS": "will first primer primera premier premiere primeiro primeira notre nuestra nosso"
        " there hay rosa siguiente ya deja ja tengo tenho voy vou aller go get to should dois vai"
        " ser is pra date dans du are r was es sera era est c ce esta e q am do does did have i u"
        " n and me my we our the a next el la mi nos de del para proxima proximo on ai j mon le l"
        " qu se je prochain o meu minha gente em in it at again que for msm mesmo seu with com"
        " con avec en d",
        "SEE": "juntamos juntarnos retrouve revoit revemos ve vejo toca vemos go aller voy vou"
        " dois vois rosa mentor mentora see seeing ver veo voit veja encontra encontro"
        " encontramos reunimos quedamos marcou vous",
        "SEEN": "meet meeting meetin",
        "MINE": "my next show mi ver mis proxima proximo mon prochain voir meu meus mes",
        "HAVE": "there have tengo tenemos ai tenho temos avons on que do is did we hay a tem es",
        "TODAY": "today hoy aujourd hoje tomorrow manana demain amanha",
        "FORGOT": "say said forgot remind olvido olvide oublie esqueci",
        "HERE": "this esta cette essa week semana semaine today hoy hoje tuesday thursday"
        " wednesday monday friday",
        "OR": "or o ou",
        "STILL": "still sigue toujours pie pe tient ta",
        "TELL": "tell remind recuerdas recuerdame rappeler rappelle rappelez dis dime diz"
        " lembra lembrar forgot olvide olvido oublie esqueci know saber sabes savoir",
    },
    ways=(
        Ways(
            "meeting",
            sure=(
                "MEETING IS* WHAT HOUR",
                "BEGIN WHEN ~ MEETING",
                "TELL ~ (WHEN | HOUR | WHAT) ~ MEETING",
                "WHAT ~ MEETING END",
                "BEGIN WHEN IS* (MEETING | SEEN)",
                "IS* WHAT IS* HOUR IS* (MEETING | SEEN | SEE)",
            ),
            likely=(
                "MEETING ~ STILL",
                "STILL ~ MEETING",
                "MEETING IS* WHEN END",
                "IS* WHAT ROOM IS* MEETING",
                "FORGOT (IS | IT)* (WHEN | WHAT | HOUR) IS* HOUR? IS* (MEETING | SEEN | SEE)",
                "FORGOT HERE OR HERE",
            ),
            alone=(
                "IS* WHEN IS+",
                "IS+ WHEN",
                "WHEN (IS | FILL)* (MEETING | SEE) (IS | FILL)*",
                "HAVE+ (IS | FILL)* MEETING (TODAY | HERE | FILL)*",
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
