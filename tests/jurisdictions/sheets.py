"""Briefs as a reader has them on paper: pages counted, records that fill them."""

import re
import zlib
from datetime import date

from django.test import Client

from policies.enums import BallotOption, EventKind, PolicyType
from policies.models import Policy
from tests import factories

PAGE = re.compile(rb"/Type\s*/Page\b")
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
LONG = "The Consolidated Metropolitan Government of Upper and Lower Saint Bartholomew"
# As the editor's form takes it: no title of a record is longer.
WORDS = "agreement on the custody of people named in administrative warrants "


def pages_of(pdf):
    """Return how many pages a PDF has, its objects packed or not."""
    assert pdf.startswith(b"%PDF-")
    return len(PAGE.findall(pdf)) + sum(
        len(PAGE.findall(unpacked(packed))) for packed in STREAM.findall(pdf)
    )


def text_of(pdf):
    """Return what a PDF says of itself outside of its pages, unpacked."""
    return pdf + b"".join(map(unpacked, STREAM.findall(pdf)))


def unpacked(packed):
    """Return a stream of a PDF as it was before it was packed."""
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return b""


def brief_pdf(place, **query):
    """Return the response with a place's brief as a PDF."""
    response = Client().get(f"{place.get_absolute_url()}brief.pdf", query)
    assert response.status_code == 200
    return response


def crowded(size=40):
    """Enter a place with a long name, so many agreements, and as much of the rest."""
    state = factories.StateFactory()
    place = factories.PlaceFactory(name=LONG, state=state)
    factories.PolicyFactory.create_batch(
        5,
        jurisdiction=state,
        type=PolicyType.STATE_LAW,
        title=(WORDS * 3)[:200],
        events=[(EventKind.EFFECTIVE, date(2011, 1, 1))],
    )
    body = factories.BodyFactory(jurisdiction=place, name=f"Council of {LONG}"[:120])
    for number in range(size):
        policy = factories.PolicyFactory(
            jurisdiction=place,
            title=(f"{number} {WORDS * 3}")[:200],
            citation__source=headlined(number),
            events=[(EventKind.ADOPTED, date(2015, 1, 1 + number % 28))],
        )
        factories.CitationFactory(policy=policy, source=headlined(number))
    for number in range(4):
        vote = factories.VoteFactory(
            body=body, policy=Policy.objects.last(), motion=(WORDS * 3)[:200]
        )
        for seat in range(12):
            factories.BallotFactory(
                vote=vote, option=BallotOption.YES if seat % 3 else BallotOption.NO
            )
        factories.StatementFactory(
            jurisdiction=place,
            quote=WORDS * (2 + number),
            citation__source=headlined(9),
        )
    for name in ("North", "South", "East", "West"):
        neighbor = factories.PlaceFactory(name=f"{name} {LONG}", state=state)
        factories.PolicyFactory(
            jurisdiction=neighbor, events=[(EventKind.ADOPTED, date(2015, 1, 1))]
        )
    return place


def headlined(number):
    """Return a source with as long a headline as a page may meet."""
    return factories.SourceFactory(title=(f"{number} {WORDS * 4}")[:240])
