"""The people of a programme: what they answer where, what comes to their minds, and when."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from tests.phones import Phone
from tests.year.record import Sent, Where

# The country of a number says the language and the zone; on Telegram both are told otherwise.
NUMBERS = {
    "New York": "+1212555",
    "Los Angeles": "+1213555",
    "Paris": "+3361234",
    "Madrid": "+3461234",
    "Lisbon": "+35191234",
}
SPOKEN = {"Paris": "fr", "Madrid": "es", "Lisbon": "pt"}
LANGUAGES = ("en", "es", "fr", "pt")
FREE = {
    "en": "monday to friday 9am to 8pm",
    "es": "de lunes a viernes de 9 a 20",
    "fr": "du lundi au vendredi de 9h à 20h",
    "pt": "segunda a sexta das 9 às 20",
}
# What somebody says of harm, in a way that leaves no doubt.
HARM = {
    "en": "i want to kill myself",
    "es": "me quiero matar",
    "fr": "je veux me tuer",
    "pt": "quero me matar",
}
MUDDLES = ("huh??", "asdfgh", "idk", "BACK", "WHY", "HELP", "🙂", "ok", "MENU")
# What people answer where a run can stand; one of several, "0" where nothing else is said.
REPLIES: Mapping[str, Sequence[str]] = {
    "consent.okay": ("1",),
    "role.which": ("1",),
    "joining.which": ("1",),
    "language.which": ("1",),
    "stuck.person": ("1", "2"),
    "perhaps.meant": ("1", "2"),
    "clock.zone": ("1",),
    "intake.topics": ("1", "2", "1 2"),
    "intake.hopes": ("pass maths", "a job that i like", "speak up more"),
    "intake.matters": ("1", "2", "3", "4"),
    "intake.zone": ("1",),
    "mentor_intake.topics": ("1 2", "1", "2"),
    "mentor_intake.been": ("a nurse", "first in my family at college"),
    "mentor_intake.zone": ("1",),
    "mentor_intake.capacity": ("1",),
    "details.interests": ("music", "football and films"),
    "details.own_1": ("1",),
    "details.work": ("a nurse",),
    "details.languages": ("1",),
    "details.style": ("1", "2", "3"),
    "offer.offer": ("1",),
    "offer.want": ("1", "1", "1", "1", "1", "1", "1", "2", "3"),
    "offer.question": ("what year is he in", "which days are best"),
    "introduction.want": ("1", "1", "1", "1", "1", "1", "1", "1", "2", "3"),
    "introduction.question": ("what do you do at work", "do you like music"),
    "passed_on.answer": ("yes, a lot", "that is fine with me"),
    "passed_on.reply": ("yes, a lot", "that is fine with me"),
    "keeping.keep": ("1", "1", "1", "1", "1", "1", "1", "1", "2", "3"),
    "keeping.sure": ("1",),
    "goal_setting.goal": ("pass my maths exam", "write a good cv"),
    "goal_setting.exact": ("the exam in june",),
    "goal_setting.measure": ("the letter with my mark",),
    "goal_setting.step": ("ask for old papers",),
    "goal_setting.by": ("1",),
    "goal_setting.confirm": ("1",),
    "goal_setting.told": ("1",),
    "goal_setting.undated": ("1",),
    "goal_setting.wrong": ("2",),
    "hope.ask": ("1", "1", "2"),
    "goal_showing.show": ("1", "1", "1", "2"),
    "goal_reached.next": ("2",),
    "goal_reached.tell": ("1",),
    "goal_reached.tell_first": ("1",),
    "goal_day.by": ("1",),
    "goals.which": ("1",),
    "goals.what": ("1", "1", "2"),
    "goals.rate": ("2", "3", "4"),
    "goals.how_far": ("2", "3", "4"),
    "agreement.who": ("1",),
    "agreement.meet": ("1",) * 8 + ("2",),
    "agreement.reach": ("1",),
    "agreement.agree": ("1",) * 8 + ("2",),
    "agreement.longer": ("1",),
    "agreement.theirs": ("1",),
    "agreement.change": ("2", "4"),
    "agreement.often": ("2",),
    "agreement.long": ("2",),
    "agreement.how": ("1",),
    "agreement.hours": ("3",),
    "agreement.until": ("1",),
    "more_time.next": ("1", "1", "1", "1", "2"),
    "meeting.who": ("1",),
    "meeting.shared": ("1", "1", "2", "3"),
    "meeting.rather": ("1",),
    "meeting.offer": ("1",),
    "meeting.pending": ("2",),
    "meeting.booked": ("2",),
    "meeting.off": ("2",),
    "meeting.sure": ("1",),
    "meeting.both": ("1",),
    "meeting.where": ("1",),
    "meeting.own": ("1",),
    "meeting.elsewhere": ("1",),
    "feedback.met": ("1",) * 10 + ("2", "3"),
    "feedback.useful": ("3", "4", "5", "5"),
    "feedback.step": ("read two pages", "call the school"),
    "feedback.reason": ("1", "2", "3"),
    "feedback.next": ("1", "1", "1", "2"),
    "check_in.how": ("4", "5", "3", "4", "5", "2"),
    "check_in.how_mentor": ("4", "5", "3", "4"),
    "check_in.safe": ("1",),
    "check_in.call": ("2",),
    "objectives.mark": ("2", "3", "4"),
    "survey.planned_how": ("4", "5", "5"),
    "survey.early_how": ("3", "4"),
    "survey.goal": ("1", "2"),
    "survey.felt": ("4", "5"),
    "survey.friend": ("4", "5"),
    "survey.change": ("start earlier",),
    "again.next": ("2",),
    "follow_up.how": ("4", "5"),
    "follow_up.word": ("at college now",),
    "follow_up.call": ("2",),
    "story.how": ("1", "2", "3"),
    "story.words": ("i passed my exam",),
    "goodbye.words": ("thank you for everything", "you were a great help"),
    "relay.send": ("1", "1", "2"),
    "relay.note": ("1",),
    "relay.who": ("1",),
    "relay.whom": ("1",),
    "relay.text": ("see you soon",),
    "quiet.who": ("1",),
    "kudos.who": ("1",),
    "kudos.words_of_praise": ("you never gave up on me",),
    "switch.who": ("1",),
    "switch.sure": ("1",),
    "switch.reason": ("we cant find a time",),
    "leaving.sure": ("1",),
    "leaving.reason": ("no time any more",),
    "pause.until": ("1",),
    "pause.booked": ("1",),
    "pause.back": ("1",),
    "fewer.less": ("1",),
    "fewer.more": ("2",),
    "ask.question": ("is the library open on monday",),
    "safety.safe": ("1", "3"),
    "safety.other_safe": ("1",),
    "forgetting.sure": ("1",),
    "opt_out.texts": ("2",),
    "guardian.may": ("1",),
    "guardian.later": ("1",),
    "ward_check_in.how": ("1",),
    "ward_terms.okay": ("1",),
    "minor.language": ("1",),
    # At the coordinator's desk.
    "desk.list": ("1",),
    "desk.looks": ("1",),
    "desk.item": ("2",),
    "desk.held": ("1",),
    "desk.okay": ("1",),
    "desk.mute": ("1",),
    "desk.send": ("1",),
    "desk.answer": ("Yes, that is fine. I'll look into it today.",),
    "pairing.mentee": ("1",),
    "pairing.mentor": ("1",),
    "pairing.best": ("1",),
    "pairing.use": ("1",),
    "pairing.then": ("1",),
    "pairing.reason": ("You both want to learn from each other.",),
    "pairing.confirm": ("1",),
    "pairing.unsafe": ("0",),
    "pairing.parted": ("2",),
    "pairing.untrained": ("2",),
    "pairing.known": ("0",),
}
LESSONS = ("1", "2", "3")


@dataclass(eq=False)
class Actor:
    """Somebody with a phone who answers when it suits them, or never."""

    name: str
    phone: Phone
    language: str
    role: str
    chance: random.Random
    age: int = 23
    patience: timedelta | None = timedelta(hours=8)  # the longest until an answer; None: never
    silent: float = 0.0  # how often they let something pass
    muddled: float = 0.0  # how often they answer what answers nothing
    stays: float = 0.8  # how often they answer the next question at once, too
    guardian: str = ""  # the number of theirs
    own: dict[str, list[str]] = field(default_factory=dict)  # answers of their own, used up
    inbox: list[Sent] = field(default_factory=list)
    person: int = 0

    @property
    def where(self) -> Where:
        return self.phone.channel, self.phone.address

    def reply(self, place: str) -> str:
        """What they answer there; "" where they let it be."""
        if mine := self.own.get(place):
            return mine.pop(0)
        flow, _, state = place.partition(".")
        told = {"age": str(self.age), "name": self.name, "free": FREE[self.language]}
        told |= {"young": "1", "teen": "1", "number": self.guardian or "0"}
        if flow in ("intake", "mentor_intake", "minor") and state in told:
            return told[state]
        if self.muddled and self.chance.random() < self.muddled:
            return self.chance.choice(MUDDLES)
        if flow == "lesson":
            return self.chance.choice(LESSONS)
        return self.chance.choice(REPLIES.get(place, ("0",)))
