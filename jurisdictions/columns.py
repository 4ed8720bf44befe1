"""Columns of places, agencies, bodies, organizations, officials, and of citations.

Names are a contract: none is changed, and none is taken away.
"""

from config.listings.columns import (
    LICENCE as TERMS_OF_USE,
)
from config.listings.columns import (
    Column,
    Kind,
    absolute,
    attribute,
    label,
)
from jurisdictions.bilingual import twin_of
from jurisdictions.derive import known_terms
from jurisdictions.enums import (
    AgencyKind,
    BodyKind,
    Level,
    MajorityRule,
    Office,
    OrganizationKind,
    Precision,
)


def citations_of(row, day, *relations):
    """Return the citations of a row, and of what hangs on it, by public sources.

    A source that was published after the day tells nothing yet.
    """
    parts = (part for name in relations for part in getattr(row, name).all())
    return [
        citation
        for holder in (row, *parts)
        for citation in holder.citations.all()
        if citation.source.live and (citation.source.counts_from or day) <= day
    ]


def _outlet(citation, day):
    outlet = citation.source.shown("outlet")
    return outlet.name if outlet else None


def _source_address(citation, day):
    return absolute(citation.source.get_absolute_url())


CITATIONS = (
    Column(
        "source_id",
        "Id of the source.",
        lambda row, day: row.source_id,
        Kind.INTEGER,
        always=True,
    ),
    Column("source_address", "Our page of the source.", _source_address, always=True),
    Column("outlet", "Who published it.", _outlet),
    attribute("title", "Headline of the source.", source="source.title"),
    attribute("url", "Where the source is.", source="source.url"),
    attribute("published_on", "Published date.", Kind.DATE, "source.date"),
    attribute(
        "published_precision",
        "How much of that date is known.",
        source="source.date_precision",
        choices=Precision,
        always=True,
    ),
    attribute("field", "The field it bears on; empty for the whole record."),
    attribute("bearing", "Whether it supports or contradicts the record.", always=True),
    attribute("value_reported", "The value as the source gives it."),
    attribute("quote", "A few words, as printed."),
    attribute("paragraph", "Paragraph, or row of one of ICE's lists.", Kind.INTEGER),
    attribute("speaker", "Who says it there."),
)


def citations(*relations):
    """Return the column of all citations of a record and of what hangs on it."""

    def value(row, day):
        return citations_of(row, day, *relations)

    return Column("citations", "What it rests on.", value, Kind.ROWS, CITATIONS)


def sources(*relations):
    """Return the columns of the sources of a record: how many, and their pages."""

    def of(row, day):
        found = citations_of(row, day, *relations)
        return {citation.source_id: citation for citation in found}

    return (
        Column(
            "source_count",
            "How many sources it has.",
            lambda row, day: len(of(row, day)),
            Kind.INTEGER,
            always=True,
        ),
        Column(
            "sources",
            "Our pages of its sources.",
            lambda row, day: [_source_address(c, day) for c in of(row, day).values()],
            Kind.LIST,
        ),
    )


ID = attribute("id", "Never changes.", Kind.INTEGER, "pk", always=True)
ADDRESS = Column(
    "address",
    "Its page.",
    lambda row, day: absolute(row.get_absolute_url()),
    always=True,
)
LAST_CHECKED = attribute(
    "last_checked_on", "The day an editor last compared it with its sources.", Kind.DATE
)


def twin(name, field=""):
    """Return the column of a text in Spanish; null while nobody has written it.

    `field` is the field of the text in English, if that is not the column's name.
    """
    return attribute(
        twin_of(name),
        "The same in Spanish; empty until it is written.",
        source=twin_of(field or name),
    )


ALIASES = Column(
    "aliases",
    "Abbreviations and other names.",
    lambda row, day: [alias.name for alias in row.aliases.all()],
    Kind.LIST,
)
LICENCE = Column("licence", "Terms of use.", lambda row, day: TERMS_OF_USE, always=True)


def name_of(relation, name, about):
    """Return a column with the name of a related record, if that is public."""

    def value(row, day):
        found = row.shown(relation)
        return str(found) if found else None

    return Column(name, about, value)


def id_of(relation, name, about):
    """Return a column with the id of a related record, if that is public."""

    def value(row, day):
        found = getattr(row, relation)
        return found.pk if found is not None and found.is_public else None

    return Column(name, about, value, Kind.INTEGER)


def place_columns(source=""):
    """Return the columns that say of which place a row is, `source` leading there."""

    def of(name):
        return f"{source}.{name}" if source else name

    return (
        attribute("place_id", "Id of the place.", Kind.INTEGER, of("pk")),
        attribute("geoid", "Census GEOID of the place.", source=of("geoid")),
        attribute("place", "Name of the place.", source=of("name"), always=True),
        attribute("state", "Postal code of its state.", source=of("state_code")),
        attribute(
            "level",
            "Kind of government.",
            source=of("level"),
            choices=Level,
            always=True,
        ),
        attribute("latitude", "Degrees north.", Kind.NUMBER, of("latitude")),
        attribute("longitude", "Degrees east.", Kind.NUMBER, of("longitude")),
    )


