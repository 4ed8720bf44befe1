"""Queries for sources, by outlet, place and day."""

from functools import reduce
from operator import or_

from django.db.models import F, Prefetch, Q
from django.db.models.functions import Coalesce

from jurisdictions.models import RecordQuerySet, public
from jurisdictions.models.dates import in_span
from news.articles.addresses import address_key
from news.articles.reprints import whole_hash
from news.enums import SourceKind


class SourceQuerySet(RecordQuerySet):
    """Sources, narrowed by outlet and day; their text is never public."""

    def for_listing(self):
        """Return public sources with their outlet, newest first, without their text."""
        return (
            self.published()
            .select_related("outlet")
            .defer("text", "editorial_note")
            .order_by(F("date").desc(nulls_last=True), "-pk")
        )

    def for_index(self):
        """Return sources with all that they are found by."""
        return super().for_index().select_related("outlet")

    def named(self):
        """Return public sources with no more than their names take, never the text."""
        rows = super().named().select_related("outlet")
        return rows.defer("text", "editorial_note")

    def found_by(self, words):
        """Return the public sources with some words of their own or in a quotation."""
        citations = self.model._meta.get_field("citations").related_model.objects
        quoted = self.filter(pk__in=citations.saying(words).values("source"))
        return super().found_by(words) | quoted

    def for_found(self, ids):
        """Return public sources by id, without their text."""
        rows = super().for_found(ids).select_related("outlet")
        return rows.defer("text", "editorial_note")

    def for_detail(self):
        """Return public sources with related ones."""
        return self.for_listing().prefetch_related(
            Prefetch("related", self.model.objects.for_listing()),
            Prefetch("reprints", self.model.objects.for_listing()),
        )

    def without_bookkeeping(self):
        """Leave what no column tells where it is, and the private text first of all."""
        return super().without_bookkeeping().defer("text", "editorial_note")

    def for_export(self, day=None):
        """Return public sources with their outlet, without their text."""
        return super().for_export(day).prefetch_related("outlet")

    def about_states(self, codes):
        """Return the sources on which public records of these states rest."""
        policies = public(self.model, "citations__policy")
        statements = public(self.model, "citations__statement")
        rows = self.model.objects.order_by()
        return self.filter(
            reduce(
                or_,
                (
                    Q(
                        pk__in=rows.filter(
                            live, **{f"{path}__{key}__in": codes}
                        ).values("pk")
                    )
                    for live, path in (
                        (policies, "citations__policy__jurisdiction"),
                        (statements, "citations__statement__jurisdiction"),
                    )
                    for key in ("state", "usps")
                ),
            )
        )

    def states_told_of(self):
        """Return (id, postal code) of the states in which records rest on each."""
        codes = [
            self.model.objects.order_by()
            .filter(public(self.model, path))
            .annotate(
                code=Coalesce(
                    f"{path}__jurisdiction__usps", f"{path}__jurisdiction__state"
                )
            )
            .filter(code__isnull=False)
            .values_list("pk", "code")
            for path in ("citations__policy", "citations__statement")
        ]
        return codes[0].union(codes[1])

    def between(self, since=None, until=None):
        """Return the sources published in a span of days."""
        return self.filter(in_span(since, until))

    def on_file(self, day):
        """Return the sources published, or without a date entered, by a day."""
        return self.filter(counts_from__lte=day)

    def at_address(self, address):
        """Return the sources at an address, however it is written."""
        key = address_key(address)
        return self.filter(address_key=key) if key else self.none()

    def with_text(self, text):
        """Return the sources with a text, but for case, accents and punctuation."""
        whole = whole_hash(text)
        return self.filter(fingerprint=whole) if whole else self.none()

    def without_archive(self):
        """Return the sources at an address of which no archived copy is known."""
        return self.filter(archive_url="").exclude(url="")

    def incomplete(self):
        """Return sources that lack an address, a byline, an outlet, title or date."""
        return self.filter(lacks_something())


def lacks_something():
    """Return the condition that a source lacks what it should have, by its kind."""
    article = ~Q(kind=SourceKind.ICE_LIST)
    return (
        Q(url="")
        | Q(date__isnull=True)
        | article & (Q(byline="") | Q(title="") | Q(outlet__isnull=True))
    )
