"""Asking what two people have agreed on."""

from flows.engine.intents import FILLING, Table, Ways

RULES = Table(
    words={
        "FILL": FILLING,
        "WHAT": "what whats wat show see tell remind which que ke cual cuales muestra ver quoi"
        " quelles quels quelle quel qu montre voir o quais qual mostra dime diz dis know forgot"
        " olvide oublie esqueci",
        "RULES": "rules rule agreement agrement terms deal reglas acuerdo trato regles accord"
        " regras acordo combinado pacto",
        "OUR": "our the nuestras nuestro las los el la notre nos les nossas nosso as os are were"
        " is son sont sao eran there hay of rosa again with con avec com own",
        "DID": "did do have had we hemos habiamos avons on a ons est ce nous nos a gente tinhamos"
        " is it that cest",
        "AGREED": "agree agreed agre decide decided settle settled acordamos acordado quedamos"
        " convenu decide convenus combinamos combinado combinou acordamos decidimos",
        "ON": "on about to again together sobre en juntos de ensemble sur sobre juntos",
    },
    ways=(
        Ways(
            "rules",
            sure=(
                "BEGIN (WHAT | FILL)+ (DID | FILL | OUR)+ AGREED (ON | FILL | OUR)* END",
                "BEGIN (WHAT | FILL)+ AGREED (ON | FILL | OUR)* END",
                "BEGIN (WHAT | FILL)* WHAT (OUR | FILL | DID)* RULES (ON | OUR | FILL)* END",
                "BEGIN OUR+ RULES END",
            ),
        ),
    ),
)
