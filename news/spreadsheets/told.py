"""What the rows of each kind of sheet tell, and which records they may repeat."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from jurisdictions.derive import fold_name
from jurisdictions.enums import Precision
from jurisdictions.models import Organization
from news.spreadsheets.groups import EVENTS, MEMBERS
from news.spreadsheets.values import one_of, several
from policies.enums import ConcernKind, ProgramModel
from policies.models import Policy, Statement, Vote

UNKNOWN_DATE = {"date": None, "date_precision": Precision.UNKNOWN}


@dataclass
class Told:
    """What a row tells of its record: its own fields and the rows beneath it.

    `passages` has what single rows beneath it rest on, by ("events", 0).
    """

    fields: dict[str, Any]
    beneath: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    passages: dict[tuple[str, int], list[Any]] = field(default_factory=dict)


def tell(row, names, record):
    """Return what a row tells; `record` is the one it changes, None for a new one.

    What cannot be found is noted on the row.
    """
    told = Told(row.fields())
    place = place_of(row, names, record)
    TELLERS[row.kind.name](row, names, place, told)
    told.fields = {
        name: found for name, found in told.fields.items() if found is not None
    }
    return told


def place_of(row, names, record):
    """Return the place of a row, that of the record it changes if it names none."""
    if "place" in row.cells:
        text = row.value("place")
        return text and row.told("place", names.place, text)
    if isinstance(record, Vote):
        return record.body.jurisdiction
    return getattr(record, "jurisdiction", None)


def linked(row, name, look, *place):
    """Return the record that a cell names, None for an empty or a wrong one."""
    text = row.value(name)
    if text is None or (place and place[0] is None):
        return None
    return row.told(name, look, text, *place)


def with_date(known):
    """Return the two fields of a date."""
    return {"date": known.day, "date_precision": known.precision}


def tell_policy(row, names, place, told):
    """Add the agencies of a policy and what happened to it."""
    told.fields |= {
        "jurisdiction": place,
        "agency": linked(row, "agency", names.agency, place),
        "counterparty": linked(row, "counterparty", names.federal_agency),
    }
    happened = []
    for number in range(1, EVENTS + 1):
        column = f"event_{number}"
        kind = row.value(column)
        known = row.value(f"{column}_date")
        notes = {n: row.value(f"{column}_{n}") or "" for n in ("note", "note_es")}
        if kind:
            dated = with_date(known) if known else UNKNOWN_DATE
            happened.append({"kind": kind, **dated, **notes})
        elif (known or any(notes.values())) and column not in row.wrong:
            row.refuse(column, _("There is a date or a note, but not what happened."))
    told.beneath["events"] = happened


def tell_vote(row, names, place, told):
    """Add the body of a vote, who moved it, and each member's vote."""
    told.fields |= {
        "body": linked(row, "body", names.body, place),
        "mover": linked(row, "mover", names.official, place),
        "seconder": linked(row, "seconder", names.official, place),
        "policy": linked(row, "policy", names.policy, place),
    }
    add_date(row, told)
    ballots, voters = [], set()
    for column, option in MEMBERS.items():
        for name in several(row.value(column) or ""):
            if any(sign.isdigit() for sign in name):
                words = _("“%s” is no name. Totals have columns of their own.")
                row.refuse(column, words % name)
                continue
            official = place and row.told(column, names.member, name, place)
            if not official and place:
                words = _(
                    "No official of %(place)s is called “%(name)s”: kept as printed."
                )
                row.note(words % {"place": place, "name": name})
            voter = official.pk if official else fold_name(name)
            if voter in voters:
                row.refuse(column, _("“%s” votes twice in this row.") % name)
            voters.add(voter)
            ballots.append(
                {
                    "official": official,
                    "voter_name": "" if official else name,
                    "option": option.value,
                }
            )
    told.beneath["ballots"] = ballots


def tell_organization(row, names, place, told):
    """Add where an organization works and its other names."""
    told.fields["jurisdiction"] = place
    told.beneath["aliases"] = [
        {"name": name, "is_abbreviation": column == "abbreviations"}
        for column in ("abbreviations", "other_names")
        for name in several(row.value(column) or "")
    ]


