"""Filters of the editors' lists."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet


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
            label=_("Status"),
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

    class Meta:
        fields = []


def choice_filter(model, name):
    """Return a filter by one choice field of a model."""
    field = model._meta.get_field(name)
    return django_filters.MultipleChoiceFilter(
        field_name=name,
        label=field.verbose_name.capitalize(),
        choices=field.choices,
        widget=forms.CheckboxSelectMultiple,
    )
