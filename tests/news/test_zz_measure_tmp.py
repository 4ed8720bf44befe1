import pytest
from datetime import timedelta
from django.core.management import call_command
from django.utils import timezone
from django.db import connection
from django.test.utils import CaptureQueriesContext
from policies.models import *
from tests.editing import *
from tests.factories import *
pytestmark = pytest.mark.django_db
def test_measure(admin_client):
    letter=StatementFactory()
    for i in range(13): SignatoryFactory(statement=letter)
    with CaptureQueriesContext(connection) as q: admin_client.get(url(Statement,"edit",letter.pk))
    print("edit statement 13 signatories", len(q))
    vote=VoteFactory()
    for i in range(9): BallotFactory(vote=vote, sort_order=i)
    with CaptureQueriesContext(connection) as q: admin_client.get(url(Vote,"edit",vote.pk))
    print("edit vote 9", len(q))
    with CaptureQueriesContext(connection) as q: admin_client.post(url(Vote,"edit",vote.pk), sent(vote))
    print("draft vote 9", len(q))
    with CaptureQueriesContext(connection) as q: admin_client.post(url(Vote,"edit",vote.pk), sent(vote)|{"action-publish":"1"})
    print("publish vote 9", len(q))
def test_schedule(admin_client):
    vote=VoteFactory(draft=True)
    later=timezone.localtime()+timedelta(days=1)
    r=admin_client.post(url(Vote,"edit",vote.pk), sent(vote, go_live_at=later.strftime("%Y-%m-%d %H:%M"))|{"action-publish":"1"}, follow=True)
    print(words(r)); vote.refresh_from_db(); assert not vote.live
    print(admin_client.get(url(Vote,"list")).content.decode().count("scheduled"))
    from wagtail.models import Revision
    Revision.objects.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=timezone.now()-timedelta(hours=1))
    call_command("publish_scheduled"); vote.refresh_from_db(); assert vote.live
    r=admin_client.post(url(Vote,"lock",vote.pk)); vote.refresh_from_db(); assert vote.locked
    admin_client.post(url(Vote,"unlock",vote.pk)); vote.refresh_from_db(); assert not vote.locked
