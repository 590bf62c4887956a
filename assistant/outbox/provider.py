"""A sender's provider: how much it takes, whether it answers, what it says of a message."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from assistant.channels import (
    CONTRADICTED,
    Channel,
    File,
    Outbound,
    Receipt,
    SendError,
    TryLater,
    Unknown,
)
from assistant.ops import logs
from assistant.outbox import retries, send_results
from assistant.outbox.circuit import Circuit
from assistant.outbox.rate_limit import Allowance
from assistant.outbox.send_results import Again
from assistant.outbox.under_way import GIVEN_UP_AFTER
from storage.outbox.due import Ready
from storage.tables import Priority

log = logs.get("outbox")

JUST_NOW = 60.0  # seconds in which others' sends show that a refusal is this message's own


class Provider:
    """A channel, with what its results say of the provider behind it."""

    def __init__(
        self, channel: Channel, now: Callable[[], datetime], ticks: Callable[[], float]
    ) -> None:
        self.channel, self.now, self.ticks = channel, now, ticks
        self.allowance = Allowance(channel.per_second, channel.per_address, ticks())
        self.circuit = Circuit()
        self.is_back = False  # then the others need not wait

    async def send(self, message: Ready, file: File | None = None) -> Receipt | SendError:
        """What became of a message; raises CancelledError."""
        wait = self.allowance.wait(message.handle, self.ticks())
        if wait:
            return TryLater("paced", timedelta(seconds=wait))
        return self.judge(message, await self._result(message, file))

    async def look_up(self, message: Ready, taken: list[str]) -> Receipt | SendError | Again | None:
        """A send result that is unknown: adopted when found, else sent once more and flagged; None
        where the provider could not be asked."""
        try:
            external_id = await self.channel.look_up(_outbound(message), taken)
        except SendError:
            self.circuit.failed(self.ticks(), self.now())
            return None  # asked again when the provider answers
        except Exception as error:  # our own bug must not hold up this person for ever
            log.exception("look-up failed", message_id=message.id, code=type(error).__name__)
            return None
        if external_id is not None:
            return Receipt(external_id)
        if not retries.worth_repeating(message, self.now()):
            return SendError(retries.UNKNOWN)
        return Again()

    async def knock(self) -> None:
        """Find out whether a provider whose sends fail answers at all."""
        try:
            async with asyncio.timeout(GIVEN_UP_AFTER):
                await self.channel.knock()
        except (SendError, TimeoutError) as error:
            if not self.circuit.away:
                code = error.code if isinstance(error, SendError) else "timeout"
                log.error("provider does not answer", provider=self.channel.name, code=code)
            self.circuit.silent(self.ticks())
        except Exception as error:  # our own bug must not hold up everybody for ever
            log.exception("knock failed", code=type(error).__name__)
            self.circuit.answered()
        else:
            self.is_back |= self.circuit.answered()

    def judge(self, message: Ready, result: Receipt | SendError) -> Receipt | SendError:
        """What the result of a send says of the provider; the result."""
        ticks = self.ticks()
        if isinstance(result, SendError):
            if result.code in (retries.CRASHED, "paced"):
                return result
            if send_results.is_providers_fault(result) and not self._is_its_own(message, result):
                self.circuit.failed(ticks, self.now())
                return result
        if self.circuit.passed(ticks):
            log.info("provider answers again", provider=self.channel.name)
            self.is_back = True
        return SendError(CONTRADICTED) if self._is_its_own(message, result) else result

    async def _result(self, message: Ready, file: File | None) -> Receipt | SendError:
        try:
            return await self.channel.send(_outbound(message, file))
        except SendError as error:
            return error
        except Exception as error:  # our own bug must not hold up everybody else's messages
            log.exception("send crashed", message_id=message.id, code=type(error).__name__)
            return Unknown(retries.CRASHED)  # it may have left

    def _is_its_own(self, message: Ready, result: Receipt | SendError) -> bool:
        """A no for no reason, often, while others pass, is about this message."""
        contradicted = isinstance(result, SendError) and result.code == CONTRADICTED
        often = message.attempts + 1 >= retries.MOST_ATTEMPTS
        return contradicted and often and self.circuit.passed_within(JUST_NOW, self.ticks())


def _outbound(message: Ready, file: File | None = None) -> Outbound:
    return Outbound(
        message.id,
        message.handle,
        message.text,
        tuple((label, token) for label, token in message.buttons or ()),
        message.sent_at,
        reply=message.priority <= Priority.REPLY,
        attempt=message.attempts,
        file=file,
    )
