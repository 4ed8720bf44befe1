"""From a query string to public rows, for any model; no domain word in it."""

import inspect
from array import array
from dataclasses import dataclass
from functools import cache

import django_filters
from django import forms
from django.db.models import F
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from markupsafe import escape

from config.listings.addresses import canonical, without
from config.listings.facets import Facet, FacetIndex, Option, overlaid
from config.listings.memory import remembered
from config.listings.parameters import (
    MAX_QUERY_LENGTH,
    MAX_VALUES,
    NOT,
    ExcludingFilter,
    FlagFilter,
    WordsFilter,
)

# Parameters that say how rows are shown, not which.
SHOWN_BY = ("sort", "as_of")


@dataclass(frozen=True)
class Chip:
    """One applied filter value and the query string without it."""

    label: str
    value: str
    removed: str
    name: str = ""
    given: str = ""


class PublicFilterSet(django_filters.FilterSet):
    """A FilterSet bound to the rows its model shows the public.

    Subclasses set `sorts`: {value: (label, order_by terms)}, the first being the
    order without a `sort` parameter; each ends in a unique column. Every parameter
    with a closed list of answers is counted; `answers` and `several_answers` say by
    what, where that is not the filter's own field.
    """

    sorts = {}
    # Parameters that are no filters but belong to every listing's address.
    plain_parameters = frozenset({"page"})

    sort = django_filters.ChoiceFilter(
        label=gettext_lazy("Sort"), method="in_order", empty_label=None, choices=()
    )

    def __init__(self, data=None, queryset=None, *, request=None, prefix=None):
        super().__init__(data, queryset, request=request, prefix=prefix)
        self.filters["sort"].extra = self.filters["sort"].extra | {
            "choices": [(value, label) for value, (label, _terms) in self.sorts.items()]
        }
        for found in self.filters.values():
            choices = found.extra.get("choices")
            if inspect.isfunction(choices):  # rows of the record, such as its states
                known = remembered(self.version, choices, choices)
                found.extra = found.extra | {"choices": known}

    @classmethod
    def get_filters(cls):
        """Return the declared filters, with one to exclude for each that repeats."""
        found = super().get_filters()
        repeated = {
            f"{NOT}{name}": ExcludingFilter(name, declared)
            for name, declared in found.items()
            if isinstance(declared, django_filters.MultipleChoiceFilter)
            and not isinstance(declared, FlagFilter)
        }
        return found | repeated

    @classmethod
    def from_request(cls, request):
        """Return this filterset over the model's `for_listing()` rows."""
        return cls(cls.asked(request.GET), queryset=cls.base_rows(), request=request)

    @classmethod
    @cache
    def base_rows(cls):
        """Return the query of `public_rows`, which takes a while to put together."""
        return cls.public_rows()

    @classmethod
    def public_rows(cls):
        """Return all the rows of the listing, with what each prints."""
        return cls.listed(cls.Meta.model.objects.for_listing())

    @classmethod
    def listed(cls, rows):
        """Return those of the public rows that the listing has, in its usual order."""
        return rows

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

    @cached_property
    def version(self):
        """The version of the record that this request is answered from."""
        known = getattr(self.request, "record_version", None)
        return self.queryset.model.record_version() if known is None else known

    @cached_property
    def day(self):
        """The past day asked for, or None."""
        return self.value_of("as_of")

    # Rows

    def as_asked(self, rows):
        """Return rows with what a past day changes of each; today it is nothing."""
        return rows

    def filter_queryset(self, queryset):
        """Filter, with what the day asked for changes at hand on every row."""
        return super().filter_queryset(self.as_asked(queryset))

    def in_order(self, rows, name, value):
        """Sort the rows by one of the listing's orders."""
        return rows.order_by(*self.sorts[value][1])

    def rows(self):
        """Return the matching rows, none while the query has problems."""
        return self.queryset.none() if self.problems else self.qs

    def page_keys(self, start, stop):
        """Return the keys of some of the matching rows, in the order asked for."""
        matching = overlaid(self.index.every, self._asked)
        return self.index.chosen(matching, start, stop, self._order())

    def _order(self):
        """Return the numbers of all rows in the order asked for, None for the usual."""
        asked = self.value_of("sort")
        if not asked or asked == next(iter(self.sorts)):
            return None
        key, past = (type(self), self.day, asked), self.day is not None
        return remembered(self.version, key, lambda: self._ordered(asked), past=past)

    def _ordered(self, asked):
        rows = self.in_order(self._kept_by(["as_of"]), "sort", asked)
        keys = rows.prefetch_related(None).values_list("pk", flat=True)
        # A row that was published since the index was made is of the next one.
        places = self.index.places
        return array("L", (places[key] for key in keys if key in places))

    def page_rows(self, keys):
        """Return the rows with these keys, in their order, as the page prints them."""
        found = self.as_asked(self.base_rows().all()).filter(pk__in=keys).order_by()
        known = {row.pk: row for row in found}
        return [known[key] for key in keys if key in known]

    def export_rows(self, keys):
        """Return the rows with these keys in order, with what their columns tell."""
        found = type(self).Meta.model.objects.for_export(self.day).filter(pk__in=keys)
        known = {row.pk: row for row in found}
        return [known[key] for key in keys if key in known]

    # What is wrong

    @cached_property
    def problems_by_field(self):
        """What is wrong with the query: {parameter: its sentences}."""
        found = {}
        for name in self.data:
            if name not in self.filters and name not in self.plain_parameters:
                words = _("We do not know the filter “%s”.") % name[:40]
                found.setdefault(name, []).append(words)
        for name, field in self.form.fields.items():
            label, given = self.label_of(name), len(self._values(name))
            if given > MAX_VALUES:
                words = _("%s: too many values.") % label
                found.setdefault(name, []).append(words)
            elif given > 1 and not isinstance(field, forms.MultipleChoiceField):
                words = _("%s: give one value only.") % label
                found.setdefault(name, []).append(words)
        for name, errors in self.form.errors.items():
            words = [f"{self.label_of(name)}: {error}" for error in errors]
            found.setdefault(name, []).extend(words)
        return found

    @property
    def problems(self):
        """What is wrong with the query, a sentence for each parameter."""
        return [words for found in self.problems_by_field.values() for words in found]

    @property
    def exceeds_limits(self):
        """Whether the query asks for more than any reader's would."""
        return any(
            len(self._values(name)) > MAX_VALUES
            or isinstance(declared, WordsFilter)
            and any(len(text) > MAX_QUERY_LENGTH for text in self._values(name))
            for name, declared in self.filters.items()
        )

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

    # Counts

    def answers(self):
        """Return {parameter: expression of the one answer a row has to it}."""
        return {
            name: F(declared.field_name)
            for name, declared in self.filters.items()
            if self._is_closed(declared) and declared.method is None
        }

    def several_answers(self):
        """Return {parameter: query of (pk, answer)} where a row can have several."""
        return {}

    @staticmethod
    def _is_closed(declared):
        return (
            isinstance(declared, django_filters.MultipleChoiceFilter)
            and "choices" in declared.extra
            and not isinstance(declared, ExcludingFilter)
        )

    @cached_property
    def index(self):
        """The rows of the record on the day asked for, by their answers."""
        key, past = (type(self), self.day), self.day is not None
        return remembered(self.version, key, self._indexed, past=past)

    def _indexed(self):
        rows = self.in_order(self._kept_by(["as_of"]), "sort", next(iter(self.sorts)))
        return FacetIndex.of(rows, self.answers(), self.several_answers())

    def _kept_by(self, names):
        """Return the rows that some of the parameters keep, as if alone."""
        rows = self.as_asked(self.queryset.all())
        for name in names:
            if name in self.filters:
                rows = self.filters[name].filter(rows, self.value_of(name))
        return rows

    @cached_property
    def _asked(self):
        """The bits of the rows that each applied parameter keeps.

        Parameters without counted answers, such as words or a span of days, are one:
        they take a query together.
        """
        return self._bits(lambda name: self._values(name))

    def _bits(self, values_of):
        found, open_names = {}, []
        for name in self.filters:
            values = values_of(name)
            question = name.removeprefix(NOT)
            if not values or name in SHOWN_BY:
                continue
            if question not in self.index.answers:
                open_names.append(name)
            elif name == question:
                found[name] = self.index.with_any(question, values)
            else:
                others = self.index.every ^ self.index.with_any(question, values)
                found[name] = others
        if open_names:
            keys = self._kept_by(open_names).order_by().prefetch_related(None)
            found[""] = self.index.rows(keys.values_list("pk", flat=True))
        return found

    @property
    def total(self):
        """How many rows the listing has on the day, whatever else is asked."""
        return len(self.index.places)

    @cached_property
    def count(self):
        """How many rows match."""
        if self.problems:
            return 0
        return overlaid(self.index.every, self._asked).bit_count()

    def count_by(self, name):
        """Return {answer: how many of the matching rows have it} of one question."""
        matching = overlaid(self.index.every, self._asked)
        counts = (
            (answer, (bits & matching).bit_count())
            for answer, bits in self.index.answers[name].items()
        )
        return {answer: count for answer, count in counts if count}

    def count_without(self, chip):
        """Return how many rows would match without one value."""
        left = self._bits(
            lambda name: [
                value
                for value in self._values(name)
                if (name, value) != (chip.name, chip.given)
            ]
        )
        return overlaid(self.index.every, left).bit_count()

    def facets(self):
        """Return each question with its answers and what each would give.

        A count is of the rows under all the other filters: what choosing that answer
        alone would show.
        """
        asked = {} if self.problems else self._asked
        found = []
        for name, label, choices, is_flag in self._questions:
            others = overlaid(self.index.every, asked, without=name)
            known, given = self.index.answers[name], self._values(name)
            options = tuple(
                Option(
                    value,
                    words,
                    (known.get(value, 0) & others).bit_count(),
                    value in given,
                )
                for value, words in choices
            )
            found.append(Facet(name, label, options, is_flag))
        return found

    @property
    def _questions(self):
        """(parameter, label, answers, whether a flag) in the reader's language."""
        key = (type(self), "questions", get_language())
        return remembered(self.version, key, self._worded)

    def _worded(self):
        return [
            (
                name,
                self.label_of(name),
                [(str(value), escape(label)) for value, label in field.choices],
                isinstance(self.filters[name], FlagFilter),
            )
            for name, field in self.form.fields.items()
            if name in self.index.answers
        ]

    def get_form_class(self):
        """Return the form of the parameters, made once for the record as it stands."""
        key = (type(self), "form")
        return remembered(self.version, key, super().get_form_class)

    # Words

    def chips(self):
        """Return the applied filters, each with the query string that drops it."""
        self.form.is_valid()  # by which its fields learn the names of rows
        return [
            Chip(
                self.label_of(name),
                self.words_for(field, value),
                canonical(without(self.data, name, value)),
                name,
                value,
            )
            for name, field in self.form.fields.items()
            if name != "sort"
            for value in filter(None, self._values(name))
        ]

    def carried(self):
        """Return (name, value) of what is asked without a control of its own."""
        controls = set(self.index.answers)
        return [
            (name, value)
            for name, field in self.form.fields.items()
            if name not in controls
            and (name == "sort" or isinstance(field, forms.MultipleChoiceField))
            for value in filter(None, self._values(name))
        ]

    def words_for(self, field, value):
        """Return a filter value as the page prints it."""
        names = getattr(field, "names", None) or dict(getattr(field, "choices", ()))
        return str(names.get(value, value))
