"""Nothing a stranger types makes the site fail."""

import pytest
from django.urls import URLPattern, get_resolver

pytestmark = pytest.mark.django_db

JUNK = [
    "%00",
    "%0d%0aSet-Cookie:x=1",
    "%22",
    "%22%27)%3B--",
    "%25",
    "%ED%A0%80",
    "%FF%FE",
    "..%2f..%2fetc%2fpasswd",
    "99999999999999999999999",
    "-1",
    "%E2%80%AE",
    "%3Cscript%3E",
    "a" * 3000,
    "{{7*7}}",
    "1e309",
]
PARAMETERS = ["q", "as_of", "state", "sort", "type", "place", "since", "x", "p", "add"]
LISTINGS = [
    "/us/",
    "/places/",
    "/agreements/",
    "/map/",
    "/votes/",
    "/statements/",
    "/organizations/",
    "/officials/",
    "/sources/",
    "/changes/",
    "/search/",
    "/compare/",
    "/compare.csv",
    "/changes.atom",
    "/agreements.atom",
    "/votes.atom",
    "/votes.ics",
]


def public_prefixes():
    """Return the first part of every public address, as far as it is plain text."""
    patterns = list(get_resolver("config.public_urls").url_patterns)
    found = set()
    while patterns:
        pattern = patterns.pop()
        if isinstance(pattern, URLPattern):
            found.add(str(pattern.pattern).partition("<")[0].strip("^$"))
        else:
            patterns += pattern.url_patterns
    return sorted(p for p in found if "(" not in p)


@pytest.mark.parametrize("junk", JUNK)
def test_junk_in_a_path_is_refused_or_not_found(client, junk):
    for prefix in public_prefixes():
        for path in (f"/{prefix}{junk}", f"/{prefix}{junk}/"):
            response = client.get(path)
            assert response.status_code in {200, 301, 302, 400, 404}, path


@pytest.mark.parametrize("junk", JUNK)
def test_junk_in_a_query_is_refused_or_explained(client, junk):
    filters = "&".join(f"{name}={junk[:300]}" for name in PARAMETERS)
    for path in LISTINGS:
        for query in (filters, f"page={junk}"):
            response = client.get(f"{path}?{query}")
            assert response.status_code in {200, 400, 404}, (path, query)


def test_nul_is_refused_everywhere(client):
    for path in ("/%00", "/us/%00/", "/?q=%00", "/admin/%00", "/admin/?q=a%00b"):
        assert client.get(path).status_code == 400, path


def test_endless_query_is_refused(client):
    assert client.get("/agreements/?q=" + "a" * 5000).status_code == 400


@pytest.mark.parametrize("file", ["csv", "json", "xlsx", "geojson", "atom"])
def test_program_is_refused_in_a_sentence(client, file):
    asks_too_much = client.get(f"/agreements.{file}?q=" + "a" * 5000)
    nul = client.get(f"/agreements.{file}?type=287g&q=a%00b")
    for answer, words in ((asks_too_much, "at most 4,000"), (nul, "q: no text")):
        assert answer.status_code == 400
        assert "html" not in answer["Content-Type"]
        assert words in answer.content.decode()


def test_nul_in_the_name_of_a_parameter_is_told_without_it(client):
    answer = client.get("/api/v1/votes/?a%00b=1&c=2")
    assert answer.json()["detail"] == "ab: no text holds the character NUL."


def test_page_number_beyond_reason_is_not_a_fault(client):
    for path in LISTINGS:
        assert client.get(f"{path}?page=1000000000").status_code < 500
