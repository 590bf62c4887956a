"""How people come in: a programme's word, an invitation, or just by writing."""

import re
from dataclasses import dataclass, field
from datetime import timedelta

from assistant.programmes import codes
from assistant.safeguarding import texts
from assistant.turns import system_messages
from assistant.turns.context import Known
from assistant.turns.conversation import Conversation
from assistant.turns.guardians import texts as texts_of_guardians
from assistant.turns.guardians.known import GUARDIAN
from assistant.turns.handlers import consent, log_entries, profiles, silence
from assistant.turns.reaching import claiming
from assistant.turns.replies import pages, repeats
from assistant.understanding import inquiries, mistyping, written
from flows.engine.values import Facts
from storage.people.invitations import Invited, UsedInvitation
from storage.people.participants import AGREED, Enrolment
from storage.safeguarding.on_call import OnCall

ROLES = ("mentee", "mentor", "coordinator")
ON_CALL = "on_call"  # of an invitation for who is on the rota: no role of anybody
RIGHT_AFTER = timedelta(seconds=20)  # a word is written once more, the right way
_EDGES = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True)
class Joined:
    """Which programme somebody comes into, as what, and what is known of them by that."""

    programme: int
    role: str
    given: Facts = field(default_factory=dict)  # by an invitation; never empty there
    invitation: int | None = None


def code_in(text: str) -> str:
    """What may be an invitation's code: what comes after /start."""
    return text[7:].strip()[:64] if text.startswith("/start ") else ""


def find(known: Known, text: str) -> Joined | None:
    """The programme whose word this is."""
    said = text.casefold()
    for programme_id, programme in known.programmes.items():
        mentee, mentor = programme.keyword, programme.mentor_keyword
        if mentee not in said and mentor not in said:  # the cheap first test
            continue
        word = _EDGES.sub("", text).casefold()
        if word in (mentee, mentor):
            return Joined(programme_id, "mentee" if word == mentee else "mentor")
    return None


def start(talk: Conversation, code: str) -> None:
    """START from somebody who has not stopped, or `/start` with or without a code."""
    invitation = talk.known.invitation
    if code and invitation and invitation.role == ON_CALL:
        return _on_call(talk, invitation)
    if code and invitation:
        found = invitation.programme_id, invitation.role
        given = {name: fact for name, fact in invitation.facts.items() if name != codes.PLACE}
        return join(talk, Joined(*found, given, invitation.id))
    if talk.stack.top:
        return talk.ask_again()
    if talk.agreed:
        return talk.say(system_messages.ALREADY_IN)
    return again(talk)


def _on_call(talk: Conversation, invitation: Invited) -> None:
    """They are behind a name of the rota from now on; whatever else they are stays."""
    programme = talk.known.programmes[invitation.programme_id]
    name = str(invitation.facts["name"])
    talk.outcome.invitations += (UsedInvitation(invitation.id, talk.known.now),)
    talk.outcome.on_call += (OnCall(programme.id, talk.person.id, name),)
    if not talk.person.name:
        talk.outcome.person["name"] = name
    log_entries.add(talk, "on call")
    talk.say(texts.ON_CALL, programme=programme.name)


def join(talk: Conversation, joined: Joined) -> None:
    """Ask for consent, unless it was given: then the open question is asked again."""
    talk.outcome.person["echo"] = None
    if joined.invitation:
        talk.outcome.invitations += (UsedInvitation(joined.invitation, talk.known.now),)
    for one in talk.known.enrolments:
        inside = one.programme_id == joined.programme and one.role == joined.role
        if inside and one.state in AGREED and joined.given:
            talk.say(system_messages.ALREADY_IN)
            return talk.ask_again()
        if one.state in AGREED and (inside or _answers_for(one, joined)):
            return talk.push("another", {"as": joined.role})
    if name := joined.given.get("name"):
        talk.outcome.person["name"] = name
    if _just_asked(talk, joined):
        return log_entries.add(talk, "came twice")
    talk.stack.close_all()
    log_entries.add(talk, "invitation used" if joined.invitation else "joined by word")
    return consent.ask(talk, joined.programme, joined.role, joined.given)


def _just_asked(talk: Conversation, joined: Joined) -> bool:
    """Whether the word, mistyped, has just brought the same question: they wrote it the right way
    before they had read that."""
    top, since = talk.stack.top, repeats.since(talk)
    if not (top and since and top.flow.name == "consent"):
        return False
    before = _mistyped(talk.known, str((talk.person.echo or {}).get("words")))
    return before == joined and talk.known.message.created_at - since < RIGHT_AFTER


def _answers_for(one: Enrolment, joined: Joined) -> bool:
    """Whether it may be the child that comes by the word, with the phone of who answers for it."""
    here = one.role == GUARDIAN and one.programme_id == joined.programme
    return here and joined.role == "mentee" and not joined.given


def again(talk: Conversation) -> None:
    """Consent anew, in the programme they were in; until then nothing else is open to them."""
    talk.stack.close_all()  # where a carrier stopped them, their question is still open
    silence.end(talk)
    home = talk.enrolment()
    if home is None:
        return None if pages.only_on_call(talk) else welcome(talk)
    if home.role == GUARDIAN:
        return _guardian(talk, home)
    consent.withdraw(talk)
    return consent.ask(talk, home.programme_id, home.role, {})


def _guardian(talk: Conversation, home: Enrolment) -> None:
    """Who ended it stays asked nothing: a person takes it from here."""
    profiles.change_enrolment(talk, home.programme_id, home.role, "consented")
    talk.hand_over("ask", talk.text)
    return talk.say(texts_of_guardians.GUARDIAN_BACK)


def welcome(talk: Conversation) -> None:
    """A stranger's first words: the only programme answers, or they say which they mean."""
    if claiming.still_waits(talk):
        return None
    if joined := _mistyped(talk.known, talk.text):
        join(talk, joined)
        return repeats.count(talk, talk.text)
    if found := written.language(talk.text, talk.language):
        profiles.speak(talk, found)
    programmes, role = talk.known.programmes, _wanted(talk)
    if len(programmes) == 1:
        return consent.ask(talk, next(iter(programmes)), role, {})
    return talk.open("joining", None, role)


def _wanted(talk: Conversation) -> str:
    """As what they come: most look for a mentor; who would like to be one says so."""
    offers = inquiries.offers_to_mentor(talk.text, talk.language[:2])
    return "mentor" if offers else "mentee"


def _mistyped(known: Known, text: str) -> Joined | None:
    """The programme whose word a stranger has mistyped."""
    said = _EDGES.sub("", text).casefold()
    for programme_id, programme in known.programmes.items():
        for role, word in (("mentee", programme.keyword), ("mentor", programme.mentor_keyword)):
            if said in mistyping.misspelt(word):
                return Joined(programme_id, role)
    return None
