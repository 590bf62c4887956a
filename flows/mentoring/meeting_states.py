"""What is asked, and said, where two people arrange a meeting."""

from collections.abc import Mapping

from flows.engine.states import Choice, Ending, Option, Question, Remark, State
from flows.engine.text import _
from flows.mentoring import arrangement, pairs, places
from flows.mentoring.times import offered_times, proposed_times, time_options, way_there

STATES: Mapping[str, State] = {
    "start": Remark(),
    "nobody": Ending(
        _("There is nobody to meet yet. {coordinator} is looking for the right person.")
    ),
    "who": pairs.WHO,
    "found": Remark(),
    "moved": Ending(
        _("Thanks for saying so, no harm done. I'll let {other} know."),
        arrangement.moved,
        then="meeting",
        given=arrangement.anew,
    ),
    "late": Ending("", way_there.late),
    "there": Ending("", way_there.there),
    "here": Ending("", way_there.here),
    "unbooked": Ending(
        _("You and {other} have no meeting booked just now. To find a time, text MENU.")
    ),
    "booked": Choice(
        ask=_("You're meeting {other}: {at:when}, {place}. Does that still work?"),
        options=(
            Option("yes", _("it still works"), words=(_("still on, still good"),)),
            time_options.OTHER_TIME,
            places.ELSEWHERE,
        ),
        hint=_("I just need to know if that time still works for you."),
        why=_("If it doesn't, I tell {other} at once and we find a new time."),
        other=proposed_times.read_other_times,
    ),
    "off": Choice(
        ask=_("You're meeting {other}: {at:when}, {place}. Shall I call it off?"),
        options=(
            Option(
                "yes",
                _("call the meeting off"),
                words=(
                    _("yes, yes please, please do, do it, another time"),
                    _(
                        "yeah, yep, sure, ok, okay, off, call it off, cancel it, yes cancel it, "
                        "just cancel it, yes call it off, yes cancel, I can't come, "
                        "I can't make it, move it"
                    ),
                ),
            ),
            Option(
                "keep",
                _("leave it as it is"),
                words=(
                    _("no, don't, it still works"),
                    _(
                        "nope, nah, no don't, keep it, no keep it, keep, leave it, still on, "
                        "never mind, I'll be there"
                    ),
                ),
            ),
        ),
        hint=_("I just need to know if I should call it off."),
        why=_("If you call it off, I tell {other} at once."),
        wholly=True,
    ),
    "pending": Choice(
        ask=_("I've asked {other} about {at:when}. Shall I wait for the answer?"),
        options=(
            Option("yes", _("wait for it"), words=(_("wait, I'll wait"),)),
            time_options.OTHER_TIME,
        ),
        hint=_("I just need to know if I should go on waiting."),
        why=_("You can still pick another time, nothing is fixed yet."),
        other=proposed_times.read_other_times,
    ),
    "offer": Choice(
        ask=_("{other} can do {at:when}, {place}. Does that work?"),
        options=time_options.on_offer,
        hint=_("I just need to know if that time works for you."),
        why=_("As soon as you both agree, it's booked."),
        other=places.read_counter,
    ),
    "choose": Remark(),
    "resting": Ending(
        _("{other} is taking a break until {rests:date}. I'll be in touch after that.")
    ),
    "shared": Choice(
        ask=_(
            "You and {other} are both free at these times. Which is best? Or write another time."
        ),
        options=offered_times.offered,
        hint=_("Just pick one, or write a day and a time."),
        why=_("I look for times when you're both free."),
        other=proposed_times.read_offered,
    ),
    "rather": Choice(
        ask=_("How about one of these? Or write another time."),
        options=offered_times.offered,
        hint=_("Just pick one, or write a day and a time."),
        why=_("I look for times when you're both free."),
        other=proposed_times.read_offered,
    ),
    "time": Question(
        ask=_("When could you meet {other}? For example: Tuesday at 4."),
        read=proposed_times.read_time,
        hint=_("I need a day and a time that are still to come. For example: Tuesday at 4."),
        why=_("I'll ask {other} if that works too."),
    ),
    "hour": Question(
        ask=_("What time on {said_day:when}? For example: 4 pm."),
        read=proposed_times.read_hour,
        hint=_("Just the time. For example: 4 pm or 16:30."),
        why=_("Without a time you two might miss each other."),
    ),
    "day": Question(
        ask=_("{said_hour:time}, on which day? For example: Tuesday."),
        read=proposed_times.read_day,
        hint=_("Just the day. For example: Tuesday or 5 March."),
        why=_("Without a day you two might miss each other."),
    ),
    "asleep": Remark(
        # NOTE: {there:time} is what the other's clock shows then; {city} is where they live.
        _("That would be {there:time} for {other}, in the middle of the night.")
    ),
    "both": Choice(
        ask=_("{said:when}, or else {second:when}. Did I get that right?"),
        options=(
            Option("yes", _("that's right")),
            Option("no", _("another time")),
        ),
        hint=_("I just need to know if I got the times right."),
        why=_("I'd rather ask once more than send you at the wrong time."),
        other=proposed_times.read_instead,
        mends=offered_times.INSTEAD,
    ),
    "sure": Choice(
        ask=_("{said:when}. Did I get that right?"),
        options=(
            Option("yes", _("that's right")),
            Option("no", _("another time")),
        ),
        hint=_("I just need to know if I got the time right."),
        why=_("I'd rather ask once more than send you at the wrong time."),
        other=proposed_times.read_instead,
        mends=offered_times.INSTEAD,
    ),
    "placed": Remark(),
    "where": Choice(
        ask=_("Where would you like to meet?"),
        options=places.offered,
        hint=_("Just pick what's easiest for you."),
        why=_("{other} should know where to be."),
        other=proposed_times.read_time,
        options_first=True,
        mends=offered_times.INSTEAD,
    ),
    "own": Choice(
        ask=_("Shall {other} call the number you're texting from?"),
        options=(Option("yes", _("this number")), Option("no", _("another number"))),
        hint=_("Just pick which number {other} should call."),
        why=_("I show it to {other}, for this meeting."),
    ),
    "elsewhere": Choice(
        ask=_("No problem, nobody needs your number. How else would you like to meet?"),
        options=places.without_phone,
        hint=_("Just pick what's easiest for you."),
        why=_("{other} should know where to be."),
    ),
    "number": Question(
        ask=_("Which number should {other} call?"),
        read=places.read_phone,
        hint=_("Just the number, with its area code."),
        why=_("I show it to {other}, for this meeting."),
    ),
    "asked": Ending("", arrangement.proposed),  # what comes of it depends on the other side
    "accepted": Ending("", arrangement.accepted),
    "waits": Ending(_("All right. I'll tell you as soon as {other} answers.")),
    "kept": Ending(_("Good, it stays as it is.")),
    "left": Ending(_("No problem. To find a time later, text MENU.")),
}
