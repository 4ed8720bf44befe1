"""What editors are asked to look at again, and what they say they have checked."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from jurisdictions.models import RecordVersion
from news.enums import Bearing
from news.models import Citation, Source
from policies.enums import EventKind, VoteResult
from policies.models import Policy, Statement, Vote
from tests import factories
from tests.editing import sent, url

pytestmark = pytest.mark.django_db


def ago(days):
    """Return a day so many days before today."""
    return timezone.localdate() - timedelta(days=days)


@pytest.fixture
def editor(client):
    """Sign in somebody who may do everything."""
    user = get_user_model().objects.create_superuser("root")
    client.force_login(user)
    return user


def looked(client, model, look):
    """Return the records that a list shows for a reason to look again."""
    response = client.get(url(model, "list"), {"look": look})
    assert response.status_code == 200
    return list(response.context["object_list"])


def policy(kind, days, **fields):
    """Return a published policy to which one thing happened so many days ago."""
    day = ago(days)
    source = factories.SourceFactory(date=day)
    found = factories.PolicyFactory(
        events=[(kind, day)], citation__source=source, **fields
    )
    Citation.objects.filter(event__policy=found).update(source=source)
    return found


def entered(record, days):
    """Let a record have been entered so many days ago."""
    then = timezone.localtime() - timedelta(days=days)
    type(record).objects.filter(pk=record.pk).update(created_at=then)
    return record


def test_proposal_of_which_nothing_more_is_heard(client, editor):
    old = policy(EventKind.PROPOSED, 61)
    policy(EventKind.PROPOSED, 59)
    policy(EventKind.ADOPTED, 61)
    assert looked(client, Policy, "proposed") == [old]


def test_what_applies_to_people_is_checked_from_time_to_time(client, editor):
    never = entered(policy(EventKind.ADOPTED, 400), 181)
    policy(EventKind.ADOPTED, 400)  # entered today
    entered(policy(EventKind.ADOPTED, 400, last_checked_on=ago(179)), 300)
    entered(policy(EventKind.RESCINDED, 400), 300)
    long_ago = entered(policy(EventKind.ADOPTED, 400, last_checked_on=ago(180)), 300)
    assert set(looked(client, Policy, "unchecked")) == {never, long_ago}


def test_what_one_source_alone_says(client, editor):
    alone = policy(EventKind.ADOPTED, 5)
    both = policy(EventKind.ADOPTED, 5)
    factories.CitationFactory(policy=both, source=factories.SourceFactory())
    policy(EventKind.PROPOSED, 5)  # no claim of weight yet
    assert looked(client, Policy, "one_source") == [alone]
    passed = factories.VoteFactory(result=VoteResult.PASSED)
    factories.VoteFactory(result=VoteResult.SCHEDULED)
    assert looked(client, Vote, "one_source") == [passed]


def test_what_a_source_says_otherwise(client, editor):
    against = {"bearing": Bearing.CONTRADICTS}
    denied, by_event = policy(EventKind.ADOPTED, 5), policy(EventKind.ADOPTED, 6)
    policy(EventKind.ADOPTED, 7)
    factories.CitationFactory(policy=denied, **against)
    factories.CitationFactory(policy=None, event=by_event.events.get(), **against)
    of_draft = policy(EventKind.ADOPTED, 8)
    hidden = factories.SourceFactory(draft=True)
    factories.CitationFactory(policy=of_draft, source=hidden, **against)
    assert set(looked(client, Policy, "contradicted")) == {denied, by_event}
    said = factories.StatementFactory()
    factories.CitationFactory(policy=None, statement=said, **against)
    assert looked(client, Statement, "contradicted") == [said]
    assert looked(client, Vote, "contradicted") == []


def test_source_without_an_archived_copy(client, editor):
    lost = factories.SourceFactory(url="https://press.example/1", archive_url="")
    factories.SourceFactory(
        url="https://press.example/2", archive_url="https://archive.example/2"
    )
    factories.SourceFactory(url="")
    assert looked(client, Source, "no_archive") == [lost]


def test_unknown_reason_is_refused(client, editor):
    policy(EventKind.ADOPTED, 5)
    response = client.get(url(Policy, "list"), {"look": "nonsense"})
    assert response.status_code == 200
    assert response.context["filters"].form.errors["look"]


def test_lists_that_wait_are_on_the_desk_and_among_the_reports(client, editor):
    policy(EventKind.PROPOSED, 61)
    factories.VoteFactory(result=VoteResult.SCHEDULED, date=ago(3))
    for address in ("/admin/", reverse("attention")):
        html = client.get(address).content.decode()
        assert "Proposed long ago, and no more is known" in html
        assert f"{url(Policy, 'list')}?look=proposed" in html
        assert f"{url(Vote, 'list')}?look=no_result" in html
        assert "look=contradicted" not in html
    assert reverse("attention") in client.get("/admin/").content.decode()


def test_nothing_waits_in_an_empty_record(client, editor):
    html = client.get(reverse("attention")).content.decode()
    assert "Nothing waits to be looked at again." in html
    desk = client.get("/admin/").content.decode()
    assert "?look=" not in desk
    assert desk.count("Nothing waits here.") == 3


def mark(client, model, *records, **query):
    """Ask to mark records as checked, and agree; return both answers."""
    kind = (model._meta.app_label, model._meta.model_name)
    address = reverse("wagtail_bulk_action", args=[*kind, "checked"])
    asked = {
        "id": [record.pk for record in records],
        "next": url(model, "list"),
    } | query
    page = client.get(address, asked)
    return page, client.post(f"{address}?{page.wsgi_request.META['QUERY_STRING']}")


def test_several_are_marked_as_checked_at_once(client, editor):
    records = [policy(EventKind.ADOPTED, 400) for _number in range(3)]
    version = RecordVersion.current()
    page, done = mark(client, Policy, *records[:2])
    assert records[0].title in page.content.decode()
    assert done.status_code == 302
    days = Policy.objects.order_by("pk").values_list("last_checked_on", flat=True)
    assert list(days) == [timezone.localdate()] * 2 + [None]
    assert RecordVersion.current() > version
    history = client.get(url(Policy, "history", records[0].pk)).content.decode()
    assert "Marked as checked" in history


def test_draft_does_not_take_the_check_back(client, editor):
    record = policy(EventKind.ADOPTED, 400, title="Pact")
    client.post(url(Policy, "edit", record.pk), sent(record, title="Pact of 2026"))
    mark(client, Policy, record)
    draft = Policy.objects.get(pk=record.pk).get_latest_revision()
    assert draft.as_object().title == "Pact of 2026"
    draft.publish()
    record.refresh_from_db()
    assert record.title == "Pact of 2026"
    assert record.last_checked_on == timezone.localdate()


def test_draft_cannot_be_marked(client, editor):
    draft = factories.PolicyFactory(draft=True)
    page, _done = mark(client, Policy, draft)
    assert "Not these" in page.content.decode()
    draft.refresh_from_db()
    assert draft.last_checked_on is None


def test_all_that_there_are_cannot_be_marked_unseen(client, editor):
    record = policy(EventKind.ADOPTED, 400)
    page, _done = mark(client, Policy, record, id="all")
    assert page.status_code == 400
    record.refresh_from_db()
    assert record.last_checked_on is None


def test_lists_offer_to_mark_and_never_to_delete_several(client, editor):
    policy(EventKind.ADOPTED, 5)
    html = client.get(url(Policy, "list")).content.decode()
    assert "Mark as checked" in html
    assert "/delete/?next" not in html.split("data-bulk-action-footer")[1]
    assert "num-objects-in-listing" not in html
