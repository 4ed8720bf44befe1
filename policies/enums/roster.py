"""ICE's lists."""

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
