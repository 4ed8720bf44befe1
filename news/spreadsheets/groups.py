"""Groups of columns that several sheets have, or one sheet several times."""

from dataclasses import replace
from functools import partial

from django.utils.translation import gettext_lazy as _

from news.enums import SourceKind
from news.models import Outlet, Source
from news.spreadsheets.columns import Column, dated, of_field, text
from news.spreadsheets.values import one_of, record_id, whole_number, yes_or_no
from policies.enums import BallotOption, EventKind
from policies.models import PolicyEvent

EVENTS = 4
# The column that names the members who voted so.
MEMBERS = {f"{option.value}_members": option for option in BallotOption}


def which_record():
    """Return the columns that say which record a row is about."""
    return (
        Column(
            "record",
            _("Id of the record that the row changes; empty for a new record."),
            _("number"),
            read=record_id,
        ),
        Column(
            "is_new",
            _(
                "“yes” when the row is another record than the ones that the preview "
                "calls likely the same."
            ),
            _("yes or no"),
            read=yes_or_no,
        ),
    )


def place(words, **more):
    """Return the column of a place."""
    return text("place", words, _("place"), **{"example": "Birmingham, AL"} | more)


def sources(model):
    """Return the columns of the source that a row rests on."""
    return tuple(
        replace(column, field="")  # the record has no such field; the source has
        for column in source_columns(model)
    )


def source_columns(model):
    """Return the columns of a source, each as the source's own field reads it."""
    supported = tuple((name, name) for name in model.citable_fields)
    return (
        Column(
            "source",
            _("Id of a source that the record has already."),
            _("number"),
            read=record_id,
        ),
        of_field(
            Source,
            "url",
            _(
                "Its address; every row needs this, `source` or `source_title`. What "
                "is known by it is cited, a new source becomes a draft."
            ),
            column="source_url",
            example="https://news.example/agreement",
        ),
        of_field(
            Source, "title", _("Headline of a new source."), column="source_title"
        ),
        of_field(
            Outlet,
            "name",
            _("Who published a new source; an outlet nobody knows yet is drafted."),
            column="source_outlet",
        ),
        of_field(
            Source, "byline", _("Who wrote a new source."), column="source_byline"
        ),
        of_field(
            Source,
            "kind",
            _("What a new source is; a news article if empty."),
            column="source_kind",
            example=SourceKind.NEWS.value,
        ),
        dated(
            "source_published",
            _("When a new source was published."),
            example="2025-03-05",
        ),
        text("source_quote", _("A few words of the source that say so, as printed.")),
        Column(
            "source_paragraph",
            _("In which paragraph, counting from the headline."),
            _("number"),
            read=whole_number,
        ),
        Column(
            "source_supports",
            _("The one field it supports; empty for the record as a whole."),
            _("a choice"),
            read=partial(one_of, choices=supported),
            choices=supported,
        ),
    )


def events():
    """Return the columns of what happened to a policy, one group for each event."""
    kind = of_field(PolicyEvent, "kind")
    notes = [of_field(PolicyEvent, name) for name in ("note", "note_es")]
    for number in range(1, EVENTS + 1):
        first = number == 1
        yield Column(
            f"event_{number}",
            _("What happened; the status follows from the events."),
            kind.accepts,
            read=kind.read,
            choices=kind.choices,
            example=EventKind.LEA_SIGNED.value if first else "",
        )
        yield dated(
            f"event_{number}_date",
            _("When it happened, as far as the source says."),
            example="2025-03-04" if first else "",
        )
        for note in notes:
            yield replace(note, name=f"event_{number}_{note.name}", field="")
