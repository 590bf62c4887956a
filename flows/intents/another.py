"""Somebody else would like to join, perhaps on the same phone."""

from flows.engine.intents import FILLING, Table, Ways

ANOTHER = Table(
    words={
        "FILL": FILLING,
        "KIN": "sister brother sis bro twin cousin son daughter kid child mom mum dad friend"
        " husband wife partner nephew niece aunt uncle"
        " hermana hermano prima primo hija hijo mama papa amiga amigo esposo esposa"
        " sobrino sobrina tia tio"
        " soeur frere cousine fille fils mere pere ami amie copine copain mari femme"
        " neveu tante oncle"
        " irma irmao filha filho mae pai marido sobrinho sobrinha",
        "WANT": "wants want wanna would likes like can could may"
        " quiere queria quisiera puede podria gustaria"
        " veut voudrait aimerait peut pourrait"
        " quer queria gostaria pode poderia",
        "JOIN": "join joining unirse unir entrar participar apuntarse inscribirse"
        " participer rejoindre inscrire entrer inscrever",
        "TOO": "too well tambien aussi tambem",
        "ME": "me",
        "NOT": "not dont doesnt doesn no ne pas nao n cant cannot never",
    },
    ways=(
        Ways(
            "another",
            sure=(
                "KIN OTHER? TOO? (WANT | FILL)* WANT (FILL | TOO)* JOIN",
                "WANT FILL* KIN OTHER? (FILL | TOO)* JOIN",
            ),
            unless=("NOT", "ME"),
        ),
    ),
)
