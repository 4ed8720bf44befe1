"""Section 6 of what the stories must yield: what holds across all five."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Q
from modelcluster.models import get_all_child_relations

from jurisdictions.derive import holders_on
from jurisdictions.models import Jurisdiction, Organization, Record, Term
from news.models import TARGETS, Citation, Source
from news.stories.loader import ORDER
from policies.filters import PolicyFilters, StatementFilters
from policies.models import Policy, Statement, Vote
from tests.news.told import (
    BIRMINGHAM_2017,
    BIRMINGHAM_2021,
    CLARKSTON_2017,
    SEVEN_CITIES,
    SOUTH_MIAMI,
    day,
    place,
    policy,
    source,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]

STATES = ["GA", "AL", "FL", "CA", "NY", "PA", "TN", "IL", "WA", "DC", "TX"]


def rows(filters, **asked):
    """Return the public rows that a listing's filters leave."""
    model = filters.Meta.model
    found = filters(asked, queryset=model.objects.for_listing())
    assert found.is_valid(), found.errors
    return found.qs


def places(policies):
    """Return the names of the places of some policies."""
    return {row.jurisdiction.name for row in policies}


def birmingham_on(text):
    """Return the mayor of Birmingham on a day, and the status of what is on file."""
    birmingham = place("AL", "birmingham")
    terms = holders_on(Term.objects.of_place(birmingham), day(text))
    mayors = [str(term.official) for term in terms if term.office == "mayor"]
    found = Policy.objects.published().filter(jurisdiction=birmingham)
    standing = {
        row.slug: row.status_then
        for row in found.on_file(day(text)).with_status_on(day(text))
    }
    return mayors, standing


def test_birmingham_as_of_february_2017():
    mayors, standing = birmingham_on("2017-02-01")
    assert mayors == ["William Bell Sr."]
    assert standing["birmingham-sanctuary-resolution"] == "active"
    assert not any("hsi" in slug for slug in standing)


def test_birmingham_as_of_december_2021():
    mayors, standing = birmingham_on("2021-12-06")
    assert mayors == ["Randall Woodfin"]
    assert standing["birmingham-hsi-extension"] == "proposed"
    assert standing["birmingham-hsi-designation"] == "active"
    assert standing["birmingham-sanctuary-resolution"] == "active"


def test_birmingham_on_the_day_before_the_resolution():
    assert birmingham_on("2017-01-30") == ([], {})


def test_birmingham_of_today_has_both_eras():
    found = Policy.objects.published().filter(jurisdiction=place("AL", "birmingham"))
    assert found.count() == 5
    assert places(found.filter(status="active")) == {"Birmingham"}


def test_federal_order_is_one_record_of_two_stories():
    orders = Policy.objects.filter(type="federal_order")
    assert [row.slug for row in orders] == ["order-on-federal-funding-2017"]
    sources = orders[0].citations.values_list("source__slug", flat=True)
    assert set(sources) == {BIRMINGHAM_2017, CLARKSTON_2017}


def test_atlanta_is_told_of_in_two_stories():
    sources = Source.objects.filter(
        citations__statement__jurisdiction=place("GA", "atlanta")
    )
    assert set(sources.values_list("slug", flat=True)) == {
        BIRMINGHAM_2017,
        CLARKSTON_2017,
    }


def test_287g_is_told_of_in_two_stories():
    sources = policy("287g-program").citations.values_list("source__slug", flat=True)
    assert set(sources) == {CLARKSTON_2017, SOUTH_MIAMI}


def test_hsi_designations_are_birminghams():
    found = rows(PolicyFilters, type=["hsi_customs_designation"])
    assert places(found) == {"Birmingham"}


def test_287g_agreements_by_status():
    assert places(rows(PolicyFilters, type=["287g"])) == {
        "Hialeah",
        "Coral Gables",
        "South Miami",
    }
    signed = rows(PolicyFilters, type=["287g"], status=["signed"])
    assert places(signed) == {"Hialeah", "Coral Gables"}
    proposed = rows(PolicyFilters, type=["287g"], status=["proposed"])
    assert places(proposed) == {"South Miami"}


