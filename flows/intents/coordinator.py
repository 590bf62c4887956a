"""What a coordinator asks for by text."""

from flows.engine.intents import FILLING, Intent, Table, Ways

_TABLE = Table(
    words={
        "FILL": FILLING,
        "LIST": "list lst lista liste",
        "MINE": "my whats on show open the see me mi ver la que hay en ma voir mon qu est il y a"
        " sur minha o tem na",
        "TODAY": "today hoy aujourd hoje",
        "HUI": "hui",
        "ON": "whats what on is que hay o tem",
        "PAIR": "pair paire pairs pares parejas binomes duplas emparejar enparejar emparelhar"
        " associer apparier jumeler matching parear empareja associe apparie jumelle emparelha",
        "JOIN": "match junta juntar junte juntem",
        "MATCH": "match pair emparejar make formar hacer faire former fazer form associer",
        "PEOPLE": "people them everyone gente pairs parejas des les binomes pares duplas up",
        "BROADCAST": "broadcast brodcast difusion difundir diffuser diffusion transmitir"
        " transmissao transmision anuncio annonce",
        "A": "a send new message the to un una une um uma",
        "SEND": "send text message write enviar mandar escribir envoyer ecrire mensaje mensagem"
        " avisar avisa escrever",
        "TO": "to a para pra tout le au",
        "ALL": "everyone everybody all todos todo tous toute monde tout",
        "HOLD": "hold halt wait espera esperen aguanta attends attendez attend segura aguarda"
        " calma minute detente aguanten",
        "ITS": "une it on the broadcast list rest please",
        "NOT": "dont do not no n nao pas",
        "SENDS": "send mandes envies manda envia envoie envoyez mande",
        "WHOS": "who whos quien quienes qui quem",
        "ANY": "anyone anybody someone somebody alguien alguno alguna quelqu alguem",
        "ISTHERE": "is are s there today now hay est y a t il un qui que que esta estan ha aqui hoy"
        " a la ce moment en ahora agora hoje",
        "WAITS": "waiting waits wait free ready available espera esperando esperan libre libres"
        " lista listo disponible disponibles attend attendent dispo dispos disponibles pret"
        " livre livres disponivel pronto pronta",
        "WORTH": "worth pena merece coup vaut",
        "WORTHA": "a the whats what is anything something vale la que hay mi list o vaut le un"
        " quoi qui uma um",
        "LOOKED": "look looking mirar mirarlo oeil regarder olhar olhada ver",
        "REST": "la le the rest others resto demas reste suite les los o a",
    },
    ways=(
        Ways("list", alone=("MINE* LIST", "ON* TODAY ON* HUI?")),
        Ways(
            "pair",
            likely=("BEGIN (PAIR | JOIN) (FILL | A | REST)* OTHER",),
            alone=("PAIR", "MATCH PEOPLE+"),
        ),
        Ways(
            "hold",
            sure=("(HOLD | ITS)* NOT+ SENDS (NOT | REST)* REST",),
            alone=("(HOLD | ITS)* HOLD (ITS | HOLD)*",),
        ),
        Ways(
            "ready",
            sure=(
                "BEGIN WHOS ISTHERE* WAITS ISTHERE* END",
                "BEGIN ISTHERE* ANY ISTHERE* WAITS ISTHERE* END",
            ),
        ),
        Ways("look", alone=("WORTH WORTHA* LOOKED", "WORTHA+ WORTH WORTHA* LOOKED")),
        Ways("broadcast", sure=("A* BROADCAST", "SEND TO* ALL TO* ALL?")),
    ),
)
# It declares the table, which holds the ways of all four.
LIST = Intent(
    "list",
    printed={"en": "LIST", "es": "LISTA", "fr": "LISTE", "pt": "LISTA"},
    table=_TABLE,
    given={"wish": "list"},
    coordinator=True,
)
# What was noticed by itself, and other things that are worth a look.
LOOK = Intent("look", given={"wish": "look"}, coordinator=True)
# Who waits for somebody, and who has room.
READY = Intent("ready", given={"wish": "ready"}, coordinator=True)
PAIR = Intent(
    "pair",
    printed={"en": "PAIR", "es": "EMPAREJAR", "fr": "BINÔMES", "pt": "DUPLAS"},
    coordinator=True,
)
BROADCAST = Intent(
    "broadcast",
    printed={"en": "BROADCAST", "es": "DIFUSIÓN", "fr": "DIFFUSER", "pt": "TRANSMITIR"},
    coordinator=True,
)
HOLD = Intent(
    "hold",
    printed={"en": "HOLD", "es": "ESPERA", "fr": "ATTENDS", "pt": "ESPERA"},
    coordinator=True,
)
# About one person, whose name may come after the word. PARA would be a stop.
WHO = Intent(
    "who",
    printed={"en": "WHO", "es": "QUIÉN", "fr": "QUI", "pt": "QUEM"},
    given={"wish": "see"},
    coordinator=True,
)
TO = Intent(
    "to",
    printed={"en": "TO", "es": "ESCRIBIR", "fr": "ÉCRIRE", "pt": "ESCREVER"},
    given={"wish": "to"},
    coordinator=True,
)
FREEZE = Intent(
    "freeze",
    printed={"en": "FREEZE", "es": "CONGELAR", "fr": "GELER", "pt": "CONGELAR"},
    given={"wish": "freeze"},
    coordinator=True,
)
LIFT = Intent(
    "lift",
    printed={"en": "LIFT", "es": "LIBERAR", "fr": "LIBÉRER", "pt": "LIBERAR"},
    given={"wish": "lift"},
    coordinator=True,
)
# A parent's consent is there on paper.
READ = Intent(
    "read",
    printed={"en": "READ", "es": "LEER", "fr": "LIRE", "pt": "LER"},
    given={"wish": "read"},
    coordinator=True,
)
PAPER = Intent(
    "paper",
    printed={"en": "PAPER", "es": "PAPEL", "fr": "PAPIER", "pt": "PAPEL"},
    given={"wish": "paper"},
    coordinator=True,
)
# How much training somebody has had elsewhere. RECORD shows what is kept of a concern.
RECORD = Intent(
    "record",
    printed={"en": "TRAINING", "es": "FORMACIÓN", "fr": "FORMATION", "pt": "FORMAÇÃO"},
    coordinator=True,
)
# END belongs to the carriers.
PART = Intent(
    "part",
    printed={"en": "PART", "es": "SEPARAR", "fr": "SÉPARER", "pt": "SEPARAR"},
    given={"wish": "part"},
    coordinator=True,
)
OF_ONE = (WHO, TO, FREEZE, LIFT, PART, PAPER, READ)
