"""Saying that one is late for the meeting, will be there, or is there."""

from flows.engine.intents import FILLING, Table, Ways

UNDER_WAY = Table(
    words={
        "FILL": FILLING,
        "SOFT": "bit little lil few about abt just prob probs probably maybe like gonna still"
        " un poco poquito unos como peu petit env um pouco pouquinho uns mais so all good cool"
        " great fine yes yeah yep sure k kk thanks",
        "BE": "running runnin runing be im ill il b going gonna gunna am might",
        "LATE": "late l8 behind",
        "AM": "am",
        "I": "i",
        "NUM": "1 2 3 4 5 6 7 8 9 10 12 15 20 25 30 35 40 45 50 60 five ten fifteen twenty cinco"
        " diez quince veinte cinq dix quinze vingt dez vinte couple few",
        "MINS": "min mins minute minutes m minuto minutos minutitos minutinhos mn",
        "COME": "llego llegare llegando llegar chego chegar chegando vamos voy",
        "TARDE": "tarde atrasado atrasada",
        "VERB": "voy con estoy vou me to estou tou suis jsuis chui serai vais etre aurai jaurai ai"
        " jai du arrive llego llegar chegar chego de com ficar vamos being been getting",
        "RETARD": "retard bourre retraso retrasado retrasada retrasare retrasarme atrasar atrasado"
        " atrasada atrasando atraso atrasei atrasarei delayed",
        "NOT": "not no nao pas never nunca jamais",
        "ON": "on en a em de",
        "AMX": "am im suis jsuis chuis chui estou tou to estoy voy vou",
        "WAY": "way camino route caminho",
        "MY": "my mi",
        "OMW": "omw",
        "SEE": "see c",
        "YOU": "you u ya ye",
        "CYA": "cya",
        "THERE": "there then soon later tomorrow tmrw tmr 2moro",
        "DAY": "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri"
        " saturday sat sunday sun lunes martes miercoles jueves viernes sabado domingo lundi"
        " mardi mercredi jeudi vendredi samedi dimanche segunda terca quarta quinta sexta"
        " segundas feira",
        "HASTA": "hasta",
        "THANKS": "thanks thx gracias merci obrigado obrigada obg parfait perfecto perfeito fixe",
        "BETHERE": "be b",
        "NOS": "nos",
        "VEMOS": "vemos",
        "ALLI": "alli ahi alla aca luego manana la amanha depois logo",
        "ESTARE": "estare estarei serai",
        "VOIT": "voit verra retrouve",
        "BAS": "bas",
        "ADV": "demain tantot toute bientot",
        "ATE": "ate",
        "ALREADY": "already just ya ja deja bien finally enfin cheguei llegue now",
        "HERE": "here outside arrived la ici arrive arrivee devant aqui ca afuera chegado llegado",
        "ARRIVED": "arrived cheguei llegue",
        "J": "j",
        "ARRIVE": "arrive",
        "Y": "y",
        "THEYRE": "shes hes she he theyre they nobody nobodys noones is isnt il elle personne est"
        " nadie nao no esta ela ele ninguem",
        "GONE": "not isnt nobody nobodys noone noones pas personne no nadie nao ninguem",
        "LOGO": "la logo amanha depois ja",
    },
    ways=(
        Ways(
            "late",
            sure=(
                "BEGIN (FILL | SOFT)* BE (FILL | SOFT | NUM | MINS | BE)* LATE"
                " (FILL | SOFT | NUM | MINS)* END",
                "BEGIN (FILL | SOFT)* NUM MINS LATE (FILL | SOFT)* END",
                "BEGIN (FILL | SOFT)* COME (SOFT | NUM | MINS)* TARDE (FILL | SOFT)* END",
                "BEGIN (FILL | SOFT | BE | NUM | MINS | VERB)* RETARD"
                " (FILL | SOFT | NUM | MINS)* END",
            ),
            unless=("AM I", "NOT (FILL | SOFT | BE | VERB)* (LATE | RETARD | TARDE)"),
        ),
        Ways(
            "there",
            sure=(
                "BEGIN (FILL | SOFT)* SEE YOU (FILL | THERE)* (THERE | DAY) (FILL | THERE)* END",
                "BEGIN (FILL | SOFT)* BETHERE (FILL | THERE)* THERE END",
                "BEGIN (FILL | SOFT)* CYA (FILL | THERE)* END",
                "BEGIN (FILL | SOFT | AMX)* (OMW | ON MY? WAY) (FILL | SOFT)* END",
                "BEGIN FILL* J ARRIVE (FILL | SOFT)* END",
                "BEGIN (FILL | SOFT)* NOS VEMOS FILL* (ALLI | DAY) (FILL | SOFT)* END",
                "BEGIN (FILL | SOFT | THANKS)* HASTA FILL* (ALLI | DAY) (FILL | SOFT)* END",
                "BEGIN (FILL | SOFT)* ALLI (ESTARE | NOS VEMOS) (FILL | SOFT)* END",
                "BEGIN (FILL | SOFT)* ESTARE ALLI (FILL | SOFT)* END",
                "BEGIN (FILL | SOFT)* VOIT ALLI BAS (FILL | SOFT)* END",
                "BEGIN (FILL | SOFT | THANKS)* ON (ADV | DAY) (FILL | SOFT)* END",
                "BEGIN (FILL | SOFT | THANKS)* ATE FILL* (LOGO | DAY) (FILL | SOFT)* END",
            ),
            unless=("NOT",),
        ),
        Ways(
            "here",
            sure=(
                "BEGIN (FILL | SOFT | ALREADY)* AMX (FILL | ALREADY)* HERE (FILL | SOFT)* END",
                "BEGIN (FILL | ALREADY)* HERE (FILL | ALREADY)* AMX (FILL | SOFT)* END",
                "BEGIN FILL* Y AMX (FILL | SOFT)* END",
                "BEGIN (FILL | SOFT | ALREADY)* ARRIVED (FILL | SOFT)* END",
                "BEGIN FILL* (THEYRE | GONE)* GONE (THEYRE | FILL | ALREADY)* HERE FILL* END",
            ),
        ),
    ),
)
