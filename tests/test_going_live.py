"""Nobody goes live without helplines, somebody on the rota, and a sentence for uncovered hours."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from assistant.commands import installation, invitations
from assistant.commands.invitations import Invitee
from assistant.ops import config
from assistant.ops.config import BadSettings, Settings
from assistant.programmes import codes, definitions
from assistant.readiness import here
from assistant.readiness.findings import State
from storage.database import Database, open_database
from tests import served
from tests.conftest import SECRET, sqlite_url
from tests.fakes.telegram_bot import TOKEN
from tests.on_call import Scene, on_rota
from tests.phones import World

EXAMPLE = Path(__file__).parent.parent / "docs/programme.toml"
TWILIO = {
    "twilio_account_sid": "AC" + "0" * 31 + "1",
    "twilio_auth_token": "fake-auth-token",
    "twilio_from": "+15550009999",
    "public_url": "https://harbor.example",
}


def settings(url: str, **more: Any) -> Settings:
    return config.read(database_url=url, secret_key=SECRET, **more)


def described(tmp_path: Path, *without: str) -> Path:
    """The example of a programme, without the lines that begin so."""
    file = tmp_path / "programme.toml"
    lines = EXAMPLE.read_text().splitlines()
    file.write_text("\n".join(line for line in lines if not line.startswith(without)))
    return file


@pytest.mark.parametrize(
    ("without", "told"),
    [
        ("helplines", "HARBOR is not ready: helplines: a sentence in en"),
        ("uncovered", "HARBOR is not ready: uncovered: a sentence in en"),
        ("emergency", "HARBOR is not ready: emergency: a number"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_served(
    tmp_path: Path, without: str, told: str
) -> None:
    live = settings(sqlite_url(tmp_path), **TWILIO)
    installation.describe(live, described(tmp_path, without))
    with pytest.raises(BadSettings, match=told):
        installation.check_live(live)
    words = [one.words for one in here.look(live) if one.state is State.MISSING]
    assert any(f"{told.split(': ', 1)[1]} (docs/on-call.md)" in one for one in words)


def test_the_demonstration_alone_does_not_go_live(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path)
    installation.prepare(settings(url))
    installation.check_live(settings(url))  # simulated phones
    with pytest.raises(BadSettings, match="there is only the demonstration"):
        installation.check_live(settings(url, **TWILIO))


def test_somebody_on_the_rota_must_be_reached(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path)
    by_telegram = settings(url, telegram_bot_token=TOKEN)
    installation.describe(by_telegram, EXAMPLE)
    with pytest.raises(BadSettings, match="rota: nobody on it can be reached"):
        installation.check_live(by_telegram)
    words = "\n".join(one.words for one in here.look(by_telegram))
    assert '`assistant invite HARBOR --role on_call --name "Alex Cole"`' in words
    assert '`assistant invite HARBOR --role coordinator --name "Sam Ortiz"`' in words
    installation.check_live(settings(url, **TWILIO))  # by the number on the rota
    invitations.invite(by_telegram, Invitee("HARBOR", "coordinator"))
    installation.check_live(by_telegram)


def test_the_command_refuses_in_one_sentence(tmp_path: Path) -> None:
    ended = served.run(tmp_path, "serve", TELEGRAM_BOT_TOKEN=TOKEN, SECRET_KEY=SECRET)
    assert ended.returncode != 0
    assert "there is only the demonstration: describe yours" in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stdout + ended.stderr


def test_who_is_on_call_comes_by_a_code_and_is_paged_there(db: Database) -> None:
    world = World(db)
    on_rota(world, {"name": "Mr Cole", "telegram": True})
    scene = Scene(world)
    cole = world.phone("77", "simulated_telegram")
    times = codes.Times(world.now, codes.INVITED)
    with db.writing() as connection:
        code = codes.issue(connection, 1, "on_call", {"name": "Mr Cole"}, times)
    assert cole.says(f"/start {code}")[0].startswith("You are on call for Bridge.")
    assert "I'm telling Mr Cole right now" in scene.says()
    assert "needs a person now" in cole.hears()[0]
    assert "you have it" in cole.presses("I have it")[0]
    assert scene.jay.hears()[0].startswith("Mr Cole has your message now")


@pytest.mark.parametrize(
    ("invitee", "told"),
    [
        (Invitee("HARBOR", "on_call", "Ms Nobody"), "--name: Ms Nobody is not on the rota"),
        (Invitee("HARBOR", "on_call", "Alex Cole", number="+12125550111"), "--number"),
    ],
)
def test_an_invitation_for_who_is_not_on_the_rota_is_refused(
    tmp_path: Path, invitee: Invitee, told: str
) -> None:
    live = settings(sqlite_url(tmp_path), **TWILIO)
    installation.describe(live, EXAMPLE)
    with pytest.raises(BadSettings, match=told):
        invitations.invite(live, invitee)


def test_what_waits_is_listed_without_the_words_of_a_concern(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path)
    db = open_database(url)
    scene = Scene(World(db, datetime(2026, 3, 3, 15, 0, tzinfo=UTC)))
    scene.says("he hits me")
    db.close()
    (line,) = invitations.handovers(settings(url))
    assert "worry: (for who is on call" in line
    assert "hits" not in line


def test_the_demonstrations_rota_is_the_coordinator(db: Database) -> None:
    with db.writing() as connection:
        definitions.demonstrate(connection, datetime.now(UTC))
    scene = Scene(World(db))
    dana = scene.coordinator()
    assert "988 (an example)" in scene.says()
    assert "needs a person now" in dana.hears()[-1]
