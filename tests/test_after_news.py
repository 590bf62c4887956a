"""A nod that comes after something else was said than what was asked: it answers nothing."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from storage.database import Database
from storage.tables import Meeting, Message, table
from tests import crowd
from tests.crowd import One
from tests.phones import Phone, World

G, M = table(Meeting), table(Message)
NODS = {
    "en": (
        "ok",
        "yes",
        "Yes!",
        "thanks",
        "cool",
        "no",
        "ok thank you so much",
        "yes that works",
        "\N{THUMBS UP SIGN}",
    ),
    "es": ("vale", "si", "gracias", "no", "ok gracias"),
    "fr": ("d'accord", "oui", "merci", "non"),
    "pt": ("blz", "sim", "obrigada", "ta bom"),
}
EACH = [(language, nod) for language, nods in NODS.items() for nod in nods]


class Asked:
    """Rosa is asked whether Jay's time works for her."""

    def __init__(self, db: Database, language: str = "en") -> None:
        self.world = World(db)
        rosa = One("+12125550171", "mentor", name="Rosa", language=language)
        jay = One("+12125550172", name="Jay")
        mentor, mentee = crowd.add(self.world, [rosa, jay])
        crowd.bring_together(self.world, [(mentor, mentee)])
        self.rosa, self.jay = (self.world.phone(one.address) for one in (rosa, jay))
        self.jay.says("thanks", "MEETING", "friday 5pm", "1", "1")
        (self.question,) = self.hears(self.rosa)

    def hears(self, phone: Phone) -> list[str]:
        """Everything arrives, and a while passes."""
        heard = phone.hears()
        self.world.passes(seconds=5)
        sent = {"status": "delivered", "sent_at": self.world.now}
        with self.world.db.writing() as db:
            db.execute(update(M).where(M.c.direction == "out").values(sent))
        self.world.passes(minutes=10)
        return heard

    def says(self, words: str) -> list[str]:
        replies = self.rosa.says(words)
        self.hears(self.rosa)
        return replies

    def told(self, text: str = "The office is closed on Monday.") -> None:
        """A text that asks nothing, as to many."""
        asked = select(M).where(M.c.text.is_not(None), M.c.direction == "out")
        newest = asked.where(M.c.address_id.is_not(None)).order_by(M.c.id.desc()).limit(1)
        with self.world.db.writing() as db:
            row = dict(db.execute(newest).mappings().one())
            del row["id"]
            more = {"text": text, "created_at": self.world.now, "asked": None, "asked_at": None}
            db.execute(insert(M).values({**row, **more}))
        assert self.hears(self.rosa) == [text]

    @property
    def booked(self) -> bool:
        with self.world.db.reading() as db:
            return db.execute(select(G.c.booked_at)).scalar_one() is not None


@pytest.mark.parametrize(("language", "nod"), EACH)
def test_it_is_asked_again_after_a_text_that_asks_nothing(
    db: Database, language: str, nod: str
) -> None:
    asked = Asked(db, language)
    asked.told()
    assert asked.says(nod)[-1].endswith(asked.question)
    assert not asked.booked
    asked.says("1")
    assert asked.booked


def test_a_nod_to_the_reminder_is_one_and_the_question_is_asked_again(db: Database) -> None:
    asked = Asked(db)
    asked.says("1")
    asked.world.now += timedelta(days=1, hours=23)
    asked.rosa.says("SWITCH")
    asked.hears(asked.rosa)
    asked.told("Tomorrow, Fri, Mar 6, 5 pm: Jay, Harbor Library.")
    (reply,) = asked.says("ok")
    assert reply.startswith("Great, thank you! It's Fri, Mar 6, 5 pm, Harbor Library.")
    assert "Would you like someone other than Jay?" in reply


@pytest.mark.parametrize("nod", ["ok", "yes", "\N{THUMBS UP SIGN}"])
def test_right_after_the_question_it_is_the_answer(db: Database, nod: str) -> None:
    asked = Asked(db)
    asked.says(nod)
    assert asked.booked


@pytest.mark.parametrize("words", ["1", "works for me", "WORKS FOR ME!"])
def test_what_says_more_than_a_nod_answers(db: Database, words: str) -> None:
    asked = Asked(db)
    asked.told()
    asked.says(words)
    assert asked.booked


def test_asked_again_the_next_nod_counts(db: Database) -> None:
    asked = Asked(db)
    asked.told()
    asked.says("ok")
    asked.says("ok")
    assert asked.booked


def test_what_has_not_arrived_yet_is_no_news(db: Database) -> None:
    asked = Asked(db)
    asked.told()
    with asked.world.db.writing() as db:
        newest = select(M.c.id).order_by(M.c.id.desc()).limit(1)
        queued = {"status": "queued", "sent_at": None}
        db.execute(update(M).where(M.c.id.in_(newest)).values(queued))
    asked.says("ok")
    assert asked.booked


def test_after_the_other_has_written_it_may_be_for_them(db: Database) -> None:
    asked = Asked(db)
    asked.rosa.says("SWITCH")
    asked.hears(asked.rosa)
    asked.jay.says("TO rosa will you be there on friday")
    asked.hears(asked.rosa)
    assert asked.says("yes")[-1].startswith("That looks like a note for Jay. Shall I send it?")
    asked.jay.hears()
    asked.says("1")
    assert "Rosa: yes" in asked.jay.hears()[-1]
