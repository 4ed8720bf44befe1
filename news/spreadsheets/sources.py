"""The sources that rows cite: known ones, and new ones drafted once for all rows."""

from django.utils.translation import gettext as _

from jurisdictions.derive import fold_name
from jurisdictions.enums import Precision
from news.articles.addresses import address_key
from news.enums import SourceKind
from news.models import Outlet, Source
from news.spreadsheets.values import CellRefused, Known, alike

# What makes a new source; only its address or id find a known one.
TOLD = {
    "source_title": "title",
    "source_outlet": "outlet",
    "source_byline": "byline",
    "source_kind": "kind",
    "source_published": "date",
}
# Two names as alike as this are taken for one outlet spelled twice.
SAME_OUTLET = 0.88


class CitedSources:
    """The sources of one sheet. What it drafts stays unsaved until `new` is saved."""

    def __init__(self):
        self.new = []
        self.new_outlets = []
        self._known = {}
        self._told = {}
        self._outlets = {fold_name(row.name): row for row in Outlet.objects.all()}

    def cited_by(self, row):
        """Return the source that a row cites, known or drafted, or None.

        What is wrong with it is noted on the row.
        """
        url, number = row.value("source_url"), row.value("source")
        if row.wrong & {"source", "source_url"}:
            return None
        if number is not None:
            return row.told("source", self._by_id, number, url, row)
        if url:
            return row.told("source_url", self._at, url, row)
        if row.value("source_title"):
            return row.told("source_title", self._without_address, row)
        words = _("Every row cites a source: give its address, its id or its headline.")
        row.refuse("source_url", words)
        return None

    def _by_id(self, number, url, row):
        """Return the source of an id, if a row names no other one.

        :raises CellRefused: if it does, or there is none.
        """
        if number not in self._known:
            self._known[number] = Source.objects.filter(pk=number).first()
        if self._known[number] is None:
            raise CellRefused(_("There is no source with the id %s.") % number)
        known = self._known[number]
        if url and address_key(url) != address_key(known.url):
            words = _("The source of this id is at another address: “%s”.")
            raise CellRefused(words % (known.url or known))
        tell_of_difference(row, known)
        return known

    def _at(self, url, row):
        """Return the source at an address, from the record or from this sheet."""
        key = address_key(url)
        if key not in self._known:
            self._known[key] = Source.objects.at_address(url).order_by("pk").first()
        if (known := self._known[key]) is not None:
            tell_of_difference(row, known)
            return known
        return self._drafted(("at", key), row)

    def _without_address(self, row):
        """Return the source with a headline, outlet and date, and no address."""
        wanted = told_of(row)
        outlet = fold_name(row.value("source_outlet") or "")
        key = (fold_name(wanted["title"]), outlet, wanted["date"])
        if key not in self._known:
            rows = Source.objects.select_related("outlet").filter(
                title__iexact=wanted["title"], date=wanted["date"]
            )
            self._known[key] = next(
                (
                    s
                    for s in rows
                    if fold_name(s.outlet.name if s.outlet else "") == outlet
                ),
                None,
            )
        if (known := self._known[key]) is not None:
            tell_of_difference(row, known)
            return known
        return self._drafted(key, row)

    def _drafted(self, key, row):
        """Return the new source of a key, drafted by the first row that tells of it.

        :raises CellRefused: if an earlier row tells something else of it.
        """
        told = told_of(row) | {"outlet": row.told("source_outlet", self._outlet, row)}
        if key not in self._told:
            source = Source(live=False, url=row.value("source_url") or "", **told)
            self._told[key] = (row.number, told, source)
            self.new.append(source)
            row.note(_("Drafts a new source: “%s”.") % source)
        first, before, source = self._told[key]
        differing = [name for name in given(row) if before[name] != told[name]]
        if differing:
            words = _("Row %(row)s gives the same source another %(what)s.")
            raise CellRefused(words % {"row": first, "what": field_words(differing)})
        return source

    def _outlet(self, row):
        """Return the outlet a row names, drafted if nobody knows it; None for none.

        :raises CellRefused: if it is spelled almost as one that is known.
        """
        name = row.value("source_outlet")
        if not name:
            return None
        folded = fold_name(name)
        if folded not in self._outlets:
            if close := alike(name, self._outlets, cutoff=SAME_OUTLET):
                words = _("No outlet is called “%s”.") % name + close
                raise CellRefused(
                    words
                    + " "
                    + _("If it is another one, enter it under Outlets first.")
                )
            self._outlets[folded] = Outlet(name=name, live=False)
            self.new_outlets.append(self._outlets[folded])
            row.note(_("Drafts a new outlet: “%s”.") % name)
        return self._outlets[folded]


def told_of(row):
    """Return the fields of a new source that a row tells of."""
    told = {
        field: row.value(f"source_{field}") or ""
        for field in ("title", "byline", "kind")
    }
    known = row.value("source_published") or Known(None, Precision.UNKNOWN)
    return told | {
        "kind": told["kind"] or SourceKind.NEWS,
        "date": known.day,
        "date_precision": known.precision,
    }


def given(row):
    """Return the fields of a source that a row says anything of."""
    return [field for column, field in TOLD.items() if row.value(column)]


def field_words(names):
    """Return the names of some fields of a source, in words."""
    return ", ".join(str(Source._meta.get_field(name).verbose_name) for name in names)


def tell_of_difference(row, known):
    """Note where a row and the record tell differently of a source."""
    told = told_of(row)
    outlet = fold_name(known.outlet.name) if known.outlet_id else ""
    differing = [
        name
        for name in given(row)
        if (
            fold_name(row.value("source_outlet")) != outlet
            if name == "outlet"
            else told[name] != getattr(known, name)
        )
    ]
    if differing:
        words = _(
            "The source is on record with another %(what)s, which stays: “%(source)s”."
        )
        row.note(words % {"what": field_words(differing), "source": known})
