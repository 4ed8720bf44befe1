"""Whether a passage is about what this record is about."""

from __future__ import annotations

import re

from news.intake.reading import Reading
from news.intake.sentences import Sentence

# What this record is about; a vote on anything else is another's.
MATTER = re.compile(
    r"\b(?:ICE|HSI|DHS)\b|(?i:immigra|287|detainer|sanctuary|welcoming|"
    r"homeland|deport|"
    r"federal (?:agent|officer|authorit|immigra)|migra|santuario|deten(?:ción|ciones)|"
    r"undocumented|indocumentad|customs|aduana)",
)
AGAIN = re.compile(
    r"(?i:\b(?:agreement|resolution|ordinance|policy|proposal|measure|"
    r"idea|offer|decision|vote|"
    r"partnership|memorandum|"
    r"program|motion|bill|contract|it|acuerdo|convenio|resolución|ordenanza|"
    r"propuesta|medida|"
    r"moción|programa|memorando|política|request|item|funding|funds|training|"
    r"officers|deputies|"
    r"rules|fondos|agentes|capacita\w+|debate|hearing|joining|withdrawal|"
    r"participation|salida|"
    r"\w{3,}[aei]rl[oa]s?)\b)"
)


def is_about(sentence: Sentence, reading: Reading) -> bool:
    """Return whether a sentence, or those before it, speak of what we record."""
    if MATTER.search(sentence.plain):
        return True
    near = reading.before(sentence, 5)
    again = AGAIN.search(sentence.plain)
    told = [*reading.headlines, *(one.plain for one in near)]
    return again is not None and any(MATTER.search(text) for text in told)
