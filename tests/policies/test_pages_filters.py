"""What each parameter of the listings of policies, votes and statements keeps."""

from datetime import date

import pytest

from jurisdictions.enums import Level, Precision
from policies.enums import (
    AuthorityPath,
    BallotOption,
    Direction,
    EventKind,
    Instrument,
    LegalEffect,
    PolicyType,
    ProgramModel,
    Stance,
    StatementKind,
    VoteMethod,
    VoteResult,
)
from policies.filters import PolicyFilters, StatementFilters, VoteFilters
from tests import factories
from tests.config.test_listings import asked

pytestmark = pytest.mark.django_db


def rows(filters, query):
    """Return the rows a listing answers a query with, in its order."""
    filterset = asked(filters, query)
    assert filterset.problems == []
    return list(filterset.rows())


@pytest.fixture
def georgia():
    """Return a city in another state than the factories' own."""
    return factories.PlaceFactory(state=factories.StateFactory(usps="GA"))


# Agreements and policies


@pytest.mark.parametrize(
    ("query", "own"),
    [
        ("type=287g", {"type": PolicyType.PROGRAM_287G}),
        ("model=wso", {"type": PolicyType.PROGRAM_287G, "model": ProgramModel.WSO}),
        ("direction=limits", {"direction": Direction.LIMITS}),
        ("instrument=resolution", {"instrument": Instrument.RESOLUTION}),
        (
            "authority_path=sheriff_alone",
            {"authority_path": AuthorityPath.SHERIFF_ALONE},
        ),
        ("legal_effect=symbolic", {"legal_effect": LegalEffect.SYMBOLIC}),
        ("level=county", {"jurisdiction__level": Level.COUNTY}),
        ("place=1301696", {"jurisdiction__geoid": "1301696"}),
        ("state=GA", {"jurisdiction__state__usps": "GA"}),
        ("status=proposed", {"events": [(EventKind.PROPOSED, date(2021, 1, 1))]}),
        ("q=quarry+town", {"jurisdiction__name": "Quarry Town"}),
    ],
)
def test_policy_filter_keeps_its_own(query, own):
    wanted = factories.PolicyFactory(**own)
    factories.PolicyFactory(events=[(EventKind.RESCINDED, date(2021, 1, 1))])
    assert rows(PolicyFilters, query) == [wanted]


def test_values_of_one_filter_widen_and_filters_narrow(georgia):
    limits, adds = (
        factories.PolicyFactory(jurisdiction=georgia, direction=direction)
        for direction in (Direction.LIMITS, Direction.ADDS)
    )
    elsewhere = factories.PolicyFactory(direction=Direction.LIMITS)
    assert set(rows(PolicyFilters, "state=AL&state=GA")) == {limits, adds, elsewhere}
    assert rows(PolicyFilters, "state=GA&direction=limits") == [limits]


def test_state_filter_keeps_the_state_itself_and_its_places(georgia):
    law = factories.PolicyFactory(jurisdiction=georgia.state, type=PolicyType.STATE_LAW)
    local = factories.PolicyFactory(jurisdiction=georgia)
    factories.PolicyFactory()
    assert set(rows(PolicyFilters, "state=GA")) == {law, local}


def test_policies_by_number_of_sources():
    once = factories.PolicyFactory()
    twice = factories.PolicyFactory()
    factories.CitationFactory(policy=twice)
    factories.CitationFactory(policy=once, source__draft=True)
    assert rows(PolicyFilters, "min_sources=2") == [twice]
    assert set(rows(PolicyFilters, "min_sources=1")) == {once, twice}


@pytest.fixture
def rescinded():
    """Return a policy that was adopted in 2015 and rescinded in 2018."""
    return factories.PolicyFactory(
        events=[
            (EventKind.ADOPTED, date(2015, 5, 5)),
            (EventKind.RESCINDED, date(2018, 8, 8)),
        ]
    )


