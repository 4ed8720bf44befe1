"""What was said or done, and the position it takes."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jurisdictions.enums import DefinedChoices


class Stance(DefinedChoices):
    """A position on the matter at hand, not on immigration."""

    SUPPORTS = "supports", _("For the proposal or policy."), _("Supports")
    OPPOSES = "opposes", _("Against the proposal or policy."), _("Opposes")
    CONDITIONAL = "conditional", _("For it under a condition."), _("Conditional")
    NEUTRAL = "neutral", _("Takes no side."), _("Neutral")
    UNDECIDED = (
        "undecided",
        _("Has not decided."),
        pgettext_lazy("a speaker", "Undecided"),
    )
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
