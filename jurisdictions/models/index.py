"""How either database is asked which records have some names or words.

The migration `search_words` makes what is asked here: on PostgreSQL two GIN indexes on
expressions, on SQLite two FTS5 tables that triggers fill. A migration that remakes
the table on SQLite has to make its triggers anew.

Beside its words a row has one for its kind, `0kpolicy`, by which a bounded query meets
that kind alone, and one for each name in full, `0nlosangeles`.
"""

# ruff: noqa: S608, S611 - the SQL is put together of our own parts; words are parameters.

from django.db import connection
from django.db.models.expressions import RawSQL

from jurisdictions.derive import (
    ACCENTED,
    BARE,
    fold_name,
    plain_words,
    spellings,
    unaccented,
)

# From so many letters on a word also stands for those that it begins.
BEGINNING = 3
# The words of “Northern Mariana Islands”, “District of Columbia”.
LONGEST_STATE = 3


# How a text fits what it finds: it is the name in full, it begins a name, its words
# begin words of the names, or they are only mentioned.
FULL, BEGINS, PART, MENTION = range(4)


def names_query(model, words):
    """Return the query for the ids of records with a name of these words."""
    return ids_of(dialect().names(model._meta.model_name, fold_name(words).split()))


def some_names_query(model, words):
    """Return the query for the ids of records with one of these words in a name."""
    asks = dialect()
    ways = asks.any_of([*map(asks.quoted, words)] or [asks.quoted("0k")])
    kind = asks.kind(model._meta.model_name)
    return ids_of(asks.named(asks.all_of([kind, ways]), None))


def words_query(model, words):
    """Return the query for the ids of records that have these words."""
    return ids_of(dialect().words(model._meta.model_name, plain_words(words)))


def ids_of(found):
    """Return the query for the ids of records, from one for rows of the index."""
    sql = f"SELECT record_id FROM {TABLE} WHERE id IN ({found.sql})"
    return RawSQL(sql, found.params)


def either(one, other):
    """Return the query for the ids that one or another query has."""
    return RawSQL(
        f"SELECT * FROM ({one.sql}) AS one UNION SELECT * FROM ({other.sql}) AS other",
        [*one.params, *other.params],
    )


def hits_query(kinds, words, names_only=False):
    """Return (SQL, parameters) of what a text finds of each kind, None without words.

    Names in full are asked apart: of New York's thousand places with “New York” in
    their names a bounded query may not meet the city itself.
    """
    folded, plain, asks = fold_name(words), plain_words(words), dialect()
    if not folded:
        return None
    asked, parts, given = folded.split(), [], []
    for kind in kinds:
        queries = [(FULL, asks.full_names(kind, asked))]
        queries.append((PART, asks.names(kind, asked, MOST)))
        if not names_only:
            queries.append((MENTION, asks.words(kind, plain, MOST)))
        for part, found in queries:
            parts.append(f"SELECT id, {part:d} AS part FROM ({found.sql}) AS found")
            given += found.params
    begins = [f"{way}%" for way in spellings(folded)]
    any_begun = " OR ".join(["names LIKE %s"] * len(begins))
    return HITS.format(parts=" UNION ALL ".join(parts), begun=any_begun), [
        *given,
        *begins,
    ]


TABLE = "jurisdictions_recordwords"
# More matches than a reader would look through, or a page can rank at little cost;
# and so many of each kind are fetched.
MOST, FETCHED = 500, 12
HITS = f"""
WITH found AS ({{parts}}),
     best AS (SELECT id, MIN(part) AS part FROM found GROUP BY id),
     ranked AS (
        SELECT kind, record_id, weight, names,
               CASE WHEN part = {PART} AND ({{begun}}) THEN {BEGINS} ELSE part END
               AS part
          FROM best JOIN {TABLE} USING (id)),
     placed AS (
        SELECT kind, record_id, part,
               COUNT(*) OVER (PARTITION BY kind) AS of_kind,
               ROW_NUMBER() OVER (
                   PARTITION BY kind ORDER BY part, weight DESC, names, record_id
               ) AS place
          FROM ranked)
SELECT kind, record_id, part, of_kind FROM placed
 WHERE place <= {FETCHED} ORDER BY kind, place
"""


def dialect():
    """Return how the database at hand is asked."""
    return PostgreSQL if connection.vendor == "postgresql" else SQLite


def begun(word, alone):
    """Return whether a word also stands for those that it begins."""
    return len(word) >= BEGINNING or (alone and len(word) > 1)


