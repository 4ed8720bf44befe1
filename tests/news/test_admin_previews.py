"""Beside the form: the source's text with what is quoted, and the public page."""

import pytest
from django.urls import reverse

from config.middleware.conditional import is_public_read
from news.models import Source
from tests.editing import rows, sent, url
from tests.factories import PolicyFactory, SourceFactory
from tests.news.test_admin_screens import FACTORIES, RECORDS

pytestmark = pytest.mark.django_db


def previewed(client, record, mode, **changes):
    """Return the preview of a record with some changes in its form."""
    address = url(type(record), "preview_on_edit", record.pk)
    answer = client.post(address, sent(record, **changes)).json()
    assert answer == {"is_valid": True, "is_available": True}
    return client.get(address, {"mode": mode})


@pytest.mark.parametrize("model", RECORDS)
def test_every_preview_opens(admin_client, model):
    record = FACTORIES[model]()
    for mode, _label in record.preview_modes:
        response = previewed(admin_client, record, mode)
        assert response.status_code == 200
        assert response["X-Frame-Options"] == "SAMEORIGIN"
        assert "frame-ancestors 'self'" in response["Content-Security-Policy"]


def test_public_page_is_previewed_in_both_languages(admin_client):
    policy = PolicyFactory(title="Customs designation", summary="It does this.")
    in_form = {"title_es": "Designación", "summary_es": "Hace esto."}
    english = previewed(admin_client, policy, "page", **in_form).content.decode()
    spanish = previewed(admin_client, policy, "page-es", **in_form).content.decode()
    assert '<html lang="en">' in english
    assert "Customs designation" in english
    assert '<html lang="es">' in spanish
    assert "Hace esto." in spanish
    assert "It does this." not in spanish


def test_source_not_saved_yet_is_previewed(admin_client):
    source = Source(title="New", text="Pasted a moment ago.")
    address = url(Source, "preview_on_add")
    admin_client.post(address, sent(source))
    response = admin_client.get(address, {"mode": "source"})
    assert "Pasted a moment ago." in response.content.decode()


def test_policy_without_its_type_has_no_page_yet(admin_client):
    response = previewed(admin_client, PolicyFactory(draft=True), "page", type="")
    assert response.status_code == 200
    assert "No page yet" in response.content.decode()


def test_records_with_a_page_of_their_own_show_it():
    with_page = {m.__name__ for m in RECORDS if m.snippet_viewset.public_page}
    assert with_page == {
        "Jurisdiction",
        "Official",
        "Organization",
        "Policy",
        "Source",
        "Statement",
        "Vote",
    }


def test_public_page_shows_the_draft_and_the_public_does_not(admin_client, client):
    policy = PolicyFactory(title="Before", events=[("effective", "2021-12-07")])
    response = previewed(admin_client, policy, "page", title="Drafted words")
    assert "Drafted words" in response.content.decode()
    public = client.get(policy.get_absolute_url()).content.decode()
    assert "Drafted words" not in public


def test_preview_is_never_a_page_kept_for_readers(rf):
    """Wagtail sends a preview through the middleware as a request for the home page."""
    request = rf.get("/")
    assert is_public_read(request)
    request.is_dummy = True
    assert not is_public_read(request)


def test_new_record_has_no_public_page_yet(admin_client):
    policy = PolicyFactory()
    address = reverse(policy.snippet_viewset.get_url_name("preview_on_add"))
    fresh = sent(policy, slug="", title="New")
    assert admin_client.post(address, fresh).json()["is_valid"]
    response = admin_client.get(address, {"mode": "page"})
    assert "Save the record as a draft" in response.content.decode()


def test_source_is_shown_with_its_quotations_marked_and_all_else_escaped(admin_client):
    policy = PolicyFactory(events=[("effective", "2021-12-07")])
    text = "First.\n\nAn “<b>agreement</b>” is set for a vote."
    source = SourceFactory(text=text)
    cited = {"source": source.pk, "bearing": "supports"}
    changes = rows("citations", cited | {"quote": "set for a vote"}, after=1)
    changes |= rows("events-0-citations", cited | {"quote": "never said"}, after=1)
    html = previewed(admin_client, policy, "source", **changes).content.decode()
    assert "is <mark>set for a vote</mark>." in html
    assert "&lt;b&gt;agreement&lt;/b&gt;" in html
    assert "<li>never said</li>" in html
    assert "Nobody has entered the text of this source yet." in html  # the other one


def test_source_shows_its_own_text_as_it_stands_in_the_form(admin_client):
    policy = PolicyFactory(citation__quote="as the council heard")
    source = policy.citations.get().source
    text = "So it was, as the council heard."
    html = previewed(admin_client, source, "source", text=text).content.decode()
    assert "<mark>as the council heard</mark>" in html


def test_record_without_sources_says_so(admin_client):
    policy = PolicyFactory(citation=None)
    html = previewed(admin_client, policy, "source").content.decode()
    assert "This record cites no source yet." in html
