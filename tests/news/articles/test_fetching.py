"""A page is fetched from a checked address, within bounds, or refused in words."""

import gzip
import ssl
import time
import zlib
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from news.articles.fetching import BYTES, Page, fetch
from news.articles.refusal import ArticleRefused
from tests.news.articles.sites import HTML, PUBLIC, Names, page, redirect, site

URL = "http://news.example/a"
ADVICE = "Open the article yourself and paste the text instead."


def refused(server, address=URL, **options):
    """Fetch what is refused, and return why."""
    options.setdefault("resolve", Names())
    with pytest.raises(ArticleRefused) as refusal:
        fetch(address, network=server.network, **options)
    assert str(refusal.value).endswith(ADVICE)
    return str(refusal.value).removesuffix(f" {ADVICE}")


def chunked(parts):
    """Return parts as chunks of a body that never ends."""
    head = HTML + b"Transfer-Encoding: chunked\r\n\r\n"
    yield head
    for part in parts:
        yield b"%x\r\n%b\r\n" % (len(part), part) if isinstance(part, bytes) else part


class TestFetch:
    """Pages that are there."""

    def test_page_is_fetched_from_the_address_that_was_checked(self):
        names = Names()
        with site(lambda path: page(b"<p>Hello</p>")) as server:
            found = fetch(URL, resolve=names, network=server.network)
        assert found == Page(b"<p>Hello</p>", URL, "utf-8", "text/html")
        assert server.network.asked == [(PUBLIC, 80)]
        assert names.asked == ["news.example"]

    def test_request_says_who_asks_and_nothing_else(self, monkeypatch, settings):
        settings.SITE_URL = "https://record.example"
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
        monkeypatch.setenv("NETRC", "/dev/null")
        with site(lambda path: page(b"x")) as server:
            fetch(f"{URL}?id=1#top", resolve=Names(), network=server.network)
        [head] = server.heads
        lines = dict(line.split(": ", 1) for line in head.strip().split("\r\n")[1:])
        assert head.startswith("GET /a?id=1 HTTP/1.1\r\n")
        assert lines.pop("Host") == "news.example"
        assert lines.pop("User-Agent") == "TheLocalRecord/1.0 (+https://record.example)"
        assert set(lines) == {*("Accept", "Accept-Encoding", "Accept-Language")}

    @pytest.mark.parametrize(
        ("address", "host", "port"),
        [
            ("HTTP://News.Example./a", "news.example", 80),
            ("http://news.example:80/a", "news.example", 80),
            ("http://news.example:443/a", "news.example:443", 443),
            ("http://diario-ñandú.example/a", "xn--diario-and-z9a5i.example", 80),
            (
                "http://xn--diario-and-z9a5i.example/a",
                "xn--diario-and-z9a5i.example",
                80,
            ),
            (f"http://{PUBLIC}/a", PUBLIC, 80),
            ("http://[2606:2800:220:1::6]/a", "[2606:2800:220:1::6]", 80),
            (" http://news.example/a\n", "news.example", 80),
        ],
    )
    def test_host_is_asked_by_its_name(self, address, host, port):
        with site(lambda path: page(b"x")) as server:
            fetch(address, resolve=Names(), network=server.network)
        assert f"Host: {host}\r\n" in server.heads[0]
        assert server.network.asked[0][1] == port

    def test_page_that_was_packed_is_unpacked(self):
        packed = page(gzip.compress(b"<p>Hello</p>" * 500), "Content-Encoding: gzip")
        with site(lambda path: packed) as server:
            found = fetch(URL, resolve=Names(), network=server.network)
        assert found.body == b"<p>Hello</p>" * 500

    def test_second_address_is_tried_where_nobody_is_at_the_first(self):
        names = Names(news_example=["2606:2800::1", PUBLIC])
        with site(lambda path: page(b"x")) as server:
            server.network.dead = ["2606:2800::1"]
            fetch(URL, resolve=names, network=server.network)
        assert server.network.asked == [("2606:2800::1", 80), (PUBLIC, 80)]

    def test_host_with_nobody_at_any_address_is_refused(self):
        with site(lambda path: page(b"x")) as server:
            server.network.dead = [PUBLIC]
            assert "connection to it failed" in refused(server)

    def test_page_of_two_megabytes_is_taken_and_no_byte_more(self):
        with site(lambda path: page(b"x" * (BYTES + (path == "/more")))) as server:
            found = fetch(URL, resolve=Names(), network=server.network)
            assert len(found.body) == BYTES
            assert refused(server, "http://news.example/more") == (
                "The page is larger than 2 MB."
            )


