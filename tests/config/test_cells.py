"""A table opened elsewhere runs nothing."""

import pytest

from config.cells import plain_cell


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\0", " ="])
def test_formula_is_marked_as_text(sign):
    assert plain_cell(f"{sign}HYPERLINK(1)") == f"'{sign}HYPERLINK(1)"


@pytest.mark.parametrize("value", ["-86.71", "+1,200", "Mobile", "", 7, None])
def test_number_and_plain_text_stay(value):
    assert plain_cell(value) == value
