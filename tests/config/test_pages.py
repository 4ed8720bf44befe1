"""Prose pages and documents: what is not for everybody is not there at all."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from wagtail.documents.forms import get_document_form
from wagtail.documents.models import Document
from wagtail.images.fields import WagtailImageField
from wagtail.models import (
    BaseViewRestriction,
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
)

from news.models import ProsePage

pytestmark = pytest.mark.django_db

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def prose():
    """A live page of prose below the home page."""
    home = Page.objects.get(depth=2)
    return home.add_child(
        instance=ProsePage(title="Aims", slug="aims", body="<p>…</p>")
    )


@pytest.fixture
def document():
    """An uploaded text."""
    root = Collection.get_first_root_node()
    text = ContentFile(b"the letter", "letter.txt")
    return Document.objects.create(title="Letter", file=text, collection=root)


def test_live_prose_is_served(client, prose):
    assert client.get("/aims/").status_code == 200


def test_draft_of_prose_is_not_there(client, prose):
    prose.unpublish()
    assert client.get("/aims/").status_code == 404


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_restricted_prose_is_not_there(client, prose, kind):
    """Wagtail would ask a reader to sign in, which needs a cookie."""
    PageViewRestriction.objects.create(page=prose, restriction_type=kind)
    response = client.get("/aims/")
    assert response.status_code == 404
    assert not response.cookies


def test_document_is_always_a_download(client, document):
    response = client.get(document.url)
    assert response["Content-Disposition"].startswith("attachment")
    assert "sandbox" in response["Content-Security-Policy"]
    assert b"".join(response.streaming_content) == b"the letter"
    response.close()


def test_restricted_document_is_not_there(client, document):
    CollectionViewRestriction.objects.create(
        collection=document.collection, restriction_type=BaseViewRestriction.LOGIN
    )
    assert client.get(document.url).status_code == 404


@pytest.mark.parametrize("name", ["page.html", "image.svg", "program.exe", "none"])
def test_upload_of_what_could_run_is_refused(name):
    form = get_document_form(Document)(
        {"title": "x", "tags": ""}, {"file": ContentFile(b"x", name)}
    )
    assert "file" in form.errors


@pytest.mark.parametrize("name", ["image.svg", "image.png"])
def test_drawing_that_could_run_is_no_image(name):
    with pytest.raises(ValidationError):
        WagtailImageField().clean(ContentFile(SVG, name))
