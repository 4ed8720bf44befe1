"""What a search marks: pieces of text, of which none is lost and none is markup."""

import pytest

from news.excerpts import LENGTH, Piece, excerpt, marked


def found(pieces):
    """Return the marked pieces."""
    return [piece.text for piece in pieces if piece.found]


@pytest.mark.parametrize(
    ("text", "words", "phrases"),
    [
        ("A customs officer signed", "customs officer", ["customs officer"]),
        ("The officers of customs", "customs officer", ["officers", "customs"]),
        ("Agreements ended", "agreement", ["Agreements"]),
        ("Las designaciones siguen", "designación", ["designaciones"]),
        ("Una designación", "designacion", ["designación"]),
        ("Doña Ana County", "dona ana", ["Doña Ana"]),
        ("O’Fallon, Missouri", "ofallon", ["O’Fallon"]),
        ("St. Louis", "saint louis", ["St", "Louis"]),
        ("A 287(g) agreement", "287(g)", ["287(g)"]),
        ("A 287(g) agreement", "287g agreement", ["287(g) agreement"]),
        ("A 287 (g) agreement", "287(g)", ["287 (g)"]),
        ("The 287 G program; 287g", "287(g)", ["287 G", "287g"]),
        ("A 287(g) agreement", "287", ["287(g)"]),
        ("Of 287 guards", "287(g)", []),
        ("Under 1373(a) and 1357(g)(1)", "1357(g)", ["1357(g)"]),
        ("The city (Mobile) tabled it", "city mobile", ["city (Mobile)"]),
        ("Sheriff (retired)", "retired", ["retired"]),
        ("Birmingham", "birm", ["Birmingham"]),
        ("The city of the lake", "city of", ["city"]),
        ("of mice", "of", ["of"]),
        ("nothing here", "council", []),
        ("", "council", []),
    ],
)
def test_words_that_a_search_finds_are_marked(text, words, phrases):
    assert found(marked(text, words)) == phrases


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert('council')</script>",
        "council & <b>council</b>",
        "\u202ecouncil\u202c \N{GRINNING FACE} council",
        "a" * 5_000,
        "council " * 2_000,
        "&lt;council&gt; \x07 ½ ﬁne",
    ],
)
@pytest.mark.parametrize(
    "words", ["council", "<b>", "&", ".*", "(", "\\", '% _ "', "½", "a" * 100]
)
def test_no_text_is_lost_whatever_it_holds(text, words):
    assert "".join(piece.text for piece in marked(text, words)) == text


def test_excerpt_is_of_the_text_with_most_of_the_words():
    texts = ["The council met.", "The council of the city tabled the agreement."]
    pieces = excerpt(texts, "council agreement")
    assert "".join(piece.text for piece in pieces) == texts[1]
    assert found(pieces) == ["council", "agreement"]


def test_excerpt_of_a_long_text_is_around_the_words():
    text = f"{'before ' * 100}the sheriff signed the memorandum {'after ' * 100}"
    pieces = excerpt([text], "memorandum sheriff")
    told = "".join(piece.text for piece in pieces)
    assert found(pieces) == ["sheriff", "memorandum"]
    assert told.startswith("… before ")
    assert told.endswith("after …")
    assert len(told) < LENGTH + 10


def test_excerpt_begins_where_most_of_the_words_are():
    text = f"Sheriff. {'filler ' * 100}The sheriff and the council met."
    assert found(excerpt([text], "sheriff council")) == ["sheriff", "council"]


def test_no_word_found_is_no_excerpt():
    assert excerpt(["The council met.", ""], "sheriff") == []
    assert excerpt([], "sheriff") == []


def test_pieces_compare_as_what_they_hold():
    assert marked("a council", "council") == [
        Piece("a ", False),
        Piece("council", True),
    ]
