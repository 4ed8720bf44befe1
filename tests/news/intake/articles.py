"""Practice articles, invented for these tests, and a small gazetteer of real places.

Each article of `practice` has its facts beside it, in the form that
`manage.py measure_intake` reads: what is not among them must not be suggested as sure.
"""

import csv
from datetime import date
from functools import cache
from pathlib import Path

from news.enums import SuggestionKind
from news.intake.articles import Article
from news.intake.extraction import suggest
from news.intake.gazetteer import Gazetteer, Place
from news.intake.measuring.facts import samples_in

HERE = Path(__file__).resolve().parent
PRACTICE = HERE / "practice"


@cache
def gazetteer():
    """Return the places whose names the practice articles use, all of each name."""
    with (HERE / "places.csv").open(newline="") as file:
        return Gazetteer(
            Place(
                row["geoid"],
                row["name"],
                row["level"],
                row["state"],
                int(row["population"]) if row["population"] else None,
                row["designation"],
            )
            for row in csv.DictReader(file)
        )


def practice():
    """Return the practice articles with their facts."""
    return samples_in(PRACTICE)


def suggested(text, kind=None, *, published=date(2025, 6, 12), **about):
    """Return what a text suggests, of one kind if told."""
    found = suggest(Article(text, published=published, **about), gazetteer())
    return [one for one in found if kind is None or one.kind == kind]


def votes_in(text, **about):
    """Return the sure votes of a text, as their values."""
    found = suggested(text, SuggestionKind.VOTE, **about)
    return [one.values for one in found if one.sure]


def policies_in(text, **about):
    """Return (type, place, status) of the agreements and policies of a text."""
    return [
        (one.values["type"], one.values["jurisdiction_name"], one.values["status"])
        for one in suggested(text, SuggestionKind.POLICY, **about)
    ]


def places_in(text, **about):
    """Return {name and state: sure} of the places of a text; "" for an open one."""
    return {
        f"{one.values['name']}, {one.values['state']}": one.sure
        for one in suggested(text, SuggestionKind.PLACE, **about)
    }
