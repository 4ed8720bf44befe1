"""A listing and its records, as JSON."""

from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework import viewsets
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.views import APIView

from config.api import parameters
from config.api.errors import BadQuery, answer_to
from config.api.schema import ApiSchema
from config.api.serializers import page_of as page_serializer
from config.api.serializers import serializer_of
from config.api.shape import OF_LISTS, OF_RECORDS, crowded, shape_of
from config.api.throttling import ByClient
from config.listings import Keys, canonical, page_of
from config.listings.columns import absolute


class OneForm(BaseContentNegotiation):
    """One address has one answer, whatever a client says it accepts.

    So it can be opened in a browser, and be kept by its address alone.
    """

    def select_parser(self, request, parsers):
        """Return none: nothing is ever sent to us."""
        return None

    def select_renderer(self, request, renderers, format_suffix=None):
        """Return the only renderer."""
        return renderers[0], renderers[0].media_type


class ReadOnly(APIView):
    """A part of the API: it reads, knows no reader, and counts requests."""

    http_method_names = ["get", "head", "options"]
    authentication_classes = ()
    permission_classes = ()
    parser_classes = ()
    renderer_classes = (JSONRenderer,)
    throttle_classes = (ByClient,)
    content_negotiation_class = OneForm
    schema = ApiSchema()

    def perform_authentication(self, request):
        """Ask for no name: there are no accounts here, nor sessions."""

    def get_exception_handler(self):
        """Return what refuses in the words of the site."""
        return answer_to

    def options(self, request, *args, **kwargs):
        """Answer with the methods alone, in the header that every answer has."""
        return Response(status=204)


class RecordSet(viewsets.ViewSetMixin, ReadOnly):
    """The records of one listing: `list` a page of them, `retrieve` one by its id."""

    filterset_class = None
    columns = ()
    # What the schema calls one record, and what it says of all of them.
    record = ""
    about = ""
    # What names the rows that a parameter is about: {parameter: such as "GEOID"}.
    known_by = {
        "state": gettext_lazy("postal code"),
        "place": "GEOID",
        "within": "GEOID",
    }
    # The parts of an address that can say which record: what each is, and its type.
    keys = {
        "id": (
            gettext_lazy("Its id, which never changes."),
            {"type": "integer", "minimum": 1},
        )
    }

    def list(self, request):
        """Answer with a page of the rows that match, or what is wrong with a query."""
        return Response(self.page(request, request.path, request.GET))

    def page(self, request, path, query):
        """Return one page of rows, with the addresses of the pages beside it.

        :raises BadQuery: when a parameter is unknown or its value is.
        """
        filters, shape = self.filterset_class, shape_of(query, self.columns, OF_LISTS)
        asked = filters.asked(without(query, OF_LISTS))
        filterset = filters(asked, queryset=filters.base_rows(), request=request)
        refuse(filterset.problems_by_field | crowded(query) | shape.problems)
        page = page_of(Keys(filterset), str(shape.page), shape.page_size)
        found = filterset.export_rows(page.object_list)
        day = filterset.day or timezone.localdate()
        after, before = page.has_next(), page.has_previous()
        return {
            "count": filterset.count,
            "next": address_of(path, query, shape.page + 1) if after else None,
            "previous": address_of(path, query, shape.page - 1) if before else None,
            "as_of": day.isoformat(),
            "results": self.told(found, shape.columns, day),
        }

    def retrieve(self, request, **key):
        """Answer with one record, as it is or as it was on a day."""
        query, filters = request.GET, self.filterset_class
        shape = shape_of(query, self.columns, OF_RECORDS)
        asked = QueryDict(mutable=True)
        asked.setlist("as_of", query.getlist("as_of"))
        rows = filters.Meta.model.objects.published()
        filterset = filters(filters.asked(asked), queryset=rows, request=request)
        unknown = {
            name: [_("We do not know the parameter “%s”.") % name[:40]]
            for name in query
            if name not in ("as_of", *OF_RECORDS)
        }
        refuse(unknown | filterset.problems_by_field | crowded(query) | shape.problems)
        try:
            found = get_object_or_404(filterset.rows(), **key)
        except Http404:
            words = _("We have no such record, or none that we knew of on that day.")
            raise Http404(words) from None
        day = filterset.day or timezone.localdate()
        rows = filterset.export_rows([found.pk])
        return Response(self.told(rows, shape.columns, day)[0])

    def told(self, rows, columns, day):
        """Return rows as JSON has them."""
        context = {"columns": columns, "day": day}
        return self.serializer()(rows, many=True, context=context).data

    # For the schema

    @classmethod
    def serializer(cls):
        """Return the serializer of a record, made of the columns."""
        return serializer_of(cls.record, cls.columns)

    def summary(self):
        """Return what an action answers with."""
        many = self.action == "list"
        return _("A page of those that match") if many else _("One of them")

    def answer(self):
        """Return the serializer of what an action answers with."""
        row = self.serializer()
        return page_serializer(row) if self.action == "list" else row

    def parameters(self, keys):
        """Return what may be asked of an action, at an address with such keys."""
        if self.action == "list":
            return parameters.of_lists(
                self.filterset_class, self.columns, self.known_by
            )
        own = [parameters.path(name, *self.keys[name]) for name in keys]
        return own + parameters.of_records(self.columns)


def refuse(problems):
    """Go no further with a query that has problems.

    :raises BadQuery: if there are any.
    """
    if problems:
        raise BadQuery(problems)


def without(query, names):
    """Return a query without some of its parameters."""
    left = query.copy()
    for name in names:
        left.pop(name, None)
    return left


def address_of(path, query, page):
    """Return the one address of another page of a list."""
    query = query.copy()
    query["page"] = str(page)
    text = canonical(query)
    return absolute(f"{path}?{text}" if text else path)
