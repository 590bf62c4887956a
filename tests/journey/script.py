"""What two people and their coordinator do in ten months: the same in every language."""

from datetime import timedelta

from tests.journey.lines import Lines
from tests.journey.stage import Stage
from tests.phones import code

MENTEE, MENTOR, DANA = "Lucía", "Rosa", "Dana"
# What is answered where nothing special happens, by number or by the name of a button.
MENTEE_USUALLY = {
    "meeting.shared": "1",
    "meeting.where": "1",
    "meeting.offer": "1",
    "feedback.met": "1",
    "feedback.useful": "5",
    "feedback.word": "0",
    "feedback.step": "0",
    "feedback.next": "1",
    "check_in.how": "5",
    "check_in.safe": "1",
    "check_in.need": "0",
    "goals.how_far": "3",
    "more_time.next": "1",
}
MENTOR_USUALLY = {
    "meeting.offer": "yes",
    "feedback.met": "yes",
    "feedback.useful": "5",
    "feedback.word": "0",
    "check_in.how_mentor": "5",
    "check_in.need": "0",
}
LATE, SOON = timedelta(hours=3), timedelta(minutes=7)


class Journey:
    """The three on their way, in the words of their languages."""

    def __init__(self, stage: Stage, mentee: Lines, mentor: Lines) -> None:
        self.stage, self.mentee, self.mentor = stage, mentee, mentor

    async def goes(self) -> None:
        """From the first word to three months after the last."""
        for part in (
            self.signs_up,
            self.waits,
            self.joins,
            self.is_offered,
            self.books_and_moves,
            self.writes_across,
            self.meets,
            self.agrees,
            self.sets_a_goal,
            self.has_quiet_weeks,
            self.reaches_it,
            self.ends,
            self.follows_up,
        ):
            await part()

    async def asked(self, who: str, place: str, *replies: str, after: timedelta = SOON) -> None:
        """They are asked this, and answer in their own time: by words, or by a button."""
        await self.stage.asked(who, place)
        await self.stage.passes(seconds=after.total_seconds())
        for reply in replies:
            if who == MENTEE or reply.startswith(">"):
                await self.stage.says(who, reply.removeprefix(">"))
            else:
                await self.stage.presses(who, reply)

    async def writes(self, who: str, *texts: str) -> None:
        await self.stage.says(who, *texts)

    async def lives(self, days: int) -> None:
        """So many days in which nothing special happens: everything is answered soon."""
        end = self.stage.now + timedelta(days=days)
        while self.stage.now < end:
            await self.answers_all()
            await self.stage.goes_on(end)

    async def lives_until(self, who: str, place: str, but: tuple[str, ...] = ()) -> None:
        """The same, until somebody is asked something that is special."""
        end = self.stage.now + timedelta(days=60)
        while self.stage.place(who) != place:
            assert self.stage.now < end, (who, place, self.stage.told())
            await self.answers_all(but)
            if self.stage.place(who) != place:
                await self.stage.goes_on(end)

    async def answers_all(self, but: tuple[str, ...] = ()) -> None:
        for who, usually in ((MENTEE, MENTEE_USUALLY), (MENTOR, MENTOR_USUALLY)):
            for _ in range(9):
                place = self.stage.place(who)
                if place in but or not (reply := usually.get(place)):
                    break
                await self.asked(who, place, reply)

    # What happens.

    async def signs_up(self) -> None:
        said = self.mentor
        self.stage.scene("The mentor joins")
        self.stage.people[DANA].person.starts(code(self.stage.world.served.db, self.stage.now))
        await self.stage.settle()
        await self.stage.presses(DANA, "yes")
        await self.writes(MENTOR, "guide")
        await self.asked(MENTOR, "consent.okay", "yes")
        await self.asked(MENTOR, "mentor_intake.age", ">52")
        await self.asked(MENTOR, "mentor_intake.topics", "english")
        await self.asked(MENTOR, "mentor_intake.been", ">" + said["been"])
        await self.asked(MENTOR, "mentor_intake.free", ">" + said["free"])
        await self.asked(MENTOR, "mentor_intake.capacity", "1")

    async def waits(self) -> None:
        said = self.mentor
        await self.asked(MENTOR, "details.interests", ">" + said["likes"], after=LATE)
        await self.asked(MENTOR, "details.must_nots", "0")
        await self.asked(MENTOR, "details.work", ">" + said["work"], after=LATE)
        await self.asked(MENTOR, "details.languages", ">" + said["languages"])

    async def joins(self) -> None:
        said = self.mentee
        await self.stage.comes(MENTEE, 1, 18, 5)
        self.stage.scene("The mentee joins")
        await self.writes(MENTEE, said["keyword"], said["okay"], said["age"], "1 3")
        await self.writes(MENTEE, said["hopes"], said["city"], said["free"], "1")
        assert not self.stage.place(MENTEE)

    async def is_offered(self) -> None:
        await self.stage.comes(DANA, 1, 9, 20)
        self.stage.scene("Two people are asked")
        await self.writes(DANA, "pair")
        await self.stage.presses(DANA, self.mentee["name"], self.mentor["name"], "yes")
        await self.asked(MENTOR, "offer.want", ">" + self.mentor["asks"])
        await self.asked(MENTEE, "passed_on.answer", self.mentee["tells"], after=LATE)
        await self.asked(MENTOR, "offer.want", "yes")
        await self.asked(MENTEE, "introduction.want", "1")

    async def books_and_moves(self) -> None:
        await self.asked(MENTEE, "meeting.shared", "3")
        await self.asked(MENTEE, "meeting.where", "1")
        await self.asked(MENTEE, "meeting.own", "1")
        await self.asked(MENTOR, "meeting.offer", "yes")
        await self.asked(MENTEE, "line.line", self.mentee["line"])
        await self.asked(MENTOR, "line.line", ">" + self.mentor["line"])
        await self.stage.comes(MENTEE, 1, 15, 10)
        await self.writes(MENTEE, self.mentee["cannot"])
        await self.asked(MENTEE, "meeting.shared", self.mentee["instead"])
        await self.asked(MENTOR, "meeting.offer", "yes", after=LATE)
        await self.stage.comes(MENTEE, 0, 18, 0)

    async def writes_across(self) -> None:
        self.stage.scene("A word across the ocean")
        await self.stage.comes(MENTEE, 1, 19, 12)
        await self.writes(MENTEE, self.mentee["nervous"])
        await self.stage.passes(minutes=25)
        await self.writes(MENTOR, self.mentor["calms"])
        await self.asked(MENTEE, "lesson.safe", "2")

    async def meets(self) -> None:
        self.stage.scene("They meet once, and decide")
        await self.asked(MENTOR, "lesson.listening", "0", after=LATE)
        await self.asked(MENTOR, "feedback.met", "yes")
        await self.asked(MENTOR, "feedback.useful", "5")
        await self.asked(MENTOR, "feedback.word", ">" + self.mentor["met"])
        await self.asked(MENTEE, "feedback.met", self.mentee["met"], after=SOON)
        await self.asked(MENTEE, "feedback.useful", self.mentee["useful"])
        await self.asked(MENTEE, "keeping.keep", "1")
        await self.asked(MENTOR, "keeping.keep", "yes")

    async def agrees(self) -> None:
        self.stage.scene("What they agree on")
        await self.asked(MENTEE, "agreement.meet", "1")
        await self.asked(MENTEE, "agreement.reach", "1")
        await self.asked(MENTEE, "agreement.agree", "1")
        await self.asked(MENTOR, "agreement.meet", ">" + self.mentor["shorter"])
        await self.asked(MENTOR, "agreement.meet", "yes")
        await self.asked(MENTOR, "agreement.reach", "yes")
        await self.asked(MENTOR, "agreement.agree", "yes")
        await self.asked(MENTEE, "agreement.theirs", "1")

    async def sets_a_goal(self) -> None:
        await self.asked(MENTEE, "meeting.shared", "2")
        await self.asked(MENTOR, "meeting.offer", "yes")
        await self.asked(MENTOR, "objectives.mark", "4")
        await self.asked(MENTEE, "objectives.mark", "2")
        await self.lives_until(MENTEE, "hope.ask")
        self.stage.scene("A hope becomes a goal")
        said = self.mentee
        await self.asked(MENTEE, "hope.ask", "1")
        await self.asked(MENTEE, "goal_setting.measure", said["measure"])
        await self.asked(MENTEE, "goal_setting.step", said["step"])
        await self.asked(MENTEE, "goal_setting.by", said["by"])
        await self.asked(MENTEE, "goal_setting.confirm", "1")
        await self.asked(MENTEE, "goal_showing.show", "1")
        await self.lives_until(MENTOR, "relay.text")
        await self.asked(MENTOR, "relay.text", ">" + self.mentor["cheers"])

    async def has_quiet_weeks(self) -> None:
        self.stage.scene("Winter, and spring", quiet=True)
        await self.lives(95)

    async def reaches_it(self) -> None:
        await self.lives_until(MENTEE, "goals.how_far", but=("goals.how_far",))
        self.stage.scene("The goal is reached")
        await self.asked(MENTEE, "goals.how_far", self.mentee["reached"])
        await self.asked(MENTEE, "goal_reached.next", "2")
        await self.asked(MENTEE, "goal_reached.tell", "1")
        assert self.stage.said_to(MENTOR, self.mentee["hopes"])
        await self.writes(MENTOR, self.mentor["proud"])
        self.stage.scene("Early summer", quiet=True)
        await self.lives_until(MENTEE, "more_time.next", but=("more_time.next",))

    async def ends(self) -> None:
        self.stage.scene("A month is left")
        await self.asked(MENTEE, "more_time.next", "1")
        await self.asked(MENTOR, "more_time.next", "finish")
        self.stage.scene("The last weeks", quiet=True)
        await self.lives_until(MENTEE, "goodbye.words")
        self.stage.scene("Goodbye")
        await self.asked(MENTEE, "goodbye.words", self.mentee["goodbye"])
        await self.asked(MENTOR, "goodbye.words", ">" + self.mentor["goodbye"])
        await self.closes()

    async def closes(self) -> None:
        await self.stage.asked(MENTEE, "objectives.mark")
        self.stage.scene("What stays")
        await self.asked(MENTEE, "objectives.mark", "4")
        await self.asked(MENTOR, "objectives.mark", "4")
        for place, reply in (("planned_how", "5"), ("goal", "1"), ("felt", "5"), ("friend", "5")):
            await self.asked(MENTEE, f"survey.{place}", reply)
        await self.asked(MENTEE, "survey.change", self.mentee["change"])
        await self.asked(MENTEE, "again.next", "2")
        await self.asked(MENTEE, "story.how", "1")
        await self.asked(MENTEE, "story.words", self.mentee["story"])
        for place, reply in (("planned_how", "5"), ("goal", "all"), ("felt", "5"), ("friend", "5")):
            await self.asked(MENTOR, f"survey.{place}", reply)
        await self.asked(MENTOR, "survey.change", "0")
        await self.asked(MENTOR, "again.next", "no")
        await self.asked(MENTOR, "story.how", "0")

    async def follows_up(self) -> None:
        await self.stage.asked(MENTEE, "still_yours.named", timedelta(days=95))
        self.stage.scene("Three months later")
        await self.asked(MENTEE, "still_yours.named", "1")
        await self.asked(MENTOR, "still_yours.named", "yes")
        await self.asked(MENTEE, "follow_up.how", "5")
        await self.asked(MENTEE, "follow_up.word", self.mentee["now"])
        await self.asked(MENTEE, "follow_up.call", "2")
