"""Somebody's first words offer to be a mentor: "hi, id like to volunteer as a mentor"."""

from flows.engine.intents import FILLING, Table, Ways

VOLUNTEERING = Table(
    words={
        "FILL": FILLING + " please pls in up very interested um uma unos unas des",
        "A": "a an some the other un una unos unas el la a los otros otras um uma uns outros outras"
        " une des le les de d autres",
        "MENTOR": "mentor mentors mentora mentoras mentores mentore mentoren",
        "TO": "to 2",
        "LOOKING": "looking",
        "AS": "as como comme de",
        "AM": "im am soy suis chuis jsuis sou estou",
        "WANT": "want wanna would id like love hope hoping wish wanted can could may interested"
        " keen happy glad like"
        " quiero quisiera queria gustaria encantaria puedo podria deseo interesa"
        " veux voudrais aimerais souhaite peux pourrais envie"
        " quero queria gostaria adoraria posso poderia",
        "BE": "be b become being becoming ser hacerme convertirme etre devenir virar tornar",
        "JOIN": "join joining sign signing signed signup register registering volunteer"
        " volunteering apply applying help helping serve enroll enrol offer here come coming"
        " apuntarme inscribirme ofrecerme registrarme participar anotarme unirme colaborar vengo"
        " inscrire proposer engager aider viens inscris"
        " inscrever oferecer candidatar participar ajudar venho",
        "GIVE": "volunteer volunteering voluntario voluntaria voluntariado benevole benevolat",
        "HELP": "help support guide mentor ayudar apoyar acompanar guiar"
        " aider accompagner soutenir guider ajudar apoiar acompanhar orientar",
        "YOUNG": "kids kid teens teen teenagers youth young students others people somebody someone"
        " jovenes chicos ninos alumnos estudiantes alguien personas otros demas"
        " jeunes enfants autres eleves etudiants quelqu quelqun"
        " criancas alunos estudantes outros alguem pessoas",
        "FIND": "need needs looking look find finding get getting search searching"
        " busco busca buscando necesito necesita encontrar buscar"
        " cherche recherche chercher trouver besoin"
        " procuro procura procurando preciso precisa achar",
        "LINK": "for me us him her them a an the some un una une um uma por para mi me pour de nos",
        "SOMEBODY": "someone somebody anyone anybody person alguien quien persona quelqu quelqun"
        " personne alguem pessoa",
        "NOT": "not dont doesnt didnt isnt arent cant never no ni ne pas jamais nao n nem nunca",
        "MINE": "my mi mis mon ma mes meu minha meus minhas our nuestro nuestra notre nos nosso"
        " nossa",
        "CHILD": "son sons daughter daughters kid kids child children teen brother sister nephew"
        " niece grandson granddaughter boy girl hijo hija hijos hermano hermana sobrino sobrina"
        " nieto nieta fils fille enfant enfants frere soeur neveu filho filha filhos irmao irma"
        " sobrinho sobrinha neto neta",
    },
    ways=(
        Ways(
            "mentor",
            sure=(
                "BE A? MENTOR",
                "BE FILL MENTOR",
                "AM A? MENTOR",
                "JOIN FILL? AS FILL? MENTOR",
                "(WANT | JOIN | LOOKING) FILL? FILL? TO MENTOR",
                "WANT FILL* GIVE",
                "AM FILL? FILL? GIVE",
                "BE FILL? GIVE",
                "WANT FILL? FILL? FILL? HELP A? A? YOUNG",
                "WANT FILL? FILL? FILL? HELP A? CHILD",
            ),
            unless=(
                "NOT",
                "FIND (LINK | MINE)* (MENTOR | SOMEBODY)",
                "WANT (LINK | MINE)* SOMEBODY",
                "MINE FILL? CHILD",
                "WANT A? A? MENTOR",
            ),
        ),
    ),
)
