"""The product as a process: it serves until it is told to stop."""

import asyncio

import typer

from assistant.app import App
from assistant.commands import installation
from assistant.loops import Part
from assistant.ops import logs
from assistant.ops.config import Settings, read


def serve(only: str) -> None:
    """Start the part of this name."""
    settings = read()
    logs.start(settings.log_level)
    if only not in list(Part):
        raise typer.BadParameter(f"{only} is none of web, worker, all")
    installation.prepare(settings)
    installation.check_live(settings)
    link = "" if only == Part.WORKER else installation.first_link(settings)

    async def run() -> None:
        await App(settings, Part(only), announce=lambda: _announce(settings, link)).serve()

    asyncio.run(run())


def _announce(settings: Settings, link: str) -> None:
    if settings.phones_open:
        here = f"http://localhost:{settings.port}/phone"
        typer.echo(f"Ready. The phones are at {here} (Ctrl-C stops).")
    else:
        typer.echo(f"Listening on {settings.listens_on}:{settings.port}.")
    if link:
        typer.echo(f"Sign in to the console, once and within 15 minutes: {link}")
