"""The dialogues together visit the states and transitions of every flow."""

from pathlib import Path

from tests.visited import by_all

LEFT = Path(__file__).parent / "data" / "not_visited.txt"  # may only become shorter


def test_what_no_dialogue_visits_is_what_is_listed() -> None:
    found = by_all()
    print(found)
    states, transitions = found.missing()
    assert [" ".join(one) for one in (*states, *transitions)] == LEFT.read_text().splitlines()
