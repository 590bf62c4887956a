"""Whose form it is: what Twilio signed for somebody else, or with other borders, is refused."""

from urllib.parse import urlencode

import pytest

from assistant.channels import Forged
from assistant.channels.sms import adapter
from tests import product
from tests.fakes.twilio import Twilio
from tests.product import M
from tests.together import together

ANA = "+525512345678"
SID, OTHER = "SM" + "a1" * 16, "SM" + "b2" * 16
SIDS = ("MessageSid", "SmsMessageSid", "SmsSid")
NO_SIDS = ("SM1", "", SID.upper(), SID + "0", "CA" + SID[2:])
SERVICE = "MG" + "0" * 31 + "1"
ACCOUNT = Twilio().account
BY_NUMBER = adapter.Ours(ACCOUNT.sid, ACCOUNT.number)
BY_SERVICE = adapter.Ours(ACCOUNT.sid, "", SERVICE)
TEXT = {
    "AccountSid": ACCOUNT.sid,
    "Body": "1",
    "From": ANA,
    "MessageSid": SID,
    "NumMedia": "0",
    "SmsMessageSid": SID,
    "SmsSid": SID,
    "To": ACCOUNT.number,
}
STATUS = {
    "AccountSid": ACCOUNT.sid,
    "From": ACCOUNT.number,
    "MessageSid": SID,
    "MessageStatus": "sent",
    "SmsSid": SID,
    "To": ANA,
}


@together
@pytest.mark.parametrize(
    ("ours", "change"),
    [
        (BY_NUMBER, {}),
        (BY_NUMBER, {"From": "72975"}),
        (BY_NUMBER, {"From": "MYBANK"}),
        (BY_NUMBER, {"Body": f"see {OTHER}"}),
        (BY_NUMBER, {"MediaUrl0": f"https://api.twilio.com/Messages/{SID}/Media/ME1"}),
        (BY_NUMBER, {"NewOfTwilio": "1"}),
        (BY_NUMBER, {"MessagingServiceSid": SERVICE}),
        (BY_SERVICE, {"MessagingServiceSid": SERVICE, "To": "+15550001111"}),
        (adapter.Ours(ACCOUNT.sid.lower(), "72975", SERVICE.upper()), {"To": "72975"}),
        (adapter.Ours(ACCOUNT.sid, "15550009999"), {}),
    ],
)
def test_a_text_to_us_is_let_in(ours: adapter.Ours, change: dict[str, str]) -> None:
    assert ours.inbound(list({**TEXT, **change}.items()))["Body"]


@together
@pytest.mark.parametrize(
    ("ours", "change"),
    [
        (BY_NUMBER, {"AccountSid": "AC" + "0" * 31 + "2"}),
        (BY_NUMBER, {"AccountSid": ""}),
        (BY_NUMBER, {"To": "+15550001111"}),
        (BY_NUMBER, {"To": ""}),
        (BY_NUMBER, {"To": "+15550001111", "MessagingServiceSid": SERVICE}),
        (BY_SERVICE, {}),
        (BY_SERVICE, {"MessagingServiceSid": "MG" + "0" * 31 + "2"}),
        *((BY_NUMBER, dict.fromkeys(SIDS, sid)) for sid in NO_SIDS),
        (BY_NUMBER, {"SmsSid": OTHER}),
        (BY_NUMBER, {"SmsMessageSid": OTHER}),
        (BY_NUMBER, {"From": ""}),
        (BY_NUMBER, {"From": ANA + "FromCityMexico"}),
        (BY_NUMBER, {"Extra": f"From{ANA}MessageSid{OTHER}"}),
        (BY_NUMBER, {"From+525512345678": ""}),
    ],
)
def test_a_text_that_is_not_ours_is_refused(ours: adapter.Ours, change: dict[str, str]) -> None:
    with pytest.raises(Forged):
        ours.inbound(list({**TEXT, **change}.items()))


def test_no_field_is_there_twice() -> None:
    for one in TEXT.items():
        with pytest.raises(Forged):
            BY_NUMBER.inbound([*TEXT.items(), one])


@pytest.mark.parametrize(
    ("ours", "change"),
    [
        (BY_NUMBER, {}),
        (BY_SERVICE, {}),
        (BY_SERVICE, {"From": "+15550001111", "MessagingServiceSid": SERVICE}),
    ],
)
def test_what_became_of_ours_is_let_in(ours: adapter.Ours, change: dict[str, str]) -> None:
    assert ours.status(list({**STATUS, **change}.items()))["MessageStatus"] == "sent"


@together
@pytest.mark.parametrize(
    ("ours", "change"),
    [
        (BY_NUMBER, {"AccountSid": "AC1"}),
        (BY_NUMBER, {"From": "+15550001111"}),
        (BY_NUMBER, {"MessageSid": "SM1"}),
        (BY_NUMBER, {"SmsSid": OTHER}),
        (BY_SERVICE, {"MessagingServiceSid": "MG" + "0" * 31 + "2"}),
    ],
)
def test_what_became_of_others_is_refused(ours: adapter.Ours, change: dict[str, str]) -> None:
    with pytest.raises(Forged):
        ours.status(list({**STATUS, **change}.items()))


MOVED = [  # one field grew by what follows, or lost its end to the next name
    {**TEXT, "MessageSid": SID + "NumMedia0"},
    {**TEXT, "MessageSid": SID[:-1], SID[-1] + "NumMedia": "0"},
    {**TEXT, "From": ANA + f"MessageSid{SID}"},
    {**TEXT, "AccountSid": ACCOUNT.sid + "Body1"},
    {**TEXT, "To": "+15550001111"},
    {**TEXT, "AccountSid": "AC" + "0" * 31 + "2"},
]


async def test_a_captured_text_with_moved_borders_is_no_new_message(database_url: str) -> None:
    async with product.product(database_url) as world:
        path = world.url + "/channels/sms"
        sign = world.twilio.account.sign
        # Somebody texts what will be read as a text of somebody else's, once it is captured.
        cut = f"1From+15550001111MessageSid{OTHER}NumMedia0SmsSid{OTHER}To{TEXT['To']}ZZ"
        captured = {**TEXT, "Body": cut}
        theirs = sign(path, captured.items())
        forged = {
            "AccountSid": TEXT["AccountSid"],
            "Body": "1",
            "From": "+15550001111",
            "MessageSid": OTHER,
            "NumMedia": "0",
            "SmsSid": OTHER,
            "To": TEXT["To"],
            "ZZ": f"From{ANA}MessageSid{SID}NumMedia0SmsMessageSid{SID}SmsSid{SID}To{TEXT['To']}",
        }
        assert sign(path, forged.items()) == theirs
        for form in (forged, *MOVED):
            headers = {"X-Twilio-Signature": sign(path, form.items())}
            body = urlencode(form).encode()
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            async with world.session.post(path, headers=headers, data=body) as answer:
                assert answer.status == 403, form
        assert world.rows(M.c.id) == []
