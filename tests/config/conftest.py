"""The public deployment, for the tests that read pages as it serves them."""

import pytest
from django.db import connection
from django.test import override_settings

from config.management.commands.grant_public_reads import ROLE, grant_public_reads
from tests.config.deployments import settings_of

PUBLIC = settings_of("public")
NEEDED = ("ROOT_URLCONF", "MIDDLEWARE", "AUTHENTICATION_BACKENDS")


@pytest.fixture
def public_deployment():
    """The addresses and middleware of the public deployment."""
    with override_settings(
        SECURE_SSL_REDIRECT=False, **{name: PUBLIC[name] for name in NEEDED}
    ):
        yield


@pytest.fixture
def read_only():
    """The test's own connection, put in the public deployment's place.

    On PostgreSQL it takes the public role, made by the command that makes it in
    earnest; on SQLite, which has no roles, it refuses to write.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # A role belongs to the server, which parallel tests share.
            role = f"{ROLE}_of_{connection.settings_dict['NAME']}"
            grant_public_reads(role=role)
            cursor.execute(f"SET ROLE {role}")
        else:
            cursor.execute("PRAGMA query_only=ON")
        yield
        connection.set_rollback(False)  # a refused statement must not keep us here
        if connection.vendor == "postgresql":
            cursor.execute("RESET ROLE")
        else:
            cursor.execute("PRAGMA query_only=OFF")
