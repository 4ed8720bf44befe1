"""A real browser before the running site, with the five stories in it.

The stories are loaded once and only read. A test that edits asks for `admin`,
and the record is put back as it was when the test ends.

`SCREENSHOTS=1` keeps a picture of what each page showed last, in var/screenshots.
"""

import os
import re
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from django.test.utils import setup_databases, teardown_databases
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests import migrated
from tests.chromium import installed, named

# Chromium's own errands: updates, variations, safe browsing, field trials.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-pings",
    "--no-first-run",
    # Whatever is left finds no host; a page that asks for one is still recorded.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
WIDTHS = {"desktop": 1280, "phone": 390}
HEIGHT = 900

# Playwright runs its own event loop in this thread; no view of ours is async.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


@pytest.fixture(scope="session")
def django_db_setup(
    migrated_before, django_test_environment, django_db_blocker, tmp_path_factory
):
    """Set a database up in a file, which the server's threads open for themselves.

    pytest-django sets one up for marked tests alone, and none of these is: a mark
    would hold a transaction open that the server waits for.
    """
    if connection.vendor == "sqlite":
        test = connection.settings_dict.setdefault("TEST", {})
        test["NAME"] = str(tmp_path_factory.mktemp("record") / "record.sqlite3")
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, aliases=["default"])
        if migrated_before:
            migrated.keep(migrated_before, connection)
        yield
        teardown_databases(made, verbosity=0)


@pytest.fixture(scope="session")
def site(django_db_setup, django_db_blocker):
    """Return the address of the running site, with the five stories loaded."""
    with django_db_blocker.unblock():
        call_command("load_pages", verbosity=0)
        call_command("load_stories", verbosity=0)
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()
        connections.close_all()


@pytest.fixture(scope="session")
def chromium():
    """Return a running browser.

    Without one, `make test` has said so already; a bare `pytest` skips.
    """
    path = named() or installed()
    if not path:
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail("REQUIRE_ALL=1 and no Chromium: see tests/chromium.py")
        pytest.skip("no Chromium: see tests/chromium.py")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(params=WIDTHS)
def page(request, chromium, site):
    """Return a reader's page, once as wide as a desk's and once as a phone's.

    At the end it must have left no trace: no cookie, nothing stored, and not one
    request to another host.
    """
    with opened(chromium, site, request, width=WIDTHS[request.param]) as page:
        yield page
        assert page.context.cookies() == []
        assert page.evaluate("Object.keys({...localStorage, ...sessionStorage})") == []


@pytest.fixture
def page_without_script(request, chromium, site):
    """Return a reader's page in a browser that runs no JavaScript."""
    with opened(chromium, site, request, java_script_enabled=False) as page:
        yield page
        assert page.context.cookies() == []


@pytest.fixture
def admin(request, chromium, site, restored, django_db_blocker):
    """Return an administrator's page, signed in; what it changes is put back."""
    with django_db_blocker.unblock():
        user = get_user_model().objects.create_superuser("browser", password="browser")
        client = Client()
        client.force_login(user)
    with opened(chromium, site, request) as page:
        name = settings.SESSION_COOKIE_NAME
        value = client.cookies[name].value
        page.context.add_cookies([{"name": name, "value": value, "url": site}])
        yield page


@pytest.fixture
def restored(site, django_db_blocker):
    """Put the database back, after the test, as it was before it."""
    if connection.vendor != "sqlite":
        pytest.skip("the editing tests put an SQLite file back")
    with django_db_blocker.unblock(), closing(sqlite3.connect(":memory:")) as before:
        connection.ensure_connection()
        connection.connection.backup(before)
        yield
        before.backup(connection.connection)
        cache.clear()


@contextmanager
def opened(browser, site, request, width=WIDTHS["desktop"], **options):
    """Open a page at the site's root that records its requests and script errors."""
    context = browser.new_context(
        base_url=site, viewport={"width": width, "height": HEIGHT}, **options
    )
    page = context.new_page()
    page.requests, page.faults = [], []
    page.on("request", lambda sent: page.requests.append(sent.url))
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda said: note_refusal(page, said))
    yield page
    if os.environ.get("SCREENSHOTS") == "1":
        page.screenshot(path=picture(request), full_page=True)
    elsewhere = [url for url in page.requests if not url.startswith((site, "data:"))]
    assert elsewhere == [], "the page asked another host"
    assert page.faults == [], "the page's own script or policy failed"
    context.close()


def note_refusal(page, said):
    """Keep a console message by which the browser refuses what a page tried."""
    if said.type == "error" and "Content Security Policy" in said.text:
        page.faults.append(said.text)


def picture(request):
    """Return where to keep the picture of a test."""
    folder = Path(settings.VAR_DIR) / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{re.sub(r'[^a-z0-9]+', '-', request.node.name.lower())}.png"
