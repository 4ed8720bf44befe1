"""Choices for what places did. Each member: stored value, definition, label.

The authority of a choice stands in a comment beneath it; choices without one are
plain words of the record's own.
"""

from django.utils.translation import gettext_lazy as _

from jurisdictions.enums import DefinedChoices


class PolicyType(DefinedChoices):
    """What a reader filters by."""

    PROGRAM_287G = (
        "287g",
        _("A written agreement that lets local officers do some immigration work."),
        _("287(g) agreement"),
    )
    # 8 USC 1357(g), Public Law 104-208 s. 133
    HSI_CUSTOMS_DESIGNATION = (
        "hsi_customs_designation",
        _("HSI designates local officers as customs officers. Not a 287(g) agreement."),
        _("HSI customs-officer designation"),
    )
    # 19 USC 1401(i), 19 USC 1589a
    HSI_TASK_FORCE = (
        "hsi_task_force",
        _("Local officers serve on a task force led by HSI or another federal agency."),
        _("Federal task force"),
    )
    DETENTION_CONTRACT = (
        "detention_contract",
        _("A jail is paid to hold people for ICE."),
        _("Detention contract"),
    )
    # 8 USC 1103(a)(11)
    OTHER_AGREEMENT = (
        "other_agreement",
        _("Another agreement with ICE, such as one on data or transport."),
        _("Other agreement"),
    )
    DETAINER_POLICY = (
        "detainer_policy",
        _("Says when a jail or police hold somebody because ICE asks."),
        _("Detainer policy"),
    )
    # 8 CFR 287.7; form I-247A
    NOTIFICATION_POLICY = (
        "notification_policy",
        _("Says when ICE is told that somebody will be released."),
        _("Notification policy"),
    )
    # 8 CFR 287.7; form I-247A
    JAIL_ACCESS_POLICY = (
        "jail_access_policy",
        _("Says when ICE may interview people in a jail."),
        _("Jail access policy"),
    )
    NO_STATUS_INQUIRY = (
        "no_status_inquiry",
        _("Bars asking people about their immigration status."),
        _("No questions about status"),
    )
    NO_ASSISTANCE = (
        "no_assistance",
        _("Bars using local resources for immigration enforcement."),
        _("No local resources"),
    )
    SANCTUARY_DECLARATION = (
        "sanctuary_declaration",
        _("A government declares its place a sanctuary, in its own words."),
        _("Sanctuary declaration"),
    )
    WELCOMING_DECLARATION = (
        "welcoming_declaration",
        _("A government declares its place welcoming, without the word sanctuary."),
        _("Welcoming declaration"),
    )
    MUNICIPAL_ID_PROTECTION = (
        "municipal_id_protection",
        _("Protects the records behind a city's identity cards."),
        _("Protection of city ID records"),
    )
    COOPERATION_DIRECTIVE = (
        "cooperation_directive",
        _("Tells officials to cooperate with immigration enforcement."),
        _("Directive to cooperate"),
    )
    TASK_FORCE_CREATION = (
        "task_force_creation",
        _("Creates a local body to advise on immigrants or immigration."),
        _("Creation of a local task force"),
    )
    STATE_LAW = (
        "state_law",
        _("A state law that compels, limits or bars cooperation."),
        _("State law"),
    )
    FEDERAL_ORDER = (
        "federal_order",
        _("A federal order that bears on cooperation."),
        _("Federal order"),
    )
    FEDERAL_PROGRAM = (
        "federal_program",
        _("A federal program that asks local governments for cooperation."),
        _("Federal program"),
    )


