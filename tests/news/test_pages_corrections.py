"""The public log of corrections, and its files and feed."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.faces import table
from tests.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def corrections():
    """Return two corrections; no published source supports the older one."""
    source = factories.SourceFactory(title="Council minutes")
    return [
        factories.CorrectionFactory(
            corrected_on=date(2026, 2, 3),
            record_title="Mobile: a vote",
            record_path="/us/al/mobile/",
            was="4 to 3",
            now="5 to 2",
            source=source,
        ),
        factories.CorrectionFactory(
            corrected_on=date(2026, 1, 2),
            record_path="javascript:alert(1)",
            source=factories.SourceFactory(title="Hidden", draft=True),
        ),
    ]


def test_empty_log_says_so():
    words = read("/corrections/").words
    assert "0 corrections" in words
    assert "Nothing that we published has been corrected so far." in words
    assert "matches these filters" not in words
    assert "matches these filters" in read("/corrections/?since=2020-01-01").words


def test_log_tells_what_was_wrong_newest_first(corrections):
    page = read("/corrections/")
    rows = [row.get_text(" ", strip=True) for row in page.main.select("tbody tr")]
    assert rows[0] == (
        "Mobile: a vote Feb 3, 2026 4 to 3 5 to 2 The source says so. Council minutes"
    )
    assert "Not given" in rows[1]
    assert "Hidden" not in page.words
    assert "javascript:alert(1)" not in page.links()
    assert {"/us/al/mobile/", corrections[0].source.get_absolute_url()} <= {
        *page.links()
    }


def test_log_is_narrowed_by_day(corrections):
    page = read("/corrections/", since="2026-02-01")
    assert "1 correction" in page.words
    assert "Mobile" in page.words
    assert read("/corrections/", until="2026-01-31").words.count("Mobile") == 0


def test_log_can_be_had_as_a_table(corrections):
    rows = table("/corrections.csv")
    assert [row["record"] for row in rows] == [c.record_title for c in corrections]
    assert rows[0]["source_url"].endswith(corrections[0].source.get_absolute_url())
    assert rows[1]["source_url"] == rows[1]["url"] == ""


def test_log_can_be_followed(corrections, client):
    feed = client.get("/corrections.atom").content.decode()
    assert feed.index("Was: 4 to 3") < feed.index("Was: Signed")
    assert "Hidden" not in feed
    assert client.get("/corrections.atom?since=soon").status_code == 400


def queries_of(client, address):
    """Return how many queries an address takes."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("address", ["/corrections/", "/corrections.atom"])
def test_log_asks_no_more_for_more_rows(corrections, client, address):
    few = queries_of(client, address)
    for number in range(20):
        factories.CorrectionFactory(record_title=f"No. {number}")
    assert queries_of(client, address) <= few


def test_foot_of_every_page_leads_to_the_log(client):
    assert 'href="/corrections/"' in client.get("/votes/").content.decode()
