"""What follows when a guardian agrees or declines, asks, or ends it."""

from typing import assert_never

from assistant.channels import Kind
from assistant.internal_events.of_guardians import GuardianSaid, Said
from assistant.rendering.translations import say_for
from assistant.turns import outbound
from assistant.turns.context import HandedOver
from assistant.turns.guardians import known, texts
from assistant.turns.guardians.known import GUARDIAN
from assistant.turns.handlers import profiles
from assistant.turns.open_runs import Open
from assistant.turns.talk import Talk
from flows.engine import versions
from flows.engine.states import Choice, options_of
from flows.events import (
    GuardianAnswered,
    GuardianEnded,
    GuardianSays,
)
from storage.handovers import NewHandover
from storage.people.guardians import CLAIMED, GRANTED, ChangedConsent, Consent

# For an answer, which counts also after its time, or for a coordinator's.
WAITS = ("asked", "silent", CLAIMED)


def apply(talk: Talk, run: Open, event: GuardianAnswered | GuardianEnded | GuardianSays) -> None:
    match event:
        case GuardianAnswered():
            _answered(talk, run, event)
        case GuardianEnded(consent):
            for one in known.wards(talk.known, GRANTED):
                if one.id == consent:
                    _end(talk, one)
        case GuardianSays(text, call):
            _call(talk) if call else talk.hand_over("ask", text)
        case _:
            assert_never(event)


def withdraw(talk: Talk) -> None:
    """A guardian opts out: that ends the part of whom they answer for."""
    if not known.guards(talk.known):
        return
    for one in known.wards(talk.known, (*GRANTED, *WAITS)):
        if one.state in GRANTED:
            _end(talk, one)
        else:
            talk.outcome.consents += (changed(talk, one, "refused", ""),)
            _tell(talk, one, "stopped")
            _hand_over(talk, one, "form")


def give_up(talk: Talk, one: Consent) -> None:
    """No answer has come: a person finds out."""
    _tell(talk, one, "silent")
    _hand_over(talk, one, "guardian_silent")


def _answered(talk: Talk, run: Open, event: GuardianAnswered) -> None:
    found = [one for one in known.wards(talk.known, WAITS) if one.id == event.consent]
    if not found:
        talk.outcome.prompts.clear()
        return talk.say(texts.SETTLED)
    (one,) = found
    match event.answer:
        case "granted" | "claimed":
            return _claim(talk, run, one) if shares(talk) else _grant(talk, run, one)
        case "refused":
            _close(talk, run, one, "refused")
            return _hand_over(talk, one, "guardian_no")
        case "wrong":
            return _close(talk, run, one, "wrong")
        case _:
            return _call(talk)


def _call(talk: Talk) -> None:
    """With their number, where coordinators may see numbers."""
    programme = talk.known.programmes.get(talk.home()[0] or 0)
    shown = programme is not None and programme.settings.get("numbers", True)
    talk.hand_over("guardian_call", known.number(talk.known) if shown else "")


def _grant(talk: Talk, run: Open, one: Consent) -> None:
    talk.outcome.consents += (changed(talk, one, "granted", _literally(talk, run), run),)
    profiles.change_enrolment(talk, one.programme_id, GUARDIAN, "consented")
    _tell(talk, one, "granted")
    if not talk.person.name:
        talk.open("ward", one.programme_id, GUARDIAN, run.depth, {"wish": "name"})


def shares(talk: Talk) -> bool:
    """Whether it came from a phone that others use as well, perhaps the child."""
    return talk.known.address is not None and talk.known.address.shared_id is not None


def _claim(talk: Talk, run: Open, one: Consent) -> None:
    """Nothing follows from it but that a coordinator asks the guardian, or wants it on paper."""
    talk.outcome.consents += (changed(talk, one, CLAIMED, _literally(talk, run), run),)
    profiles.change_enrolment(talk, one.programme_id, GUARDIAN, "consented")
    _tell(talk, one, "claimed")
    _hand_over(talk, one, "guardian_shared", known.ending(talk.known))


def _close(talk: Talk, run: Open, one: Consent, answer: Said) -> None:
    talk.outcome.consents += (changed(talk, one, answer, _literally(talk, run), run),)
    if not known.wards(talk.known, GRANTED):
        profiles.change_enrolment(talk, one.programme_id, GUARDIAN, "declined")
    _tell(talk, one, answer)


def _end(talk: Talk, one: Consent) -> None:
    ended = changed(talk, one, "ended", f"{one.words} / {talk.text}")
    talk.outcome.consents += (ended._replace(answered_at=one.answered_at, wording=one.wording),)
    if len(known.wards(talk.known, GRANTED)) == 1:
        profiles.change_enrolment(talk, one.programme_id, GUARDIAN, "left")
    _tell(talk, one, "ended")
    _hand_over(talk, one, "guardian_ended")


def _tell(talk: Talk, one: Consent, answer: Said) -> None:
    """In their inbox at once; what is said to them waits for the hours of a day."""
    said = GuardianSaid(one.programme_id, one.role, answer)
    talk.tell(one.child_id, "", said, talk.known.now, f"guardian:{one.id}:{answer}")


def _hand_over(talk: Talk, one: Consent, kind: str, text: str = "") -> None:
    """For the list: it is about the child."""
    new = NewHandover(one.child_id, kind, text, talk.known.now, one.programme_id)
    talk.outcome.handovers += (HandedOver(new),)


def changed(
    talk: Talk, one: Consent, state: str, words: str, run: Open | None = None
) -> ChangedConsent:
    now = talk.known.now
    asked = run.standing.trail[-1] if run and run.standing.trail else ""
    wording = f"{versions.wording(run.flow, asked)} {talk.language}" if run and asked else ""
    return ChangedConsent(one.id, state, words, wording, now, now if state == "ended" else None)


def _literally(talk: Talk, run: Open) -> str:
    """What they wrote, or what stands on the button that they pressed."""
    if talk.known.message.kind != Kind.BUTTON:
        return talk.known.message.text
    _key, _, token = talk.known.message.text.partition(":")
    asked = run.flow.states[run.standing.trail[-1]]
    assert isinstance(asked, Choice)
    say = say_for(outbound.reader_of(talk.known, talk.language))
    options = options_of(asked, run.standing.answers, talk.facts(run))
    return next(say(one.label) for one in options if one.token == token)
