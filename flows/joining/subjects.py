"""Other words for what programmes commonly help with: "école" where they offer "études"."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from flows.engine.states import Answers, Facts, Option
from flows.engine.text import _
from flows.reading.replies import plain

ELSE = Option("else", _("something else"))
# Ways of saying each subject, by language; of two that a label may mean, the first.
SUBJECTS: tuple[Mapping[str, str], ...] = (
    {
        "en": (
            "changing job, changing jobs, change job, change jobs, new career, career change, "
            "career, different job, switching careers"
        ),
        "es": "cambiar de trabajo, cambio de trabajo, cambiar de empleo, otro trabajo, carrera",
        "fr": "changer de métier, changer de travail, changer de boulot, reconversion, carrière",
        "pt": "mudar de trabalho, trocar de emprego, mudar de emprego, outro trabalho, carreira",
    },
    {
        "en": (
            "finding a job, find a job, finding work, find work, getting a job, get a job, "
            "job search, job hunting, looking for a job, looking for work, first job, work, "
            "job, jobs, i need a job, need a job, getting work, a job"
        ),
        "es": (
            "buscar empleo, buscar trabajo, encontrar trabajo, encontrar empleo, conseguir "
            "trabajo, conseguir empleo, empleo, trabajo, trabajar, chamba, laburo, un "
            "trabajo, necesito trabajo, necesito un trabajo"
        ),
        "fr": (
            "trouver un emploi, trouver du travail, trouver un travail, trouver un boulot, "
            "chercher du travail, chercher un emploi, recherche d'emploi, emploi, travail, "
            "boulot, job, taf, trouver un taf, un taf, chercher un taf, besoin d'un travail, "
            "j'ai besoin d'un travail"
        ),
        "pt": (
            "achar emprego, procurar emprego, arrumar emprego, arranjar emprego, achar "
            "trabalho, procurar trabalho, conseguir emprego, emprego, trabalho, trabalhar, "
            "trampo, um emprego, preciso de trabalho, preciso de um emprego"
        ),
    },
    {
        "en": "exams, exam, tests, test, finals, getting ready for exams",
        "es": "exámenes, examen, pruebas, preparar exámenes",
        "fr": "examens, examen, le bac, bac, préparer un examen, partiels",
        "pt": "provas, prova, exames, exame, vestibular, enem, preparação para exames",
    },
    {
        "en": "college, university, uni, applying to college",
        "es": "universidad, la universidad, la uni, uni, facultad",
        "fr": "université, la fac, fac, études supérieures",
        "pt": "faculdade, universidade, facul",
    },
    {
        "en": "school, studies, studying, homework, school work, schoolwork, classes, grades",
        "es": "estudios, escuela, la escuela, estudiar, colegio, cole, tareas, clases, notas",
        "fr": "études, école, l'école, étudier, devoirs, cours, lycée, collège, notes",
        "pt": "estudos, escola, a escola, estudar, colégio, lição de casa, aulas, notas",
    },
    {
        "en": (
            "money, cash, budget, budgeting, saving money, debt, bills, finances, earning "
            "money, saving"
        ),
        "es": (
            "dinero, plata, lana, ahorrar, presupuesto, deudas, finanzas, ganar plata, ganar dinero"
        ),
        "fr": (
            "argent, l'argent, budget, économiser, dettes, factures, finances, gagner de l'argent"
        ),
        "pt": (
            "dinheiro, grana, economizar, orçamento, dívidas, contas, finanças, ganhar dinheiro"
        ),
    },
    {
        "en": "meeting people, friends, making friends, make friends, meet people, new friends",
        "es": (
            "conocer gente, amigos, hacer amigos, amistades, conocer a más gente, conocer personas"
        ),
        "fr": (
            "faire des rencontres, amis, des amis, me faire des amis, copains, rencontrer des gens"
        ),
        "pt": "conhecer gente, amigos, fazer amigos, amizades, conhecer pessoas",
    },
)


def topics(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """What the programme can help with, in its own words."""
    known = [(str(token), str(label)) for token, label in facts["topics"]]
    more = also(tuple(label for _token, label in known), facts["language"])
    told = zip(known, more, strict=True)
    return (*(Option(one, label, own=True, whole=whole) for (one, label), whole in told), ELSE)


@lru_cache(maxsize=64)
def also(labels: tuple[str, ...], language: str) -> tuple[tuple[str, ...], ...]:
    """What else means each of these subjects; nothing where it may be two of them."""
    meant = [_subject(label, language) for label in labels]
    times = Counter(meant)
    return tuple(
        _phrases(one, language) if one is not None and times[one] == 1 else () for one in meant
    )


def _subject(label: str, language: str) -> int | None:
    said = _spaced(label)
    for number in range(len(SUBJECTS)):
        if any(_spaced(phrase) in said for phrase in _phrases(number, language)):
            return number
    return None


def _phrases(number: int, language: str) -> tuple[str, ...]:
    return tuple(SUBJECTS[number].get(language, "").split(", "))


def _spaced(text: str) -> str:
    return f" {' '.join(plain(text))} "