class ProgramModel(DefinedChoices):
    """The model of a 287(g) agreement."""

    JEM = (
        "jem",
        _("Trained jail officers question people in custody about their status."),
        _("Jail Enforcement Model"),
    )
    # 8 USC 1357(g)
    TFM = (
        "tfm",
        _("Officers do immigration work during routine duties. The broadest model."),
        _("Task Force Model"),
    )
    # 8 USC 1357(g); ended 2012-12-31, revived by EO 14159
    WSO = (
        "wso",
        _("Officers serve ICE warrants on people already in custody."),
        _("Warrant Service Officer"),
    )
    # 8 USC 1357(g)
    TRIBAL_TFM = (
        "tribal_tfm",
        _("The task force model for tribal police."),
        _("Tribal Task Force Model"),
    )
    # 25 USC 2804(e)
    HYBRID = (
        "hybrid",
        _("Jail and task force models in one agreement, used before 2013."),
        _("Jail and Task Force (hybrid)"),
    )
    # 8 USC 1357(g)
    NOT_STATED = (
        "not_stated",
        _("No source says which model."),
        _("Model not stated"),
    )


class Instrument(DefinedChoices):
    """The legal form a policy takes."""

    ORDINANCE = "ordinance", _("A local law."), _("Ordinance")
    RESOLUTION = (
        "resolution",
        _("A formal decision of a body, often without the force of law."),
        _("Resolution"),
    )
    EXECUTIVE_ORDER_MAYOR = (
        "executive_order_mayor",
        _("An order of a mayor."),
        _("Mayor's executive order"),
    )
    EXECUTIVE_ORDER_GOVERNOR = (
        "executive_order_governor",
        _("An order of a governor."),
        _("Governor's executive order"),
    )
    MEMORANDUM_OF_AGREEMENT = (
        "memorandum_of_agreement",
        _("The signed paper of an agreement."),
        _("Memorandum of agreement"),
    )
    MEMORANDUM_OF_UNDERSTANDING = (
        "memorandum_of_understanding",
        _("A signed statement of what two agencies intend."),
        _("Memorandum of understanding"),
    )
    CONTRACT = "contract", _("An agreement with payment."), _("Contract")
    DEPARTMENTAL_POLICY = (
        "departmental_policy",
        _("A rule of one department, such as a special order."),
        _("Departmental policy"),
    )
    ADMINISTRATIVE_DIRECTIVE = (
        "administrative_directive",
        _("An instruction of a manager or mayor's office."),
        _("Administrative directive"),
    )
    MOTION = "motion", _("A decision recorded in minutes."), _("Motion")
    PROCLAMATION = "proclamation", _("A formal announcement."), _("Proclamation")
    STATE_STATUTE = "state_statute", _("A law of a state."), _("State statute")
    STATE_CONSTITUTION = (
        "state_constitution",
        _("A part of a state's constitution."),
        _("State constitution"),
    )
    ATTORNEY_GENERAL_OPINION = (
        "attorney_general_opinion_or_letter",
        _("A state attorney general's opinion or letter."),
        _("Attorney general's opinion or letter"),
    )
    FEDERAL_EXECUTIVE_ORDER = (
        "federal_executive_order",
        _("An order of the President."),
        _("Federal executive order"),
    )
    FEDERAL_REGULATION = (
        "federal_regulation",
        _("A rule of a federal agency."),
        _("Federal regulation"),
    )
    COURT_ORDER = "court_order", _("An order of a court."), _("Court order")
    BALLOT_MEASURE = "ballot_measure", _("Decided by voters."), _("Ballot measure")
    PUBLIC_STATEMENT = (
        "public_statement",
        _("Said or issued by an official; no formal act is reported."),
        _("Public statement"),
    )
    UNKNOWN = "unknown", _("No source says."), _("Not stated")


class Direction(DefinedChoices):
    """Whether a policy adds to cooperation with ICE."""

    ADDS = "adds", _("It adds cooperation with ICE."), _("Adds cooperation")
    LIMITS = "limits", _("It limits cooperation with ICE."), _("Limits cooperation")
    NEITHER = "neither", _("It does neither."), _("Neither")