def tell_statement(row, names, place, told):
    """Add who speaks about what, who signed, and the concerns."""
    told.fields |= {
        "jurisdiction": place,
        "official": linked(row, "official", names.official, place),
        "organization": linked(row, "organization", names.organization),
        "agency": linked(row, "agency", names.agency, place),
        "body": linked(row, "body", names.body, place),
        "speaking_place": linked(row, "speaking_place", names.place),
        "policy": linked(row, "policy", names.policy, place),
        "vote": linked(row, "vote", names.vote),
    }
    add_date(row, told)
    signed = [
        {"organization": row.told("signed_organizations", names.organization, name)}
        for name in several(row.value("signed_organizations") or "")
    ] + [
        {"official": row.told("signed_officials", names.official, name, place)}
        for name in several(row.value("signed_officials") or "")
        if place
    ]
    concerns = [
        row.told("concerns", one_of, name, tuple(ConcernKind.choices))
        for name in several(row.value("concerns") or "")
    ]
    told.beneath["signatories"] = [who for who in signed if any(who.values())]
    told.beneath["concerns"] = [{"kind": kind} for kind in concerns if kind]


def add_date(row, told):
    """Add the date of a vote or a statement, where the row gives one."""
    if known := row.value("date"):
        told.fields |= with_date(known)


TELLERS = {
    "policies": tell_policy,
    "votes": tell_vote,
    "organizations": tell_organization,
    "statements": tell_statement,
}


def like_policy(policy):
    """Return the policies of its place and type, of no other model or agency."""
    rows = Policy.objects.filter(jurisdiction=policy.jurisdiction, type=policy.type)
    unknown = ("", ProgramModel.NOT_STATED)
    if policy.model not in unknown:
        rows = rows.filter(model__in=(policy.model, *unknown))
    if policy.agency:
        rows = rows.filter(Q(agency=policy.agency) | Q(agency=None))
    return rows


def like_vote(vote):
    """Return the votes of its body on its motion, or that day on its policy."""
    rows = Vote.objects.filter(body=vote.body)
    if vote.date:
        rows = rows.filter(Q(date=vote.date) | Q(date=None))
    return [
        row
        for row in rows
        if fold_name(row.motion) == fold_name(vote.motion)
        or (vote.policy and row.policy_id == vote.policy.pk and row.date == vote.date)
    ]


def like_organization(organization):
    """Return the organizations that have one of its names."""
    names = {organization.name, *(alias.name for alias in organization.aliases.all())}
    found = {}
    for name in sorted(names):
        for row in Organization.objects.named_like(name).prefetch_related("aliases"):
            theirs = {row.name, *(alias.name for alias in row.aliases.all())}
            if fold_name(name) in map(fold_name, theirs):
                found[row.pk] = row
    return list(found.values())


def like_statement(statement):
    """Return what the same speaker said of the same kind, there and on that day."""
    speakers = ("official", "organization", "agency", "body", "speaking_place")
    rows = Statement.objects.filter(
        jurisdiction=statement.jurisdiction,
        kind=statement.kind,
        date=statement.date,
        **{name: getattr(statement, name) for name in speakers},
    )
    label = fold_name(statement.speaker_label)
    return [row for row in rows if fold_name(row.speaker_label) == label]


# Which records a new one may repeat; the editor says whether it does.
ALIKE = {
    Policy: like_policy,
    Vote: like_vote,
    Organization: like_organization,
    Statement: like_statement,
}


def same_record(record):
    """Return by what two rows of one sheet are taken for one record."""
    if isinstance(record, Policy):
        return (record.jurisdiction_id, record.type, record.model, record.agency_id)
    if isinstance(record, Vote):
        return (record.body_id, record.date, fold_name(record.motion))
    if isinstance(record, Organization):
        return (fold_name(record.name),)
    return (record.jurisdiction_id, record.date, fold_name(record.title))
