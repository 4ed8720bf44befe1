"""How members voted, by name, and who moved and seconded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from news.intake.groups import is_group
from news.intake.names import trimmed
from news.intake.people import People
from news.intake.roles import PLURALS, TITLE
from news.intake.rows import MEMBERS, row_before, row_behind
from news.intake.sentences import Sentence
from policies.enums import BallotOption

# How somebody voted, told by a verb of their own, or by words that hang on “with”.
PHRASES: tuple[tuple[str, BallotOption, str, bool], ...] = (
    (
        "no",
        BallotOption.NO,
        r"(?:voted|votó|votaron) (?:\"?no\"?|nay|against|en contra)\b",
        False,
    ),
    (
        "no",
        BallotOption.NO,
        r"(?:votes?|voting|votando) (?:\"?no\"?|nay|against|en contra)\b",
        False,
    ),
    (
        "no",
        BallotOption.NO,
        r"(?:(?:were|was|fueron?) (?:both |all )?)?(?:opposed|against|in "
        r"opposition|opposing|en contra)\b",
        True,
    ),
    (
        "no",
        BallotOption.NO,
        r"(?:cast|casting) (?:the|his|her|a) deciding (?:\"?no\"?|nay)(?: vote)?\b",
        False,
    ),
    ("dissent", BallotOption.NO, r"(?:dissented|disintió|disintieron)\b", False),
    ("dissent", BallotOption.NO, r"(?:dissenting|in dissent)\b(?! votes?)", True),
    (
        "dissent",
        BallotOption.NO,
        r"(?:cast|casting|emitió) (?:the|his|her|their|el)(?: (?:lone|only|"
        r"sole|two|three|single|único))* "
        r"(?:\"?no\"?|dissenting|opposing|nay|voto en contra)(?: votes?)?",
        False,
    ),
    (
        "dissent",
        BallotOption.NO,
        r"(?:was|were|being|fue|as) the (?:only|lone|sole|single|dissenting) "
        r"(?:\"?no\"?|dissent\w*|nay|opposing|"
        r"members? to (?:vote no|vote against|oppose)|vote against|holdout)",
        False,
    ),
    (
        "maybe",
        BallotOption.YES,
        r"(?:supported|backed|favored) (?=(?:it|the (?:measure|resolution|agreement|"
        r"motion|proposal|ordinance|plan|contract|renewal|extension|delay|deferral|"
        r"deal|pact))\b)",
        False,
    ),
    (
        "maybe",
        BallotOption.NO,
        r"opposed (?=(?:it|the (?:measure|resolution|agreement|motion|proposal|"
        r"ordinance|plan|contract|renewal|extension|delay|deferral|deal|pact))\b)",
        False,
    ),
    (
        "yes",
        BallotOption.YES,
        r"(?:voted|votó|votaron) (?:\"?yes\"?|aye|yea|in favor|for|a favor)\b",
        False,
    ),
    (
        "yes",
        BallotOption.YES,
        r"(?:votes?|voting|votando) (?:\"?yes\"?|aye|yea|in favor|a favor)\b",
        False,
    ),
    (
        "yes",
        BallotOption.YES,
        r"(?:(?:were|was|fueron?) (?:both |all |among those )?)?(?:in favor|"
        r"in support|a favor)\b",
        True,
    ),
    (
        "yes",
        BallotOption.YES,
        r"(?:cast|casting) (?:the|his|her|their)(?: (?:lone|only|sole|two|"
        r"three|single))* (?:\"?yes\"? votes?|votes? (?:in favor|for))",
        False,
    ),
    (
        "abstain",
        BallotOption.ABSTAIN,
        r"(?:abstained|se abstuvo|se abstuvieron)\b",
        False,
    ),
    (
        "yes",
        BallotOption.YES,
        r"(?:was|were) the (?:only|lone|sole) \"?yes\"? votes?",
        False,
    ),
    ("abstain", BallotOption.ABSTAIN, r"(?:abstaining|absteniéndose)\b", True),
    (
        "recuse",
        BallotOption.RECUSED,
        r"(?:recused (?:himself|herself|themselves|themself)|se (?:recusó|excusó))\b",
        False,
    ),
    (
        "recuse",
        BallotOption.RECUSED,
        r"(?:recused|recusing (?:himself|herself))\b",
        True,
    ),
    (
        "absent",
        BallotOption.ABSENT,
        r"(?:was|were|estuvo|estaba|estuvieron) (?:absent|ausentes?|not "
        r"present)\b|missed the (?:meeting|vote)\b|did not attend the "
        r"(?:meeting|vote)\b",
        False,
    ),
    ("absent", BallotOption.ABSENT, r"(?:absent|ausentes?)\b", True),
)
FINDERS = tuple(
    (kind, option, re.compile(rf"(?<![\w-]){words}", re.IGNORECASE), hanging)
    for kind, option, words, hanging in PHRASES
)
BETWEEN = re.compile(
    r"(?:,? (?:who|que|both|each|also|all|quien|quienes|then|again|were|was|"
    r"himself|herself))*,? ?$"
)
WITH = re.compile(
    r"\b(?:[Ww]ith|[Cc]on|were|was|fue|fueron)(?: the| los| las| el| la)? $"
)
BEHIND = re.compile(
    r"(?: (?:it|them|the \w+|el \w+|la \w+)(?=,? (?:as did|along|joined|"
    r"junto)))?(?:,? (?:was|were|fueron?|estuvieron|estaban|came from|"
    r"were from)(?: by)?:?|,? (?:along "
    r"with|as did|joined by|junto con)| by:?|:) (?:the )?"
)
NO_VOTE_FROM = re.compile(
    r"(?:lone|only|sole|single|dissenting|\"no\"|\bno|opposing) votes? "
    r"(?:came from|was from|were from|was cast by|were cast by|by|was|were) ",
    re.IGNORECASE,
)
# Before these stands who does it, behind the others.
BROKE_TIE = re.compile(
    r" (?:broke|breaking|cast(?:ing)? the (?:tie-?breaking|deciding)|rompió|desempató)"
)
MOVES = re.compile(
    r" (?:made (?:the|a) motion|moved to|moved for|motioned|"
    r"introduced (?:the|a) motion|presentó la moción)"
)
MOVED = re.compile(
    r"(?:motion(?: \w+){0,6} (?:by|from)|made the motion,? ?(?:by)?|"
    r"moci[óo]n (?:\w+ ){0,4}(?:de|por)) "
)
SECONDS = re.compile(r" (?:seconded|secundó)\b")
SECONDED = re.compile(r"(?:seconded by|secundad[oa] por) ")
# Not of this vote: another one, a wish, a habit.
OTHER = re.compile(
    r"\b(?:the first time|last time|at first|originally|initially|la primera "
    r"vez|would|will|could|might|should|plans? to|intends? to|if|has long|"
    r"had|"
    r"in (?:19|20)\d\d|last (?:year|month|week)|previous(?:ly)?|earlier this "
    r"year|votaría|"
    r"to vote|urged|asked|called on|promised|election|presidential)\b",
    re.IGNORECASE,
)
TITLED = re.compile(
    rf"^(?:(?:[Bb]oth|[Tt]he|[EeLl][la]|[Ll]os|[Ll]as) )*(?:(?:{TITLE}|members?|"
    rf"{PLURALS}),? )+(?=[A-ZÁÉÍÓÚÑ])"
)
# What is quoted, but for the vote itself: “voted ‘no’”.
QUOTED = re.compile(r'"(?!no"|yes"|nay"|aye")[^"]{12,}"?')
# “…, the sponsor, …” and “…, su autora, …” stand between a name and its verb.
APPOSED = re.compile(
    r", (?:su|el|la|the|its|a|an|who|quien) (?![^,]*(?:vot|oppos|support|back|dissent|"
    r"abst|favor|against|contra|absent|ausent|recus|join))[a-záéíóúñ' -]{3,50},"
)
ALONG = re.compile(
    r"(?P<name>\b[A-ZÁÉÍÓÚÑ][\w.'-]+),? (?:along with|together with|as well as|"
    r"junto con|"
    r"así como) (?=[A-Zel])"
)
# “… passed 4-1 over the objections of Commissioner Lee”
OBJECTED = re.compile(
    r"\bover (?:the )?(?:objections?|opposition|dissent) (?:of|from|by) "
)
# “Lee and Diaz joined Mayor Orr in support”, “Lee was joined by Diaz in voting no”
JOINED = re.compile(
    r" (?:was |were )?(?:joined(?: by)?|sided with) (?P<row>[^;:\"]{4,200}?),? in "
    r"(?:(?P<no>opposition|dissent|dissenting|opposing (?:it|the)|voting "
    r"(?:\"?no\"?|against)|rejecting (?:it|the))|(?:support|favor|supporting (?:it|the)"
    r"|backing (?:it|the)|approving (?:it|the)|voting (?:\"?yes\"?|for|in favor)))\b"
)
STRANGERS = frozenset(
    (
        "Entre",
        "Among",
        "Democrats",
        "Republicans",
        "Trump",
        "Biden",
        "ICE",
        "Residents",
        "Voters",
    )
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
    # Told as “opposed the measure”: a vote only if the counts bear it out.
    maybe: bool = False


def ballots_in(sentence: Sentence, people: People) -> list[Ballot]:
    """Return the named votes that a sentence tells, the first reading of each name."""
    text = QUOTED.sub(lambda match: " " * len(match[0]), sentence.plain)
    text = ALONG.sub(lambda match: f"{match['name']}, ".ljust(len(match[0])), text)
    text = APPOSED.sub(lambda match: f",{' ' * (len(match[0]) - 1)}", text)
    found: dict[str, Ballot] = {}
    for kind, option, pattern, hanging in FINDERS:
        for match in pattern.finditer(text):
            if _is_other(text, match.start(), match.end()):
                continue
            for row in _rows(text, match, hanging):
                for name in names_in(row, people):
                    if kind == "maybe" and is_group(name):
                        continue
                    ballot = Ballot(
                        name, option, kind == "dissent", kind == "no", kind == "maybe"
                    )
                    found.setdefault(name, ballot)
    for match in OBJECTED.finditer(text):
        for name in names_in(row_behind(text, match.end(), MEMBERS), people):
            found.setdefault(name, Ballot(name, BallotOption.NO, maybe=True))
    for match in JOINED.finditer(text):
        option = BallotOption.NO if match["no"] else BallotOption.YES
        lead = row_before(text, match.start(), MEMBERS)
        for name in (*names_in(lead, people), *names_in(match["row"], people)):
            found.setdefault(name, Ballot(name, option, no=bool(match["no"])))
    for match in NO_VOTE_FROM.finditer(text):
        for name in names_in(row_behind(text, match.end(), MEMBERS), people):
            found.setdefault(name, Ballot(name, BallotOption.NO, True))
    return list(found.values())


def _is_other(text: str, start: int, end: int) -> bool:
    """Return whether a vote is another one's: wished, earlier, or of an election."""
    return bool(
        OTHER.search(text[max(0, start - 30) : start])
        or OTHER.search(text[end : end + 45])
    )


