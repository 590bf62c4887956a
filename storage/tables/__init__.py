"""Every table. Names, handles, texts and answers are sealed; ids, codes and times are not."""

from storage.tables.agreements import AgreementVersion
from storage.tables.base import Json, Priority, Role, Status, metadata, table
from storage.tables.broadcasts import Broadcast, Recipient
from storage.tables.console import (
    Access,
    Account,
    Deed,
    SignedIn,
    SignInAttempt,
    SignInLink,
)
from storage.tables.guardians import Guardian
from storage.tables.keeping import Pulse, SealingKey
from storage.tables.matches import Feedback, Match, Meeting, Parting, Relayed
from storage.tables.mentoring import Entry, Goal, Handover, Training
from storage.tables.messages import Fault, Message, Watermark
from storage.tables.people import (
    Address,
    Claim,
    Invitation,
    NameWord,
    Participant,
    Person,
    Programme,
)
from storage.tables.records import Erasure
from storage.tables.runs import Run, Timer
from storage.tables.safeguarding import Concern, ConcernLine, OnCall, Page

__all__ = [
    "Access",
    "Account",
    "Address",
    "AgreementVersion",
    "Broadcast",
    "Claim",
    "Concern",
    "ConcernLine",
    "Deed",
    "Entry",
    "Erasure",
    "Fault",
    "Feedback",
    "Goal",
    "Guardian",
    "Handover",
    "Invitation",
    "Json",
    "Match",
    "Meeting",
    "Message",
    "NameWord",
    "OnCall",
    "Page",
    "Participant",
    "Parting",
    "Person",
    "Priority",
    "Programme",
    "Pulse",
    "Recipient",
    "Relayed",
    "Role",
    "Run",
    "SealingKey",
    "SignInAttempt",
    "SignInLink",
    "SignedIn",
    "Status",
    "Timer",
    "Training",
    "Watermark",
    "metadata",
    "table",
]
