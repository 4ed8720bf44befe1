"""Public roles as articles print them, in English and Spanish."""

from __future__ import annotations

import re
from typing import NamedTuple

from jurisdictions.enums import Office


class Role(NamedTuple):
    """A way to print a role: the office it is, and the level of place it is of."""

    words: str
    office: Office
    of: str


TOWN, COUNTY, STATE, NATION, ANY, GROUP = "town", "county", "state", "us", "any", ""

# The longest words first: “police chief” before “chief”, “vice mayor” before “mayor”.
ROLES = (
    Role(r"president[- ]elect|president[ea] elect[oa]", Office.PRESIDENT_ELECT, NATION),
    Role(r"vice president|vicepresident[ea]", Office.STAFF, NATION),
    Role(
        r"(?:city |town |village |county |county board |county commission |council |"
        r"city council |board |school board |commission |committee |senate |house )"
        r"(?:vice[- ])?(?:president|chair(?:man|woman|person)?)",
        Office.CHAIR,
        ANY,
    ),
    Role(
        r"juez[a]? del condado|(?:county )?judge[-/ ]executive|(?:county )?jailer",
        Office.STAFF,
        COUNTY,
    ),
    Role(r"police juror", Office.LEGISLATOR, COUNTY),
    Role(
        r"president[ea] (?:de la comisión|del concejo|de la junta)(?: (?:de|del|"
        r"municipal) ?(?:comisionados|supervisores|condado|municipal)?)?",
        Office.CHAIR,
        ANY,
    ),
    Role(r"(?:u\.s\.|united states|us) attorney general", Office.CABINET, NATION),
    Role(r"(?:deputy|assistant) attorney general", Office.STAFF, STATE),
    Role(
        r"(?:state )?attorney general|(?:el |la )?(?:fiscal|procurador[a]?) general",
        Office.ATTORNEY,
        STATE,
    ),
    Role(
        r"u\.s\. (?:sen(?:ator|\.)?|rep(?:resentative|\.)?)|congress(?:man|woman)|"
        r"congresista",
        Office.LEGISLATOR,
        NATION,
    ),
    Role(
        r"u\.s\. (?:district )?(?:judge|attorney)|federal judge|juez[a]? federal",
        Office.STAFF,
        NATION,
    ),
    Role(
        r"(?:homeland security|dhs|interior|defense|labor) secretary|border czar|"
        r"secretari[oa] de seguridad nacional",
        Office.CABINET,
        NATION,
    ),
    Role(
        r"(?:state )?sen(?:ator|\.)|(?:state )?rep(?:resentative|\.)|"
        r"(?:state )?(?:assembly|house )(?:man|woman|member)|assemblymember|"
        r"state delegate|del\.|(?:house|senate) (?:speaker|majority leader|"
        r"minority leader)|"
        r"(?:representante|senador[a]?|diputad[oa]) estatal|senador[a]?",
        Office.LEGISLATOR,
        STATE,
    ),
    Role(r"lieutenant governor|lt\. gov\.|vicegobernador[a]?", Office.STAFF, STATE),
    Role(r"secretary of state|secretari[oa] de estado", Office.STAFF, STATE),
    Role(r"governor|gov\.|gobernador[a]?", Office.GOVERNOR, STATE),
    Role(
        r"(?:vice|deputy)[- ]mayor|mayor pro[- ]tem(?:pore)?|mayor pro tem|"
        r"vicealcalde(?:sa)?",
        Office.LEGISLATOR,
        TOWN,
    ),
    Role(
        r"mayor(?! pro)|alcalde(?:sa)?(?: interin[oa]| en funciones)?|"
        r"village president|town supervisor",
        Office.MAYOR,
        TOWN,
    ),
    Role(
        r"(?:assistant|deputy|interim assistant) (?:police )?chief|"
        r"subjefe de (?:la )?polic[íi]a|police (?:captain|lieutenant|"
        r"commander|sergeant)",
        Office.STAFF,
        TOWN,
    ),
    Role(
        r"(?:interim |acting )?(?:metro |city |town |village )?"
        r"(?:police chief|chief of police|police superintendent|police commissioner|"
        r"police director|public safety director)|(?:[A-Z]{2,5}PD|LAPD|NYPD) chief|"
        r"jef[ea] (?:interin[oa] )?de (?:la )?polic[íi]a|jef[ea] policial|chief",
        Office.POLICE_CHIEF,
        TOWN,
    ),
    Role(
        r"undersheriff|chief deputy|(?:sheriff's )?(?:captain|lieutenant|"
        r"sergeant|major)|"
        r"jail (?:administrator|commander|director)|corrections director|sgt\.|lt\.|"
        r"capt\.|maj\.",
        Office.STAFF,
        COUNTY,
    ),
    Role(r"sheriff[- ]elect", Office.STAFF, COUNTY),
    Role(
        r"(?:county )?sheriff(?!'s)|alguacil(?: del condado)?", Office.SHERIFF, COUNTY
    ),
    Role(
        r"(?:county |district |parish |state's |commonwealth's |city |town |village |"
        r"assistant (?:city|county) |deputy (?:city|county) |interim (?:city|county) )"
        r"(?:attorney|solicitor|counsel|prosecutor)|"
        r"(?:fiscal|abogad[oa]) (?:de la ciudad|municipal|del condado|de distrito)|"
        r"(?:city|county) solicitor|solicitor|district attorney",
        Office.ATTORNEY,
        ANY,
    ),
    Role(
        r"(?:county|city|town|village|borough|assistant city|assistant county|"
        r"deputy city|interim city|interim county) (?:manager|administrator|clerk|"
        r"executive|auditor|treasurer|secretary)|(?:county|parish) "
        r"(?:mayor|executive|judge|president)|"
        r"administrador[a]? (?:de la ciudad|municipal|del condado)|"
        r"secretari[oa] municipal",
        Office.STAFF,
        ANY,
    ),
    Role(
        r"(?:county |parish |county board )?supervisor[a]?|"
        r"(?:county |parish )(?:commissioner|councilman|councilwoman|councilor|"
        r"council ?member|board member|legislator)|freeholder|"
        r"comisionad[oa] (?:del condado|de condado)|supervisor[a]? del condado",
        Office.LEGISLATOR,
        COUNTY,
    ),
    Role(
        r"(?:city |town )?(?:commissioner|comisionad[oa])|comisionad[oa] "
        r"municipal|representante",
        Office.LEGISLATOR,
        ANY,
    ),
    Role(
        r"(?:city |town |village |metro |borough )?(?:council ?(?:man|woman|"
        r"member|person|or)|"
        r"councillor|council-?member|alder(?:man|woman|person)?|selectman|selectwoman|"
        r"select board member)|(?:village |town |township )trustee|ald\.|"
        r"concejal[a]?(?: municipal)?|regidor[a]?|miembro del (?:concejo|"
        r"consejo|cabildo)"
        r"(?: municipal)?",
        Office.LEGISLATOR,
        TOWN,
    ),
    Role(
        r"(?:school board|school committee|board) (?:member|trustee)|trustee",
        Office.LEGISLATOR,
        ANY,
    ),
    Role(
        r"(?:city |county |town |state |ice |police |sheriff's |department )?"
        r"(?:(?:public|press|chief) )?(?:spokes(?:man|woman|person)|press secretary|"
        r"public information officer|communications director|portavoz|vocera|vocero)",
        Office.SPOKESPERSON,
        ANY,
    ),
    Role(r"president|president[ea]", Office.PRESIDENT, NATION),
    Role(r"(?:vice[- ])?chair(?:man|woman|person)?", Office.CHAIR, ANY),
    Role(r"superintendent|superintendente|fire chief|warden", Office.STAFF, ANY),
)
# They lead or speak for a group; only an apposition names them.
LEADERS = (
    r"(?:(?:co-?)?executive |policy |legal |advocacy |deputy |state |managing |"
    r"regional |campaign |organizing )*(?:director[a]?|directora ejecutiva|"
    r"director ejecutivo|coordinator|coordinador[a]?|organizer|organizador[a]?|"
    r"founder|co-?founder|fundador[a]?|president|president[ea]|leader|líder|pastor|"
    r"chair(?:man|woman|person)?|secretary|member|policy analyst|analyst|"
    r"strategist|spokes(?:man|woman|person)|portavoz|vocer[oa])"
)
LAWYERS = (
    r"(?:(?:staff|senior|civil rights|immigration|lead|senior staff) "
    r")*(?:attorney|lawyer|counsel|abogad[oa])"
)
FORMER = re.compile(
    r"\b(?:former|ex-?|then-|late|retired|onetime|one-time|previous|exalcalde(?:sa)?|"
    r"anterior|entonces)[ -]?$",
    re.IGNORECASE,
)
_single = "|".join(f"(?:{role.words})" for role in ROLES)
TITLE = rf"(?i:{_single})"
PLURALS = (
    r"(?i:(?:city |county |town |village )?(?:council ?members|councilmen|councilwomen|"
    r"councilors|commissioners|supervisors|alders|aldermen|alderpersons|trustees|"
    r"selectmen|concejales|comisionad[oa]s|regidor[ea]s|supervisores|"
    r"(?:state )?(?:sens\.|reps\.|senators|representatives)))"
)
_compiled = tuple((re.compile(role.words, re.IGNORECASE), role) for role in ROLES)


def role_of(words: str) -> Role | None:
    """Return the role that words print, the first of the list that they are."""
    for pattern, role in _compiled:
        if pattern.fullmatch(words):
            return role
    return None


def role_of_plural(words: str) -> Role:
    """Return the role of several that a plural prints: “council members”."""
    folded = words.casefold()
    if "sen" in folded[:12] or "rep" in folded[:12]:
        return Role(words, Office.LEGISLATOR, STATE)
    of = COUNTY if "superv" in folded or "county" in folded else ANY
    of = TOWN if folded.startswith(("city", "town", "alder", "concej")) else of
    return Role(words, Office.LEGISLATOR, of)
