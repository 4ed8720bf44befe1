"""Nothing of a draft is ever public: read every page there is and look for it.

Whatever no editor published is marked with a word that no other row has. It must
stand on no page, in no list, count, feed or sitemap, and be found by no search.
"""

import re
from datetime import date

import pytest
from django.test import Client

from config.api.addresses import LISTS
from news.models import ProsePage
from policies.enums import EventKind, PolicyType, PredecessorRelation
from policies.models import Policy
from tests import factories
from tests.config.api_record import every_column
from tests.faces import FACES, text_of
from tests.reading import whole_site

pytestmark = pytest.mark.django_db

CANARY = "Zyzzyva"
# Of the form for errors; it says when the form was opened.
TOKEN = re.compile(r'name="token" value="[^"]*"')
SEARCHES = (("/search/", "q"), ("/compare/", "add"))
LISTINGS = (
    "/places/",
    "/agreements/",
    "/votes/",
    "/statements/",
    "/organizations/",
    "/officials/",
    "/sources/",
    "/changes/",
)
OTHERS = (
    *(f"/{name}.{suffix}" for name, suffix in FACES),
    "/agreements.json?as_of=2021-12-31",
    "/votes.json?as_of=2021-12-31",
    "/us/?as_of=2021-12-31",
    "/map/?as_of=2021-12-31&type=287g",
    "/us/al/mobile/?as_of=2021-12-31",
    "/agreements/?as_of=2021-12-31&status=active",
    "/compare/?p=us/al/mobile&p=us/al",
    "/compare/?p=us/al/mobile&p=us/al&as_of=2021-12-31",
    "/compare.csv?p=us/al/mobile&p=us/al",
    *(f"{listing.rstrip('/')}.atom" for listing in LISTINGS),
    "/us/al/changes.atom",
    "/us/al/mobile/changes.atom",
    "/votes.ics",
    *(f"/api/v1/{name}/?page_size=200&fields={every_column(name)}" for name in LISTS),
    *(f"/api/v1/{name}/?as_of=2021-12-31" for name in LISTS),
    "/api/v1/docs/",
    "/not-there/",
    "/us/al/not-there/",
    "/sitemap.xml",
    "/sitemap-places.xml",
    "/sitemap-agreements.xml",
    "/sitemap-statements.xml",
)


class Published:
    """A small record that the public may read."""

    def __init__(self):
        self.home = factories.HomePageFactory()
        self.state = factories.StateFactory()
        self.place = factories.PlaceFactory(name="Mobile", geoid="0150000")
        self.agency = factories.AgencyFactory(jurisdiction=self.place)
        self.body = factories.BodyFactory(jurisdiction=self.place)
        self.official = factories.OfficialFactory(slug="ada")
        factories.TermFactory(official=self.official, jurisdiction=self.place)
        self.organization = factories.OrganizationFactory(slug="friends")
        self.source = factories.SourceFactory()
        self.policy = factories.PolicyFactory(
            jurisdiction=self.place,
            agency=self.agency,
            citation__source=self.source,
            events=[(EventKind.ADOPTED, date(2021, 1, 1))],
        )
        self.vote = factories.VoteFactory(body=self.body, policy=self.policy)
        factories.BallotFactory(vote=self.vote, official=self.official)
        self.statement = factories.StatementFactory(
            jurisdiction=self.place, policy=self.policy, official=self.official
        )
        factories.SignatoryFactory(
            statement=self.statement, organization=self.organization
        )
        self.case = factories.CourtCaseFactory(
            jurisdiction=self.place, policy=self.policy
        )


@pytest.fixture
def record():
    """Return a small public record."""
    return Published()


def everything():
    """Return the text of every public page that any link leads to, by address."""
    client = Client(raise_request_exception=False)
    found = whole_site(client, (*LISTINGS, *OTHERS))
    assert len(found) > 20
    assert {a: p.status_code for a, p in found.items() if p.status_code >= 500} == {}
    return {address: TOKEN.sub("", text_of(page)) for address, page in found.items()}


def assert_hidden(*words):
    """Read the whole site for a canary, in links and attributes too."""
    for address, html in everything().items():
        for word in (CANARY, *words):
            assert word.lower() not in html.lower(), f"{word} on {address}"


