"""Asking for no texts from one of those whom somebody meets, or for them again."""

from flows.engine.intents import FILLING, Table, Ways

QUIET = Table(
    words={
        "FILL": FILLING,
        "MUTE": "mute unmute silenciar silencia silencio callar muet muette muter silence demute"
        " desmutar mutar silencie",
        "SWITCH": "switch turn apaga apagar quita quitar coupe couper desliga desligar desativa"
        " desactiva desactivar liga ligar enciende activa activar remets reactive ativa ativar",
        "TEXTS": "texts text messages message msgs mensajes mensagens textos messages sms",
        "OFF": "off on",
        "WITH": "with from de con com avec du da do les los las os as the my a el la",
    },
    ways=(
        Ways(
            "quiet",
            sure=("BEGIN MUTE WITH* OTHER END", "BEGIN SWITCH WITH* TEXTS (WITH | OTHER)* OFF END"),
            alone=("MUTE (WITH | FILL)*", "SWITCH WITH* TEXTS"),
        ),
    ),
)