class TestRedirects:
    """Each hop is checked as the first is."""

    def test_three_are_followed_to_the_address_they_lead_to(self):
        steps = {
            "/a": redirect("/b"),
            "/b": redirect("https://other.example/c".replace("https", "http"), "308 X"),
            "/c": redirect("?d", "303 See Other"),
            "/c?d": page(b"there"),
        }
        names = Names()
        with site(steps.get) as server:
            found = fetch(URL, resolve=names, network=server.network)
        assert found.address == "http://other.example/c?d"
        assert names.asked == ["news.example"] * 2 + ["other.example"] * 2

    def test_fourth_is_not(self):
        with site(lambda path: redirect(f"{path}a")) as server:
            assert "redirects" in refused(server)
        assert len(server.heads) == 4

    @pytest.mark.parametrize(
        "to",
        [
            *("http://127.0.0.1/", "//127.0.0.1/", "http://169.254.169.254/latest"),
            *("http://[::ffff:127.0.0.1]/", "http://inside.example/", "file:///etc/x"),
            *(
                "http://user@news.example/",
                "http://news.example:6379/",
                "gopher://a.b/",
            ),
            *("http://2130706433/", "javascript:x", "\\\\127.0.0.1\\x", "http://[x/"),
        ],
    )
    def test_hostile_one_is_refused_before_a_connection(self, to):
        names = Names(inside_example=["10.0.0.1"])
        with site(lambda path: redirect(to)) as server:
            refused(server, resolve=names)
        assert server.network.asked == [(PUBLIC, 80)]

    def test_no_cookie_is_kept_on_the_way(self):
        """Of this one httpx's client could not even make a header."""
        cookie = b"Set-Cookie: a=\xc3\xa9\xe2\x80\xae; path=/\r\n"
        first = b"HTTP/1.1 302 X\r\n" + cookie + b"Location: /b\r\n\r\n"
        steps = {"/a": [first], "/b": page(b"x")}
        with site(steps.get) as server:
            fetch(URL, resolve=Names(), network=server.network)
        assert "Cookie" not in server.heads[1]

    def test_one_without_an_address_is_no_page(self):
        with site(lambda path: [b"HTTP/1.1 302 Found\r\n\r\n"]) as server:
            assert "302" in refused(server)

    def test_name_that_changes_its_address_is_checked_each_time(self):
        """The first answer is public, the second is not: nothing asks a second time."""
        names = Names(news_example=[[PUBLIC], ["127.0.0.1"]])
        with site(lambda path: redirect("/b")) as server:
            assert "not on the public internet" in refused(server, resolve=names)
        assert names.asked == ["news.example"] * 2
        assert server.network.asked == [(PUBLIC, 80)]


