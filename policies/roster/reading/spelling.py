"""What ICE's spellings of states, models and kinds of agencies mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from jurisdictions.derive import fold_name
from policies.enums import ProgramModel, SpellingOf

STATES = {
    "Alabama": "AL",
    "Alaska": "AK",
    "American Samoa": "AS",
    "Arizona": "AZ",
    "Arkansas": "AR",
    "California": "CA",
    "Colorado": "CO",
    "Connecticut": "CT",
    "Delaware": "DE",
    "District of Columbia": "DC",
    "Florida": "FL",
    "Georgia": "GA",
    "Guam": "GU",
    "Hawaii": "HI",
    "Idaho": "ID",
    "Illinois": "IL",
    "Indiana": "IN",
    "Iowa": "IA",
    "Kansas": "KS",
    "Kentucky": "KY",
    "Louisiana": "LA",
    "Maine": "ME",
    "Maryland": "MD",
    "Massachusetts": "MA",
    "Michigan": "MI",
    "Minnesota": "MN",
    "Mississippi": "MS",
    "Missouri": "MO",
    "Montana": "MT",
    "Nebraska": "NE",
    "Nevada": "NV",
    "New Hampshire": "NH",
    "New Jersey": "NJ",
    "New Mexico": "NM",
    "New York": "NY",
    "North Carolina": "NC",
    "North Dakota": "ND",
    "Northern Mariana Islands": "MP",
    "Ohio": "OH",
    "Oklahoma": "OK",
    "Oregon": "OR",
    "Pennsylvania": "PA",
    "Puerto Rico": "PR",
    "Rhode Island": "RI",
    "South Carolina": "SC",
    "South Dakota": "SD",
    "Tennessee": "TN",
    "Texas": "TX",
    "Utah": "UT",
    "Vermont": "VT",
    "Virgin Islands": "VI",
    "Virginia": "VA",
    "Washington": "WA",
    "West Virginia": "WV",
    "Wisconsin": "WI",
    "Wyoming": "WY",
}
# Support types as ICE has printed them, folded.
MODELS = {
    "jail enforcement model": ProgramModel.JEM,
    "jem": ProgramModel.JEM,
    "task force model": ProgramModel.TFM,
    "task force officer": ProgramModel.TFM,
    "tfm": ProgramModel.TFM,
    "tribal task force model": ProgramModel.TRIBAL_TFM,
    "warrant service officer": ProgramModel.WSO,
    "warrant services officer": ProgramModel.WSO,
    "warrant service office": ProgramModel.WSO,
    "wso": ProgramModel.WSO,
}
# The column TYPE, folded; what else stands there is kept as it is.
TYPES = {
    "county": "County",
    "municipality": "Municipality",
    "muncipality": "Municipality",
    "state": "State Agency",
    "state agency": "State Agency",
}
MEANINGS: dict[str, dict[str, str]] = {
    SpellingOf.STATE: {
        **{fold_name(name): code for name, code in STATES.items()},
        **{code.lower(): code for code in STATES.values()},
    },
    SpellingOf.MODEL: {name: str(model) for name, model in MODELS.items()},
}
# A misspelling is clear when one meaning is this like it, and no other nearly so.
CLEAR = 0.85
AHEAD = 0.08
SHORTEST = 4


@dataclass(frozen=True)
class Spelt:
    """What a spelling means, and whether somebody still has to say so."""

    meaning: str
    known: bool
    settled: bool = True


def spelt(of: str, printed: str, spellings: Mapping[tuple[str, str], str]) -> Spelt:
    """Return what a cell means: as is known, as was decided, or as is likeliest.

    `spellings` are editors' decisions, {(of, folded): meaning}; an empty meaning says
    that it is none.
    """
    folded = fold_name(printed)
    if folded in MEANINGS[of]:
        return Spelt(MEANINGS[of][folded], known=True)
    if (of, folded) in spellings:
        decided = spellings[of, folded]
        return Spelt(decided, known=bool(decided))
    if not folded:
        return Spelt("", known=False)
    return Spelt(closest(of, folded), known=False, settled=False)


@lru_cache(maxsize=1000)  # a misspelt state is so in dozens of rows
def closest(of: str, folded: str) -> str:
    """Return the one meaning that a spelling is clearly meant for, or nothing."""
    likeness: dict[str, float] = {}
    for name, meaning in MEANINGS[of].items():
        if len(name) >= SHORTEST:
            ratio = SequenceMatcher(None, folded, name, autojunk=False).ratio()
            likeness[meaning] = max(ratio, likeness.get(meaning, 0.0))
    best, second = sorted(likeness, key=lambda meaning: -likeness[meaning])[:2]
    clear = likeness[best] >= CLEAR and likeness[best] - likeness[second] >= AHEAD
    return best if clear else ""


def type_of(text: str) -> str:
    """Return the kind of agency a list prints, spelled one way."""
    return TYPES.get(fold_name(text), text)
