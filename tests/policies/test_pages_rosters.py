"""What the public reads of ICE's lists: on agreements, sources and the data page."""

from datetime import date

import pytest
from django.test import Client

from news.enums import SourceKind
from policies.enums import (
    EventKind,
    PolicyType,
    PredecessorRelation,
    ProgramModel,
    RosterKind,
)
from tests import factories
from tests.reading import read

pytestmark = pytest.mark.django_db

DAYS = [date(2026, 1, 5), date(2026, 1, 9), date(2026, 1, 20), date(2026, 2, 3)]
NOT_AN_END = "that is no proof that it ended"


def roster(day, **given):
    """Return a list that ICE published on a day."""
    source = factories.SourceFactory(
        kind=SourceKind.ICE_LIST,
        title="",
        description=f"ICE's list, {day:%B} {day.day}",
        date=day,
    )
    return factories.RosterFactory(published_on=day, source=source, **given)


def listed(shown, kind=RosterKind.PARTICIPATING, cited=True, **row):
    """Return an agreement that lists with an "x" show, in row 7, and others do not."""
    lists = [roster(day, kind=kind) for day, _sign in zip(DAYS, shown, strict=False)]
    with_it = [held for held, sign in zip(lists, shown, strict=True) if sign == "x"]
    policy = factories.PolicyFactory(
        type=PolicyType.PROGRAM_287G, model=ProgramModel.TFM
    )
    entry = factories.RosterEntryFactory(
        kind=kind, first_roster=with_it[0], last_roster=with_it[-1], policy=policy
    )
    for held in with_it:
        factories.RosterRowFactory(roster=held, number=7, entry=entry, **row)
    event = EventKind.LISTED_BY_ICE
    if kind == RosterKind.PENDING:
        event = EventKind.ICE_PENDING_LISTED
    factories.PolicyEventFactory(
        policy=policy,
        kind=event,
        date=with_it[0].published_on,
        citation__source=with_it[0].source if cited else factories.SourceFactory(),
        citation__paragraph=7,
    )
    return policy


def shown(policy, **query):
    """Return what the agreement's page says of ICE's lists."""
    return read(policy.get_absolute_url(), **query).section("ice-lists")


@pytest.mark.parametrize(
    ("lists", "words"),
    [
        ("xx", "On ICE’s list: first on Jan 5, 2026⁠1, last on Jan 9, 2026⁠2."),
        ("x-", "Not on the list of Jan 9, 2026⁠2."),
        ("x--", "Not on the 2 lists since Jan 9, 2026⁠2."),
        ("x---", "No longer listed by ICE since Jan 9, 2026⁠2."),
        ("x-x", "Listed again on Jan 20, 2026⁠2."),
    ],
)
def test_agreement_says_when_ice_listed_it(lists, words):
    assert words in shown(listed(lists))


@pytest.mark.parametrize("lists", ["x-", "x---"])
def test_absence_is_never_told_as_an_end(lists):
    page = read(listed(lists).get_absolute_url())
    assert NOT_AN_END in page.section("ice-lists")
    assert "ended" not in page.main.find(class_="standing").get_text()


def test_each_day_leads_to_its_list():
    page = read(listed("xx-").get_absolute_url())
    labels = ["January 5", "January 9", "January 20"]
    assert page.sources_of("On ICE’s list:") == [f"ICE's list, {day}" for day in labels]
    assert "ICE list of Jan 9, 2026, row 7" in page.section("sources")
    assert "¶7" not in page.words


def test_a_day_in_the_past_knows_only_the_lists_until_then():
    policy = listed("x-x")
    assert "Listed again" in shown(policy)
    assert "Not on the list of Jan 9" in shown(policy, as_of="2026-01-12")
    told = shown(policy, as_of="2026-01-05")
    assert "last on Jan 5, 2026" in told
    assert "Not on" not in told


def test_application_is_told_as_pending():
    told = shown(listed("x", kind=RosterKind.PENDING))
    assert "On ICE’s list of pending agreements: first on Jan 5, 2026" in told


