"""What the log keeps, in words: a column's value in lines."""

from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.utils.formats import date_format, number_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from config.listings.columns import Kind
from jurisdictions.bilingual import Told
from jurisdictions.enums import Certainty, Precision
from news.enums import Bearing, RecordType
from news.history.languages import ENGLISH, SPANISH, Line, in_own_language
from news.history.recorded import COLUMN
from policies.enums import BallotOption, ConcernKind, EventKind, RoleKind

# Columns that speak by another: ids by the name beside them, how well a date is known
# by the date.
SPEAKS_BY = {
    "agency_id": "agency",
    "body_id": "body",
    "federal_party_id": "federal_party",
    "date_certainty": "date",
    "date_precision": "date",
    "geoid": "place",
    "mover_id": "mover",
    "official_id": "speakers",
    "organization_id": "speakers",
    "outlet_id": "outlet",
    "place_id": "place",
    "policy_id": "policy",
    "published_certainty": "published_on",
    "published_precision": "published_on",
    "seconder_id": "seconder",
    "speaking_agency_id": "speakers",
    "speaking_body_id": "speakers",
    "speaking_place_id": "speakers",
    "status_since_precision": "status_since",
}
# Of a date: how much of it is known, and how.
DATES = {
    "date": ("date_precision", "date_certainty"),
    "published_on": ("published_precision", "published_certainty"),
    "status_since": ("status_since_precision",),
}
# Ids of records that have no name beside them, and the type of those.
POINTS_TO = {
    "conflicts_with_ids": RecordType.POLICY,
    "disputes_id": RecordType.STATEMENT,
    "predecessor_id": RecordType.POLICY,
    "responds_to_ids": RecordType.POLICY,
    "vote_id": RecordType.VOTE,
}
# Texts long enough that a reader wants to see which words differ.
PROSE = {
    "conditions",
    "conditions_es",
    "description",
    "description_es",
    "excerpt",
    "exclusions",
    "exclusions_es",
    "motion",
    "motion_es",
    "name",
    "quote",
    "scope",
    "scope_es",
    "summary",
    "summary_es",
    "title",
    "title_es",
    "venue",
    "venue_es",
}


@dataclass
class Names:
    """What records that a change points to are called now, if they are public.

    {(type, id): name}; an id that is not there is of a record withdrawn since.
    """

    of: dict[tuple[str, int], str] = field(default_factory=dict)

    def of_record(self, record_type: str, pk: int) -> str:
        """Return a record's name, or that it has been withdrawn."""
        return self.of.get((record_type, pk)) or withdrawn_since()


def withdrawn_since() -> str:
    """Return what stands in place of a name that is public no more."""
    return _("(withdrawn since)")


def lines_of(
    record_type: str, name: str, told: dict[str, Any], names: Names
) -> list[str]:
    """Return a column's value in lines of words, none for what is not known.

    Texts know their language, as far as it is not the page's.
    """
    value = told.get(name)
    if value is None or value == []:
        return []
    if name in POINTS_TO:
        return [names.of_record(POINTS_TO[name], pk) for pk in pointed_at(value)]
    if name in ROWS:
        return list(dict.fromkeys(ROWS[name](row, names) for row in value))
    if name in DATES:
        return [dated(value, *(told.get(part) for part in DATES[name]))]
    if name == "concerns":
        return [choice(ConcernKind, kind) for kind in value]
    column = COLUMN[record_type][name]
    if column.kind == Kind.LIST:
        return value
    words = scalar(column, value)
    if column.choices or not isinstance(value, str):
        return [words]
    return [in_own_language(name, words, told, names.of)]


def pointed_at(value: Any) -> list[int]:
    """Return the ids in a column of those: of one record, or of several as texts."""
    return list(map(int, value)) if isinstance(value, list) else [value]


def scalar(column: Any, value: Any) -> str:
    """Return one plain value in words."""
    if column.choices:
        return choice(column.choices, value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if column.kind == Kind.DATE:
        return day_words(value)
    if column.name == "time":
        return time_format(time.fromisoformat(value))
    if isinstance(value, float):
        return number_format(int(value) if value.is_integer() else value)
    return str(value)


def choice(choices: Any, value: str) -> str:
    """Return the words for a choice, the value itself for one we had once."""
    return str(choices(value).label) if value in choices.values else value


def day_words(text: str, precision: str = Precision.DAY) -> str:
    """Return as much of a day, given as text, as is known."""
    day = date.fromisoformat(text)
    patterns = {"year": "Y", "month": pgettext("format of a date", "M Y")}
    words = date_format(day, patterns.get(precision, "SHORT_DATE_FORMAT"))
    return _("week of %s") % words if precision == Precision.WEEK else words


def joined(*pieces: str) -> str:
    """Return the pieces that say something, in one line."""
    return " · ".join(filter(None, pieces))


def dated(text: str, precision: str, certainty: str = "") -> str:
    """Return a date with what is known of it."""
    doubt = certainty and certainty != Certainty.STATED
    return joined(
        day_words(text, precision), choice(Certainty, certainty) if doubt else ""
    )


def _event(row, names):
    when = [row[part] for part in ("date", "date_precision", "date_certainty")]
    return Line(
        choice(EventKind, row["kind"]),
        dated(*when) if row["date"] else _("date not recorded"),
        Told(row["note"] or "", ENGLISH),
        Told(row.get("note_es") or "", SPANISH),  # kept for not so long
    )


def _concern(row, names):
    return Line(
        choice(ConcernKind, row["concern"]),
        Told(row["detail"] or "", ENGLISH),
        Told(row["detail_es"] or "", SPANISH),
    )


def _ballot(row, names):
    return f"{row['voter']}: {choice(BallotOption, row['option'])}"


def _citation(row, names):
    label = names.of_record(RecordType.SOURCE, row["source_id"])
    if row["bearing"] != Bearing.CONTRADICTS:
        return label
    return label.after("≠ ") if isinstance(label, Told) else f"≠ {label}"


def _signatory(row, names):
    return row["name"]


def _term(row, names):
    start = day_words(row["start"], row["start_precision"]) if row["start"] else ""
    end = day_words(row["end"], row["end_precision"]) if row["end"] else ""
    span = f"{start}–{end}" if start or end else ""
    return Line(
        row["described"],
        Told(row.get("title_es") or "", SPANISH),
        span,
        _("former") if row["former"] else "",
    )


def _role(row, names):
    return Line(
        f"{choice(RoleKind, row['role'])}: {row['name']}",
        Told(row["capacity"] or "", ENGLISH),
        Told(row.get("capacity_es") or "", SPANISH),
    )


ROWS = {
    "ballots": _ballot,
    "citations": _citation,
    "concern_details": _concern,
    "events": _event,
    "roles": _role,
    "signatories": _signatory,
    "terms": _term,
}
