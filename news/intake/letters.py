"""Letters and petitions: who signed, to whom, and for what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from news.intake.lists import INTRODUCES, lists_of
from news.intake.organizations import FoundOrganization
from news.intake.reading import Reading
from news.intake.sentences import Sentence
from news.intake.stances import stance_in
from policies.enums import Stance

LETTER = re.compile(
    r"\b(?:signed|wrote|sent|penned|delivered|submitted|published|firm(?:ó|"
    r"aron)|envi(?:ó|aron)|"
    r"escribi(?:ó|eron)|entreg(?:ó|aron))\b[^;]{0,60}\b(?P<what>(?:open |"
    r"joint |public )?letters?|petitions?|carta(?: abierta)?|petición)\b|"
    r"\b(?P<what2>(?:open |joint )?letter|petition|carta(?: "
    r"abierta)?)\b[^;]{0,40}\b(?:signed by|firmada por|from|sent to|"
    r"dirigida a|to the)\b",
    re.IGNORECASE,
)
TO = re.compile(
    r"\b(?:to|asking|urging|addressed to|a|al|pidiendo al|dirigida al?|"
    r"calling on) (?P<who>(?:the |el |la )?(?:[A-Z][\w.'-]+ ){1,5}(?:Council|"
    r"Commission|Board|County|Department|"
    r"Sheriff|Commissioners)|(?:the |el |la )?(?:council|commission|mayor|"
    r"sheriff|board|concejo|alcalde|comisión)|(?:Mayor|Sheriff|Gov\.|"
    r"Governor|Chief|alcalde|alcaldesa) [A-Z][\w.'-]+(?: [A-Z][\w'-]+)?)"
)
PLANNED = re.compile(
    r"\b(?:will|would|plans? to|could|might|to) (?:\w+ )?$", re.IGNORECASE
)


@dataclass(frozen=True)
class FoundLetter:
    """A letter with those who signed it, as far as the article lists them."""

    what: str
    addressee: str
    stance: Stance
    signatories: tuple[str, ...]
    sentence: Sentence


def letters_of(reading: Reading, groups: list[FoundOrganization]) -> list[FoundLetter]:
    """Return the letters that an article tells of; several mentions are one letter."""
    for sentence in reading.told:
        match = LETTER.search(sentence.plain)
        if match is None or reading.in_speech(sentence.start + match.start()):
            continue
        if PLANNED.search(sentence.plain[: match.start()]):
            continue
        to = TO.search(sentence.plain)
        signers = _listed_signers(reading) or tuple(
            one.name for one in groups if one.sentence is sentence
        )
        return [
            FoundLetter(
                match["what"] or match["what2"],
                to["who"] if to else "",
                stance_in(sentence.plain),
                signers,
                sentence,
            )
        ]
    return []


def _listed_signers(reading: Reading) -> tuple[str, ...]:
    """Return the items of the list whose introduction speaks of signing."""
    for listed in lists_of(reading):
        intro = listed.intro.plain
        if INTRODUCES.search(intro) and re.search(r"sign|firm", intro, re.IGNORECASE):
            return tuple(item.plain.rstrip(".;,") for item in listed.items)
    return ()
