"""Wanting to say something kind about one of those whom somebody meets."""

from flows.engine.intents import FILLING, Table, Ways

KUDOS = Table(
    words={
        "FILL": FILLING,
        "KUDOS": "kudos props shoutout felicitar feliciter elogiar",
        "GIVE": "give send say want wanna dar enviar quiero veux voudrais donner quero",
        "TO": "to for a para pour au",
    },
    ways=(
        Ways(
            "kudos",
            sure=("BEGIN GIVE? FILL* KUDOS TO? OTHER? FILL* END",),
            alone=("(FILL | GIVE)* KUDOS",),
        ),
    ),
)
