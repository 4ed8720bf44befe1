"""The web server can tell a living process from one that can serve."""

import pytest
from django.db import OperationalError

from config import health


def test_living_process_answers_without_a_database(client):
    """No database mark on this test: a query would fail it."""
    response = client.get("/healthz")
    assert response.content == b"ok\n"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_migrated_site_is_ready(client):
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, b"ready\n")


@pytest.mark.django_db
def test_site_with_migrations_to_apply_is_not_ready(client, monkeypatch):
    plan = lambda self, targets: ["one", "two"]  # noqa: E731
    monkeypatch.setattr(health.MigrationExecutor, "migration_plan", plan)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "2 migrations" in response.content.decode()


def test_site_without_a_database_is_not_ready(client, monkeypatch):
    def lost(connection):
        raise OperationalError("no route to the database at 10.0.0.7")

    monkeypatch.setattr(health, "MigrationExecutor", lost)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.content == b"not ready: the database does not answer\n"
