"""Counts of votes as articles print them: “4-3”, “five to two”, “6-0-1”."""

from __future__ import annotations

import re
from dataclasses import dataclass

WORDS = {
    word: number
    for number, words in enumerate(
        (
            "zero cero none ninguno no",
            "one uno un una",
            "two dos",
            "three tres",
            "four cuatro",
            "five cinco",
            "six seis",
            "seven siete",
            "eight ocho",
            "nine nueve",
            "ten diez",
            "eleven once",
            "twelve doce",
        )
    )
    for word in words.split()
}
_count = (
    r"(?:\d{1,3}|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)"
)
COUNTED = re.compile(
    rf"(?<![\w.$/:-])(?P<first>{_count})(?: ?- ?(?:to ?- ?)?| to | a | "
    rf"votos? (?:a favor (?:y|por)|contra) )"
    rf"(?P<second>{_count})(?:(?: ?- ?| and | a )(?P<third>\d{{1,2}})(?= "
    rf"(?:vote|abst|tie|with)|[,.;)]|$| ))?"
    r"(?! ?(?:%|percent|million|years?|hours?|days?|p\.m|a\.m|feet|miles|"
    r"months?|weeks?|minutes?|people|officers|deputies|"
    r"por ciento|años|horas|días))(?![\w/:]|-\d|\.\d)",
    re.IGNORECASE,
)
# “four members voted for and three against”
SPELLED = re.compile(
    rf"\b(?P<first>{_count})(?: (?:\w+ ){{0,3}}?(?:votes? |voting )?| votos? "
    rf")(?:in favor|for|yes|a favor)"
    rf"(?:,? and|,? to|,? y|,| con|;)? (?P<second>{_count})(?: (?:\w+ "
    rf"){{0,3}}?| votos? )?(?:against|opposed|no\b|en contra)",
    re.IGNORECASE,
)
ASIDE = re.compile(
    rf"\b(?P<count>{_count})(?: (?:council ?|board )?(?:members?|"
    rf"commissioners?|supervisors?|"
    r"concejal(?:es)?|comisionad[oa]s?))?(?: (?:was|were|estuvo|estaba))? "
    r"(?P<what>abstaining|abstentions?|abstained|absent|absences?|recus\w+|not voting|"
    r"ausentes?|abstenci(?:ón|ones)|se abstuv\w+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Tally:
    """Two counts in the order they are printed, and those who stood aside."""

    first: int
    second: int
    third: int | None
    start: int
    end: int
    text: str
    # Whether the words say which count is for and which against.
    told: bool = False

    @property
    def is_tie(self) -> bool:
        """Whether as many were for as against."""
        return self.first == self.second


def number_of(word: str) -> int:
    """Return the number that a figure or a word means."""
    return int(word) if word.isdigit() else WORDS[word.casefold()]


def tallies_in(text: str) -> list[Tally]:
    """Return what may be the counts of votes in a sentence, in order."""
    found = [_tally(match, told=True) for match in SPELLED.finditer(text)]
    for match in COUNTED.finditer(text):
        if not any(one.start <= match.start() < one.end for one in found):
            found.append(_tally(match, told=False))
    plausible = [one for one in found if one.first + one.second <= 450]
    return sorted(plausible, key=lambda one: one.start)


def _tally(match: re.Match[str], *, told: bool) -> Tally:
    third = match.groupdict().get("third")
    return Tally(
        number_of(match["first"]),
        number_of(match["second"]),
        int(third) if third else None,
        match.start(),
        match.end(),
        match[0].strip(),
        told,
    )


def aside_in(text: str) -> dict[str, int]:
    """Return the counts of those who abstained or were absent: “with one absent”."""
    counts: dict[str, int] = {}
    for match in ASIDE.finditer(text):
        what = match["what"].casefold()
        field = "absent_count" if what.startswith(("absen", "ausen")) else ""
        field = field or ("abstain_count" if "abst" in what else "")
        if field:
            counts[field] = number_of(match["count"])
    return counts
