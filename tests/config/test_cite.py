"""Every page says how to cite it: with its title, its address and the day."""

import html
import re

import pytest
from django.test import Client
from django.utils import timezone

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]

STYLES = re.compile(r'<details class="cite">(.*?)</details>', re.DOTALL)


def cited(path):
    """Return what the page of a path says of how to cite it, as read."""
    page = Client().get(path).content.decode()
    text = re.sub(r"<[^>]+>", " ", STYLES.search(page)[1])
    return html.unescape(" ".join(text.split()))


def test_place_is_cited_by_title_address_and_day():
    told = cited("/us/al/birmingham/")
    day = f"{timezone.localdate():%B} {timezone.localdate().day}, "
    title = "Birmingham, Alabama: ICE agreements, votes and policies"
    assert f"APA The Local Record. ({day}" in told
    assert f"{title}. http://127.0.0.1:8000/us/al/birmingham/" in told
    assert f"“{title}.” Accessed {day}" in told
    assert f"title = {{{{{title}}}}}, url = {{http://127.0.0.1:8000/us/al/" in told
    assert f"urldate = {{{timezone.localdate().isoformat()}}}" in told


def test_past_page_is_cited_with_its_day():
    assert "/us/al/birmingham/?as_of=2017-12-31" in cited(
        "/us/al/birmingham/?as_of=2017-12-31"
    )


def test_filtered_list_is_cited_with_its_question():
    told = cited("/agreements/?state=AL&page=1")
    assert "http://127.0.0.1:8000/agreements/?state=AL" in told
    assert "page=1" not in told


def test_spanish_page_is_cited_in_spanish():
    told = cited("/es/us/al/birmingham/")
    assert "Consultado el" in told
    assert "http://127.0.0.1:8000/es/us/al/birmingham/" in told


def test_what_a_reader_typed_is_only_text():
    page = Client().get("/search/", {"q": "</details><script>{x}"}).content.decode()
    assert "<script>{x}" not in page
