"""Pages of other sites may read what is made for programs, and nothing else."""

import pytest
from django.test import Client

from config.middleware.sharing import FOR_PROGRAMS

pytestmark = pytest.mark.django_db

ORIGIN = {"Origin": "https://elsewhere.example"}
SHARED = [
    "/api/v1/",
    "/api/v1/votes/",
    "/api/v1/nothing/",
    "/agreements.csv",
    "/votes.ics",
    "/es/votes.json",
    "/places.geojson",
    "/us/al/mobile/changes.atom",
    "/data/record-2026-01-01.zip",
]
CLOSED = [
    "/",
    "/agreements/",
    "/us/al/",
    "/api",
    "/robots.txt",
    "/sitemap.xml",
    "/admin/api/main/pages/",
    "/admin/reports/x.csv",
    "/accounts/x.json",
    "/documents/7/minutes.csv",
    "/media/documents/x.xlsx",
    "/static/x.json",
]


@pytest.mark.parametrize("path", SHARED)
def test_what_is_for_programs_is_open(path):
    assert FOR_PROGRAMS.match(path)
    response = Client().get(path, headers=ORIGIN)
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in response["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Credentials" not in response


@pytest.mark.parametrize("path", CLOSED)
def test_what_is_for_people_is_not(path):
    assert not FOR_PROGRAMS.match(path)
    asked = ORIGIN | {"Access-Control-Request-Method": "GET"}
    for response in (
        Client().get(path, headers=ORIGIN),
        Client().options(path, headers=asked),
    ):
        assert "Access-Control-Allow-Origin" not in response


def test_browser_that_asks_before_is_told(django_assert_num_queries):
    asked = ORIGIN | {"Access-Control-Request-Method": "GET"}
    with django_assert_num_queries(0):
        response = Client().options("/api/v1/votes/", headers=asked)
    assert response.status_code == 204
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert response["Access-Control-Allow-Headers"] == "If-None-Match"


def test_refusals_and_unchanged_answers_are_open_too(public_deployment):
    client = Client()
    first = client.get("/api/v1/", headers=ORIGIN)
    held = ORIGIN | {"If-None-Match": first["ETag"]}
    for response in (
        client.get("/api/v1/", headers=held),
        client.get("/api/v1/?x=1", headers=ORIGIN),
        client.get("/api/v1/?x=%00", headers=ORIGIN),
        client.post("/api/v1/", headers=ORIGIN),
    ):
        assert response.status_code in {304, 400, 405}
        assert response["Access-Control-Allow-Origin"] == "*"
