"""What the API refuses, it refuses in words, as JSON, whoever asks."""

import time

import pytest
from django.core.cache import cache
from django.test import Client
from redis.exceptions import ConnectionError as NoRedis

from config.api.addresses import LISTS
from config.caching import ForgivingRedisCache
from config.counting import client_of
from tests import factories
from tests.config.test_junk import JUNK

pytestmark = pytest.mark.django_db

ROOT = "/api/v1/"


def refused(address, status=400, client=None, method="get", **more):
    """Return what the API answers to what it refuses."""
    response = getattr(client or Client(), method)(f"{ROOT}{address}", **more)
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/json"
    found = response.json()
    assert found["detail"]
    assert "ETag" not in response
    return found


@pytest.mark.parametrize(
    ("query", "name", "words"),
    [
        ("colour=red", "colour", "We do not know the filter “colour”."),
        ("format=xml", "format", "We do not know the filter “format”."),
        ("as_of=2021", "as_of", "As of: write the day as year-month-day, such as"),
        ("as_of=2999-01-01", "as_of", "As of: that day is still to come."),
        ("state=al", "state", "State: “al” is not one of the answers."),
        ("as_of=2020-01-01&as_of=2021-01-01", "as_of", "As of: give one value only."),
        ("page=0", "page", "page: give a whole number from 1 on."),
        ("page=1.5", "page", "page: give a whole number from 1 on."),
        ("page=1&page=2", "page", "page: give one value only."),
        ("page_size=201", "page_size", "page_size: give a whole number from 1 to 200."),
        ("page_size=٣", "page_size", "page_size: give a whole number from 1 to 200."),
        ("fields=colour", "fields", "fields: we have no column “colour”."),
        ("include=all", "include", "include: we have nothing nested called “all”."),
        ("q=" + "x" * 101, "q", "Ensure this value has at most 100 characters"),
        ("&".join(["q=a"] * 61), "q", "q: too many values."),
    ],
)
def test_wrong_parameter_is_named(query, name, words):
    for listing in ("places", "votes"):
        found = refused(f"{listing}/?{query}")
        assert list(found["errors"]) == [name]
        assert words in " ".join(found["errors"][name])


def test_every_wrong_parameter_is_named_at_once():
    found = refused("agreements/?x=1&type=pact&page_size=900&fields=q,title")
    assert list(found["errors"]) == ["x", "type", "fields", "page_size"]


def test_record_takes_no_filters():
    policy = factories.PolicyFactory()
    found = refused(f"agreements/{policy.pk}/?status=active&include=events&as_of=x")
    assert set(found["errors"]) == {"status", "include", "as_of"}


def test_repeated_value_beyond_the_limit_is_refused():
    query = "&".join(["type=287g"] * 61)
    assert "type" in refused(f"agreements/?{query}")["errors"]


@pytest.mark.parametrize(
    "address",
    ["votes/?page=2", "votes/7/", "votes/x/", "nothing/", "votes/1/2/", "docs/nothing/"]
    + ["votes/99999999999999999999999/", "places/geoid/9/", "votes/?page=100000000"],
)
def test_what_is_not_there_is_said_to_be_missing(address):
    assert "errors" not in refused(address, 404)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("deployment", ["editors", "public"])
def test_nothing_is_written(request, method, deployment):
    if deployment == "public":
        request.getfixturevalue("public_deployment")
    strict = Client(enforce_csrf_checks=True)
    for address in ("", "votes/", "votes/1/"):
        refused(address, 405, strict, method)
        response = getattr(strict, method)(f"{ROOT}{address}")
        assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_methods_are_told_when_asked_for():
    response = Client().options(f"{ROOT}votes/")
    assert (response.status_code, response.content) == (204, b"")
    assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_nul_and_endless_queries_are_refused_as_json():
    assert refused("votes/?q=%00")["errors"] == {}
    assert refused("votes/?q=" + "a" * 5000)["errors"] == {}


