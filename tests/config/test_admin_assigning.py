"""Who looks after which record, from the hand-over until it is done."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from news.models import Assignment, Outlet, Source
from policies.models import Policy
from tests.editing import url, words
from tests.factories import AssignmentFactory, PolicyFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    """Sign in somebody who may do everything."""
    user = get_user_model().objects.create_superuser("root")
    client.force_login(user)
    return user


@pytest.fixture
def ada():
    """Return an editor who may be assigned something."""
    user = get_user_model().objects.create_user("ada")
    user.groups.add(Group.objects.get(name="Editors"))
    return user


def act(client, action, *records, ids=None, **answers):
    """Ask to do something to records, and agree; return both answers."""
    model = type(records[0])
    kind = (model._meta.app_label, model._meta.model_name)
    address = reverse("wagtail_bulk_action", args=[*kind, action])
    asked = {"id": ids or [row.pk for row in records], "next": url(model, "list")}
    page = client.get(address, asked)
    query = page.wsgi_request.META["QUERY_STRING"]
    return page, client.post(f"{address}?{query}", answers, follow=True)


def listed(client, model, **query):
    """Return the records of a list."""
    return list(client.get(url(model, "list"), query).context["object_list"])


def test_records_are_handed_to_somebody(client, editor, ada):
    one, other = PolicyFactory(title="Pact"), PolicyFactory()
    page, done = act(client, "assign", one, to=ada.pk, note="Find the minutes")
    assert "Pact" in page.content.decode()
    assert "ada looks after 1 record." in words(done)[-1]
    kept = Assignment.objects.get()
    assert (kept.record_id, kept.assigned_to, kept.assigned_by) == (one.pk, ada, editor)
    history = client.get(url(Policy, "history", one.pk)).content.decode()
    assert "Assigned to ada: Find the minutes" in history
    assert listed(client, Policy, assigned="anybody") == [one]
    assert listed(client, Policy, assigned="nobody") == [other]
    assert listed(client, Policy, assigned="me") == []
    html = client.get(url(Policy, "list"), {"assigned": "anybody"}).content.decode()
    assert "Find the minutes" in html


def test_another_takes_the_place_of_who_had_it(client, editor, ada):
    record = PolicyFactory()
    act(client, "assign", record, to=ada.pk, note="Look")
    act(client, "assign", record, to=editor.pk)
    kept = Assignment.objects.get()
    assert (kept.assigned_to, kept.note, kept.done_at) == (editor, "", None)


def test_done_and_handed_over_anew(client, editor, ada):
    record = PolicyFactory()
    for _round in range(2):
        act(client, "assign", record, to=ada.pk)
        assert Assignment.objects.open().count() == 1
        _page, done = act(client, "attended", record)
        assert "1 assignment is done." in words(done)[-1]
        assert not Assignment.objects.open().exists()


def test_what_nobody_looks_after_is_named_and_left(client, editor):
    page, _done = act(client, "attended", PolicyFactory(title="Pact"))
    html = page.content.decode()
    assert "Not these: nobody looks after them" in html
    assert "Yes, done" not in html


def test_checking_a_record_finishes_it(client, editor):
    record, other = PolicyFactory(), PolicyFactory()
    for row in (record, other):
        AssignmentFactory(record_id=row.pk, assigned_to=editor)
    act(client, "checked", record)
    assert listed(client, Policy, assigned="me") == [other]


def test_only_those_who_may_sign_in_are_offered(client, editor, ada):
    users = get_user_model().objects
    users.create_user("visitor")
    users.create_user("left", is_active=False, is_superuser=True)
    page, refused = act(client, "assign", PolicyFactory(), to="999")
    html = page.content.decode()
    assert ">ada<" in html
    assert "visitor" not in html
    assert ">left<" not in html
    assert "Select a valid choice" in refused.content.decode()
    assert not Assignment.objects.exists()


def test_sources_and_outlets_can_be_assigned_too(client, editor, ada):
    source = SourceFactory(draft=True)
    for record in (source, source.outlet):
        act(client, "assign", record, to=ada.pk)
    assert listed(client, Source, assigned="anybody") == [source]
    assert listed(client, Outlet, assigned="anybody") == [source.outlet]
    assert listed(client, Policy, assigned="anybody") == []


@pytest.mark.parametrize("ids", [["x"], ["9" * 30], ["0"], ["-1"]])
def test_what_is_no_record_is_not_found(client, editor, ids):
    page, done = act(client, "assign", PolicyFactory(), ids=ids, to=editor.pk)
    assert (page.status_code, done.status_code) == (404, 404)


def test_one_finds_ones_own_on_the_desk_and_among_the_reports(client, editor):
    policies = [PolicyFactory(), PolicyFactory()]
    for row in policies:
        AssignmentFactory(record_id=row.pk, assigned_to=editor)
    AssignmentFactory(kind="source", record_id=SourceFactory().pk, assigned_to=editor)
    AssignmentFactory(kind="vote", record_id=999, assigned_to=editor)  # deleted
    html = client.get("/admin/").content.decode()
    assert "Assigned to you (3)" in html
    assert f"{url(Policy, 'list')}?assigned=me" in html
    assert f"{url(Source, 'list')}?assigned=me" in html
    assert "Assigned to you" in client.get(reverse("attention")).content.decode()


def test_list_with_a_filter_that_is_refused_still_opens(client, editor):
    PolicyFactory()
    query = {"assigned": "me", "look": "nonsense"}
    assert client.get(url(Policy, "list"), query).status_code == 200
