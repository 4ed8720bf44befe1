"""Motions, votes and ballots."""

from django.utils.translation import gettext_lazy as _

from jurisdictions.enums import DefinedChoices


class MotionKind(DefinedChoices):
    """What a motion asks a body to do."""

    ADOPT = "adopt", _("Adopt or approve."), _("Adopt")
    AMEND = "amend", _("Change the text."), _("Amend")
    TABLE = "table", _("Set it aside."), _("Table")
    CONTINUE = "continue", _("Put it off."), _("Continue")
    REFER = "refer", _("Send it to a committee."), _("Refer")
    RECONSIDER = "reconsider", _("Vote again."), _("Reconsider")
    RESCIND = "rescind", _("Take back what was adopted."), _("Rescind")
    WITHDRAW = "withdraw", _("Take it off the agenda."), _("Withdraw")
    RECEIVE = "receive", _("Hear it without deciding."), _("Receive")
    UNKNOWN = "unknown", _("No source says."), _("Not recorded")


class VoteMethod(DefinedChoices):
    """How members voted."""

    ROLL_CALL = "roll_call", _("Each member by name."), _("Roll call")
    VOICE = "voice", _("By voice."), _("Voice vote")
    SHOW_OF_HANDS = "show_of_hands", _("By show of hands."), _("Show of hands")
    CONSENT_CALENDAR = (
        "consent_calendar",
        _("With other items, without debate."),
        _("Consent calendar"),
    )
    UNANIMOUS_CONSENT = (
        "unanimous_consent",
        _("Without objection."),
        _("Unanimous consent"),
    )
    UNREPORTED = "unreported", _("No source says how."), _("Not reported")


class VoteResult(DefinedChoices):
    """How a vote ended."""

    PASSED = "passed", _("The motion carried."), _("Passed")
    FAILED = "failed", _("The motion lost."), _("Failed")
    TIED_FAILED = "tied_failed", _("A tie: the motion lost."), _("Failed on a tie")
    CONTINUED = "continued", _("Put off without a decision."), _("Put off")
    WITHDRAWN = "withdrawn", _("Taken off the agenda."), _("Withdrawn")
    NO_ACTION = "no_action", _("The body took no action."), _("No action")
    SCHEDULED = "scheduled", _("A source says it will be held."), _("Scheduled")
    UNKNOWN = "unknown", _("No source gives the result."), _("Result not recorded")


# Results of a vote that was held: of the others no source need tell that anybody voted.
HELD = (VoteResult.PASSED, VoteResult.FAILED, VoteResult.TIED_FAILED)


class BallotOption(DefinedChoices):
    """How one member voted."""

    YES = "yes", _("For the motion."), _("Yes")
    NO = "no", _("Against the motion."), _("No")
    ABSTAIN = "abstain", _("Present, chose not to vote."), _("Abstained")
    PRESENT = "present", _("Voted “present”."), _("Present")
    RECUSED = "recused", _("Stepped aside for a conflict."), _("Recused")
    NOT_VOTING = "not_voting", _("Present, did not vote."), _("Not voting")
    ABSENT = "absent", _("Not there."), _("Absent")
    EXCUSED = "excused", _("Not there, with leave."), _("Excused")
    PAIRED = "paired", _("Paired with an opposite vote."), _("Paired")
    NOT_REPORTED = "not_reported", _("No source says."), _("Not reported")


# The stored total a member's vote counts toward.
COUNT_OF_OPTION = {
    BallotOption.YES: "yes_count",
    BallotOption.NO: "no_count",
    BallotOption.ABSTAIN: "abstain_count",
    BallotOption.ABSENT: "absent_count",
    BallotOption.EXCUSED: "absent_count",
}
