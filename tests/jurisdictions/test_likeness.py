"""When two names are so alike that an editor should say they are not one."""

import pytest

from jurisdictions.derive import fold_name
from jurisdictions.likeness import CLOSE, likeness, names_alike


def score(one, other, same_place=None):
    """Return how alike two names are, the same from either side."""
    names, others = [fold_name(one)], [fold_name(other)]
    found = likeness(names, others, same_place)
    assert found.score == likeness(others, names, same_place).score
    assert 0 <= found.score <= 1
    assert bool(found.score) == bool(str(found.reason))
    return found.score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NAACP Alabama State Conference", "Alabama NAACP"),
        ("ACLU of Alabama", "American Civil Liberties Union of Alabama"),
        ("¡HICA!", "Hispanic Interest Coalition of Alabama"),
        (
            "Hispanic Intrest Coaltion of Alabama",
            "Hispanic Interest Coalition of Alabama",
        ),
        ("The Birmingham News", "Birmingham News"),
        ("Birmingham Police Dept.", "Birmingham Police Department"),
        ("Etowah Co. Sheriff", "Etowah County Sheriff's Office"),
        ("Randall Woodfin", "Randall L. Woodfin"),
        ("R. Woodfin", "Randall Woodfin"),
        ("Woodfin, Randall", "Randall Woodfin"),
        ("Randall Woodfin", "Randal Woodfin"),
        ("St. Louis", "Saint Louis"),
        ("Birmingam", "Birmingham"),
        ("Tuscalosa", "Tuscaloosa"),
        ("AL.com", "AL com"),
    ],
)
def test_names_of_one(one, other):
    assert score(one, other) >= CLOSE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ACLU of Alabama", "ACLU of Florida"),
        ("John Smith", "Jane Smith"),
        ("John Smith", "Joan Smith"),
        ("Maria Garcia", "Mario Garcia"),
        ("William Bell Sr.", "William Bell Jr."),
        ("Constable Precinct 5", "Constable Precinct 6"),
        ("Birmingham Police Department", "Birmingham Fire Department"),
        ("Birmingham Police Department", "Bessemer Police Department"),
        ("Birmingham News", "Birmingham Times"),
        ("Salem", "Salerno"),
        ("", "Salem"),
        ("of the", "Salem"),
    ],
)
def test_names_of_two(one, other):
    assert score(one, other) < CLOSE


def test_one_place_counts_for_more_and_two_for_less():
    name, other = "First Baptist Church", "First Baptist Church"
    assert score(name, other) == score(name, other, same_place=True) == 1
    assert score(name, other, same_place=False) < CLOSE
    assert score("Birmngam", "Birmingham", True) > score("Birmngam", "Birmingham")


def test_two_slips_in_a_long_word_count_in_one_place():
    assert score("Montgomrry", "Montgomery", same_place=True) >= CLOSE
    assert score("Cincinatti", "Cincinnati", same_place=True) >= CLOSE


def test_reason_is_told_in_words():
    told = names_alike("alabama naacp", "naacp alabama")
    assert str(told.reason) == "the same words in another order"
    told = likeness(["salem"], ["salem"], same_place=True)
    assert str(told.reason) == "the same name, in the same place"