def test_status_filter_follows_the_day(rescinded):
    assert rows(PolicyFilters, "status=active") == []
    assert rows(PolicyFilters, "status=terminated") == [rescinded]
    assert rows(PolicyFilters, "status=active&as_of=2016-01-01") == [rescinded]
    assert rows(PolicyFilters, "status=terminated&as_of=2016-01-01") == []
    assert rows(PolicyFilters, "as_of=2015-05-04") == []
    assert rows(PolicyFilters, "as_of=2015-05-05") == [rescinded]


def test_row_as_of_a_day_has_the_status_of_the_day(rescinded):
    (row,) = rows(PolicyFilters, "as_of=2016-01-01")
    assert row.status_then == "active"


def test_policy_without_events_is_on_file_from_its_first_source():
    policy = factories.PolicyFactory(citation__source__date=date(2019, 3, 3))
    assert rows(PolicyFilters, "as_of=2019-03-02") == []
    assert rows(PolicyFilters, "as_of=2019-03-03") == [policy]


def test_order_as_of_a_day_knows_nothing_later(rescinded):
    between = factories.PolicyFactory(events=[(EventKind.ADOPTED, date(2016, 6, 6))])
    assert rows(PolicyFilters, "") == [rescinded, between]
    assert rows(PolicyFilters, "as_of=2017-01-01") == [between, rescinded]
    assert rows(PolicyFilters, "as_of=2017-01-01&sort=oldest") == [rescinded, between]


def test_span_must_hold_something_that_happened(rescinded):
    """An event before the span and one after it do not make one inside."""
    assert rows(PolicyFilters, "since=2016-01-01&until=2017-01-01") == []
    assert rows(PolicyFilters, "since=2018-01-01&until=2018-12-31") == [rescinded]
    assert rows(PolicyFilters, "since=2018-08-09") == []
    assert rows(PolicyFilters, "until=2015-05-05") == [rescinded]


@pytest.mark.parametrize(
    ("precision", "day", "within", "before", "after"),
    [
        (Precision.WEEK, date(2021, 11, 29), "2021-12-03", "2021-11-28", "2021-12-06"),
        (Precision.MONTH, date(2021, 11, 1), "2021-11-30", "2021-10-31", "2021-12-01"),
        (Precision.YEAR, date(1979, 1, 1), "1979-12-31", "1978-12-31", "1980-01-01"),
    ],
)
def test_date_known_in_part_touches_a_span(precision, day, within, before, after):
    event = factories.PolicyEventFactory(date=day, date_precision=precision)
    assert rows(PolicyFilters, f"since={within}") == [event.policy]
    assert rows(PolicyFilters, f"since={after}") == []
    assert rows(PolicyFilters, f"until={within}") == [event.policy]
    assert rows(PolicyFilters, f"until={before}") == []


# Votes


@pytest.mark.parametrize(
    ("query", "own"),
    [
        ("result=failed", {"result": VoteResult.FAILED}),
        ("method=voice", {"method": VoteMethod.VOICE}),
        ("state=GA", {"body__jurisdiction__state__usps": "GA"}),
        ("place=1301696", {"body__jurisdiction__geoid": "1301696"}),
        ("body=zoning-board", {"body__slug": "zoning-board"}),
        ("since=2022-01-01", {"date": date(2022, 2, 2)}),
        ("until=2020-01-01", {"date": date(2019, 9, 9)}),
        ("upcoming=1", {"date": date(2999, 1, 1), "result": VoteResult.SCHEDULED}),
        ("result_missing=1", {"result": VoteResult.UNKNOWN}),
        ("split=1", {"yes_count": 6, "no_count": 2}),
        ("q=quarry", {"motion": "To dig a quarry"}),
    ],
)
def test_vote_filter_keeps_its_own(query, own):
    wanted = factories.VoteFactory(**own)
    factories.VoteFactory(yes_count=9, no_count=0, result=VoteResult.PASSED)
    assert rows(VoteFilters, query) == [wanted]


