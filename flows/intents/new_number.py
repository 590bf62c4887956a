"""Somebody has a new number, or a new phone."""

from flows.engine.intents import FILLING, Table, Ways

NEW_NUMBER = Table(
    words={
        "FILL": FILLING,
        "NEW": "new different another other nuevo nueva otro nouveau nouvel autre novo nova outro",
        "PHONE": "number num nr phone cell mobile sim fone"
        " numero cel celular movil telefono chip linea"
        " telephone portable tel"
        " telefone telemovel",
        "CHANGE": "changed change changing switched got have"
        " cambie cambiado cambio tengo estrene"
        " change ai"
        " mudei troquei mudou tenho",
        "SWAP": "change changed switched cambie cambiado mudei troquei mudou",
        "LOST": "lost broke stolen perdi robaron perdu vole casse perdi roubaram quebrei",
        "OF": "de du d my mi mon meu of from do",
        "NOT": "not dont didnt no ne pas nao nunca never",
        "ASK": "what whats which cual quel qual",
    },
    ways=(
        Ways(
            "new_number",
            sure=(
                "NEW PHONE",
                "PHONE NEW",
                "SWAP (OF | FILL)* PHONE",
                "PHONE (FILL | CHANGE)* SWAP",
                "LOST (OF | FILL)* PHONE",
            ),
            unless=("NOT", "ASK"),
        ),
    ),
)
