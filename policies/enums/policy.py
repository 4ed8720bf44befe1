"""What an agreement or policy is: type, instrument, direction, effect."""

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
