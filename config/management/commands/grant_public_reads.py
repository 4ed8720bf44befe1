"""Open to the public deployment's database role what it may read, and no more."""

import os

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from psycopg2 import sql

from config.public_reads import public_columns

ROLE = "record_public"


class Command(BaseCommand):
    help = (
        "Make the PostgreSQL role record_public, if need be, and let it read exactly "
        "what public pages are made of. Run it after every migrate. "
        "PUBLIC_DATABASE_PASSWORD in the environment becomes the role's password."
    )

    def handle(self, *args, **options):
        if connection.vendor != "postgresql":
            raise CommandError("Roles exist on PostgreSQL only; this is not one.")
        grant_public_reads(os.environ.get("PUBLIC_DATABASE_PASSWORD", ""))
        self.stdout.write(f"{ROLE} may read the public record, and nothing else.")


@transaction.atomic
def grant_public_reads(password: str = "") -> None:
    """Set the public role's rights anew, from nothing."""
    role = sql.Identifier(ROLE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE])
        if not cursor.fetchone():
            cursor.execute(_for_role("CREATE ROLE {role} LOGIN NOINHERIT"))
        if password:
            cursor.execute(_for_role("ALTER ROLE {role} PASSWORD %s"), [password])
        for statement in (
            "ALTER ROLE {role} SET default_transaction_read_only = on",
            "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}",
            "REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {role}",
            "REVOKE CREATE ON SCHEMA public FROM {role}",
            "GRANT USAGE ON SCHEMA public TO {role}",
        ):
            cursor.execute(_for_role(statement))
        for table, columns in public_columns():
            listed = sql.SQL(", ").join(map(sql.Identifier, columns))
            some = sql.SQL("({})").format(listed) if columns else sql.SQL("")
            grant = sql.SQL("GRANT SELECT {some} ON {table} TO {role}")
            cursor.execute(
                grant.format(some=some, table=sql.Identifier(table), role=role)
            )


def _for_role(statement):
    return sql.SQL(statement).format(role=sql.Identifier(ROLE))