PLACES = (
    ID,
    ADDRESS,
    attribute("geoid", "Census GEOID."),
    attribute("ocd_id", "Open Civic Data id."),
    attribute("name", "As people say it.", always=True),
    attribute("legal_name", "As the law says it."),
    attribute("level", "Kind of government.", choices=Level, always=True),
    attribute("state", "Postal code of its state.", source="state_code"),
    Column(
        "counties",
        "Counties it lies in.",
        lambda row, day: [county.name for county in row.counties.all() if county.live],
        Kind.LIST,
    ),
    attribute("population", "Inhabitants.", Kind.INTEGER),
    attribute("population_year", "Year of that number.", Kind.INTEGER),
    attribute("latitude", "Degrees north.", Kind.NUMBER),
    attribute("longitude", "Degrees east.", Kind.NUMBER),
    attribute("exists", "Whether it exists today.", Kind.YES_NO, "active", always=True),
    attribute(
        "policy_count", "Agreements and policies on record.", Kind.INTEGER, always=True
    ),
    LAST_CHECKED,
    LICENCE,
)


AGENCIES = (
    ID,
    ADDRESS,
    attribute("name", "Its name.", always=True),
    attribute("abbreviation", "Its abbreviation."),
    ALIASES,
    attribute("kind", "What kind of agency.", choices=AgencyKind, always=True),
    *place_columns("jurisdiction"),
    id_of("parent", "parent_id", "The agency it is part of."),
    attribute("ori", "The FBI's identifier."),
    *sources(),
    citations(),
    LAST_CHECKED,
    LICENCE,
)

BODIES = (
    ID,
    ADDRESS,
    attribute("name", "Its name.", always=True),
    attribute("kind", "What kind of body.", choices=BodyKind, always=True),
    *place_columns("jurisdiction"),
    id_of("parent", "parent_id", "The body it is a committee of."),
    attribute("seats", "Members it has.", Kind.INTEGER),
    attribute("majority_rule", "What a vote takes.", choices=MajorityRule, always=True),
    attribute("venue", "Where it meets."),
    twin("venue"),
    attribute("stream", "Where it is streamed."),
    twin("stream"),
    *sources(),
    citations(),
    LAST_CHECKED,
    LICENCE,
)


def _full_name(row, day):
    place = row.shown("jurisdiction")
    return place.full_name if place else None


ORGANIZATIONS = (
    ID,
    ADDRESS,
    attribute("name", "Its name.", always=True),
    attribute("kind", "What kind of group.", choices=OrganizationKind, always=True),
    label("kind_label", "The kind in words.", "kind"),
    Column("place", "Where it works, if a source says so.", _full_name),
    id_of("jurisdiction", "place_id", "Id of that place."),
    attribute("description", "What it is, from a source."),
    twin("description"),
    ALIASES,
    *sources(),
    citations(),
    LAST_CHECKED,
    LICENCE,
)


def _term_place_id(row, day):
    """Return the id of the place whose office it is, its agency's or its body's."""
    for holder in (row.jurisdiction, row.agency, row.body):
        if holder is not None and holder.is_public:
            return getattr(holder, "jurisdiction", holder).pk
    return None


TERMS = (
    attribute("office", "Kind of office.", choices=Office, always=True),
    attribute("described", "The office in words."),
    twin("title"),
    Column(
        "place_id", "Id of the place whose office it is.", _term_place_id, Kind.INTEGER
    ),
    id_of("agency", "agency_id", "The agency in which it is held."),
    id_of("body", "body_id", "The body whose seat it is."),
    id_of("organization", "organization_id", "The organization that it leads."),
    attribute("start", "First day.", Kind.DATE),
    attribute(
        "start_precision", "How much of it is known.", choices=Precision, always=True
    ),
    attribute("end", "Last day.", Kind.DATE),
    attribute(
        "end_precision", "How much of it is known.", choices=Precision, always=True
    ),
    attribute("described_on", "Date of the source, if it gives no dates.", Kind.DATE),
    attribute(
        "former", "Whether a source calls it a past one.", Kind.YES_NO, always=True
    ),
)


def _terms(row, day):
    return known_terms(row.terms.all(), day)


OFFICIALS = (
    ID,
    ADDRESS,
    attribute("name", "As printed.", always=True),
    attribute("given_name", "Given names."),
    attribute("family_name", "Surname.", always=True),
    attribute("suffix", "Such as Sr."),
    Column(
        "offices",
        "Offices on record, in words.",
        lambda row, day: [term.described for term in _terms(row, day)],
        Kind.LIST,
    ),
    Column("terms", "Offices on record.", _terms, Kind.ROWS, TERMS),
    *sources(),
    citations(),
    LAST_CHECKED,
    LICENCE,
)
