"""An address is asked politely whether it still answers; no failure is raised."""

import json
import time
from datetime import date

import pytest

from news.articles.links import Answer, Visitor
from news.enums import LinkFinding
from tests.news.articles.sites import PUBLIC, Names, page, redirect, site

URL = "http://news.example/a"
ARCHIVE = "http://archive.example/wayback/available"
COPY = "https://web.archive.org/web/20211206000000/http://news.example/a"
DAY = date(2021, 12, 6)


def status(line, *headers):
    """Return an answer of a status alone."""
    lines = "".join(f"{header}\r\n" for header in headers)
    return [f"HTTP/1.1 {line}\r\n{lines}Content-Length: 0\r\n\r\n".encode()]


def visitor(server, pause=0, **options):
    """Return a visitor for whom a site here is the internet."""
    options.setdefault("resolve", Names())
    return Visitor(pause, network=server.network, **options)


def looked(answers, address=URL, **options):
    """Return what is found at an address, and the requests it took."""
    with site(answers) as server:
        found = visitor(server, **options).look(address)
    return found, [head.split(" HTTP")[0] for head in server.heads]


def test_head_is_enough_where_it_is_sent():
    found, asked = looked(lambda path: page(b""))
    assert found == Answer(LinkFinding.ANSWERS, 200)
    assert asked == ["HEAD /a"]


@pytest.mark.parametrize(
    ("line", "finding", "failed"),
    [
        ("404 Not Found", LinkFinding.GONE, True),
        ("410 Gone", LinkFinding.GONE, True),
        ("403 Forbidden", LinkFinding.CLOSED, False),
        ("402 Payment Required", LinkFinding.CLOSED, False),
        ("429 Too Many Requests", LinkFinding.CLOSED, False),
        ("500 Internal Server Error", LinkFinding.FAULT, True),
        ("503 Service Unavailable", LinkFinding.FAULT, True),
    ],
)
def test_status_tells_what_is_there(line, finding, failed):
    found, asked = looked(lambda path: status(line))
    assert found == Answer(finding, int(line[:3]))
    assert found.failed is failed
    assert asked == ["HEAD /a", "GET /a"]


def test_page_is_asked_for_where_its_head_alone_is_refused():
    answers = iter([status("405 Method Not Allowed"), page(b"<p>Hello</p>")])
    found, asked = looked(lambda path: next(answers))
    assert found == Answer(LinkFinding.ANSWERS, 200)
    assert asked == ["HEAD /a", "GET /a"]


def test_request_says_who_asks():
    with site(lambda path: page(b"")) as server:
        visitor(server).look(URL)
    assert "User-Agent: TheLocalRecord/1.0 (+http" in server.heads[0]


@pytest.mark.parametrize(
    ("first", "second", "moved"),
    [
        ("301 Moved Permanently", "308 Permanent Redirect", "http://news.example/c"),
        ("301 Moved Permanently", "302 Found", "http://news.example/b"),
        ("302 Found", "301 Moved Permanently", ""),
    ],
)
def test_address_that_moved_for_good_is_told(first, second, moved):
    steps = {"/a": redirect("/b", first), "/b": redirect("/c", second)}
    found, _asked = looked(lambda path: steps.get(path, page(b"")))
    assert found == Answer(LinkFinding.ANSWERS, 200, moved)


def test_redirects_without_an_end_are_left():
    found, asked = looked(lambda path: redirect(f"{path}a"))
    assert found == Answer(LinkFinding.ENDLESS)
    assert len(asked) == 4


@pytest.mark.parametrize(
    "to", ["http://127.0.0.1/", "http://intern.example/", "ftp://news.example/"]
)
def test_redirect_to_what_nobody_may_ask_is_not_followed(to):
    names = Names(intern_example=["10.0.0.1"])
    found, asked = looked(lambda path: redirect(to), resolve=names)
    assert found == Answer(LinkFinding.NO_ADDRESS)
    assert len(asked) == 1


@pytest.mark.parametrize("address", ["http://10.0.0.1/", "http://", "nonsense", ""])
def test_what_is_no_public_address_is_not_asked(address):
    found, asked = looked(lambda path: page(b""), address)
    assert found == Answer(LinkFinding.NO_ADDRESS)
    assert asked == []


def test_site_that_is_not_there_is_told():
    with site(lambda path: page(b"")) as server:
        server.network.dead = [PUBLIC]
        assert visitor(server).look(URL) == Answer(LinkFinding.NO_SITE)


def test_site_that_does_not_answer_is_left():
    found, _asked = looked(lambda path: [2.0], seconds=0.2)
    assert found == Answer(LinkFinding.TOO_SLOW)


def test_no_two_requests_come_within_the_pause():
    with site(lambda path: status("404 Not Found")) as server:
        slow = visitor(server, pause=0.1)
        begun = time.monotonic()
        slow.look(URL)
        slow.look("http://other.example/")
    assert len(server.heads) == 4
    assert time.monotonic() - begun >= 0.3


def copied(answer, **options):
    """Return the copy that an answer of the archive leads to, and what was asked."""
    with site(lambda path: answer) as server:
        found = visitor(server, archive=ARCHIVE, **options).copy_of(f"{URL}?b=1&c", DAY)
    return found, server.heads


def told(**closest):
    """Return what the archive answers of its nearest copy."""
    snapshots = {"closest": closest} if closest else {}
    return page(json.dumps({"archived_snapshots": snapshots}).encode())


def test_archive_is_asked_for_a_copy_near_the_day():
    near = {"available": True, "status": "200"}
    found, [head] = copied(told(url=COPY.replace("https", "http", 1), **near))
    assert found == COPY
    assert "url=http%3A%2F%2Fnews.example%2Fa%3Fb%3D1%26c&timestamp=20211206" in head


@pytest.mark.parametrize(
    "answer",
    [
        told(),
        told(url=COPY, available=False, status="200"),
        told(url=COPY, available=True, status="404"),
    ],
)
def test_archive_without_a_copy_has_none(answer):
    assert copied(answer)[0] == ""


@pytest.mark.parametrize(
    "answer",
    [
        status("429 Too Many Requests"),
        page(b"not JSON"),
        page(b"[]"),
        page(b'{"archived_snapshots": [1]}'),
        told(available=True, status="200"),
        told(url=5, available=True, status="200"),
        told(url="http://news.example/", available=True, status="200"),
        told(url="javascript:alert(1)", available=True, status="200"),
        page(b"x" * (2 * 1024 * 1024 + 1)),
    ],
)
def test_answer_that_is_none_is_not_believed(answer):
    assert copied(answer)[0] is None


def test_archive_that_does_not_answer_is_told_from_one_without_a_copy():
    assert copied([2.0], seconds=0.2)[0] is None