def drafts_of(record):
    """Enter a draft of every record type, hung on the public record."""
    place, policy, vote = record.place, record.policy, record.vote
    name, hidden = f"{CANARY} draft", {"draft": True, "citation": None}
    outlet = factories.OutletFactory(name=name, draft=True)
    source = factories.SourceFactory(
        title=name, byline=name, description=name, outlet=outlet, draft=True
    )
    official = factories.OfficialFactory(family_name=name, **hidden)
    factories.TermFactory(official=official, jurisdiction=place, title=name)
    organization = factories.OrganizationFactory(name=name, **hidden)
    factories.OrganizationAliasFactory(organization=organization, name=name)
    agency = factories.AgencyFactory(jurisdiction=place, name=name, **hidden)
    body = factories.BodyFactory(jurisdiction=place, name=name, **hidden)
    hidden_place = factories.PlaceFactory(name=name, geoid="0199999", draft=True)
    draft_policy = factories.PolicyFactory(
        jurisdiction=place,
        title=name,
        summary=name,
        predecessor=policy,
        predecessor_relation=PredecessorRelation.RENEWAL,
        **hidden,
    )
    event = factories.PolicyEventFactory(policy=draft_policy, note=name, citation=None)
    draft_vote = factories.VoteFactory(
        body=record.body, policy=policy, motion=name, **hidden
    )
    factories.BallotFactory(vote=draft_vote, official=None, voter_name=name)
    statement = factories.StatementFactory(
        jurisdiction=place,
        policy=policy,
        vote=vote,
        official=record.official,
        organization=record.organization,
        title=name,
        summary=name,
        quote=name,
        disputes=record.statement,
        **hidden,
    )
    factories.SignatoryFactory(statement=statement, organization=record.organization)
    factories.ConcernFactory(statement=statement, detail=name)
    case = factories.CourtCaseFactory(
        jurisdiction=place, policy=policy, caption=name, title=name, **hidden
    )
    factories.CasePartyFactory(case=case, name=name)
    factories.ProsePageFactory(
        parent=record.home, title=name, body=f"<p>{name}</p>", live=False
    )
    # What a draft says of public records, and what draft sources do.
    for target in ("policy", "vote", "statement", "case", "agency", "official"):
        factories.CitationFactory(
            source=source, quote=name, speaker=name, **{target: getattr(record, target)}
        )
    for target, row in (
        ("policy", draft_policy),
        ("vote", draft_vote),
        ("statement", statement),
        ("organization", organization),
    ):
        factories.CitationFactory(source=record.source, quote=name, **{target: row})
    factories.CitationFactory(source=record.source, quote=name, event=event)
    return {
        "outlet": outlet,
        "source": source,
        "official": official,
        "organization": organization,
        "agency": agency,
        "body": body,
        "place": hidden_place,
        "policy": draft_policy,
        "vote": draft_vote,
        "statement": statement,
        "case": case,
    }


def test_draft_of_every_record_shows_nowhere(record):
    drafts_of(record)
    assert_hidden()


def test_drafts_are_counted_nowhere(record):
    before = everything()
    drafts_of(record)
    after = everything()
    assert after.keys() == before.keys()
    for address, html in before.items():
        assert after[address] == html, address


def test_public_record_that_hangs_on_drafts_tells_nothing_of_them(record):
    """Published rows whose place, policy, speaker or source nobody published."""
    drafts = drafts_of(record)
    factories.PolicyFactory(jurisdiction=drafts["place"], title=f"In {CANARY}")
    factories.VoteFactory(body=drafts["body"], motion=f"Before {CANARY}")
    factories.StatementFactory(jurisdiction=drafts["place"], title=f"On {CANARY}")
    factories.CourtCaseFactory(jurisdiction=drafts["place"], title=f"At {CANARY}")
    factories.AgencyFactory(jurisdiction=drafts["place"], name=f"Of {CANARY}")
    factories.BodyFactory(jurisdiction=record.place, parent=drafts["body"])
    factories.AgencyFactory(jurisdiction=record.place, parent=drafts["agency"])
    factories.OrganizationFactory(jurisdiction=drafts["place"])
    record.place.counties.add(factories.CountyFactory(name=CANARY, draft=True))
    record.place.save()
    policy = factories.PolicyFactory(
        jurisdiction=record.place,
        agency=drafts["agency"],
        counterparty=drafts["agency"],
        predecessor=drafts["policy"],
        predecessor_relation=PredecessorRelation.REPLACEMENT,
        citation__source=drafts["source"],
    )
    policy.conflicts_with.add(drafts["policy"])
    policy.responds_to.add(drafts["policy"])
    policy.save()
    factories.PolicyRoleFactory(policy=policy, official=drafts["official"])
    factories.PolicyEventFactory(policy=policy, vote=drafts["vote"])
    vote = factories.VoteFactory(
        body=record.body,
        policy=drafts["policy"],
        mover=drafts["official"],
        seconder=drafts["official"],
    )
    factories.BallotFactory(vote=vote, official=drafts["official"])
    statement = factories.StatementFactory(
        jurisdiction=record.place,
        policy=drafts["policy"],
        vote=drafts["vote"],
        official=drafts["official"],
        organization=drafts["organization"],
        agency=drafts["agency"],
        body=drafts["body"],
        speaking_place=drafts["place"],
        via_outlet=drafts["outlet"],
        disputes=drafts["statement"],
    )
    factories.SignatoryFactory(statement=statement, organization=drafts["organization"])
    for term in ("agency", "body", "organization"):
        factories.TermFactory(
            official=record.official, jurisdiction=None, **{term: drafts[term]}
        )
    case = factories.CourtCaseFactory(
        jurisdiction=record.place, policy=drafts["policy"]
    )
    for party in ("agency", "organization"):
        factories.CasePartyFactory(case=case, name="A party", **{party: drafts[party]})
    source = factories.SourceFactory(outlet=drafts["outlet"], wire=drafts["outlet"])
    source.reprint_of = drafts["source"]
    source.related.add(drafts["source"])
    source.save()
    for row in (record.official, record.organization, policy, statement):
        row.save()  # as an editor does, and so its search words are made anew
    assert_hidden()


