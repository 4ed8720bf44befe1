"""The Jinja2 environment of the public templates."""

from functools import lru_cache

import jinja2
from django.conf import settings
from django.contrib.humanize.templatetags.humanize import intcomma
from django.template.defaultfilters import filesizeformat
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from markupsafe import Markup

from config.languages import Addresses, addresses_of, asked
from config.listings.addresses import canonical
from config.listings.columns import absolute
from config.listings.days import shown_day
from config.sharing.frames import framed
from config.structured import breadcrumbs, script


def environment(**options) -> jinja2.Environment:
    """Return the environment: escaping on, strings translatable, no silent blanks."""
    options["undefined"] = Absent
    env = jinja2.Environment(trim_blocks=True, lstrip_blocks=True, **options)  # noqa: S701
    env.install_gettext_callables(
        gettext, translation.ngettext, newstyle=True, pgettext=pgettext
    )
    env.globals.update(
        absolute=absolute,
        addresses=addresses,
        framed=framed,
        language=translation.get_language,
        own_address=own_address,
        prose=prose,
        shown_day=shown_day,
        static=static,
        structured_data=structured_data,
        today=timezone.localdate,
        url=url,
        with_query=with_query,
    )
    env.filters.update(
        date=date_format,
        filesize=filesizeformat,
        intcomma=intcomma,
        partial_day=partial_day,
        partial_iso=partial_iso,
    )
    return env


def gettext(message: str) -> str:
    """Return a message in the language of the page, looked up once for each."""
    return _translated(translation.get_language(), message)


@lru_cache(maxsize=5_000)
def _translated(language, message):
    return translation.gettext(message)


class Absent(jinja2.StrictUndefined):
    """A name the page was not given: it may be asked about, and never printed.

    A page that prints nothing where a fact should stand would lie.
    """

    def __bool__(self):
        return False

    def __eq__(self, other):
        return isinstance(other, Absent)

    __hash__ = None


def url(name: str, *args, **kwargs) -> str:
    """Return the address of a named view: `url("place-detail", "al", "mobile")`."""
    where = (settings.ROOT_URLCONF, translation.get_language())
    return _reversed(where, name, args, tuple(kwargs.items()))


@lru_cache(maxsize=2_000)
def _reversed(where, name, args, kwargs):
    return reverse(name, args=args, kwargs=dict(kwargs))


def prose(slug: str) -> str:
    """Return the address of a prose page: `prose("method")`."""
    return url("wagtail_serve", f"{slug}/")


def addresses(request) -> Addresses:
    """Return where a page is, for its head: for good, and in each language."""
    return addresses_of(request.path, request.GET)


def structured_data(found, trail=(), here="") -> str:
    """Return what a page tells search engines: its things, and the way to it."""
    told = [thing for thing in found if thing]
    told += [breadcrumbs(trail, here)] if trail else []
    return Markup("").join(map(script, told))


def with_query(params, **changes) -> str:
    """Return a query with some parameters replaced; None takes one away.

    `params` is a QueryDict. Keys come out sorted, so that one list has one address.
    """
    query = params.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = str(value)
    return f"?{canonical(query)}"


def own_address(request) -> str:
    """Return where a page is found again, its question in the order of its own."""
    return absolute(asked(request.path, request.GET))


def partial_day(day, precision: str) -> str:
    """Return as much of a date as is known: "Dec 7, 2021", "Nov 2021", "2016"."""
    return _partial_day(translation.get_language(), day, precision)


@lru_cache(maxsize=20_000)
def _partial_day(_language, day, precision):
    # Translators: month and year, short, as Django writes a date's format.
    patterns = {"year": "Y", "month": pgettext("format of a date", "M Y")}
    words = date_format(day, patterns.get(precision, "SHORT_DATE_FORMAT"))
    return _("week of %s") % words if precision == "week" else words


def partial_iso(day, precision: str) -> str:
    """Return as much of a date as is known, for machines: "2021-11", "2021-W48"."""
    if precision == "week":
        return f"{day:%G-W%V}"
    return day.isoformat()[: {"year": 4, "month": 7}.get(precision, 10)]
