"""Choices for who and where. Each member: stored value, definition, label."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DefinedChoices(models.TextChoices):
    """Text choices whose members also carry the definition the glossary prints."""

    def __new__(cls, value, definition=""):
        member = str.__new__(cls, value)
        member._value_ = value
        member.definition = definition
        return member


class Precision(DefinedChoices):
    """How much of a date its source gives."""

    DAY = "day", _("The day is known."), _("day")
    WEEK = "week", _("Only the week is known, from its Monday on."), _("week")
    MONTH = "month", _("Only the month and year are known."), _("month")
    YEAR = "year", _("Only the year is known."), _("year")
    UNKNOWN = "unknown", _("No source gives a date."), _("not known")


class Certainty(DefinedChoices):
    """Whether a date was printed or worked out."""

    STATED = "stated", _("The source prints the date."), _("stated")
    INFERRED = (
        "inferred",
        _("We worked the date out from the source's words, such as “Tuesday”."),
        _("inferred"),
    )
    DISPUTED = "disputed", _("Sources give different dates."), _("disputed")


class Level(DefinedChoices):
    """The level of government of a jurisdiction."""

    FEDERAL = "federal", _("The United States."), _("Federal government")
    STATE = "state", _("One of the fifty states."), _("State")
    DISTRICT = (
        "district",
        _("The District of Columbia, which belongs to no state."),
        _("Federal district"),
    )
    TERRITORY = "territory", _("A territory of the United States."), _("Territory")
    COUNTY = (
        "county",
        _("A county, or the parish or borough that takes its place."),
        _("County"),
    )
    MUNICIPALITY = (
        "municipality",
        _("A city, town or village with a government of its own."),
        _("City or town"),
    )
    TOWNSHIP = (
        "township",
        _("A town or township that the Census counts as part of a county."),
        _("Township"),
    )
    CONSOLIDATED = (
        "consolidated",
        _("A city and county with one government."),
        _("Consolidated city-county"),
    )
    TRIBAL = "tribal", _("A tribal nation."), _("Tribal nation")
    SPECIAL = (
        "special",
        _("A district with one purpose, such as a port or a campus."),
        _("Special district"),
    )


# Levels that carry a USPS code and so can be the parent of a place.
STATE_LEVELS = (Level.STATE, Level.DISTRICT, Level.TERRITORY)


class AgencyKind(DefinedChoices):
    """What an agency is; the kinds ICE's lists and the FBI's registry print."""

    POLICE = "police", _("A city or town police department."), _("Police department")
    SHERIFF = "sheriff", _("An elected county sheriff's office."), _("Sheriff")
    CORRECTIONS = (
        "corrections",
        _("A jail or department of corrections."),
        pgettext_lazy("kind of agency", "Corrections"),
    )
    STATE_POLICE = "state_police", _("A state's police or patrol."), _("State police")
    CAMPUS_POLICE = (
        "campus_police",
        _("The police of a university or college."),
        _("Campus police"),
    )
    CONSTABLE = "constable", _("An elected constable's office."), _("Constable")
    PROSECUTOR = "prosecutor", _("A district attorney's office."), _("Prosecutor")
    FEDERAL = (
        "federal",
        _("A federal agency or one of its offices."),
        _("Federal agency"),
    )
    OTHER = "other", _("Any other public agency."), _("Other agency")


class MajorityRule(DefinedChoices):
    """How many votes a body needs to carry an ordinary motion."""

    PRESENT = (
        "majority_present",
        _("More than half of the members present."),
        _("Majority of members present"),
    )
    BODY = (
        "majority_of_body",
        _("More than half of all seats, filled or not."),
        _("Majority of the whole body"),
    )
    TWO_THIRDS = "two_thirds", _("Two thirds."), _("Two thirds")
    UNANIMOUS = "unanimous", _("Every member."), _("Unanimous")
    UNKNOWN = "unknown", _("No source says."), _("Not recorded")


class BodyKind(DefinedChoices):
    """What kind of body votes."""

    COUNCIL = "council", _("A city or town council."), _("City council")
    COMMISSION = (
        "commission",
        _("A city or county commission or board."),
        _("Commission or board"),
    )
    LEGISLATURE = "legislature", _("A state's legislature."), _("Legislature")
    COMMITTEE = "committee", _("A committee of another body."), _("Committee")
    TASK_FORCE = "task_force", _("A temporary body with one task."), _("Task force")


class Office(DefinedChoices):
    """Public offices. A place has one holder at a time of those marked single."""

    PRESIDENT = "president", _("President of the United States."), _("President")
    PRESIDENT_ELECT = (
        "president_elect",
        _("Elected president, not yet in office."),
        _("President-elect"),
    )
    CABINET = "cabinet", _("Head of a federal department."), _("Cabinet officer")
    GOVERNOR = "governor", _("Governor of a state."), _("Governor")
    MAYOR = "mayor", _("Mayor of a city or town."), _("Mayor")
    POLICE_CHIEF = "police_chief", _("Head of a police department."), _("Police chief")
    SHERIFF = "sheriff", _("Elected sheriff of a county."), _("Sheriff")
    LEGISLATOR = (
        "legislator",
        _("Member of a council, commission or legislature."),
        _("Member"),
    )
    CHAIR = "chair", _("Chair of a body or committee."), _("Chair")
    STAFF = "staff", _("Staff of a public office."), _("Staff")
    SPOKESPERSON = (
        "spokesperson",
        _("Speaks for a public agency."),
        _("Spokesperson"),
    )
    LEADER = (
        "leader",
        _("Leads or speaks for an organization."),
        _("Organization leader"),
    )
    ATTORNEY = "attorney", _("Lawyer for an office or organization."), _("Attorney")


SINGLE_HOLDER_OFFICES = (
    Office.PRESIDENT,
    Office.PRESIDENT_ELECT,
    Office.CABINET,
    Office.GOVERNOR,
    Office.MAYOR,
    Office.POLICE_CHIEF,
    Office.SHERIFF,
)


class OrganizationKind(DefinedChoices):
    """What an organization is; recorded only where a source says it."""

    ADVOCACY = "advocacy", _("Argues for a cause."), _("Advocacy")
    LEGAL = "legal", _("Gives legal help."), _("Legal")
    FAITH = "faith", _("A congregation or faith group."), _("Faith")
    NEIGHBORHOOD = "neighborhood", _("A neighborhood association."), _("Neighborhood")
    LABOR = "labor", _("A union or worker center."), _("Labor")
    POLITICAL = "political", _("A party or political group."), _("Political")
    CIVIL_RIGHTS = "civil_rights", _("A civil-rights group."), _("Civil rights")
    MEDIA = "media", _("A news or media organization."), _("Media")
    OTHER = "other", _("Another kind of organization."), _("Other")
    UNKNOWN = "unknown", _("No source says what it is."), _("Not stated")