def test_result_filter_tells_what_the_page_tells():
    """A scheduled vote whose day has passed has no result, whatever is stored."""
    vote = factories.VoteFactory(result=VoteResult.SCHEDULED, date=date(2021, 12, 7))
    assert rows(VoteFilters, "result=unknown") == [vote]
    assert rows(VoteFilters, "result=scheduled") == []
    day = "as_of=2021-12-06"
    assert rows(VoteFilters, f"result=scheduled&{day}") == [vote]
    assert rows(VoteFilters, f"result=unknown&{day}") == []
    assert rows(VoteFilters, f"upcoming=1&{day}") == [vote]
    assert rows(VoteFilters, f"result_missing=1&{day}") == []


def test_result_is_not_told_before_its_day():
    vote = factories.VoteFactory(
        date=date(2021, 12, 7), citation__source__date=date(2021, 12, 1)
    )
    assert rows(VoteFilters, "result=passed&as_of=2021-12-06") == []
    assert rows(VoteFilters, "result=scheduled&as_of=2021-12-06") == [vote]
    assert rows(VoteFilters, "result=passed&as_of=2021-12-07") == [vote]
    assert rows(VoteFilters, "as_of=2021-11-30") == []


def test_votes_of_an_official():
    ballot = factories.BallotFactory(official__slug="ada-rivers")
    factories.BallotFactory()
    assert rows(VoteFilters, "official=ada-rivers") == [ballot.vote]


def test_split_vote_by_the_names():
    vote = factories.VoteFactory()
    factories.BallotFactory(vote=vote, option=BallotOption.YES)
    assert rows(VoteFilters, "split=1") == []
    factories.BallotFactory(vote=vote, option=BallotOption.NO)
    assert rows(VoteFilters, "split=1") == [vote]


# Statements


@pytest.mark.parametrize(
    ("query", "own"),
    [
        ("stance=opposes", {"stance": Stance.OPPOSES}),
        ("kind=letter", {"kind": StatementKind.LETTER}),
        ("state=GA", {"jurisdiction__state__usps": "GA"}),
        ("place=1301696", {"jurisdiction__geoid": "1301696"}),
        ("official=ada-rivers", {"official__slug": "ada-rivers"}),
        ("since=2022-01-01", {"date": date(2022, 2, 2)}),
        ("until=2020-01-01", {"date": date(2019, 9, 9)}),
        ("as_of=2020-01-01", {"date": date(2019, 9, 9)}),
        ("q=quarry", {"title": "Mayor on the quarry"}),
    ],
)
def test_statement_filter_keeps_its_own(query, own):
    wanted = factories.StatementFactory(**own)
    factories.StatementFactory()
    assert rows(StatementFilters, query) == [wanted]


def test_statements_about_a_matter():
    about = factories.StatementFactory(policy=factories.PolicyFactory())
    factories.StatementFactory(policy=factories.PolicyFactory())
    assert rows(StatementFilters, f"matter={about.policy_id}") == [about]


@pytest.mark.parametrize("matter", ["0", "-1", "1.5", "x", "9" * 39, "１"])
def test_matter_that_is_no_policy_is_told(matter):
    filterset = asked(StatementFilters, f"matter={matter}")
    (problem,) = filterset.problems
    assert problem.startswith("Agreement or policy: we have no")


def test_organization_is_found_by_its_words_and_its_signature():
    letter = factories.SignatoryFactory(organization__slug="gasp").statement
    said = factories.StatementFactory(
        official=None, organization=letter.signatories.get().organization
    )
    factories.SignatoryFactory()
    assert set(rows(StatementFilters, "organization=gasp")) == {letter, said}


def test_both_sides_of_a_disputed_claim():
    claim = factories.StatementFactory()
    answer = factories.StatementFactory(disputes=claim)
    factories.StatementFactory()
    assert set(rows(StatementFilters, "disputed=1")) == {claim, answer}


def test_claim_that_only_a_draft_disputes_is_not_disputed():
    claim = factories.StatementFactory()
    factories.StatementFactory(disputes=claim, draft=True)
    factories.StatementFactory(disputes=factories.StatementFactory(draft=True))
    assert rows(StatementFilters, "disputed=1") == []
