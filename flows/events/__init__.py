"""What a conversation can establish."""

from flows.events.addresses import AddressesEvent
from flows.events.agreements import (
    MoreTimeSaid,
    TermsAgreed,
    TermsApproved,
    TermsChanged,
    TermsEvent,
    TermsKept,
    WardTermsAgreed,
)
from flows.events.desk import (
    BroadcastApproved,
    BroadcastChanged,
    DeskEvent,
    HandoverAnswered,
    HandoverClosed,
    HeldSettled,
    MatchActed,
    Paired,
    PersonSeen,
    TextsRead,
    TextWritten,
)
from flows.events.endings import AgainWanted, EndingEvent, StoryTold, SurveyGiven
from flows.events.goals import GoalClosed, GoalDated, GoalRated, GoalSet, GoalsEvent, GoalShown
from flows.events.guardians import (
    GuardianAnswered,
    GuardianEnded,
    GuardianNamed,
    GuardianNeeded,
    GuardianSays,
    PaperRecorded,
    PaperWanted,
)
from flows.events.joining import (
    AnswerChanged,
    ConsentDeclined,
    ConsentGiven,
    JoinedAnew,
    PhoneShared,
    ProfileCompleted,
    RoleTurned,
    UnderAge,
    WriterNamed,
    WrongPerson,
)
from flows.events.learning import LessonDone, LessonsWanted, TrainingRecorded
from flows.events.offers import OfferEvent, StillUp
from flows.events.pairs import (
    FeedbackGiven,
    GoodbyeSaid,
    MeetingMoved,
    OnTheWay,
    ProgrammeLeft,
    RunningLate,
    SlotAccepted,
    SlotProposed,
    SwitchAsked,
    TextMeant,
    TextsSwitched,
)
from flows.events.people import (
    AnswerMeant,
    DataForgotten,
    Eased,
    FewerWanted,
    HelpAsked,
    LanguageChanged,
    NotSafe,
    Paused,
    PauseEnded,
    PeopleEvent,
    ProgrammeChosen,
    StopConfirmed,
    StopDenied,
    ZoneTold,
)

GuardiansEvent = (
    GuardianNeeded | GuardianNamed | PaperWanted | GuardianAnswered | GuardianEnded | GuardianSays
)
PhonesEvent = PhoneShared | JoinedAnew | WriterNamed
JoiningEvent = (
    ConsentGiven
    | ConsentDeclined
    | WrongPerson
    | UnderAge
    | ProfileCompleted
    | AnswerChanged
    | RoleTurned
)
LessonsEvent = LessonDone | LessonsWanted
MeetingEvent = SlotProposed | SlotAccepted | MeetingMoved | RunningLate | OnTheWay
TextsEvent = TextMeant | TextsSwitched | GoodbyeSaid
PairsEvent = MeetingEvent | OfferEvent | FeedbackGiven | SwitchAsked | ProgrammeLeft | TextsEvent
Absence = ProgrammeLeft | SwitchAsked | Paused | PauseEnded | FewerWanted
Event = (
    AddressesEvent
    | DeskEvent
    | EndingEvent
    | GoalsEvent
    | GuardiansEvent
    | JoiningEvent
    | LessonsEvent
    | PairsEvent
    | PeopleEvent
    | PhonesEvent
    | StillUp
    | TermsEvent
)

__all__ = [
    "Absence",
    "AddressesEvent",
    "AgainWanted",
    "AnswerChanged",
    "AnswerMeant",
    "BroadcastApproved",
    "BroadcastChanged",
    "ConsentDeclined",
    "ConsentGiven",
    "DataForgotten",
    "DeskEvent",
    "Eased",
    "EndingEvent",
    "Event",
    "FeedbackGiven",
    "FewerWanted",
    "GoalClosed",
    "GoalDated",
    "GoalRated",
    "GoalSet",
    "GoalShown",
    "GoalsEvent",
    "GoodbyeSaid",
    "GuardianAnswered",
    "GuardianEnded",
    "GuardianNamed",
    "GuardianNeeded",
    "GuardianSays",
    "GuardiansEvent",
    "HandoverAnswered",
    "HandoverClosed",
    "HeldSettled",
    "HelpAsked",
    "JoinedAnew",
    "JoiningEvent",
    "LanguageChanged",
    "LessonDone",
    "LessonsEvent",
    "LessonsWanted",
    "MatchActed",
    "MeetingEvent",
    "MeetingMoved",
    "MoreTimeSaid",
    "NotSafe",
    "OfferEvent",
    "OnTheWay",
    "Paired",
    "PairsEvent",
    "PaperRecorded",
    "PaperWanted",
    "PauseEnded",
    "Paused",
    "PeopleEvent",
    "PersonSeen",
    "PhoneShared",
    "PhonesEvent",
    "ProfileCompleted",
    "ProgrammeChosen",
    "ProgrammeLeft",
    "RoleTurned",
    "RunningLate",
    "SlotAccepted",
    "SlotProposed",
    "StillUp",
    "StopConfirmed",
    "StopDenied",
    "StoryTold",
    "SurveyGiven",
    "SwitchAsked",
    "TermsAgreed",
    "TermsApproved",
    "TermsChanged",
    "TermsEvent",
    "TermsKept",
    "TextMeant",
    "TextWritten",
    "TextsRead",
    "TextsSwitched",
    "TrainingRecorded",
    "UnderAge",
    "WardTermsAgreed",
    "WriterNamed",
    "WrongPerson",
    "ZoneTold",
]
