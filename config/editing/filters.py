"""Filters of the editors' lists."""

import django_filters
from django import forms
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from config.editing.assigning import AssignedFilter
from jurisdictions.models import Jurisdiction


class StandingFilter(django_filters.ChoiceFilter):
    """Whether the public sees a record, and what waits for a second reader."""

    CHOICES = [
        ("live", _("Live")),
        ("draft", _("Not live")),
        ("changed", _("Live, with changes not yet published")),
        ("review", _("In review")),
    ]

    def __init__(self, **kwargs):
        super().__init__(
            label=_("Live or draft"),
            choices=self.CHOICES,
            empty_label=_("All"),
            widget=forms.RadioSelect,
            **kwargs,
        )

    def filter(self, qs, value):
        """Return the rows that stand so; `in_review` comes with `with_standing`."""
        conditions = {
            "live": {"live": True},
            "draft": {"live": False},
            "changed": {"live": True, "has_unpublished_changes": True},
            "review": {"in_review": True},
        }
        return qs.filter(**conditions[value]) if value else qs


class RecordFilterSet(WagtailFilterSet):
    """The filter of every list of records."""

    standing = StandingFilter()
    assigned = AssignedFilter()

    class Meta:
        fields = []


class StateFilter(django_filters.ChoiceFilter):
    """The state of a record's place, `path` being where its place is."""

    def __init__(self, path=""):
        self.keys = [f"{path}__{name}" if path else name for name in ("state", "usps")]
        super().__init__(label=_("State"), choices=state_choices, empty_label=_("All"))

    def filter(self, qs, value):
        """Return the rows of the state and of the places in it."""
        if not value:
            return qs
        state, usps = self.keys
        return qs.filter(Q(**{state: value}) | Q(**{usps: value}))


def state_choices():
    """Return the states of the record by name: (postal code, name)."""
    return Jurisdiction.objects.states().values_list("usps", "name")


def choice_filter(model, name, path=None, **kwargs):
    """Return a filter by one choice field of a model, at a path from the rows."""
    field = model._meta.get_field(name)
    return django_filters.MultipleChoiceFilter(
        field_name=path or name,
        label=capfirst(field.verbose_name),
        choices=field.choices,
        widget=forms.CheckboxSelectMultiple,
        **kwargs,
    )
