"""Say how good intake's suggestions are, on articles whose facts are known."""

import json
from pathlib import Path
from time import perf_counter

from django.core.management.base import BaseCommand, CommandError

from news.intake.extraction import suggest
from news.intake.known import national_gazetteer
from news.intake.measuring.facts import FactsRefused, samples_in
from news.intake.measuring.figures import Figures


class Command(BaseCommand):
    """Reads articles and facts from a folder; writes nothing anywhere."""

    help = (
        "Run intake over the articles of a folder (NN.txt) and compare its suggestions "
        "with facts written down by hand (NN.facts.json or NN.json): precision and "
        "recall of each kind, and every suggestion that is no fact."
    )

    def add_arguments(self, parser):
        """Take the folder, and whether a machine reads the answer."""
        parser.add_argument("folder", type=Path, metavar="DIR")
        parser.add_argument(
            "--json", action="store_true", help="print the figures as JSON, alone"
        )

    def handle(self, *, folder, **options):
        """Print the figures.

        :raises CommandError: if the folder or one of its files cannot be read.
        """
        try:
            samples = samples_in(folder)
        except FactsRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        gazetteer = national_gazetteer()
        if not len(gazetteer):
            raise CommandError(
                "The record has no places to look up: run load_states and "
                "import_places first."
            )
        figures, times = Figures(), {}
        for sample in samples:
            start = perf_counter()
            suggestions = suggest(sample.article, gazetteer)
            times[sample.name] = perf_counter() - start
            figures.add(sample.name, suggestions, sample.facts)
        if options["json"]:
            self.stdout.write(json.dumps(figures.as_json(), ensure_ascii=False))
        else:
            self.print_words(figures, times, len(gazetteer))

    def print_words(self, figures, times, places):
        """Print the figures for a person to read."""
        self.stdout.write(f"{len(times)} articles, {places:,} places")
        self.stdout.write(
            f"{'':15}{'precision':>10}{'recall':>8}{'facts':>7}{'sure':>6}{'+unsure':>9}"
        )
        for name, score in figures.scores.items():
            self.stdout.write(
                f"{name:15}{shown(score.precision):>10}{shown(score.recall):>8}"
                f"{score.facts:>7}{score.suggested:>6}{score.found_unsure:>9}"
            )
        self.print_lines("Not in the facts", figures.invented)
        self.print_lines("Facts not suggested", figures.missed)
        self.stdout.write("Seconds for each article:")
        for name, seconds in times.items():
            self.stdout.write(f"  {name}: {seconds:.3f}")

    def print_lines(self, heading, lines):
        """Print some lines below a heading, and say so if there are none."""
        self.stdout.write(f"{heading}: {len(lines) or 'none'}")
        for line in lines:
            self.stdout.write(f"  {line}")


def shown(share):
    """Return a share as it is printed; a dash where nothing was to be counted."""
    return "-" if share is None else f"{share:.2f}"
