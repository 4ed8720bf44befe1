"""From the names that people write to records; what is not certain is refused."""

import re

from django.db.models import Q
from django.utils.translation import gettext as _

from jurisdictions.derive import fold_name
from jurisdictions.models import Agency, Body, Official, Organization
from news.spreadsheets.places import SHOWN, PlacesByName, listed, several_called
from news.spreadsheets.values import CellRefused, alike
from policies.models import Policy, Vote


class RecordNames:
    """The records that the cells of one sheet name, each looked up once."""

    def __init__(self):
        self._found = {}
        self._places = PlacesByName()

    def _once(self, look, *asked):
        """Return what a search finds, or refuse as it did before."""
        key = (look.__name__, *asked)
        if key not in self._found:
            try:
                self._found[key] = look(*asked)
            except CellRefused as refusal:
                self._found[key] = refusal
        found = self._found[key]
        if isinstance(found, CellRefused):
            raise found
        return found

    def place(self, text):
        """Return the place that a cell names.

        By GEOID, by the address of its page, or by its name and state.

        :raises CellRefused: if there is none, or several are called so.
        """
        return self._once(self._places.find, text)

    def agency(self, text, place):
        """Return an agency of a place, by its name, alias or address.

        :raises CellRefused: if there is none, or several are called so.
        """
        return self._once(self._in_place, Agency, text, place)

    def body(self, text, place):
        """Return a body of a place, by its name or address.

        :raises CellRefused: if there is none, or several are called so.
        """
        return self._once(self._in_place, Body, text, place)

    def federal_agency(self, text):
        """Return a federal agency, by its name, abbreviation or address.

        :raises CellRefused: if there is none, or several are called so.
        """
        return self._once(self._federal_agency, text)

    def official(self, text, place):
        """Return an official of a place by name, or any by address.

        :raises CellRefused: if there is none, or several are called so.
        """
        found = self._once(self._officials, text, place)
        if len(found) == 1:
            return found[0]
        if found:
            raise CellRefused(several_called(text, found, by_slug))
        words = _("No official of %(place)s is called “%(name)s”.")
        elsewhere = self._once(self._officials_anywhere, text)
        hint = _("Write the address of the one you mean: %s.")
        raise CellRefused(
            words % {"place": place, "name": text}
            + (" " + hint % listed(elsewhere, by_slug) if elsewhere else "")
        )

    def member(self, text, place):
        """Return an official of a place, or None if none is called so.

        :raises CellRefused: if several are called so.
        """
        found = self._once(self._officials, text, place)
        if len(found) > 1:
            raise CellRefused(several_called(text, found, by_slug))
        return found[0] if found else None

    def organization(self, text):
        """Return an organization, by its name, alias or address.

        :raises CellRefused: if there is none, or several are called so.
        """
        return self._once(self._organization, text)

    def policy(self, text, place):
        """Return a policy by its id, or one of a place by its address.

        :raises CellRefused: if there is none.
        """
        return self._once(self._policy, text, place)

    def by_id(self, model, number):
        """Return a record by its id.

        :raises CellRefused: if there is none.
        """
        return self._once(self._by_id, model, number)

    def vote(self, number):
        """Return a vote by its id.

        :raises CellRefused: if there is none.
        """
        return self.by_id(Vote, number)

    def _by_id(self, model, number):
        found = model.objects.filter(pk=number).first()
        if found is None:
            words = _("There is no %(kind)s with the id %(number)s.")
            kind = model._meta.verbose_name
            raise CellRefused(words % {"kind": kind, "number": number})
        return found

    def _in_place(self, model, text, place):
        rows = model.objects.filter(jurisdiction=place).select_related(
            "jurisdiction__state"
        )
        if model is Agency:
            rows = rows.prefetch_related("aliases")
        words = _("%(place)s has no %(kind)s “%(name)s”.") % {
            "place": place,
            "kind": model._meta.verbose_name,
            "name": text,
        }
        return named(text, list(rows), words)

    def _federal_agency(self, text):
        rows = Agency.objects.federal().prefetch_related("aliases")
        words = _("There is no federal agency “%s”.") % text
        return named(text, list(rows.select_related("jurisdiction__state")), words)

    def _officials(self, text, place):
        slug = Official.objects.filter(slug=text)
        if found := list(slug):
            return found
        paths = ("jurisdiction", "agency__jurisdiction", "body__jurisdiction")
        here = Q()
        for path in paths:
            here |= Q(**{f"terms__{path}": place})
        rows = Official.objects.filter(here).named_like(text).distinct()
        return [row for row in rows if fold_name(row.name) == fold_name(text)]

    def _officials_anywhere(self, text):
        rows = Official.objects.named_like(text).order_by("pk")[:SHOWN]
        return [row for row in rows if fold_name(row.name) == fold_name(text)]

    def _organization(self, text):
        rows = Organization.objects.filter(slug=text) | Organization.objects.named_like(
            text
        )
        rows = rows.prefetch_related("aliases").select_related("jurisdiction__state")
        words = _("There is no organization “%s”: import or enter it first.") % text
        return named(text, list(rows), words)

    def _policy(self, text, place):
        if re.fullmatch(r"#?[0-9]{1,18}", text):
            return self.by_id(Policy, int(text.removeprefix("#")))
        found = Policy.objects.filter(jurisdiction=place, slug=text).first()
        if found is None:
            words = _(
                "%(place)s has no agreement or policy at “%(name)s”: write its id."
            )
            raise CellRefused(words % {"place": place, "name": text})
        return found


def names_of(record):
    """Return the names that find a record, folded."""
    found = [str(record), getattr(record, "abbreviation", "")]
    if hasattr(record, "aliases"):
        found += [alias.name for alias in record.aliases.all()]
    return {fold_name(name) for name in found if name}


def named(text, rows, words):
    """Return the one of some records that is called so, or has such an address.

    :raises CellRefused: if there is none, or several are called so.
    """
    if found := [row for row in rows if row.slug == text]:
        return found[0]
    found = [row for row in rows if fold_name(text) in names_of(row)]
    if len(found) > 1:
        raise CellRefused(several_called(text, found, by_slug))
    if not found:
        spelled = {name: row for row in rows for name in names_of(row)}
        raise CellRefused(words + alike(text, spelled))
    return found[0]


def by_slug(row):
    """Return what tells a record apart: its address, and its label."""
    return f"{row.slug} ({row.autocomplete_label()})"
