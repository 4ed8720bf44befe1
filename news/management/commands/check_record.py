"""Prove that what is stored follows from what is entered, and that all is cited."""

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q
from django.utils import timezone

from jurisdictions.models import Record
from news.models import Citation, Source
from news.models.support import unsupported
from news.models.words import stale_words
from policies.models import CaseEvent, Policy, PolicyEvent, Statement, Vote

# Rows read at a time, so that a large record needs no large memory.
BATCH = 1000


class Command(BaseCommand):
    """Run nightly and after every change of the code that folds events."""

    help = "List whatever in the record is inconsistent or uncited; exit 1 if anything."

    def handle(self, **options):
        """Print a line for each finding.

        :raises CommandError: if there is any.
        """
        found = 0
        for check in CHECKS:
            for row, words in check():
                self.stdout.write(f"{row._meta.verbose_name} {row.pk}, {row}: {words}")
                found += 1
        if found:
            raise CommandError(f"{found} found.", returncode=1)
        self.stdout.write("The record is consistent and cited.")


def stored_statuses():
    """Find policies whose stored status is not what their events fold to."""
    today = timezone.localdate()
    rows = Policy.objects.select_related("jurisdiction__state")
    for policy in rows.prefetch_related("events").iterator(BATCH):
        standing = policy.standing_on(today)
        if (policy.status, policy.status_since) != (standing.status, standing.since):
            yield (
                policy,
                f"stored as {policy.status} since {policy.status_since}, but its "
                f"events fold to {standing.status} since {standing.since}",
            )


def counted_days():
    """Find rows whose stored day is not the one their date and sources give."""
    for rows in (
        PolicyEvent.objects.prefetch_related("citations__source"),
        Vote.objects.select_related("body").prefetch_related("citations__source"),
        Statement.objects.prefetch_related("citations__source"),
        CaseEvent.objects.prefetch_related("case__citations__source"),
        Source.objects.defer("text"),
    ):
        for row in rows.iterator(BATCH):
            stored = row.counts_from
            row.set_counts_from()
            if stored != row.counts_from:
                yield row, f"counts from {stored}, but should from {row.counts_from}"


def uncited_records():
    """Find published records, and events of such, that no published source supports."""
    for model in apps.get_models():
        if issubclass(model, Record) and model.needs_citation:
            yield from uncited(model.objects.filter(live=True))
    yield from uncited(PolicyEvent.objects.filter(policy__live=True))


def uncited(rows):
    """Find the rows that no published source supports."""
    for row in unsupported(rows).iterator(BATCH):
        yield row, "published, but no published source supports it"


def orphaned_citations():
    """Find citations the public cannot follow, or of a field that does not exist."""
    doubtful = Citation.objects.filter(~Q(field="") | Q(source__live=False))
    for citation in doubtful.with_targets().select_related("source").iterator(BATCH):
        if citation.record.live and not citation.source.live:
            yield citation, f"its source is a draft, but “{citation.record}” is not"
        if citation.field and citation.field not in citation.target.citable_fields:
            yield citation, f"“{citation.field}” is no field of “{citation.record}”"


def differing_counts():
    """Find votes whose totals are not what their ballots add up to."""
    rows = Vote.objects.select_related("body").prefetch_related("ballots")
    for vote in rows.iterator(BATCH):
        for total, (stated, counted) in vote.count_differences().items():
            yield vote, f"{total} is {stated}, but its ballots make {counted}"


def forgotten_words():
    """Find records that the search finds by other words than they have."""
    for row in stale_words():
        yield row, "the search has other words for it: run index_words"


CHECKS = (
    stored_statuses,
    counted_days,
    uncited_records,
    orphaned_citations,
    differing_counts,
    forgotten_words,
)
