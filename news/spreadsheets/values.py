"""What the words in a cell mean; nothing here reads a database."""

import re
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from difflib import get_close_matches

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import translation
from django.utils.translation import gettext as _

from config.templating import partial_iso
from jurisdictions.derive import fold_name
from jurisdictions.enums import Precision

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MONTH = re.compile(r"(\d{4})-(\d{2})")
WEEK = re.compile(r"(\d{4})-W(\d{2})")
YEAR = re.compile(r"\d{4}")
# A comma parts thousands only: 7,25 would be 725.
AMOUNT = re.compile(r"([0-9]{1,12}|[0-9]{1,3}(,[0-9]{3}){1,3})(\.[0-9]{1,2})?")
CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::00)?")
YES, NO = ("yes", "y", "true", "1"), ("no", "n", "false", "0")
# The record tells of the last hundred years and of votes that are scheduled.
FIRST_YEAR, LAST_YEAR = 1900, 2100
is_web_address = URLValidator(schemes=["http", "https"])


class CellRefused(Exception):
    """A cell that cannot be understood, in words for whoever filled it in."""


@dataclass(frozen=True)
class Known:
    """A date as far as it is known."""

    day: date
    precision: str

    def __str__(self):
        return partial_iso(self.day, self.precision)


def known_date(text):
    """Return a date and how much of it is known: a day, week, month or year.

    :raises CellRefused: for anything but `2025-03-04`, `2025-W10`, `2025-03`, `2025`.
    """
    try:
        if DAY.fullmatch(text):
            found = Known(date.fromisoformat(text), Precision.DAY)
        elif match := MONTH.fullmatch(text):
            found = Known(date(int(match[1]), int(match[2]), 1), Precision.MONTH)
        elif match := WEEK.fullmatch(text):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            found = Known(monday, Precision.WEEK)
        elif YEAR.fullmatch(text):
            found = Known(date(int(text), 1, 1), Precision.YEAR)
        else:
            found = None
    except ValueError:
        raise CellRefused(_("There is no day “%s”.") % text) from None
    if found is None:
        words = _("“%s” is no date: write 2025-03-04, 2025-W10, 2025-03 or 2025.")
        raise CellRefused(words % text)
    if not FIRST_YEAR <= found.day.year <= LAST_YEAR:
        raise CellRefused(_("“%s” is no year of this record.") % text)
    return found


def whole_day(text):
    """Return a day that is known as such.

    :raises CellRefused: for less than a day.
    """
    found = known_date(text)
    if found.precision != Precision.DAY:
        raise CellRefused(_("“%s” is not a whole day: write 2025-03-04.") % text)
    return found.day


def clock(text):
    """Return a time of day.

    :raises CellRefused: for anything but hours and minutes.
    """
    match = CLOCK.fullmatch(text)
    try:
        return time(int(match[1]), int(match[2]))
    except (TypeError, ValueError):
        words = _("“%s” is no time of day: write 18:30.")
        raise CellRefused(words % text) from None


def yes_or_no(text):
    """Return whether a cell says yes.

    :raises CellRefused: for other words.
    """
    word = text.casefold()
    if word not in (*YES, *NO):
        raise CellRefused(_("“%s” is neither yes nor no.") % text)
    return word in YES


def whole_number(text):
    """Return a number without a fraction; “5.0”, as a spreadsheet may say, is 5.

    :raises CellRefused: for anything else, and for more than the record can hold.
    """
    match = re.fullmatch(r"([0-9]{1,12})(\.0+)?", text)
    if match is None or int(match[1]) > 32_767:
        words = _("“%s” is no whole number from 0 to 32,767.")
        raise CellRefused(words % text)
    return int(match[1])


def record_id(text):
    """Return the id of a record.

    :raises CellRefused: for what is no id.
    """
    match = re.fullmatch(r"#?([0-9]{1,18})(\.0+)?", text)
    if match is None:
        raise CellRefused(_("“%s” is no id of a record: write its number.") % text)
    return int(match[1])


def amount(text):
    """Return a number with at most two decimals; commas may part the thousands.

    :raises CellRefused: for anything else.
    """
    if not AMOUNT.fullmatch(text):
        raise CellRefused(_("“%s” is no number, such as 1250000 or 7.25.") % text)
    return Decimal(text.replace(",", ""))


def web_address(text):
    """Return an address of the web.

    :raises CellRefused: for anything else.
    """
    try:
        is_web_address(text)
    except ValidationError:
        words = _("“%s” is no web address: it begins with https:// or http://.")
        raise CellRefused(words % text) from None
    return text


def several(text):
    """Return the parts of a cell that holds several, each once."""
    return list(dict.fromkeys(filter(None, (part.strip() for part in text.split(";")))))


def one_of(text, choices):
    """Return the choice that a cell names, by its value or its label.

    A sheet is filled in by somebody whose admin may be in another language: the label
    in English is understood in each.

    :raises CellRefused: for none of them, proposing what is spelled alike.
    """
    with translation.override(settings.LANGUAGE_CODE):
        by_name = {fold_name(str(label)): value for value, label in choices}
    by_name |= {fold_name(str(label)): value for value, label in choices}
    by_name |= {fold_name(value): value for value, _label in choices}
    found = by_name.get(fold_name(text))
    if found is None:
        values = [value for value, _label in choices if value]
        raise CellRefused(
            _("“%s” is none of the choices.") % text + alike(text, by_name, values)
        )
    return found


def alike(text, by_name, otherwise=(), cutoff=0.75):
    """Return a sentence with what is spelled like a text, else with what there is."""
    close = get_close_matches(fold_name(text), by_name, n=3, cutoff=cutoff)
    if close:
        names = "”, “".join(dict.fromkeys(str(by_name[name]) for name in close))
        return " " + _("Did you mean “%s”?") % names
    if otherwise:
        return " " + _("There are: %s.") % ", ".join(otherwise)
    return ""
