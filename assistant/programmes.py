"""Programmes: the demonstration one, and what a newcomer gets from theirs."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from assistant.channels import numbers
from assistant.translations import closest
from storage import participants
from storage.participants import Programme

TOPICS = [
    ("school", "school", "estudios", "études", "estudos"),
    ("job", "finding a job", "buscar empleo", "trouver un emploi", "achar emprego"),
    ("career", "changing job", "cambiar de trabajo", "changer de métier", "mudar de trabalho"),
    ("money", "money", "dinero", "argent", "dinheiro"),
    ("people", "meeting people", "conocer gente", "faire des rencontres", "conhecer gente"),
]


def demonstrate(db: Connection, now: datetime) -> None:
    """Add the demonstration programme to a database that has none."""
    if participants.programmes(db):
        return
    participants.add_programme(
        db,
        {
            "name": "Bridge",
            "keyword": "bridge",
            "mentor_keyword": "guide",
            "language": "en",
            "zone": "America/New_York",
            "country": "US",
            "minimum_age": 18,
            "formal": False,
            "settings": {
                "coordinator": "Dana Reyes",
                "place": "Harbor Library",
                "contact": {
                    "en": "call 212-555-0100 or come to Room 5",
                    "es": "llama al 212-555-0100 o ven a la sala 5",
                    "fr": "appelle le 212-555-0100 ou viens salle 5",
                    "pt": "ligue para 212-555-0100 ou venha à sala 5",
                },
                "until": f"{now.year + 1}-06-30",
                "topics": [topic(*one) for one in TOPICS],
            },
            "created_at": now,
        },
    )


def newcomer(
    programmes: dict[int, Programme], address: str, hint: str, numbered: bool
) -> tuple[str, str]:
    """The language and the zone of somebody new, by what their channel tells of them."""
    first = next(iter(programmes.values()), None)
    language, zone = (first.language, first.zone) if first else ("en", "UTC")
    if numbered:
        zones = numbers.zones(address)
        zone = zone if zone in zones or not zones else zones[0]
        hint = hint or numbers.language(address)
    return closest(hint, language), zone


def topic(token: str, en: str, es: str, fr: str, pt: str) -> dict[str, Any]:
    return {"token": token, "labels": {"en": en, "es": es, "fr": fr, "pt": pt}}
