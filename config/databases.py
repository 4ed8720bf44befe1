"""From `DATABASE_URL` to Django's database settings, for both databases."""

import environ

KEPT_FOR = 60  # seconds that a connection outlives its request
# Django's own SQLite defaults lose most concurrent writes ("database is locked").
SQLITE_WRITES = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
    ),
}
# SQLite has no roles: the connection itself refuses to write.
SQLITE_READS = {
    "transaction_mode": "DEFERRED",
    "timeout": 20,
    "init_command": "PRAGMA foreign_keys=ON; PRAGMA query_only=ON;",
}


def database_from(url: str, *, read_only: bool = False) -> dict:
    """Return the settings of the database at a URL.

    A read-only connection gets five seconds for a statement, so that one dear
    query cannot hold the public site; an editor's gets a minute. The PostgreSQL
    role should be read-only too: docs/operating.md has its SQL.

    :raises ImproperlyConfigured: for a URL that names neither database.
    """
    database = dict(environ.Env.db_url_config(url))
    given = database.pop("OPTIONS", {})
    if database["ENGINE"].endswith("sqlite3"):
        options = SQLITE_READS if read_only else SQLITE_WRITES
        # A connection reads the whole schema before its first answer: the public site
        # keeps its own. Of those that write, each ends with its request.
        kept = {"CONN_MAX_AGE": KEPT_FOR} if read_only else {}
        return database | kept | {"OPTIONS": options | given}
    if not database["ENGINE"].endswith("postgresql"):
        raise environ.ImproperlyConfigured(
            "DATABASE_URL must begin with postgres:// or sqlite:// "
            f"(it asks for {database['ENGINE']})."
        )
    return database | {
        "CONN_MAX_AGE": KEPT_FOR,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 5, "options": _limits(read_only)} | given,
    }


def _limits(read_only: bool) -> str:
    """Return PostgreSQL's session limits as command-line options."""
    limits = {
        "statement_timeout": "5s" if read_only else "60s",
        "lock_timeout": "3s" if read_only else "10s",
        "idle_in_transaction_session_timeout": "10s" if read_only else "60s",
        "default_transaction_read_only": "on" if read_only else "off",
        # It compiled for seconds what then ran for milliseconds.
        "jit": "off",
    }
    return " ".join(f"-c {name}={value}" for name, value in limits.items())
