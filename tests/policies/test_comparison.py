"""Rows of a comparison: what each cell tells, and which rows differ."""

from datetime import date

import pytest

from jurisdictions.enums import Certainty, Level, Precision
from jurisdictions.models import Jurisdiction
from policies.comparison import comparison, subjects
from policies.comparison.cells import MOST_FACTS
from policies.comparison.policies import KINDS, ROW_OF
from policies.enums import (
    AuthorityPath,
    Direction,
    EventKind,
    LawEffect,
    PolicyType,
    ProgramModel,
    Stance,
    VoteResult,
)
from policies.models import Policy, Statement, Vote
from tests import factories

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 2)
ADOPTED = [(EventKind.ADOPTED, date(2025, 2, 3))]


def rows(*places, day=DAY, as_of=None):
    """Return the rows that compare some places, by name."""
    places = list(Jurisdiction.objects.for_detail().at_paths([p.path for p in places]))
    codes = {place.state_code for place in places}
    found = subjects(
        places,
        Policy.objects.for_standing().of_each(places),
        Policy.objects.for_standing().laws_of_states(codes),
        list(Vote.objects.for_detail().of_each(places).on_file(day)),
        list(
            Statement.objects.for_listing()
            .of_organizations()
            .of_each(places)
            .on_file(day)
        ),
        day,
    )
    return {row.name: row for row in comparison(found, day, as_of)}


def cell(row, place):
    """Return the lines of a place in a row."""
    return next(cell.lines for cell in row.cells if cell.place == place)


@pytest.fixture
def here():
    """A city."""
    return factories.PlaceFactory(name="Here")


@pytest.fixture
def there():
    """A city of another state, of which nothing is on record."""
    return factories.PlaceFactory(name="There", state=factories.StateFactory(usps="GA"))


# Every cell has an answer


def test_place_without_a_record_has_a_cell_in_every_row(here, there):
    found = rows(here, there)
    facts = {"population": "not recorded", "county": "not recorded"}
    for name, row in found.items():
        if name != "kind":
            assert cell(row, there) == [facts.get(name, "none found")], name
    assert cell(found["kind"], there) == ["City or town"]


def test_every_type_of_policy_has_its_row(here, there):
    for kind in PolicyType:
        factories.PolicyFactory(jurisdiction=here, type=kind, events=ADOPTED)
    found = rows(here, there)
    told = [line for name in KINDS for line in cell(found[name], here)]
    assert len(told) == len(PolicyType)
    assert len(ROW_OF) == sum(len(types) for _label, types in KINDS.values())


def test_several_of_a_type_are_all_listed_with_their_models(here, there):
    for model in (ProgramModel.TFM, ProgramModel.WSO):
        factories.PolicyFactory(
            jurisdiction=here,
            type=PolicyType.PROGRAM_287G,
            model=model,
            title=f"Agreement {model}",
            events=[(EventKind.ICE_SIGNED, date(2025, 2, 3))],
        )
    assert cell(rows(here, there)["287g"], here) == [
        "Agreement tfm · In force · Task Force Model · since February 3, 2025",
        "Agreement wso · In force · Warrant Service Officer · since February 3, 2025",
    ]


def test_more_than_a_cell_holds_is_counted(here, there):
    for _number in range(MOST_FACTS + 3):
        factories.PolicyFactory(jurisdiction=here, events=ADOPTED)
    lines = cell(rows(here, there)["hsi"], here)
    assert len(lines) == MOST_FACTS + 1
    assert lines[-1] == "and 3 more on the place’s own page"


# Since when


@pytest.mark.parametrize(
    ("dated", "words"),
    [
        ({"date": None}, "since when is not recorded"),
        ({"date_precision": Precision.YEAR}, "since 2024"),
        ({"date_precision": Precision.MONTH}, "since January 2024"),
        ({"date_precision": Precision.WEEK}, "since the week of January 1, 2024"),
        ({"date_certainty": Certainty.INFERRED}, "since January 1, 2024 (inferred)"),
        (
            {"date_certainty": Certainty.DISPUTED},
            "since January 1, 2024 (≠ disputed)",
        ),
    ],
)
def test_since_says_as_much_as_is_known(here, there, dated, words):
    policy = factories.PolicyFactory(jurisdiction=here, title="Pact")
    factories.PolicyEventFactory(
        policy=policy, kind=EventKind.ADOPTED, **{"date": date(2024, 1, 1)} | dated
    )
    assert cell(rows(here, there)["hsi"], here) == [f"Pact · In force · {words}"]