def _rows(text: str, match: re.Match[str], hanging: bool) -> Iterator[str]:
    """Yield the rows of names that words on a vote belong to.

    “with A and B opposed” hangs on “with”; “A and B voted no” stands for itself.
    """
    between = BETWEEN.search(text[: match.start()])
    end = between.start() if between else match.start()
    row = row_before(text, end, MEMBERS)
    if row:
        lead = text[: text.rfind(row, 0, end)]
        own = re.match(r"(?:were|was|fue)", match[0])
        if not hanging or own or WITH.search(lead):
            yield row
    behind = BEHIND.match(text, match.end())
    if behind:
        yield row_behind(text, behind.end(), MEMBERS)


def names_in(listed: str, people: People) -> Iterator[str]:
    """Yield the whole names of a list such as “Council members Lee and Ann Diaz”."""
    for part in re.split(r",? and |,? y |, (?!Jr|Sr)| & ", listed):
        bare = TITLED.sub("", part.strip())
        name = trimmed(bare.strip())
        if not name or not name[0].isupper() or name in STRANGERS:
            continue
        person = people.named(name)
        yield person.name if person else name


def _before(pattern: re.Pattern[str], text: str, people: People) -> str:
    """Return whom a sentence names right before some words, or ""."""
    for match in pattern.finditer(text):
        row = row_before(text, match.start(), MEMBERS)
        if named := list(names_in(row, people)):
            return named[-1]
    return ""


def _behind(pattern: re.Pattern[str], text: str, people: People) -> str:
    """Return whom a sentence names right behind some words, or ""."""
    for match in pattern.finditer(text):
        row = row_behind(text, match.end(), MEMBERS)
        if named := next(names_in(row, people), ""):
            return named
    return ""


def mover_in(text: str, people: People) -> str:
    """Return who made the motion, or ""."""
    return _before(MOVES, text, people) or _behind(MOVED, text, people)


def seconder_in(text: str, people: People) -> str:
    """Return who seconded the motion, or ""."""
    return _behind(SECONDED, text, people) or _before(SECONDS, text, people)


def tie_breaker_in(text: str, people: People) -> str:
    """Return who broke a tie, or ""."""
    if not re.search(r"\btie\b|tie-?break|deciding|empate", text):
        return ""
    return _before(BROKE_TIE, text, people)
