"""The life of a policy drawn: its stretches, how sure their ends are, and the scale."""

import re
from datetime import date

import pytest
from django.utils import timezone

from jurisdictions.enums import Certainty, Precision
from policies.enums import EventKind, PolicyStatus
from policies.lifelines import MOST_TICKS, Scale, Start, life_line, scale_of
from policies.models import Policy
from tests import factories

pytestmark = pytest.mark.django_db

E, S = EventKind, PolicyStatus
DAY = date(2026, 3, 2)


def life_of(policy, day=DAY):
    """Return the life of a policy, drawn on a scale of its own."""
    policy = Policy.objects.for_standing().get(pk=policy.pk)
    return life_line(policy, day, scale_of([policy], day))


def lived(*events, **fields):
    """Return a policy with these events."""
    return factories.PolicyFactory(events=list(events), **fields)


def test_stretches_lie_on_the_line_in_order():
    line = life_of(
        lived(
            (E.PROPOSED, date(2020, 1, 1)),
            (E.EFFECTIVE, date(2022, 1, 1)),
            (E.AMENDED, date(2023, 1, 1)),
            (E.TERMINATED_BY_LEA, date(2024, 1, 1)),
        ),
        day=date(2028, 1, 1),
    )
    assert [(row.status, row.start) for row in line.stretches] == [
        (S.PROPOSED, date(2020, 1, 1)),
        (S.ACTIVE, date(2022, 1, 1)),
        (S.TERMINATED, date(2024, 1, 1)),
    ]
    assert [row.x for row in line.stretches] == pytest.approx([0, 25, 50], abs=0.1)
    assert [row.width for row in line.stretches] == pytest.approx([25] * 2 + [50], 0.01)
    assert line.happened == pytest.approx([0, 25, 37.5, 50], abs=0.1)


def test_neighbors_of_one_status_are_one_stretch():
    line = life_of(lived((E.ADOPTED, date(2020, 1, 1)), (E.REAFFIRMED, DAY)))
    assert [row.status for row in line.stretches] == [S.ACTIVE]
    assert line.stretches[0].event.kind == E.ADOPTED


def test_end_of_a_term_is_told_like_an_event():
    line = life_of(lived((E.EFFECTIVE, date(2020, 1, 1)), expires_on=date(2021, 1, 1)))
    expired = line.stretches[1]
    assert (expired.status, expired.event.date) == (S.EXPIRED, date(2021, 1, 1))


def test_what_came_after_a_term_has_its_own_cause():
    line = life_of(
        lived(
            (E.ICE_SIGNED, date(2016, 1, 1)),
            (E.REAFFIRMED, date(2021, 5, 4)),
            expires_on=date(2019, 1, 1),
        )
    )
    assert [row.event.kind for row in line.stretches] == [
        E.ICE_SIGNED,
        E.EXPIRED,
        E.REAFFIRMED,
    ]


@pytest.mark.parametrize(
    "kind", [E.REPORTED, E.REAFFIRMED, E.LISTED_BY_ICE, E.UNDER_CONSIDERATION]
)
def test_what_only_shows_that_it_was_so_is_no_beginning(kind):
    (stretch,) = life_of(lived((kind, date(2020, 1, 1)))).stretches
    assert stretch.began == Start.BY_THEN


def test_day_of_our_entry_is_no_fact():
    policy = lived((E.LEA_SIGNED, None))
    undated(policy)
    line = life_of(policy, day=timezone.localdate())
    (stretch,) = line.stretches
    assert (stretch.began, stretch.x, line.silence) == (Start.UNKNOWN, None, None)


def read(page):
    """Return a page as read."""
    return " ".join(re.sub(r"<[^>]+>", "", page).split())


def undated(policy):
    """Take the date from every source of a policy's events."""
    for event in policy.events.all():
        for citation in event.citations.all():
            source = citation.source
            source.date, source.date_precision = None, Precision.UNKNOWN
            source.save()
        event.save()


def test_newer_source_elsewhere_ends_the_silence():
    policy = lived((E.EFFECTIVE, date(2020, 1, 1)))
    policy = Policy.objects.for_standing().get(pk=policy.pk)
    line = life_line(policy, DAY, scale_of([policy], DAY), newest=DAY)
    assert line.silence is None


def test_time_since_the_newest_source_is_apart_unless_it_is_over():
    policy = lived((E.EFFECTIVE, date(2020, 1, 1)))
    newest = life_of(policy).silence.since
    days = [citation.source.date for citation in policy.citations.all()]
    days += [
        c.source.date for event in policy.events.all() for c in event.citations.all()
    ]
    assert newest == max(days)
    assert life_of(policy, day=newest).silence is None
    over = lived((E.EFFECTIVE, date(2020, 1, 1)), (E.TERMINATED_BY_ICE, newest))
    assert life_of(over).silence is None


