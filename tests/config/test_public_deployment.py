"""The public deployment serves the record, and can neither write nor sign in."""

import pytest
from django.db import DatabaseError, connection, transaction

from config.public_reads import public_columns
from config.writing import one_write
from jurisdictions.models import RecordVersion
from news.views.reporting.token import new_token
from tests.config.conftest import PUBLIC

pytestmark = pytest.mark.django_db


def test_public_deployment_has_no_part_that_knows_a_reader():
    assert not [
        name
        for name in PUBLIC["MIDDLEWARE"]
        if any(
            part in name.lower()
            for part in ("session", "csrf", "auth", "message", "account", "factor")
        )
    ]
    assert not [app for app in PUBLIC["INSTALLED_APPS"] if app.startswith("allauth")]
    assert PUBLIC["DEBUG"] is False


@pytest.mark.parametrize("path", ["/admin/", "/accounts/login/", "/admin/login/"])
def test_public_deployment_has_no_door(public_deployment, client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_public_deployment_takes_no_writes(public_deployment, client, method):
    response = getattr(client, method)("/")
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_public_deployment_takes_one_form_and_no_other_write_to_it(
    public_deployment, client
):
    assert client.post("/report-error/").status_code == 400
    for method in ("put", "patch", "delete"):
        response = getattr(client, method)("/report-error/")
        assert response.status_code == 405
        assert response["Allow"] == "GET, HEAD, OPTIONS, POST"
    assert client.post("/report-error/x/").status_code == 405


def test_public_role_hands_a_report_in(public_deployment, read_only, client):
    asked = {"wrong": "It failed.", "known": "I was there.", "token": new_token()}
    for _twice in range(2):
        assert client.post("/report-error/", asked).status_code == 200
    with pytest.raises(DatabaseError), transaction.atomic():
        RecordVersion.objects.create(pk=1)  # the rest stays closed


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no roles")
@pytest.mark.parametrize(
    "statement",
    [
        "SELECT reference FROM news_errorreport",
        "SELECT count(*) FROM news_errorreport",
        "UPDATE news_errorreport SET note = 'x'",
        "DELETE FROM news_errorreport",
        "INSERT INTO news_correction (was) VALUES ('x')",
        "UPDATE news_source SET title = 'x'",
    ],
)
def test_public_role_does_nothing_else_to_a_table(read_only, statement):
    refused = pytest.raises(DatabaseError, match="permission denied")
    with refused, one_write():
        connection.cursor().execute(statement)


def test_public_role_cannot_write(read_only):
    with pytest.raises(DatabaseError), transaction.atomic():
        RecordVersion.objects.create(pk=1)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no roles")
@pytest.mark.parametrize(
    "table",
    [
        "auth_user",
        "django_session",
        "mfa_authenticator",
        "account_emailaddress",
        "wagtailcore_revision",
        "wagtailcore_modellogentry",
        "news_errorreport",
        "news_intake",
        "news_recordsheet",
        "policies_rosterchange",
        "policies_rosterspelling",
    ],
)
def test_public_role_cannot_read_what_is_private(read_only, table):
    refused = pytest.raises(DatabaseError, match="permission denied")
    with refused, transaction.atomic():
        connection.cursor().execute(f"SELECT 1 FROM {table}")  # noqa: S608


def test_article_texts_are_closed_to_the_public_role():
    assert "text" not in dict(public_columns())["news_source"]
    assert "url" in dict(public_columns())["news_source"]


def test_accounts_and_revisions_are_not_on_the_list():
    tables = set(dict(public_columns()))
    private = ("auth_", "account_", "mfa_", "django_session", "wagtailcore_revision")
    assert not [name for name in tables if name.startswith(private)]
