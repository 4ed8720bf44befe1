"""Write the outlines that come with the project anew, from a TopoJSON file."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from jurisdictions.outlines.drawing import as_text, outlines_of
from jurisdictions.outlines.shapes import OUTLINES
from jurisdictions.outlines.topology import Topology


class Command(BaseCommand):
    """For whoever keeps the project: after a new edition of the outlines."""

    help = "Write the outlines of states and counties from counties-albers-10m.json."

    def add_arguments(self, parser):
        """Take the file to read and another one to write to."""
        parser.add_argument("source", type=Path)
        parser.add_argument("path", nargs="?", type=Path, default=OUTLINES)

    def handle(self, source, path, **options):
        """Write the file and say how many areas it has.

        :raises CommandError: if the file is not TopoJSON with states and counties.
        """
        try:
            topology = Topology(json.loads(source.read_text(encoding="utf-8")))
            outlines = outlines_of(topology)
        except OSError as error:
            raise CommandError(f"{source} cannot be read.") from error
        except (KeyError, TypeError, ValueError) as error:
            raise CommandError(f"{source} is no TopoJSON of our kind.") from error
        path.write_text(as_text(outlines), encoding="utf-8")
        drawings = outlines["states"].values()
        counties = sum(len(drawing["areas"]) for drawing in drawings)
        states = len(outlines["nation"]["areas"])
        self.stdout.write(f"{path}: {states} states, {counties:,} counties.")
