"""ICE's lists, and what changed from one to the next."""

from django.utils.translation import gettext_lazy as _

from jurisdictions.enums import DefinedChoices


class RosterKind(DefinedChoices):
    """Which of ICE's two lists a workbook is."""

    PARTICIPATING = (
        "participating",
        _("Agencies with a signed agreement."),
        _("Participating"),
    )
    PENDING = "pending", _("Agencies that have applied."), _("Pending")


class RosterDoubt(DefinedChoices):
    """What an editor should look at before accepting a row."""

    STATE_UNKNOWN = (
        "state_unknown",
        _("The state is spelled as none is."),
        _("State not recognized"),
    )
    MODEL_UNKNOWN = (
        "model_unknown",
        _("The support type is none of the known models."),
        _("Model not recognized"),
    )
    DATE_UNREADABLE = (
        "date_unreadable",
        _("The signature date cannot be read as a day."),
        _("Date not readable"),
    )
    DATE_ODD = (
        "date_odd",
        _("A new row whose signature is far older than the list: is the year right?"),
        _("Date looks wrong"),
    )
    LIKE_ONE_GONE = (
        "like_one_gone",
        _("The lists no longer show another of this place and model: is it the same?"),
        _("Like one that is gone"),
    )
    LINK_UNREADABLE = (
        "link_unreadable",
        _("The cell's link is no web address."),
        _("Link not readable"),
    )
    REPEATED = (
        "repeated",
        _("The same list prints the same agreement twice."),
        _("Printed twice"),
    )
    AGENCY_MISSING = (
        "agency_missing",
        _("The cell for the agency is empty."),
        _("No agency printed"),
    )
    PLACE_AMBIGUOUS = (
        "place_ambiguous",
        _("More than one place of the state fits."),
        _("Several places fit"),
    )
    PLACE_UNKNOWN = (
        "place_unknown",
        _("No place of the state fits."),
        _("No place fits"),
    )
    NO_PLACE_OF_ITS_OWN = (
        "no_place_of_its_own",
        _("A university, constable, port or regional agency: which place is it in?"),
        _("Not a city's or county's agency"),
    )
    AGENCY_AMBIGUOUS = (
        "agency_ambiguous",
        _("More than one agency we know fits."),
        _("Several agencies fit"),
    )


class MatchReason(DefinedChoices):
    """Why a row is taken to be about a place or an agency."""

    SPELLING = (
        "spelling",
        _("The agency is known by this spelling."),
        _("Known spelling"),
    )
    AGENCY_NAME = (
        "agency_name",
        _("An agency of the state has this name."),
        _("Name of an agency"),
    )
    COUNTY_NAME = (
        "county_name",
        _("One county of the state has the name in the agency's name."),
        _("Name of a county"),
    )
    PLACE_NAME = (
        "place_name",
        _("One city, town or township of the state has the name."),
        _("Name of a city or town"),
    )
    STATE_AGENCY = (
        "state_agency",
        _("The list calls it an agency of the state."),
        _("Agency of the state"),
    )
    EDITOR = "editor", _("An editor chose it."), _("Chosen by an editor")
    NONE = "", _("Nothing fits for certain."), _("Not matched")


class RosterChangeKind(DefinedChoices):
    """How a list differs from the one before."""

    SYSTEMATIC = (
        "systematic",
        _("One spelling of ICE's changed many rows: one decision for all of them."),
        _("Systematic change"),
    )
    NEW = "new", _("The list before did not show it."), _("New")
    RETURNED = (
        "returned",
        _("An earlier list showed it, the one before did not."),
        _("Listed again"),
    )
    RENEWED = (
        "renewed",
        _("The same agency and model with a later signature."),
        _("Signed anew"),
    )
    SWITCHED = (
        "switched",
        _("The agency's model is another than on the list before."),
        _("Another model"),
    )
    RENAMED = (
        "renamed",
        _("The same agreement under another name of its agency."),
        _("Renamed"),
    )
    EDITED = (
        "edited",
        _("Another cell of the same agreement changed."),
        _("Edited"),
    )
    GONE = (
        "gone",
        _("The list no longer shows it; that does not prove that it ended."),
        _("Not on this list"),
    )
    DELISTED = (
        "delisted",
        _("So many lists in a row are without it that we call it no longer listed."),
        _("No longer listed"),
    )


class RosterDecision(DefinedChoices):
    """What an editor decided about a change."""

    OPEN = "open", _("Nobody has decided yet."), _("Open")
    ACCEPTED = "accepted", _("An editor took it over."), _("Accepted")
    REFUSED = "refused", _("An editor left it out."), _("Left out")


class SpellingOf(DefinedChoices):
    """What a remembered spelling of ICE's is a spelling of."""

    STATE = "state", _("A state."), _("State")
    MODEL = "model", _("A model of 287(g)."), _("Model")
