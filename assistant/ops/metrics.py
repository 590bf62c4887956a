"""What /metrics tells."""

from prometheus_client import Counter, Gauge, Histogram

ACCEPTED = Counter("assistant_messages_accepted", "Inbound messages made durable")
TURNS = Counter("assistant_turns", "Turns taken, by result", ["result"])
STRANGERS = Counter("assistant_strangers_unanswered", "Texts of strangers not answered", ["why"])
SENDS = Counter("assistant_sends", "Messages handed over, by result", ["channel", "result"])
BACKLOG = Gauge("assistant_backlog_messages", "Inbound messages waiting for their turn")
BACKLOG_AGE = Gauge("assistant_backlog_age_seconds", "Age of the oldest of them")
QUEUED = Gauge("assistant_outbox_messages", "Outbound messages due and not yet sent")
BATCH = Histogram(
    "assistant_turn_batch_seconds",
    "A batch of turns, from claim to commit",
    buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5),
)
LATENCY = Histogram(
    "assistant_reply_seconds",
    "From a message's queueing to the provider's answer",
    ["channel"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60),
)