def test_term_that_ended_is_ended_since_its_last_day(here, there):
    factories.PolicyFactory(
        jurisdiction=here, title="Pact", events=ADOPTED, expires_on=date(2025, 12, 31)
    )
    assert cell(rows(here, there)["hsi"], here) == [
        "Pact · Expired · since December 31, 2025"
    ]


def test_policy_that_nobody_had_told_of_by_the_day_is_left_out(here, there):
    factories.PolicyFactory(jurisdiction=here, events=ADOPTED)
    found = rows(here, there, day=date(2020, 1, 1))
    assert cell(found["hsi"], here) == ["none found"]
    assert cell(found["latest"], here) == ["none found"]


# What differs


def test_same_standing_does_not_differ_for_its_day_or_title(here, there):
    factories.PolicyFactory(jurisdiction=here, title="A", events=ADOPTED)
    factories.PolicyFactory(
        jurisdiction=there, title="B", events=[(EventKind.ADOPTED, date(2021, 1, 5))]
    )
    found = rows(here, there)
    assert not found["hsi"].differs
    assert not found["authority"].differs
    assert found["latest"].differs  # its day is what it tells


@pytest.mark.parametrize(
    "other",
    [
        {"events": [(EventKind.PROPOSED, date(2025, 2, 3))]},
        {"events": ADOPTED, "direction": Direction.LIMITS},
        {"events": ADOPTED, "type": PolicyType.DETENTION_CONTRACT},
        None,
    ],
)
def test_another_status_direction_or_type_differs(here, there, other):
    factories.PolicyFactory(jurisdiction=here, events=ADOPTED)
    if other:
        factories.PolicyFactory(jurisdiction=there, **other)
    assert rows(here, there)["hsi"].differs


def test_nothing_anywhere_does_not_differ(here, there):
    assert not rows(here, there)["hsi"].differs


# Votes, authority, positions, law


def test_vote_tells_its_result_and_counts_and_never_names(here, there):
    body = factories.BodyFactory(jurisdiction=here)
    factories.VoteFactory(body=body, motion="Yes", yes_count=6, no_count=2)
    factories.VoteFactory(
        body=factories.BodyFactory(jurisdiction=there),
        motion="No",
        result=VoteResult.SCHEDULED,
        date=date(2026, 2, 1),
    )
    found = rows(here, there)["votes"]
    assert cell(found, here) == ["Yes · Passed: 6 yes, 2 no · on December 7, 2021"]
    assert cell(found, there) == ["No · Result not recorded · on February 1, 2026"]
    assert found.differs


def test_authority_says_whose_act_made_which_policy(here, there):
    for title, path in (
        ("A", AuthorityPath.COUNCIL_VOTE),
        ("B", AuthorityPath.COUNCIL_VOTE),
        ("C", AuthorityPath.UNKNOWN),
    ):
        factories.PolicyFactory(
            jurisdiction=here, title=title, authority_path=path, events=ADOPTED
        )
    assert cell(rows(here, there)["authority"], here) == [
        "Council vote · A; B",
        "Not stated · C",
    ]


def test_positions_are_counted_by_matter_and_never_set_off(here, there):
    policy = factories.PolicyFactory(jurisdiction=here, title="Pact", events=ADOPTED)
    helpers = factories.OrganizationFactory()

    def said(stance, *signers, about=policy, **speaker):
        statement = factories.StatementFactory(
            jurisdiction=here, policy=about, stance=stance, official=None, **speaker
        )
        for signer in signers:
            factories.SignatoryFactory(statement=statement, organization=signer)

    letter = factories.OrganizationFactory.create_batch(3)
    said(Stance.OPPOSES, helpers, *letter, speaker_label="Groups")
    said(Stance.OPPOSES, organization=helpers)  # once, though it spoke twice
    said(Stance.SUPPORTS, organization=letter[0])  # it changed its mind
    said(Stance.NONE, organization=letter[1])
    said(Stance.OPPOSES, organization=letter[2], about=None)
    said(Stance.OPPOSES, organization=factories.OrganizationFactory(draft=True))
    row = rows(here, there, as_of=DAY)["organizations"]
    assert cell(row, here) == [
        "Supports: 1 organization · Pact",
        "Opposes: 4 organizations · Pact",
        "Opposes: 1 organization · no single agreement or policy named",
    ]
    links = [fact.url for fact in row.cells[0].facts]
    assert f"matter={policy.pk}" in links[0]
    assert all(f"as_of={DAY}" in link for link in links)


