"""From a query string to public rows, for any model; no domain word in it."""

from dataclasses import dataclass

import django_filters
from django import forms
from django.core.exceptions import BadRequest
from django.core.paginator import EmptyPage, Paginator
from django.http import Http404, HttpResponsePermanentRedirect, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View

# Words of a search; more would only cost time.
MAX_QUERY_LENGTH = 100
MAX_VALUES = 60


@dataclass(frozen=True)
class Chip:
    """One applied filter value and the query string without it."""

    label: str
    value: str
    removed: str


class RepeatedField(forms.MultipleChoiceField):
    """Identifiers of public rows, given again and again."""

    def __init__(self, *args, named, **kwargs):
        super().__init__(*args, **kwargs)
        self.named = named
        self.names = {}

    def validate(self, value):
        """Refuse an identifier that no public row has.

        :raises ValidationError: naming the first such.
        """
        self.names = {str(key): str(name) for key, name in self.named(value)}
        for given in value:
            if given not in self.names:
                raise forms.ValidationError(_("we have no “%s”.") % given[:40])


class RepeatedFilter(django_filters.MultipleChoiceFilter):
    """A repeatable parameter with the identifiers of rows, such as a place's GEOID.

    `named` returns (identifier, name) pairs of the public rows among some values.
    """

    field_class = RepeatedField


class FlagFilter(django_filters.MultipleChoiceFilter):
    """A parameter that is `1` or absent, shown as one checkbox."""

    def __init__(self, *, label, method, **kwargs):
        super().__init__(label=label, choices=[("1", label)], method=method, **kwargs)


class WordsFilter(django_filters.CharFilter):
    """Free words, folded and matched by the rows' `named_like`."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", gettext_lazy("Words"))
        super().__init__(max_length=MAX_QUERY_LENGTH, **kwargs)

    def filter(self, qs, value):
        """Return the rows that contain every word."""
        return qs.named_like(value) if value else qs


class DayFilter(django_filters.DateFilter):
    """A day as YYYY-MM-DD, handed to a method of the filterset."""

    def __init__(self, *, label, method):
        super().__init__(
            label=label,
            method=method,
            input_formats=["%Y-%m-%d"],
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        )


class PublicFilterSet(django_filters.FilterSet):
    """A FilterSet bound to the rows its model shows the public.

    Subclasses set `sorts`: {value: (label, order_by terms)}, the first being the
    order without a `sort` parameter; each ends in a unique column.
    """

    sorts = {}
    # Parameters that are no filters but belong to every listing's address.
    plain_parameters = frozenset({"page"})

    sort = django_filters.ChoiceFilter(
        label=gettext_lazy("Sort"), method="in_order", empty_label=None, choices=()
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["sort"].extra["choices"] = [
            (value, label) for value, (label, _terms) in self.sorts.items()
        ]

    @classmethod
    def from_request(cls, request):
        """Return this filterset over the model's `for_listing()` rows."""
        return cls(cls.asked(request.GET), queryset=cls.public_rows(), request=request)

    @classmethod
    def public_rows(cls):
        """Return all the rows of the listing, with what each prints."""
        return cls.Meta.model.objects.for_listing()

    @classmethod
    def asked(cls, query):
        """Return a query without the filters that a form sent empty."""
        asked = query.copy()
        for name in cls.base_filters:
            if given := [value for value in asked.getlist(name) if value.strip()]:
                asked.setlist(name, list(dict.fromkeys(given)))
            else:
                asked.pop(name, None)
        return asked

    def in_order(self, rows, name, value):
        """Sort the rows by one of the listing's orders."""
        return rows.order_by(*self.sorts[value][1])

    @property
    def problems(self):
        """What is wrong with the query, a sentence for each parameter."""
        found = [
            _("We do not know the filter “%s”.") % name
            for name in self.data
            if name not in self.filters and name not in self.plain_parameters
        ]
        found += [
            _("%s: too many values.") % self.label_of(name)
            for name in self.filters
            if len(self._values(name)) > MAX_VALUES
        ]
        found += [
            _("%s: give one value only.") % self.label_of(name)
            for name, field in self.form.fields.items()
            if len(self._values(name)) > 1
            and not isinstance(field, forms.MultipleChoiceField)
        ]
        for name, errors in self.form.errors.items():
            found += [f"{self.label_of(name)}: {error}" for error in errors]
        return found

    def rows(self):
        """Return the matching rows, none while the query has problems."""
        return self.queryset.none() if self.problems else self.qs

    def label_of(self, name):
        """Return what a parameter is called on the page."""
        return str(self.filters[name].label) if name in self.filters else name

    def value_of(self, name):
        """Return a parameter's cleaned value, None when absent or wrong."""
        if not hasattr(self.form, "cleaned_data"):
            self.form.is_valid()
        return getattr(self.form, "cleaned_data", {}).get(name)

    def _values(self, name):
        getlist = getattr(self.data, "getlist", None)
        return getlist(name) if getlist else []

    def chips(self):
        """Return the applied filters, each with the query string that drops it."""
        self.form.is_valid()  # by which its fields learn the names of rows
        found = []
        for name, field in self.form.fields.items():
            if name == "sort":
                continue
            for value in filter(None, self._values(name)):
                kept = QueryDict(mutable=True)
                for key, values in self.data.lists():
                    if key == "page":
                        continue
                    kept.setlist(
                        key, [v for v in values if not (key == name and v == value)]
                    )
                found.append(
                    Chip(
                        self.label_of(name),
                        self.words_for(field, value),
                        kept.urlencode(),
                    )
                )
        return found

    def words_for(self, field, value):
        """Return a filter value as the page prints it."""
        names = getattr(field, "names", None) or dict(getattr(field, "choices", ()))
        return str(names.get(value, value))


