"""Leaving the programme; who wants no more texts is heard in optout.py."""

from flows.engine.intents import FILLING, Table, Ways

LEAVE = Table(
    words={
        "FILL": FILLING,
        "MENTOR": "mentored mentoring mentor mentors mentora mentore mentores mentr mentee"
        " mentees student estudiante eleve aluno aluna menteee mentrice",
        "ART": "a an my the mi de d un una el la mon le une meu minha um uma o to",
        "LEAVE": "leave leaving quit quitting withdraw drop exit salir salirme salgo dejar dejo"
        " deixar abandonar retirarme quitter quiter quitte sortir partir arreter arrete retirer"
        " retire sair saio saindo largar desistir desisto continuar seguir continuer continue"
        " encerrar saquenme saquen tira tirem enlevez take out doing do in estar faire participar"
        " participer part",
        "QUIT": "renunciar renuncio done renoncer stop end ending terminar acabar arreter lache"
        " lacher sors sort retiro retirarme desligar desisto give finish quitting irme ir saio"
        " desinscrire leave leaving quit withdraw drop exit salir salirme salgo dejar dejo deixar"
        " abandonar quitter quiter quitte sortir partir arrete retirer retire sair saindo largar"
        " desistir encerrar saquenme tira enlevez",
        "OUT": "fora fuera me out of from off moi",
        "OF": "of del be 2 thing want wanna de du d le la the el a o da do in en no na ma mi"
        " minha my this that with con com au dans participacao participacion",
        "PROGRAMME": "programme program programe progam programa mentoring mentoria mentorat"
        " mentorship",
        "STOPS": "on up be part of want tener take out doing do in estar faire fazer parte"
        " participar participer continuar seguir continuer continue ser etre need quiero quero"
        " veux voy vou souhaite necesito preciso besoin ai a to",
        "NOT": "dont dnt not cant no nao n ne pas ya plus",
        "MORE": "anymore anymor more longer plus ya mais any",
        "DOES": "want wanna need be have do quiero necesito necesita ser tener veux besoin ai"
        " etre quero preciso ter a to de d being vouloir kiero kero",
        "DROP": "drop",
        "DROPOUT": "out",
        "TAKEPART": "participar participer part",
        "TAKE": "take want to quiero quero veux souhaite vou voy",
        "HOW": "bridge q como how do can i to wanna want puedo podemos id like",
        "GO": "leave salgo saio quitte quit",
        "HE": "he she they my mum mom dad brother sister friend ella mi hermano elle frere soeur"
        " ele irmao amigo",
        "SCHOOL": "school college job work escuela trabajo ecole travail escola emprego music"
        " musica musique university universidad",
        "RIGHT": "right for convient para pra pour me mi moi good working",
        "IS": "is es est e isnt no c",
        "THIS": "this esto isso ca ce it cela isto",
        "CONT": "continue continuar continuer seguir part keep carry faire going participar",
        "UP": "up on",
        "GOON": "continue continuar continuer seguir",
        "CANV": "can able peux peut pourrai pourrais jpeux puedo podre podria posso consigo poderei"
        " conseguirei vou voy vais going",
        "OFFIT": "fora fuera hors",
        "QUITV": "abandonar abandonne abandono quitter quitte desistir desisto sair salir salirme"
        " retiro retirarme irme retire arreter leave quit dropout desligar",
        "WISH": "quiero quero veux deseo i want wanna vou voy je me j como comment on how do to"
        " id like souhaite kero kiero",
        "GOES": "voy vou pars vais going",
        "FROM": "del do du from out",
    },
    ways=(
        Ways(
            "leave",
            sure=(
                "GOES FROM OF* PROGRAMME",
                "QUIT OF* TAKEPART",
                "NOT+ (DOES | MORE | STOPS | OF | FILL)* PROGRAMME",
                "QUIT (OUT | OF | FILL)* PROGRAMME",
                "NOT+ (STOPS | MORE | OF | FILL | OUT)* PROGRAMME",
                "NOT+ (MORE | DOES | OF)* (DOES | MORE) ART* MENTOR (FILL | MORE)* END",
            ),
            likely=(
                "NOT+ (DOES | STOPS | FILL | MORE)* CONT (OF | FILL | UP)* THIS",
                "NOT+ (CANV | NOT | MORE)* GOON MORE* END",
                "CANV NOT+ MORE* GOON MORE* END",
                "PROGRAMME (FILL | IS)* NOT (FILL | RIGHT)* RIGHT",
                "OFFIT OF* PROGRAMME",
                "QUIT UP? ~ PROGRAMME",
                "WISH (QUIT | FILL)* QUIT OF* PROGRAMME",
                "NOT+ (TAKE | MORE | FILL)* TAKEPART",
                "(MORE | NOT)+ (TAKE | FILL | MORE)* TAKEPART",
                "OUT OF* PROGRAMME",
            ),
            alone=(
                "WISH+ QUITV",
                "QUITV",
                "NOT+ (DOES | FILL | MORE)* CONT",
                "HOW+ GO",
                "HOW* DROP DROPOUT",
            ),
            unless=(
                "HE (FILL | NOT)* (LEAVE | QUIT)",
                "SCHOOL",
            ),
        ),
    ),
)