class LegalEffect(DefinedChoices):
    """Whether a policy binds, according to its sources."""

    BINDING = "binding", _("Officials must follow it."), _("Binding")
    SYMBOLIC = (
        "symbolic",
        _("A source calls it symbolic: it changes no rule."),
        _("Symbolic, per source"),
    )
    UNWRITTEN_PRACTICE = (
        "unwritten_practice",
        _("What officials do, without a written rule."),
        _("Unwritten practice"),
    )
    DISPUTED = "disputed", _("Sources disagree whether it binds."), _("Disputed")
    NOT_STATED = "not_stated", _("No source says."), _("Not stated")


class LawEffect(DefinedChoices):
    """What a state law or federal order does about local policies."""

    MANDATES_AGREEMENT = (
        "mandates_agreement",
        _("Requires local agencies to sign an agreement."),
        _("Requires agreements"),
    )
    MANDATES_DETAINERS = (
        "mandates_detainers",
        _("Requires jails to hold people when ICE asks."),
        _("Requires honoring detainers"),
    )
    BANS_SANCTUARY_POLICY = (
        "bans_sanctuary_policy",
        _("Bars local policies that limit cooperation."),
        _("Bars local limits"),
    )
    LIMITS_COOPERATION = (
        "limits_cooperation",
        _("Limits cooperation everywhere in the state."),
        _("Limits cooperation"),
    )
    BANS_287G = "bans_287g", _("Bars 287(g) agreements."), _("Bars 287(g)")
    THREATENS_FUNDING = (
        "threatens_funding",
        _("Threatens to withhold money from places that limit cooperation."),
        _("Threatens funding"),
    )
    NONE = "", _("It does none of these, or it is not a law."), _("None of these")


class AuthorityPath(DefinedChoices):
    """Who decides: whose act makes the policy."""

    COUNCIL_VOTE = "council_vote", _("A city or town council."), _("Council vote")
    COUNTY_COMMISSION_VOTE = (
        "county_commission_vote",
        _("A county's commission or board."),
        _("County commission vote"),
    )
    SHERIFF_ALONE = (
        "sheriff_alone",
        _("The sheriff, without a vote."),
        _("Sheriff alone"),
    )
    POLICE_CHIEF_ALONE = (
        "police_chief_alone",
        _("The police chief, without a vote."),
        _("Police chief alone"),
    )
    MAYOR_OR_MANAGER = (
        "mayor_or_manager",
        _("The mayor or manager, without a vote."),
        _("Mayor or manager"),
    )
    STATE_AGENCY = "state_agency", _("An agency of the state."), _("State agency")
    STATE_MANDATE = (
        "state_mandate",
        _("State law requires it."),
        _("State mandate"),
    )
    LEGISLATURE = "legislature", _("A legislature."), _("Legislature")
    FEDERAL_EXECUTIVE = (
        "federal_executive",
        _("The President or a federal agency."),
        _("Federal executive"),
    )
    UNKNOWN = "unknown", _("No source says."), _("Not stated")


class DetainerPractice(DefinedChoices):
    """What a detainer policy says of ICE's requests to hold somebody."""

    HONORS_ALL = "honors_all", _("Holds whenever ICE asks."), _("Honors all")
    HONORS_SOME = (
        "honors_some_offenses",
        _("Holds only for some offenses."),
        _("Honors some offenses"),
    )
    REQUIRES_ADMIN_WARRANT = (
        "requires_admin_warrant",
        _("Needs a warrant signed by ICE."),
        _("Needs ICE's warrant"),
    )
    # Forms I-200 and I-205
    REQUIRES_JUDICIAL_WARRANT = (
        "requires_judicial_warrant",
        _("Needs a warrant signed by a judge."),
        _("Needs a judge's warrant"),
    )
    DECLINES_ALL = "declines_all", _("Never holds for ICE."), _("Declines all")
    NOT_ON_REQUEST_ALONE = (
        "not_on_request_alone",
        _("ICE's request alone is not enough; what else is needed is not said."),
        _("Not on ICE's request alone"),
    )
    NOTIFICATION_ONLY = (
        "notification_only",
        _("Tells ICE of a release but does not hold."),
        _("Notification only"),
    )
    CASE_BY_CASE = "case_by_case", _("Decided each time."), _("Case by case")
    NO_WRITTEN_POLICY = (
        "no_written_policy",
        _("There is no written rule."),
        _("No written policy"),
    )
    UNKNOWN = "unknown", _("No source says."), _("Not recorded")


