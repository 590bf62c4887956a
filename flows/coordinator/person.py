"""One person, as their coordinator looks them up, writes to them, or acts on their match."""

from flows.coordinator import chosen, papers
from flows.coordinator.endings import ENDINGS
from flows.engine.options import picked
from flows.engine.states import Choice, Flow, Option, Question, Remark
from flows.engine.text import _
from flows.intents import coordinator as intents
from flows.joining.profile import read_answer, read_reason, read_words

YES, NO = Option("yes", _("do it")), Option("no", _("leave it as it is"))
LEFT = (
    "name which wish paper text check which_match freeze lift quiet loud unask safety reason part"
)

FLOW = Flow(
    name="person",
    intents=intents.OF_ONE,
    needs=("desk", "people"),
    states={
        "start": Remark(),
        "name": Question(
            ask=_("Who is it about? Just the name."),
            read=read_answer,
            hint=_("Just the name, please. For example: Jay."),
            why=_("I know everybody in your programme by name."),
        ),
        "found": Remark(),
        "nobody": Remark(_("I don't know this name: {said:short}")),
        "which": Choice(
            ask=_("Which one do you mean?"),
            options=chosen.people,
            hint=_("Just pick the one you mean."),
            why=_("More than one could be meant."),
        ),
        "wish": Choice(
            ask=_("What would you like to do about {who}?"),
            options=chosen.wishes,
            hint=_("Just pick one of these."),
            why=_("From here you can see, write, or change who is together."),
        ),
        "chosen": Remark(),
        "text": Question(
            ask=_("Write to {who}, just as it should read. Your name stands before it."),
            read=read_words,
            hint=_("Write a few words, and I pass them on with your name."),
            why=_("I pass it on word for word."),
        ),
        "check": Choice(
            ask=_("To {who}: {words:short}\nShall I send it?"),
            options=(
                Option("yes", _("send it"), words=(_("send"),)),
                Option("no", _("don't send it"), words=(_("don't, don't send"),)),
            ),
            hint=_("I just need to know if I should send it."),
            why=_("I send nothing that you only meant for me."),
        ),
        "which_match": Choice(
            ask=_("{who} and whom?"),
            options=chosen.others,
            hint=_("Just pick one of them."),
            why=_("{who} is together with more than one."),
        ),
        "act": Remark(),
        "freeze": Choice(
            ask=_(
                "Put {who} and {other} on hold? Both hear of a pause, of no reason, and nothing "
                "goes from one to the other."
            ),
            options=(YES, NO),
            hint=_("I just need to know if I should put them on hold."),
            why=_("On hold, nothing more goes from one to the other."),
        ),
        "lift": Choice(
            ask=_("May {who} and {other} go on? I tell both."),
            options=(YES, NO),
            hint=_("I just need to know if they may go on."),
            why=_("A meeting that is still to come stands again."),
        ),
        "safety": Choice(
            ask=_("{who} and {other} part. Is it for safety?"),
            options=(Option("no", _("it just ends")), Option("yes", _("for safety"))),
            hint=_("I just need to know if it is for safety."),
            why=_("Then no words go across, and I warn you if they are to meet again."),
        ),
        "unask": Choice(
            ask=_("{who} and {other} aren't together yet. Take the question back?"),
            options=(YES, NO),
            hint=_("I just need to know if I should take it back."),
            why=_("Who looks for help hears nothing of it, either way."),
        ),
        "reason": Question(
            ask=_("Why do they part? A few words, only coordinators see them."),
            read=read_reason,
            hint=_("A few words is plenty. For example: they found no time."),
            why=_("Should you ever bring the two together again, I show you this."),
        ),
        "part": Choice(
            ask=_("End it for {who} and {other}? I tell both kindly, and not why."),
            options=(YES, NO),
            hint=_("I just need to know if I should end it."),
            why=_("It can't be taken back."),
        ),
        "paper": Choice(
            ask=_("{who} is under 18. What do you have?"),
            options=papers.PAPERS,
            hint=_("Just pick what you have seen yourself."),
            why=_("Under 18, nobody goes on before a parent has agreed."),
        ),
        "quiet": Choice(
            ask=_("Switch texts between {who} and {other} off? They still meet as planned."),
            options=(YES, NO),
            hint=_("I just need to know if I should switch them off."),
            why=_("They hear it when they write, and not who did it."),
        ),
        "loud": Choice(
            ask=_("Switch texts between {who} and {other} on again?"),
            options=(YES, NO),
            hint=_("I just need to know if I should switch them on."),
            why=_("If one of the two has switched them off, they stay off."),
        ),
        **ENDINGS,
    },
    values=chosen.values,
    transitions=[
        ("onward", "start", "name", chosen.unnamed),
        ("onward", "start", "found"),
        ("answered", "name", "found"),
        ("onward", "found", "nobody", chosen.nobody),
        ("onward", "found", "which", chosen.several),
        ("onward", "found", "wish"),
        ("onward", "nobody", "name"),
        ("answered", "which", "wish"),
        ("answered", "wish", "chosen"),
        ("onward", "chosen", "lost", chosen.unknown),
        ("onward", "chosen", "seen", picked("wish", "see")),
        ("onward", "chosen", "read", picked("wish", "read")),
        ("onward", "chosen", "settled", papers.settled),
        ("onward", "chosen", "paper", picked("wish", "paper")),
        ("onward", "chosen", "mute", chosen.unreached),
        ("onward", "chosen", "check", chosen.guessed),
        ("onward", "chosen", "later", chosen.told_later),
        ("onward", "chosen", "sent", chosen.told),
        ("onward", "chosen", "text", picked("wish", "to")),
        ("onward", "chosen", "on_hold", chosen.on_hold),
        ("onward", "chosen", "apart", chosen.apart),
        ("onward", "chosen", "running", chosen.none),
        ("onward", "chosen", "which_match", chosen.many),
        ("onward", "chosen", "act"),
        ("answered", "paper", "lost", chosen.unknown),
        ("answered", "paper", "recorded"),
        ("answered", "text", "lost", chosen.unknown),
        ("answered", "text", "later", chosen.sleeps),
        ("answered", "text", "sent"),
        ("yes", "check", "lost", chosen.unknown),
        ("yes", "check", "later", chosen.sleeps),
        ("yes", "check", "sent"),
        ("no", "check", "left"),
        ("answered", "which_match", "act"),
        ("onward", "act", "freeze", picked("wish", "freeze")),
        ("onward", "act", "stuck", chosen.gone),
        ("onward", "act", "lift", picked("wish", "lift")),
        ("onward", "act", "quiet", picked("wish", "quiet")),
        ("onward", "act", "loud", picked("wish", "loud")),
        ("onward", "act", "unask", chosen.offered),
        ("onward", "act", "safety"),
        ("yes", "freeze", "lost", chosen.none),
        ("yes", "freeze", "frozen"),
        ("no", "freeze", "left"),
        ("yes", "lift", "lost", chosen.none),
        ("yes", "lift", "lifted"),
        ("no", "lift", "left"),
        ("yes", "quiet", "lost", chosen.none),
        ("yes", "quiet", "switched_quiet"),
        ("no", "quiet", "left"),
        ("yes", "loud", "lost", chosen.none),
        ("yes", "loud", "switched_loud"),
        ("no", "loud", "left"),
        ("yes", "unask", "lost", chosen.decided),
        ("yes", "unask", "unasked"),
        ("no", "unask", "left"),
        ("yes", "safety", "reason"),
        ("no", "safety", "reason"),
        ("answered", "reason", "part"),
        ("yes", "part", "lost", chosen.none),
        ("yes", "part", "ended"),
        ("no", "part", "left"),
        *(("left", asked, "left") for asked in LEFT.split()),
    ],
)