class FilteredList(View):
    """A listing page: filters, chips, count, sort and one page of rows."""

    filterset_class = None
    template_name = None
    heading = ""
    paginate_by = 50

    def get(self, request, *args, **kwargs):
        """Answer with the rows that match, or say what is wrong with the query."""
        filterset = self.filterset_class.from_request(request)
        number = request.GET.get("page") or "1"
        page = page_of(filterset.rows(), number, self.paginate_by)
        context = {
            "heading": self.heading,
            "filterset": filterset,
            "form": filterset.form,
            "chips": filterset.chips(),
            "problems": filterset.problems,
            "page": page,
            "rows": self.prepare(list(page.object_list), filterset),
            "count": page.paginator.count,
            "as_of": filterset.value_of("as_of"),
            "query": self.query_of(filterset),
        }
        return render(request, self.template_name, context | self.more(filterset))

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
        return query.urlencode()


def page_of(rows, number, size):
    """Return one page of some rows.

    :raises Http404: when there is no such page.
    """
    paginator = Paginator(rows, size)
    if not number.isascii() or not number.isdigit() or len(number) > 7:
        raise Http404(_("There is no page “%s”.") % number[:20])
    try:
        return paginator.page(int(number))
    except EmptyPage as error:
        raise Http404(_("There is no page %s.") % number) from error


class AsOfForm(forms.Form):
    """The one parameter of a record's page: the day it is shown as of."""

    as_of = forms.DateField(
        label=gettext_lazy("As of"), required=False, input_formats=["%Y-%m-%d"]
    )


def moved(request, row):
    """Lead an old address to the row's own for good, the question kept."""
    query = request.META.get("QUERY_STRING", "")
    address = row.get_absolute_url()
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)


def asked_day(request):
    """Return the day a page is asked for, None for today.

    :raises BadRequest: when `as_of` is not a day, in words.
    """
    form = AsOfForm(request.GET)
    if not form.is_valid():
        raise BadRequest(
            _("As of: write the day as year-month-day, such as 2021-12-06.")
        )
    return form.cleaned_data["as_of"]
