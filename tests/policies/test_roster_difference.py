"""What changed from one of ICE's lists to the next, as an editor would tell it."""

import random
from dataclasses import replace
from datetime import date

import pytest

from policies.enums import RosterChangeKind
from policies.roster.comparing.difference import Line, difference

K = RosterChangeKind
FEB, MAR, JUNE = date(2025, 2, 26), date(2025, 3, 26), date(2025, 6, 11)
SINCE = date(2025, 5, 1)


def line(name="Clay County Sheriff's Office", model="tfm", signed=FEB, **more):
    """Return a line of Florida's unless told otherwise."""
    return Line(
        **{"state": "FL"} | more, agency_name=name, model=model, signed_on=signed
    )


def kinds(*args, **kwargs):
    """Return the kinds of change between two lists, in their order."""
    return [change.kind for change in difference(*args, **kwargs)]


def only(before, after, **kwargs):
    """Return the one change from one line to another."""
    (change,) = difference([before], [after], since=SINCE, **kwargs)
    return change


PAIRS = {
    "case, apostrophes and spaces are no change": (
        line(), line("CLAY  COUNTY Sheriff’s Office"), None, {}, None),
    "a day corrected": (
        line(), line(signed=MAR), K.EDITED,
        {"signed_on": ["2025-02-26", "2025-03-26"]}, True),
    "a year mistyped, though newer than the list before": (
        line(signed=date(2016, 6, 11)), line(signed=date(2026, 6, 11)), K.EDITED,
        {"signed_on": ["2016-06-11", "2026-06-11"]}, True),
    "signed anew": (
        line(), line(signed=JUNE), K.RENEWED,
        {"signed_on": ["2025-02-26", "2025-06-11"]}, True),
    "signed anew within weeks is for an editor to say": (
        line(signed=date(2025, 4, 25)), line(signed=date(2025, 5, 16)), K.RENEWED,
        {"signed_on": ["2025-04-25", "2025-05-16"]}, False),
    "another model": (
        line(), line(model="wso", signed=JUNE), K.SWITCHED,
        {"model": ["tfm", "wso"], "signed_on": ["2025-02-26", "2025-06-11"]}, True),
    "a respelling": (
        line("Macro Island Police Department"), line("Marco Island Police Department"),
        K.RENAMED, {"agency_name": ["Macro Island Police Department",
                                    "Marco Island Police Department"]}, True),
    "another name with the same words is for an editor to say": (
        line("Office of the Attorney General"),
        line("Florida Office of the Attorney General"),
        K.RENAMED, {"agency_name": ["Office of the Attorney General",
                                    "Florida Office of the Attorney General"]}, False),
    "a name known for the same agency": (
        line("FWC", agency=7), line("Fish and Wildlife Commission", agency=7),
        K.RENAMED, {"agency_name": ["FWC", "Fish and Wildlife Commission"]}, True),
    "first printed under another state": (
        line("Lake Placid Police Department", state="NY"),
        line("Lake Placid Police Department"),
        K.EDITED, {"state": ["NY", "FL"]}, False),
    "other cells": (
        line(county_name="#N/A"),
        line(county_name="Clay County", moa_url="https://x.gov"),
        K.EDITED, {"county_name": ["#N/A", "Clay County"],
                   "moa_url": ["", "https://x.gov"]}, True),
    "a doubtful row is never certain": (
        line(), line(signed=MAR, doubtful=True), K.EDITED,
        {"signed_on": ["2025-02-26", "2025-03-26"]}, False),
}  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "kind", "details", "certain"), PAIRS.values(), ids=PAIRS
)
def test_a_line_that_changed_is_told_as_one_change(
    before, after, kind, details, certain
):
    if kind is None:
        assert difference([before], [after], since=SINCE) == []
        return
    change = only(before, after)
    assert (change.kind, change.details) == (kind, details)
    assert change.certain is certain
    assert (change.before, change.after) == (before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (line("Clay County Sheriff's Office"), line("Clay Police Department")),
        (line("Constable Precinct 1"), line("Constable Precinct 6")),
        (line("Polk County Sheriff's Office"), line("Bay County Sheriff's Office")),
        (line("Clay Police Department", signed=None), line("Clay Center Police", "")),
    ],
)
def test_two_agencies_are_never_taken_for_one(before, after):
    assert kinds([before], [after]) == [K.NEW, K.GONE]


def test_a_township_renamed_to_a_borough_is_for_an_editor_to_say():
    change = only(
        line("Franklin Township Police Department", state="PA"),
        line("Franklin Borough Police Department", state="PA"),
    )
    assert (change.kind, change.certain) == (K.RENAMED, False)


def test_two_that_fit_alike_are_not_paired():
    before = [line("Clay County Sheriff's Office")]
    after = [line("Clay County Sheriff's Ofice"), line("Clay County Sherif's Office")]
    assert kinds(before, after) == [K.NEW, K.NEW, K.GONE]


def test_what_earlier_lists_showed_is_listed_again():
    changes = difference([], [line(), line("Bay County Sheriff's Office")], [line()])
    assert [change.kind for change in changes] == [K.NEW, K.RETURNED]


def test_a_line_printed_twice_counts_once():
    twice = [line(number=2), line(number=3, county_name="Clay County")]
    assert kinds(twice, [twice[1]]) == []
    assert kinds([], twice) == [K.NEW]


def test_the_older_of_two_signatures_of_one_model_is_not_mixed_up():
    both = [line(signed=FEB), line(signed=JUNE)]
    assert kinds([both[0]], both, since=SINCE) == [K.NEW]


def lists(seed):
    """Return two lists that differ in every way, made from one seed."""
    chance = random.Random(seed)  # noqa: S311
    names = ["Bay", "Clay", "Polk", "Lake Wales", "Marco Island", "St. Lucie", "Lee"]
    before = [
        line(
            f"{name} {chance.choice(['Police Department', 'County Sheriff’s Office'])}",
            chance.choice(["tfm", "wso", "jem"]),
            chance.choice([FEB, MAR, None]),
            number=number,
        )
        for number, name in enumerate(names * 3)
    ]
    after = [
        replace(row, **chance.choice(EDITS)(row)) if chance.random() < 0.3 else row
        for row in before
        if chance.random() < 0.9
    ]
    return before, after


EDITS = (
    lambda row: {"signed_on": JUNE},
    lambda row: {"agency_name": row.agency_name.replace("a", "e")},
    lambda row: {"model": "wso"},
    lambda row: {"state": "GA"},
    lambda row: {"county_name": "Other County"},
)


@pytest.mark.parametrize("seed", range(20))
def test_the_difference_follows_from_what_the_lists_print(seed):
    """Not from their order; nothing is lost or told twice; backwards it is mirrored."""
    before, after = lists(seed)
    changes = difference(before, after, since=SINCE)
    shuffled = (random.Random(seed).sample(rows, len(rows)) for rows in (before, after))  # noqa: S311
    assert difference(*shuffled, since=SINCE) == changes
    assert difference(before, before) == []

    unpaired = {row.key for row in before} ^ {row.key for row in after}
    told = [
        side for change in changes for side in (change.before, change.after) if side
    ]
    assert unpaired <= {side.key for side in told}
    assert len({(id(side), side.key) for side in told}) == len(told)

    back = difference(after, before, since=SINCE)
    assert keys(changes, K.NEW) == keys(back, K.GONE)
    assert keys(changes, K.GONE) == keys(back, K.NEW)


def keys(changes, kind):
    """Return the keys of the lines of a kind of change."""
    return {(c.after or c.before).key for c in changes if c.kind == kind}
