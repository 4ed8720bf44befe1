"""Dead addresses and archived copies in the list of sources."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from news.models import Source
from tests.editing import url, words
from tests.factories import LinkCheckFactory, SourceFactory

pytestmark = pytest.mark.django_db

COPY = "https://web.archive.org/web/20211206000000/https://ledger.example/1"


@pytest.fixture
def root(client):
    """Sign in somebody who may do everything, and publish alone."""
    user = get_user_model().objects.create_superuser("root")
    client.force_login(user)
    return user


def found(**fields):
    """Return a source of which a copy was found."""
    return LinkCheckFactory(source=SourceFactory(**fields), archive_found=COPY).source


def set_links(client, *sources):
    """Ask to set the copies of sources, and agree; return both answers."""
    address = reverse("wagtail_bulk_action", args=["news", "source", "set_archive"])
    asked = {"id": [row.pk for row in sources], "next": url(Source, "list")}
    page = client.get(address, asked)
    query = page.wsgi_request.META["QUERY_STRING"]
    return page.content.decode(), client.post(f"{address}?{query}", follow=True)


def test_dead_address_is_listed_counted_and_exported(client, root):
    dead = LinkCheckFactory(gone=True).source
    found()
    LinkCheckFactory(gone=True, source__draft=True)
    query = {"look": "dead_link"}
    response = client.get(url(Source, "list"), query)
    assert list(response.context["object_list"]) == [dead]
    html = response.content.decode()
    assert "No such page (404) since November 3, 2026" in html
    assert "look=dead_link" in client.get("/admin/").content.decode()
    exported = client.get(url(Source, "list"), query | {"export": "csv"})
    assert "No such page (404) since" in exported.getvalue().decode()


def test_address_that_moved_is_told(client, root):
    LinkCheckFactory(moved_to="https://ledger.example/new")
    html = client.get(url(Source, "list"), {"look": "no_archive"}).content.decode()
    assert 'href="https://ledger.example/new"' in html
    assert "moved for good" in html


def test_proposed_copy_stands_beside_what_has_none(client, root):
    found()
    response = client.get(url(Source, "list"), {"look": "no_archive"})
    assert f'href="{COPY}"' in response.content.decode()
    exported = client.get(url(Source, "list"), {"look": "no_archive", "export": "csv"})
    assert COPY in exported.getvalue().decode()


def test_copies_are_shown_and_set(client, root):
    one, other = found(title="Council votes"), found(title="Sheriff signs")
    page, done = set_links(client, one, other)
    assert "Council votes" in page
    assert page.count(f'none → <a href="{COPY}"') == 2
    assert "2 archive links are set, 2 of them published." in words(done)[-1]
    one.refresh_from_db()
    assert one.archive_url == COPY
    assert one.live
    for row in (one, other):
        history = client.get(url(Source, "history", row.pk)).content.decode()
        assert "Published" in history


def test_source_without_a_copy_is_named_and_left(client, root):
    one = found()
    none = SourceFactory(title="Nobody kept it")
    has = found(title="It has one", archive_url="https://archive.example/1")
    page, _done = set_links(client, one, none, has)
    left = page.split("Not these:")[1]
    assert "Nobody kept it" in left
    assert "It has one" in left
    has.refresh_from_db()
    assert has.archive_url == "https://archive.example/1"
    assert none.get_latest_revision() is None


def test_editors_links_wait_for_a_second_reader(client):
    for name, group in (("ada", "Editors"), ("ben", "Second readers")):
        user = get_user_model().objects.create_user(name)
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        one = found()
        _page, done = set_links(client, one)
        assert "1 archive link is set, 0 of them published." in words(done)[-1]
        one.refresh_from_db()
        assert one.archive_url == ""
        draft = one.get_latest_revision()
        assert draft.as_object().archive_url == COPY
        assert draft.user == user


def test_others_draft_is_kept_and_not_published_along(client, root):
    one = found(title="Council votes")
    one.title = "Council votes 6–2"
    one.save_revision()
    set_links(client, one)
    one.refresh_from_db()
    assert (one.title, one.archive_url) == ("Council votes", "")
    draft = one.get_latest_revision_as_object()
    assert (draft.title, draft.archive_url) == ("Council votes 6–2", COPY)


def test_second_click_sets_nothing_twice(client):
    user = get_user_model().objects.create_user("ada")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    one = found()
    set_links(client, one)
    page, _done = set_links(client, one)
    assert "Set these links" not in page
    assert one.revisions.count() == 1


def test_locked_source_is_left(client):
    user = get_user_model().objects.create_user("ada")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    one = found(title="Council votes", locked=True)
    page, _done = set_links(client, one)
    assert "Council votes" in page.split("Not these:")[1]
    assert one.get_latest_revision() is None
