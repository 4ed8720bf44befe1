"""The language of a text, by the little words that no text does without."""

import re

from jurisdictions.derive import unaccented

# Words that only one of the two has, most common first; none is in both (“a”, “me”).
WORDS: dict[str | None, frozenset[str]] = {
    "en": frozenset(
        (
            *("the", "of", "and", "to", "in", "that", "for", "is", "on", "was", "with"),
            *("it", "as", "by", "at", "from", "be", "are", "were", "have", "an", "or"),
            *("which", "said", "they", "this", "their", "will", "would", "been", "who"),
        )
    ),
    "es": frozenset(
        (
            *("de", "la", "que", "el", "en", "y", "los", "del", "se", "las", "por"),
            *("un", "para", "con", "una", "su", "al", "lo", "como", "mas", "pero"),
            *("sus", "les", "ya", "este", "entre", "cuando", "sobre", "tambien", "fue"),
        )
    ),
    # Languages that share some with Spanish: French, Portuguese.
    None: frozenset(
        (
            *(
                "et",
                "est",
                "il",
                "elle",
                "le",
                "des",
                "du",
                "une",
                "dans",
                "pour",
                "sur",
            ),
            *(
                "au",
                "aux",
                "sont",
                "os",
                "em",
                "nao",
                "uma",
                "dos",
                "das",
                "pelo",
                "foi",
            ),
        )
    ),
}
WORD = re.compile(r"[^\W\d_]+")
LOOKED_AT = 2_000  # words; more tell nothing new
FEWEST = 8  # words of a text that tell a language at all
SHARE = 0.15  # of all words that are such words; of running text they are a third
TIMES = 3  # as many as of other languages: names and quotations have some


def language_of(text: str) -> str | None:
    """Return "en" or "es", None if a text is too short, mixed, or in another."""
    words = []
    for match in WORD.finditer(text):
        words.append(unaccented(match[0].lower()))
        if len(words) == LOOKED_AT:
            break
    if len(words) < FEWEST:
        return None
    shares = {
        language: sum(word in own for word in words) / len(words)
        for language, own in WORDS.items()
    }
    most = max(shares, key=lambda language: shares[language])
    others = sum(share for language, share in shares.items() if language != most)
    sure = shares[most] >= SHARE and shares[most] >= TIMES * others
    return most if sure else None
