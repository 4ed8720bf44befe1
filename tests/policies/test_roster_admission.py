"""A list that cannot be what it claims is refused in words, and nothing is stored."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from jurisdictions.models import RecordVersion
from news.models import Source
from policies.enums import RosterDoubt
from policies.models import Roster, RosterEntry, RosterRow
from policies.roster.reading.file_names import Claim, claim_of, order_of
from policies.roster.reading.workbook import ListRefused
from tests.workbooks import (
    PENDING,
    PENDING_WITH_TYPE,
    WITH_TYPE,
    signed,
    take,
)

NAMES = [f"Town {n} Police Department" for n in range(20)]
FIRST = "participatingAgencies03172025.xlsx"
SECOND = "participatingAgencies04212025am.xlsx"


def rows(count=20, day=date(2025, 3, 10), **cells):
    """Return rows of so many agencies."""
    return [signed(name, day, **cells) for name in NAMES[:count]]


def stored():
    """Return how much of the record a list would change."""
    models = (Roster, RosterRow, RosterEntry, Source)
    return [model.objects.count() for model in models], RecordVersion.current()


def refusal(*given, **named):
    """Return the words with which a list is refused, once sure nothing is stored."""
    before = stored()
    with pytest.raises(ListRefused) as refused:
        take(*given, **named)
    assert stored() == before
    return str(refused.value)


@pytest.mark.parametrize(
    ("name", "claim"),
    [
        (
            "participatingAgencies-20250221214937.xlsx",
            ("participating", (2025, 2, 21), None),
        ),
        (
            "ParticipatingEntities-20210113002027.xlsx",
            ("participating", (2021, 1, 13), None),
        ),
        ("pendingAgencies04292025pm.xlsx", ("pending", (2025, 4, 29), (3, 1, ""))),
        (
            "participatingAgencies12042025pm2.xlsx",
            ("participating", (2025, 12, 4), (3, 2, "")),
        ),
        (
            "participatingAgencies12042025am_b.xlsx",
            ("participating", (2025, 12, 4), (1, 1, "b")),
        ),
        (
            "2025-09-02__participatingAgencies090022025am.xlsx",
            ("participating", (2025, 9, 2), (1, 1, "")),
        ),
        (
            "2026-01-06-pm__participatingAgencies01062025pm.xlsx",
            ("participating", (2026, 1, 6), (3, 1, "")),
        ),
        ("participatingAgencies090022025am.xlsx", ("participating", None, (1, 1, ""))),
        ("pendingAgencies13412025.xlsx", ("pending", None, None)),
        ("list.xlsx", ("", None, None)),
    ],
)
def test_name_of_a_file_claims_a_list_and_a_day(name, claim):
    kind, day, part = claim
    assert claim_of(name) == Claim(kind, day and date(*day), part)


def test_files_are_put_in_the_order_of_their_lists():
    names = ["2025-12-04-pm2__x.xlsx", "2025-12-05__x.xlsx", "2025-12-04-pm__x.xlsx"]
    assert sorted(names, key=order_of) == [names[2], names[0], names[1]]


@pytest.mark.django_db
class TestWhichList:
    def test_lists_under_each_others_name_are_refused(self):
        named = "pendingAgencies09222025pm.xlsx"
        words = refusal(*rows(), name=named)
        assert "named after the list of pending agencies" in words
        words = refusal(*rows(), headings=PENDING)
        assert "columns are those of the list of pending agencies" in words
        assert take(*rows(), name=named, kind="participating").kind == "participating"

    def test_columns_go_before_what_the_editor_says(self):
        assert "Choose the list that it is" in refusal(*rows(), kind="pending")

    def test_file_we_hold_is_refused(self):
        take(*rows())
        words = refusal(*rows())
        assert "We hold this very file" in words
        assert "participating agencies of March 17, 2025" in words


@pytest.mark.django_db
class TestWhichDay:
    def test_day_that_nothing_tells_has_to_be_given(self):
        named = "participatingAgencies090022025am.xlsx"
        assert "Give the day" in refusal(*rows(), name=named)
        roster = take(*rows(), name=named, published=date(2025, 9, 2))
        assert roster.published_on == date(2025, 9, 2)

    def test_day_to_come_is_refused(self):
        tomorrow = timezone.localdate() + timedelta(days=1)
        assert "yet to come" in refusal(*rows(), published=tomorrow)

    def test_signature_after_the_list_proves_its_day_wrong(self):
        """A list of January 2026 came under the name of January 2025."""
        named = "participatingAgencies01062025pm.xlsx"
        late = rows(day=date(2025, 12, 18))
        for checked in (False, True):
            words = refusal(*late, name=named, date_checked=checked)
            assert "cannot be of January 6, 2025: 20 rows were signed later" in words
            assert "December 18, 2025" in words
        assert take(*late, name=named, published=date(2026, 1, 6)).edition == 1

    def test_few_signatures_after_the_list_are_taken_once_checked(self):
        late = [*rows(), signed("Tye", date(2025, 3, 18))]
        assert "row 22 was signed on March 18, 2025" in refusal(*late)
        roster = take(*late, date_checked=True)
        assert roster.newest_signed_on == date(2025, 3, 10)
        doubts = roster.rows.get(agency_name="Tye").doubts
        assert doubts == [RosterDoubt.DATE_ODD]

    def test_signature_in_a_year_to_come_is_a_slip_and_proves_nothing(self):
        roster = take(*rows(), signed("Tye", date(5025, 3, 7)))
        assert roster.newest_signed_on == date(2025, 3, 10)
        row = roster.rows.get(agency_name="Tye")
        assert (row.signed_on.year, row.doubts) == (5025, [RosterDoubt.DATE_ODD])


@pytest.mark.django_db
class TestWhatComesAfter:
    @pytest.fixture(autouse=True)
    def held(self):
        return take(*rows(), name=FIRST)

    def test_list_older_than_the_newest_is_refused(self):
        words = refusal(*rows(), name="participatingAgencies03162025.xlsx")
        assert "hold a newer list, of participating agencies of March 17, 2025" in words

    def test_lists_of_one_day_are_taken_in_order(self):
        take(*rows(), name="participatingAgencies03182025pm.xlsx")
        morning = "participatingAgencies03182025am.xlsx"
        assert "hold a newer list" in refusal(*rows(), name=morning)
        roster = take(*rows(), name="participatingAgencies03182025pm2.xlsx")
        assert roster.edition == 2
        assert roster.source.title.endswith("March 18, 2025 (list 2 of that day)")

    def test_list_published_again_unchanged_changes_nothing(self):
        roster = take(*rows(), name=SECOND)
        assert (roster.row_count, roster.changes.count()) == (20, 0)

    @pytest.mark.parametrize(
        ("stale", "words"),
        [
            ({"headings": WITH_TYPE, "listed": rows()}, "it has no column"),
            ({"listed": rows(day=date(2025, 3, 5))}, "newest signature is of March 5"),
            ({"listed": rows(17)}, "it has 17 rows, not 20"),
        ],
        ids=["columns", "signatures", "rows"],
    )
    def test_list_that_falls_back_has_to_be_checked(self, stale, words):
        listed = stale.pop("listed")
        assert words in refusal(*listed, name=SECOND, **stale)
        assert take(*listed, name=SECOND, date_checked=True, **stale)

    def test_list_that_falls_back_in_two_ways_is_refused_checked_or_not(self):
        """The list of March 6, 2025 came again as that of April 21."""
        stale = rows(15, date(2025, 3, 5))
        words = refusal(*stale, name=SECOND, headings=WITH_TYPE, date_checked=True)
        assert "no columns ADDENDUM, COUNTY" in words
        assert "15 rows, not 20" in words

    def test_rows_of_an_older_list_under_a_new_date_have_to_be_checked(self):
        take(*rows(), signed("Tye", date(2025, 3, 10)), name=SECOND)
        again = "participatingAgencies04292025.xlsx"
        assert "the very rows of the list of March 17" in refusal(*rows(), name=again)
        assert take(*rows(), name=again, date_checked=True)


@pytest.mark.django_db
def test_pending_list_may_shrink_but_not_lose_a_column():
    take(*rows(), headings=PENDING, name="pendingAgencies03172025.xlsx")
    few = "pendingAgencies04292025.xlsx"
    words = refusal(*rows(2), headings=PENDING_WITH_TYPE, name=few)
    assert "no column COUNTY" in words
    assert take(*rows(2), headings=PENDING, name=few).row_count == 2