def test_law_is_that_of_the_state_for_the_state_too(here, there):
    state = here.state
    factories.PolicyFactory(
        jurisdiction=state,
        type=PolicyType.STATE_LAW,
        law_effect=LawEffect.BANS_SANCTUARY_POLICY,
        title="Act",
        events=[(EventKind.EFFECTIVE, date(2011, 1, 1))],
    )
    found = rows(here, state, there)
    told = ["Act · In force · Bars local limits · since January 1, 2011"]
    assert cell(found["law"], here) == cell(found["law"], state) == told
    assert cell(found["law"], there) == ["none found"]
    assert cell(found["other"], state) == ["none found"]


# Latest action


def test_latest_action_is_the_newest_event_or_vote(here, there):
    policy = factories.PolicyFactory(jurisdiction=here, title="Pact", events=ADOPTED)
    assert cell(rows(here, there)["latest"], here) == [
        "Here adopted an agreement with ICE's HSI that makes some officers customs "
        "officers on February 3, 2025."
    ]
    factories.PolicyEventFactory(
        policy=policy, kind=EventKind.COURT_CHALLENGED, date=date(2025, 6, 1)
    )
    assert cell(rows(here, there)["latest"], here) == [
        "Pact: challenged in court on June 1, 2025."
    ]
    factories.VoteFactory(
        body=factories.BodyFactory(jurisdiction=here, name="Council"),
        motion="Approve it",
        date=date(2025, 7, 1),
    )
    assert cell(rows(here, there)["latest"], here) == [
        "Council voted for the motion on July 1, 2025. · Approve it"
    ]


def test_of_one_day_the_act_that_adds_or_limits_comes_first(here, there):
    for direction in (Direction.LIMITS, Direction.NEITHER):
        factories.PolicyFactory(
            jurisdiction=here,
            type=PolicyType.SANCTUARY_DECLARATION
            if direction == Direction.LIMITS
            else PolicyType.TASK_FORCE_CREATION,
            direction=direction,
            events=ADOPTED,
        )
    (told,) = cell(rows(here, there)["latest"], here)
    assert "declaration of sanctuary" in told


# What a place is


def test_place_facts(there):
    county = factories.CountyFactory(name="Spring County", state=there.state)
    there.population, there.population_year = 1234567, 2024
    there.designation = "borough"
    there.counties.set([county])
    there.save()
    found = rows(there, county, there.state)
    assert cell(found["population"], there) == ["1,234,567 (2024)"]
    assert cell(found["kind"], there) == ["City or town · borough"]
    assert cell(found["county"], there) == ["Spring County"]
    assert cell(found["county"], county) == ["does not apply"]
    assert cell(found["county"], there.state) == ["does not apply"]
    assert county.level == Level.COUNTY


def test_rows_ask_the_database_for_nothing(here, there, django_assert_num_queries):
    policy = factories.PolicyFactory(jurisdiction=here, events=ADOPTED)
    factories.VoteFactory(body=factories.BodyFactory(jurisdiction=here), policy=policy)
    factories.StatementFactory(
        jurisdiction=here,
        policy=policy,
        official=None,
        organization=factories.OrganizationFactory(),
    )
    places = list(Jurisdiction.objects.for_detail().at_paths([here.path, there.path]))
    policies = list(Policy.objects.for_standing().of_each(places))
    votes = list(Vote.objects.for_detail().of_each(places))
    said = list(Statement.objects.for_listing().of_organizations().of_each(places))
    assert len(policies) == len(votes) == len(said) == 1
    with django_assert_num_queries(0):
        for row in comparison(subjects(places, policies, [], votes, said, DAY), DAY):
            assert [cell.lines for cell in row.cells]
