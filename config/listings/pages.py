"""A listing as a page: filters with counts, chips, sort and one page of rows."""

from django.conf import settings
from django.core.paginator import EmptyPage, Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views import View

from config.listings.addresses import canonical


class FilteredList(View):
    """A listing page: filters, chips, count, sort and one page of rows."""

    filterset_class = None
    template_name = None
    heading = ""
    # What machines may read of a row; the faces of the listing are made of it.
    columns = ()
    paginate_by = 50

    def get(self, request, *args, **kwargs):
        """Answer with the rows that match, or say what is wrong with the query."""
        filterset = self.filterset_class.from_request(request)
        keys = filterset.rows().prefetch_related(None).values_list("pk", flat=True)
        number = request.GET.get("page") or "1"
        page = page_of(keys, number, self.paginate_by, filterset.count)
        found = filterset.page_rows(list(page.object_list)) if filterset.count else []
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
            "rows": self.prepare(found, filterset),
            "count": filterset.count,
            "total": filterset.total,
            "as_of": filterset.day,
            "query": self.query_of(filterset),
            "canonical_address": canonical_address(request, filterset.data),
        }
        status = 400 if filterset.exceeds_limits else 200
        context |= self.more(filterset)
        return render(request, self.template_name, context, status=status)

    def prepare(self, rows, filterset):
        """Return the rows of one page as the template takes them."""
        return rows

    def more(self, filterset):
        """Return what else the page prints."""
        return {}

    def query_of(self, filterset):
        """Return the query string without the page, to link other pages with."""
        query = filterset.data.copy()
        query.pop("page", None)
        return canonical(query)


def canonical_address(request, params):
    """Return the one address of a list, as a search engine or a citation has it."""
    query = canonical(params)
    return f"{settings.SITE_URL}{request.path}" + (f"?{query}" if query else "")


def removals(filterset, chips):
    """Return (chip, rows without it) where one filter less helps an empty list."""
    if filterset.count or filterset.problems:
        return []
    counted = ((chip, filterset.count_without(chip)) for chip in chips)
    return [(chip, count) for chip, count in counted if count]


def page_of(rows, number, size, count=None):
    """Return one page of some rows, of which `count` may be known already.

    :raises Http404: when there is no such page.
    """
    paginator = Paginator(rows, size)
    if count is not None:
        paginator.count = count
    if not number.isascii() or not number.isdigit() or len(number) > 7:
        raise Http404(_("There is no page “%s”.") % number[:20])
    try:
        return paginator.page(int(number))
    except EmptyPage as error:
        raise Http404(_("There is no page %s.") % number) from error