def whole(folded):
    """Return the one word that stands in the index for a name in full."""
    return f"0n{folded.replace(' ', '')}"


def with_state(asked):
    """Yield a name in full and the words of its state behind it, in each way to part.

    “New York NY” is the name “New York” with “NY”, or “New” with “York NY”.
    """
    for cut in range(max(1, len(asked) - LONGEST_STATE), len(asked) + 1):
        for name in spellings(" ".join(asked[:cut])):
            yield whole(name), asked[cut:]


class Dialect:
    """What both databases are asked, put together of their own operators.

    A word in a query is folded, so has no sign in it that could be an operator, and
    goes between quotation marks, so is none itself.
    """

    @classmethod
    def names(cls, kind, asked, most=None):
        """Return the query for rows with a name of these words."""
        parts = []
        for word in asked:
            first, *others = spellings(word)
            star = cls.star if begun(word, len(asked) == 1) else ""
            ways = [cls.quoted(first) + star, *map(cls.quoted, others)]
            parts.append(cls.any_of(ways))
        return cls.named(cls.all_of([cls.kind(kind), *parts] if asked else ()), most)

    @classmethod
    def full_names(cls, kind, asked):
        """Return the query for rows with a name, or name and state, in full."""
        ways = [
            cls.all_of([cls.quoted(name), *map(cls.quoted, state)])
            for name, state in with_state(asked)
        ]
        return cls.named(cls.all_of([cls.kind(kind), cls.any_of(ways)]), None)

    @classmethod
    def kind(cls, kind):
        """Return the word that stands in the index for a kind of record."""
        return cls.quoted(f"0k{kind}")

    @classmethod
    def all_of(cls, parts):
        """Return the condition that each of some holds; none holds for nothing."""
        return f"({cls.both.join(parts)})" if parts else cls.quoted("0k")

    @classmethod
    def any_of(cls, parts):
        """Return the condition that one of some holds."""
        return f"({cls.one_of.join(parts)})"


class SQLite(Dialect):
    """Two FTS5 tables: names as they are, words by their English stems."""

    both, one_of, star = " AND ", " OR ", "*"

    @staticmethod
    def quoted(word):
        """Return a word that cannot be read as an operator."""
        return f'"{word}"'

    @classmethod
    def named(cls, match, most):
        """Return the query for rows whose names match."""
        return cls._query("record_names", match, most)

    @classmethod
    def words(cls, kind, asked, most=None):
        """Return the query for rows that have these words."""
        parts = [cls.kind(kind), *map(cls.quoted, asked.split())] if asked else ()
        return cls._query("record_words", cls.all_of(parts), most)

    @classmethod
    def _query(cls, table, match, most):
        found = f"SELECT rowid AS id FROM {table} WHERE {table} MATCH %s"
        if most:
            found += f" ORDER BY rowid DESC LIMIT {most + 1:d}"
        return RawSQL(found, [match])


class PostgreSQL(Dialect):
    """Two GIN indexes: names as they are, words by English and Spanish stems.

    The expressions are those of the indexes, to the letter.
    """

    both, one_of, star = " & ", " | ", ":*"
    names_vector = "to_tsvector('simple', '0k' || kind || ' ' || names)"
    words_vector = (
        "(to_tsvector('simple', '0k' || kind)"
        f" || to_tsvector('english', translate(words, '{ACCENTED}', '{BARE}'))"
        " || to_tsvector('spanish', words))"
    )
    # A language that has none of the words but its “the” and “of” asks for nothing.
    words_asked = "(plainto_tsquery('english', %s) || plainto_tsquery('spanish', %s))"

    @staticmethod
    def quoted(word):
        """Return a word that cannot be read as an operator."""
        return f"'{word}'"

    @classmethod
    def named(cls, match, most):
        """Return the query for rows whose names match."""
        found = f"{cls.names_vector} @@ to_tsquery('simple', %s)"
        return cls._query(found, [match], most)

    @classmethod
    def words(cls, kind, asked, most=None):
        """Return the query for rows that have these words, in either language."""
        found = (
            f"{cls.words_vector} @@ (%s::tsquery && {cls.words_asked})"
            f" AND numnode({cls.words_asked}) > 0"
        )
        both = [unaccented(asked), asked]
        return cls._query(found, [cls.kind(kind), *both, *both], most)

    @classmethod
    def _query(cls, found, given, most):
        ids = f"SELECT id FROM {TABLE} WHERE {found}"
        if most:
            ids += f" LIMIT {most + 1:d}"
        return RawSQL(ids, given)