@pytest.mark.parametrize("junk", JUNK)
def test_junk_is_refused_or_not_found(junk):
    client = Client()
    for name in LISTS:
        for query in (
            f"q={junk[:300]}",
            f"page={junk}",
            f"fields={junk}",
            f"-{junk}=1",
        ):
            response = client.get(f"{ROOT}{name}/?{query}")
            assert response.status_code in {200, 400, 404}, (name, query)
            assert response["Content-Type"] == "application/json"


def test_fault_of_ours_is_json_too(monkeypatch):
    def broken(*_args):
        raise ZeroDivisionError

    monkeypatch.setattr("config.api.records.RecordSet.page", broken)
    response = Client(raise_request_exception=False).get(f"{ROOT}votes/")
    assert response.status_code == 500
    assert response.json() == {"detail": "Something is wrong on our side."}


# Throttling


@pytest.fixture
def counting(settings):
    """A cache that counts, and two requests a minute, five a day."""
    backend = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "api"}}
    settings.API_RATES = {"minute": 2, "day": 5}
    cache.clear()
    yield cache
    cache.clear()


def status_of(number, address="192.0.2.1", **more):
    """Ask for something that nobody asked for before; return the answer's status."""
    response = Client().get(f"{ROOT}votes/", {"page_size": number}, REMOTE_ADDR=address)
    return response.status_code


def test_client_that_asks_too_much_is_asked_to_wait(counting):
    assert [status_of(number) for number in (1, 2, 3)] == [200, 200, 429]
    response = Client().get(f"{ROOT}votes/?page_size=4", REMOTE_ADDR="192.0.2.1")
    wait = int(response["Retry-After"])
    assert 0 < wait <= 60
    assert response.json() == {
        "detail": f"Too many requests from here. Please try again in {wait} seconds."
    }
    assert status_of(5, address="198.51.100.7") == 200


def test_count_begins_anew_with_the_minute_and_ends_with_the_day(counting, monkeypatch):
    start, statuses = 1_800_000_000 // 86_400 * 86_400, []
    for number in range(1, 9):
        monkeypatch.setattr(time, "time", lambda n=number: start + 40.0 * n)
        statuses.append(status_of(number))
    assert statuses.count(200) == 5
    assert statuses[-1] == 429
    monkeypatch.setattr(time, "time", lambda: start + 86_400.0)
    assert status_of(9) == 200


def test_answer_from_the_cache_counts_for_nothing(counting):
    assert [status_of(1) for _time in range(5)] == [200] * 5
    tag = Client().get(f"{ROOT}votes/?page_size=1")["ETag"]
    held = {"If-None-Match": tag}
    for _time in range(5):
        response = Client().get(f"{ROOT}votes/?page_size=1", headers=held)
        assert response.status_code == 304


def test_no_limit_where_none_is_set(counting, settings):
    settings.API_RATES = {"minute": 0, "day": 0}
    assert {status_of(number) for number in range(1, 9)} == {200}


def test_no_address_is_kept(counting):
    status_of(1, address="203.0.113.77")
    kept = " ".join(f"{key} {value}" for key, value in counting._cache.items())
    assert "api-minute" in kept
    assert "203.0.113" not in kept


@pytest.mark.parametrize(
    ("proxies", "forwarded", "client"),
    [
        (0, "203.0.113.9", "192.0.2.1"),  # a claim, which nobody of ours has made
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "1.1.1.1, 203.0.113.9", "203.0.113.9"),
        (1, "", "192.0.2.1"),
        (1, "2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
    ],
)
def test_client_is_whom_our_own_servers_have_seen(
    rf, settings, proxies, forwarded, client
):
    settings.TRUSTED_PROXIES = proxies
    request = rf.get("/", headers={"X-Forwarded-For": forwarded})
    request.META["REMOTE_ADDR"] = "192.0.2.1"
    assert client_of(request) == client


def test_lost_cache_counts_nothing_and_stops_nothing(monkeypatch):
    def lost(*_args, **_kwargs):
        raise NoRedis

    for name in ("add", "incr"):
        monkeypatch.setattr(f"django.core.cache.backends.redis.RedisCache.{name}", lost)
    gone = ForgivingRedisCache("redis://127.0.0.1:1/0", {})
    assert gone.add("count", 0, 60) is False
    assert gone.incr("count") == 1
