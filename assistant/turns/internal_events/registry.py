"""Which internal event goes where, and whether it has to wait for the morning."""

from typing import assert_never

from assistant.internal_events.kinds import (
    AnswerOverdue,
    CheckInDue,
    ConcernTaken,
    CoordinatorAnswered,
    ErasureOrdered,
    FellSilent,
    HandoverAdded,
    InternalEvent,
    Invited,
    Matched,
    MeetingOver,
    NobodyYet,
    PauseOver,
    ReminderDue,
    StatusDue,
    StillInDoubt,
    Stopped,
)
from assistant.internal_events.of_addresses import AddressMoved, ClaimVerified, OfAddresses
from assistant.internal_events.of_agreement import OfAgreement
from assistant.internal_events.of_ending import OfEnding
from assistant.internal_events.of_goals import GoalDue, GoalReached, GoalSeen
from assistant.internal_events.of_guardians import (
    ConsentAsked,
    ConsentUnanswered,
    GuardianSaid,
    WardCheckIn,
    WardGone,
)
from assistant.internal_events.of_learning import LessonDue, LessonOver, ReviewDue
from assistant.internal_events.of_match import (
    Acted,
    GoesOn,
    Goodbye,
    OfMatch,
    OfOffer,
    OnHold,
    Parted,
)
from assistant.internal_events.of_milestones import MilestoneReached
from assistant.internal_events.of_noticing import StillUnheard, Unheard, WorthALook
from assistant.internal_events.of_offers import OfBoth, OfTrial
from assistant.internal_events.of_other_side import FromOtherSide
from assistant.internal_events.of_phones import PhoneConcern, PhoneStopped, PhoneTaken, Seated
from assistant.internal_events.of_questions import QuestionOverdue, QuestionPassedOn, QuestionWaits
from assistant.internal_events.of_relay import RelayBlocked, RelayFailed, TextRelayed
from assistant.internal_events.of_text_meetings import OfTextMeetings
from assistant.schedule import quiet_hours
from assistant.turns.agreements import told as agreements
from assistant.turns.conversation import Conversation
from assistant.turns.endings import told as endings
from assistant.turns.guardians import consents
from assistant.turns.guardians import told as guardians
from assistant.turns.handlers import concerns
from assistant.turns.handlers.leaving import pauses, rights
from assistant.turns.internal_events import (
    acts,
    check_ins,
    coordinator,
    goals,
    hours,
    lessons,
    meeting_times,
    milestones,
    noticing,
    offers,
    other_side,
    questions,
    waits,
)
from assistant.turns.offering import told as offering
from assistant.turns.reaching import told as reaching
from assistant.turns.relaying import receiving
from assistant.turns.shared import told as phones
from assistant.turns.text_meetings import known as text_meetings
from assistant.turns.text_meetings import told as text_meetings_told


def hear(talk: Conversation, event: InternalEvent) -> None:
    """Take the turn that an internal event asks for."""
    if isinstance(event, ErasureOrdered):
        return rights.erase(talk, "operator")
    if talk.stopped and not isinstance(event, Acted):  # which the other side needs done
        return _of_the_stopped(talk, event)
    morning = quiet_hours.within(talk.known.now, talk.person.zone)
    if morning > talk.known.now and not hours.at_any_time(talk, event):
        return talk.put_off(morning, event)
    ends = text_meetings.ends(talk)
    if ends is not None and not hours.beside_texts(talk, event):
        return talk.put_off(ends, event)
    return _take(talk, event)


def _of_the_stopped(talk: Conversation, event: InternalEvent) -> None:
    match event:
        case Stopped(shared):
            pauses.stop(talk)
            consents.withdraw(talk)
            if shared:
                phones.tell_stopped(talk)
        case StillInDoubt():
            concerns.unanswered(talk, event)
        case ConsentAsked() | GuardianSaid():
            guardians.unheard(talk, event)
        case QuestionOverdue():
            questions.hear(talk, event)
        case ClaimVerified() | AddressMoved():
            reaching.of_the_stopped(talk, event)


def _take(talk: Conversation, event: InternalEvent) -> None:  # noqa: C901, PLR0915 - one line for each
    if isinstance(event, OfAgreement):
        return agreements.hear(talk, event)
    if isinstance(event, OfAddresses):
        return reaching.hear(talk, event)
    if isinstance(event, OfEnding):
        return endings.hear(talk, event)
    if isinstance(event, OfTextMeetings):
        return text_meetings_told.hear(talk, event)
    if isinstance(event, OfOffer):
        return offers.hear(talk, event)
    if isinstance(event, OfBoth | OfTrial):
        return offering.hear(talk, event)
    match event:
        case Invited():
            coordinator.invited(talk, event)
        case HandoverAdded():
            coordinator.asked(talk, event)
        case QuestionOverdue() | QuestionWaits() | QuestionPassedOn():
            questions.hear(talk, event)
        case ReviewDue():
            coordinator.review(talk, event)
        case MilestoneReached():
            milestones.hear(talk, event)
        case LessonDue() | LessonOver():
            lessons.hear(talk, event)
        case GoalDue() | GoalSeen() | GoalReached():
            goals.hear(talk, event)
        case Unheard() | StillUnheard() | WorthALook():
            noticing.hear(talk, event)
        case CoordinatorAnswered():
            coordinator.answered(talk, event)
        case FellSilent():
            waits.nudge(talk, event)
        case StatusDue():
            waits.status(talk, event)
        case PauseOver():
            waits.back(talk, event)
        case NobodyYet() | ConcernTaken():
            concerns.follow(talk, event)
        case StillInDoubt():
            concerns.unanswered(talk, event)
        case ConsentAsked() | ConsentUnanswered() | GuardianSaid() | WardCheckIn() | WardGone():
            guardians.hear(talk, event)
        case Seated() | PhoneTaken() | PhoneStopped() | PhoneConcern():
            phones.hear(talk, event)
        case TextRelayed() | RelayBlocked() | RelayFailed():
            receiving.hear(talk, event)
        case Stopped() | ErasureOrdered():
            return None  # they had stopped, and have come back since
        case _:
            _of_match(talk, event)
    return None


def _of_match(
    talk: Conversation,
    event: Matched
    | FromOtherSide
    | OfMatch
    | ReminderDue
    | MeetingOver
    | AnswerOverdue
    | CheckInDue,
) -> None:
    if isinstance(event, FromOtherSide):
        return other_side.heard(talk, event)
    match event:
        case Matched():
            coordinator.matched(talk, event)
        case Acted() | OnHold() | GoesOn() | Parted() | Goodbye():
            acts.hear(talk, event)
        case ReminderDue():
            meeting_times.reminder(talk, event)
        case MeetingOver():
            meeting_times.after(talk, event)
        case AnswerOverdue():
            meeting_times.unanswered(talk, event)
        case CheckInDue():
            check_ins.due(talk, event)
        case _:
            assert_never(event)
    return None
