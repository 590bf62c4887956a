"""Values whose kind only a flow's own states tell: what was answered, and what is known."""

from collections.abc import Mapping, Sequence
from typing import Any

Answer = Any  # always JSON
Answers = dict[str, Any]  # by state
Facts = Mapping[str, Any]  # by name
Listed = list[list[Any]]  # a token and a label each
Kept = Sequence[Any]  # reasons, as JSON keeps them
