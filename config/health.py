"""Is this process alive, and can it serve? For the web server, not for readers."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def process(request):
    """Answer without touching anything: the process runs."""
    return _words("ok")


@never_cache
@require_safe
def ready(request):
    """Answer 200 when the database answers and every migration is applied."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return _words("not ready: the database does not answer", status=503)
    if waiting:
        return _words(f"not ready: {len(waiting)} migrations to apply", status=503)
    return _words("ready")


def _words(text, status=200):
    return HttpResponse(
        f"{text}\n", status=status, content_type="text/plain; charset=utf-8"
    )
