"""The commands about people who take part, as the command line has them."""

from pathlib import Path
from typing import Annotated

import typer


def add(app: typer.Typer) -> None:
    own = (handovers, suggestions, together, certificate, data, forget, retention, registration)
    for command in own:
        app.command()(command)


def handovers() -> None:
    """Print what waits for the coordinator."""
    from assistant.commands import invitations
    from assistant.ops.config import read

    for line in invitations.handovers(read()):
        typer.echo(line)


def suggestions(
    keyword: Annotated[str, typer.Argument(help="the programme's word")],
    language: Annotated[str, typer.Option(help="of the reasons: en, es, fr or pt")] = "",
) -> None:
    """Print who fits whom among all who wait, and why; nothing is asked and nothing is sent."""
    from assistant.commands import suggestions as found
    from assistant.ops.config import read

    for line in found.lines(read(), keyword, language):
        typer.echo(line)


def certificate(
    name: Annotated[str, typer.Argument(help="of whoever it is for, or their number")],
    out: Annotated[Path, typer.Option(help="the file: a .pdf to print, or a .png")],
) -> None:
    """Draw the certificate of somebody whose time with somebody else is over, to be handed over."""
    from assistant.commands import people
    from assistant.ops.config import read

    for line in people.certify(read(), name, out):
        typer.echo(line)


def together(
    mentor: Annotated[int, typer.Argument(help="as `handovers` prints people")],
    mentee: int,
    since: Annotated[str, typer.Option(help="the day, such as 2025-09-01")],
) -> None:
    """Record two who are together already: nobody is asked, both hear of it."""
    from assistant.commands import people
    from assistant.ops.config import read

    typer.echo(people.record(read(), mentor, mentee, since))


def data(
    person: Annotated[int, typer.Argument(help="as `handovers` prints it")], file: Path
) -> None:
    """Write all that is kept of somebody to a file, to be handed to them."""
    from assistant.commands import people
    from assistant.ops.config import read

    people.write_data(read(), person, file)
    typer.echo(f"Written to {file}. Hand it to them and to nobody else, then delete it.")


def forget(person: Annotated[int, typer.Argument(help="as `handovers` prints it")]) -> None:
    """Erase somebody who has asked for it; the running product does it, in three days at most."""
    from assistant.commands import people
    from assistant.ops.config import read

    typer.echo(people.forget(read(), person))


def retention() -> None:
    """Give up what has been kept long enough; the running product does so by itself."""
    from assistant.commands import people
    from assistant.ops.config import read

    typer.echo(people.give_up(read()))


def registration() -> None:
    """Print what carriers in the United States ask for (A2P 10DLC), from the settings."""
    from assistant.commands import registration as forms
    from assistant.ops.config import read

    for line in forms.lines(read()):
        typer.echo(line)
