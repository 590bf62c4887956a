"""Asking for no more lessons, or for lessons again."""

from flows.engine.intents import FILLING, Table, Ways

LESSONS = Table(
    words={
        "FILL": FILLING,
        "LEAD": "i id im please pls plz ya yo por favor porfa je j stp svp eu ja"
        " ok okay hi hello hola salut oi",
        "NO": "no not dont stop without ni non ne n pas plus sem nao nenhuma nenhum ningun"
        " ninguna sin sans aucun aucune arrete arreter arretez pare parem deja dejen dejar",
        "MORE": "more mas plus mais any another of de d des les los las os as the these those"
        " estos estas ces essas esses sending send want wanna need quiero necesito veux besoin"
        " quero preciso mandar mandes manden mandarme envoyer envoyez envoie enviar envies envien"
        " mande mandem envie enviem me moi m your your tus sus tes vos suas seus",
        "LESSON": "lesson lessons lections tips leccion lecciones consejo consejos lecon lecons"
        " conseil conseils dica dicas licao licoes",
        "AGAIN": "again back otra vez nuevo encore nouveau novo outra",
        "PLEASE": "send me us give dame mandame enviame quiero quisiera envoie envoyez moi je"
        " veux voudrais manda mande me envia envie quero queria i d like want the my les des mes"
        " los las mis as os minhas more some mas unos de d a por favor um uns",
    },
    ways=(
        Ways(
            "no_lessons",
            sure=("BEGIN LEAD* NO+ (NO | MORE)+ LESSON (NO | MORE | LEAD)* END",),
        ),
        Ways(
            "lessons",
            sure=("BEGIN (LEAD | PLEASE)* LESSON PLEASE* AGAIN+ (PLEASE | LEAD)* END",),
        ),
    ),
)
