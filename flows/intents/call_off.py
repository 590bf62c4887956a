"""Calling a meeting off: "cancel the meeting"; it is asked first whether to."""

from flows.engine.intents import FILLING, Table, Ways

CALL_OFF = Table(
    words={
        "FILL": FILLING,
        "CANCEL": "cancel cancell cancle cancelling canceling cancelar cancela cancele cancelen"
        " cancelamos cancelala cancelalo cancelarla cancelarlo anular anula anulamos anularla"
        " annuler annule annules annulez annulons anuler desmarcar desmarca desmarque desmarcamos",
        "CALL": "call calling",
        "OFF": "off",
        "WANT": "want wanna would like need have has got gotta must can could may lets let should"
        " will gonna going quiero kiero quisiera necesito tengo puedo podemos puedes podrias hay"
        " vamos voy toca veux voudrais dois devons peux peut pouvons faut besoin va vais quero"
        " queria preciso precisamos precisar posso pode podes podemos tenho vou vamos gostaria",
        "OF": "the my our a this el la mi nuestra nuestro le mon notre o meu nosso minha nossa",
        "IT": "it that this one lo la le isso isto ca cela ela ele",
        "MEETING": "meeting meetings meetin meetng meet meetup appointment appt session catchup"
        " reunion reuniones cita encuentro sesion rdv rendez rendezvous rencontre reuniao encontro"
        " sessao",
        "NOT": "dont donot not never no didnt pas ne nao n",
        "TEXTS": "text texts texting txts message messages sms reminder reminders alerts email"
        " emails mensaje mensajes recordatorio recordatorios rappel rappels mensagem mensagens"
        " lembrete lembretes subscription program programme programa",
    },
    ways=(
        Ways(
            "off",
            sure=(
                "CANCEL (OF | FILL)* MEETING",
                "CALL OFF (OF | FILL)* MEETING",
                "CALL (IT | OF)* MEETING OFF",
            ),
            likely=("WANT+ (FILL | IT | WANT)* CANCEL",),
            alone=(
                "(WANT | FILL | IT)* CANCEL (FILL | IT | OF)*",
                "(WANT | FILL)* CALL IT+ OFF FILL*",
            ),
            unless=("NOT FILL* (CANCEL | CALL)", "TEXTS"),
        ),
    ),
)
