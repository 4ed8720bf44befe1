"""What the registry prints as one name: the name as people say it, and the kind."""

from enum import IntEnum

from jurisdictions.designations import BALANCE
from jurisdictions.enums import Level


class Kind(IntEnum):
    """What the registry counts; the value is how many digits the GEOID has."""

    STATE = 2
    COUNTY = 5
    PLACE = 7
    SUBDIVISION = 10


# There the towns, which the Census counts as parts of counties, govern in general.
NEW_ENGLAND = frozenset({"CT", "MA", "ME", "NH", "RI", "VT"})

# What the Census Bureau writes behind a name, as its legal and statistical area
# descriptions (LSAD) spell it; of two that fit the longer is meant.
COUNTY_WORDS = (
    "city and borough",
    "planning region",
    "census area",
    "municipality",
    "municipio",
    "borough",
    "county",
    "parish",
    "city",
)
PLACE_WORDS = (
    "metropolitan government",
    "consolidated government",
    "unified government",
    "metro government",
    "city and borough",
    "charter township",
    "metro township",
    "urban county",
    "municipality",
    "corporation",
    "plantation",
    "metroship",
    "township",
    "borough",
    "village",
    "town",
    "city",
)
# Names of a city joined to its county: of "Athens-Clarke County" people say Athens.
JOINED = frozenset({"", "county", "urban county", *PLACE_WORDS[:4]})
JOINTS = ("-", "/", ",")
# Behind these a name stands alone; "Washington" would be no name of a township.
SPOKEN = frozenset({"township", "charter township", "plantation"})


def designation_of(kind: Kind, printed: str) -> str:
    """Return what a printed name says the place is, "" if nothing."""
    if kind is Kind.STATE:
        return ""
    if kind is Kind.COUNTY:
        return _last_words(printed, COUNTY_WORDS, folded=True)
    bare = printed.removesuffix(BALANCE).rstrip()
    found = _last_words(bare, PLACE_WORDS)
    if not found and bare.endswith(" County") and any(j in bare for j in JOINTS):
        found = "county"
    return f"{found} {BALANCE}".strip() if bare != printed else found


def _last_words(printed, words, *, folded=False):
    """Return the longest of some words that a name ends in.

    In the names of counties they are capitals ("Orleans Parish"), save for "city":
    Baltimore city is a city, Carson City is called so.
    """
    for word in words:
        name = printed.lower() if folded and word != "city" else printed
        if name.endswith(f" {word}"):
            return word
    return ""


def spoken(kind: Kind, printed: str, designation: str) -> tuple[str, str]:
    """Return a place's name as people say it, and the longer one it is short for.

    “Birmingham city” is Birmingham, “Washington township” keeps its word, and
    “Nashville-Davidson metropolitan government (balance)” is Nashville, for short.
    """
    if kind in (Kind.STATE, Kind.COUNTY):
        return printed, ""
    name = printed.removesuffix(BALANCE).rstrip()
    bare = designation.removesuffix(BALANCE).rstrip()
    if bare and name.lower().endswith(f" {bare}"):
        name = name[: -len(bare) - 1].rstrip()
    if kind is Kind.SUBDIVISION:
        return f"{name} {bare.title()}" if bare in SPOKEN else name, ""
    if bare in JOINED and (designation or printed != name):
        for joint in JOINTS:
            if joint in name:
                return name.split(joint)[0].rstrip(), name
    return name, ""


def level_of(kind: Kind, state: str, designation: str) -> Level:
    """Return the level of government of a county, place or county subdivision."""
    if kind is Kind.COUNTY:
        return Level.COUNTY
    if kind is Kind.PLACE:
        return Level.MUNICIPALITY
    if state in NEW_ENGLAND and designation in ("town", "city"):
        return Level.MUNICIPALITY
    return Level.TOWNSHIP
