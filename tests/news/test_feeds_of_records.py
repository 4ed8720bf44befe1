"""The feed of a record tells what became of it and of what hangs on it."""

import pytest
from django.test import Client

from news.changes.writing import record_all
from policies.enums import RoleKind
from tests import factories
from tests.news.test_feeds import ATOM, feed, titles

pytestmark = pytest.mark.django_db


class Followed:
    """A person, a group and an agreement with what is on record about each."""

    def __init__(self):
        self.official = factories.OfficialFactory(slug="ada")
        self.group = factories.OrganizationFactory(slug="friends")
        self.policy = factories.PolicyFactory(title="The agreement")
        self.vote = factories.VoteFactory(policy=self.policy, motion="To sign")

    def says(self, title, **values):
        """Enter a statement about nothing unless told."""
        values = {"official": None, "speaker_label": "Someone"} | values
        return factories.StatementFactory(title=title, **values)


@pytest.fixture
def on_record():
    """A person, a group and an agreement, none with anything beside it."""
    return Followed()


def told(record):
    """Return the titles of a record's feed, without what stands beside their names."""
    record_all()
    return [
        title.split(": ", 1)[-1].split(" — ")[0]
        for title in titles(f"{record.get_absolute_url()}changes.atom")
    ]


def ids(address):
    """Return the ids of a feed's entries."""
    return {entry.findtext(f"{ATOM}id") for entry in feed(address)[1]}


def test_official_is_followed_with_words_votes_and_deeds(on_record):
    ada, vote = on_record.official, factories.VoteFactory
    on_record.says("Ada said", official=ada)
    signed = on_record.says("Ada signed")
    factories.SignatoryFactory(statement=signed, organization=None, official=ada)
    on_record.says("Another said", official=factories.OfficialFactory())
    vote(motion="Moved", mover=ada)
    vote(motion="Seconded", seconder=ada)
    factories.BallotFactory(vote=vote(motion="Voted in"), official=ada)
    factories.BallotFactory(vote=vote(motion="Not voted in"))
    deeds = factories.PolicyFactory(title="Submitted and signed")
    for role in (RoleKind.SUBMITTED, RoleKind.SIGNED):
        factories.PolicyRoleFactory(policy=deeds, official=ada, role=role)
    assert sorted(told(ada)) == sorted(
        [
            "Ada said",
            "Ada signed",
            "Moved",
            "Seconded",
            "Voted in",
            "Submitted and signed",
            str(ada),
        ]
    )


def test_organization_is_followed_with_what_it_said_and_signed(on_record):
    group = on_record.group
    on_record.says("It said", organization=group)
    factories.SignatoryFactory(statement=on_record.says("Signed"), organization=group)
    factories.SignatoryFactory(statement=on_record.says("Signed by another"))
    assert sorted(told(group)) == sorted(["It said", "Signed", str(group)])


def test_agreement_is_followed_with_its_votes_and_what_is_said_of_them(on_record):
    on_record.says("About it", policy=on_record.policy)
    on_record.says("About the vote", vote=on_record.vote)
    on_record.says("About another", policy=factories.PolicyFactory())
    factories.VoteFactory(motion="On nothing")
    assert sorted(told(on_record.policy)) == [
        "About it",
        "About the vote",
        "The agreement",
        "To sign",
    ]


def test_what_was_withdrawn_is_told_by_its_number_alone(on_record):
    said = on_record.says("About it", policy=on_record.policy)
    on_record.says("About the vote", vote=on_record.vote)
    record_all()
    said.unpublish()
    on_record.vote.unpublish()
    assert sorted(told(on_record.policy)) == [
        f"Statement no. {said.pk}",
        "The agreement",
        f"Vote no. {on_record.vote.pk}",
    ]


def test_draft_is_in_no_feed(on_record):
    ada = on_record.official
    hidden = {"draft": True, "citation": None}
    on_record.says("Draft", official=ada, policy=on_record.policy, **hidden)
    factories.VoteFactory(policy=on_record.policy, mover=ada, **hidden)
    assert told(ada) == [str(ada)]
    assert sorted(told(on_record.policy)) == ["The agreement", "To sign"]


def test_entry_is_the_same_in_every_feed(on_record):
    said = on_record.says("Ada said", official=on_record.official)
    record_all()
    own = ids(f"{said.get_absolute_url()}changes.atom")
    assert len(own) == 1
    assert own < ids("/officials/ada/changes.atom")


def test_history_is_the_records_own(on_record):
    on_record.says("Ada said", official=on_record.official)
    record_all()
    html = Client().get("/officials/ada/history/").content.decode()
    assert "Ada said" not in html
