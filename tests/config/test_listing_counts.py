"""Counts are true: what a listing counts is what it shows, for whatever is asked."""

import random
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.http import QueryDict
from django.test import RequestFactory

from config.listings import DayFilter, FlagFilter, WordsFilter, canonical
from config.listings.facets import FacetIndex
from config.listings.parameters import NOT, RepeatedField
from jurisdictions.enums import Office
from policies.enums import (
    BallotOption,
    Direction,
    EventKind,
    LegalEffect,
    PolicyType,
    ProgramModel,
    Stance,
    VoteResult,
)
from tests import factories
from tests.config.test_listings import LISTINGS

pytestmark = pytest.mark.django_db

QUERIES = 20  # of each listing, at random
WORDS = ("spring", "council", "alabama", "ada", "nobody")
KINDS = (EventKind.PROPOSED, EventKind.ADOPTED, EventKind.RESCINDED)


@pytest.fixture(scope="module")
def record(django_db_setup, django_db_blocker):
    """The record below, for all the tests of the module, then taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        enter_record(random.Random(287))  # noqa: S311 - the same record every time
        yield
        transaction.set_rollback(True)


def enter_record(chance):
    """Enter a record in which rows differ in all that the listings count."""
    states = [factories.StateFactory(usps=code) for code in ("AL", "FL", "GA")]
    counties = [factories.CountyFactory(state=state) for state in states]
    places = [*states, *counties]
    for number in range(4):
        place = factories.PlaceFactory(state=states[number % 3])
        place.counties.add(counties[number % 3])
        place.save()
        places.append(place)
    sources = [
        factories.SourceFactory(date=day, byline=chance.choice(["", "A. Reporter"]))
        for day in (date(2016, 3, 1), date(2019, 3, 1), date(2021, 3, 1), None)
    ]
    for _number in range(16):
        place, source = chance.choice(places), chance.choice(sources)
        day = date(2016, 1, 1) + timedelta(days=chance.randrange(3_000))
        program = chance.random() < 0.5
        kinds = KINDS[: chance.randrange(4)]
        policy = factories.PolicyFactory(
            jurisdiction=place,
            type=PolicyType.PROGRAM_287G if program else PolicyType.DETAINER_POLICY,
            model=chance.choice(ProgramModel.values) if program else "",
            direction=chance.choice(Direction.values),
            legal_effect=chance.choice(LegalEffect.values),
            events=[(k, day + timedelta(days=400 * n)) for n, k in enumerate(kinds)],
            citation__source=source,
        )
        official = factories.OfficialFactory(citation__source=source)
        factories.TermFactory(
            official=official, jurisdiction=place, office=chance.choice(Office.values)
        )
        vote = factories.VoteFactory(
            body=factories.BodyFactory(jurisdiction=place, citation__source=source),
            policy=policy,
            date=day,
            result=chance.choice(VoteResult.values),
            citation__source=source,
        )
        factories.BallotFactory(
            vote=vote, official=official, option=chance.choice(BallotOption.values)
        )
        factories.StatementFactory(
            jurisdiction=place,
            policy=policy,
            date=day,
            official=official,
            organization=factories.OrganizationFactory(citation__source=source),
            stance=chance.choice(Stance.values),
            citation__source=source,
        )


def asked(filters, query):
    """Return the filterset of a listing asked with a QueryDict."""
    return filters.from_request(RequestFactory().get("/?" + query.urlencode()))


def at_random(chance, filters):
    """Return a query of some of a listing's parameters, with values it knows."""
    query = QueryDict(mutable=True)
    for name, field in asked(filters, query).form.fields.items():
        declared = filters.base_filters[name]
        if isinstance(field, RepeatedField):
            continue  # values of which there are too many to try
        if chance.random() > (0.12 if name.startswith(NOT) else 0.3):
            continue
        if isinstance(declared, DayFilter):
            day = date(2016, 1, 1) + timedelta(days=chance.randrange(3_500))
            query[name] = day.isoformat()
        elif isinstance(declared, WordsFilter):
            query[name] = chance.choice(WORDS)
        elif isinstance(declared, FlagFilter):
            query[name] = "1"
        elif name == "min_sources":
            query[name] = str(chance.randrange(3))
        else:
            values = [str(value) for value, _label in field.choices]
            several = 1 if name == "sort" else min(len(values), 2)
            query.setlist(name, chance.sample(values, several))
    return query


@pytest.mark.parametrize("address", LISTINGS)
def test_counts_and_orders_are_those_of_the_rows(record, address):
    filters, _factory = LISTINGS[address]
    chance = random.Random(address)  # noqa: S311
    for _number in range(QUERIES):
        query = at_random(chance, filters)
        filterset = asked(filters, query)
        assert filterset.problems == [], query
        keys = [row.pk for row in filterset.rows()]
        assert filterset.count == len(keys), query
        assert filterset.page_keys(0, 50) == keys[:50], query
        assert [row.pk for row in filterset.page_rows(keys)] == keys
        assert [row.pk for row in filterset.export_rows(keys)] == keys, query


@pytest.mark.parametrize("address", LISTINGS)
def test_every_count_is_what_choosing_the_answer_shows(record, address):
    filters, _factory = LISTINGS[address]
    chance = random.Random(address)  # noqa: S311
    for _number in range(4):
        query = at_random(chance, filters)
        for facet in asked(filters, query).facets():
            for option in facet.options:
                if not option.count and chance.random() > 0.1:
                    continue  # most answers give nothing; some are tried
                clicked = query.copy()
                clicked.setlist(facet.name, [option.value])
                shown = asked(filters, clicked).rows().count()
                assert shown == option.count, (query, facet.name, option)


@pytest.mark.parametrize("address", LISTINGS)
def test_canonical_query_asks_the_same(record, address):
    filters, _factory = LISTINGS[address]
    chance = random.Random(address)  # noqa: S311
    for _number in range(QUERIES):
        query = at_random(chance, filters)
        once = canonical(query)
        assert canonical(QueryDict(once)) == once
        assert {name: set(query.getlist(name)) for name in query} == {
            name: set(QueryDict(once).getlist(name)) for name in query
        }


def test_removal_says_how_many_rows_it_would_give(client, record):
    query = "status=expired&type=detainer_policy"
    filterset = asked(LISTINGS["/agreements/"][0], QueryDict(query))
    assert filterset.count == 0
    page = client.get(f"/agreements/?{query}").content.decode()
    others = asked(LISTINGS["/agreements/"][0], QueryDict("type=detainer_policy"))
    assert "Without Status" in page
    assert f"→ {others.rows().count()}" in page
    assert "Without Type" not in page, "it would give none either"


def test_index_of_no_rows_counts_nothing():
    index = FacetIndex([], {"type": {}})
    assert index.with_any("type", ["287g"]) == 0
    assert index.chosen(0, 0, 50) == []


def test_row_published_while_a_page_is_made_is_of_the_next():
    factories.PolicyFactory()
    filterset = asked(LISTINGS["/agreements/"][0], QueryDict("sort=place"))
    counted = filterset.count
    newer = factories.PolicyFactory()
    shown = filterset.page_keys(0, 50)
    assert len(shown) == counted
    assert newer.pk not in shown
