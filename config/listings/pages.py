"""A listing as a page: filters with counts, chips, sort and one page of rows."""

from django.core.paginator import EmptyPage, Paginator
from django.http import Http404
from django.shortcuts import render
from django.template.loader import get_template
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views import View
from markupsafe import Markup

from config.listings.addresses import canonical
from config.listings.faces.offers import offered
from config.listings.memory import remembered

# Rows of one listing kept as HTML, of about a kilobyte each.
ROWS_KEPT = 2_000


class FilteredList(View):
    """A listing page: filters, chips, count, sort and one page of rows."""

    filterset_class = None
    template_name = None
    row_template = None
    heading = ""
    # What machines may read of a row; the faces of the listing are made of it.
    columns = ()
    paginate_by = 50

    def get(self, request, *args, **kwargs):
        """Answer with the rows that match, or say what is wrong with the query."""
        filterset = self.filterset_class.from_request(request)
        number = request.GET.get("page") or "1"
        page = page_of(Keys(filterset), number, self.paginate_by)
        keys = page.object_list
        chips = filterset.chips()
        context = {
            "heading": self.heading,
            "filterset": filterset,
            "form": filterset.form,
            "facets": filterset.facets(),
            "chips": chips,
            "removals": removals(filterset, chips),
            "problems": filterset.problems,
            "page": page,
            "rows": self.row_pages(keys, filterset),
            "count": filterset.count,
            "total": filterset.total,
            "as_of": filterset.day,
            "query": self.query_of(filterset),
            "offers": self.offers(request, filterset),
        }
        status = 400 if filterset.exceeds_limits else 200
        context |= self.more(filterset)
        return render(request, self.template_name, context, status=status)

    def offers(self, request, filterset):
        """Return the files of the list, none where machines read no columns of it."""
        if not self.columns or filterset.problems:
            return []
        return offered(type(self), request.resolver_match.url_name, filterset)

    def prepare(self, row, filterset):
        """Return one row as its template takes it."""
        return row

    def row_pages(self, keys, filterset):
        """Return the rows with these keys as HTML, in their order.

        As long as the record stands, a row that was on one page is known for the next;
        a past day's rows are not kept.
        """
        known = {}
        if filterset.day is None:
            what = (type(self), get_language(), timezone.localdate())
            known = remembered(filterset.version, what, dict)
        missing = [key for key in keys if key not in known]
        if len(known) + len(missing) > ROWS_KEPT:
            known.clear()
            missing = keys
        template = get_template(self.row_template).template
        day = filterset.day or timezone.localdate()
        for row in filterset.page_rows(missing) if missing else ():
            html = template.render(row=self.prepare(row, filterset), day=day)
            known[row.pk] = Markup(html)  # noqa: S704 - made by the template
        return [known[key] for key in keys if key in known]

    def more(self, filterset):
        """Return what else the page prints."""
        return {}

    def query_of(self, filterset):
        """Return the query string without the page, to link other pages with."""
        query = filterset.data.copy()
        query.pop("page", None)
        return canonical(query)


def removals(filterset, chips):
    """Return (chip, rows without it) where one filter less helps an empty list."""
    if filterset.count or filterset.problems:
        return []
    counted = ((chip, filterset.count_without(chip)) for chip in chips)
    return [(chip, count) for chip, count in counted if count]


class NoSuchPage(Http404):
    """A list is there, and the page of it that was asked for is not."""


class Keys:
    """The keys of the rows that match, as a paginator takes them."""

    def __init__(self, filterset):
        self.filterset = filterset

    def __len__(self):
        return self.filterset.count

    def __getitem__(self, part):
        if not self.filterset.count:
            return []
        return self.filterset.page_keys(part.start, part.stop)


def page_of(rows, number, size):
    """Return one page of some rows.

    :raises NoSuchPage: with the words for it.
    """
    paginator = Paginator(rows, size)
    if not number.isascii() or not number.isdigit() or len(number) > 7:
        raise NoSuchPage(_("There is no page “%s”.") % number[:20])
    try:
        return paginator.page(int(number))
    except EmptyPage as error:
        raise NoSuchPage(_("There is no page %s.") % number) from error
