"""Which place and which of our agencies a row of ICE's lists is about.

A wrong match is worse than none: what fits two places or no place for certain gets
a doubt, and an editor decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from jurisdictions.derive import fold_name
from jurisdictions.enums import AgencyKind, Level
from jurisdictions.matching import PlaceNames, same_body
from jurisdictions.models import Agency, AgencyAlias, Jurisdiction
from policies.enums import MatchReason, RosterDoubt
from policies.models import RosterEntry
from policies.roster.matching.kinds import (
    CAMPUS,
    SHERIFF,
    STATEWIDE,
    WITHOUT_A_PLACE,
    kind_of,
    told,
)

__all__ = ["AgencyMatcher", "Match", "kind_of"]

# What a hit needs to be shown and compared; the rest is read when asked for.
NEEDED = {"id", "slug", "live", "name", "kind", "jurisdiction_id", "ori"}
FIELDS = tuple(  # in the model's order, by which Django makes a row an object
    field.attname for field in Agency._meta.concrete_fields if field.attname in NEEDED
)
OF_ITS_PLACE = ("jurisdiction__name", "jurisdiction__state", "jurisdiction__usps")

# Kinds that belong to their county by name, yet wait for an editor's look.
DOUBTED = {AgencyKind.CONSTABLE}


class Line(Protocol):
    """What is matched of a row: as read, not as printed."""

    state: str
    agency_name: str
    county_name: str
    place_type: str


@dataclass(frozen=True)
class Match:
    """A row's place and agency, why they fit, and what an editor should look at."""

    agency: Agency | None = None
    place: Jurisdiction | None = None
    reason: MatchReason = MatchReason.NONE
    doubts: tuple[RosterDoubt, ...] = ()


UNKNOWN = Match(doubts=(RosterDoubt.PLACE_UNKNOWN,))
AMBIGUOUS = Match(doubts=(RosterDoubt.PLACE_AMBIGUOUS,))
NO_PLACE = Match(doubts=(RosterDoubt.NO_PLACE_OF_ITS_OWN,))