def test_policy_without_anything_dated_has_no_life():
    assert life_of(lived()) is None


def test_nothing_is_drawn_of_the_first_day():
    policy = lived((E.EFFECTIVE, DAY))
    line = life_of(policy)
    assert [(row.x, row.width) for row in line.stretches] == [(None, None)]


@pytest.mark.parametrize(
    ("first", "last", "precision"),
    [
        (date(1021, 1, 1), DAY, "day"),
        (date(1894, 5, 1), DAY, "year"),
        (date(1979, 5, 1), DAY, "year"),
        (date(2021, 11, 3), DAY, "year"),
        (date(2025, 1, 3), DAY, "month"),
        (date(2025, 4, 15), DAY, "month"),
        (date(2025, 11, 3), DAY, "month"),
        (date(2026, 2, 3), DAY, "day"),
        (date(2026, 3, 1), DAY, "day"),
    ],
)
def test_scale_has_a_few_marks_within_it(first, last, precision):
    ticks = Scale(first, last).ticks()
    assert 2 <= len(ticks) <= MOST_TICKS
    assert {tick.precision for tick in ticks} == {precision}
    assert all(0 <= tick.x <= 100 for tick in ticks)


def dated_by_year(policy, year):
    """Make the first event of a policy known by its year alone."""
    policy.events.update(
        date=date(year, 1, 1),
        date_precision=Precision.YEAR,
        date_certainty=Certainty.STATED,
    )


def test_page_tells_what_it_draws_with_what_is_known_of_each_date(client):
    policy = lived((E.ADOPTED, None))
    page = client.get(policy.get_absolute_url()).text
    life = " ".join(page.split('class="life-line__told"')[1].split("</ol>")[0].split())
    assert "In force: from when is not recorded" in read(life)
    dated_by_year(policy, 2019)
    page = client.get(policy.get_absolute_url()).text
    life = page.split('class="life-line__told"')[1].split("</ol>")[0]
    assert "2019" in life
    assert "month not reported" in life


def test_places_beside_each_other_share_one_scale(client):
    here, there = factories.PlaceFactory(), factories.PlaceFactory()
    lived((E.EFFECTIVE, date(2010, 1, 1)), jurisdiction=here)
    lived((E.EFFECTIVE, date(2020, 1, 1)), jurisdiction=there, title="Younger")
    page = client.get(f"/compare/?p={here.path}&p={there.path}").text
    over_time = page.split('id="over-time"')[1].split("</section>")[0]
    scales = over_time.split('class="life-line__scale"')[1:]
    assert len({scale.split("</svg>")[0] for scale in scales}) == 1
    drawn = over_time.split("Younger")[1].split("</svg>")[0]
    assert '<rect data-stage="in-force" x="0' not in drawn


def test_place_without_a_policy_says_so_beside_another(client):
    here, there = factories.PlaceFactory(), factories.PlaceFactory()
    lived((E.EFFECTIVE, date(2010, 1, 1)), jurisdiction=here)
    page = client.get(f"/compare/?p={here.path}&p={there.path}").text
    assert "No agreement or policy of it is on record." in page


def test_list_of_ice_that_still_shows_it_is_news_of_it(client):
    place = factories.PlaceFactory()
    policy = lived((E.ICE_SIGNED, date(2020, 1, 1)), jurisdiction=place)
    entry = listed(policy, date(2025, 3, 1), date(2026, 3, 1))
    page = client.get(f"{policy.get_absolute_url()}?as_of=2026-03-02").text
    assert "No source is newer than Mar 1, 2026" in read(page)
    assert entry.last_roster.published_on == date(2026, 3, 1)
    other = factories.PlaceFactory()
    page = client.get(f"/compare/?p={place.path}&p={other.path}&as_of=2026-03-02").text
    assert "No source is newer than Mar 1, 2026" in read(page)


def listed(policy, *days):
    """Let ICE's lists of some days show a policy, which cites the first of them."""
    rosters = [factories.RosterFactory(published_on=day) for day in days]
    entry = factories.RosterEntryFactory(
        policy=policy, first_roster=rosters[0], last_roster=rosters[-1]
    )
    for roster in rosters:
        factories.RosterRowFactory(roster=roster, entry=entry)
    factories.CitationFactory(source=rosters[0].source, policy=policy)
    return entry
