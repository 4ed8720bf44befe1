"""The listing of sources and the page of one."""

from django.http import QueryDict
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from config.listings import FilteredList, asked_day, page_of
from config.sharing.pages import RecordPage
from news import structured
from news.claims import claims_of, passage_of
from news.columns import SOURCES
from news.filters import SourceFilters
from news.models import Citation, Source
from policies.enums import RosterKind
from policies.models import Roster

# On a list of ICE's a thousand records rest; a page takes so many passages.
PASSAGES = 100


def source_context(source, query=None, as_of=None):
    """Return what the page of a source prints: what it is and what rests on it."""
    rests = Citation.objects.of_source(source)
    query = query or QueryDict()
    page = page_of(rests.by_passage(), query.get("page") or "1", PASSAGES)
    roster = Roster.objects.of_source(source).first()
    return {
        "source": source,
        "structured": [structured.source(source)],
        "as_of": as_of,
        "roster": roster,
        "definition": RosterKind(roster.kind).definition if roster else "",
        "page": page,
        "query": query,
        "claims": claims_on(page, rests),
        "related": source.related.all(),
        "reprints": source.reprints.all(),
    }


def claims_on(page, citations):
    """Return what rests on the passages of one page, in the order of the source."""
    passages = list(page)
    if not passages:
        return []
    claims = claims_of(citations.of_passages(passages))
    return [claim for claim in claims if passage_of(claim.citation) in passages]


class SourceList(FilteredList):
    """Every published source."""

    filterset_class = SourceFilters
    columns = SOURCES
    template_name = "pages/source_list.html"
    row_template = "rows/source.html"
    heading = _("Sources")


class SourceDetail(RecordPage):
    """One source, with every claim that rests on it."""

    template_name = "pages/source_detail.html"

    def get(self, request, pk):
        """Answer with the source's page. Its text is never part of it."""
        source = get_object_or_404(Source.objects.for_detail(), pk=pk)
        as_of = asked_day(request)
        if as_of and not Source.objects.on_file(as_of).contains(source):
            return self.absent(request, source, as_of)
        asked = self.asked(request)
        return self.answer(request, source_context(source, asked, as_of))

    def asked(self, request):
        """Return what was asked of the claims: which page of them."""
        return request.GET