class AgencyMatcher:
    """Places and agencies of some states by name; a name never leaves its state.

    Building it takes four queries; the first row in doubt of its county one more.
    """

    def __init__(self, states: Iterable[str] | None = None):
        states = None if states is None else sorted(set(states))
        self._places = PlaceNames(states)
        agencies = Agency.objects.order_by("pk")
        if states is not None:
            agencies = agencies.in_states(states)
        self._agencies, self._made = {}, {}
        self._of_place = defaultdict(list)
        self._known = defaultdict(dict)
        for row in agencies.values(*FIELDS, *OF_ITS_PLACE):
            self._agencies[row["id"]] = row
            self._of_place[row["jurisdiction_id"]].append(row)
            self._know(row, row["name"], MatchReason.AGENCY_NAME)
        aliases = AgencyAlias.objects.filter(agency__in=agencies.order_by())
        for pk, name in aliases.values_list("agency", "name"):
            self._know(self._agencies[pk], name, MatchReason.SPELLING)
        self._chosen = chosen_places()

    def match(self, line: Line) -> Match:
        """Return the place and the agency of a row."""
        if not line.agency_name:
            return Match(doubts=(RosterDoubt.AGENCY_MISSING,))
        if not line.state:
            return UNKNOWN
        known = self._known.get((line.state, fold_name(line.agency_name)), {})
        if known:
            return self._of_known(known)
        found = self._chosen.get((line.state, fold_name(line.agency_name)))
        found = found or self._place_of(line)
        return self._with_agency(line, found) if found.place else found

    def _know(self, row, name, reason):
        """Remember a spelling, unless it is a bare name of a place: the FBI's are."""
        place = row["jurisdiction__name"]
        state = row["jurisdiction__usps"] or row["jurisdiction__state"]
        if (folded := fold_name(name)) not in bare_names(place):
            self._known[state, folded].setdefault(row["id"], reason)

    def _agency(self, pk):
        """Return an agency as an object with its place, made at its first hit."""
        if pk not in self._made:
            row = {name: self._agencies[pk][name] for name in FIELDS}
            agency = Agency.from_db("default", row.keys(), row.values())
            if place := self._places.place(agency.jurisdiction_id):
                agency.jurisdiction = place
            self._made[pk] = agency
        return self._made[pk]

    def _of_known(self, known):
        """Return the match with the one agency known by a spelling."""
        if len(known) > 1:
            return Match(doubts=(RosterDoubt.AGENCY_AMBIGUOUS,))
        ((pk, reason),) = known.items()
        agency = self._agency(pk)
        return Match(agency, agency.jurisdiction, reason)

    def _place_of(self, line):
        """Return the match with a place alone, by the first rule that the name fits."""
        name, kind = fold_name(line.agency_name), kind_of(line.agency_name)
        says = told(line.agency_name)
        own = kind not in (AgencyKind.CONSTABLE, AgencyKind.PROSECUTOR)
        if own and (towns := self._towns(line, says.town)):
            return self._one(line, towns, MatchReason.PLACE_NAME)
        if self._is_of_no_place(name, kind, says):
            return NO_PLACE
        if says.county:
            doubts = NO_PLACE.doubts if kind in DOUBTED else ()
            counties = self._places.counties(line.state, says.county)
            return self._one(line, counties, MatchReason.COUNTY_NAME, doubts)
        if not own:
            return NO_PLACE
        if SHERIFF.search(name):
            return self._of_sheriff(line, name)
        return self._of_state(line, name, says)

    def _towns(self, line, town):
        """Return the towns an agency's name names; the state's name names the state."""
        state = self._places.state(line.state)
        if not town or (state and town == fold_name(state.name) and of_state(line)):
            return []
        return self._places.municipalities(line.state, town)

    def _is_of_no_place(self, name, kind, says):
        """Whether an agency is of several places or of none that we keep."""
        if kind == AgencyKind.CAMPUS_POLICE or CAMPUS.search(name) and not says.county:
            return True
        return bool(WITHOUT_A_PLACE.search(name)) and not STATEWIDE.search(name)

    def _of_sheriff(self, line, name):
        """Return the county, or the consolidated city, that names a sheriff alone."""
        bare = SHERIFF.split(name)[0].strip().removeprefix("city of ")
        found = self._places.counties(line.state, bare)
        if not found:
            towns = self._places.municipalities(line.state, bare)
            found = [row for row in towns if row.level == Level.CONSOLIDATED]
        return self._one(line, found, MatchReason.COUNTY_NAME, sure=False)

    def _of_state(self, line, name, says):
        """Return the state for an agency that name or list call the state's."""
        state = self._places.state(line.state)
        elsewhere = says.state and says.state != line.state
        own_name = ("", fold_name(state.name)) if state else ()
        its_own = says.state == line.state and says.town in own_name
        called = of_state(line) or STATEWIDE.search(name)
        if state and not elsewhere and (called or its_own):
            return Match(place=state, reason=MatchReason.STATE_AGENCY)
        return UNKNOWN

    def _one(self, line, found, reason, doubts=(), *, sure=True):
        """Return the match with the only place found, if the row's county allows it.

        A county or city that its name gives in full stands whatever county the list
        prints; of several the one in that county does.
        """
        if not found:
            return UNKNOWN
        counties = self._places.counties(line.state, line.county_name)
        fits = self._places.within(found, counties) if counties else found
        if len(found) == 1 and reason == MatchReason.COUNTY_NAME and sure:
            fits = found
        if len(fits) > 1:
            return AMBIGUOUS
        if not fits:
            return UNKNOWN
        return Match(place=fits[0], reason=reason, doubts=doubts)

    def _with_agency(self, line, found):
        """Return a match with the place's agency, where its kind and name are this.

        One entered as "sheriff or county police", for the FBI says no more, may not be
        the sheriff's whom ICE names: a county can have both.
        """
        kind = kind_of(line.agency_name, line.place_type)
        same = [
            row["id"]
            for row in self._of_place[found.place.pk]
            if kind == row["kind"] and same_body(row["name"], line.agency_name)
        ]
        if len(same) > 1:
            doubts = (*found.doubts, RosterDoubt.AGENCY_AMBIGUOUS)
            return Match(None, found.place, found.reason, doubts)
        agency = self._agency(same[0]) if same else None
        return Match(agency, found.place, found.reason, found.doubts)


def chosen_places() -> dict[tuple[str, str], Match]:
    """Return what editors chose for agencies of which we have none of the name yet."""
    entries = RosterEntry.objects.filter(
        matched_by=MatchReason.EDITOR, agency=None, jurisdiction__isnull=False
    )
    return {
        (entry.state, fold_name(entry.agency_name)): Match(
            place=entry.jurisdiction, reason=MatchReason.EDITOR
        )
        for entry in entries.select_related("jurisdiction__state").order_by("pk")
    }


@lru_cache(maxsize=50_000)
def bare_names(place: str) -> frozenset[str]:
    """Return a place's name, folded, with and without its last word."""
    return frozenset((fold_name(place), fold_name(place.rpartition(" ")[0])))


def of_state(line: Line) -> bool:
    """Return whether the list calls an agency one of the state."""
    return line.place_type.startswith("State")