class PredecessorRelation(DefinedChoices):
    """How a policy follows an earlier one."""

    EXTENSION = "extension", _("Extends it in time."), _("Extension of")
    RENEWAL = "renewal", _("Replaces it on its end."), _("Renewal of")
    RESTORATION = "restoration", _("Brings back what had lapsed."), _("Restores")
    REPLACEMENT = "replacement", _("Takes its place."), _("Replaces")
    NONE = "", _("It follows none."), _("None")


class PolicyStatus(DefinedChoices):
    """Where a policy stands on a day: always folded from its events."""

    PROPOSED = (
        "proposed",
        _("Proposed or under consideration; nothing is decided."),
        _("Proposed"),
    )
    PENDING = (
        "pending",
        _("Approved or applied for, but not signed."),
        _("Approved, not signed"),
    )
    SIGNED = (
        "signed",
        _("Signed by the local side; no source says that it has begun."),
        _("Signed"),
    )
    ACTIVE = "active", _("In force."), _("In force")
    SUSPENDED = "suspended", _("Paused, by a court or by its parties."), _("Suspended")
    EXPIRED = "expired", _("Its term ended."), _("Expired")
    TERMINATED = "terminated", _("Ended by a decision."), _("Ended")
    REJECTED = "rejected", _("Voted down or refused."), _("Rejected")
    WITHDRAWN = "withdrawn", _("Taken back before a decision."), _("Withdrawn")
    DELISTED = (
        "delisted_unconfirmed",
        _("ICE's list no longer shows it; that does not prove that it ended."),
        _("No longer listed by ICE"),
    )
    UNKNOWN = "unknown", _("No source tells where it stands."), _("Not recorded")


