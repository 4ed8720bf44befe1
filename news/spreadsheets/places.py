"""A place by its GEOID, the address of its page, or its name and state."""

import re
from functools import cached_property

from django.utils.translation import gettext as _

from config.languages import bare
from jurisdictions.derive import fold_name
from jurisdictions.enums import Level
from jurisdictions.matching import PlaceNames
from jurisdictions.models import Jurisdiction
from news.spreadsheets.values import CellRefused, alike

# A place's page: `us/al/birmingham`, or the end or the whole of such an address.
PATH = re.compile(
    r"(?:https?://[^/]+)?/?(?:(?:es/)?us/)?([a-z]{2})/([\w-]+)/?"
    r"|(?:https?://[^/]+)?/?(?:es/)?us/([a-z]{2})/?",
    re.IGNORECASE,
)
# Without its leading zero, which spreadsheets drop: state, county, place, township.
WITHOUT_ZERO = {1: 2, 4: 5, 6: 7, 9: 10}
# What `PlaceNames` leaves out, because no list of agencies prints it.
OTHER_LEVELS = (Level.TRIBAL, Level.SPECIAL)
SHOWN = 6


class PlacesByName:
    """The places of the record; a state's names are read when one is asked for."""

    def __init__(self):
        self._indexes = {}

    def find(self, text):
        """Return the place that a cell names: Denver for Denver County too.

        :raises CellRefused: if there is none, or several are called so.
        """
        found = self._named(text)
        return found.one_with or found

    def _named(self, text):
        if text.isascii() and text.isdecimal():
            geoid = text.zfill(WITHOUT_ZERO.get(len(text), 0))
            return only(
                text, places().filter(geoid=geoid), _("No place has the GEOID “%s”.")
            )
        if match := PATH.fullmatch(text):
            state, slug = match[1] or match[3], match[2]
            return only(text, at_path(state, slug), _("There is no page “%s”."))
        name, comma, state = (part.strip() for part in text.rpartition(","))
        code = self._states.get(fold_name(state))
        if not comma:
            return self._whole_state(text, code)
        if code is None:
            raise CellRefused(_("There is no state “%s”.") % state)
        if code not in self._indexes:
            self._indexes[code] = PlaceNames([code])
        index = self._indexes[code]
        found = {
            row.pk: row
            for row in (
                *index.municipalities(code, name),
                *index.counties(code, name),
                *places().filter(state=code, level__in=OTHER_LEVELS, name__iexact=name),
            )
        }
        if not found:
            words = _("No place is called “%s”. Its GEOID always finds it.") % text
            raise CellRefused(words + alike(name, self._names_in(code)))
        return only(text, places().filter(pk__in=found), "%s")

    def _names_in(self, code):
        """Return the names of a state's places, by how they are compared."""
        names = Jurisdiction.objects.filter(state=code).values_list("name", flat=True)
        return {fold_name(name): name for name in names}

    def _whole_state(self, text, code):
        """Return a state or the nation, which need no state beside them."""
        if fold_name(text) in ("united states", "us", "usa"):
            return only(text, at_path(None, None), _("There is no page “%s”."))
        if code is None:
            words = _("“%s” could be in any state: write “Birmingham, AL”.")
            raise CellRefused(words % text)
        return only(text, places().filter(usps=code), _("There is no state “%s”."))

    @cached_property
    def _states(self):
        """The postal code of each state, by its folded code and name."""
        rows = Jurisdiction.objects.states().values_list("usps", "name")
        return {fold_name(word): usps for usps, name in rows for word in (usps, name)}


def places():
    """Return all places with what their names need."""
    return Jurisdiction.objects.select_related("state", "one_with__state")


def at_path(state, slug):
    """Return the places whose page has an address: the nation, a state, a place."""
    if state is None:
        return places().filter(level=Level.FEDERAL)
    if slug is None:
        return places().filter(usps=state.upper())
    return places().filter(state=state.upper(), slug=slug.lower())


def only(text, rows, words):
    """Return the only row of a query.

    :raises CellRefused: if there is none, or several.
    """
    found = list(rows.order_by("pk")[: SHOWN + 1])
    if not found:
        raise CellRefused(words % text)
    if len(found) > 1:
        raise CellRefused(several_called(text, found, by_geoid))
    return found[0]


def several_called(text, rows, called):
    """Return a sentence with the records that a name could mean."""
    words = _("“%(name)s” could be any of these, write which: %(list)s.")
    return words % {"name": text, "list": listed(rows, called)}


def listed(rows, called):
    """Return the first few records, each with what tells it from the others."""
    shown = [called(row) for row in rows[:SHOWN]]
    return "; ".join(shown + (["…"] if len(rows) > SHOWN else []))


def by_geoid(row):
    """Return what tells a place apart: its GEOID, else its address."""
    known = row.geoid or bare(row.get_absolute_url())
    return f"{known} ({row.autocomplete_label()})"
