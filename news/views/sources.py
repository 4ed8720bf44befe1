"""The listing of sources and the page of one."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views import View

from config.listings import FilteredList
from news.claims import claims_of
from news.filters import SourceFilters
from news.models import Citation, Source


def source_context(source):
    """Return what the page of a source prints: what it is and what rests on it."""
    return {
        "source": source,
        "claims": claims_of(Citation.objects.of_source(source)),
        "related": source.related.all(),
        "reprints": source.reprints.all(),
    }


class SourceList(FilteredList):
    """Every published source."""

    filterset_class = SourceFilters
    template_name = "pages/source_list.html"
    heading = _("Sources")


class SourceDetail(View):
    """One source, with every claim that rests on it."""

    def get(self, request, pk):
        """Answer with the source's page. Its text is never part of it."""
        source = get_object_or_404(Source.objects.for_detail(), pk=pk)
        return render(request, "pages/source_detail.html", source_context(source))
