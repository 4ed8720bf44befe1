"""The site as a reader's browser meets it: the five stories, compressed, pages kept."""

import tempfile
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

from benchmarks.databases import manage, tell
from benchmarks.servers import HOST, WARM, collect_static, free_port, gunicorn
from benchmarks.web import before

LANGUAGES = ("", "/es")
FIRST = """
from {app}.models import {model}
print({model}.objects.published().order_by("pk").first().get_absolute_url())
"""


@contextmanager
def site(database=None):
    """Yield the address of the running site.

    It is the public deployment under gunicorn, behind an nginx that compresses as
    deploy/nginx.conf has it; but by plain HTTP/1.1. `database` is the URL of one that
    `prepare_local_site` prepared; without one it is made for this run.

    :raises LookupError: if there is no nginx.
    """
    with tempfile.TemporaryDirectory(prefix="stories-") as folder:
        if not database:
            tell("Loading the five stories")
            database = f"sqlite:///{Path(folder) / 'stories.sqlite3'}"
            manage(database, "prepare_local_site", f"{HOST}:{free_port()}")
        collect_static(database)
        with gunicorn(database, WARM) as server, before(server) as front:
            yield f"http://{HOST}:{front.port}", pages(database)


def pages(database):
    """Return {name: path} of one page of each kind that is measured."""
    first = {
        model: manage(
            database,
            "shell",
            "--no-imports",
            "--command",
            FIRST.format(app="policies", model=model),
        ).split()[-1]
        for model in ("Policy", "Vote")
    }
    return {
        "home": "/",
        "list": "/agreements/",
        "place": "/us/al/birmingham/",
        "agreement": first["Policy"],
        "vote": first["Vote"],
        "map": "/map/",
    }


def warm(address):
    """Let every worker come to know a page: a reader is seldom the first.

    :raises urllib.error.HTTPError: if the page is not there.
    """
    for _ in range(8):
        asked = Request(address, headers={"Accept-Encoding": "gzip"})  # noqa: S310 - ours
        with urlopen(asked) as answer:  # noqa: S310
            answer.read()
