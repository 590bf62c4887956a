"""Asking who somebody is: "who is Dana", "c'est qui Dana"."""

from collections.abc import Sequence

from assistant.understanding import patterns

_ASKING = patterns.listed("who|whos|quien|kien|qui|quem")
_BEFORE = patterns.listed(
    "hi hey hello hola ola salut bonjour oi and y et e but pero mais mas so ok wait sorry"
    " c est cest"
)
_LINKS = patterns.listed("is s the es esa ese est cest c la le o a e eh")
_AFTER = patterns.listed("please pls plz tho though again anyway porfa stp svp pf")
_LONGEST = 7  # words


def find(typed: Sequence[str]) -> str:
    """The only word that is asked about; "" where it is no such question."""
    if _ASKING.isdisjoint(typed) or len(typed) > _LONGEST:  # the cheap first test
        return ""
    said = [word for word in typed if word != patterns.BREAK]
    while said and said[0] in _BEFORE:
        said.pop(0)
    if not said or said.pop(0) not in _ASKING:
        return ""
    while said and said[0] in _LINKS:
        said.pop(0)
    while said and said[-1] in _AFTER:
        said.pop()
    return said[0] if len(said) == 1 else ""
