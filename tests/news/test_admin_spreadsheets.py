"""Records by spreadsheet in the admin: upload, preview, confirm, once."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from news.models import RecordSheet
from news.viewsets.spreadsheet import ROWS
from policies.models import Policy
from tests import factories
from tests.editing import words
from tests.news.sheets import POLICY, as_csv, as_xlsx
from tests.reading import plain

pytestmark = pytest.mark.django_db

INDEX = "/admin/import-records/"


@pytest.fixture
def place():
    """The city of the sheets."""
    return factories.PlaceFactory(name="Mobile", geoid="0150000")


def member(name, group="Editors"):
    """Return a client signed in as one of a group."""
    user = get_user_model().objects.create_user(name)
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editor():
    """A client signed in as an editor."""
    return member("ada")


def upload(client, data, kind="policies", name="list.csv"):
    """Send a file and return the answer."""
    file = SimpleUploadedFile(name, data)
    return client.post(INDEX, {"kind": kind, "file": file}, follow=True)


def page(response):
    """Return what the main part of a screen says."""
    assert response.status_code == 200
    return plain(BeautifulSoup(response.content, "html.parser").main)


def confirm(client, response, **data):
    """Press the button under a preview."""
    soup = BeautifulSoup(response.content, "html.parser")
    seen = soup.find("input", {"name": "seen"})["value"]
    address = response.redirect_chain[-1][0]
    return client.post(address, {"seen": seen, **data}, follow=True)


@pytest.mark.usefixtures("place")
class TestEditor:
    @pytest.mark.parametrize("written", [as_csv, as_xlsx])
    def test_sees_everything_before_it_is_written(self, editor, written):
        shown = upload(editor, written(POLICY))
        said = page(shown)
        assert "1 × Create" in said
        assert "Write 1 draft" in said
        assert "Event: Signed by the local side 2025-03-04" in said
        assert not Policy.objects.exists()
        assert page(editor.get(shown.redirect_chain[-1][0])) == said  # refreshed

        done = confirm(editor, shown)
        policy = Policy.objects.get()
        assert words(done)[0].startswith("1 draft is written.")
        assert (policy.live, policy.latest_revision.user.username) == (False, "ada")
        assert not RecordSheet.objects.exists()
        assert "All of it is on record already" in page(upload(editor, as_csv(POLICY)))

    def test_who_presses_twice_writes_once(self, editor):
        shown = upload(editor, as_csv(POLICY))
        confirm(editor, shown)
        assert "This upload is gone" in words(confirm(editor, shown))[0]
        assert Policy.objects.count() == 1

    def test_is_told_when_the_record_changed_since(self, editor, place):
        shown = upload(editor, as_csv(POLICY))
        factories.PolicyFactory(
            jurisdiction=place, type="287g", model="tfm", draft=True
        )
        again = confirm(editor, shown)
        assert "the record has changed since" in words(again)[0]
        assert "Likely on record already" in page(again)
        assert Policy.objects.count() == 1

    def test_cannot_write_past_an_error(self, editor):
        shown = upload(editor, as_csv(POLICY, POLICY | {"place": "Nowhere, AL"}))
        said = page(shown)
        assert "Write" not in said.replace("Nothing is written yet", "")
        assert said.index("Nowhere") < said.index("Signed by ICE")  # errors first
        assert "correct the rows" in words(confirm(editor, shown))[0]
        assert not Policy.objects.exists()
        assert RecordSheet.objects.count() == 1

    def test_may_discard_the_upload(self, editor):
        shown = upload(editor, as_csv(POLICY))
        assert "Nothing was written" in words(confirm(editor, shown, discard="1"))[0]
        assert not RecordSheet.objects.exists()

    def test_is_told_what_is_wrong_with_a_file(self, editor):
        for data, why in (
            (as_csv(POLICY).replace(b"title", b"titel"), "did you mean “title”"),
            ("place\nñ".encode("cp1252"), "CSV UTF-8"),
            (as_csv(*[POLICY] * (ROWS + 1)), "this screen takes 300 at once"),
            (b"", "empty"),
        ):
            assert why in page(upload(editor, data))
        assert not RecordSheet.objects.exists()

    def test_is_shown_markup_as_text(self, editor):
        title = "<script>alert(1)</script>"
        shown = upload(editor, as_csv(POLICY | {"title": title}))
        assert title.encode() not in shown.content
        assert title in page(shown)


def test_upload_is_seen_by_nobody_else_and_for_a_day(editor, place):
    shown = upload(editor, as_csv(POLICY))
    address = shown.redirect_chain[-1][0]
    other = member("bo", "Administrators")
    assert "This upload is gone" in words(other.get(address, follow=True))[0]
    RecordSheet.objects.update(created_at=timezone.now() - timedelta(days=1))
    assert "This upload is gone" in words(editor.get(address, follow=True))[0]
    upload(editor, as_csv(POLICY))
    assert RecordSheet.objects.count() == 1


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_templates_are_offered(editor, format):
    address = reverse("import-records:template", args=["votes", format])
    assert address in editor.get(INDEX).content.decode()
    response = editor.get(address)
    assert response.headers["Content-Disposition"] == (
        f'attachment; filename="votes.{format}"'
    )
    assert editor.get(f"{INDEX}votes.exe").status_code == 404
    assert editor.get(f"{INDEX}people.csv").status_code == 404


def test_only_who_may_enter_records_finds_the_screen(editor, place):
    assert "import-records" in editor.get("/admin/").content.decode()
    address = upload(editor, as_csv(POLICY)).redirect_chain[-1][0]
    ada = get_user_model().objects.get()
    ada.groups.clear()
    ada.groups.add(Group.objects.create(name="Readers"))
    ada.groups.get().permissions.add(*_admin_access())
    assert "import-records" not in editor.get("/admin/").content.decode()
    template = reverse("import-records:template", args=["votes", "csv"])
    for denied in (INDEX, address):
        assert editor.get(denied).status_code == 302
        assert editor.post(denied, {}).status_code == 302
    assert editor.get(template).status_code == 404
    assert not Policy.objects.exists()


def _admin_access():
    """Return the right to open the admin and no more."""
    editors = Group.objects.get(name="Editors").permissions
    return editors.filter(codename="access_admin")
