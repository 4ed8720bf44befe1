"""Who acts: agencies, bodies with their members, officials, organizations."""

from collections import defaultdict

from benchmarks.country import name_of
from benchmarks.record.days import LAST, some_day
from jurisdictions.enums import (
    AgencyKind,
    BodyKind,
    Level,
    MajorityRule,
    Office,
    OrganizationKind,
    Precision,
)
from jurisdictions.models import (
    Agency,
    Body,
    Official,
    Organization,
    OrganizationAlias,
    Term,
)

BODIES, SEATS, OFFICIALS, ORGANIZATIONS = 180, 7, 1_500, 500
GIVEN = ("Ada", "Ben", "Cora", "Dan", "Eve", "Finn", "Gia", "Hal", "Ida", "Jon", "Kay")


def enter_agencies(ledger, citing, country, places):
    """Enter an agency of each place and a federal one; return {place's id: agency}."""
    agencies = [agency(place) for place in places]
    federal = Agency(
        jurisdiction=country.nation,
        name="Federal agency",
        kind=AgencyKind.FEDERAL,
    )
    for row in (*agencies, federal):
        row.citations = citing.of(row.jurisdiction, 1)
    ledger.enter([*agencies, federal], "citations")
    return {row.jurisdiction_id: row for row in (*agencies, federal)}


def agency(place):
    """Return the agency of a place: a county has a sheriff, a state its police."""
    if place.level == Level.COUNTY:
        kind, name = AgencyKind.SHERIFF, f"{place.name} Sheriff's Office"
    elif place.is_state:
        kind, name = AgencyKind.STATE_POLICE, "State Police"
    else:
        kind, name = AgencyKind.POLICE, f"{place.name} Police Department"
    return Agency(jurisdiction=place, name=name, kind=kind)


def enter_bodies(ledger, citing, places):
    """Enter the body of each place; return {place's id: body}."""
    bodies = [body(place) for place in places]
    for row in bodies:
        row.citations = citing.of(row.jurisdiction, 1)
    ledger.enter(bodies, "citations")
    return {row.jurisdiction_id: row for row in bodies}


def body(place):
    """Return the council or commission of a place."""
    county = place.level == Level.COUNTY
    return Body(
        jurisdiction=place,
        name=f"{place.name} {'Commission' if county else 'Council'}",
        kind=BodyKind.COMMISSION if county else BodyKind.COUNCIL,
        seats=SEATS,
        majority_rule=MajorityRule.PRESENT,
    )


def enter_officials(chance, ledger, citing, bodies, agencies, count):
    """Enter members of bodies and heads of agencies, each with a term.

    Returns {place's id: members of its body} and {place's id: head of its agency}.
    """
    seats = [(Office.LEGISLATOR, "body", row) for row in bodies.values()] * SEATS
    heads = [(head(row), "agency", row) for row in agencies.values()]
    rows, members, leaders = [], defaultdict(list), {}
    for number, (office, of, holder) in enumerate((seats + heads)[:count]):
        row = Official(
            given_name=GIVEN[number % len(GIVEN)], family_name=name_of(number)
        )
        row.terms = [Term(office=office, **{of: holder}, **time(chance))]
        row.citations = citing.of(holder.jurisdiction, 1)
        rows.append(row)
        if of == "body":
            members[holder.jurisdiction_id].append(row)
        else:
            leaders[holder.jurisdiction_id] = row
    ledger.enter(rows, "terms", "citations")
    return members, leaders


def head(agency):
    """Return the office of who leads an agency."""
    sheriff = agency.kind == AgencyKind.SHERIFF
    return Office.SHERIFF if sheriff else Office.POLICE_CHIEF


def time(chance):
    """Return a term's dates: for half of them only that a source described it."""
    day = some_day(chance)
    if chance.random() < 0.5:
        return {"described_on": day}
    known = {"start": day, "start_precision": Precision.DAY}
    if chance.random() < 0.3:
        known |= {"end": some_day(chance, day, LAST), "end_precision": Precision.DAY}
    return known


def enter_organizations(chance, ledger, citing, country, count):
    """Enter the organizations, one in three of them with an abbreviation."""
    rows = []
    kinds = [*OrganizationKind]
    for number in range(count):
        row = Organization(
            name=f"{name_of(number)} Neighbors",
            kind=kinds[number % len(kinds)],
            jurisdiction=chance.choice(country.states) if number % 2 else None,
        )
        if number % 3 == 0:
            row.aliases = [OrganizationAlias(name=f"NU{number}", is_abbreviation=True)]
        row.citations = citing.of(None, 1)
        rows.append(row)
    return ledger.enter(rows, "aliases", "citations")
