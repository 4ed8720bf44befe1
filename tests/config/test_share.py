"""Every page can be handed on: its address to copy, and links that open a program."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from lxml import html

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]


def shared(path):
    """Return what stands under “Share this page”: its address, and its links."""
    page = html.document_fromstring(Client().get(path).text)
    (found,) = page.find_class("share")
    return found.find_class("share__address")[0].text, found.xpath(".//a/@href")


def test_address_is_whole_and_in_the_language_of_the_page():
    address, _links = shared("/es/us/al/birmingham/")
    assert address == "http://127.0.0.1:8000/es/us/al/birmingham/"


def test_filters_go_with_the_list():
    address, links = shared("/agreements/?state=AL&type=hsi_customs_designation")
    assert address.endswith("/agreements/?state=AL&type=hsi_customs_designation")
    for link in links:
        asked = parse_qs(urlsplit(link).query)
        words = (asked.get("body") or asked["text"])[0]
        assert words.endswith(address)


def test_each_way_opens_what_the_reader_has():
    _address, links = shared("/us/al/birmingham/")
    assert [link.split("?")[0] for link in links] == [
        "sms:",
        "mailto:",
        "https://wa.me/",
    ]
    assert "Birmingham%2C%20Alabama" in links[0]
