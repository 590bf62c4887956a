"""Which module imports which, read from the source; and the rooms as a Mermaid diagram."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PACKAGES = ("assistant", "flows", "storage")
SERVICE = "assistant"

Graph = dict[str, set[str]]


def modules(root: Path = ROOT) -> dict[str, Path]:
    """Every module of ours by its name."""
    found = {}
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            names = path.relative_to(root).with_suffix("").parts
            found[".".join(names[:-1] if names[-1] == "__init__" else names)] = path
    return found


def graph(root: Path = ROOT) -> Graph:
    """The modules of ours that each module imports, wherever in its file it does so."""
    ours = modules(root)
    return {name: set(_imported(path, ours)) - {name} for name, path in ours.items()}


def rooms(of_modules: Mapping[str, set[str]]) -> Graph:
    """The rooms that each room imports. A room is a folder or a file of `assistant`; `flows` and
    `storage` are one room each."""
    found: Graph = {room(name): set() for name in of_modules if name != SERVICE}
    for name, imported in of_modules.items():
        if name != SERVICE:
            found[room(name)] |= {room(one) for one in imported} - {room(name)}
    return found


def room(module: str) -> str:
    package, _, rest = module.partition(".")
    return rest.partition(".")[0] if package == SERVICE else package


def circles(graph: Mapping[str, set[str]]) -> set[str]:
    """Everything that imports itself by way of others."""
    return {name for name in graph if name in _reached(graph, name)}


def mermaid(root: Path = ROOT) -> str:
    """The rooms and what they import; an arrow that follows from others is left out."""
    whole = rooms(graph(root))
    lines = ["flowchart TD"]
    for name in sorted(whole):
        farther = [_reached(whole, one) for one in whole[name]]
        nearest = whole[name].difference(*farther)
        lines += [f"    {name} --> {one}" for one in sorted(nearest)]
    return "\n".join(lines)


def _imported(path: Path, ours: Mapping[str, Path]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in ours)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                below = f"{node.module}.{alias.name}"
                found = below if below in ours else node.module
                if found in ours:
                    yield found


def _reached(graph: Mapping[str, set[str]], start: str) -> set[str]:
    """What is imported there, or by what is imported there, and so on."""
    found: set[str] = set()
    waiting = [*graph[start]]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += graph[name]
    return found
