"""How an internal event is named where it is stored."""

from typing import ClassVar


class Named:
    """`class Booked(_OtherSide, what="booked")`; the kind may be that of the base."""

    kind: ClassVar[str]
    what: ClassVar[str]  # which of its kind, where there are several; else ""

    def __init_subclass__(cls, kind: str = "", what: str = "") -> None:
        super().__init_subclass__()
        cls.kind = kind or cls.kind
        cls.what = what