def test_papers_that_ice_links_can_be_opened():
    policy = listed("x", moa_url="https://ice.example/a.pdf", addendum_url="ftp://x")
    links = read(policy.get_absolute_url()).links()
    assert "https://ice.example/a.pdf" in links
    assert "ftp://x" not in links


def test_agreement_signed_anew_leads_to_the_one_that_ice_lists():
    policy = listed("x---")
    later = factories.PolicyFactory(
        predecessor=policy, predecessor_relation=PredecessorRelation.RENEWAL
    )
    told = shown(policy)
    assert f"Since Jan 9, 2026⁠2 ICE lists what followed it: {later.title}" in told
    assert "No longer listed" not in told


def test_match_that_no_published_citation_bears_out_is_not_shown():
    assert shown(listed("x", cited=False)) == ""


def test_agreement_without_an_entry_says_nothing_of_lists():
    roster(DAYS[0])
    assert shown(factories.PolicyFactory()) == ""


def test_list_that_is_not_public_tells_nothing():
    policy = listed("xx")
    newest = policy.roster_entries.get().last_roster
    newest.source.live = False
    newest.source.save()
    assert "last on Jan 5, 2026" in shown(policy)


# The page of a list


def test_list_has_a_page_that_says_what_it_is():
    held = roster(DAYS[0], row_count=1500, newest_signed_on=date(2026, 1, 2))
    factories.PolicyFactory(
        citation__source=held.source, citation__paragraph=12, citation__quote=""
    )
    page = read(held.source.get_absolute_url())
    assert "Participating. Agencies with a signed agreement." in page.section("list")
    assert "Rows1,500" in page.section("list").replace(" ", "")
    assert "row 12" in page.section("claims")
    assert "byline" not in page.words


def test_records_on_a_long_list_are_paged(monkeypatch):
    monkeypatch.setattr("news.views.sources.PASSAGES", 3)
    held = roster(DAYS[0])
    for row in (4, 1, 2, 2, 3):
        factories.PolicyFactory(
            citation__source=held.source,
            citation__paragraph=row,
            citation__quote="as printed",
        )
    address = held.source.get_absolute_url()
    first, second = read(address), read(address, page="2")
    assert "What we took from it: 4 passages" in first.words
    assert len(first.records("agreements")) == 4  # two of them on row 2
    assert "row 4" in second.section("claims")
    assert len(second.records("agreements")) == 1
    assert Client().get(address, {"page": "3"}).status_code == 404


# What is held


def test_data_page_tells_the_newest_lists_and_their_age(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: date(2026, 1, 12))
    roster(DAYS[0])
    roster(DAYS[1], row_count=1700, newest_signed_on=date(2026, 1, 7))
    page = read("/data/")
    told = page.section("newest")
    assert (
        "List of Jan 9, 2026: 1,700 rows, newest signature on Jan 7, 2026, 3 days"
        in told
    )
    assert "Pending. Agencies that have applied. We hold no such list yet." in told
    assert len(page.main.select("#lists tbody tr")) == 2


def test_data_page_without_any_list():
    page = read("/data/")
    assert page.section("newest").count("We hold no such list yet.") == 2
    assert page.section("lists") == ""
    assert "CC BY 4.0" in page.section("terms")


def test_data_page_counts_what_the_listings_show():
    policy = factories.PolicyFactory()
    factories.PolicyFactory(draft=True)
    factories.VoteFactory(policy=policy)
    page = read("/data/")
    counts = {
        row.dt.get_text(): (row.a["href"], row.dd.get_text().strip())
        for row in page.main.select("#holdings dl div")
    }
    assert counts["Agreements and policies"] == ("/agreements/", "1")
    for address, number in counts.values():
        assert f"({number})" in read(address).soup.title.get_text()


def test_data_page_is_in_the_sitemap():
    assert b"/data/" in Client().get("/sitemap-views.xml").content


def test_words_of_ours_about_a_list_are_not_marked_as_its_own():
    address = listed("x-").get_absolute_url()
    assert "not on this list" in read(address).section("sources")
    sources = read(f"/es{address}").main.find(id="sources")
    assert "no figura en esta lista" in sources.text
    assert not sources.find(lang="en", string="no figura en esta lista")
