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
