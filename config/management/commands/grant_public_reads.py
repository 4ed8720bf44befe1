"""Open to the public deployment's database role what it may read and hand in."""

import os

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from psycopg2 import sql

from config.public_reads import open_tables, public_columns

ROLE = "record_public"
FROM_NOTHING = (
    "ALTER ROLE {} SET default_transaction_read_only = on",
    "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {}",
    "REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {}",
    "REVOKE CREATE ON SCHEMA public FROM {}",
    "GRANT USAGE ON SCHEMA public TO {}",
)


class Command(BaseCommand):
    help = (
        "Make the PostgreSQL role record_public, if need be, and let it read exactly "
        "what public pages are made of, and hand in what readers report. Run it after "
        "every migrate. "
        "PUBLIC_DATABASE_PASSWORD in the environment becomes the role's password."
    )

    def handle(self, *args, **options):
        if connection.vendor != "postgresql":
            raise CommandError("Roles exist on PostgreSQL only; this is not one.")
        grant_public_reads(password=os.environ.get("PUBLIC_DATABASE_PASSWORD", ""))
        self.stdout.write(
            f"{ROLE} may read the public record and hand in reports, and nothing else."
        )


@transaction.atomic
def grant_public_reads(*, role: str = ROLE, password: str = "") -> None:
    """Set the public role's rights anew, from nothing."""
    name = sql.Identifier(role)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        if not cursor.fetchone():
            cursor.execute(sql.SQL("CREATE ROLE {} LOGIN NOINHERIT").format(name))
        if password:
            alter = sql.SQL("ALTER ROLE {} PASSWORD %s").format(name)
            cursor.execute(alter, [password])
        for statement in FROM_NOTHING:
            cursor.execute(sql.SQL(statement).format(name))
        for table, columns in public_columns():
            listed = sql.SQL(", ").join(map(sql.Identifier, columns))
            some = sql.SQL("({})").format(listed) if columns else sql.SQL("")
            grant = sql.SQL("GRANT SELECT {} ON {} TO {}")
            cursor.execute(grant.format(some, sql.Identifier(table), name))
        for table in open_tables():
            grant = sql.SQL("GRANT INSERT ON {} TO {}")
            cursor.execute(grant.format(sql.Identifier(table), name))
