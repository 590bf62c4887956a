"""Which event of a flow goes to which handler."""

from typing import assert_never

from assistant.turns.agreements import deciding as agreements
from assistant.turns.endings import deciding as endings
from assistant.turns.guardians import children
from assistant.turns.handlers import (
    concerns,
    consent,
    coordinators,
    feedback,
    goals,
    lessons,
    log_entries,
    offers,
    profiles,
    silence,
    under_way,
)
from assistant.turns.handlers.leaving import pauses, rights
from assistant.turns.handlers.repeating import arranging
from assistant.turns.offering import waiting
from assistant.turns.open_runs import Open
from assistant.turns.reaching import deciding as reaching
from assistant.turns.relaying import meant as relaying
from assistant.turns.shared import events as phones
from assistant.turns.talk import Talk
from flows.events import (
    Absence,
    AddressesEvent,
    AnswerChanged,
    AnswerMeant,
    ConsentDeclined,
    ConsentGiven,
    DataForgotten,
    DeskEvent,
    Eased,
    EndingEvent,
    Event,
    FeedbackGiven,
    FewerWanted,
    GoalClosed,
    GoalDated,
    GoalRated,
    GoalSet,
    GoalShown,
    GoodbyeSaid,
    GuardiansEvent,
    HelpAsked,
    JoinedAnew,
    LanguageChanged,
    LessonDone,
    LessonsWanted,
    MeetingMoved,
    NotSafe,
    OfferEvent,
    OnTheWay,
    PairsEvent,
    Paused,
    PauseEnded,
    PhonesEvent,
    PhoneShared,
    ProfileCompleted,
    ProgrammeChosen,
    ProgrammeLeft,
    RoleTurned,
    RunningLate,
    SlotAccepted,
    SlotProposed,
    StillUp,
    StopConfirmed,
    StopDenied,
    SwitchAsked,
    TermsEvent,
    TextMeant,
    TextsSwitched,
    UnderAge,
    WriterNamed,
    WrongPerson,
    ZoneTold,
)


def apply(talk: Talk, run: Open, event: Event, *, binds: bool) -> None:
    """Turn what a flow established into what is kept."""
    log_entries.add(talk, type(event).__name__, run)
    match event:
        case ConsentGiven() | ConsentDeclined() | WrongPerson() | UnderAge():
            consent.decided(talk, run, event)
        case StopConfirmed() | StopDenied() | RoleTurned():
            consent.meant(talk, run, event)
        case DataForgotten():
            rights.forget(talk)
        case ProfileCompleted() | AnswerChanged():
            profiles.apply(talk, run, event)
            children.check_age(talk, run, event)
        case GoalSet() | GoalRated() | GoalDated() | GoalClosed() | GoalShown():
            goals.apply(talk, run, event, binds=binds)
        case LessonDone() | LessonsWanted():
            lessons.apply(talk, run, event)
        case (
            LanguageChanged()
            | ZoneTold()
            | ProgrammeChosen()
            | HelpAsked()
            | AnswerMeant()
            | Eased()
            | NotSafe()
        ):
            _wish(talk, run, event)
        case _:
            _of_others(talk, run, event)


def _wish(
    talk: Talk,
    run: Open,
    event: LanguageChanged | ZoneTold | ProgrammeChosen | HelpAsked | AnswerMeant | Eased | NotSafe,
) -> None:
    match event:
        case LanguageChanged(language):
            talk.outcome.person["language"] = talk.outcome.language = language
        case ZoneTold(zone):
            profiles.told_zone(talk, run, zone)
        case ProgrammeChosen(programme):
            consent.ask(talk, programme, "mentee", {}, run.depth)
        case HelpAsked():
            silence.ask_a_person(talk, event)
        case AnswerMeant(text):
            talk.answer_below(run, text)
        case Eased() | NotSafe():
            concerns.resolve(talk, run, event)
        case _:
            assert_never(event)


def _of_others(
    talk: Talk,
    run: Open,
    event: PairsEvent
    | DeskEvent
    | Absence
    | GuardiansEvent
    | PhonesEvent
    | TermsEvent
    | EndingEvent
    | StillUp
    | AddressesEvent,
) -> None:
    if isinstance(event, TermsEvent):
        return agreements.apply(talk, run, event)
    if isinstance(event, EndingEvent):
        return endings.apply(talk, run, event)
    if isinstance(event, AddressesEvent):
        return reaching.apply(talk, run, event)
    if isinstance(event, GuardiansEvent):
        return children.apply(talk, run, event)
    match event:
        case PhoneShared() | JoinedAnew() | WriterNamed():
            phones.apply(talk, run, event)
        case StillUp():
            waiting.say(talk, run, event)
        case _:
            _of_mentoring(talk, run, event)
    return None


def _of_mentoring(talk: Talk, run: Open, event: PairsEvent | DeskEvent | Absence) -> None:
    if isinstance(event, DeskEvent):
        return coordinators.apply(talk, run, event)
    if isinstance(event, OfferEvent):
        return offers.answer(talk, run, event)
    match event:
        case SlotProposed() | SlotAccepted() | MeetingMoved():
            arranging.apply(talk, run, event)
        case RunningLate() | OnTheWay():
            under_way.apply(talk, run, event)
        case FeedbackGiven():
            feedback.give(talk, event)
        case GoodbyeSaid() | TextMeant() | TextsSwitched():
            relaying.say(talk, run, event)
        case SwitchAsked() | ProgrammeLeft() | Paused() | PauseEnded() | FewerWanted():
            pauses.apply(talk, run, event)
        case _:
            assert_never(event)
    return None
