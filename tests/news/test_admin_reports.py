"""Editors answer what readers report: take it up, decline it, correct the record."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.enums import ChangeKind, ReportState
from news.models import Change, Correction, ErrorReport
from tests import factories
from tests.editing import url, words

pytestmark = pytest.mark.django_db

INBOX = "/admin/readers-reports/"


def sign_in(client, group):
    """Sign in a member of a group."""
    user = get_user_model().objects.create_user(group.lower(), is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return user


@pytest.fixture
def reader(client):
    """Sign in somebody who may correct the record."""
    return sign_in(client, "Second readers")


def do(client, report, what, **more):
    """Press a button of a report's screen."""
    return client.post(f"{INBOX}{report.pk}/", {"do": what} | more, follow=True)


def correction_of(report, **changes):
    """Return the form of the correction that comes of a report."""
    return {
        "corrected_on": "2026-02-03",
        "record_title": "Mobile: a vote",
        "record_path": report.about,
        "was": "4 to 3",
        "now": "5 to 2",
        "reason": "A reader reported the error.",
        "source": "",
    } | changes


def test_inbox_shows_reports_and_hides_spam_until_it_is_asked_for(client, reader):
    factories.ErrorReportFactory(wrong="The vote was 5 to 2.", about="/us/al/mobile/")
    factories.ErrorReportFactory(wrong="Buy pills.", state=ReportState.LIKELY_SPAM)
    html = client.get(INBOX).content.decode()
    assert "The vote was 5 to 2." in html
    assert "/us/al/mobile/" in html
    assert "Buy pills." not in html
    html = client.get(INBOX, {"state": "likely_spam"}).content.decode()
    assert "Buy pills." in html
    assert "The vote was 5 to 2." not in html


def test_inbox_is_searched(client, reader):
    report = factories.ErrorReportFactory(wrong="The mayor is misspelled.")
    factories.ErrorReportFactory(wrong="The vote was 5 to 2.")
    for asked in ("mayor", report.reference):
        response = client.get(f"{INBOX}results/", {"q": asked})
        assert list(response.context["object_list"]) == [report]


def test_inbox_asks_no_more_for_more_rows(client, reader):
    def queries():
        with CaptureQueriesContext(connection) as found:
            assert client.get(INBOX).status_code == 200
        return len(found)

    now = timezone.now()
    declined = {"state": "declined", "note": "x", "decided_at": now}
    factories.ErrorReportFactory(decided_by=reader, **declined)
    few = queries()
    for _number in range(20):
        factories.ErrorReportFactory(decided_by=reader, **declined)
    assert queries() <= few


def test_report_leads_to_the_page_and_to_the_form_of_the_record(client, reader):
    policy, place = factories.PolicyFactory(), factories.PlaceFactory()
    for record, below in ((policy, ""), (policy, "history/"), (place, "")):
        about = f"{record.get_absolute_url()}{below}"
        report = factories.ErrorReportFactory(about=about)
        html = client.get(f"{INBOX}{report.pk}/").content.decode()
        assert f'href="{about}"' in html
        assert url(type(record), "edit", record.pk) in html


@pytest.mark.parametrize(
    "about", ["", "/us/", "/us/al/nowhere/", "/votes/", "/nothing"]
)
def test_report_on_no_record_opens(client, reader, about):
    report = factories.ErrorReportFactory(about=about)
    assert client.get(f"{INBOX}{report.pk}/").status_code == 200


def test_what_a_reader_wrote_is_never_markup(client, reader):
    report = factories.ErrorReportFactory(wrong="<img src=x onerror=alert(1)>")
    for address in (INBOX, f"{INBOX}{report.pk}/", "/admin/"):
        assert "<img src=x" not in client.get(address).content.decode()


def test_report_is_taken_up(client, reader):
    report = factories.ErrorReportFactory()
    do(client, report, "take_up")
    report.refresh_from_db()
    assert report.state == ReportState.AT_WORK
    assert report.decided_by == reader
    assert report.decided_at is None


def test_report_is_declined_with_a_note(client, reader):
    report = factories.ErrorReportFactory()
    refused = do(client, report, "decline", note=" ")
    assert refused.status_code == 400
    report.refresh_from_db()
    assert report.state == ReportState.NEW
    do(client, report, "decline", note="The minutes say 4 to 3.")
    report.refresh_from_db()
    assert report.state == ReportState.DECLINED
    assert report.decided_by == reader
    assert report.decided_at is not None
    assert report.note == "The minutes say 4 to 3."


def test_spam_is_told_from_reports(client, reader):
    report = factories.ErrorReportFactory()
    do(client, report, "spam")
    report.refresh_from_db()
    assert report.state == ReportState.LIKELY_SPAM
    do(client, report, "not_spam")
    report.refresh_from_db()
    assert report.state == ReportState.NEW


