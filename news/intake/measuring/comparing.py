"""Whether a suggestion and a fact written by hand say the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jurisdictions.derive import fold_name
from jurisdictions.enums import Office
from news.intake.gazetteer import key_of
from news.intake.names import same_person
from news.intake.organizations import same_group
from news.intake.states import code_of
from policies.enums import PolicyStatus, PolicyType, Stance, VoteResult

Values = Mapping[str, Any]

FAMILIES = (
    ("287g", r"287"),
    ("hsi", r"\bhsi\b|customs|homeland security investigations"),
    ("detention", r"detention|igsa|intergovernmental|house|contract"),
    ("taskforce", r"task force"),
    ("detainer", r"detainer|hold request"),
    ("limit", r"sanctuary|welcoming|trust|limit|non-?cooperation|no.assistance|status"),
)
OF_TYPE = {
    PolicyType.PROGRAM_287G: ("287g",),
    PolicyType.HSI_CUSTOMS_DESIGNATION: ("hsi",),
    PolicyType.HSI_TASK_FORCE: ("taskforce",),
    PolicyType.DETENTION_CONTRACT: ("detention",),
    PolicyType.DETAINER_POLICY: ("detainer",),
    PolicyType.SANCTUARY_DECLARATION: ("limit",),
    PolicyType.WELCOMING_DECLARATION: ("limit",),
    # What limits help may be called either in a list of facts.
    PolicyType.NO_ASSISTANCE: ("limit", "detainer"),
    PolicyType.NO_STATUS_INQUIRY: ("limit", "detainer"),
}
STATUSES = (
    (
        "open",
        r"propos|undecid|consider|pending|schedul|table|postpon|defer|continu|"
        r"delay|introduc|applied|approved, not|weigh",
    ),
    ("rejected", r"reject|fail|denied|defeat|voted down|died"),
    (
        "ended",
        r"rescind|terminat|\bend(?:ed|s)\b|cancel|repeal|withdraw|withdrew|expired|"
        r"revoked",
    ),
    (
        "active",
        r"adopt|active|sign|effect|force|approv|pass|extend|renew|exist|current",
    ),
)
OF_STATUS = {
    PolicyStatus.PROPOSED: ("open",),
    PolicyStatus.PENDING: ("open", "active"),
    PolicyStatus.SIGNED: ("active",),
    PolicyStatus.ACTIVE: ("active",),
    PolicyStatus.REJECTED: ("rejected",),
    PolicyStatus.TERMINATED: ("ended",),
    PolicyStatus.WITHDRAWN: ("ended", "open"),
    PolicyStatus.EXPIRED: ("ended",),
}
RESULTS = (
    ("scheduled", r"schedul|upcoming|pending|expected"),
    ("continued", r"table|postpon|defer|continu|delay"),
    ("none", r"no action|no second|died|lack of a second"),
    ("withdrawn", r"withdr"),
    ("failed", r"fail|reject|denied|defeat|voted down|tie"),
    ("passed", r"pass|approv|adopt|carried|rescind|extend"),
)
OF_RESULT = {
    VoteResult.PASSED: ("passed",),
    VoteResult.FAILED: ("failed", "none"),
    VoteResult.TIED_FAILED: ("failed",),
    VoteResult.CONTINUED: ("continued",),
    VoteResult.WITHDRAWN: ("withdrawn", "continued"),
    VoteResult.NO_ACTION: ("none", "failed"),
    VoteResult.SCHEDULED: ("scheduled",),
}
OFFICES = (
    (Office.PRESIDENT_ELECT, r"president[- ]elect"),
    (
        Office.POLICE_CHIEF,
        r"police chief|chief of police|\w*pd chief|police superintendent|jefe de "
        r"polic",
    ),
    (Office.CHAIR, r"chair|council president|board president"),
    (Office.PRESIDENT, r"president"),
    (Office.GOVERNOR, r"^(?:former )?(?:governor|gobernador)"),
    (
        Office.LEGISLATOR,
        r"council|commissioner|supervisor|alder|senator|representative|vice "
        r"mayor|mayor pro|trustee|concejal|comisionad|lawmaker|legislator|"
        r"congress",
    ),
    (
        Office.STAFF,
        r"manager|administrator|deputy|clerk|executive|undersheriff|captain|"
        r"lieutenant|superintendent|secretary|judge|major|warden",
    ),
    (Office.MAYOR, r"mayor|alcalde"),
    (Office.SHERIFF, r"sheriff|alguacil"),
    (Office.ATTORNEY, r"attorney|lawyer|counsel|solicitor|prosecutor|fiscal|abogad"),
    (Office.SPOKESPERSON, r"spokes|portavoz|information officer"),
)
# An attorney general may be the country's, a councilor the chair.
NEAR = {
    Office.ATTORNEY: (Office.CABINET,),
    Office.CHAIR: (Office.LEGISLATOR,),
    Office.LEGISLATOR: (Office.CHAIR, Office.STAFF),
    Office.STAFF: (Office.CHAIR, Office.SPOKESPERSON, Office.POLICE_CHIEF),
    Office.SPOKESPERSON: (Office.STAFF,),
    Office.PRESIDENT: (Office.CHAIR,),
}


def _kind(words: str, table: tuple[tuple[str, str], ...]) -> str:
    """Return the first kind of a table whose words a label has, "" for none."""
    folded = words.casefold()
    return next((kind for kind, pattern in table if re.search(pattern, folded)), "")


def same_place(values: Values, fact: Values) -> bool:
    """Return whether a place is the one a fact names, a county only as a county."""
    name, state = fact["name"], fact.get("state") or ""
    if code := code_of(name.split(", ")[-1]):
        state = state or code
    own = values["name"]
    if state == "DC" and values["state"] == "DC":
        return True
    bare, other = (_bare(key_of(words)) for words in (own, name.split(",")[0]))
    if bare != other or (state and values["state"] != state):
        return False
    county = "county" in str(fact.get("type") or "").casefold()
    of_state = "state" in str(fact.get("type") or "").casefold()
    if of_state != (values["level"] in ("state", "territory")):
        return False
    return not county or values["level"] in ("county", "consolidated")


def _bare(key: str) -> str:
    """Return a folded name without what it may be printed with or without."""
    return re.sub(r" (?:county|parish|city|township|borough|town|village)$", "", key)


def same_seat(label: str, fact: str | None) -> bool:
    """Return whether two places are one: “Birmingham, AL” and “City of Birmingham”."""
    if not fact or not label:
        return True
    one, two = label.split(","), fact.split(",")
    if {"District of Columbia"} & {one[0]}:
        return "D.C" in fact or "District" in fact or "DC" in fact
    names = [
        _bare(key_of(re.sub(r"^(?:City|Town|County|Village) of ", "", part[0])))
        for part in (one, two)
    ]
    states = [code_of(part[-1].strip()) for part in (one, two) if len(part) > 1]
    return names[0] == names[1] and len(set(filter(None, states))) <= 1


def same_policy(values: Values, fact: Values) -> bool:
    """Return whether type, place and standing of an agreement are those of a fact."""
    words = f"{fact['type']} {fact.get('model') or ''}"
    family = _kind(words, FAMILIES)
    own = OF_TYPE.get(PolicyType(values["type"]), ("",))
    if family and family not in own:
        return False
    if not same_seat(values["jurisdiction_name"], fact.get("jurisdiction")):
        return False
    status = _kind(str(fact.get("status") or ""), STATUSES)
    return not status or status in OF_STATUS.get(PolicyStatus(values["status"]), ())


def same_body(values: Values, fact: Values) -> bool:
    """Return whether a vote is by the body that a fact names, of its place."""
    if not same_seat(values["jurisdiction_name"], fact.get("jurisdiction")):
        return False
    one, two = (set(_nouns(words)) for words in (values["body"], fact["body"]))
    return bool(one & two) or not one or not two


def _nouns(body: str) -> list[str]:
    """Return what kind of body words name; members stand for their body."""
    folded = fold_name(body)
    pairs = (
        ("council", r"council|alder|concej|ayuntamiento|cabildo"),
        ("commission", r"commission|comision"),
        ("board", r"board|supervisor|trustee|junta|legislature|quorum|fiscal court"),
        ("committee", r"committee|comite"),
        ("house", r"\bhouse\b|representatives|camara"),
        ("senate", r"\bsenate\b|senado"),
    )
    found = [noun for noun, words in pairs if re.search(words, folded)]
    if {"board", "commission"} & {*found}:
        found.append("county")  # a county's board is its commission
    return found


def same_result(values: Values, fact: Values) -> bool:
    """Return whether a vote ended as a fact says."""
    wanted = _kind(str(fact.get("result") or ""), RESULTS)
    return not wanted or wanted in OF_RESULT.get(VoteResult(values["result"]), ())


def same_counts(values: Values, fact: Values) -> bool:
    """Return whether yes and no are a fact's; of a lost vote either way round.

    Who lost “3-2” is written down as 2-3 by some and as 3-2 by others.
    """
    own = values["yes_count"], values["no_count"]
    told = fact.get("yes"), fact.get("no")
    lost = values["result"] in (VoteResult.FAILED, VoteResult.TIED_FAILED)
    return own == told or (lost and own == told[::-1])


def same_ballot(ballot: tuple[str, str], fact: Values) -> bool:
    """Return whether a member's vote is the one that a fact names."""
    name = str(fact.get("name") or fact.get("member") or fact.get("voter") or "")
    option = str(fact.get("vote") or fact.get("option") or "").casefold()
    same = {"nay": "no", "against": "no", "aye": "yes", "yea": "yes", "for": "yes"}
    same |= {"abstained": "abstain", "recuse": "recused"}
    return same_person(ballot[0], name) and ballot[1] == same.get(option, option)


