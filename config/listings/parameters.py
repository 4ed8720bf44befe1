"""The kinds of parameters that a listing's address may have."""

import django_filters
from django import forms
from django.utils.functional import lazystr
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from config.listings.days import NO_DAY, not_to_come

# Characters of a search; more would only cost time.
MAX_QUERY_LENGTH = 100
# Values of one parameter.
MAX_VALUES = 60
NO_ANSWER = gettext_lazy("“%(value)s” is not one of the answers.")
# Before the name of a parameter: not these.
NOT = "-"


class AnswerFilter(django_filters.MultipleChoiceFilter):
    """A repeatable parameter with a closed list of answers; several widen it."""

    def __init__(self, **kwargs):
        kwargs.setdefault("error_messages", {"invalid_choice": NO_ANSWER})
        # A row has one answer, or a method of the filterset sees to it.
        super().__init__(distinct=False, **kwargs)


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
        if not value:
            return
        self.names = {str(key): str(name) for key, name in self.named(value)}
        for given in value:
            if given not in self.names:
                raise forms.ValidationError(_("we have no “%s”.") % given[:40])


class RepeatedFilter(AnswerFilter):
    """A repeatable parameter with the identifiers of rows, such as a place's GEOID.

    `named` returns (identifier, name) pairs of the public rows among some values.
    """

    field_class = RepeatedField


class FlagFilter(django_filters.MultipleChoiceFilter):
    """A parameter that is `1` or absent, shown as one checkbox."""

    def __init__(self, *, label, method, **kwargs):
        super().__init__(label=label, choices=[("1", label)], method=method, **kwargs)


class ExcludingFilter(AnswerFilter):
    """The parameter `-name`: the rows that have none of some answers to another."""

    def __init__(self, name, included):
        self.included = name
        self.field_class = included.field_class
        label = included.label or lazystr(name)
        super().__init__(label=format_lazy(gettext_lazy("Not {}"), label))
        self.extra = included.extra

    def filter(self, qs, value):
        """Return the rows without those that the other parameter would keep."""
        if not value:
            return qs
        # Of all rows, not of those so far: else each exclusion asks the others again.
        rows = self.parent.as_asked(self.parent.queryset.all())
        kept = self.parent.filters[self.included].filter(rows, value)
        return qs.exclude(pk__in=kept.order_by().values("pk"))


class WordsFilter(django_filters.CharFilter):
    """Free words, found as the search finds them, or by a method of the filterset."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", gettext_lazy("Words"))
        super().__init__(max_length=MAX_QUERY_LENGTH, **kwargs)

    def filter(self, qs, value):
        """Return the rows that the words name or that mention every word."""
        return qs.found_by(value) if value else qs


class DayFilter(django_filters.DateFilter):
    """A day as YYYY-MM-DD, handed to a method of the filterset."""

    def __init__(self, *, label, method, **kwargs):
        super().__init__(
            label=label,
            method=method,
            input_formats=["%Y-%m-%d"],
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"invalid": NO_DAY},
            **kwargs,
        )


class AsOfFilter(DayFilter):
    """The day that rows are shown as of, handed to `as_it_stood` of the filterset."""

    def __init__(self):
        super().__init__(
            label=gettext_lazy("As of"), method="as_it_stood", validators=[not_to_come]
        )
