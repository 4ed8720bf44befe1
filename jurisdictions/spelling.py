"""Names written almost right: what a slip of the pen leaves of a word.

Two words that differ by one slip (a letter too many, too few, another, or two
neighbors swapped) have a key in common: each without the letter that is wrong. So a
misspelt name is found by equality, through an index, among any number of names.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations, product

# A shorter word has too many neighbors that mean something else.
SHORTEST, LONGEST = 4, 40
# From so many letters on two slips are more likely than another word.
LONG = 8
# So many readings of one word, and of a whole text, are worth a look.
READINGS, TEXTS = 4, 3


def heard(word: str) -> str:
    """Return a folded word as it sounds: doubled letters once, f for ph."""
    word = word.replace("ph", "f")
    return "".join(
        letter
        for letter, before in zip(word, f" {word}", strict=False)
        if letter != before
    )


def may_slip(word: str) -> bool:
    """Return whether a word is one in which a slip can be told: long, no number."""
    return SHORTEST <= len(word) <= LONGEST and word.isalpha()


def may_be_meant(word: str) -> bool:
    """Return whether a word of a name is kept: “Los”, too, may be written “Loss”."""
    return may_slip(word) or (len(word) == SHORTEST - 1 and word.isalpha())


def keys_of(word: str) -> set[str]:
    """Return the keys under which a right word is kept: whole, and less each letter."""
    sound = heard(word)
    return {sound, *_without(sound, 1)}


def keys_for(word: str) -> set[str]:
    """Return the keys by which to look for what a misspelt word may mean."""
    sound = heard(word)
    keys = {sound, *_without(sound, 1)}
    return keys.union(_without(sound, 2)) if len(sound) >= LONG else keys


def _without(word: str, count: int) -> Iterator[str]:
    for kept in combinations(range(len(word)), len(word) - count):
        yield "".join(word[place] for place in kept)


def pieces(word: str) -> list[str]:
    """Return parts of a word of which slips leave one whole: a half or a third.

    Found in names without an index, so only for rows that have none: drafts.
    """
    if not may_slip(word):
        return [word]
    parts = 3 if len(word) >= LONG else 2
    cuts = [len(word) * number // parts for number in range(parts + 1)]
    return [word[cut:end] for cut, end in zip(cuts, cuts[1:], strict=False)]


def slips(one: str, other: str) -> int:
    """Return how many slips lie between two words; two swapped neighbors are one."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        above_before, before, row = before, row, [i]
        for j, mark in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != mark))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == mark:
                cost = min(cost, above_before[j - 2] + 1)
            row.append(cost)
    return row[-1]


def near(word: str, known: Iterable[str]) -> list[tuple[int, str]]:
    """Return (slips, word) of what a word may mean, itself if known, nearest first.

    Between equals the one that begins alike comes first: few slip on a first letter.
    """
    most = 2 if len(heard(word)) >= LONG else 1
    found = []
    for other in set(known):
        apart = slips(heard(word), heard(other))
        if apart <= most:
            # What only sounds alike is a slip all the same, but the least of them.
            found.append((apart + (word != other), word[0] != other[0], other))
    return [(apart, other) for apart, _begins, other in sorted(found)[:READINGS]]


def readings(words: list[str], known: dict[str, list[str]]) -> list[str]:
    """Return the texts that some words may mean, likeliest first, without as written.

    `known` has for each word the words that share a key with it. Of a word too short to
    tell a slip in, the last readings do without: “Las Angeles”.
    """
    ways = [near(word, known.get(word, ())) or [(0, word)] for word in words]
    texts = sorted(
        (sum(apart for apart, _ in way), number, " ".join(word for _, word in way))
        for number, way in enumerate(product(*ways))
        if number < 500
    )
    meant = [text for apart, _number, text in texts if apart][:TEXTS]
    shorter = [without_short(text) for text in (" ".join(words), *meant)]
    written = " ".join(words)
    return [
        text for text in dict.fromkeys(meant + shorter) if text not in ("", written)
    ]


def without_short(text: str) -> str:
    """Return a text without the words in which no slip can be told."""
    return " ".join(filter(may_slip, text.split()))
