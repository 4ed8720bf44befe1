"""A reader reports an error: what is kept, what is refused, what is never lost."""

import time
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from news.enums import ReportState
from news.models import ErrorReport
from news.views.reporting.spam import looks_like_spam
from news.views.reporting.token import LONGEST, new_token
from tests import factories

pytestmark = pytest.mark.django_db

ADDRESS = "/report-error/"
TYPED = {
    "about": "/us/al/birmingham/",
    "wrong": "The vote was 5 to 2.",
    "known": "https://ledger.example/vote",
    "email": "ada@reader.example",
}


def send(client=None, waited=60, **changes):
    """Send the form as a reader would who had it open for some seconds."""
    form = TYPED | {"token": new_token(waited=waited), "homepage": ""} | changes
    client = client or Client(enforce_csrf_checks=True)
    return client.post(ADDRESS, form)


def typed_again(response):
    """Return what stands in the fields of an answered form."""
    form = BeautifulSoup(response.content, "html.parser").find("form", method="post")
    fields = {box["name"]: box.get("value", "") for box in form.find_all("input")}
    # A browser drops the first line break of a text box.
    texts = {box["name"]: box.text.removeprefix("\n") for box in form("textarea")}
    return fields | texts


@pytest.fixture
def counting(settings):
    """A cache that counts, as production's does, and is empty again after."""
    backend = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "reporting"}}
    yield cache
    cache.clear()


def test_report_is_kept_and_has_a_reference():
    response = send()
    report = ErrorReport.objects.get()
    assert response.status_code == 200
    assert report.reference in response.content.decode()
    kept = {name: getattr(report, name) for name in TYPED}
    assert kept == TYPED
    assert report.state == ReportState.NEW


def test_form_knows_the_page_the_reader_comes_from(client):
    typed = typed_again(client.get(ADDRESS, {"about": "/us/al/mobile/"}))
    assert typed["about"] == "/us/al/mobile/"


@pytest.mark.parametrize(
    "about", ["//evil.example/", "/\\evil.example", "javascript:x", "/" * 301, "/a\nb"]
)
def test_page_that_is_none_of_this_site_is_left_out(client, about):
    page = client.get(ADDRESS, {"about": about})
    assert typed_again(page)["about"] == ""
    send(about=about)
    assert ErrorReport.objects.get().about == ""


def test_every_page_leads_to_the_form_with_its_own_address(client):
    policy = factories.PolicyFactory()
    address = policy.get_absolute_url()
    for path in (address, "/votes/", "/nowhere/"):
        html = client.get(path).content.decode()
        assert f'href="{ADDRESS}?about={path}"' in html


def test_form_is_kept_by_no_cache_and_sets_no_cookie(client, counting):
    for response in (client.get(ADDRESS), send(), send(wrong="")):
        assert response["Cache-Control"] == "private, no-cache"
        assert "ETag" not in response
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")


def test_form_needs_no_script_and_names_every_box(client):
    page = BeautifulSoup(client.get(ADDRESS).content, "html.parser")
    for box in page.select(".report-form textarea, .report-form input"):
        assert (
            box["type"] == "hidden" if box.get("type") == "hidden" else named(page, box)
        )
    trap = page.select_one(".report-form__trap")
    assert trap["aria-hidden"] == "true"
    assert trap.input["tabindex"] == "-1"
    assert trap.input["autocomplete"] == "off"


