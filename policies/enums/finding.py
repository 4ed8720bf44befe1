"""How our record and ICE's lists can differ."""

from django.utils.translation import gettext_lazy as _

from jurisdictions.enums import DefinedChoices


class FindingKind(DefinedChoices):
    """How ICE's newest list of participating agencies and our record differ."""

    NO_VOTE = (
        "no_vote",
        _("ICE lists it, and we know of no local vote."),
        _("Listed, no local vote found"),
    )
    NOT_LISTED = (
        "not_listed",
        _("Decided or signed locally, and not on ICE's newest list."),
        _("Decided, not listed"),
    )
    DATES_APART = (
        "dates_apart",
        _("ICE's day of signature is far from a day of ours."),
        _("Dates apart"),
    )
    BARRED = (
        "barred",
        _("ICE lists it in a state whose law bars such agreements."),
        _("Listed, barred by state law"),
    )
    GONE = (
        "gone",
        _("ICE lists it no more, and we know of no end."),
        _("Gone without announcement"),
    )
