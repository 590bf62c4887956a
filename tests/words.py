"""`make words` prints every text as it is sent, in each language and form, on both channels, with
the parts of the SMS with accents and without."""

from dataclasses import dataclass

from assistant.channels.sms import segments
from assistant.channels.sms.alphabet import Letters
from assistant.rendering.prompts import Reader, Spoken, speak
from tests import prompts
from tests.prompts import Case
from tests.test_locales import texts


@dataclass
class Price:
    """What the texts of a language cost by SMS."""

    texts: int = 0
    accented: int = 0
    plain: int = 0

    def __str__(self) -> str:
        means = (f"{parts / self.texts:.2f}" for parts in (self.accented, self.plain))
        return "{} texts, mean parts of an SMS: {} with accents, {} without".format(
            self.texts, *means
        )


def main() -> None:
    totals = {}
    for name, formal in prompts.FORMS:
        form = f"{name} formal" if formal else name
        print(f"# {form}")
        totals[form] = _listed(name, formal)
    print("# Price")
    for form, price in totals.items():
        print(f"{form:12} {price}")


def _listed(name: str, formal: bool) -> Price:
    """Every text of a language, once."""
    readers = [prompts.sms(name, formal, letters) for letters in (Letters.TYPED, Letters.PLAIN)]
    language, _, country = name.partition("_")
    telegram = Reader(language, "America/New_York", country, formal, buttons=True)
    notices = prompts.of_notices(texts(), language, ordinary=True)
    price, seen = Price(), set[str]()
    for case in (*prompts.of_flows(language, ordinary=True), *notices):
        accented, plain = (case.texts(reader) for reader in readers)
        if not accented or accented in seen:
            continue
        seen.add(accented)
        parts = [segments.count(text) for text in (accented, plain)]
        price.texts += 1
        price.accented += parts[0]
        price.plain += parts[1]
        print(f"{_where(case)}\n  sms {parts[0]} ({parts[1]}): {_line(accented)}")
        for spoken in speak([case.prompt], telegram):
            if spoken.buttons or spoken.text != accented:
                print(f"  telegram: {_line(spoken.text)}{_buttons(spoken)}")
    return price


def _where(case: Case) -> str:
    return case.where if case.where != case.prompt.msgid else "notice"


def _line(text: str) -> str:
    return text.replace("\n", " / ")


def _buttons(spoken: Spoken) -> str:
    return f" [{' | '.join(label for label, _token in spoken.buttons)}]" if spoken.buttons else ""


if __name__ == "__main__":
    main()
