"""Every answer carries the security headers, whatever its status."""

import pytest
from django.test import Client

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls("tests.config.failing_urls"),
]

ON_EVERY_ANSWER = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def policy_of(response):
    """Return a response's content security policy as a mapping."""
    parts = response["Content-Security-Policy"].split("; ")
    return {name: value for name, _, value in (p.partition(" ") for p in parts)}


def assert_guarded(response):
    """Assert that a public answer carries every header."""
    for name, value in ON_EVERY_ANSWER.items():
        assert response[name] == value
    assert "geolocation=()" in response["Permissions-Policy"]
    policy = policy_of(response)
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in response["Content-Security-Policy"]


@pytest.fixture
def unraising():
    """A client that shows a server error as a reader would see it."""
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/robots.txt", 200),
        ("/healthz", 200),
        ("/fails/400", 400),
        ("/?q=%00", 400),
        ("/fails/403", 403),
        ("/nothing/here/", 404),
        ("/static/nothing.css", 404),
        ("/documents/7/nothing.pdf", 404),
        ("/fails/429", 429),
        ("/fails/500", 500),
        ("/fails/503", 503),
    ],
)
def test_headers_on_status(unraising, path, status):
    response = unraising.get(path)
    assert response.status_code == status
    assert_guarded(response)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_headers_on_not_modified(client):
    first = client.get("/robots.txt")
    again = client.get("/robots.txt", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert_guarded(again)


def test_headers_on_a_refused_method(client):
    response = client.post("/robots.txt")
    assert response.status_code == 405
    assert_guarded(response)


def test_headers_on_a_refused_host(client):
    response = client.get("/robots.txt", headers={"host": "elsewhere.example"})
    assert response.status_code == 400
    assert_guarded(response)


def test_headers_on_a_redirect(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    response = client.get("/robots.txt")
    assert response.status_code == 301
    assert_guarded(response)


def test_headers_on_a_static_file(client):
    response = client.get("/static/css/site.css")
    assert response.status_code == 200
    assert_guarded(response)
    assert "Access-Control-Allow-Origin" not in response
    response.close()  # it holds the file open


def test_headers_on_an_uploaded_file_let_it_run_nothing(client):
    policy = policy_of(client.get("/documents/7/nothing.pdf"))
    assert policy["default-src"] == "'none'"
    assert "sandbox" in policy


@pytest.mark.parametrize("status", [400, 403, 404, 500, 503])
def test_error_page_is_ours_and_tells_nothing(unraising, status):
    path = "/nothing/here/" if status == 404 else f"/fails/{status}"
    body = unraising.get(path).content.decode()
    assert "The Local Record" in body
    for secret in ("Traceback", "ZeroDivision", "OperationalError", "Django"):
        assert secret not in body


@pytest.mark.parametrize("status", [400, 500, 503])
def test_error_page_needs_no_database(unraising, status, django_assert_num_queries):
    """One query at most, for the record version: the page itself makes none."""
    with django_assert_num_queries(1, exact=False):
        unraising.get(f"/fails/{status}")


def test_lost_database_is_called_so(unraising):
    """503 tells a cache to go on with what it has, and a reader to come back."""
    assert unraising.get("/fails/503")["Retry-After"]
