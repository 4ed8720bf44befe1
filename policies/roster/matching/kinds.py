"""What kind of agency a printed name says, and the place that is in the name."""

from __future__ import annotations

import re
from typing import NamedTuple

from jurisdictions.derive import fold_name
from jurisdictions.enums import AgencyKind
from policies.roster.reading.spelling import STATES

STATE_NAMES = {fold_name(name): code for name, code in STATES.items()}
STATE_NAMES |= {"cnmi": "MP", "usvi": "VI"}
# All of these read folded names: lower case, no stops or apostrophes.
STATE_NAME = re.compile(
    rf"^(?:the )?({'|'.join(sorted(STATE_NAMES, key=len, reverse=True))})\b"
)
CONSTABLE = re.compile(r"\bconstables?\b")
ATTORNEY = re.compile(
    r"\b((district|county|states?|commonwealths|prosecuting|city) attorneys?"
    r"|prosecutors?|prosecution)\b"
)
SHERIFF = re.compile(r"\bsheriffs?\b")
JAIL = re.compile(
    r"\b(jails?|prisons?|detention|corrections?|correctional|penitentiary|doc)\b"
)
STATE_POLICE = re.compile(
    r"\b(state police|highway patrol|state patrol|highway state patrol"
    r"|state (highway|traffic) patrol|state troopers)\b"
)
CAMPUS = re.compile(
    r"\b(university|college)\b"
    r"(?! (park|station|place|heights|city|hill|hills|corner)\b)"  # those are places
)
STATEWIDE = re.compile(
    r"\b(national guard|state guard|military department|attorney generals?"
    r"|state auditor|state fire marshal)\b"
)
POLICE = re.compile(r"\b(police|public safety|marshals?)\b")
BY_WORD = (
    (CONSTABLE, AgencyKind.CONSTABLE),
    (STATEWIDE, AgencyKind.OTHER),
    (ATTORNEY, AgencyKind.PROSECUTOR),
    (SHERIFF, AgencyKind.SHERIFF),
    (JAIL, AgencyKind.CORRECTIONS),
    (STATE_POLICE, AgencyKind.STATE_POLICE),
)
# Agencies of several places, of none, or of one whose bounds no city or county has.
WITHOUT_A_PLACE = re.compile(
    r"\b(regional|joint|airports?|port authority|authority|task force|judicial"
    r"|school|schools|isd|board of trustees|tribal|tribe|nation|railroad|transit"
    r"|hospital|ward \w+|district jail)\b"
)
COUNTY = re.compile(
    r"^(?:the )?(?P<bare>county of .+|.+? (?:county|parish|census area))(?= |$)"
)
# What stands before the first of these in the name of a police department is its place.
DEPARTMENT = re.compile(
    r"^(?P<place>.+?) (?:police|public safety|marshals?|(?:department|division|bureau"
    r"|office) of (?:police|public safety)|division of public|pd)\b"
)


class Told(NamedTuple):
    """The county, the town and the state that an agency's name gives, "" for none."""

    county: str
    town: str
    state: str  # its postal code


def kind_of(name: str, place_type: str = "") -> AgencyKind:
    """Return what kind of agency a name says; the list's type only where it is silent.

    ICE's types are wrong for about one agency in a hundred: the name wins.
    """
    folded = fold_name(name)
    for pattern, kind in BY_WORD:
        if pattern.search(folded):
            return kind
    # State College is a borough in Pennsylvania.
    if CAMPUS.search(folded) and not folded.startswith("state college "):
        return AgencyKind.CAMPUS_POLICE
    if WITHOUT_A_PLACE.search(folded) and "regional" not in folded:
        return AgencyKind.OTHER
    if "police" in folded.split():
        return AgencyKind.POLICE
    # A city's department of public safety is its police; a state's is more than that.
    town = told(name).town
    if town not in STATE_NAMES and (town or place_type == "Municipality"):
        return AgencyKind.POLICE if POLICE.search(folded) else AgencyKind.OTHER
    return AgencyKind.OTHER


def told(name: str) -> Told:
    """Return the county, the town and the state that a name gives."""
    parts = (COUNTY.match(fold_name(part)) for part in name.split("/"))
    town = DEPARTMENT.match(fold_name(name))
    state = STATE_NAME.match(fold_name(name))
    return Told(
        county=next((found["bare"] for found in parts if found), ""),
        town=town["place"] if town else "",
        state=STATE_NAMES[state[1]] if state else "",
    )