class EventKind(DefinedChoices):
    """A dated thing that happens to a policy."""

    REPORTED = (
        "reported",
        _("A source describes it as existing, without saying since when."),
        _("Reported to exist"),
    )
    PROPOSED = "proposed", _("Somebody put it forward."), _("Proposed")
    UNDER_CONSIDERATION = (
        "under_consideration",
        _("Those who decide say that they are weighing it."),
        _("Under consideration"),
    )
    INTRODUCED = "introduced", _("Brought before a body."), _("Introduced")
    CONSIDERED = (
        "considered",
        _("A body took it up; no decision is reported."),
        _("Considered"),
    )
    COMMITTEE_REVIEW = (
        "committee_review",
        _("A committee looked at it."),
        _("Reviewed in committee"),
    )
    CONTINUED = "continued", _("Put off to a later meeting."), _("Put off")
    AMENDED = "amended", _("Its text was changed."), _("Amended")
    APPROVED_BY_BODY = (
        "approved_by_body",
        _("A body approved it; a signature is still needed."),
        _("Approved"),
    )
    ADOPTED = (
        "adopted",
        _("A body adopted it and no other act is needed."),
        _("Adopted"),
    )
    REJECTED_BY_BODY = "rejected_by_body", _("A body voted it down."), _("Rejected")
    WITHDRAWN = "withdrawn", _("Its proposers took it back."), _("Withdrawn")
    EXECUTIVE_SIGNED = (
        "executive_signed",
        _("A mayor, governor or president signed it."),
        _("Signed by the executive"),
    )
    AGENCY_APPLIED = (
        "agency_applied",
        _("An agency asked ICE for an agreement."),
        _("Applied for"),
    )
    ICE_PENDING_LISTED = (
        "ice_pending_listed",
        _("ICE's list of pending agreements shows it."),
        _("Listed as pending by ICE"),
    )
    LEA_SIGNED = (
        "lea_signed",
        _("The city, county or agency signed it."),
        _("Signed by the local side"),
    )
    ICE_SIGNED = "ice_signed", _("ICE signed it."), _("Signed by ICE")
    MOA_POSTED = (
        "moa_posted",
        _("The signed paper was published."),
        _("Agreement published"),
    )
    EFFECTIVE = "effective", _("It came into force."), _("In force")
    LISTED_BY_ICE = (
        "listed_by_ice",
        _("ICE's list of participating agencies shows it."),
        _("Listed by ICE"),
    )
    TRAINING_COMPLETED = (
        "training_completed",
        _("Its officers finished their training."),
        _("Training completed"),
    )
    RENEWAL_PROPOSED = (
        "renewal_proposed",
        _("Somebody put forward to renew or extend it."),
        _("Renewal proposed"),
    )
    EXTENDED = "extended", _("Its term was extended."), _("Extended")
    SUSPENDED = "suspended", _("It was paused."), _("Suspended")
    RESUMED = "resumed", _("It began again."), _("Resumed")
    COURT_CHALLENGED = (
        "court_challenged",
        _("Somebody went to court about it."),
        _("Challenged in court"),
    )
    CLARIFICATION_SOUGHT = (
        "clarification_sought",
        _("A government wants a court to say what the law requires."),
        _("Court asked to clarify"),
    )
    ENJOINED = "enjoined", _("A court stopped it."), _("Stopped by a court")
    EXPIRED = "expired", _("Its term ended."), _("Expired")
    TERMINATED_BY_LEA = (
        "terminated_by_lea",
        _("The local side ended it."),
        _("Ended by the local side"),
    )
    TERMINATED_BY_ICE = "terminated_by_ice", _("ICE ended it."), _("Ended by ICE")
    RESCINDED = "rescinded_by_vote", _("A body took it back."), _("Rescinded")
    SUPERSEDED = "superseded", _("Another policy took its place."), _("Superseded")
    LAPSED = (
        "lapsed",
        _("It no longer applied; no source says by what act."),
        _("Lapsed"),
    )
    REAFFIRMED = (
        "reaffirmed",
        _("Officials said that it stays."),
        _("Reaffirmed"),
    )
    DELISTED_BY_ICE = (
        "delisted_by_ice",
        _("ICE's list no longer shows it."),
        _("No longer listed by ICE"),
    )
    RELISTED = "relisted", _("ICE's list shows it again."), _("Listed again by ICE")
    STATUS_DISPUTED = (
        "status_disputed",
        _("Sources disagree about where it stands."),
        _("Status disputed"),
    )


# The status each event leads to; an event that is not here leaves the status.
# `DELISTED_BY_ICE` is a rule of its own in `derive`: it touches active ones only.
STATUS_AFTER = {
    EventKind.REPORTED: PolicyStatus.ACTIVE,
    EventKind.PROPOSED: PolicyStatus.PROPOSED,
    EventKind.UNDER_CONSIDERATION: PolicyStatus.PROPOSED,
    EventKind.INTRODUCED: PolicyStatus.PROPOSED,
    EventKind.APPROVED_BY_BODY: PolicyStatus.PENDING,
    EventKind.ADOPTED: PolicyStatus.ACTIVE,
    EventKind.REJECTED_BY_BODY: PolicyStatus.REJECTED,
    EventKind.WITHDRAWN: PolicyStatus.WITHDRAWN,
    EventKind.EXECUTIVE_SIGNED: PolicyStatus.ACTIVE,
    EventKind.AGENCY_APPLIED: PolicyStatus.PENDING,
    EventKind.ICE_PENDING_LISTED: PolicyStatus.PENDING,
    EventKind.LEA_SIGNED: PolicyStatus.SIGNED,
    EventKind.ICE_SIGNED: PolicyStatus.ACTIVE,
    EventKind.EFFECTIVE: PolicyStatus.ACTIVE,
    EventKind.LISTED_BY_ICE: PolicyStatus.ACTIVE,
    EventKind.EXTENDED: PolicyStatus.ACTIVE,
    EventKind.SUSPENDED: PolicyStatus.SUSPENDED,
    EventKind.RESUMED: PolicyStatus.ACTIVE,
    EventKind.ENJOINED: PolicyStatus.SUSPENDED,
    EventKind.EXPIRED: PolicyStatus.EXPIRED,
    EventKind.TERMINATED_BY_LEA: PolicyStatus.TERMINATED,
    EventKind.TERMINATED_BY_ICE: PolicyStatus.TERMINATED,
    EventKind.RESCINDED: PolicyStatus.TERMINATED,
    EventKind.SUPERSEDED: PolicyStatus.TERMINATED,
    EventKind.LAPSED: PolicyStatus.TERMINATED,
    EventKind.REAFFIRMED: PolicyStatus.ACTIVE,
    EventKind.RELISTED: PolicyStatus.ACTIVE,
}

