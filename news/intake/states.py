"""The states of the country as newspapers write them."""

from __future__ import annotations

import re

# Postal code: name, and the Associated Press's abbreviation where it has one.
STATES: dict[str, tuple[str, str]] = {
    "AL": ("Alabama", "Ala."),
    "AK": ("Alaska", ""),
    "AZ": ("Arizona", "Ariz."),
    "AR": ("Arkansas", "Ark."),
    "CA": ("California", "Calif."),
    "CO": ("Colorado", "Colo."),
    "CT": ("Connecticut", "Conn."),
    "DE": ("Delaware", "Del."),
    "DC": ("District of Columbia", "D.C."),
    "FL": ("Florida", "Fla."),
    "GA": ("Georgia", "Ga."),
    "HI": ("Hawaii", ""),
    "ID": ("Idaho", ""),
    "IL": ("Illinois", "Ill."),
    "IN": ("Indiana", "Ind."),
    "IA": ("Iowa", ""),
    "KS": ("Kansas", "Kan."),
    "KY": ("Kentucky", "Ky."),
    "LA": ("Louisiana", "La."),
    "ME": ("Maine", ""),
    "MD": ("Maryland", "Md."),
    "MA": ("Massachusetts", "Mass."),
    "MI": ("Michigan", "Mich."),
    "MN": ("Minnesota", "Minn."),
    "MS": ("Mississippi", "Miss."),
    "MO": ("Missouri", "Mo."),
    "MT": ("Montana", "Mont."),
    "NE": ("Nebraska", "Neb."),
    "NV": ("Nevada", "Nev."),
    "NH": ("New Hampshire", "N.H."),
    "NJ": ("New Jersey", "N.J."),
    "NM": ("New Mexico", "N.M."),
    "NY": ("New York", "N.Y."),
    "NC": ("North Carolina", "N.C."),
    "ND": ("North Dakota", "N.D."),
    "OH": ("Ohio", ""),
    "OK": ("Oklahoma", "Okla."),
    "OR": ("Oregon", "Ore."),
    "PA": ("Pennsylvania", "Pa."),
    "PR": ("Puerto Rico", ""),
    "RI": ("Rhode Island", "R.I."),
    "SC": ("South Carolina", "S.C."),
    "SD": ("South Dakota", "S.D."),
    "TN": ("Tennessee", "Tenn."),
    "TX": ("Texas", "Tex."),
    "UT": ("Utah", ""),
    "VT": ("Vermont", "Vt."),
    "VA": ("Virginia", "Va."),
    "WA": ("Washington", "Wash."),
    "WV": ("West Virginia", "W.Va."),
    "WI": ("Wisconsin", "Wis."),
    "WY": ("Wyoming", "Wyo."),
}
# As Spanish writes them, and other usual ways.
ALSO = {
    "Carolina del Norte": "NC",
    "Carolina del Sur": "SC",
    "Dakota del Norte": "ND",
    "Dakota del Sur": "SD",
    "Luisiana": "LA",
    "Misisipi": "MS",
    "Misuri": "MO",
    "Nueva Jersey": "NJ",
    "Nueva York": "NY",
    "Nuevo México": "NM",
    "Nuevo Hampshire": "NH",
    "Oregón": "OR",
    "Pensilvania": "PA",
    "Tejas": "TX",
    "Virginia Occidental": "WV",
    "Washington state": "WA",
    "Distrito de Columbia": "DC",
}
NAMES = {name: code for code, (name, _short) in STATES.items()} | ALSO
SHORT = {short: code for code, (_name, short) in STATES.items() if short} | {
    "Tex.": "TX",
    "W. Va.": "WV",
    "N. Y.": "NY",
    "N. J.": "NJ",
    "Penn.": "PA",
    "Wisc.": "WI",
}
_any = "|".join(
    re.escape(word) for word in sorted({*NAMES, *SHORT, *STATES}, key=len, reverse=True)
)
# Behind a place: “, Ala.”, “, AL”, “ (Alabama)”, “, Georgia”.
TAG = re.compile(rf"(?:,\s+|\s+\(|,?\s+en\s+(?=\w{{5}}))({_any})(?![\w-])")
NAMED = re.compile(
    r"(?<![\w.-])("
    + "|".join(re.escape(word) for word in sorted(NAMES, key=len, reverse=True))
    + r"|D\.C\.)(?![\w-])"
)
# “South Florida” speaks of Florida; “West Virginia” is another state.
REGION = re.compile(
    r"(?:(?:South|North|East|West|Central|Southern|Northern|Eastern|Western|Southeast|"
    r"Southwest|Northeast|Northwest|Upstate|Coastal|Middle|Metro)(?:ern)? )$"
)


def code_of(word: str) -> str:
    """Return the postal code of a state by its name, abbreviation or code, else ""."""
    if word in STATES:
        return word
    return NAMES.get(word) or SHORT.get(word) or ("DC" if word == "D.C." else "")
