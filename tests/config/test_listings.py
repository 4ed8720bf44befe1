"""What every listing promises, whatever its rows are."""

from datetime import timedelta
from urllib.parse import parse_qs

import pytest
from django.http import QueryDict
from django.test import RequestFactory
from django.utils import timezone

from config.listings import (
    MAX_VALUES,
    DayFilter,
    FilteredList,
    FlagFilter,
    WordsFilter,
    page_of,
)
from config.listings.parameters import RepeatedField
from jurisdictions.filters import OfficialFilters, OrganizationFilters, PlaceFilters
from news.filters import SourceFilters
from policies.filters import PolicyFilters, StatementFilters, VoteFilters
from tests import factories

pytestmark = pytest.mark.django_db

LISTINGS = {
    "/places/": (PlaceFilters, factories.PlaceFactory),
    "/agreements/": (PolicyFilters, factories.PolicyFactory),
    "/votes/": (VoteFilters, factories.VoteFactory),
    "/statements/": (StatementFilters, factories.StatementFactory),
    "/organizations/": (OrganizationFilters, factories.OrganizationFactory),
    "/officials/": (OfficialFilters, factories.OfficialFactory),
    "/sources/": (SourceFilters, factories.SourceFactory),
}
# The addresses are a contract: what a listing could once be asked, it always can.
PARAMETERS = {
    "/places/": "q level state within recorded as_of",
    "/agreements/": "type model status direction state level place instrument "
    "authority_path legal_effect since until as_of q min_sources where within",
    "/votes/": "result method state place body official since until upcoming "
    "result_missing split as_of q where within",
    "/statements/": "stance kind state place matter organization official since until "
    "disputed as_of q where within",
    "/organizations/": "q kind state as_of",
    "/officials/": "q office state place within as_of",
    "/sources/": "kind outlet state since until incomplete as_of q",
}
# Of these a leading hyphen asks for the rows that have none of the values.
EXCLUDING = (
    "level state within type model status direction place instrument authority_path "
    "legal_effect result method body official stance kind matter organization office "
    "outlet"
)
FILTERS = [
    (address, name)
    for address, (filters, _rows) in LISTINGS.items()
    for name in filters.base_filters
]


def asked(filters, query):
    """Return the filterset of a listing asked with a query string."""
    return filters.from_request(RequestFactory().get(f"/?{query}"))


@pytest.fixture(params=LISTINGS)
def listing(request):
    """Return each listing in turn: address, filters and the factory of its rows."""
    return request.param, *LISTINGS[request.param]


def test_every_promised_parameter_is_there():
    assert {
        address: set(filters.base_filters) for address, (filters, _) in LISTINGS.items()
    } == {address: promised(names) for address, names in PARAMETERS.items()}


def promised(names):
    """Return the parameters that a listing promises, those that exclude too."""
    found = {*names.split(), "sort"}
    return found | {f"-{name}" for name in found & {*EXCLUDING.split()}}


def test_unknown_parameter_is_told_and_shows_no_rows(listing):
    _address, filters, rows = listing
    rows()
    filterset = asked(filters, "colour=red")
    assert filterset.problems == ["We do not know the filter “colour”."]
    assert list(filterset.rows()) == []


@pytest.mark.parametrize(("address", "name"), FILTERS)
def test_invalid_value_is_told_and_shows_no_rows(address, name):
    filters, rows = LISTINGS[address]
    rows()
    if isinstance(filters.base_filters[name], WordsFilter):
        value = "x" * 101
    else:
        value = "bogus!"
    filterset = asked(filters, f"{name}={value}")
    (problem,) = filterset.problems
    assert problem.startswith(f"{filterset.label_of(name)}: ")
    assert list(filterset.rows()) == []


@pytest.mark.parametrize("day", ["2021-13-01", "12/6/2021", "2021", "0", "10000-01-01"])
def test_junk_day_is_told(listing, day):
    _address, filters, _rows = listing
    assert len(asked(filters, f"as_of={day}").problems) == 1


def test_parameter_left_empty_asks_nothing(listing):
    """A browser sends every control of the form, used or not."""
    _address, filters, rows = listing
    row = rows()
    query = "&".join(f"{name}=" for name in filters.base_filters)
    filterset = asked(filters, query)
    assert filterset.problems == []
    assert filterset.chips() == []
    assert row in filterset.rows()


def test_single_value_given_twice_is_told(listing):
    _address, filters, _rows = listing
    filterset = asked(filters, "as_of=2020-01-01&as_of=2021-01-01")
    assert filterset.problems == ["As of: give one value only."]


def test_too_many_values_are_told(listing):
    _address, filters, _rows = listing
    query = "&".join(f"state={number}" for number in range(MAX_VALUES + 1))
    if "state" in filters.base_filters:
        assert "State: too many values." in asked(filters, query).problems


def test_query_without_problems_gives_its_rows(listing):
    _address, filters, rows = listing
    row = rows()
    assert row in asked(filters, "").rows()


def test_every_order_is_total(listing):
    """Without a unique last column, a row can show on two pages or on none."""
    _address, filters, _rows = listing
    for query in ["", *(f"sort={order}" for order in filters.sorts)]:
        for day in ("", "&as_of=2026-01-01"):
            filterset = asked(filters, query + day)
            assert filterset.problems == []
            assert filterset.rows().query.order_by[-1] in {"pk", "-pk"}, query


