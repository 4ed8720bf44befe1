"""Pages say in either language what sources tell of a vote, and no more than that."""

from datetime import date

import pytest

from policies.enums import BallotOption, EventKind, PolicyType, RoleKind, VoteResult
from tests import factories
from tests.reading import read

pytestmark = pytest.mark.django_db
# What would say that members voted.
HELD = ("Council voted", "How each member", "how members voted")


def council():
    """Return the council of a place."""
    return factories.BodyFactory(
        name="Mobile City Council", jurisdiction=factories.PlaceFactory(name="Mobile")
    )


def both(record):
    """Return the words of a record's page in English and in Spanish."""
    address = record.get_absolute_url()
    return read(address).words, read(f"/es{address}").words


def test_count_is_worded_alike_on_the_page_and_beside_others():
    vote = factories.VoteFactory(
        body=council(), yes_count=6, no_count=2, abstain_count=1, absent_count=3
    )
    english, spanish = both(vote)
    assert "Passed: 6 yes, 2 no, 1 abstained, 3 absent." in english
    counted = "6 votos a favor, 2 en contra, 1 abstención, 3 ausencias"
    assert f"Se aprobó: {counted}." in spanish
    brief = read(f"/es{vote.body.jurisdiction.get_absolute_url()}brief/").words
    assert f"Se aprobó: {counted}." in brief


@pytest.mark.parametrize(
    ("result", "english", "spanish"),
    [
        (VoteResult.WITHDRAWN, "was taken off the agenda", "se retiró del orden"),
        (VoteResult.CONTINUED, "was put off", "el asunto se pospuso"),
        (VoteResult.NO_ACTION, "took no action", "no tomó ninguna medida"),
    ],
)
def test_matter_that_was_not_voted_on_is_told_as_such(result, english, spanish):
    vote = factories.VoteFactory(body=council(), result=result)
    of_vote, in_spanish = both(vote)
    of_place, _spanish = both(vote.body.jurisdiction)
    assert english in of_vote
    assert spanish in in_spanish
    assert "don’t say whether members voted, or how" in of_vote
    for words in HELD:
        assert words not in of_vote.partition("What we know")[0]
        assert words not in of_place


def test_vote_that_was_held_is_asked_about():
    vote = factories.VoteFactory(body=council(), result=VoteResult.FAILED)
    of_vote, _spanish = both(vote)
    assert "Council voted on December 7, 2021; the motion failed." in of_vote
    english, spanish = both(vote.body.jurisdiction)
    assert "How each member of the Mobile City Council voted on December 7" in english
    assert (
        "Cómo votó cada miembro del concejo municipal de Mobile el 7 de diciembre"
        in spanish
    )


def test_total_that_the_names_do_not_add_up_to():
    vote = factories.VoteFactory(body=council(), yes_count=2)
    factories.BallotFactory(vote=vote, option=BallotOption.YES)
    english, spanish = both(vote)
    assert "Our sources give a total of 2 yes but name 1 member." in english
    assert "un total de 2 votos a favor, pero nombran a 1 miembro." in spanish


def test_term_that_ran_out_ended_on_its_day_and_not_on_that_of_its_signature():
    policy = factories.PolicyFactory(
        type=PolicyType.PROGRAM_287G,
        expires_on=date(2012, 12, 31),
        events=[(EventKind.ICE_SIGNED, date(2009, 10, 15))],
    )
    english, spanish = both(policy)
    assert "its term ended on December 31, 2012." in english
    assert "su plazo terminó el 31 de diciembre de 2012." in spanish
    rows = read(policy.jurisdiction.get_absolute_url()).main.select("tbody tr")
    since = next(row for row in rows if policy.title in row.text)
    assert "Dec 31, 2012" in since.text
    assert "2009" not in since.text


def test_status_beside_a_type_keeps_names_and_needs_no_gender():
    policy = factories.PolicyFactory(
        type=PolicyType.NO_ASSISTANCE,
        events=[(EventKind.LEA_SIGNED, date(2025, 3, 4))],
    )
    english, spanish = both(policy)
    assert "No local resources: signed" in english
    assert "Prohibición de usar recursos locales: se firmó" in spanish


def test_what_an_official_did_stands_before_what_it_was_done_to():
    role = factories.PolicyRoleFactory(role=RoleKind.SIGNED, capacity="Mayor of Mobile")
    page = read(role.official.get_absolute_url())
    assert f"Signed (Mayor of Mobile): {role.policy.title}" in page.words
    assert str(role) == f"Signed by: {role.official}"
