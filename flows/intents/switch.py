"""Asking for somebody else."""

from flows.engine.intents import FILLING, Table, Ways

SWITCH = Table(
    words={
        "FILL": FILLING,
        "NEW": "distinto distinta another diffrent other different diff new otro otra nuevo nueva"
        " diferente autre nouveau nouvelle differente outro outra novo nova differnt",
        "MENTOR": "mentor mentors mentora mentore mentores mentr mentee mentees student"
        " estudiante eleve aluno aluna menteee mentrice",
        "CHANGE": "cambienme cambiarme cambiar changez changer cambiame troquem muda trocar"
        " change switch swap cambio cambia cambien troca mudar switching changing",
        "ART": "a an my the mi de d un una el la mon le une meu minha um uma o to",
        "SOMEONE": "someone somebody sum1 some1 sumone somone anyone alguien quelqu quelquun"
        " kelkun alguem person persona personne pessoa",
        "ELSE": "else mas autre diferente different otro otra outro outra diff un d dun",
        "ELSEWHO": "anyone else autre mas diferente different",
        "PERSON": "person persona personne pessoa",
        "ONE": "one",
        "WANT": "gustaria gostaria aimerais coloca coloquem trouvez arranja asigname asignenme"
        " hay there is tem put with com anyone ser want wanna need like have get find prefer"
        " could be matched quiero kiero quisiera prefiero puedo tener podria necesito nesesito"
        " puede con a veux jveu jveux voudrais prefere peux avoir peut trouver donnez quero"
        " queria kero posso ter prefiro preciso pode arruma que can may id dar pueden",
        "IT": "it en lo",
        "MAKEBE": "make be become being ser hacer devenir tornar who que qui friend friends job",
        "OF": "of del be 2 thing want wanna de du d le la the el a o da do in en no na ma mi"
        " minha my this that with con com au dans participacao participacion",
        "NOT": "dont dnt not cant no nao n ne pas ya plus",
        "SCHOOL": "school college job work escuela trabajo ecole travail escola emprego music"
        " musica musique university universidad",
        "LIKE": "llevo dou dei like likes gusta aime gosto love get click convient entiendo"
        " entends",
        "PREFER": "prefiero prefere prefiro prefer rather",
        "RIGHT": "right for convient para pra pour me mi moi good working",
        "IS": "is es est e isnt no c",
        "GET": "con com avec with",
        "WHO": "who quien qui quem",
        "GOING": "voy vou vamos me nos",
        "HOUSE": "mudar mudarme mudarnos",
    },
    ways=(
        Ways(
            "switch",
            sure=(
                "WANT+ (ART | FILL)* NEW ART* MENTOR",
                "NEW MENTOR",
                "ART* MENTOR (NEW | FILL)* NEW",
                "CHANGE ART* MENTOR",
                "WANT+ (ART | FILL)* (SOMEONE ELSE* ELSEWHO | NEW PERSON)",
            ),
            likely=(
                "NOT+ (ART | FILL)* LIKE (ART | OF | GET)* MENTOR",
                "CHANGE WHO ~ MENTOR",
                "NOT+ (ART | LIKE)* LIKE (ART | OF)* MENTOR",
                "MENTOR (FILL | ART | IS)* NOT (FILL | ART)* (RIGHT | LIKE)",
                "LIKE NOT ART* MENTOR",
                "NOT , WANT+ ART* NEW END",
                "PREFER ~ MENTOR",
                "MENTOR ~ IS ~ RIGHT END",
                "WANT+ (IT | ART)* (NEW ONE? | CHANGE) END",
                "MENTOR ,? (FILL | WANT)* WANT (ART | IT)* (NEW | CHANGE)",
            ),
            alone=(
                "ART* (SOMEONE ELSE* ELSEWHO | NEW PERSON)",
                "WANT+ ART* CHANGE",
            ),
            unless=(
                "MAKEBE ART* NEW",
                "GOING (GOING | FILL | WANT)* HOUSE END",  # to another town
                "SCHOOL",
            ),
        ),
    ),
)
