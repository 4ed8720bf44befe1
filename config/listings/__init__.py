"""From a query string to public rows, for any model; no domain word in it.

`parameters` are the kinds of filters, `filterset` puts them over the public rows of a
model, `facets` counts their answers, `pages` shows a page of rows; `columns` is what
machines read of each, `addresses` the query that names a list.
"""

from config.listings.addresses import canonical, moved, moved_to, without
from config.listings.days import TO_COME, asked_day, not_on_file, not_to_come
from config.listings.filterset import Chip, PublicFilterSet
from config.listings.pages import FilteredList, Keys, NoSuchPage, page_of
from config.listings.parameters import (
    MAX_QUERY_LENGTH,
    MAX_VALUES,
    AnswerFilter,
    AsOfFilter,
    DayFilter,
    FlagFilter,
    RepeatedFilter,
    WordsFilter,
)

__all__ = [
    "MAX_QUERY_LENGTH",
    "MAX_VALUES",
    "TO_COME",
    "AnswerFilter",
    "AsOfFilter",
    "Chip",
    "DayFilter",
    "FilteredList",
    "FlagFilter",
    "Keys",
    "NoSuchPage",
    "PublicFilterSet",
    "RepeatedFilter",
    "WordsFilter",
    "asked_day",
    "canonical",
    "moved",
    "moved_to",
    "not_on_file",
    "not_to_come",
    "page_of",
    "without",
]
