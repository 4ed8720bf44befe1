"""The form by which an editor looks at a part of a list's changes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from policies.enums import RosterChangeKind, RosterDecision
from policies.viewsets.rosters.sections import Narrowing
from policies.viewsets.rosters.telling import group_label

EVERY = "all"


class NarrowForm(forms.Form):
    """Section, state, cell, decision, certainty and name; open changes unless told."""

    section = forms.ChoiceField(label=_("Change"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    cell = forms.ChoiceField(label=_("Cell edited"), required=False)
    certain = forms.ChoiceField(
        label=_("Certainty"),
        required=False,
        choices=[("", _("All")), ("yes", _("Certain")), ("no", _("Needs a look"))],
    )
    decision = forms.ChoiceField(
        label=_("Decision"),
        required=False,
        choices=[
            ("", _("To decide")),
            (RosterDecision.ACCEPTED.value, RosterDecision.ACCEPTED.label),
            (RosterDecision.REFUSED.value, RosterDecision.REFUSED.label),
            (EVERY, _("All")),
        ],
    )
    q = forms.CharField(label=_("Agency"), max_length=100, required=False)

    def __init__(self, data, sections, outlined, states):
        super().__init__(data)
        kinds = [(section.kind, section.label) for section in sections]
        codes = sorted({change.state for change in outlined if change.state})
        cells = sorted({name for change in outlined for name in change.cells})
        edited = RosterChangeKind.EDITED
        self.fields["section"].choices = [("", _("All")), *kinds]
        self.fields["state"].choices = [
            ("", _("All")),
            *((code, states.get(code, code)) for code in codes),
        ]
        self.fields["cell"].choices = [
            ("", _("Any")),
            *((name, group_label(edited, name, states)) for name in cells),
        ]
        if not cells:
            del self.fields["cell"]

    @property
    def narrowing(self):
        """What to look at, or None for a choice that is not on offer."""
        if not self.is_valid():
            return None
        said = self.cleaned_data
        decision = said["decision"] or RosterDecision.OPEN.value
        decision = "" if decision == EVERY else decision
        return Narrowing(**said | {"decision": decision})
