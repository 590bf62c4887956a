"""The coordinator's desk on their own phone: today's list, who is ready, an answer to somebody."""

from flows.coordinator import settling, waiting
from flows.engine.options import picked
from flows.engine.states import Choice, Ending, Flow, Option, Question, Remark
from flows.engine.text import _
from flows.intents import coordinator as intents
from flows.joining.profile import read_words

LIST = Option("list", _("today's list"))
READY = Option("ready", _("who is ready"), words=(_("anyone waiting, who waits"),))
PAIR = Option("pair", _("bring two together"), words=(_("match two, put two together"),))
BROADCAST = Option("broadcast", _("write to many"), words=(_("text everyone, write to all"),))
PERSON = Option("person", _("one person"), words=(_("somebody, find somebody"),))
LANGUAGE = Option("language", _("my language"))
LOOK = Option("look", _("worth a look"), words=(_("what is worth a look, looks"),))
KEPT = Option("later", _("keep it for later"), words=(_("keep it, later, not now"),))
ABOUT = Option("about", _("more about {who}"))


FLOW = Flow(
    name="desk",
    intents=(intents.LIST, intents.LOOK, intents.READY),
    needs=("desk",),
    states={
        "start": Remark(),
        "what": Choice(
            ask=_("What would you like to do? {open} waiting on your list."),
            options=(LIST, READY, PAIR, BROADCAST, PERSON, LANGUAGE, LOOK),
            hint=_("Just pick one of these."),
            why=_("From here you run the programme from your phone."),
        ),
        "look": Remark(),
        "list": Choice(
            ask=_("On your list ({open}), the most urgent first. Which one?"),
            options=waiting.things,
            hint=_("Just pick one from the list."),
            why=_("I show you one thing at a time."),
        ),
        "looks": Choice(
            ask=_("Worth a look ({open}). Which one?"),
            options=waiting.things,
            hint=_("Just pick one from the list."),
            why=_("What I noticed is no proof of anything, so a person looks."),
        ),
        "chosen": Remark(),
        "item": Choice(
            ask=_("{words:relayed}\nTell me what to do with it:"),
            options=(
                Option(
                    "answer",
                    _("answer {who}"),
                    words=(_("answer, reply"), _("answer him, answer her, answer them")),
                ),
                Option("done", _("it's done"), words=(_("done, all done"),)),
                KEPT,
                ABOUT,
            ),
            other=read_words,
            wholly=True,
            hint=_("Just pick what should happen with it."),
            why=_("It stays on your list until you say it's done."),
        ),
        "held": Choice(
            ask=_("{words:relayed}\nTell me what to do with it:"),
            options=(
                Option("yes", _("let it through"), words=(_("pass it on, send it, release it"),)),
                Option("no", _("keep it back"), words=(_("block it, don't send it"),)),
                KEPT,
                ABOUT,
            ),
            hint=_("Just pick what should happen with it."),
            why=_("Who wrote it knows that I held it only if there is a number in it."),
            firm=True,
        ),
        "send": Choice(
            ask=_("Send this to {who}, word for word?"),
            options=(
                Option("yes", _("send it"), words=(_("send"),)),
                Option("no", _("don't send it"), words=(_("don't, don't send"),)),
            ),
            hint=_("I just need to know if I should send it."),
            why=_("I send nothing that you only meant for me."),
        ),
        "mute": Choice(
            ask=_("{words:relayed}\nTell me if that is done:"),
            options=(Option("yes", _("it's done")), Option("no", _("keep it for later"))),
            hint=_("I just need to know if it's done."),
            why=_("It stays on your list until you say it's done."),
        ),
        "okay": Choice(
            ask=_("{words:relayed}\nTell me if that's all right:"),
            options=(
                Option("yes", _("that's all right"), words=(_("all right, fine, I agree, okay"),)),
                Option("no", _("keep it for later"), words=(_("keep it, later, not now"),)),
                Option("about", _("more about {who}")),
            ),
            hint=_("I just need to know if that's all right."),
            why=_("It only holds once you agree. To change something, write to them first."),
        ),
        "answer": Question(
            ask=_("Write your answer to {who}, just as it should read."),
            read=read_words,
            hint=_("Write a few words, and I pass them on with your name."),
            why=_("I pass it on word for word."),
        ),
        "people": Remark(),
        **settling.ENDINGS,
        "empty": Ending(_("Your list is empty. Well done!")),
        "none": Ending(_("Nothing is worth a look just now. Good!")),
        "gone": Ending(_("That one is done already.")),
        "kept": Ending(_("All right, it stays on your list.")),
        "more": Ending("", then="desk", given=waiting.next_page),
        "about": Ending("", then="person", given=waiting.about),
        "claim": Ending("", then="claiming", given=waiting.handed),
        "person": Ending("", then="person"),
        "pairing": Ending("", then="pairing"),
        "broadcast": Ending("", then="broadcast"),
        "language": Ending("", then="language"),
        "left": Ending(_("All right.")),
    },
    values=waiting.values,
    shows=waiting.shows,
    transitions=[
        ("onward", "start", "chosen", waiting.named),
        ("onward", "start", "look", picked("wish", "list")),
        ("onward", "start", "look", picked("wish", "look")),
        ("onward", "start", "people", picked("wish", "ready")),
        ("onward", "start", "what"),
        ("list", "what", "look"),
        ("look", "what", "look"),
        ("ready", "what", "people"),
        ("pair", "what", "pairing"),
        ("broadcast", "what", "broadcast"),
        ("person", "what", "person"),
        ("language", "what", "language"),
        ("left", "what", "left"),
        ("onward", "look", "none", waiting.no_looks),
        ("onward", "look", "empty", waiting.empty),
        ("onward", "look", "looks", waiting.looking),
        ("onward", "look", "list"),
        ("more", "looks", "more"),
        ("answered", "looks", "chosen"),
        ("left", "looks", "left"),
        ("more", "list", "more"),
        ("answered", "list", "chosen"),
        ("left", "list", "left"),
        ("onward", "chosen", "gone", waiting.gone),
        ("onward", "chosen", "claim", waiting.claims),
        ("onward", "chosen", "held", waiting.held),
        ("onward", "chosen", "okay", waiting.okays),
        ("onward", "chosen", "mute", waiting.mute),
        ("onward", "chosen", "item"),
        ("yes", "held", "gone", waiting.gone),
        ("yes", "held", "released"),
        ("no", "held", "gone", waiting.gone),
        ("no", "held", "blocked"),
        ("later", "held", "kept"),
        ("about", "held", "about"),
        ("left", "held", "kept"),
        ("answered", "item", "send"),
        ("yes", "send", "gone", waiting.gone),
        ("yes", "send", "sent"),
        ("no", "send", "item"),
        ("left", "send", "kept"),
        ("answer", "item", "answer"),
        ("done", "item", "gone", waiting.gone),
        ("done", "item", "closed"),
        ("later", "item", "kept"),
        ("about", "item", "about"),
        ("left", "item", "kept"),
        ("yes", "okay", "gone", waiting.gone),
        ("yes", "okay", "approved"),
        ("no", "okay", "kept"),
        ("about", "okay", "about"),
        ("left", "okay", "kept"),
        ("yes", "mute", "gone", waiting.gone),
        ("yes", "mute", "closed"),
        ("no", "mute", "kept"),
        ("left", "mute", "kept"),
        ("answered", "answer", "gone", waiting.gone),
        ("answered", "answer", "passed_on"),
        ("left", "answer", "kept"),
        (
            "onward",
            "people",
            "neither",
            lambda a, f: waiting.no_mentees(a, f) and waiting.no_mentors(a, f),
        ),
        ("onward", "people", "no_mentees", waiting.no_mentees),
        ("onward", "people", "no_mentors", waiting.no_mentors),
        ("onward", "people", "both"),
    ],
)
