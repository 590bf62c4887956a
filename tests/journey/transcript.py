"""What was said, as a page to read: who, when, on which channel; quiet weeks in a sentence."""

from collections.abc import Sequence
from datetime import datetime
from html import escape
from itertools import groupby, pairwise

from tests.journey.stage import Said, Somebody, Stage

HEAD = """# From the first word to the last

{mentee} is in Las Palmas and has a phone without apps; {mentor} is in New York and uses Telegram.
{mentee} reads and writes Spanish, {mentor} English. The two, and Dana, who runs the programme, are
invented; every other word below is what the product says. `make journey` wrote it: it plays the
three against the whole product with a clock that jumps. Texts come in by the webhooks and go out
to a Twilio and a Telegram that stand in for the real ones, and no link is ever opened. A test
keeps this page as the product is.

Left: {mentee}, by SMS, on the clock there. Right: {mentor}, on Telegram, five hours behind. What
people wrote themselves is in bold, as they type. Buttons are in brackets. Across both: Dana, on
Telegram.
"""


def page(stage: Stage, mentee: str, mentor: str) -> str:
    """The whole of it in Markdown."""
    parts = [HEAD.format(mentee=mentee, mentor=mentor)]
    ends = [*(scene.begins for scene in stage.scenes), len(stage.log)]
    for scene, (begins, until) in zip(stage.scenes, pairwise(ends), strict=True):
        said = stage.log[begins:until]
        parts.append(f"## {scene.title}\n")
        parts.append(_summed_up(said, mentee, mentor) if scene.quiet else _told(stage, said))
    return "\n".join(parts)


def _told(stage: Stage, said: Sequence[Said]) -> str:
    rows: list[str] = []
    first, *_ = stage.people.values()
    for day, texts in groupby(said, key=lambda one: one.at.astimezone(first.zone).date()):
        rows += [f"**{day:%A}, {day.day} {day:%B %Y}**\n", "<table>"]
        rows += [_row(stage, list(beats)) for _, beats in groupby(texts, key=_speaker)]
        rows.append("</table>\n")
    return "\n".join(rows)


def _speaker(one: Said) -> tuple[str, datetime]:
    return one.who, one.at


def _row(stage: Stage, said: Sequence[Said]) -> str:
    who = list(stage.people.values())
    place = next(n for n, one in enumerate(who) if one.name == said[0].who)
    cell = _cell(who[place], said)
    if place > 1:
        return f'<tr><td colspan="2">{cell}</td></tr>'
    empty = "<td></td>"
    cells = f"<td>{cell}</td>{empty}" if place == 0 else f"{empty}<td>{cell}</td>"
    return f"<tr>{cells}</tr>"


def _cell(who: Somebody, said: Sequence[Said]) -> str:
    at = said[0].at.astimezone(who.zone)
    return f"<sub>{at:%H:%M} {who.name}</sub><br>" + "<br>".join(_text(one) for one in said)


def _text(one: Said) -> str:
    text = escape(one.text, quote=False).replace("\n\n", "\n").replace("\n", "<br>")
    if one.own:
        return f"<b>[{text}]</b>" if one.buttons else f"<b>{text}</b>"
    buttons = f"<br>[{'] ['.join(one.buttons)}]" if one.buttons else ""
    return text + buttons + ("<br><i>with a picture of the certificate</i>" if one.file else "")


def _summed_up(said: Sequence[Said], mentee: str, mentor: str) -> str:
    """So many weeks, of which each text would be like one above."""
    weeks = round((said[-1].at - said[0].at).days / 7)
    heard = {name: _count(said, name, own=False) for name in (mentee, mentor)}
    wrote = {name: _count(said, name, own=True) for name in (mentee, mentor)}
    both = " and ".join(
        f"{name} gets {heard[name]} texts and answers {wrote[name]} times" for name in heard
    )
    return f"*{weeks} quiet weeks of meetings, reminders and check-ins: {both}.*\n"


def _count(said: Sequence[Said], name: str, own: bool) -> int:
    return sum(one.who == name and one.own == own for one in said)
