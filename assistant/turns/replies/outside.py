"""Who is in no programme, or has opted out, and writes: they hear once how things stand."""

import json
from collections.abc import Mapping

from assistant.turns import system_messages
from assistant.turns.conversation import Conversation
from assistant.turns.guardians import texts
from assistant.turns.handlers import profiles
from assistant.turns.replies import joining
from flows import reading
from flows.reading import Unclear
from storage.people.participants import Enrolment

STANDS: Mapping[str, str] = {
    "declined": system_messages.SAID_NO,
    "left": system_messages.HAS_LEFT,
    "under_age": system_messages.TOO_YOUNG,
    "refused": texts.NOT_ALLOWED,
}
STOPPED = "stopped"
WITHOUT_OKAY = ("awaiting", "refused")  # under 18, without the consent of a guardian


def hear(talk: Conversation, text: str) -> None:
    """Words of somebody who has not agreed: they hear once how things stand."""
    home = _home(talk)
    if home is None:
        return joining.again(talk)
    if home.state in WITHOUT_OKAY and _second_age(talk, home, text):
        return talk.say(system_messages.PASSED_ON)
    if home.state == "awaiting":
        return talk.push("minor")
    if home.state == "under_age" and (age := _other_age(talk, text)):
        return _old_enough(talk, home, age)
    if _first(talk, home.state) and not _somebody_else(talk, home):
        _tell_standing(talk, home)
    return None


def may_return(talk: Conversation) -> None:
    """Who asks whether they may come back hears it again."""
    home = _home(talk)
    return joining.again(talk) if home is None else _tell_standing(talk, home)


def come_back(talk: Conversation) -> None:
    """Who has opted out asks to come back: they hear once by which word."""
    if _first(talk, STOPPED):
        talk.outcome.compliance = True
        _tell(talk, STOPPED, system_messages.COME_BACK)


def _home(talk: Conversation) -> Enrolment | None:
    """What they are enrolled in; nothing where the question for their consent was lost."""
    home = talk.enrolment()
    return None if home is None or home.state == "invited" else home


def _first(talk: Conversation, state: str) -> bool:
    return (talk.person.echo or {}).get("outside") != state


def _somebody_else(talk: Conversation, home: Enrolment) -> bool:
    """Whether they said that they are not the one who was invited: they are left alone."""
    return bool(home.profile.get("invited")) and not talk.person.name


def _tell_standing(talk: Conversation, home: Enrolment) -> None:
    if home.state in STANDS:
        _tell(talk, home.state, STANDS[home.state])


def _tell(talk: Conversation, state: str, msgid: str) -> None:
    talk.outcome.person["echo"] = {"outside": state}
    talk.say(msgid)


def _second_age(talk: Conversation, home: Enrolment, text: str) -> bool:
    """Whether they say another age than before: a coordinator looks at it."""
    before, age = home.profile.get("age"), _age(talk, text)
    if not age or not before or age == before:
        return False
    talk.hand_over("second_age", json.dumps({"first": str(before), "second": str(age)}))
    return True


def _age(talk: Conversation, text: str) -> int:
    """The age that is said, 0 where none is."""
    try:
        return reading.age(text, talk.language)
    except Unclear:
        return 0


def _other_age(talk: Conversation, text: str) -> int:
    """The age that is mended, where that is old enough; 0 otherwise."""
    age = _age(talk, text)
    return age if age >= talk.facts()["minimum_age"] else 0


def _old_enough(talk: Conversation, home: Enrolment, age: int) -> None:
    """They had agreed; the questions go on where they ended, and the coordinator hears of it."""
    talk.hand_over("age", talk.text)
    profiles.change_enrolment(talk, home.programme_id, home.role, "consented")
    talk.outcome.person["echo"] = None
    intake = profiles.INTAKES[home.role]
    known = {"age": age, "name": talk.person.name or None}
    given = {key: value for key, value in known.items() if value is not None}
    return talk.open(intake, home.programme_id, home.role, 0, given)
