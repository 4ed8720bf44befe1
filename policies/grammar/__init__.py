"""How the record is told in sentences, in each language by a grammar of its own.

A grammar is a package: `english`, `spanish`. Each puts a sentence together as its
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
    "ballot_words",
    "day_words",
    "event_words",
    "kind_words",
    "marked",
    "since_words",
    "standing_words",
    "tidy",
    "vote_question",
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
    return tidy(grammar.vote(vote, grammar.VOTES[vote_case(vote, outcome)]))


def vote_question(vote, asked) -> str:
    """Return what no source tells of a vote: its “result”, how its “members” voted."""
    grammar = spoken()
    return tidy(grammar.vote(vote, grammar.QUESTIONS[asked]))


def ballot_words(option, count) -> str:
    """Return how many members voted so, as part of a list: “6 yes”."""
    return spoken().ballots(option, count)


def event_words(event, title) -> str:
    """Return the sentence that says what happened to a policy of some title."""
    grammar = spoken()
    return tidy(grammar.event(event, title, grammar.EVENTS[event.kind]))


def kind_words(kind, status) -> str:
    """Return what a policy is and where it stands: “State law: in force”."""
    return spoken().stands(kind, status)


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
    for stop in ".,;:":
        spaced = spaced.replace(f" {stop}", stop)
    return spaced
