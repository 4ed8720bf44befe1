"""How many policies were in force when: counted by kind, drawn, and in a table."""

from datetime import date

import pytest
from lxml import html

from policies.enums import Direction, EventKind, PolicyType, ProgramModel
from policies.models import PolicyEvent
from policies.trends import MONTHS, MOST_YEARS, trend
from tests import factories

pytestmark = pytest.mark.django_db

E = EventKind
DAY = date(2026, 3, 2)


def trend_of(day=DAY):
    """Return the trend of everything on record."""
    return trend(PolicyEvent.objects.for_trend(), day)


def agreed(*events, **fields):
    """Return a 287(g) agreement with these events."""
    fields = {"type": PolicyType.PROGRAM_287G, "model": ProgramModel.TFM} | fields
    return factories.PolicyFactory(events=list(events), **fields)


def test_each_year_counts_what_was_in_force_at_its_end():
    agreed((E.ICE_SIGNED, date(2023, 12, 31)))
    agreed((E.ICE_SIGNED, date(2024, 1, 1)), (E.TERMINATED_BY_LEA, date(2025, 12, 31)))
    agreed((E.ICE_SIGNED, date(2024, 5, 5)), expires_on=date(2025, 6, 1))
    agreed((E.PROPOSED, date(2024, 5, 5)))
    agreed((E.ICE_SIGNED, date(2024, 5, 5)), (E.DELISTED_BY_ICE, date(2025, 2, 2)))
    found = trend_of()
    assert [day.year for day in found.years] == [2023, 2024, 2025, 2026]
    assert [row.by_year for row in found.series] == [[1, 4, 2, 2]]


def test_same_number_as_the_fold_of_each_policy_on_each_day():
    kinds = (E.PROPOSED, E.ICE_SIGNED, E.SUSPENDED, E.RESUMED, E.TERMINATED_BY_ICE)
    policies = [
        agreed(
            *(
                (kind, date(2024 + n % 2, 1 + (n + m) % 12, 3))
                for m, kind in enumerate(kinds)
            )
        )
        for n in range(6)
    ]
    found = trend_of()
    for day, number in zip(found.months, found.series[0].by_month, strict=True):
        folded = [policy.standing_on(day).status for policy in policies]
        assert number == folded.count("active"), day


def test_kinds_are_told_apart_by_direction_type_and_model():
    agreed((E.ICE_SIGNED, date(2024, 1, 1)))
    agreed((E.ICE_SIGNED, date(2024, 1, 1)), model=ProgramModel.WSO)
    for way in (Direction.LIMITS, Direction.ADDS):
        agreed(
            (E.ADOPTED, date(2024, 1, 1)),
            type=PolicyType.DETAINER_POLICY,
            model="",
            direction=way,
        )
    labels = [row.kind.label for row in trend_of().series]
    assert labels == [
        "287(g) agreement · Task Force Model",
        "287(g) agreement · Warrant Service Officer",
        "Detainer policy",
        "Detainer policy",
    ]


def test_drafts_do_not_count():
    agreed((E.ICE_SIGNED, date(2024, 1, 1)), live=False)
    assert trend_of() is None


def test_one_of_unknown_status_or_of_the_future_does_not_count():
    agreed((E.AMENDED, date(2024, 1, 1)))
    agreed((E.ICE_SIGNED, date(2027, 1, 1)))
    assert trend_of() is None


def test_very_old_ones_count_in_the_years_that_are_shown():
    agreed((E.ADOPTED, date(1901, 1, 1)))
    found = trend_of()
    assert len(found.years) == MOST_YEARS
    assert set(found.series[0].by_year) == {1}


def test_months_are_shown_when_they_tell_something():
    agreed((E.ICE_SIGNED, date(2020, 1, 1)))
    assert trend_of().months == []
    agreed((E.ICE_SIGNED, date(2026, 1, 15)))
    found = trend_of()
    assert len(found.months) == MONTHS
    assert found.series[0].by_month[-4:] == [1, 2, 2, 2]


def test_state_page_counts_the_state_and_its_places_alone(client):
    place = factories.PlaceFactory()
    state = place.state
    elsewhere = factories.PlaceFactory(state__usps="GA")
    agreed((E.ICE_SIGNED, date(2024, 1, 1)), jurisdiction=place)
    agreed((E.ICE_SIGNED, date(2024, 1, 1)), jurisdiction=elsewhere)
    agreed((E.ADOPTED, date(2024, 1, 1)), jurisdiction=state)
    figure = trend_on(client, state.get_absolute_url())
    assert figure.xpath(".//td[@class='number']/a/text()") == ["2"]


def trend_on(client, address):
    """Return the figure of a page."""
    return html.document_fromstring(client.get(address).text).get_element_by_id("trend")


def test_number_leads_to_as_many_records(client):
    agreed((E.ICE_SIGNED, date(2024, 1, 1)))
    agreed((E.ICE_SIGNED, date(2024, 1, 1)), (E.DELISTED_BY_ICE, date(2025, 1, 1)))
    agreed((E.ICE_SIGNED, date(2024, 1, 1)), (E.TERMINATED_BY_ICE, date(2025, 1, 1)))
    (link,) = trend_on(client, "/us/").xpath(".//td[@class='number']/a")
    assert link.text == "2"
    listed = html.document_fromstring(client.get(link.get("href")).text)
    assert len(listed.xpath("//*[@class='record-list']/li")) == 2


def test_past_day_has_the_numbers_of_that_day(client):
    agreed((E.ICE_SIGNED, date(2020, 1, 1)), (E.TERMINATED_BY_ICE, date(2025, 1, 1)))
    figure = trend_on(client, "/us/?as_of=2022-06-30")
    (link,) = figure.xpath(".//td[@class='number']/a")
    assert link.text == "1"
    assert "as_of=2022-06-30" in link.get("href")
    assert "2025" not in figure.text_content()


def test_every_number_stands_in_a_table(client):
    agreed((E.ICE_SIGNED, date(2023, 12, 31)))
    agreed((E.ICE_SIGNED, date(2024, 1, 1)))
    figure = trend_on(client, "/es/us/")
    table = figure.xpath(".//table[@class='trend__table']")[0]
    assert table.xpath(".//thead//th/text()")[:3] == ["Tipo", "2023", "2024"]
    assert table.xpath(".//tbody//td/text()")[:2] == ["1", "2"]
