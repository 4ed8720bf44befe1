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
    Locale,
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


@pytest.fixture
def twin(prose):
    """The page in Spanish, under an address of its own as older sites have them."""
    home = prose.get_parent()
    locale, _new = Locale.objects.get_or_create(language_code="es")
    if not home.has_translation(locale):
        home.specific.copy_for_translation(locale).save_revision().publish()
    twin = prose.copy_for_translation(locale)
    twin.title = "Propósito"
    twin.save_revision().publish()
    moved = Page.objects.filter(pk=twin.pk)
    moved.update(slug="fines", url_path=twin.url_path.replace("aims", "fines"))
    return ProsePage.objects.get(pk=twin.pk)


def test_translation_keeps_the_address_of_its_original(twin):
    with pytest.raises(ValidationError, match="write “aims” here, as English has it"):
        twin.full_clean()
    twin.slug = "aims"
    twin.full_clean()


def test_original_may_move(prose, twin):
    prose.slug = "purpose"
    prose.full_clean()


@pytest.mark.parametrize(
    ("asked", "own"), [("/es/aims/", "/es/fines/"), ("/fines/", "/aims/")]
)
def test_page_asked_for_by_the_address_of_its_twin_leads_to_its_own(
    client, twin, asked, own
):
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (301, own)
    assert client.get(own).status_code == 200


def test_page_without_a_live_twin_is_read_in_english_alone(client, twin):
    twin.unpublish()
    assert client.get("/es/aims/").status_code == 200
    assert client.get("/fines/").status_code == 404


def test_page_in_spanish_alone_is_not_there_in_english(client, prose, twin):
    prose.unpublish()
    assert client.get("/es/fines/").status_code == 200
    assert client.get("/fines/").status_code == 404


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
