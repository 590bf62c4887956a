"""Asking to meet: "book a meeting", "i want to meet with rosa"."""

from flows.engine.intents import FILLING, Table, Ways

ARRANGE = Table(
    words={
        "FILL": FILLING + " soon asap sometime pronto luego bientot logo breve novo nouveau",
        "WANT": "want wanna would like need id wish love can could may shall should lets let please"
        " quiero kiero quisiera gustaria querria necesito puedo podemos podriamos puedes vamos"
        " veux voudrais jveux jvoudrais aimerais peux peut pouvons pourrait faut besoin"
        " quero queria kero gostaria preciso posso pode podemos poderia podiamos",
        "SET": "book set schedule arrange organise organize plan fix reservar agendar fijar"
        " programar concertar pedir organizar prendre fixer organiser planifier prevoir prends"
        " marcar marca marcamos combinar agenda",
        "UP": "up a an another new the un una otra le une autre um uma outro outra o os",
        "MEETING": "meeting meetings meetin meetng appointment appt session reunion cita encuentro"
        " sesion rdv rendez vous rencontre entretien reuniao encontro sessao",
        "MEET": "meet see quedar reunirme reunirnos verme vernos ver encontrarme juntarme"
        " voir rencontrer revoir retrouver ver encontrar marcar combinar reunir falar",
        "WHEN": "when wen whn cuando kuando quand quando qd qdo",
        "SEE": "meet meetup reunirnos vernos encontrarnos juntarnos quedar rencontrer retrouver"
        " reunir encontrar",
        "SE": "se nous nos",
        "VOIR": "voir revoir rencontrer retrouver encontrar ver reunir",
        "WITH": "with w up con a avec com a o",
        "OF": "my mi mon ma meu minha a o la el le",
        "THEM": "mentor mentora mentore mentee her him them ella elle ele ela lui",
    },
    ways=(
        Ways(
            "arrange",
            sure=(
                "BEGIN (FILL | WANT)* SET UP* MEETING+ (WITH OF* THEM)? FILL* END",
                "BEGIN (FILL | WANT)* WANT (FILL | UP)* MEETING+ WITH OF* THEM FILL* END",
                "BEGIN (FILL | WANT)* WANT FILL* MEET WITH* OF* THEM FILL* END",
                "BEGIN (FILL | WANT | WHEN)* WANT (FILL | WANT)* SEE UP? FILL* END",
                "BEGIN (FILL | WANT | WHEN)* WANT (FILL | WANT)* SE VOIR (FILL | WHEN)* END",
            ),
        ),
        Ways(
            "arrange with",
            sure=(
                "BEGIN (FILL | WANT)* SET UP* MEETING+ WITH OF* OTHER OTHER? FILL* END",
                "BEGIN (FILL | WANT)* WANT (FILL | UP)* MEETING+ WITH OF* OTHER OTHER? FILL* END",
                "BEGIN (FILL | WANT)* WANT FILL* MEET WITH* OF* OTHER OTHER? FILL* END",
            ),
        ),
    ),
)