class TestBounds:
    """What a hostile site sends is cut where a page would have ended."""

    @pytest.mark.parametrize(
        "parts",
        [
            pytest.param([b"H", 0.05] * 100, id="head"),
            pytest.param([HTML, *[b"X-A: b\r\n", 0.05] * 100], id="headers"),
            pytest.param([*chunked([b"x", 0.05] * 100)], id="body"),
            pytest.param([b"HTTP/1.1 103 Early Hints\r\n\r\n", 0.05] * 100, id="hints"),
            pytest.param([10], id="silence"),
        ],
    )
    def test_drip_is_cut_at_the_deadline(self, parts):
        with site(lambda path: parts) as server:
            begun = time.monotonic()
            assert "within 0.4 seconds" in refused(server, seconds=0.4)
        assert time.monotonic() - begun < 3

    def test_deadline_is_one_for_all_redirects(self):
        with site(lambda path: [0.2, *redirect("/b")]) as server:
            begun = time.monotonic()
            assert "within 0.4 seconds" in refused(server, seconds=0.4)
        assert time.monotonic() - begun < 3

    def test_resolver_that_does_not_answer_is_left(self):
        with site(lambda path: page(b"x")) as server:
            begun = time.monotonic()
            refused(server, seconds=0.3, resolve=lambda host: time.sleep(9))
        assert time.monotonic() - begun < 3

    def test_body_without_an_end_is_cut(self):
        with site(lambda path: chunked([b"x" * 65536] * 1000)) as server:
            assert "larger than 2 MB" in refused(server)

    def test_bomb_is_cut_before_it_unpacks(self):
        bomb = gzip.compress(b"\0" * (64 * BYTES))
        with site(lambda path: page(bomb, "Content-Encoding: gzip")) as server:
            assert "larger than 2 MB" in refused(server)

    def test_packed_nothing_without_an_end_is_cut(self):
        """Empty blocks unpack to nothing, and could be sent for ever."""
        gzip_head = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
        nothing = b"\0\0\0\xff\xff" * 20_000
        head = HTML + b"Content-Encoding: gzip\r\n\r\n" + gzip_head
        with site(lambda path: [head, *[nothing] * 60]) as server:
            assert "larger than 2 MB" in refused(server)

    @pytest.mark.parametrize(
        ("body", "packed", "why"),
        [
            (b"not packed at all", "gzip", "damaged"),
            (gzip.compress(b"x" * 999)[:-9], "gzip", "damaged"),
            (zlib.compress(b"x"), "deflate", "unknown way"),
            (b"x", "br", "unknown way"),
            (gzip.compress(gzip.compress(b"x")), "gzip, gzip", "unknown way"),
        ],
        # Of their own: packed bytes hold the time of day.
        ids=["no gzip", "cut short", "deflate", "brotli", "twice"],
    )
    def test_what_cannot_be_unpacked_is_refused(self, body, packed, why):
        with site(lambda path: page(body, f"Content-Encoding: {packed}")) as server:
            assert why in refused(server)

    @pytest.mark.parametrize(
        ("parts", "why"),
        [
            ([b"SSH-2.0-OpenSSH_9\r\n"], "connection to it failed"),
            ([b""], "connection to it failed"),
            ([HTML + b"Content-Length: 9\r\n\r\nshort"], "connection to it failed"),
            ([HTML + b"Content-Length: x\r\n\r\n"], "connection to it failed"),
            ([HTML + b"X: " + b"x" * 200_000], "connection to it failed"),
            ([b"HTTP/1.1 404 X\r\n\r\n"], "There is no page at the address."),
            ([b"HTTP/1.1 403 X\r\n\r\n"], "does not show the page to programs"),
            ([b"HTTP/1.1 503 X\r\n\r\n"], "answered “503”"),
            ([b"HTTP/1.1 204 X\r\n\r\n"], "answered “204”"),
            ([b"HTTP/1.1 200 X\r\n\r\nx"], "an unknown kind of file"),
            (
                [b"HTTP/1.1 200 X\r\nContent-Type: application/pdf\r\n\r\n"],
                "“application/",
            ),
            ([b"HTTP/1.1 200 X\r\nContent-Type: text/htmlx\r\n\r\n"], "“text/htmlx”"),
            (
                [b"HTTP/1.1 200 X\r\nContent-Type: \xe2\x80\xae<b>/x\r\n\r\n"],
                "an unknown kind",
            ),
        ],
    )
    def test_what_is_no_page_is_refused_in_words(self, parts, why):
        with site(lambda path: parts) as server:
            assert why in refused(server)


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """Return a file with the certificate of news.example, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "news.example")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName("news.example")]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("papers") / "news.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    return path


class TestSecureSites:
    """A connection goes to a number; the certificate is that of the name."""

    @pytest.fixture
    def shown(self, papers):
        """Return how the site shows its certificate."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(papers)
        return context

    def test_site_with_the_certificate_of_its_name_is_read(
        self, shown, papers, monkeypatch
    ):
        ours = ssl.create_default_context(cafile=str(papers))
        monkeypatch.setattr(httpx, "create_ssl_context", lambda **options: ours)
        asked = []
        shown.sni_callback = lambda _socket, name, _context: asked.append(name)
        with site(lambda path: page(b"x"), tls=shown) as server:
            found = fetch(
                "https://news.example./a", resolve=Names(), network=server.network
            )
            assert "failed" in refused(server, "https://other.example/a")
        assert found.body == b"x"
        assert asked == ["news.example", "other.example"]
        assert set(server.network.asked) == {(PUBLIC, 443)}

    def test_site_that_nobody_vouches_for_is_refused(self, shown):
        with site(lambda path: page(b"x"), tls=shown) as server:
            assert "failed" in refused(server, "https://news.example/a")
