"""Columns of sources, outlets and corrections.

Names are a contract: none is changed or taken away.
"""

from config.listings.columns import Column, Kind, absolute, attribute, label
from jurisdictions.columns import ADDRESS, ID, LICENCE, id_of, twin
from jurisdictions.enums import Certainty, Precision
from news.enums import OutletKind, SourceKind


def _outlet(row, day):
    outlet = row.shown("outlet")
    return outlet.name if outlet else None


OUTLETS = (
    ID,
    attribute("name", "Its name.", always=True),
    attribute("kind", "What it is.", choices=OutletKind, always=True),
    label("kind_label", "The kind in words.", "kind"),
    attribute("owner", "Who owns it, as reported."),
    attribute("website", "Its website."),
    LICENCE,
)

SOURCES = (
    ID,
    ADDRESS,
    attribute("kind", "What it is.", choices=SourceKind, always=True),
    label("kind_label", "The kind in words.", "kind"),
    attribute("title", "Headline."),
    attribute("description", "What to call it without a headline."),
    twin("description"),
    Column("outlet", "Who published it.", _outlet),
    id_of("outlet", "outlet_id", "Id of who published it."),
    attribute("byline", "Who wrote it."),
    attribute("published_on", "Published date.", Kind.DATE, "date"),
    attribute(
        "published_precision",
        "How much of that date is known.",
        source="date_precision",
        choices=Precision,
        always=True,
    ),
    attribute(
        "published_certainty",
        "How that date is known.",
        source="date_certainty",
        choices=Certainty,
        always=True,
    ),
    attribute("url", "Where it is."),
    attribute("archive_url", "An archived copy."),
    attribute("language", "Its language.", always=True),
    LICENCE,
)


def _page(row, day):
    return absolute(row.page) if row.page else None


def _source(row, day):
    source = row.shown_source
    return absolute(source.get_absolute_url()) if source else None


CORRECTIONS = (
    ID,
    attribute("corrected_on", "The day it was corrected.", Kind.DATE, always=True),
    attribute("record", "What was wrong.", source="record_title", always=True),
    twin("record", "record_title"),
    Column("url", "Its page.", _page),
    attribute("was", "What the record said.", always=True),
    twin("was"),
    attribute("now", "What it says since.", always=True),
    twin("now"),
    attribute("reason", "Why.", always=True),
    twin("reason"),
    Column("source_url", "The page of the source that says so.", _source),
    LICENCE,
)
