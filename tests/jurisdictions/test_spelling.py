"""What a slip of the pen leaves of a name, and what it may have meant."""

import pytest

from jurisdictions.spelling import keys_for, keys_of, may_slip, near, readings, slips


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("salem", "salem", 0),
        ("salem", "salme", 1),
        ("salem", "sallem", 1),
        ("salem", "sale", 1),
        ("salem", "salam", 1),
        ("salem", "alems", 2),
        ("", "ab", 2),
    ],
)
def test_slips_between_two_words(one, other, apart):
    assert slips(one, other) == slips(other, one) == apart


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("birmingam", "birmingham"),
        ("brimingham", "birmingham"),
        ("birminghamm", "birmingham"),
        ("hialea", "hialeah"),
        ("pheonix", "phoenix"),
        ("filadelphia", "philadelphia"),
        ("philidelphia", "philadelphia"),
        ("cincinatti", "cincinnati"),
        ("misisipi", "mississippi"),
        ("talahasee", "tallahassee"),
        ("tuscon", "tucson"),
        ("kleveland", "cleveland"),
        ("tmapa", "tampa"),
        ("pitsburg", "pittsburgh"),
        ("albequerque", "albuquerque"),
    ],
)
def test_slip_and_right_word_share_a_key(written, right):
    assert keys_for(written) & keys_of(right)
    assert [word for _apart, word in near(written, [right])] == [right]


def test_another_word_is_no_slip():
    assert near("salem", ["salerno", "salt", "alabama"]) == []
    assert near("mobile", []) == []


def test_what_begins_alike_comes_first():
    assert [word for _apart, word in near("darton", ["barton", "dayton"])] == [
        "dayton",
        "barton",
    ]


@pytest.mark.parametrize("word", ["ga", "los", "1234", "b2b4", "x" * 41])
def test_words_in_which_no_slip_can_be_told(word):
    assert not may_slip(word)


def test_readings_come_likeliest_first_and_without_the_text_itself():
    known = {"los": [], "angelas": ["angeles", "angela"], "salem": ["salem"]}
    assert readings(["los", "angelas"], known) == [
        "los angela",
        "los angeles",
        "angelas",
        "angela",
        "angeles",
    ]
    assert readings(["las", "salem"], known) == ["salem"]
    assert readings(["salem"], known) == []
    assert readings([], {}) == []


def test_long_text_has_few_readings():
    words = [f"word{letter * 3}" for letter in "abcdefghij"]
    known = {word: [word, f"{word}s", f"x{word}"] for word in words}
    assert len(readings(words, known)) <= 3
