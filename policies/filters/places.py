"""Filters that every listing of what places did has: where, when and who."""

from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from config.listings import (
    AnswerFilter,
    PublicFilterSet,
    RepeatedFilter,
    WordsFilter,
)
from jurisdictions.models import Jurisdiction, Official
from jurisdictions.models.jurisdiction import state_choices


class PlacedFilters(PublicFilterSet):
    """Filters every listing of what places did has: where and when."""

    # From a row to the place it is of.
    place_path = "jurisdiction"

    def as_asked(self, rows):
        """Count the sources that had told of a row by the day asked for."""
        return rows.with_source_count(self.day) if self.day else rows

    def answers(self):
        """Count what a state did with what the places in it did."""
        state = Coalesce(f"{self.place_path}__usps", f"{self.place_path}__state")
        return super().answers() | {"state": state}

    def of_states(self, rows, name, codes):
        """Keep the rows of these states and the places in them."""
        return rows.in_states(codes) if codes else rows

    def of_places(self, rows, name, geoids):
        """Keep the rows of these places."""
        return rows.of_places(geoids) if geoids else rows

    def within_counties(self, rows, name, geoids):
        """Keep the rows of these counties and of the places that lie in them."""
        return rows.located(Jurisdiction.objects.within(geoids)) if geoids else rows

    def somewhere(self, rows, name, words):
        """Keep the rows of places, or in counties and states, that a text names."""
        return rows.located(Jurisdiction.objects.where(words)) if words else rows

    def in_span(self, rows, name, day):
        """Keep what happened between two days, or from one on, or up to one."""
        since, until = self.value_of("since"), self.value_of("until")
        return rows.between(since, until) if day else rows

    def as_it_stood(self, rows, name, day):
        """Keep what a source had told of by a day."""
        return rows.on_file(day) if day else rows


def state_filter():
    """Return the repeatable filter by state."""
    return AnswerFilter(label=_("State"), choices=state_choices, method="of_states")


def place_filter():
    """Return the repeatable filter by a place's GEOID."""
    return RepeatedFilter(
        label=_("Place"), method="of_places", named=Jurisdiction.objects.names_by_geoid
    )


def within_filter():
    """Return the repeatable filter by the GEOID of a county, with what lies in it."""
    return RepeatedFilter(
        label=_("Within county"),
        method="within_counties",
        named=Jurisdiction.objects.names_by_geoid,
    )


def where_filter():
    """Return the filter by the name of a city, county or state."""
    return WordsFilter(label=_("City, county or state"), method="somewhere")


def official_filter():
    """Return the repeatable filter by an official's address."""
    return RepeatedFilter(
        label=_("Official"),
        method="by_officials",
        named=Official.objects.names_by_slug,
    )