def test_resolutions_are_clarkstons_and_birminghams():
    found = rows(PolicyFilters, instrument=["resolution"])
    assert places(found) == {"Clarkston", "Birmingham"}


def test_mayors_executive_order_is_philadelphias():
    found = rows(PolicyFilters, instrument=["executive_order_mayor"])
    assert places(found) == {"Philadelphia"}


def test_organizations_that_oppose():
    opposing = rows(StatementFilters, stance=["opposes"])
    found = Organization.objects.filter(
        Q(statements__in=opposing) | Q(signatures__statement__in=opposing)
    ).distinct()
    signers = Organization.objects.filter(
        signatures__statement__slug="birmingham-letter-of-13-organizations"
    )
    others = {row.name for row in found} - {row.name for row in signers}
    assert signers.count() == 13
    assert set(signers) <= set(found)
    assert others == {"Georgia Latino Alliance for Human Rights", "Project South"}


@pytest.mark.parametrize("code", STATES)
def test_each_state_has_something_on_file(code):
    assert Policy.objects.published().in_states([code]).exists()
    if code != "TX":  # of Texas only its bill is told
        assert Statement.objects.published().in_states([code]).exists()


def test_silences_are_birminghams():
    found = rows(StatementFilters, stance=["did_not_respond", "declined_to_comment"])
    assert {str(row.jurisdiction) for row in found} == {"Birmingham, Alabama"}
    assert {str(row.official or row.body) for row in found} == {
        "LaTonya Tate",
        "Birmingham City Council",
    }


def test_disputed_claims_are_clarkstons():
    found = Statement.objects.published().disputed()
    assert {row.jurisdiction.name for row in found} == {"Clarkston"}
    assert {str(row.official) for row in found} == {"Ted Terry", "Bryan Cox"}


def test_unanimous_votes_name_no_member():
    found = Vote.objects.published().filter(described_as_unanimous=True)
    assert {(str(row.body), row.ballots.count()) for row in found} == {
        ("Clarkston City Council", 0),
        ("Birmingham City Council", 0),
    }


def test_scheduled_vote_without_outcome_is_birminghams():
    found = Vote.objects.published().result_missing()
    assert [str(row.body) for row in found] == ["Birmingham City Council"]
    assert found[0].date == day("2021-12-07")
    assert list(Vote.objects.published().upcoming(day("2021-12-01"))) == list(found)


def test_one_source_feeds_seven_places():
    told = Jurisdiction.objects.filter(
        statements__citations__source__slug=SEVEN_CITIES
    ).exclude(level="federal")
    assert told.distinct().count() == 7


def test_no_record_is_without_a_source():
    for model in ORDER:
        if model.needs_citation:
            assert not model.objects.filter(citations__isnull=True).exists(), model


def test_record_is_sound():
    call_command("check_record", stdout=StringIO())


def test_removing_a_source_flags_what_rests_on_it():
    said = StringIO()
    source(BIRMINGHAM_2021).unpublish()
    with pytest.raises(CommandError):
        call_command("check_record", stdout=said)
    assert "Agreement with HSI on customs officers" in said.getvalue()


def test_every_citation_names_its_paragraph_and_few_words():
    for citation in Citation.objects.select_related(*TARGETS):
        assert citation.paragraph, citation.target
        assert len(citation.quote.split()) <= 8, citation.quote


def test_our_quotations_are_a_few_words():
    for said in Statement.objects.exclude(quote=""):
        assert len(said.quote.split()) <= 8, said.quote
    for agreed in Policy.objects.exclude(excerpt=""):
        assert len(agreed.excerpt.split()) <= 8, agreed.excerpt


def test_every_row_keeps_the_rules_of_its_type():
    for model in ORDER:
        for record in model.objects.all():
            record.full_clean()
            clean_rows(record)


def clean_rows(record):
    """Check the rows beneath a record, and those beneath them."""
    for relation in get_all_child_relations(record):
        for row in getattr(record, relation.get_accessor_name()).all():
            row.full_clean()
            clean_rows(row)


def test_every_record_has_a_published_revision():
    for model in ORDER:
        assert issubclass(model, Record)
        for record in model.objects.all():
            assert record.live
            assert not record.has_unpublished_changes
            assert record.latest_revision == record.live_revision is not None
