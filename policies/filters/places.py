"""Filters that every listing of what places did has: where, when and who."""

import django_filters
from django.utils.translation import gettext_lazy as _

from config.listings import (
    PublicFilterSet,
    RepeatedFilter,
)
from jurisdictions.models import Jurisdiction, Official
from jurisdictions.models.jurisdiction import state_choices


class PlacedFilters(PublicFilterSet):
    """Filters every listing of what places did has: where and when."""

    def of_states(self, rows, name, codes):
        """Keep the rows of these states and the places in them."""
        return rows.in_states(codes) if codes else rows

    def of_places(self, rows, name, geoids):
        """Keep the rows of these places."""
        return rows.of_places(geoids) if geoids else rows

    def in_span(self, rows, name, day):
        """Keep what happened between two days, or from one on, or up to one."""
        asked = self.form.cleaned_data
        return rows.between(asked.get("since"), asked.get("until")) if day else rows

    def as_it_stood(self, rows, name, day):
        """Keep what a source had told of by a day."""
        return rows.on_file(day) if day else rows


def state_filter():
    """Return the repeatable filter by state."""
    return django_filters.MultipleChoiceFilter(
        label=_("State"), choices=state_choices, method="of_states"
    )


def place_filter():
    """Return the repeatable filter by a place's GEOID."""
    return RepeatedFilter(
        label=_("Place"), method="of_places", named=Jurisdiction.objects.names_by_geoid
    )


def official_filter():
    """Return the repeatable filter by an official's address."""
    return RepeatedFilter(
        label=_("Official"),
        method="by_officials",
        named=Official.objects.names_by_slug,
    )
