"""What pages tell search engines: true to the page, whole, and nothing that runs."""

import json
import re

import pytest
from django.test import Client
from django.utils import translation

from config.structured import breadcrumbs, script, thing
from jurisdictions.models import Jurisdiction
from news.models import Source
from policies.models import Policy, Vote
from tests.addresses import here
from tests.faces import LISTINGS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
SITE = "http://127.0.0.1:8000"
# What a thing of a kind must say to be of use; from schema.org and Google's guides.
REQUIRED = {
    "BreadcrumbList": {"itemListElement"},
    "City": {"name", "url", "identifier"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "Dataset": {"name", "description", "license", "creator", "distribution"},
    "Event": {"name", "startDate", "location"},
    "GovernmentOrganization": {"name"},
    "Legislation": {"name", "url", "legislationJurisdiction"},
    "ListItem": {"position", "name", "item"},
    "NewsArticle": {"name", "inLanguage"},
    "Organization": {"name"},
    "Place": {"name", "address"},
    "PropertyValue": {"propertyID", "value"},
    "State": {"name"},
    "WebPage": {"url"},
}


def told(path):
    """Return the things that a page tells, by their kind."""
    html = Client().get(path).content.decode()
    found = [json.loads(text) for text in BLOCK.findall(html)]
    assert all(thing.pop("@context") == "https://schema.org" for thing in found)
    return {thing["@type"]: thing for thing in found}


def things(value):
    """Yield every thing in a value, however deep."""
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from things(part)
    elif isinstance(value, list):
        for part in value:
            yield from things(part)


def paths():
    policy = Policy.objects.published().order_by("pk").first()
    vote = Vote.objects.published().order_by("pk").first()
    birmingham = Jurisdiction.objects.get(slug="birmingham", state="AL")
    return [
        "/us/al/",
        birmingham.get_absolute_url(),
        policy.get_absolute_url(),
        vote.get_absolute_url(),
        Source.objects.published().order_by("pk").first().get_absolute_url(),
        "/data/",
        "/organizations/adelante-alabama-worker-center/",
    ]


@pytest.mark.parametrize("number", range(7))
@pytest.mark.parametrize("language", ["", "/es"])
def test_things_are_whole(number, language):
    found = told(f"{language}{paths()[number]}")
    assert found
    for one in things(list(found.values())):
        assert REQUIRED.get(one["@type"], set()) <= set(one), one
        assert all(fact not in (None, "", []) for fact in one.values()), one
        for name, fact in one.items():
            if name in ("url", "item", "contentUrl", "archivedAt"):
                assert fact.startswith(("http://", "https://")), one


def test_place_says_what_its_page_says():
    page = told("/us/al/birmingham/")["WebPage"]
    assert page["about"]["@type"] == "City"
    assert page["about"]["containedInPlace"]["name"] == "Alabama"
    assert page["description"].startswith("Birmingham Police Department has")
    spanish = told("/es/us/al/birmingham/")["WebPage"]
    assert spanish["url"] == f"{SITE}/es/us/al/birmingham/"
    assert spanish["description"].startswith("La policía de Birmingham tiene")


def test_way_to_a_page_is_told():
    steps = told("/es/us/al/birmingham/")["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert steps[0]["name"] == "Todos los estados"
    assert steps[-1]["item"] == f"{SITE}/es/us/al/birmingham/"


def test_vote_is_an_event_on_its_day():
    vote = Vote.objects.published().get(slug="birmingham-hsi-extension")
    event = told(vote.get_absolute_url())["Event"]
    assert event["startDate"].startswith("2021-12-07")
    assert event["organizer"]["name"] == "Birmingham City Council"
    # Its day is past and nobody told how it went: it is not called scheduled.
    assert "eventStatus" not in event


def test_policy_cites_its_articles():
    policy = Policy.objects.published().get(slug="birmingham-sanctuary-resolution")
    law = told(policy.get_absolute_url())["Legislation"]
    assert law["legislationDate"] == "2017-01-31"
    assert law["legislationType"] == "Resolution"
    assert law["citation"][0]["@type"] == "NewsArticle"


DESCRIPTION = re.compile(r'<meta name="description" content="([^"]{20,})">')
DESCRIBED = [
    "/",
    "/us/",
    "/us/al/",
    "/us/wy/",
    "/us/al/birmingham/",
    *(f"/{name}/" for name in LISTINGS),
    "/changes/",
    "/corrections/",
    "/officials/randall-woodfin/",
    "/organizations/adelante-alabama-worker-center/",
    "/sources/first/",
    "/method/",
    "/glossary/",
]


def test_every_page_describes_itself_in_its_own_words():
    said = {}
    for path in DESCRIBED:
        for address in (here(path), here(f"/es{path}")):
            page = Client().get(address, follow=True).content.decode()
            found = DESCRIPTION.findall(page)
            assert len(found) == 1, address
            said[address] = found[0]
    assert len(set(said.values())) == len(said)


def test_unknown_is_left_out():
    assert thing("Event", name="", startDate=None, location=[]) == {"@type": "Event"}


def test_no_text_can_end_the_element():
    hostile = "</script><script>alert(1)</script><!-- & “é”"
    html = script(thing("Place", name=hostile))
    assert html.count("<") == 2
    assert json.loads(BLOCK.search(html)[1])["name"] == hostile


def test_steps_have_addresses_of_this_site():
    with translation.override("es"):
        steps = breadcrumbs([("Votaciones", "/es/votes/"), ("Una", None)], "/es/x/")
    assert [step["item"] for step in steps["itemListElement"]] == [
        f"{SITE}/es/votes/",
        f"{SITE}/es/x/",
    ]
