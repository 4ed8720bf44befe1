"""Days as parts of an English sentence, and how well they are known."""

from django.utils.formats import date_format

from jurisdictions.enums import Certainty, Precision

CERTAINTIES = {Certainty.INFERRED: "inferred", Certainty.DISPUTED: "≠ disputed"}


def on(dated):
    """Return when: “on December 7, 2021”, “in November 2021”."""
    spans = (Precision.YEAR, Precision.MONTH, Precision.WEEK)
    return f"{'in' if dated.date_precision in spans else 'on'} {day(dated)}"


def since(dated):
    """Return since when: “since November 2021”."""
    return f"since {day(dated)}"


def day(dated):
    """Return as much of a date as is known: “the week of December 6, 2021”."""
    patterns = {Precision.YEAR: "Y", Precision.MONTH: "F Y"}
    words = date_format(dated.date, patterns.get(dated.date_precision, "F j, Y"))
    return f"the week of {words}" if dated.date_precision == Precision.WEEK else words
