"""Words as a newspaper has them: a few everywhere, most almost nowhere.

The word at rank r comes 1/r as often as the first, which is Zipf's law, so that a
search can be measured for a word that most sources have and for one of very few.
"""

from itertools import accumulate

from benchmarks.country import FIRST, LAST

_FREQUENT = """council county agreement sheriff city vote officers police local mayor
board officials public policy state residents meeting commission federal jail program
members letter budget hearing proposal order contract review debate motion notice
committee delay answer question support concern session plan rule change report draft
hours deputies training terms signature renewal clerk attorney district"""
FREQUENT = _FREQUENT.split()
# Words that nobody would search by chance: what a rare one looks like.
SELDOM = [f"{first}{last}".lower() for last in LAST for first in FIRST]
VOCABULARY = [*FREQUENT, *SELDOM]
COMMON, SECOND, RARE = FREQUENT[0], FREQUENT[4], SELDOM[-1]
WEIGHTS = list(accumulate(1 / rank for rank in range(1, len(VOCABULARY) + 1)))


def phrase(chance, length):
    """Return words by how frequent they are, the first with a capital."""
    words = chance.choices(VOCABULARY, cum_weights=WEIGHTS, k=length)
    return " ".join(dict.fromkeys(words)).capitalize()


def text(chance, sentences):
    """Return sentences, the length of a short article."""
    return " ".join(
        f"{phrase(chance, chance.randint(8, 18))}." for _ in range(sentences)
    )
