"""Choices for how we know. Each member: stored value, definition, label."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jurisdictions.enums import DefinedChoices


class OutletKind(DefinedChoices):
    """What an outlet is."""

    NEWSPAPER = "newspaper", _("A newspaper or its website."), _("Newspaper")
    BROADCAST = "broadcast", _("A television or radio station."), _("Broadcast")
    WIRE = "wire", _("A news agency whose stories others carry."), _("News agency")
    DIGITAL = "digital", _("News published online only."), _("Digital")
    AGENCY_SITE = "agency_site", _("The site of a public agency."), _("Public agency")
    UNKNOWN = "unknown", _("No source says."), _("Not known")


class SourceKind(DefinedChoices):
    """What a source is."""

    NEWS = "news", _("A news article or broadcast."), _("News article")
    OFFICIAL_RECORD = (
        "official_record",
        _("Minutes, an agenda, a signed agreement, a law."),
        _("Official record"),
    )
    ICE_LIST = "ice_list", _("A list ICE published."), _("ICE list")
    COURT_FILING = "court_filing", _("A paper filed with a court."), _("Court filing")
    PRESS_RELEASE = "press_release", _("Issued by a party."), _("Press release")


class Bearing(DefinedChoices):
    """What a citation does to the value it belongs to."""

    SUPPORTS = "supports", _("The source says so."), _("supports")
    CONTRADICTS = (
        "contradicts",
        _("The source says otherwise; both stay on the page."),
        _("contradicts"),
    )


class IntakeState(DefinedChoices):
    """How far an article has come on its way into records."""

    OPEN = (
        "open",
        _("An editor is at work on it."),
        pgettext_lazy("an article's way", "Open"),
    )
    FILED = (
        "filed",
        _("Its records are drafts; a second reader publishes them."),
        _("With a second reader"),
    )
    DONE = "done", _("Its records are made."), _("Done")
    DISCARDED = "discarded", _("Nothing in it belongs here."), _("Discarded")


class ReportState(DefinedChoices):
    """How far a report of an error has come."""

    NEW = "new", _("No editor has looked at it yet."), _("New")
    AT_WORK = "at_work", _("An editor looks into it."), _("At work")
    ACCEPTED = "accepted", _("The record is corrected for it."), _("Accepted")
    DECLINED = "declined", _("The record stands; the note says why."), _("Declined")
    LIKELY_SPAM = (
        "likely_spam",
        _("It was sent as no reader would; an editor may think otherwise."),
        _("Likely spam"),
    )

    @classmethod
    def decided(cls):
        """Return the states of reports that are done with."""
        return (cls.ACCEPTED, cls.DECLINED)


class ChangeKind(DefinedChoices):
    """What happened to a record in public."""

    ENTERED = "entered", _("The record was published."), _("Entered")
    STATUS_CHANGED = (
        "status_changed",
        _("The status of a policy or the result of a vote became another."),
        _("Status changed"),
    )
    CHANGED = "changed", _("Something else that it says changed."), _("Changed")
    CORRECTED = (
        "corrected",
        _("It was wrong, and the log of corrections says how."),
        _("Corrected"),
    )
    WITHDRAWN = (
        "withdrawn",
        _("It is no longer published."),
        pgettext_lazy("a record", "Withdrawn"),
    )
    RESTORED = "restored", _("It is published again."), _("Restored")


class RecordType(DefinedChoices):
    """The records whose changes are kept, as their listings call them."""

    POLICY = (
        "policy",
        _("An agreement, policy, law or order."),
        _("Agreement or policy"),
    )
    VOTE = "vote", _("A motion before one body."), _("Vote")
    STATEMENT = "statement", _("What somebody said or did."), _("Statement")
    ORGANIZATION = "organization", _("A group with a position."), _("Organization")
    OFFICIAL = "official", _("A person in a public role."), _("Official")
    SOURCE = "source", _("An article or document."), _("Source")


class SuggestionKind(DefinedChoices):
    """The kind of record a suggestion is for."""

    PLACE = "place", _("A place the article is about or names."), _("Place")
    AGENCY = "agency", _("A police force, a jail, an office."), _("Agency")
    BODY = "body", _("A body that votes."), _("Body")
    OFFICIAL = "official", _("A person in a public role."), _("Official")
    ORGANIZATION = "organization", _("A group with a position."), _("Organization")
    POLICY = "policy", _("An agreement or policy."), _("Agreement or policy")
    VOTE = "vote", _("A motion before one body."), _("Vote")
    STATEMENT = "statement", _("What somebody said or did."), _("Statement")
    LETTER = "letter", _("A letter with those who signed it."), _("Letter")
    CASE = "case", _("A court case."), _("Court case")
    LAW = "law", _("A law, or a bill before a legislature."), _("State law")
    DATE = "date", _("A date as the article gives it."), _("Date")


class CardDecision(DefinedChoices):
    """What an editor decided on a card."""

    OPEN = (
        "open",
        _("Nobody has decided on it."),
        pgettext_lazy("a card", "Undecided"),
    )
    ACCEPTED = (
        "accepted",
        _("It becomes a record, or part of one."),
        pgettext_lazy("a card", "Accepted"),
    )
    REJECTED = (
        "rejected",
        _("It does not belong into the record."),
        pgettext_lazy("a card", "Rejected"),
    )


class LinkFinding(DefinedChoices):
    """What was found at the address of a source."""

    ANSWERS = (
        "answers",
        _("The site sends something."),
        pgettext_lazy("a site", "Answers"),
    )
    CLOSED = (
        "closed",
        _("The site is there, and shows the page to people or subscribers only."),
        _("Not shown to programs"),
    )
    GONE = "gone", _("The site says that there is no such page."), _("No such page")
    FAULT = "fault", _("The site answers with another error."), _("Error of the site")
    NO_SITE = (
        "no_site",
        _("The site was not found, or the connection to it failed."),
        _("No such site"),
    )
    TOO_SLOW = "too_slow", _("The site did not answer in time."), _("No answer in time")
    ENDLESS = (
        "endless",
        _("The site redirects from one address to the next."),
        _("Redirects without an end"),
    )
    NO_ADDRESS = (
        "no_address",
        _("It, or where it redirects, is no address of a page that anybody can ask."),
        _("Not an address to be asked"),
    )
