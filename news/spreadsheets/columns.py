"""What a column of a sheet is: its name, what may stand in it, and what it means."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from news.spreadsheets import values
from news.spreadsheets.values import CellRefused

TEXT = _("text")
# A cell with more is an article, which does not belong into the record.
LONGEST = 5_000


@dataclass(frozen=True)
class Column:
    """One column; the template, the documented table and the reading follow it."""

    name: str
    words: Any
    accepts: Any = TEXT
    example: str = ""
    needed: bool = False
    read: Callable[[str], Any] = str
    # The field of the record that holds the value as it was read, if one does.
    field: str = ""
    choices: tuple = ()
    # What the field is called, if there is one.
    label: Any = ""


def of_field(model, name, words="", *, column="", needed=False, example=""):
    """Return the column of a plain field: what may stand in it is the field's own."""
    field = model._meta.get_field(name)
    read, accepts = reading_of(field)
    return Column(
        name=column or name,
        words=words or field.help_text or capfirst(str(field.verbose_name)),
        accepts=accepts,
        example=example,
        needed=needed,
        read=read,
        field=name,
        choices=tuple(field.choices or ()),
        label=field.verbose_name,
    )


def reading_of(field):
    """Return how a cell of a field is read, and what may stand there in words."""
    if field.choices:
        return partial(values.one_of, choices=tuple(field.choices)), _("a choice")
    for kinds, read, accepts in READINGS:
        if isinstance(field, kinds):
            return read, accepts
    if isinstance(field, models.TextField):
        return partial(text_within, length=LONGEST), TEXT
    return partial(line_within, length=field.max_length), TEXT


def text_within(text, length):
    """Return a text as it stands.

    :raises CellRefused: if it is longer than the record holds.
    """
    if len(text) > length:
        words = _("%(count)s characters, and %(length)s at most fit here.")
        raise CellRefused(words % {"count": len(text), "length": length})
    return text


def line_within(text, length):
    """Return a text as one line.

    :raises CellRefused: if it is longer than the record holds.
    """
    return text_within(" ".join(text.split()), length)


def web_address_within(text, length=1_000):
    """Return a web address.

    :raises CellRefused: if it is none, or too long.
    """
    return values.web_address(text_within(text, length))


READINGS = (
    (models.BooleanField, values.yes_or_no, _("yes or no")),
    (models.URLField, web_address_within, _("web address")),
    (models.PositiveSmallIntegerField, values.whole_number, _("number")),
    (models.DecimalField, values.amount, _("number")),
    (models.TimeField, values.clock, _("time, as 18:30")),
    (models.DateField, values.whole_day, _("day")),
)


def text(name, words, accepts=TEXT, **more):
    """Return a column whose words are looked up or split later."""
    return Column(
        name, words, accepts, **{"read": partial(line_within, length=2_000)} | more
    )


def dated(name, words, **more):
    """Return the column of a date of which a part may be known."""
    return Column(name, words, _("date"), read=values.known_date, **more)
