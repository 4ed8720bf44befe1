"""A page that has not changed costs one query, and a changed one is never stale."""

from datetime import datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from config.middleware.conditional import etag_of
from jurisdictions.models import RecordVersion

pytestmark = pytest.mark.django_db

PAGE = "/robots.txt"


@pytest.fixture
def warm_cache(settings):
    """A cache that keeps what it is given, empty before and after."""
    backend = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "conditional"}}
    cache.clear()
    yield cache
    cache.clear()


def test_page_held_by_the_reader_is_not_sent_again(client, django_assert_num_queries):
    first = client.get("/")
    with django_assert_num_queries(1):
        again = client.get("/", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert again["ETag"] == first["ETag"]
    assert again["Cache-Control"] == first["Cache-Control"]


def test_tag_weakened_by_compression_still_matches(client):
    tag = client.get(PAGE)["ETag"]
    again = client.get(PAGE, headers={"If-None-Match": f'"other", W/{tag}'})
    assert again.status_code == 304


@pytest.mark.parametrize("held", ['"another"', "", "garbage", '"', "W/"])
def test_another_tag_gets_the_page(client, held):
    response = client.get(PAGE, headers={"If-None-Match": held})
    assert response.status_code == 200


def test_new_version_of_the_record_is_a_new_page(client):
    tag = client.get(PAGE)["ETag"]
    RecordVersion.bump()
    again = client.get(PAGE, headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert again["ETag"] != tag


def test_new_day_is_a_new_page(rf, monkeypatch):
    """What is in force, upcoming or overdue turns with the day."""
    request = rf.get("/us/")
    tags = set()
    for moment in ("2026-11-21T23:59:00-05:00", "2026-11-22T00:01:00-05:00"):
        monkeypatch.setattr("django.utils.timezone.now", lambda m=moment: _moment(m))
        tags.add(etag_of(request))
    assert len(tags) == 2


def test_release_and_address_are_part_of_the_tag(rf, settings):
    tags = {etag_of(rf.get(path)) for path in ("/us/", "/us/?as_of=2017-01-01", "/")}
    settings.RELEASE = "another"
    assert len(tags | {etag_of(rf.get("/us/"))}) == 4


def test_warm_page_is_the_same_page(client, warm_cache):
    cold = client.get("/")
    with CaptureQueriesContext(connection) as queries:
        warm = client.get("/")
    assert len(queries) == 1
    assert warm.content == cold.content
    assert warm["Content-Type"] == cold["Content-Type"]
    assert warm["ETag"] == cold["ETag"]


def test_warm_page_answers_a_head_request(client, warm_cache):
    client.get(PAGE)
    response = client.head(PAGE)
    assert response.status_code == 200
    assert response.content == b""
    assert response["ETag"] == client.get(PAGE)["ETag"]


def test_head_request_does_not_empty_the_page(client, warm_cache):
    client.head(PAGE)
    assert client.get(PAGE).content


def test_published_prose_is_not_served_from_before(client, warm_cache):
    tag = client.get("/")["ETag"]
    page = Page.objects.get(depth=2).specific
    page.title = "Another title"
    page.save_revision().publish()
    assert client.get("/")["ETag"] != tag


@pytest.mark.parametrize(
    "path", ["/healthz", "/readyz", "/accounts/login/", "/nothing/here/"]
)
def test_what_is_not_a_page_is_never_kept(client, warm_cache, path):
    response = client.get(path)
    assert "ETag" not in response
    assert "public" not in response.get("Cache-Control", "")


def test_admin_is_never_kept(admin_client, warm_cache):
    response = admin_client.get("/admin/")
    assert "private" in response["Cache-Control"]
    assert "ETag" not in response


def _moment(text):
    return datetime.fromisoformat(text)
