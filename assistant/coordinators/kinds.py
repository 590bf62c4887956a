"""What there is on a coordinator's list: each kind, in short and as a whole."""

from collections.abc import Mapping

from assistant.coordinators.act_kinds import ACTS
from assistant.coordinators.address_kinds import ADDRESSES
from assistant.coordinators.ending_kinds import ENDINGS
from assistant.coordinators.noticed import NOTICED
from assistant.coordinators.offer_kinds import OFFERS
from flows.engine.states import Option
from flows.engine.text import _

# NOTE: Lines of a coordinator's list: a short one to pick from, and the whole of it.
KINDS: Mapping[str, tuple[str, str]] = {
    "ask": (_("{who} asks something"), _("{who} asks: {said:relayed}")),
    "unclear": (_("{who} is stuck"), _("I didn't get what {who} wrote: {said:relayed}")),
    "reply": (_("{who} writes back"), _("{who} writes back: {said:relayed}")),
    "relay": (
        _("{who} has word for somebody"),
        _("{who} would like this passed on: {said:relayed}"),
    ),
    "held": (
        _("{who} and {other}: a text is held"),
        _("I held a text from {who} to {other} ({why:list}): {said:relayed}"),
    ),
    "unreached": (
        _("{other} can't be reached"),
        _("A text from {who} didn't get to {other}. Please ask {other} what's wrong."),
    ),
    "fault": (
        _("I failed on a text from {who}"),
        _("I couldn't handle this from {who}: {said:relayed}"),
    ),
    "wrong_person": (_("a wrong number"), _("Somebody else has the number of {who}.")),
    "under_age": (_("{who} is too young"), _("{who} is too young for {programme}.")),
    "age": (
        _("{who} gave another age"),
        _("{who} was too young, and writes now: {said:relayed}"),
    ),
    "second_age": (
        _("{who} gave another age"),
        _("{who} told me {first} as their age before, and {second} now. Please find out."),
    ),
    "form": (
        _("a form for {who}"),
        _(
            "{who} needs a parent's okay on paper. Once you have it, text PAPER and the name or "
            "the number."
        ),
    ),
    "guardian_shared": (
        _("{who} shares a phone with a parent"),
        _(
            "{who} and a parent share one phone, and a yes came from it. Please ask the parent "
            "yourself, then text PAPER and the name or the number."
        ),
    ),
    "shared": (_("somebody joins at a phone"), _("Somebody else joins on the phone of {who}.")),
    "phone_stopped": (
        _("{who} gets no more texts"),
        _("{who} shares a phone that wants no more texts. Please ask what {who} would like."),
    ),
    "guardian_silent": (
        _("a parent of {who} is silent"),
        _("A parent of {who} hasn't answered me in 5 days. Please find out what's up."),
    ),
    "guardian_no": (
        _("a parent of {who} said no"),
        _("A parent of {who} said no. I've left it there, and told {who} kindly."),
    ),
    "guardian_call": (
        _("{who} would like a call"),
        _("{who} would like a call about a child they answer for. {said:relayed}"),
    ),
    "guardian_ended": (
        _("a parent of {who} ended it"),
        _("A parent of {who} ended it for {who}. Those they met hear it kindly."),
    ),
    "difference": (
        _("{who} and {other} differ"),
        _("{who} and {other} see it differently: {first} and {second}."),
    ),
    "fall": (
        _("it's harder for {who} now"),
        _("{who} said {first} about {other} now, and {second} the time before."),
    ),
    "worry": (
        _("{who} may not feel safe"),
        _("{who} may not feel safe with {other}. Please talk to {who} today. {said:relayed}"),
    ),
    "low": (_("it's hard for {who}"), _("It's hard for {who} with {other}. {said:relayed}")),
    "need": (_("{who} needs something"), _("{who} needs this: {said:relayed}")),
    "call": (
        _("{who} would like a call"),
        _("{who} would like a call about {other}. {said:relayed}"),
    ),
    "no_answer": (
        _("{other} doesn't answer {who}"),
        _("{other} hasn't answered {who} about a time to meet."),
    ),
    "no_show": (
        _("{who} and {other} keep missing"),
        _("For the second time one of {who} and {other} didn't come. {said:relayed}"),
    ),
    "complaint": (
        _("{who} writes about {other}"),
        _("{who} writes about {other}: {said:relayed}"),
    ),
    "pause": (
        _("a break, and a meeting off"),
        _("{who} takes a break until {until:date}. The meeting with {other}, {at:when}, is off."),
    ),
    "stopped_on_hold": (
        _("{who} gets no more texts"),
        _("{who} wants no more texts. On hold as it is, {other} doesn't know."),
    ),
    "stopped": (_("{who} gets no more texts"), _("{who} wants no more texts. {other} knows.")),
    # NOTE: Two people have agreed on how they meet, and the coordinator has to agree, too.
    "terms": (
        _("{who} and {other} agree"),
        _("{who} and {other} agree: {often}, {how}, for {long} each time, until {until:date}."),
    ),
    "terms_silent": (
        _("{who} doesn't say what suits"),
        _("{who} hasn't said what {who} and {other} can agree on. Perhaps worth a look."),
    ),
    "ward_silent": (
        _("{who} doesn't say if it's fine"),
        _("{who} hasn't said if it's fine what a child of theirs has agreed on with somebody."),
    ),
    "more_time": (
        _("more time for {who} and {other}?"),
        _("{who} would like more time with {other}. Perhaps worth a look."),
    ),
    "returned": (
        _("{who} is back"),
        _("{who} wanted no more texts, and is back. {who} and {other} are still together."),
    ),
    "data": (
        _("{who} wants their data"),
        _("{who} would like all I keep about them on paper. Whoever runs me for you can print it."),
    ),
    "erased": (
        _("{who} is being erased"),
        _("{who} wants everything erased, and hears no more. In 3 days I keep no name."),
    ),
    "left": (_("{who} has left"), _("{who} has left. {said:relayed}")),
    "switch": (
        _("{who} wants somebody else"),
        _("{who} would like someone other than {other}. {said:relayed}"),
    ),
    **ACTS,
    **ADDRESSES,
    **ENDINGS,
    **NOTICED,
    **OFFERS,
}
# NOTE: Where it is not about anybody they meet.
WORRIED = _("{who} may not feel safe. Please talk to {who} today. {said:relayed}")
# NOTE: In brackets behind a text that was held, why: "(keeping quiet)".
SIGNS = {
    "secrecy": Option("secrecy", _("keeping quiet")),
    "photos": Option("photos", _("photos")),
    "gifts": Option("gifts", _("gifts or money")),
    "alone": Option("alone", _("meeting alone")),
    "app": Option("app", _("another app")),
    "sexual": Option("sexual", _("flirting")),
    "night": Option("night", _("at night")),
    "number": Option("number", _("a number")),
    "email": Option("email", _("an e-mail address")),
    "link": Option("link", _("a link")),
    "handle": Option("handle", _("a name in an app")),
    "address": Option("address", _("an address")),
}