def test_every_single_filter_can_be_answered(listing):
    """Each filter with a value it knows makes a query that the database takes."""
    _address, filters, rows = listing
    rows()
    factories.StateFactory()
    for name, field in asked(filters, "").form.fields.items():
        declared = filters.base_filters[name]
        if isinstance(declared, WordsFilter) or isinstance(field, RepeatedField):
            continue
        if isinstance(declared, DayFilter):
            value = "2021-12-06"
        elif isinstance(declared, FlagFilter) or not hasattr(field, "choices"):
            value = "1"
        else:
            value = next(key for key, _label in field.choices if key)
        filterset = asked(filters, f"{name}={value}")
        assert filterset.problems == [], name
        list(filterset.rows())


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_utmost_days_can_be_answered(listing, day):
    _address, filters, rows = listing
    rows()
    dates = {n for n, f in filters.base_filters.items() if isinstance(f, DayFilter)}
    if day > "2999":
        dates -= {"as_of"}
    filterset = asked(filters, "&".join(f"{name}={day}" for name in dates))
    assert filterset.problems == []
    list(filterset.rows())


@pytest.mark.parametrize("number", ["1.5", "two"])
def test_number_that_is_none_is_told_in_our_words(number):
    filterset = asked(PolicyFilters, f"min_sources={number}")
    assert filterset.problems == ["Sources at least: give a whole number."]


def test_day_still_to_come_is_told_and_shows_no_rows(listing):
    _address, filters, rows = listing
    rows()
    filterset = asked(filters, "as_of=2999-01-01")
    assert filterset.problems == ["As of: that day is still to come."]
    assert list(filterset.rows()) == []
    for days in (0, 1):  # where it is tomorrow already, it is the day
        day = timezone.localdate() + timedelta(days=days)
        assert asked(filters, f"as_of={day.isoformat()}").problems == []


def test_as_of_today_leaves_nothing_out(listing):
    """What shows without a day shows as of today: both are the present record."""
    _address, filters, rows = listing
    rows()
    today = f"as_of={timezone.localdate().isoformat()}"
    assert set(asked(filters, today).rows()) == set(asked(filters, "").rows())


# Chips


def chips(filters, query):
    """Return {"Label: value": the query left when the chip is taken away}."""
    return {
        f"{chip.label}: {chip.value}": parse_qs(chip.removed)
        for chip in asked(filters, query).chips()
    }


def test_chip_takes_away_its_own_value_and_no_other():
    factories.StateFactory(usps="AL")
    factories.StateFactory(usps="GA")
    found = chips(PolicyFilters, "state=AL&state=GA&type=287g&sort=place&page=3")
    assert found == {
        "Type: 287(g) agreement": {"state": ["AL", "GA"], "sort": ["place"]},
        "State: Alabama": {"state": ["GA"], "type": ["287g"], "sort": ["place"]},
        "State: Georgia": {"state": ["AL"], "type": ["287g"], "sort": ["place"]},
    }


def test_value_given_twice_is_one_chip():
    factories.StateFactory(usps="AL")
    assert chips(PolicyFilters, "state=AL&state=AL") == {"State: Alabama": {}}


def test_chip_of_a_row_bears_its_name():
    place = factories.PlaceFactory(name="Mobile", geoid="0150000")
    assert chips(PolicyFilters, "place=0150000") == {f"Place: {place}": {}}


def test_chip_of_an_unknown_value_can_be_taken_away():
    assert chips(PolicyFilters, "type=bogus&q=jail") == {
        "Type: bogus": {"q": ["jail"]},
        "Words: jail": {"type": ["bogus"]},
    }


def test_draft_place_has_no_name_to_give_away():
    factories.PlaceFactory(name="Hidden Springs", geoid="0199999", draft=True)
    filterset = asked(PolicyFilters, "place=0199999")
    assert filterset.problems == ["Place: we have no “0199999”."]
    assert "Hidden" not in str(filterset.chips())


# Pages


class Shelf(FilteredList):
    """A listing with two rows a page, and no template."""

    filterset_class = PlaceFilters
    paginate_by = 2


def test_pages_hold_every_row_once():
    for _number in range(5):
        factories.PlaceFactory(name="Springfield")
    rows = asked(PlaceFilters, "q=springfield").rows()
    shown = [row.pk for number in "123" for row in page_of(rows, number, 2).object_list]
    assert shown == list(rows.values_list("pk", flat=True))
    assert len(set(shown)) == 5


@pytest.mark.parametrize(
    "number", ["0", "-1", "4", "1000000000", "abc", "1.5", "%00", "٣", "1" * 400]
)
def test_page_that_does_not_exist_is_not_found(client, listing, number):
    address, _filters, _rows = listing
    assert client.get(address, {"page": number}).status_code == 404


def test_page_left_empty_is_the_first(client, listing):
    address, _filters, _rows = listing
    assert client.get(address, {"page": ""}).status_code == 200


def test_query_kept_for_other_pages_has_the_filters_and_no_page():
    factories.StateFactory(usps="AL")
    filterset = asked(PlaceFilters, "state=AL&q=&sort=name&page=2")
    kept = QueryDict(Shelf().query_of(filterset))
    assert kept.dict() == {"state": "AL", "sort": "name"}
