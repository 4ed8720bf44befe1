"""The sentences of a paragraph, stops of abbreviations told from ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from news.intake.paragraphs import BULLET, SIGN, Paragraph, ParagraphKind

END = re.compile(r"[.!?…]+[\"')\]]*(?=\s+[\"'(\[¿¡]*[A-ZÁÉÍÓÚÑ0-9])|\n")
# No name or number follows these with a stop of the sentence's own between.
TITLES = frozenset(
    ("mr", "mrs", "ms", "dr", "gov", "sen", "sens", "rep", "reps", "lt", "sgt", "capt")
    + ("col", "gen", "rev", "hon", "det", "st", "ste", "ft", "mt", "no", "nos", "atty")
    + ("supt", "asst", "assn", "dept", "prof", "pres", "cmdr", "maj", "cpl", "vs", "v")
    + ("sr", "sra", "srta", "dra", "lic", "ing", "art", "núm", "num", "gob", "ee", "uu")
    + ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov")
    + ("dec", "com", "comm", "coun", "del", "messrs", "sec")
)
# Behind these a sentence can end: only a usual first word tells.
STATES = frozenset(
    ("ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind")
    + ("kan", "ky", "la", "md", "mass", "mich", "minn", "miss", "mo", "mont", "neb")
    + ("nev", "okla", "ore", "pa", "tenn", "tex", "vt", "va", "wash", "wis", "wyo")
    + ("jr", "inc", "co", "corp", "ltd", "llc", "etc")
)
DOTTED = re.compile(r"(?:^|[\s(\"'])(?:[A-Za-z]\.){2,}$|(?:^|[\s(\"'])[A-Z]\.$")
FIRST = re.compile(
    r"[\"'(]*(?:The|A|An|It|He|She|They|We|I|You|His|Her|Their|Its|Our|My|In|On|At|"
    r"But|And|So|If|When|While|After|Before|Since|For|That|This|These|Those|There|As|"
    r"To|Under|By|From|With|Other|Others|Some|Many|Most|All|No|Not|Also|Now|Last|"
    r"Officials|El|La|Los|Las|Un|Una|En|"
    r"Por|Según|Para|Pero|Además)\b"
)
LONGEST = 1_500  # characters; what is longer is no sentence and tells no fact


@dataclass(frozen=True)
class Sentence:
    """A sentence with its place in the article's text and its paragraph."""

    start: int
    end: int
    plain: str
    paragraph: Paragraph

    @property
    def is_told(self) -> bool:
        """Whether facts can be taken from it."""
        return self.paragraph.is_told and len(self.plain) <= LONGEST

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return self.paragraph.kind is ParagraphKind.ITEM


def sentences_of(paragraph: Paragraph) -> Iterator[Sentence]:
    """Yield the sentences of a paragraph; the sign before a list's item is left out."""
    text = paragraph.plain
    begin = 0
    if paragraph.kind is ParagraphKind.ITEM:
        sign = BULLET.match(text) or SIGN.match(text)
        begin = sign.end() if sign else 0
    for match in END.finditer(text, begin):
        if match[0] == "\n" or not _ends(text, match):
            continue
        yield from _sentence(paragraph, begin, match.end())
        begin = match.end()
    yield from _sentence(paragraph, begin, len(text))


def _sentence(paragraph: Paragraph, begin: int, end: int) -> Iterator[Sentence]:
    """Yield the run without the blanks around it, unless it is empty."""
    run = paragraph.plain[begin:end]
    bare = run.strip()
    if bare:
        start = paragraph.start + begin + len(run) - len(run.lstrip())
        yield Sentence(start, start + len(bare), bare, paragraph)


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Return whether a stop ends a sentence, and no abbreviation."""
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return True
    before = text[max(0, stop.start() - 14) : stop.start() + 1]
    word = re.split(r"[\s(\"'-]", before)[-1].rstrip(".").casefold()
    if word in TITLES and len(stop[0]) == 1:
        return False
    if word in STATES or DOTTED.search(before):
        return FIRST.match(text, stop.end() + 1) is not None
    return True