def named(page, box):
    """Return whether a box has a label."""
    return box.find_parent("label") or page.find("label", attrs={"for": box["id"]})


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"wrong": " "}, "Say in a few words what is wrong."),
        ({"known": ""}, "Say how you know"),
        ({"email": "ada"}, "This is no e-mail address."),
        ({"wrong": "x" * 4_001}, "at most 4000 characters"),
        ({"wrong": "a\0b"}, "Null characters are not allowed."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(change, words):
    response = send(**change)
    assert response.status_code == 400
    assert words in response.content.decode()
    again, sent = typed_again(response), TYPED | change
    assert {name: again[name] for name in TYPED} == {
        name: value.replace("\0", again["wrong"][1:2]) for name, value in sent.items()
    }
    assert not ErrorReport.objects.exists()


def test_line_breaks_stay_as_they_were_typed():
    text = "\n".join(["First.", "", "  Second."])
    response = send(wrong=text.replace("\n", "\r\n"), known="")
    assert typed_again(response)["wrong"].replace("\r\n", "\n") == text
    send(wrong=text.replace("\n", "\r\n"))
    assert ErrorReport.objects.get().wrong == text


@pytest.mark.parametrize("token", ["", "forged", None])
def test_form_that_was_open_for_too_long_comes_back_whole(token):
    old = new_token_of(time.time() - LONGEST - 60) if token is None else token
    response = send(token=old)
    assert response.status_code == 400
    assert "please send it once more" in response.content.decode()
    again = typed_again(response)
    assert {name: again[name] for name in TYPED} == TYPED
    assert Client().post(ADDRESS, again).status_code == 200
    assert ErrorReport.objects.get().state == ReportState.NEW


def new_token_of(moment):
    """Return the token of a form that was opened at a moment."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "time", lambda: moment)
        return new_token()


def test_same_words_sent_twice_on_a_day_are_one_report():
    first, second = send(), send()
    assert second.status_code == 200
    assert first.content == second.content
    assert ErrorReport.objects.count() == 1
    send(wrong="Another thing.")
    assert ErrorReport.objects.count() == 2


def test_same_error_is_heard_of_again_on_another_day(monkeypatch):
    send()
    day = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_given: day)
    send()
    assert ErrorReport.objects.count() == 2


def test_reference_tells_nothing_of_the_words(settings):
    send()
    one = ErrorReport.objects.get().reference
    ErrorReport.objects.all().delete()
    settings.SECRET_KEY = "another"
    send()
    assert ErrorReport.objects.get().reference != one


@pytest.mark.parametrize(
    "change",
    [
        {"homepage": "https://pills.example"},
        {"waited": 1},
        {"wrong": "https://a.example " * 6},
        {"known": "<a href='https://a.example'>x</a>"},
    ],
)
def test_what_no_reader_would_send_is_kept_apart_and_thanked_for(change):
    response = send(**change)
    assert response.status_code == 200
    report = ErrorReport.objects.get()
    assert report.state == ReportState.LIKELY_SPAM
    assert report.reference in response.content.decode()


def test_a_few_links_are_no_spam():
    assert not looks_like_spam("https://a.example http://b.example", 60, "")


def test_too_many_from_one_network_are_refused_in_words(counting, settings):
    settings.REPORT_LIMITS = {"client": 2, "all": 0}
    for number in range(2):
        client = Client(REMOTE_ADDR=f"192.0.2.{number}")
        assert send(client, wrong=f"No. {number}").status_code == 200
    response = send(Client(REMOTE_ADDR="192.0.2.9"))
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0
    again = typed_again(response)
    assert {name: again[name] for name in TYPED} == TYPED
    assert send(Client(REMOTE_ADDR="198.51.100.1")).status_code == 200


def test_too_many_from_all_together_are_refused(counting, settings):
    settings.REPORT_LIMITS = {"client": 0, "all": 1}
    assert send(Client(REMOTE_ADDR="192.0.2.1")).status_code == 200
    assert send(Client(REMOTE_ADDR="198.51.100.1"), wrong="No. 2").status_code == 429


def test_flood_of_spam_does_not_close_the_form(counting, settings):
    settings.REPORT_LIMITS = {"client": 0, "all": 1}
    for number in range(3):
        send(homepage="x", wrong=f"No. {number}")
    assert ErrorReport.objects.count() == 1
    assert send().status_code == 200


def test_no_address_of_a_reader_is_kept(counting):
    send(Client(REMOTE_ADDR="192.0.2.77"))
    kept = " ".join(counting._cache)
    assert "report-client" in kept
    assert "192.0.2" not in kept


def test_addresses_are_deleted_ninety_days_after_the_decision(capsys):
    def report(days, **fields):
        then = timezone.now() - timedelta(days=days)
        decided = {"decided_at": then} if "state" in fields else {}
        if fields.get("state") == ReportState.LIKELY_SPAM:
            decided = {"received_at": then}
        email = "ada@reader.example"
        return factories.ErrorReportFactory(email=email, **decided, **fields)

    declined = {"state": ReportState.DECLINED, "note": "It stands."}
    old, young = report(90, **declined), report(89, **declined)
    spam, waiting = report(90, state=ReportState.LIKELY_SPAM), report(400)
    call_command("forget_addresses")
    assert "2 deleted" in capsys.readouterr().out
    kept = ErrorReport.objects.exclude(email="")
    assert set(kept) == {young, waiting}
    assert ErrorReport.objects.filter(pk__in=[old.pk, spam.pk]).count() == 2
