"""Both databases are had from one address, each with what keeps it sound."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.databases import database_from


def test_sqlite_waits_for_a_writer_and_survives_a_crash():
    options = database_from("sqlite:////srv/x.sqlite3")["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] == 20
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        assert pragma in options["init_command"]


def test_sqlite_for_the_public_cannot_write():
    options = database_from("sqlite:////srv/x.sqlite3", read_only=True)["OPTIONS"]
    assert "query_only=ON" in options["init_command"]


def test_sqlite_for_the_public_is_not_opened_anew_for_every_reader():
    assert database_from("sqlite:////srv/x.sqlite3", read_only=True)["CONN_MAX_AGE"]
    assert "CONN_MAX_AGE" not in database_from("sqlite:////srv/x.sqlite3")


def test_postgresql_is_limited_and_its_connections_checked():
    database = database_from("postgres://record:x@db/record")
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert database["CONN_HEALTH_CHECKS"] is True
    assert database["OPTIONS"]["connect_timeout"] == 5
    assert "lock_timeout=10s" in database["OPTIONS"]["options"]


def test_postgresql_for_the_public_gives_up_after_five_seconds():
    options = database_from("postgres://record:x@db/record", read_only=True)["OPTIONS"]
    assert "statement_timeout=5s" in options["options"]
    assert "idle_in_transaction_session_timeout=10s" in options["options"]
    assert "default_transaction_read_only=on" in options["options"]


def test_options_of_the_address_are_kept():
    database = database_from("postgres://postgres@/postgres?host=/run/postgresql")
    assert database["OPTIONS"]["host"] == "/run/postgresql"


def test_another_database_is_refused():
    with pytest.raises(ImproperlyConfigured, match="postgres://"):
        database_from("mysql://u:p@h/d")
