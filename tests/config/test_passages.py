"""Quotations are found in a source's text as a reader would find them."""

from config.editing.passages import missing_quotes, paragraphs

TEXT = "The council, “which met\nMonday,” agreed.\n\nIt’s set  for a vote - again."


def shown(text, *quotes):
    """Return the paragraphs with brackets around what is quoted."""
    return [
        "".join(f"[{p.text}]" if p.quoted else p.text for p in paragraph)
        for paragraph in paragraphs(text, quotes)
    ]


def test_blank_lines_part_paragraphs_where_there_are_any():
    assert len(shown(TEXT)) == 2
    assert shown("One.\nTwo.") == ["One.", "Two."]


def test_quotation_is_marked_whatever_its_spaces_and_marks():
    assert shown(TEXT, "it's set for a vote – again")[1] == (
        "[It’s set  for a vote - again]."
    )
    assert shown(TEXT, '"which met monday,"')[0] == (
        "The council, [“which met\nMonday,”] agreed."
    )


def test_overlapping_quotations_are_one_mark():
    assert shown("a b c d", "a b c", "b c d", "c") == ["[a b c d]"]


def test_quotation_across_paragraphs_is_marked_in_each():
    assert shown("One two\nthree four", "two three") == ["One [two]", "[three] four"]


def test_text_is_kept_whole():
    text = "a (b)* [c] \\d+ <mark>"
    assert shown(text, "(b)* [c]") == ["a [(b)* [c]] \\d+ <mark>"]
    assert shown(text, "", "  ") == [text]


def test_missing_quotations_are_named():
    assert missing_quotes(TEXT, ["council", "never said"]) == ["never said"]
