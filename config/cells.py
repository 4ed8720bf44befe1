"""Cells of tables that somebody opens in a spreadsheet program."""

import re

# By these a spreadsheet takes a text for a formula, and what others print is not ours.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "\0")
NUMBER = re.compile(r"[+-]?\d[\d,]*(\.\d+)?", re.ASCII)


def plain_cell(value):
    """Return a value as a cell that no spreadsheet runs: marked as text if need be.

    A text that would be a formula begins with an apostrophe then, as spreadsheets
    themselves mark text. A number, below zero too, stays as it is. A text that looks
    so marked is marked once more: whoever takes one apostrophe off every cell in
    which only spaces and apostrophes precede a formula's sign has the texts again.
    """
    if not isinstance(value, str) or NUMBER.fullmatch(value):
        return value
    return f"'{value}" if value.lstrip(" '").startswith(FORMULA) else value
