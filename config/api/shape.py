"""How an answer is wanted: which page, how long, with which columns."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from config.listings import MAX_VALUES
from config.listings.columns import Kind

PAGE_SIZE, LARGEST_PAGE = 50, 200
OF_LISTS = ("page", "page_size", "fields", "include")
OF_RECORDS = ("fields",)


@dataclass(frozen=True)
class Shape:
    """What a query asks of an answer beside its rows, and what is wrong with that."""

    page: int
    page_size: int
    columns: tuple
    problems: dict


def shape_of(query, columns, names):
    """Return the shape a query asks for by the parameters that have these names.

    A record comes whole. A list comes without what nests in its rows, unless that is
    included, or named like any other column. The id is always there.
    """
    problems, given = {}, {}
    for name in names:
        values = [value.strip() for value in query.getlist(name) if value.strip()]
        if len(values) > 1:
            problems[name] = [_("%s: give one value only.") % name]
        elif values:
            given[name] = values[0]
    known = {column.name: column for column in columns}
    nested = {name for name, column in known.items() if column.kind == Kind.ROWS}
    fields = _named(given, "fields", known, problems)
    included = _named(given, "include", nested, problems)
    if not fields:
        fields = known.keys() - (nested if "include" in names else set())
    wanted = {"id"} | set(fields) | set(included)
    return Shape(
        _number(given, "page", 1, None, problems),
        _number(given, "page_size", PAGE_SIZE, LARGEST_PAGE, problems),
        tuple(column for column in columns if column.name in wanted),
        problems,
    )


def crowded(query):
    """Return what is wrong with a query that gives a parameter too many values."""
    return {
        name: [_("%s: too many values.") % name[:40]]
        for name, values in query.lists()
        if len(values) > MAX_VALUES
    }


def _named(given, name, known, problems):
    """Return the columns that a list with commas names, if all of them are known."""
    names = [part.strip() for part in given.get(name, "").split(",") if part.strip()]
    unknown = dict.fromkeys(part for part in names if part not in known)
    if unknown:
        words = _("fields: we have no column “%s”.")
        if name == "include":
            words = _("include: we have nothing nested called “%s”.")
        problems[name] = [words % part[:40] for part in unknown]
    return names


def _number(given, name, default, largest, problems):
    text = given.get(name)
    if text is None:
        return default
    number = int(text) if text.isascii() and text.isdigit() else 0
    if 1 <= number <= (largest or number):
        return number
    if largest:
        limits = {"name": name, "largest": largest}
        words = _("%(name)s: give a whole number from 1 to %(largest)s.") % limits
    else:
        words = _("%s: give a whole number from 1 on.") % name
    problems[name] = [words]
    return default
