"""Asking to see the story that may be told of somebody, or to take it back."""

from flows.engine.intents import FILLING, Table, Ways

STORY = Table(
    words={
        "FILL": FILLING,
        "TAKE": "take retire retract withdraw delete remove pull erase show see read change quitar"
        " quita retirar retira borra borrar ver muestra retirer retire retirez supprimer supprime"
        " enlever voir montre tirar tira apagar apaga mostra",
        "STORY": "story historia histoire relato",
        "MINE": "my mi mon minha meu the la l a o",
        "BACK": "back down",
    },
    ways=(
        Ways(
            "story",
            sure=("BEGIN TAKE BACK? MINE* STORY BACK? FILL* END",),
            alone=("(FILL | TAKE)* MINE STORY BACK?",),
        ),
    ),
)
