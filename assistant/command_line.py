"""The command line: serve, check, migrate, rotate, backup, restore, invite and others.

What a command needs is imported when it runs: `--help` is there at once.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer
from pydantic import SecretStr

from assistant.commands import rights

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="A conversational mentoring assistant.",
)
rights.add(app)


@app.command()
def serve(only: Annotated[str, typer.Option(help="web, worker or all")] = "all") -> None:
    """Start the product: it answers people until it is told to stop."""
    from assistant.commands import serving

    serving.serve(only)


@app.command("sign-in")
def sign_in() -> None:
    """Print a link that signs in to the console as its owner, once and within 15 minutes."""
    from assistant.commands import installation
    from assistant.ops.config import read

    typer.echo(installation.sign_in_link(read()))


@app.command()
def migrate() -> None:
    """Bring the database's tables up to date."""
    from assistant.commands import installation
    from assistant.ops.config import read

    installation.migrate(read())
    typer.echo("The database is up to date.")


@app.command()
def rotate(
    from_file: Annotated[
        Path | None, typer.Option(help="a file that holds the SECRET_KEY until now")
    ] = None,
) -> None:
    """Change SECRET_KEY or SEALING_KEYS, also while the product runs (see docs/keys.md).

    The new ones are in the environment as always, the ones until now in OLD_SECRET_KEY and
    OLD_SEALING_KEYS, in a file, or asked for.
    """
    from assistant.commands import rotation
    from assistant.ops.config import read

    settings = read()
    if from_file is not None:
        settings.old_secret_key = rotation.from_file(from_file)
    if rotation.needs_old(settings):
        if not sys.stdin.isatty():
            sys.exit("assistant: OLD_SECRET_KEY is missing: the key until now (or --from-file)")
        asked = typer.prompt("SECRET_KEY until now", hide_input=True)
        settings.old_secret_key = SecretStr(asked)
    for line in rotation.rotate(settings):
        typer.echo(line)


@app.command()
def programme(file: Path) -> None:
    """Add or change a programme, as a TOML file describes it (see docs/programme.toml)."""
    from assistant.commands import installation
    from assistant.ops.config import read

    typer.echo(installation.describe(read(), file))


@app.command()
def backup(file: Path) -> None:
    """Write a safe copy of the database to a file, while the product runs."""
    from assistant.commands import installation
    from assistant.ops.config import read

    installation.backup(read(), file)
    typer.echo(f"Copied to {file}. Keep the key apart from it: without it nobody can read it.")


@app.command()
def restore(
    file: Path,
    replace: Annotated[bool, typer.Option("--replace", help="even where people are")] = False,
) -> None:
    """Put a copy in the place of the database, while the product is stopped."""
    from assistant.commands import restoring
    from assistant.ops.config import read

    typer.echo(restoring.restore(read(), file, replace))


@app.command()
def check() -> None:
    """Say what is missing or wrong before going live, and what to do."""
    from assistant import readiness
    from assistant.ops.config import read

    found = readiness.look(read())
    for line in readiness.lines(found):
        typer.echo(line)
    if not readiness.ready(found):
        raise typer.Exit(1)


@app.command()
def talk(
    flow: str,
    language: Annotated[str, typer.Option(help="en, es, fr or pt")] = "en",
    channel: Annotated[str, typer.Option(help="sms or telegram")] = "sms",
) -> None:
    """Hold a conversation in the terminal."""
    from assistant.commands import terminal

    terminal.talk(flow, language, channel)


@app.command()
def draw(
    flow: Annotated[str, typer.Argument(help="its name; nothing with --imports")] = "",
    imports: Annotated[bool, typer.Option("--imports", help="draw the rooms of the code")] = False,
) -> None:
    """Print a flow, or what the rooms of the code import, as a Mermaid diagram."""
    from assistant.commands import diagrams
    from assistant.commands import imports as rooms

    typer.echo(rooms.mermaid() if imports else diagrams.mermaid(flow))


@app.command()
def understand(file: Path) -> None:
    """Score a file of replies against what they mean (for development)."""
    from assistant.commands import scores, scoring

    try:
        results = scores.score(file)
    except (OSError, scoring.NoExamples) as error:
        raise typer.BadParameter(str(error)) from error
    failings = scores.failings(results)
    for line in (*failings, *scores.report(results)):
        typer.echo(line)
    if failings:
        raise typer.Exit(1)


@app.command()
def scan(file: Path) -> None:
    """Score a file of texts: are concerns heard, and nothing else (for development)."""
    from assistant.commands import scans, scoring

    try:
        results = scans.score(file)
    except (OSError, scoring.NoExamples) as error:
        raise typer.BadParameter(str(error)) from error
    failings = scans.failings(results)
    for line in (*failings, *scans.report(results)):
        typer.echo(line)
    if failings:
        raise typer.Exit(1)


@app.command()
def invite(  # noqa: PLR0913 - what a coordinator may know of somebody
    keyword: Annotated[str, typer.Argument(help="the programme's word")],
    role: Annotated[str, typer.Option(help="mentee, mentor, coordinator, on_call")] = "",
    name: str = "",
    number: Annotated[str, typer.Option(help="in E.164; without it a /start code is made")] = "",
    age: int | None = None,
    language: str = "",
) -> None:
    """Invite somebody by SMS, or make a code for Telegram."""
    from assistant.commands import invitations
    from assistant.commands.invitations import Invitee
    from assistant.ops.config import read

    typer.echo(invitations.invite(read(), Invitee(keyword, role, name, language, number, age)))


@app.command()
def ceiling(price: Annotated[float, typer.Option(help="of one segment")] = 0.0) -> None:
    """Print what people who have not agreed can cost in a day, at most."""
    from assistant.ops import limits
    from assistant.ops.config import read

    typer.echo(limits.ceiling(read().limits, price))
