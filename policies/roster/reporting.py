"""Differences as rows of a spreadsheet that somebody opens elsewhere."""

from django.utils.translation import gettext_lazy as _

from config.cells import plain_cell

HEADINGS = {
    "kind": _("Difference"),
    "state": _("State"),
    "place": _("Place"),
    "agency": _("Agency"),
    "record": _("Our record"),
    "ours": _("Our record says"),
    "row": _("ICE's entry"),
    "ices": _("ICE's list says"),
}


def row_of(finding):
    """Return a difference as {column: text}, no text of which is a formula."""
    policy, entry = finding.policy, finding.entry
    draft = "" if policy is None or policy.live else f" ({_('draft')})"
    cells = {
        "kind": finding.kind.label,
        "state": finding.state,
        "place": finding.place,
        "agency": finding.agency,
        "record": f"{policy} (#{policy.pk}){draft}" if policy else "",
        "ours": finding.ours,
        "row": str(entry) if entry else "",
        "ices": finding.ices,
    }
    return {name: plain_cell(str(text)) for name, text in cells.items()}
