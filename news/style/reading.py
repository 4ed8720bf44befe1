"""How hard a text is to read, by formula: a school grade, or a score of ease.

English by Flesch and Kincaid (1975), Spanish by Szigriszt-Pazos (1993), whose figures
the scale INFLESZ (Barrio-Cantalejo and others, 2008) calls normal from 55 to 65.
"""

import re
from collections.abc import Callable

WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
# A full stop ends a sentence; one inside a number, an initial or “a.m.” does not.
SENTENCE = re.compile(
    r"(?<!\b[A-Z])(?<!\b[ap]\.m)[.!?]+[”\"’)]*(?=\s+[“\"(]?[A-ZÁÉÍÓÚÑ¿¡\d]|\s*$)"
)
ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Lt|Sgt|Col|Gen|No|Inc|vs|v|Jan|Feb|Aug|Sept|Oct"
    r"|Nov|Dec|U\.S|D\.C|Ala|Fla|Ga|Ark|Sr|Sra|EE)\.(?=\s)"
)
HARDEST_GRADE, LEAST_EASE = 9, 60
# Fewer words than this no formula can judge.
FEWEST = 20


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a line break ends one too."""
    found = []
    for line in text.splitlines():
        kept = ABBREVIATED.sub(lambda m: m.group().replace(".", "\0"), line)
        start = 0
        for end in SENTENCE.finditer(kept):
            found.append(kept[start : end.end()])
            start = end.end()
        found.append(kept[start:])
    return [words.replace("\0", ".").strip() for words in found if WORD.search(words)]


def words(text: str) -> list[str]:
    """Return the words of a text, a number being one."""
    return WORD.findall(text)


def grade(text: str) -> float:
    """Return the US school grade at which a text is understood.

    :raises ValueError: if there is no word in it.
    """
    return flesch_kincaid(*counts(text, syllables))


def ease(text: str) -> float:
    """Return how easy a Spanish text is, up to about 100.

    :raises ValueError: if there is no word in it.
    """
    return szigriszt_pazos(*counts(text, spanish_syllables))


def counts(text: str, of_word: Callable[[str], int]) -> tuple[int, int, int]:
    """Return how many words, sentences and syllables a text has.

    :raises ValueError: if there is no word in it.
    """
    counted = words(text)
    if not counted:
        raise ValueError("no words")
    return len(counted), len(sentences(text)), sum(map(of_word, counted))


def flesch_kincaid(words: int, sentences: int, syllables: int) -> float:
    """Return the grade of a text with so many words, sentences and syllables."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def szigriszt_pazos(words: int, sentences: int, syllables: int) -> float:
    """Return the ease of a text with so many words, sentences and syllables."""
    return 206.835 - 62.3 * syllables / words - words / sentences


def is_too_hard(text: str, language: str = "en") -> bool:
    """Return whether a text is harder than readers should need; short ones never."""
    if len(words(text)) < FEWEST:
        return False
    if language == "es":
        return ease(text) < LEAST_EASE
    return grade(text) > HARDEST_GRADE


def syllables(word: str) -> int:
    """Return the syllables of an English word, by its groups of vowels.

    A rule of thumb, right for about nine words of ten; a number counts as one.
    """
    word = re.sub(r"[^a-z]", "", word.lower())
    if not word:
        return 1
    count = len(re.findall(r"[aeiouy]+", word))
    if re.search(r"[^aeiouyl]e$|[^aeiouy]es$|[^aeiouytd]ed$|[aeiouy]le$", word) and (
        not re.search(r"(?:[sxz]|ch|sh|[cg])es$", word)
    ):
        count -= 1  # silent: “made”, “makes”, “asked”
    if re.search(r"[crgstvz]ement|[^aeiouy]e(?:ly|less|ful|ness)$", word):
        count -= 1  # silent inside: “enforcement”, “safely”
    if re.search(r"[^ls]ia|io[^nu]|iu|ying|eo[^u]|[^aeiouq]ua[^r]|ism$", word):
        count += 1  # two vowels, each its own: “media”, “period”, “trying”
    return max(count, 1)


def spanish_syllables(word: str) -> int:
    """Return the syllables of a Spanish word: its vowels, diphthongs counted once."""
    word = re.sub(r"(?<=[qg])u(?=[eiéí])|y(?=[aeiouáéíóú])", "", word.lower())
    found = re.findall(
        # Weak beside strong or weak is one; two strong, or a stressed weak, are two.
        r"[iuüy]?[aeoáéó][iuüy]?(?![íú])|[iuüy]{1,2}|[íú]|[aeoáéó]",
        word,
    )
    return max(len(found), 1)
