"""Names in the log: what may still be told of those a record named once."""

from jurisdictions.models import Agency, Body, Jurisdiction, Official, Organization
from news.history.words import (
    POINTS_TO,
    SPEAKS_BY,
    Names,
    pointed_at,
    withdrawn_since,
)
from news.models import KEPT, Outlet, Source
from policies.models import Policy

# Whose ids the log keeps beside a name, by the id's column.
NAMED = {
    "agency_id": Agency,
    "body_id": Body,
    "federal_party_id": Agency,
    "mover_id": Official,
    "official_id": Official,
    "organization_id": Organization,
    "outlet_id": Outlet,
    "place_id": Jurisdiction,
    "policy_id": Policy,
    "seconder_id": Official,
    "speaking_agency_id": Agency,
    "speaking_body_id": Body,
    "speaking_place_id": Jurisdiction,
}
# The same of rows in a column: the name's place in the row, and the ids'.
NAMED_IN_ROWS = {
    "ballots": ("voter", {"official_id": Official}),
    "roles": ("name", {"official_id": Official}),
    "signatories": (
        "name",
        {"organization_id": Organization, "official_id": Official},
    ),
}
SEATS = {
    "agency": Agency,
    "body": Body,
    "jurisdiction": Jurisdiction,
    "organization": Organization,
}


def public_names(changes):
    """Return today's names of what some changes point to, and hide names in them.

    What was public when it was written may not be now: a name is shown only while
    the record that bears it is. One query for each kind of record.
    """
    tolds = [
        told for change in changes for told in (change.told, change.before) if told
    ]
    pointed = set().union(*map(points, tolds)) if tolds else set()
    shown = {}
    for model in {model for model, _pk in pointed}:
        pks = [str(pk) for of, pk in pointed if of is model]
        for pk, name in model.objects.names_by_id(pks):
            shown[model, pk] = name
    hidden = pointed - shown.keys()
    if hidden:
        for told in tolds:
            hide(told, hidden)
    return Names(
        {
            (kind, pk): name
            for kind, model in KEPT.items()
            for (of, pk), name in shown.items()
            if of is model
        }
    )


def points(told):
    """Return (model, id) of every record that something told names or points to."""
    found = {(model, told.get(key)) for key, model in NAMED.items()}
    found |= {
        (KEPT[kind], pk)
        for key, kind in POINTS_TO.items()
        for pk in pointed_at(told.get(key))
    }
    found |= {(Source, row["source_id"]) for row in told.get("citations", ())}
    for column, (_name, keys) in NAMED_IN_ROWS.items():
        found |= {
            (model, row[key])
            for row in told.get(column, ())
            for key, model in keys.items()
        }
    found |= {place for row in told.get("terms", ()) for place in seats(row)}
    return {(model, pk) for model, pk in found if pk is not None}


def seats(term):
    """Return (model, id) of where an office is held."""
    pairs = (place.partition("-") for place in term["seat"].split())
    return {(SEATS[name], int(pk)) for name, _, pk in pairs}


def hide(told, hidden):
    """Replace in something told the names of records that are not public."""
    for key, model in NAMED.items():
        if (model, told.get(key)) in hidden:
            name = SPEAKS_BY[key]
            words = withdrawn_since()
            told[name] = [words] if isinstance(told[name], list) else words
    for column, (name, keys) in NAMED_IN_ROWS.items():
        for row in told.get(column, ()):
            if any((model, row[key]) in hidden for key, model in keys.items()):
                row[name] = withdrawn_since()
    for row in told.get("terms", ()):
        if seats(row) & hidden:
            row |= {"described": withdrawn_since(), "title_es": None}