def test_edit_that_nobody_published_shows_nowhere(record):
    """The draft of a live record is a revision; its row is what the public reads."""
    before = everything()
    named = {
        record.place: "name",
        record.agency: "name",
        record.body: "name",
        record.official: "family_name",
        record.organization: "name",
        record.source: "byline",
        record.policy: "title",
        record.vote: "motion",
        record.statement: "title",
        record.case: "title",
    }
    for row, name in named.items():
        setattr(row, name, f"{CANARY} edit")
        row.slug = f"{CANARY.lower()}-edit"
        row.save_revision()
    assert everything() == before


def test_withdrawn_record_is_gone_everywhere(record):
    record.policy.title = f"{CANARY} pact"
    record.policy.save()
    assert any(CANARY in html for html in everything().values())
    record.policy.unpublish()
    assert_hidden()


@pytest.mark.parametrize("name", ["place", "state"])
def test_withdrawn_place_takes_what_it_did_along(record, name):
    """A policy of a place that is no longer public has no page of its own either."""
    pages = [
        row.get_absolute_url()
        for row in (record.place, record.policy, record.vote, record.statement)
    ]
    getattr(record, name).unpublish()
    client = Client()
    assert {client.get(page).status_code for page in pages} == {404}
    assert client.get("/us/al/mobile/").status_code == 404


def test_search_finds_no_draft(record):
    drafts_of(record)
    client = Client()
    for address, name in [*((page, "q") for page in LISTINGS), *SEARCHES]:
        page = client.get(address, {name: CANARY}, follow=True)
        assert page.status_code == 200, address
        assert f"{CANARY} draft" not in page.content.decode(), address
        assert not page.redirect_chain, address


@pytest.mark.parametrize(
    ("address", "query"),
    [
        ("/agreements/", {"place": "0199999"}),
        ("/statements/", {"organization": "zyzzyva-draft"}),
        ("/statements/", {"official": "ada-zyzzyva-draft"}),
        ("/votes/", {"body": "zyzzyva-draft"}),
        ("/sources/", {"outlet": "zyzzyva-draft"}),
    ],
)
def test_filter_knows_a_draft_as_little_as_what_never_was(record, address, query):
    drafts_of(record)
    ((name, value),) = query.items()
    client = Client()
    hidden = client.get(address, query).content.decode()
    absent = client.get(address, {name: "x" * len(value)}).content.decode()
    assert hidden.replace(value, "") == absent.replace("x" * len(value), "")


def test_address_of_a_draft_is_that_of_nothing(record):
    drafts = drafts_of(record)
    client = Client()
    for name in ("policy", "vote", "statement", "official", "organization", "source"):
        page = client.get(drafts[name].get_absolute_url())
        assert page.status_code == 404, name
        assert CANARY not in page.content.decode()
    assert client.get(f"/agreements/{drafts['policy'].pk}/").status_code == 404
    prose = ProsePage.objects.get(live=False)
    assert client.get(f"/{prose.slug}/").status_code == 404


def test_private_text_of_a_source_shows_nowhere(record):
    record.source.text = record.source.editorial_note = f"{CANARY} in full"
    record.source.save()
    assert_hidden()


def test_state_law_of_a_withdrawn_state_is_gone(record):
    factories.PolicyFactory(
        jurisdiction=record.state, type=PolicyType.STATE_LAW, title=f"{CANARY} act"
    )
    record.state.unpublish()
    assert Policy.objects.published().count() == 0
    assert_hidden()
