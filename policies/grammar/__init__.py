"""How the record is told in sentences, in each language by a grammar of its own.

A grammar is a module: `english`, `spanish`. Each puts a sentence together as its
language does, for words that are translated one by one agree in nothing. All have the
same names: the sentences for each case, and the functions that fill their gaps, which
this package calls in the language of the page.
"""

from django.utils.translation import get_language

from policies.grammar import english, spanish
from policies.grammar.telling import Telling, vote_case

GRAMMARS = {"en": english, "es": spanish}

__all__ = [
    "GRAMMARS",
    "Telling",
    "day_words",
    "marked",
    "since_words",
    "standing_words",
    "tidy",
    "vote_words",
]


def spoken():
    """Return the grammar of the page's language."""
    return GRAMMARS.get(get_language(), english)


def standing_words(telling: Telling) -> str:
    """Return the sentence that says where a policy stands."""
    grammar = spoken()
    sentences = grammar.SENTENCES
    pattern = next(sentences[case] for case in telling.cases() if case in sentences)
    return tidy(grammar.standing(telling, pattern))


def vote_words(vote, outcome) -> str:
    """Return the sentence that says how a vote went, or that it is to come."""
    grammar = spoken()
    pattern = grammar.VOTES.get(vote_case(vote, outcome), grammar.OTHER_RESULTS)
    return tidy(grammar.vote(vote, outcome, pattern))


def day_words(dated) -> str:
    """Return a date as part of a sentence, by its precision; "" when unknown."""
    return "" if dated is None or dated.date is None else spoken().on(dated)


def since_words(dated) -> str:
    """Return since when, as part of a sentence, by the date's precision."""
    return "" if dated is None or dated.date is None else spoken().since(dated)


def marked(words: str, dated) -> str:
    """Return the words of a date with how it is known, unless a source prints it."""
    how = spoken().CERTAINTIES.get(dated.date_certainty)
    return f"{words} ({how})" if words and how else words


def tidy(text: str) -> str:
    """Return a sentence without the gaps that an unknown date leaves in it."""
    spaced = " ".join(text.split())
    for stop in ".,;":
        spaced = spaced.replace(f" {stop}", stop)
    return spaced
