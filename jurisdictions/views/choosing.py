"""Which places a comparison is asked for, and how: from a query string and back."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from django.core.exceptions import BadRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from config.listings import MAX_QUERY_LENGTH, asked_day
from jurisdictions.models import Jurisdiction, led_on

FEWEST, MOST = 2, 4
PATH = re.compile(r"us/[a-z]{2}(/[-\w]{1,120})?", re.ASCII)
DIFFERS = "differs"


@dataclass(frozen=True)
class Choice:
    """The places a reader chose, in the reader's order, and how to show them.

    `moved` says that the question was put in other words than the address has.
    """

    places: list = field(default_factory=list)
    repeated: list = field(default_factory=list)
    missing: list = field(default_factory=list)
    paths: list = field(default_factory=list)
    as_of: date | None = None
    only_differs: bool = False
    add: str = ""
    moved: bool = False

    @property
    def is_enough(self):
        """Whether there is something to compare."""
        return len(self.places) >= FEWEST

    @property
    def is_full(self):
        """Whether no further place fits."""
        return len(self.places) >= MOST

    def beside(self, place):
        """Return the choice with one place more."""
        return self._of([*self.places, place])

    def without(self, place):
        """Return the choice with one place less."""
        return self._of([row for row in self.places if row != place])

    def today(self):
        """Return the choice without its day."""
        return replace(self.found(), as_of=None)

    def every_row(self):
        """Return the choice with the rows that do not differ."""
        return replace(self.found(), only_differs=False)

    def found(self):
        """Return the choice of the places that there are, each once."""
        return self._of(self.places)

    def _of(self, places):
        return replace(self, places=places, paths=[row.path for row in places], add="")

    def parameters(self):
        """Return the parameters of the comparison's address, each with its values."""
        found = {
            "p": self.paths,
            "as_of": [self.as_of.isoformat()] if self.as_of else [],
            "only": [DIFFERS] if self.only_differs else [],
            "add": [self.add] if self.add else [],
        }
        return {name: values for name, values in found.items() if values}

    def address(self, name="compare"):
        """Return where the comparison stands, on the page or another face."""
        # A place's path stays as it is: an address that can be read and typed.
        query = urlencode(self.parameters(), doseq=True).replace("%2F", "/")
        return f"{reverse(name)}?{query}" if query else reverse(name)


def chosen(request):
    """Return what a reader asks to compare.

    :raises BadRequest: when the question has no meaning, in words.
    """
    asked = _asked(request.GET)
    settled = [path.strip().strip("/").lower() for path in asked["p"]]
    for given, path in zip(asked["p"], settled, strict=True):
        if not PATH.fullmatch(path):
            words = _("“%s” is no place’s address: give one such as us/al/birmingham.")
            raise BadRequest(words % given[:80])
    settled, found = _settled(settled)
    places = [found[path] for path in dict.fromkeys(settled) if path in found]
    choice = Choice(
        places=places,
        repeated=[row for row in places if settled.count(row.path) > 1],
        missing=[path for path in dict.fromkeys(settled) if path not in found],
        paths=settled,
        as_of=asked_day(request),
        only_differs=bool(asked["only"]),
        add="".join(asked["add"]),
    )
    return replace(choice, moved=dict(request.GET.lists()) != choice.parameters())


def _asked(query):
    """Return the values of each parameter, those that a form sent empty left out."""
    names = ("p", "as_of", "only", "add")
    for name in query:
        if name not in names:
            raise BadRequest(_("We do not know the parameter “%s”.") % name[:40])
    asked = {
        name: [value for value in query.getlist(name) if value.strip()]
        for name in names
    }
    for name in ("as_of", "only", "add"):
        if len(asked[name]) > 1:
            raise BadRequest(_("%s: give one value only.") % name)
    if len(asked["p"]) > MOST:
        words = _("At most %(most)s places stand side by side; you asked for %(num)s.")
        raise BadRequest(words % {"most": MOST, "num": len(asked["p"])})
    if asked["only"] not in ([], [DIFFERS]):
        raise BadRequest(_("only: the one value is “%s”.") % DIFFERS)
    if any(len(words) > MAX_QUERY_LENGTH for words in asked["add"]):
        words = _("Add a place: write at most %s characters.")
        raise BadRequest(words % MAX_QUERY_LENGTH)
    return asked


def _settled(paths):
    """Return where the places are today, and {path: place} of the public ones.

    An old address leads on, and so does a place that is one government with a city.
    """
    found = _places(paths)
    absent = [path for path in paths if path not in found]
    if absent:
        before = led_on([f"/{path}/" for path in absent])
        new = {old.strip("/"): address.strip("/") for old, address in before.items()}
        paths = [new.get(path, path) for path in paths]
        found |= _places([path for path in new.values() if PATH.fullmatch(path)])
    for path, place in list(found.items()):
        if city := place.shown("one_with"):
            paths = [city.path if asked == path else asked for asked in paths]
            found[city.path] = city
    return paths, found


def _places(paths):
    rows = Jurisdiction.objects.for_detail().at_paths(paths) if paths else ()
    return {row.path: row for row in rows}
