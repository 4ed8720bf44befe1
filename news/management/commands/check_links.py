"""Look whether the addresses of sources still answer."""

from collections import Counter

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from config.progress import progress
from news.articles.links import PAUSE, Visitor
from news.enums import LinkFinding
from news.models import LinkCheck, Source

AGAIN_AFTER = 30


class Command(BaseCommand):
    """Run nightly with a limit; each result is kept as it comes.

    A run that was broken off goes on where it was, for the longest unseen come first.
    """

    help = (
        "Ask the address of each source whether it still answers, published ones "
        "first; a failure of one stops nothing. Editors find what is dead in the list "
        "of sources."
    )

    def add_arguments(self, parser):
        """Take how many, how often, how fast, and whether to ask the archive."""
        parser.add_argument("--limit", type=int, help="look at no more than so many")
        parser.add_argument(
            "--again-after",
            type=int,
            default=AGAIN_AFTER,
            metavar="DAYS",
            help="leave what was looked at since (%(default)s); what fails is asked "
            "every day until it answers or is dead",
        )
        parser.add_argument(
            "--archive",
            action="store_true",
            help="ask the Internet Archive too, for copies that editors may set",
        )
        parser.add_argument(
            "--pause",
            type=float,
            default=PAUSE,
            metavar="SECONDS",
            help="between two requests (%(default)s)",
        )

    def handle(self, **options):
        """Look at what is due and print how much of what was found.

        :raises CommandError: for a number below zero.
        """
        limit, days, pause = (options[n] for n in ("limit", "again_after", "pause"))
        if min(limit or 0, days, pause) < 0:
            raise CommandError("No number may be below zero.")
        visitor, now = Visitor(pause), timezone.now()
        due = LinkCheck.objects.sources_due(now, days)[:limit]
        self._each("Addresses", due, lambda source: look(visitor, source), FOUND)
        if options["archive"]:
            due = LinkCheck.objects.sources_without_copy(now, days)[:limit]
            self._each("Copies", due, lambda source: ask(visitor, source), COPY)

    def _each(self, name, ids, act, labels):
        """Do something for each source and print how often what came of it.

        The ids are read at once, the sources one by one: hours lie between.
        """
        ids, found = list(ids), Counter()
        try:
            with progress(name, len(ids), to=self.stdout) as tell:
                for pk in ids:
                    source = Source.objects.without_bookkeeping().filter(pk=pk).first()
                    if source is not None and source.url:
                        found[act(source)] += 1
                    tell(1)
        finally:
            told = [f"{labels[one]}: {number:,}" for one, number in found.most_common()]
            self.stdout.write(f"{name}: " + ("; ".join(told) or "none was due."))


FOUND = dict(LinkFinding.choices)
COPY = {None: "no answer", False: "none", True: "found"}


def look(visitor, source):
    """Look at the address of a source, keep what was found and return it."""
    answer = visitor.look(source.url)
    LinkCheck.objects.keep(source.pk, source.url, answer, timezone.now())
    return answer.finding


def ask(visitor, source):
    """Ask for a copy of a source near its day and return whether there is one.

    Without an answer nothing is kept, and the source is asked about again.
    """
    copy = visitor.copy_of(source.url, source.date or source.entered_on)
    if copy is None:
        return None
    LinkCheck.objects.keep_copy(source.pk, source.url, copy, timezone.now())
    return bool(copy)
