"""A programme's topics, as a reader sees them."""

from storage.tables import Json


def labelled(settings: Json, language: str) -> list[list[str]]:
    """The programme's topics as [token, label] in a language, English where it has none."""
    return [
        [topic["token"], topic["labels"].get(language) or topic["labels"]["en"]]
        for topic in settings.get("topics", [])
    ]


def of(token: str, en: str, es: str, fr: str, pt: str) -> Json:
    """A topic as a programme's settings hold it."""
    return {"token": token, "labels": {"en": en, "es": es, "fr": fr, "pt": pt}}
