"""Columns of one date, with what is known of it."""

from config.listings.columns import Kind, attribute
from jurisdictions.enums import Certainty, Precision

DATE = (
    attribute("date", "The date, or the first day of its period.", Kind.DATE),
    attribute(
        "date_precision", "How much of it is known.", choices=Precision, always=True
    ),
    attribute("date_certainty", "How it is known.", choices=Certainty, always=True),
    attribute("date_phrase", "The source's own words for it."),
)


def counted_events(row, day):
    """Return the events of a row that count on a day, in the order they took effect.

    Of one day's, in the order in which an editor put them, if they have one.
    """
    counted = (e for e in row.events.all() if e.counts_from and e.counts_from <= day)
    return sorted(counted, key=_place_in_time)


def _place_in_time(event):
    return event.counts_from, getattr(event, "sort_order", 0), event.pk
