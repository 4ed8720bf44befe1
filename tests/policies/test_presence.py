"""What can be said of an agreement from the lists that do and do not show it."""

from datetime import date

import pytest

from policies.derive import Listing, presence


def day(number):
    """Return the day of the list with a number."""
    return date(2026, 1, number)


# Lists in order, "o" with the agreement and "-" without it; three in a row make it
# no longer listed. What is said: the state, the day it rests on, and lists missed.
CASES = [
    ("o", Listing.LISTED, None, 0),
    ("--o", Listing.LISTED, None, 0),
    ("ooo", Listing.LISTED, None, 0),
    ("o-", Listing.MISSING, 2, 1),
    ("oo--", Listing.MISSING, 3, 2),
    ("o---", Listing.NO_LONGER, 2, 3),
    ("o-----", Listing.NO_LONGER, 2, 5),
    ("o-o", Listing.AGAIN, 3, 0),
    ("o----oo", Listing.AGAIN, 6, 0),
    ("o-o-o", Listing.AGAIN, 5, 0),
    ("o-o-", Listing.MISSING, 4, 1),
    ("o-o---", Listing.NO_LONGER, 4, 3),
]


@pytest.mark.parametrize(("shown", "state", "since", "missed"), CASES)
def test_presence(shown, state, since, missed):
    lists = [(day(number), sign == "o") for number, sign in enumerate(shown, start=1)]
    found = presence(lists, enough=3)
    assert found.first == day(shown.index("o") + 1)
    assert found.last == day(shown.rindex("o") + 1)
    assert found.state == state
    assert found.since == (since and day(since))
    assert found.missed == missed


def test_what_no_list_shows_has_no_presence():
    assert presence([], enough=3) is None
    assert presence([(day(1), False)], enough=3) is None


def test_the_second_list_of_a_day_counts_by_itself():
    found = presence([(day(1), True), (day(1), False), (day(2), False)], enough=3)
    assert (found.state, found.since, found.missed) == (Listing.MISSING, day(1), 2)


def test_one_list_can_be_enough():
    assert presence([(day(1), True), (day(2), False)], 1).state == Listing.NO_LONGER
