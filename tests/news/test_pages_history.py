"""A history tells what a record said on which day, and names nobody withdrawn since."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from jurisdictions.models import Official
from news.changes.writing import record_all
from news.models import Change
from policies.enums import LegalEffect
from policies.models import Vote
from tests import factories
from tests.news.test_changes import publish
from tests.reading import read

pytestmark = pytest.mark.django_db


def today():
    """The day as it is now: a run of the tests may last beyond midnight."""
    return timezone.localdate()


def before():
    return today() - timedelta(days=30)


def between():
    return today() - timedelta(days=10)


def moment(days):
    """This hour of the wall clock so many days ago, whatever daylight saving did."""
    return timezone.localtime() - timedelta(days=days)


def long_kept():
    """Let the log so far have been written a month ago."""
    then = moment(30)
    Change.objects.update(at=then, kept_since=then)


@pytest.fixture
def policy():
    """A policy that was published a month ago and says otherwise since today."""
    policy = factories.PolicyFactory(
        jurisdiction=factories.PlaceFactory(name="Mobile"),
        title="Customs designation",
        summary="Officers may enforce federal offenses.",
    )
    record_all()
    long_kept()
    policy.summary = "Officers may enforce some federal offenses."
    policy.legal_effect = LegalEffect.DISPUTED
    return publish(policy)


def test_history_lists_every_change_with_its_words(policy):
    page = read(f"{policy.get_absolute_url()}history/")
    words = page.section("changes")
    assert "Changes (2)" in words
    assert "Legal effect: Binding → became Disputed" in words
    assert page.main.find("ins", string="some")


def test_page_tells_what_it_said_on_a_day(policy):
    words = read(f"{policy.get_absolute_url()}history/", on=between()).section("on")
    assert "Officers may enforce federal offenses." in words
    assert "Legal effect Binding" in words
    now = read(f"{policy.get_absolute_url()}history/", on=today()).section("on")
    assert "Legal effect Disputed" in now


def test_day_before_the_log_is_said_to_be_unknown(policy):
    early = before() - timedelta(days=1)
    words = read(f"{policy.get_absolute_url()}history/", on=early).section("on")
    assert "Nothing is kept of that day" in words


def test_two_days_are_compared(policy):
    address = f"{policy.get_absolute_url()}history/"
    page = read(address, **{"from": before(), "to": today()})
    assert "Legal effect" in page.section("between")
    assert [word.text for word in page.main.select("#between ins")] == [
        "Disputed",
        "some",
    ]
    assert "Title" not in page.section("between")
    same = read(address, **{"from": before(), "to": between()})
    assert "Nothing differs." in same.section("between")
    assert "Legal effect" in read(address, **{"from": before()}).section("between")


def test_record_from_before_the_log_says_since_when_it_is_kept():
    then = moment(400)
    policy = factories.PolicyFactory(first_published_at=then)
    record_all()
    page = read(
        f"{policy.get_absolute_url()}history/", on=today() - timedelta(days=100)
    )
    assert "Nothing is kept of that day" in page.section("on")
    assert "What it said is kept since" in page.section("changes")


def test_record_that_is_not_in_the_log_says_so():
    policy = factories.PolicyFactory()
    assert "no history here yet" in read(f"{policy.get_absolute_url()}history/").words


def test_place_tells_the_history_of_all_that_is_on_record(policy):
    address = f"{policy.jurisdiction.get_absolute_url()}history/"
    page = read(address, **{"on": between(), "from": before(), "to": today()})
    assert "Customs designation" in page.section("on")
    assert "Legal effect" in page.section("between")
    assert read("/us/al/history/").words


def test_record_entered_or_withdrawn_between_two_days(policy):
    place = policy.jurisdiction
    publish(factories.PolicyFactory(jurisdiction=place, title="New order"))
    address = f"{place.get_absolute_url()}history/"
    words = read(address, **{"from": before(), "to": today()}).section("between")
    assert "New order It was published" in words


def test_restored_record_was_not_published_between(policy):
    policy.unpublish()
    Change.objects.update(
        at=moment(20),
        kept_since=moment(20),
    )
    publish(type(policy).objects.get(pk=policy.pk))
    words = read(f"{policy.get_absolute_url()}history/", on=between()).section("on")
    assert "It was not published on that day." in words


@pytest.mark.parametrize(
    "query",
    [
        "on=yesterday",
        "on=2026-13-01",
        "from=2026-01-02&to=2026-01-01",
        "to=2026-01-01",
        "from=%00",
        "on=%22",
        "on=99999999999",
    ],
)
def test_days_nobody_understands_are_refused_in_words(policy, query):
    for record in (policy, policy.jurisdiction):
        response = Client().get(f"{record.get_absolute_url()}history/?{query}")
        assert response.status_code == 400
        if "%00" not in query:
            assert "History:" in response.content.decode()


def test_draft_and_withdrawn_record_have_no_history(policy):
    address = f"{policy.get_absolute_url()}history/"
    policy.unpublish()
    assert Client().get(address).status_code == 404
    page = read(f"{policy.jurisdiction.get_absolute_url()}history/")
    assert "Customs designation" not in page.words


def test_names_withdrawn_since_are_in_no_history():
    ada = factories.OfficialFactory(given_name="Zyzzyva", family_name="One")
    bea = factories.OfficialFactory(given_name="Zyzzyva", family_name="Two")
    source = factories.SourceFactory(title="Zyzzyva three")
    place = factories.PlaceFactory(name="Mobile")
    vote = factories.VoteFactory(
        body=factories.BodyFactory(jurisdiction=place),
        mover=ada,
        citation__source=source,
    )
    factories.BallotFactory(vote=vote, official=bea)
    factories.StatementFactory(jurisdiction=place, official=ada)
    agency = factories.AgencyFactory(name="Zyzzyva police", jurisdiction=place)
    factories.PolicyFactory(jurisdiction=place, agency=agency)
    officer = factories.OfficialFactory(slug="cy")
    factories.TermFactory(official=officer, jurisdiction=None, agency=agency)
    record_all()
    long_kept()
    told = [change.told for change in Change.objects.all()]
    assert str(told).count("Zyzzyva") >= 5
    for record in (ada, bea, source, agency):
        record.unpublish()
    record_all()
    question = {"on": between(), "from": before(), "to": today()}
    for address in (
        f"{place.get_absolute_url()}history/",
        f"{Vote.objects.get().get_absolute_url()}history/",
        f"{Official.objects.get(slug='cy').get_absolute_url()}history/",
    ):
        page = read(address, **question)
        assert "Zyzzyva" not in page.words, address
        assert "(withdrawn since)" in page.words, address
    for address in ("/changes/", "/changes.atom", "/votes.atom", "/officials.atom"):
        assert "Zyzzyva" not in Client().get(address).content.decode(), address


def test_listing_finds_changes_by_each_filter(policy):
    publish(factories.VoteFactory(motion="To table it", date=date(2026, 1, 1)))
    for query, count in (
        ("", "3 changes"),  # the policy entered and changed, a vote
        ("?kind=changed", "1 change"),
        ("?record=vote", "1 change"),
        ("?state=AL&record=policy", "2 changes"),
        (f"?place={policy.jurisdiction.geoid}", "2 changes"),
        (f"?until={between()}&record=policy", "1 change"),
        (f"?since={today()}&record=policy", "1 change"),
        ("?q=designation", "2 changes"),
        ("?q=designation&record=vote", "0 changes"),
        ("?state=TX", "0 changes"),
    ):
        rows = Change.objects.exclude(record_type="source")
        assert rows.count() >= 3
        page = read(f"/changes/{query or '?record=policy&record=vote'}")
        assert page.main.select_one(".page__lead").text.strip() == count, query
