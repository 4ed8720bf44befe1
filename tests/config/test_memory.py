"""What is kept of the record is never older than the record, and never without end."""

from config.listings.memory import PASTS, TODAYS, Shelf, forget, remembered


def test_thing_is_made_once_while_the_record_stands():
    made = []
    for _time in range(2):
        assert remembered(7, "counts", lambda: made.append(1) or "made") == "made"
    assert made == [1]


def test_newer_version_drops_what_was_kept():
    shelf = Shelf(TODAYS)
    shelf.recall(7, "counts", lambda: "old")
    assert shelf.recall(8, "counts", lambda: "new") == "new"
    assert list(shelf.kept) == [(8, "counts")]


def test_older_version_is_answered_for_itself():
    """A request that began before a publication ends with what it began with."""
    shelf = Shelf(TODAYS)
    shelf.recall(8, "counts", lambda: "new")
    assert shelf.recall(7, "counts", lambda: "old") == "old"
    assert shelf.recall(8, "counts", lambda: "other") == "new"


def test_no_more_is_kept_than_said():
    shelf = Shelf(PASTS)
    for number in range(3 * PASTS):
        shelf.recall(1, number, lambda: "made")
    assert list(shelf.kept) == [(1, number) for number in range(2 * PASTS, 3 * PASTS)]


def test_days_that_anybody_may_ask_for_push_nothing_of_today_out():
    remembered(1, "today", lambda: "kept")
    for number in range(3 * TODAYS):
        remembered(1, number, lambda: "past", past=True)
    assert remembered(1, "today", lambda: "made anew") == "kept"
    forget()
    assert remembered(1, "today", lambda: "made anew") == "made anew"
