"""What those who share a phone are told outside any flow."""

from flows.engine.text import _

# NOTE: Somebody else would like to join with the phone of whoever reads this.
YOUR_NAME_FIRST = _(
    "To write to two people on one phone I need their names. Please tell me yours first: text MENU."
)
ONE_BY_ONE = _(
    "Somebody else is just joining on this phone. Once I know their name, you "
    "can text {keyword} again."
)
NOT_HERE = _("I can't take anybody else on this phone. {coordinator} can help: {contact:relayed}")
# NOTE: To who has said that it is them now who has the phone, and no more.
HERE = _("Hi {name}, good to have you here! What would you like to tell me?")
