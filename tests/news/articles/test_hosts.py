"""No host is asked that is not on the public internet, however it is written."""

from ipaddress import ip_address

import pytest

from news.articles.fetching import fetch
from news.articles.hosts import NotPublic, is_public, public_addresses, resolve
from news.articles.refusal import ArticleRefused
from tests.news.articles.sites import PUBLIC, Names, Network

NOT_PUBLIC = [
    # this machine, this network, nobody
    *("0.0.0.0", "0.1.2.3", "127.0.0.1", "127.255.255.254", "255.255.255.255"),  # noqa: S104
    *("10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1"),
    *("169.254.169.254", "169.254.170.2", "224.0.0.1", "239.255.255.250", "240.0.0.1"),
    *("192.0.0.8", "192.0.0.170", "192.0.2.1", "192.88.99.1", "198.18.0.1"),
    *("198.51.100.7", "203.0.113.9"),
    # the same for IPv6
    *("::", "::1", "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd00:ec2::254"),
    *("ff02::1", "ff0e::1", "100::1", "2001:db8::1", "2001:10::1", "2001:20::1"),
    *("3fff::1", "5f00::1", "4000::1", "2606:2800::1%1"),
    # an address of IPv4 within one of IPv6
    *("::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:169.254.169.254", "::127.0.0.1"),
    *("2002:7f00:1::", "2002:a9fe:a9fe::1", "2002:c0a8:101::1", "64:ff9b::127.0.0.1"),
    *("64:ff9b::a9fe:a9fe", "64:ff9b:1::7f00:1", "64:ff9b:1::5db8:d822"),
    # Teredo: the client's address is at the end, inverted; then the server's
    *("2001:0:5db8:d822:0:0:80ff:fffe", "2001:0:7f00:1:0:0:a247:27dd"),
]
IS_PUBLIC = [
    *(PUBLIC, "8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "192.0.1.1"),
    *("2606:2800:220:1:248:1893:25c8:1946", "2a00:1450:4001:81b::200e"),
    *("::ffff:93.184.216.34", "64:ff9b::93.184.216.34", "2002:5db8:d822::1"),
]
# Addresses that a careless program would follow to a host that is not public.
HOSTILE = [
    *(f"http://{host}/" for host in NOT_PUBLIC if ":" not in host),
    *(f"https://[{host}]/" for host in NOT_PUBLIC if ":" in host),
    # numbers in disguise
    *("http://2130706433/", "http://0x7f000001/", "http://0x7f.0x0.0x0.0x1/"),
    *("http://017700000001/", "http://0177.0.0.1/", "http://127.1/", "http://127.0.1/"),
    *("http://127.0.0.1./", "http://127.0.0.1.:80/", "http://0/", "http://[::]/"),
    *("http://169.254.43518/", "http://2852039166/", "http://127.0.0.0x1/"),
    *("http://①②⑦.⓪.⓪.①/", "http://１２７.0.0.1/", "http://127。0。0。1/"),
    *("http://%31%32%37.0.0.1/", "http://127.0.0.1%00.example.org/", "http://0x/"),
    # names of this machine and this network
    *("http://localhost/", "http://localhost./", "http://LOCALHOST/", "http://redis/"),
    *("http://localhost:80/", "http://metadata/", "http://[::1%25lo]/", "http://-/"),
    *("http://metadata.google.internal/", "http://127.0.0.1.nip.io/", "http://a..b/"),
    *("http://localtest.me/", "http://xn--lcalhost-54a/", "http://lоcalhost/"),
    # other ways than HTTP
    *(
        "file:///etc/passwd",
        "gopher://example.org/",
        "ftp://example.org/",
        "//a.example/",
    ),
    *("javascript:alert(1)", "data:text/html,<p>", "dict://127.0.0.1:11211/", "jar:x"),
    *(
        "http+unix://%2Fvar%2Frun%2Fx/",
        "ws://example.org/",
        "about:blank",
        "mailto:a@b",
    ),
    # somebody else's name or port in the address
    *(
        "http://user@example.org/",
        "http://user:pass@example.org/",
        "http://:x@a.example/",
    ),
    *("http://example.org@127.0.0.1/", "http://example.org%40127.0.0.1/"),
    *(
        "http://example.org:22/",
        "http://example.org:6379/",
        "https://example.org:8443/",
    ),
    *("http://example.org:0/", "http://example.org:-80/", "http://example.org:99999/"),
    *(
        "http://example.org:80:80/",
        "http://example.org:x/",
        "http://example.org:8０80/",
    ),
    # what two programs read in two ways
    *("http://example.org\\@127.0.0.1/", "http:\\\\127.0.0.1/", "http:/127.0.0.1/"),
    *("http://127.0.0.1#@example.org/", "http://127.0.0.1?@example.org/", "http:///x"),
    *("http://127.0.0.1\t.example.org/", "http://example.org\r\nHost: x/", "http://[/"),
    *("http://127.0.0.1 .example.org/", "http://ex\x00ample.org/", "http://[::1]x/"),
    *("http://", "https://?", "http", "", " ", "127.0.0.1", "http://[fe80::1%25eth0]/"),
    *("http://" + "a" * 64 + ".example/", "http://" + "a." * 200 + "example/"),
    "http://example.org/" + "a" * 1000,
]
PRIVATE_NAMES = {
    name: ["127.0.0.1"]
    for name in (
        *("metadata.google.internal", "127.0.0.1.nip.io", "localtest.me", "localhost"),
        *("example.org%40127.0.0.1", "xn--lcalhost-54a", "redis", "metadata", "127.1"),
    )
}


class TestPublic:
    """Addresses by number."""

    @pytest.mark.parametrize("address", NOT_PUBLIC)
    def test_address_for_local_or_special_use_is_not(self, address):
        assert not is_public(ip_address(address))

    @pytest.mark.parametrize("address", IS_PUBLIC)
    def test_address_on_the_internet_is(self, address):
        assert is_public(ip_address(address))

    def test_every_answer_of_a_resolver_counts(self):
        for private in NOT_PUBLIC:
            for answers in ([private], [PUBLIC, private], [private, PUBLIC]):
                with pytest.raises(NotPublic):
                    public_addresses("news.example", lambda _h, told=answers: told)

    def test_what_is_no_address_is_not(self):
        with pytest.raises(NotPublic):
            public_addresses("news.example", lambda _host: ["localhost"])

    def test_host_without_an_answer_is_not_found(self):
        with pytest.raises(OSError, match="no address"):
            public_addresses("news.example", lambda _host: [])


@pytest.mark.parametrize("address", HOSTILE)
def test_no_connection_to_a_hostile_address(address):
    """The network would lead anywhere; nothing asks it to."""
    network = Network(port=9)
    names = Names()
    names.names = PRIVATE_NAMES
    with pytest.raises(ArticleRefused):
        fetch(address, resolve=names, network=network)
    assert network.asked == []


def test_system_resolver_names_each_address_once():
    found = resolve("localhost")
    assert "127.0.0.1" in found
    assert len(found) == len(set(found))
