"""What the log keeps, in words: a column's name, and its value in lines."""

from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.utils.formats import date_format, number_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from config.listings.columns import Kind
from jurisdictions.enums import Certainty, Precision
from news.enums import Bearing, RecordType
from news.history.recorded import COLUMN
from policies.enums import BallotOption, ConcernKind, EventKind, RoleKind

LABELS = {
    "abstain_count": gettext_lazy("Abstained, as stated"),
    "absent_count": gettext_lazy("Absent, as stated"),
    "agency": gettext_lazy("Local agency"),
    "agenda_url": gettext_lazy("Agenda"),
    "aliases": gettext_lazy("Other names"),
    "amount_from": gettext_lazy("Number"),
    "amount_to": gettext_lazy("Number, up to"),
    "amount_unit": gettext_lazy("Number of what"),
    "amount_unit_es": gettext_lazy("Number of what, in Spanish"),
    "archive_url": gettext_lazy("Archived copy"),
    "authority_path": gettext_lazy("Who decides"),
    "ballots": gettext_lazy("Members’ votes"),
    "body": gettext_lazy("Body"),
    "byline": gettext_lazy("Byline"),
    "citations": gettext_lazy("Sources"),
    "concern_details": gettext_lazy("Concerns, in our words"),
    "concerns": gettext_lazy("Concerns"),
    "conditions": gettext_lazy("Conditions"),
    "conditions_es": gettext_lazy("Conditions in Spanish"),
    "conflicts_with_ids": gettext_lazy("Conflicts with"),
    "date": gettext_lazy("Date"),
    "date_phrase": gettext_lazy("The source’s words for the date"),
    "described_as_unanimous": gettext_lazy("Described as unanimous"),
    "description": gettext_lazy("What it is"),
    "description_es": gettext_lazy("What it is, in Spanish"),
    "detainer_practice": gettext_lazy("Detainers"),
    "direction": gettext_lazy("Direction"),
    "disputes_id": gettext_lazy("It disputes"),
    "events": gettext_lazy("What happened"),
    "excerpt": gettext_lazy("Excerpt"),
    "exclusions": gettext_lazy("Exclusions"),
    "exclusions_es": gettext_lazy("Exclusions in Spanish"),
    "expires_on": gettext_lazy("End of its term"),
    "family_name": gettext_lazy("Surname"),
    "federal_party": gettext_lazy("Federal party"),
    "given_name": gettext_lazy("Given names"),
    "instrument": gettext_lazy("Instrument"),
    "is_allegation": gettext_lazy("Allegation"),
    "kind": gettext_lazy("Kind"),
    "language": gettext_lazy("Language"),
    "last_checked_on": gettext_lazy("Last checked"),
    "law_effect": gettext_lazy("Effect on local policies"),
    "legal_effect": gettext_lazy("Legal effect"),
    "level": gettext_lazy("Level"),
    "location": gettext_lazy("Place of the meeting"),
    "location_es": gettext_lazy("Place of the meeting, in Spanish"),
    "medium": gettext_lazy("Medium"),
    "medium_es": gettext_lazy("Medium in Spanish"),
    "method": gettext_lazy("Method"),
    "model": gettext_lazy("287(g) model"),
    "motion": gettext_lazy("Motion"),
    "motion_es": gettext_lazy("Motion in Spanish"),
    "motion_kind": gettext_lazy("Kind of motion"),
    "mover": gettext_lazy("Moved by"),
    "name": gettext_lazy("Name"),
    "no_count": gettext_lazy("No, as stated"),
    "outlet": gettext_lazy("Outlet"),
    "place": gettext_lazy("Place"),
    "policy": gettext_lazy("Agreement or policy"),
    "predecessor_id": gettext_lazy("Follows"),
    "predecessor_relation": gettext_lazy("How it follows it"),
    "published_on": gettext_lazy("Published"),
    "quote": gettext_lazy("Quotation"),
    "responds_to_ids": gettext_lazy("Responds to"),
    "result": gettext_lazy("Result"),
    "roles": gettext_lazy("What officials did"),
    "scope": gettext_lazy("Scope"),
    "scope_es": gettext_lazy("Scope in Spanish"),
    "seconder": gettext_lazy("Seconded by"),
    "signatories": gettext_lazy("Who signed"),
    "speaker_label_es": gettext_lazy("Speaker as described, in Spanish"),
    "speakers": gettext_lazy("Who speaks"),
    "stance": gettext_lazy("Position"),
    "state": gettext_lazy("State"),
    "status": gettext_lazy("Status"),
    "status_since": gettext_lazy("Status since"),
    "stream": gettext_lazy("Stream"),
    "stream_es": gettext_lazy("Stream, in Spanish"),
    "suffix": gettext_lazy("Suffix"),
    "summary": gettext_lazy("Summary"),
    "summary_es": gettext_lazy("Summary in Spanish"),
    "terms": gettext_lazy("Offices"),
    "time": gettext_lazy("Time"),
    "title": gettext_lazy("Title"),
    "title_es": gettext_lazy("Title in Spanish"),
    "type": gettext_lazy("Type"),
    "url": gettext_lazy("Address"),
    "venue": gettext_lazy("Where"),
    "venue_es": gettext_lazy("Where, in Spanish"),
    "vote_id": gettext_lazy("Vote"),
    "yes_count": gettext_lazy("Yes, as stated"),
}
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


def label_of(name: str) -> str:
    """Return what a column is called."""
    return str(LABELS[name])


def lines_of(
    record_type: str, name: str, told: dict[str, Any], names: Names
) -> list[str]:
    """Return a column's value in lines of words, none for what is not known."""
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
    return value if column.kind == Kind.LIST else [scalar(column, value)]


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
    return joined(
        choice(EventKind, row["kind"]),
        dated(*when) if row["date"] else _("date not recorded"),
        row["note"] or "",
        row.get("note_es") or "",  # kept for not so long
    )


def _concern(row, names):
    words = joined(row["detail"] or "", row["detail_es"] or "")
    return f"{choice(ConcernKind, row['concern'])}: {words}"


def _ballot(row, names):
    return f"{row['voter']}: {choice(BallotOption, row['option'])}"


def _citation(row, names):
    label = names.of_record(RecordType.SOURCE, row["source_id"])
    return f"≠ {label}" if row["bearing"] == Bearing.CONTRADICTS else label


def _signatory(row, names):
    return row["name"]


def _term(row, names):
    start = day_words(row["start"], row["start_precision"]) if row["start"] else ""
    end = day_words(row["end"], row["end_precision"]) if row["end"] else ""
    span = f"{start}–{end}" if start or end else ""
    return joined(
        row["described"],
        row.get("title_es") or "",
        span,
        _("former") if row["former"] else "",
    )


def _role(row, names):
    return joined(
        f"{choice(RoleKind, row['role'])} {row['name']}",
        row["capacity"] or "",
        row.get("capacity_es") or "",
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
