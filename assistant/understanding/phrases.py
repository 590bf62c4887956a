"""HELP, START and our own words as people really write them: whole messages, four languages."""

import re
from collections.abc import Iterable, Mapping, Sequence

from assistant.understanding import patterns

# Kinds of words shared by the rules below; a word may be of several.
_KINDS = patterns.grammar(
    {
        "MENU": "menu menue meny menus mneu manu menou",
        "OPTIONS": "options option opciones opcion opcoes opcao choices",
        "SHOW": "show see open get muestra muestrame mostrar muestreme ver voir montre montrez"
        " afficher affiche mostra mostre main principal go to the me al le o a ir no mi my",
        "ASK": "ask pregunta preguntar demander demande pergunta perguntar aks",
        "BACK": "back bak bck bakc baack atras retour voltar volta volver regresar regresa vuelve"
        " revenir arriere tras previous prev precedent precedente anterior undo deshacer",
        "GO": "last go ir aller volver quiero quero puedo can could i want wanna to posso pode en"
        " a para pra let me take je peux veux voudrais one step uno un pas paso passo la le el"
        " pregunta question pergunta questao the do we you je d ao",
        "CHANGE": "change cambiar changer mudar fix correct corregir corriger corrigir modificar"
        " modifier edit alterar trocar",
        "ANSWER": "answer anser anwser respuesta reponse resposta reply",
        "MY": "my mi ma minha a the last la ultima derniere previous anterior that",
        "WRONG": "wrong mala mauvaise errada equivocada",
        "MISTAKE": "equivoque trompe trompee errei",
        "ME": "me je suis m mi",
        "WHY": "why wy whyy wht pourquoi pkoi pk pq xq porque prq pourkoi pq",
        "YY": "y",
        "POR": "por pour p para pra x",
        "QUE": "que q ke quoi k",
        "ASKING": "ask asking asked preguntas pregunta preguntan demandez demandes demande"
        " pergunta perguntam perguntando perguntou pides piden pedem need nede want know knw"
        " necesitas necesitan quieren quieres saber savoir besoin precisa precisam quer querem"
        " asks voulez veux veut besoin avez matter matters demandent esta estao"
        " pedindo perguntando pides precisas precisam queres querem",
        "THAT": "do u you ya are r that this it to me my age name info information i for need"
        " know have so many questions question eso esto me mi edad nombre lo tu te usted ustedes"
        " numero telefono number phone datos data telefone dados donnees tel num real"
        " saber tanto does did do da dos das del du t tas le lhe nos ca cela c est cette cet tu "
        "vous vs ai as avez mon age nom voce voces vc vcs isso"
        " isto minha idade meu nome tantas perguntas preguntas de la le is all es e o se"
        " prenom apellido surname sobrenome",
        "MINE": "name surname age number phone nombre apellido edad numero telefono prenom nom"
        " telephone nome sobrenome idade telefone",
        "IT": "that this it eso esto ca cela c est isso isto is es e la o tho though then ask faire"
        " and but so ok y et mais pero mas alors wait hold hang up on sec whoa espera espere"
        " esperen attends attendez calma perai pera",
        "HOW": "how",
        "COME": "come",
        "WHATFOR": "what wat whats",
        "FOR": "for 4",
        "CAN": "can could may i u you let me want wanna need like to would do id please is there"
        " how puedo podria quiero quisiera kiero necesito me gustaria puede je veux voudrais peux"
        " pourrais jveux posso quero queria preciso gostaria da pra dava kero poderia get speak j"
        " ai",
        "TALK": "talk tlk takl speak speek spk chat tak text write tok talking hablar ablar"
        " platicar parler parle parlr discuter falar fala conversar conectar",
        "TO": "to 2 with wit w con a avec com directly ao",
        "ART": "a an un una une um uma real actual live the el la le alguna algun d vraie vrai"
        " verdadera verdadeira de verdad verdade reelle",
        "PERSON": "human humen hooman person persn persone someone somebody sum1 some1 sumone"
        " someon humano persona alguien alguen quelqu qqn personne pessoa pesoa alguem humain"
        " coordinator coordinador coordinadora coordinateur coordinatrice coordenador"
        " coordenadora operator operador agent agente staff responsable responsavel",
        "ONE": "un",
        "REAL": "real actual live vraie vrai verdad verdade reelle",
        "HUMAN": "human humano humain operator operador agent agente",
        "HAVE": "have got hav tengo ai tenho teno",
        "QUESTION": "question qestion pregunta duda pergunta duvida questions preguntas dudas"
        " something somthing algo",
        "HELP": "help hlp halp helpp hepl ayuda ayudame ayudenme ajuda ajude aide aidez aider",
        "INFO": "info information informacion informations informacao",
        "SOME": "me i need can you u some please necesito je j ai besoin d de moi preciso m"
        " puedes pueden pouvez peux vous pode voce vc un poco poquito little bit ajudar ayudar"
        " pls",
        "START": "start unstop strat satrt sart",
        "AGAIN": "resubscribe subscribe resume restart empezar comenzar iniciar reanudar alta"
        " suscribir suscribirme commencer demarrer reprendre reabonner comecar retomar reiniciar"
        " inscrever",
        "YES": "yes yess yea yeah yep yup si oui ouais sim",
        "OVER": "again me texting texts messages back up nuevo de otra vez",
    }
)

_RULES: dict[str, tuple[str, ...]] = {
    "menu": ("SHOW* MENU SHOW*", "SHOW* OPTIONS"),
    "back": ("GO* BACK (GO | BACK)*", "GO* CHANGE MY* ANSWER", "WRONG ANSWER", "ME* MISTAKE"),
    "why": (
        "IT* (WHY | POR QUE) (IT* | THAT* ASKING (ASKING | THAT)* | THAT* QUESTION | THAT* MINE)",
        "IT* HOW COME THAT* ASKING (ASKING | THAT)*",
        "YY THAT* ASKING (ASKING | THAT)*",
        "IT* WHATFOR THAT* FOR THAT*",
    ),
    "ask": (
        "ASK",
        "CAN* TALK (TO | ART)* PERSON (ONE | ART | TO)*",
        "ART* REAL ART* PERSON ART*",
        "(CAN | ART | TO)* HUMAN ART*",
        "CAN* (HAVE | ASK) ART* QUESTION",
    ),
    "help": ("HELP ME?", "INFO"),
    "start": ("START OVER*",),
}
# Heard only when nothing was asked: while a question is open they may be its answer.
_UNASKED: dict[str, tuple[str, ...]] = {
    "help": ("SOME* HELP SOME*",),
    "start": ("AGAIN OVER*",),
    "yes": ("YES",),
}


def _compiled(tables: Mapping[str, Iterable[str]]) -> dict[str, re.Pattern[str]]:
    return {name: patterns.rules(_KINDS, written) for name, written in tables.items()}


_ALWAYS = _compiled(_RULES)
_FREELY = _compiled(_UNASKED)


# One of these is in everything that `name` knows.
ANCHORS = patterns.anchors(
    _KINDS, [rule for tables in (_RULES, _UNASKED) for rules in tables.values() for rule in rules]
)


def name(kept: Sequence[str], asked: bool) -> str | None:
    """Which of the words these (of optout.plain) are, as a whole message."""
    if ANCHORS.isdisjoint(kept):  # the cheap first test
        return None
    letters = patterns.read(_KINDS, kept)
    if "." in letters:
        return None
    for tables in (_ALWAYS,) if asked else (_ALWAYS, _FREELY):
        for found, rule in tables.items():
            if rule.fullmatch(letters):
                return found
    return None