def test_second_of_two_editors_is_told_and_changes_nothing(client, reader):
    report = factories.ErrorReportFactory()
    do(client, report, "decline", note="First.")
    for what in ("decline", "take_up", "spam"):
        assert "already" in words(do(client, report, what, note="Second."))[0]
    report.refresh_from_db()
    assert report.note == "First."


def test_unknown_button_and_unknown_report(client, reader):
    report = factories.ErrorReportFactory()
    assert do(client, report, "dance").status_code == 200
    assert client.get(f"{INBOX}XXXX-XXXX-XXXX/").status_code == 404


def test_correction_begins_with_what_is_known(client, reader):
    policy = factories.PolicyFactory(title="Pact", title_es="Pacto")
    report = factories.ErrorReportFactory(about=policy.get_absolute_url())
    address = f"{url(Correction, 'add')}?report={report.pk}"
    page = client.get(f"{INBOX}{report.pk}/").content.decode()
    assert address in page
    response = client.get(address)
    began = response.context["form"].initial
    assert began["record_title"] == str(policy)
    assert began["record_title_es"] == f"{policy.jurisdiction.full_name}: Pacto"
    assert began["record_path"] == policy.get_absolute_url()
    assert began["reason"] == "A reader reported the error."
    assert report.wrong in response.content.decode()


def test_correction_and_report_are_linked_when_saved(client, reader):
    policy = factories.PolicyFactory()
    report = factories.ErrorReportFactory(about=policy.get_absolute_url())
    address = f"{url(Correction, 'add')}?report={report.pk}"
    assert client.get(address).context["action_url"] == address
    client.post(address, correction_of(report, was=""))
    report.refresh_from_db()
    assert report.state == ReportState.NEW  # the form was not valid
    client.post(address, correction_of(report))
    report.refresh_from_db()
    assert report.state == ReportState.ACCEPTED
    assert report.correction == Correction.objects.get()
    assert report.decided_by == reader
    assert Change.objects.filter(kind=ChangeKind.CORRECTED, policy=policy).exists()
    page = client.get(f"{INBOX}{report.pk}/").content.decode()
    assert url(Correction, "edit", report.correction.pk) in page


def test_report_leads_to_one_correction_only(client, reader, monkeypatch):
    report = factories.ErrorReportFactory()
    address = f"{url(Correction, 'add')}?report={report.pk}"
    client.post(address, correction_of(report))
    again = client.post(address, correction_of(report), follow=True)
    assert "already" in words(again)[-1]
    # Somebody else decides between the look and the save.
    monkeypatch.setattr(ErrorReport, "is_decided", False)
    late = client.post(address, correction_of(report), follow=True)
    assert "already" in words(late)[-1]
    assert Correction.objects.count() == 1


def test_correction_without_a_report_is_as_it_was(client, reader):
    address = url(Correction, "add")
    report = factories.ErrorReportFactory()
    for query in ("", "?report=nothing"):
        assert client.get(f"{address}{query}").context["action_url"] == address
    client.post(address, correction_of(report))
    assert Correction.objects.count() == 1
    report.refresh_from_db()
    assert report.state == ReportState.NEW


def test_report_outlives_a_correction_that_is_taken_back(client, reader):
    report = factories.ErrorReportFactory()
    client.post(f"{url(Correction, 'add')}?report={report.pk}", correction_of(report))
    Correction.objects.get().delete()
    report.refresh_from_db()
    assert report.state == ReportState.ACCEPTED
    assert report.correction is None


def test_desk_tells_how_many_are_new(client, reader):
    assert "Reports from readers (" not in client.get("/admin/").content.decode()
    for number in range(7):
        factories.ErrorReportFactory(wrong=f"No. {number}")
    factories.ErrorReportFactory(wrong="Pills", state=ReportState.LIKELY_SPAM)
    html = client.get("/admin/").content.decode()
    assert "Reports from readers (7 new)" in html
    assert "No. 0" in html
    assert "2 more" in html
    assert "Pills" not in html


def test_who_may_not_correct_the_record_sees_no_report(client):
    sign_in(client, "Editors")
    report = factories.ErrorReportFactory(wrong="Between us.")
    for address in (INBOX, f"{INBOX}results/", f"{INBOX}{report.pk}/"):
        response = client.get(address, follow=True)
        assert "Between us." not in response.content.decode()
        assert client.get(address).status_code in (302, 403)
    do(client, report, "decline", note="x")
    report.refresh_from_db()
    assert report.state == ReportState.NEW
    desk = client.get("/admin/").content.decode()
    assert "Between us." not in desk
    assert INBOX not in desk