# Statuses of a policy that is over for another reason than the end of its term.
ENDED = (PolicyStatus.TERMINATED, PolicyStatus.REJECTED, PolicyStatus.WITHDRAWN)

# Statuses under which a policy applies to people today, as far as is known.
IN_FORCE = (PolicyStatus.ACTIVE, PolicyStatus.DELISTED)


class RoleKind(DefinedChoices):
    """What an official or agency did for a policy."""

    SUBMITTED = "submitted", _("Put it before the body."), _("Submitted by")
    RECOMMENDED = "recommended", _("Recommended it."), _("Recommended by")
    SIGNED = "signed", _("Signed it."), _("Signed by")
    CONCURRED = (
        "concurred",
        _("Named in its text as concurring."),
        _("Concurring"),
    )
    ISSUED = "issued", _("Issued it."), _("Issued by")


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


class Stance(DefinedChoices):
    """A position on the matter at hand, not on immigration."""

    SUPPORTS = "supports", _("For the proposal or policy."), _("Supports")
    OPPOSES = "opposes", _("Against the proposal or policy."), _("Opposes")
    CONDITIONAL = "conditional", _("For it under a condition."), _("Conditional")
    NEUTRAL = "neutral", _("Takes no side."), _("Neutral")
    UNDECIDED = "undecided", _("Has not decided."), _("Undecided")
    MIXED = "mixed", _("For some of it, against some."), _("Mixed")
    DECLINED = (
        "declined_to_comment",
        _("Was asked and would not comment."),
        _("Declined to comment"),
    )
    NO_RESPONSE = (
        "did_not_respond",
        _("Was asked and did not answer in time."),
        _("Did not respond"),
    )
    NONE = "none", _("The statement takes no position."), _("No position")


class StatementKind(DefinedChoices):
    """What was said or done, and how."""

    QUOTE = "quote", _("Said to a reporter, quoted."), _("Quote")
    PARAPHRASE = "paraphrase", _("Said, in the reporter's words."), _("Paraphrase")
    LETTER = "letter", _("An open letter."), _("Letter")
    TESTIMONY = "testimony", _("Said at a public meeting."), _("At a meeting")
    PRESS_CONFERENCE = (
        "press_conference",
        _("Said at a press conference or briefing."),
        _("Press conference"),
    )
    INTERVIEW = "interview", _("Said in an interview."), _("Interview")
    SPEECH = "speech", _("Said to a crowd."), _("Speech")
    SOCIAL_POST = "social_post", _("Posted on social media."), _("Social media post")
    WRITTEN_STATEMENT = (
        "written_statement",
        _("A statement issued in writing."),
        _("Written statement"),
    )
    GUIDANCE = "guidance", _("A document of advice."), _("Guidance")
    COMMENT_REQUEST = (
        "comment_request",
        _("A reporter asked for a comment."),
        _("Asked for comment"),
    )
    GATHERING = "gathering", _("A gathering or protest."), _("Gathering")
    MEETING = "meeting", _("A meeting."), _("Meeting")
    PETITION = "petition", _("A petition."), _("Petition")
    ENFORCEMENT = (
        "enforcement",
        _("An enforcement action that a source ties to the matter."),
        _("Enforcement action"),
    )
    REPORTED = (
        "reported",
        _("Said by the source itself, without naming who said so."),
        _("Reported by the source"),
    )