def same_official(values: Values, fact: Values) -> bool:
    """Return whether a person and their role are those of a fact."""
    if not same_person(values["name"], fact["name"]):
        return False
    wanted = _kind(
        str(fact.get("role") or ""), tuple((str(o.value), w) for o, w in OFFICES)
    )
    if not wanted or fold_name(values["role"]) == fold_name(str(fact["role"])):
        return True
    own = Office(values["office"])
    near = {own, *NEAR.get(own, ())}
    return wanted in {office.value for office in near} or own in NEAR.get(
        Office(wanted), ()
    )


def same_organization(values: Values, fact: Values) -> bool:
    """Return whether a group is the one of a fact and takes the same side."""
    if not same_group(values["name"], fact["name"]):
        return False
    side = str(fact.get("stance") or "").casefold()
    if side.startswith(("support", "for", "pro")):
        return values["stance"] == Stance.SUPPORTS
    if side.startswith(("oppos", "against", "anti")):
        return values["stance"] == Stance.OPPOSES
    return True


def same_date(values: Values, day: str | None, words: str | None) -> bool:
    """Return whether a date is a fact's: the same day, month or year, or its words."""
    if day and values["date"] is not None:
        own = values["date"].isoformat()
        size = {"day": 10, "week": 10, "month": 7, "year": 4}[
            str(values["date_precision"])
        ]
        return own[: min(size, len(day))] == day[: min(size, len(day))]
    if words:
        one, two = fold_name(values["date_phrase"]), fold_name(words)
        one = re.sub(r"^(?:in|on|since|en|el|by) ", "", one)
        return bool(one) and (one in two or two in one)
    return False
