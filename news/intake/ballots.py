"""How members voted, by name, and who moved and seconded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from news.intake.names import NAME, trimmed
from news.intake.people import People
from news.intake.roles import PLURALS, TITLE
from news.intake.sentences import Sentence
from policies.enums import BallotOption

_one = rf"(?:(?:{TITLE}|(?:and )?{PLURALS}),? )?{NAME}"
_names = rf"(?P<names>{_one}(?:(?:,? and|,? y|,| &) {_one}){{0,11}})"
_no = (
    r"(?:(?:voting|votes?|voted) (?:no|nay|against)|opposed|opposing|in opposition|"
    r"against|en contra|votando en contra|votaron en contra|votó en contra|voted? no\b)"
)
_dissent = (
    r"(?:dissenting|in dissent|dissented|disintiendo|casting the (?:lone|only|"
    r"sole) dissenting votes?)"
)
_yes = (
    r"(?:(?:voting|votes?|voted) (?:yes|aye|yea|in favor|for)|in favor|in support|"
    r"a favor|votando a favor|votaron a favor|votó a favor)"
)
_abstain = r"(?:abstain(?:ed|ing)|(?:se )?abst(?:uvo|uvieron|eniéndose)|abstention)"
_recuse = (
    r"(?:recus(?:ed|ing) (?:himself|herself|themselves|themself)|recused|"
    r"recusing|se (?:recusó|excusó))"
)
_absent = (
    r"(?:(?:was|were|being)? ?absent|did not attend|missed the (?:meeting|vote)|"
    r"(?:estuvo|estaba|estuvieron)? ?ausentes?)"
)
_lone = (
    r"cast(?:ing)? (?:the|his|her|their) (?:lone |only |sole |two |three |"
    r"dissenting |opposing )*"
    r"(?P<lone>no|dissenting|opposing|nay|yes)? ?(?:\"?no\"? )?votes?"
)
KINDS = (
    ("no", BallotOption.NO, _no),
    ("dissent", BallotOption.NO, _dissent),
    ("yes", BallotOption.YES, _yes),
    ("abstain", BallotOption.ABSTAIN, _abstain),
    ("recuse", BallotOption.RECUSED, _recuse),
    ("absent", BallotOption.ABSENT, _absent),
)
PATTERNS = tuple(
    (kind, option, re.compile(pattern))
    for kind, option, words in KINDS
    for pattern in (
        rf"(?:with|con) {_names},? (?:the (?:lone|only|sole) (?:members? "
rf")?)?(?:{words})",
        rf"(?<![\w'-]){_names},? (?:who |also |both |each |all |were |was |"
rf"quien |quienes )*(?:{words})\b",
        rf"(?:(?i:{words}))(?:,? (?:was|were|fueron?)(?: by)?:?| by:?|:) {_names}",
    )
)  # fmt: skip
LONE = (
    (
        "dissent",
        BallotOption.NO,
        re.compile(
            rf"{_names} (?:was|were|being|fue|cast) the (?:only|lone|sole|"
            rf"single|dissenting) (?:\"?no\"?|dissent\w*|nay|opposing|"
            rf"members? to (?:vote|oppose)\w*)",
        ),
    ),
    (
        "dissent",
        BallotOption.NO,
        re.compile(
            rf"(?:lone|only|sole|single|dissenting|\"no\"|no|opposing) "
            rf"votes? (?:came from|was from|were from|was cast by|were cast "
            rf"by|"
            rf"by|was|from|were) {_names}",
        ),
    ),
    (
        "dissent",
        BallotOption.NO,
        re.compile(
            rf"{_names} cast(?:ing)? (?:the|his|her|their)(?: (?:lone|only|"
            rf"sole|two|three|single))* (?:\"?no\"?|dissenting|opposing|nay) "
            rf"votes?",
        ),
    ),
)
TIE = re.compile(
    rf"(?P<names>{_one}) (?:broke|breaking|cast(?:ing)? the (?:tie-?breaking|"
    rf"deciding)|rompió|desempató)"
)
MOVED = re.compile(
    rf"(?:motion(?: \w+){{0,6}} (?:by|from)|made the motion,? ?(?:by)?|"
    rf"moci[óo]n (?:\w+ ){{0,4}}(?:de|por)) (?P<names>{_one})"
)
MOVES = re.compile(
    rf"(?P<names>{_one}) (?:made (?:the|a) motion|moved to|moved for|"
    rf"motioned|introduced (?:the|a) motion|presentó la moción)"
)
SECONDED = re.compile(rf"(?:seconded by|secundad[oa] por) (?P<names>{_one})")
SECONDS = re.compile(rf"(?P<names>{_one}) (?:seconded|secundó)")
# Not of this vote: another one, a wish, a habit.
OTHER = re.compile(
    r"\b(?:would|will|could|might|should|plans? to|intends? to|if|has long|had|"
    r"in (?:19|20)\d\d|last (?:year|month|week)|previous(?:ly)?|earlier this "
    r"year|votaría|"
    r"to vote|urged|asked|called on|promised|election|presidential)\b",
    re.IGNORECASE,
)
STRANGERS = frozenset(
    ("Democrats", "Republicans", "Trump", "Biden", "ICE", "Residents", "Voters")
)


@dataclass(frozen=True)
class Ballot:
    """One member's vote, under the name the article prints or the person's full name.

    `dissent` marks one who only “dissented”: of a motion to reject that may mean yes.
    """

    name: str
    option: BallotOption
    dissent: bool = False
    no: bool = False


def ballots_in(sentence: Sentence, people: People) -> list[Ballot]:
    """Return the named votes that a sentence tells, the surest reading of each name."""
    text = sentence.plain
    if '"' in text:
        text = re.sub(
            r'"(?!no"|yes"|nay"|aye")[^"]{12,}"?', lambda m: " " * len(m[0]), text
        )
    found: dict[str, Ballot] = {}
    for kind, option, pattern in (*LONE, *PATTERNS):
        for match in pattern.finditer(text):
            lead = text[max(0, match.start() - 60) : match.start()]
            if OTHER.search(lead[-40:]) or OTHER.search(match[0]):
                continue
            for name in names_in(match["names"], people):
                found.setdefault(
                    name,
                    Ballot(name, option, kind == "dissent", kind == "no"),
                )
    return list(found.values())


def names_in(listed: str, people: People) -> Iterator[str]:
    """Yield the whole names of a list such as “Council members Lee and Ann Diaz”."""
    bare = re.sub(rf"(?:{TITLE}|{PLURALS}),? (?=[A-Z])", "", listed)
    for part in re.split(r",? and |,? y |, | & ", bare):
        if re.fullmatch(r"(?:Jr|Sr)\.?", part):
            continue
        name = trimmed(part.strip())
        if not name or name in STRANGERS:
            continue
        person = people.named(name)
        yield person.name if person else name


def first_named(
    patterns: tuple[re.Pattern[str], ...], text: str, people: People
) -> str:
    """Return the person a sentence names in a part, such as who moved, or ""."""
    for pattern in patterns:
        if match := pattern.search(text):
            return next(names_in(match["names"], people), "")
    return ""


def mover_in(text: str, people: People) -> str:
    """Return who made the motion, or ""."""
    return first_named((MOVES, MOVED), text, people)


def seconder_in(text: str, people: People) -> str:
    """Return who seconded the motion, or ""."""
    return first_named((SECONDED, SECONDS), text, people)


def tie_breaker_in(text: str, people: People) -> str:
    """Return who broke a tie, or ""."""
    if not re.search(r"\btie\b|tie-?break|deciding|empate", text):
        return ""
    return first_named((TIE,), text, people)