class ConcernKind(DefinedChoices):
    """What a speaker worries about or asks."""

    SAFETY = "safety", _("Residents would be less safe."), _("Safety")
    ACCOUNTABILITY = (
        "accountability",
        _("Offenders would be held to account less."),
        _("Accountability"),
    )
    POLICING = "policing", _("Policing would work less well."), _("Policing")
    TRUST = "trust", _("Residents would trust the police less."), _("Trust in police")
    CRIMINALIZATION = (
        "criminalization",
        _("Daily life would be treated as a crime."),
        _("Criminalization of daily life"),
    )
    TARGETING = "targeting", _("People would be singled out."), _("Targeting")
    PROFILING = (
        "profiling",
        _("People would be profiled by race."),
        _("Racial profiling"),
    )
    FAMILIES = "families", _("Families would be parted."), _("Family separation")
    CIVIL_RIGHTS_LIABILITY = (
        "civil_rights_liability",
        _("The city could be sued for a mistaken detention."),
        _("Civil-rights liability"),
    )
    INSURANCE = "insurance", _("Insurance could cost more."), _("Insurance premiums")
    SCOPE = "scope", _("It widens what officers do."), _("Wider scope of services")
    LABOR_AGREEMENT = (
        "labor_agreement",
        _("It could change the police union's contract."),
        _("Labor agreement"),
    )
    LEGAL_DUTY = (
        "legal_duty",
        _("Whether the law requires it is open."),
        _("Legal duty"),
    )
    FUNDING = "funding", _("Federal money could be lost."), _("Funding")
    CONSTITUTION = (
        "constitution",
        _("It would break the Constitution."),
        _("Constitutional rights"),
    )


class CaseClaim(DefinedChoices):
    """What a court case asks for."""

    DECLARATORY_JUDGMENT = (
        "declaratory_judgment",
        _("That the court say what the law is."),
        _("Declaratory judgment"),
    )
    INJUNCTION = "injunction", _("That the court stop something."), _("Injunction")
    DAMAGES = "damages", _("Money."), _("Damages")
    UNKNOWN = "unknown", _("No source says."), _("Not recorded")


class CaseStatus(DefinedChoices):
    """Where a court case stands, as its sources say."""

    SOUGHT = (
        "sought",
        _("A source says the court will be or was asked; no filing is reported."),
        _("Court asked, filing not reported"),
    )
    FILED = "filed", _("Filed."), _("Filed")
    MOTION_PENDING = "motion_pending", _("A motion is open."), _("Motion pending")
    ENJOINED = "enjoined", _("The court stopped the policy."), _("Enjoined")
    DISMISSED = "dismissed", _("Dismissed."), _("Dismissed")
    DECIDED = "decided", _("Decided."), _("Decided")
    APPEALED = "appealed", _("Appealed."), _("Appealed")
    SETTLED = "settled", _("Settled."), _("Settled")
    CLOSED = "closed", _("Closed."), _("Closed")
    UNKNOWN = "unknown", _("No source says."), _("Not recorded")


class PartyRole(DefinedChoices):
    """The side somebody takes in a court case."""

    PLAINTIFF = "plaintiff", _("Brings the case."), _("Plaintiff")
    DEFENDANT = "defendant", _("Answers the case."), _("Defendant")
    AMICUS = "amicus", _("Advises the court."), _("Friend of the court")


class RosterKind(DefinedChoices):
    """Which of ICE's two lists a workbook is."""

    PARTICIPATING = (
        "participating",
        _("Agencies with a signed agreement."),
        _("Participating"),
    )
    PENDING = "pending", _("Agencies that have applied."), _("Pending")
