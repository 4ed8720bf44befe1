"""Sources as structured data: what a page cites, in the words of schema.org."""

from config.listings.columns import absolute
from config.structured import thing
from config.templating import partial_iso
from jurisdictions.enums import Precision
from news.enums import SourceKind

KINDS = {SourceKind.NEWS: "NewsArticle", SourceKind.ICE_LIST: "Dataset"}


def partial(dated):
    """Return as much of a date as is known and a standard can write, else ""."""
    if dated.date is None or dated.date_precision == Precision.WEEK:
        return ""
    return partial_iso(dated.date, dated.date_precision)


def source(row):
    """Return a source where its publisher has it, our page of it beside that."""
    outlet = row.published_by()
    return thing(
        KINDS.get(row.kind, "CreativeWork"),
        name=row.told_title().plain,
        headline=row.title,
        datePublished=partial(row),
        inLanguage=row.language,
        publisher=thing("Organization", name=str(outlet)) if outlet else None,
        url=row.url,
        archivedAt=row.archive_url,
        subjectOf=thing("WebPage", url=absolute(row.get_absolute_url())),
    )


def citations(rows):
    """Return the public sources that some citations lead to, each once."""
    found = {row.source_id: row.source for row in rows if row.source.live}
    return [source(row) for row in found.values()]
