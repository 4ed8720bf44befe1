"""Votes: which body decided what, by which counts, who voted how; or when it will."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from news.intake.ballots import (
    TITLED,
    Ballot,
    ballots_in,
    mover_in,
    names_in,
    seconder_in,
    tie_breaker_in,
)
from news.intake.bodies import Bodies, Body
from news.intake.dates import FoundDate, nearest
from news.intake.decisions import (
    FIRST_READING,
    NOT_UNANIMOUS,
    SCHEDULED,
    SPLIT_RULE,
    TIED,
    UNANIMOUS,
    Decision,
    decisions_in,
    is_real,
)
from news.intake.people import People
from news.intake.reading import Reading
from news.intake.rows import MEMBERS, row_before
from news.intake.sentences import Sentence
from news.intake.tallies import Tally, aside_in, tallies_in
from policies.enums import BallotOption, MotionKind, VoteResult

VOTE = re.compile(
    r"\bvot(?:e[ds]?|ing|ó|aron|ación|o|os|ar[áa]n?)\b|\btall(?:y|ies)\b|\bmargin\b|"
    r"\b(?:passed|failed|approved|rejected|tabled|adopted|defeated|deadlocked|split|"
    r"aprob\w+|rechaz\w+|unanim\w+|unánime|dissent\w*|abstain\w*|recus\w+|"
    r"second(?:ed)?|"
    r"motion|opposed|absent|ausente\w*|favor|contra|tie|empate|abstuv\w+|seconded)\b",
    re.IGNORECASE,
)
# What this record is about; a vote on anything else is another's.
MATTER = re.compile(
    r"\b(?:ICE|HSI|DHS)\b|(?i:immigra|287|detainer|sanctuary|welcoming|"
    r"homeland|deport|"
    r"federal (?:agent|officer|authorit|immigra)|migra|santuario|deten(?:ción|ciones)|"
    r"undocumented|indocumentad|customs|aduana)",
)
MATTER_AGAIN = re.compile(
    r"(?i:\b(?:agreement|resolution|ordinance|policy|proposal|measure|"
    r"partnership|memorandum|"
    r"program|motion|bill|contract|it|acuerdo|convenio|resolución|ordenanza|"
    r"propuesta|medida|"
    r"moción|programa|memorando|política|request|item|funding|funds|training|officers|deputies|"
    r"rules|fondos|agentes|capacita\w+|debate|hearing)\b)"
)
# Who decides by themselves casts no vote; a signature is none either.
NO_VOTERS = re.compile(
    r"\b(?:judge|court|jury|voters|sheriff|mayor|chief|governor|president|ICE|Congress|"
    r"juez|tribunal|corte|alcalde(?:sa)?|gobernador[a]?|agency|department|"
    r"administration|union)\b",
    re.IGNORECASE,
)
# Sentences behind a vote in which its counts, and its names, are told.
COUNTS_FOLLOW, FOLLOWS = 3, 7


@dataclass
class FoundVote:
    """A vote as the sentences of an article tell it together.

    Counts are those for and against the matter. Where a motion asked to reject it,
    its yes is counted as the matter's no, and who “dissented” from it is left open.
    """

    body: Body | None
    result: VoteResult
    motion_kind: MotionKind
    motion: str
    sentence: Sentence
    decision: Decision | None
    sentences: list[Sentence] = field(default_factory=list)
    tally: Tally | None = None
    yes: int | None = None
    no: int | None = None
    aside: dict[str, int] = field(default_factory=dict)
    unanimous: bool = False
    ballots: dict[str, BallotOption] = field(default_factory=dict)
    doubtful: dict[str, BallotOption] = field(default_factory=dict)
    mover: str = ""
    seconder: str = ""
    tie_breaker: str = ""
    date: FoundDate | None = None
    first_reading: bool = False
    doubt: str = ""

    @property
    def procedural(self) -> bool:
        """Whether it decides only how the matter goes on."""
        return self.decision is not None and self.decision.procedural

    @property
    def is_decided(self) -> bool:
        """Whether the matter itself was voted up or down for good."""
        decided = self.result in (
            VoteResult.PASSED,
            VoteResult.FAILED,
            VoteResult.TIED_FAILED,
        )
        return decided and not self.procedural and not self.first_reading


@dataclass
class _Scene:
    """What the votes of one article are read from."""

    reading: Reading
    bodies: Bodies
    people: People
    dates: list[FoundDate]


def votes_of(
    reading: Reading, bodies: Bodies, people: People, dates: list[FoundDate]
) -> list[FoundVote]:
    """Return the votes an article tells or announces, each once."""
    scene = _Scene(reading, bodies, people, dates)
    votes: list[FoundVote] = []
    since = FOLLOWS + 1
    for sentence in reading.told:
        since += 1
        if not VOTE.search(sentence.plain) and not SCHEDULED.search(sentence.plain):
            continue
        found = list(_told(sentence, scene, votes if since <= FOLLOWS + 8 else []))
        for vote in found:
            _add(votes, vote)
        if found:
            since = 0
        elif votes and since <= FOLLOWS:
            _follow(votes[-1], sentence, scene, since <= COUNTS_FOLLOW)
    for sentence in reading.told:
        _scheduled(sentence, scene, votes)
    bodies_named = [body for body in bodies.named() if body.place]
    for vote in votes:
        if vote.body is None and len(bodies_named) == 1:
            vote.body = bodies_named[0]
    return votes


def _told(
    sentence: Sentence, scene: _Scene, before: list[FoundVote]
) -> Iterator[FoundVote]:
    """Yield the votes that one sentence decides."""
    text = sentence.plain
    offset = sentence.start
    decisions = [
        one
        for one in decisions_in(text)
        if not scene.reading.in_speech(offset + one.start)
    ]
    tallies = [
        one
        for one in tallies_in(text)
        if VOTE.search(text) and not scene.reading.in_speech(offset + one.start)
    ]
    used: set[int] = set()
    made: list[FoundVote] = []
    for decision in decisions:
        if _is_members_own(decision, text, scene.people):
            continue
        tally = _nearest_tally(decision, tallies, decisions, used)
        body = _body_of(decision, sentence, scene, tally is not None, before)
        if body is None and tally is None:
            continue
        if body is None and not _is_about(sentence, scene):
            continue
        if tally is None and body is not None and _is_unnamed_chamber(body):
            continue  # a law in the making, told of in `laws`
        vote = _vote(decision, tally, body, sentence, scene)
        if tally is not None:
            used.add(tally.start)
        if made and _same(made[-1], vote):
            _merge(made[-1], vote)
        else:
            made.append(vote)
    yield from made


def _is_members_own(decision: Decision, text: str, people: People) -> bool:
    """Return whether members, named right before the verb, tell their own votes."""
    if not decision.voted or text[decision.start :].startswith("broke"):
        return False
    lead = re.sub(
        r"(?:,? (?:who|both|also|all|each))*,? ?$", "", text[: decision.start]
    )
    row = row_before(lead, len(lead), MEMBERS)
    last = next(iter(reversed(list(names_in(row, people)))), "") if row else ""
    return bool(last) and (
        people.named(last) is not None
        or row[0].islower()
        or TITLED.match(row) is not None
    )


def _nearest_tally(
    decision: Decision, tallies: list[Tally], decisions: list[Decision], used: set[int]
) -> Tally | None:
    """Return the counts that belong to a decision: none nearer to another one."""
    free = [one for one in tallies if one.start not in used]
    best = min(free, key=lambda one: _apart(decision, one), default=None)
    if best is None or _apart(decision, best) > 110:
        return None
    nearer = min(decisions, key=lambda one: _apart(one, best))
    return best if nearer is decision else None


def _apart(decision: Decision, tally: Tally) -> int:
    inside = decision.start <= tally.start and tally.end <= decision.end
    return (
        0 if inside else max(tally.start - decision.end, decision.start - tally.end, 1)
    )


def _body_of(
    decision: Decision,
    sentence: Sentence,
    scene: _Scene,
    counted: bool,
    before: list[FoundVote],
) -> Body | None:
    """Return the body that decides: the one the sentence names before the verb."""
    place = sentence.start + decision.start
    named = scene.bodies.before(place, sentence)
    text = sentence.plain[: decision.start]
    if named is not None and not (
        named.family == "committee" and re.search(r"council|commission|board", text)
    ):
        between = sentence.plain[named.end - sentence.start : decision.start]
        other = NO_VOTERS.search(between) and not decision.voted
        if other and not re.search(r"\b(?:and|which|,)\b", between):
            return None
        return scene.bodies.meant(named)
    passive = re.match(r"\W*by (?:the )?", sentence.plain[decision.end :])
    if passive:
        behind = [
            body
            for body in scene.bodies.everything
            if body.sentence is sentence and 0 <= body.start - place < 100
        ]
        if behind:
            return scene.bodies.meant(behind[0])
    behind = [
        body
        for body in scene.bodies.everything
        if body.sentence is sentence and body.start >= place
    ]
    if behind and re.fullmatch(
        r" (?:out of |in )?(?:the |el |la )?",
        sentence.plain[decision.end : behind[0].start - sentence.start],
    ):
        return scene.bodies.meant(behind[0])  # “passed the Texas Senate”
    by_itself = re.search(
        r"\b(?:motion|measure|resolution|ordinance|proposal|bill|they|"
        r"members|item|agreement|"
        r"moción|medida|resolución|ordenanza|propuesta|acuerdo|amendment|"
        r"vote|votación)\b",
        text + sentence.plain[decision.start : decision.end],
        re.IGNORECASE,
    )
    if by_itself and (counted or _is_measure(decision, sentence)):
        if behind:
            return scene.bodies.meant(behind[0])
        if before and before[-1].body is not None:
            return before[-1].body
        latest = scene.bodies.latest(place)
        latest = latest or next(iter(scene.bodies.everything), None)
        return scene.bodies.meant(latest) if latest else None
    return None


def _is_unnamed_chamber(body: Body) -> bool:
    """Return whether words such as “Texas lawmakers” name no chamber that votes."""
    return body.family == "legislature" and not re.search(r"House|Senate", body.name)


def _is_measure(decision: Decision, sentence: Sentence) -> bool:
    """Return whether a decision is told of a motion itself: “the motion failed”."""
    words = sentence.plain[decision.start : decision.end]
    return (
        re.match(
            r"(?:motion|measure|resolution|ordinance|proposal|moción|medida|"
            r"resolución|ordenanza|propuesta|amendment|item)\b",
            words,
            re.IGNORECASE,
        )
        is not None
        and NO_VOTERS.search(sentence.plain[decision.end : decision.end + 40]) is None
    )


def _is_about(sentence: Sentence, scene: _Scene) -> bool:
    """Return whether a sentence, or those before it, speak of what we record."""
    if MATTER.search(sentence.plain):
        return True
    near = scene.reading.before(sentence, 5)
    again = MATTER_AGAIN.search(sentence.plain)
    return again is not None and any(MATTER.search(one.plain) for one in near)


def _vote(
    decision: Decision,
    tally: Tally | None,
    body: Body | None,
    sentence: Sentence,
    scene: _Scene,
) -> FoundVote:
    """Return the vote of a decision with all that its sentence tells of it."""
    text = sentence.plain
    vote = FoundVote(
        body,
        decision.result,
        decision.motion,
        _motion(decision, text),
        sentence,
        decision,
        [sentence],
        first_reading=FIRST_READING.search(text) is not None,
    )
    if not _is_about(sentence, scene):
        vote.doubt = "matter"
    if decision.earlier:
        vote.doubt = vote.doubt or "earlier"
    if TIED.search(text) and not decision.voted:
        vote.result = VoteResult.TIED_FAILED
    _take(vote, sentence, tally, scene)
    vote.date = nearest(
        _past(scene),
        sentence.start + decision.start,
        sentence.start + decision.end,
        sentence,
    )
    return vote


def _past(scene: _Scene) -> list[FoundDate]:
    """Return the dates on which something can have been decided already."""
    published = scene.reading.article.published
    return [
        one
        for one in scene.dates
        if one.date is None or published is None or one.date <= published
    ]


def _motion(decision: Decision, text: str) -> str:
    """Return what was voted on, in the article's words, up to the end of the clause."""
    rest = text[decision.end :]
    if decision.voted and decision.words:
        rest = text[decision.end :]
    match = re.match(
        r"[\s,]*([^;:\"]{3,220}?)(?=,? (?:with|after|before|while|but|becoming|"
        r"following|despite|on (?:a|an|Mon|Tues|Wednes|Thurs|Fri)|in a|by a|"
        r"con|tras|después)\b|[.;:\"]|$)",
        rest,
    )
    return match[1].strip(" ,") if match else ""


def _take(
    vote: FoundVote, sentence: Sentence, tally: Tally | None, scene: _Scene
) -> None:
    """Add counts, ballots and movers of a sentence to a vote."""
    text = sentence.plain
    if UNANIMOUS.search(text) and not NOT_UNANIMOUS.search(text):
        place = UNANIMOUS.search(text)
        if place and not scene.reading.in_speech(sentence.start + place.start()):
            vote.unanimous = True
    if tally is not None and vote.tally is None:
        vote.tally = tally
        vote.yes, vote.no = counts(tally, vote, text)
        if tally.third:
            vote.aside.setdefault("abstain_count", tally.third)
    for name, count in aside_in(text).items():
        vote.aside.setdefault(name, count)
    vote.mover = vote.mover or mover_in(text, scene.people)
    vote.seconder = vote.seconder or seconder_in(text, scene.people)
    breaker = tie_breaker_in(text, scene.people)
    if breaker:
        vote.tie_breaker = breaker
        if vote.result == VoteResult.TIED_FAILED:
            against = re.search(r"against|en contra|to reject|no\b", text)
            vote.result = VoteResult.FAILED if against else VoteResult.PASSED
    for ballot in ballots_in(sentence, scene.people):
        _enter(vote, ballot)


def counts(tally: Tally, vote: FoundVote, text: str) -> tuple[int | None, int | None]:
    """Return how many were for and against the matter, None where words do not tell.

    Articles print the larger count first: “failed 3-2” means three against. Where
    more than half was needed, a motion can fail with more votes for than against.
    """
    first, second = tally.first, tally.second
    decision = vote.decision
    if tally.told or first == second:
        return first, second
    lost = vote.result in (VoteResult.FAILED, VoteResult.TIED_FAILED)
    if decision is not None and (decision.turned or decision.against) and lost:
        return second, first
    if lost and first > second:
        return (first, second) if SPLIT_RULE.search(text) else (second, first)
    if vote.result == VoteResult.PASSED and first < second:
        vote.doubt = vote.doubt or "counts"
    return first, second


def _enter(vote: FoundVote, ballot: Ballot) -> None:
    """Enter a member's vote, as doubtful where it may mean yes or no to the matter."""
    decision = vote.decision
    turned = decision is not None and decision.turned
    lost = vote.result == VoteResult.FAILED
    open_to_doubt = (turned and (ballot.no or ballot.dissent)) or (
        lost and ballot.dissent
    )
    kept = vote.doubtful if open_to_doubt else vote.ballots
    kept.setdefault(ballot.name, ballot.option)


def _follow(
    vote: FoundVote, sentence: Sentence, scene: _Scene, counts_too: bool
) -> None:
    """Add to a vote what a sentence behind it tells: counts, names, who moved."""
    text = sentence.plain
    free = [
        one
        for one in tallies_in(text)
        if counts_too
        and not scene.reading.in_speech(sentence.start + one.start)
        and re.search(r"\b(?:vote|votación|tally|margin|split)\b", text)
        and is_real(text, one.start)
    ]
    before = vote.ballots | vote.doubtful, vote.tally, vote.mover, vote.tie_breaker
    _take(vote, sentence, free[0] if free else None, scene)
    if before != (
        vote.ballots | vote.doubtful,
        vote.tally,
        vote.mover,
        vote.tie_breaker,
    ):
        vote.sentences.append(sentence)


def _same(vote: FoundVote, other: FoundVote) -> bool:
    """Return whether two tellings can be of one vote."""
    if vote.result != other.result or vote.procedural != other.procedural:
        return False
    if vote.tally and other.tally:
        one, two = vote.tally, other.tally
        if {one.first, one.second} != {two.first, two.second}:
            return False
    if vote.body and other.body and vote.body.place and other.body.place:
        if vote.body.place != other.body.place or vote.body.family != other.body.family:
            return False
    if vote.motion_kind != other.motion_kind:
        return False
    days = [one.date.date for one in (vote, other) if one.date and one.date.date]
    exact = [one.date for one in (vote, other) if one.date and one.date.date]
    if len(days) == 2 and abs((days[0] - days[1]).days) > 31:
        return False
    if len(exact) == 2 and all(one.precision == "day" for one in exact):
        if days[0] != days[1]:
            return False
    return (vote.doubt == "earlier") == (other.doubt == "earlier")


def _merge(vote: FoundVote, other: FoundVote) -> None:
    """Add a second telling of a vote to the first."""
    if vote.tally is None and other.tally is not None:
        vote.tally, vote.yes, vote.no = other.tally, other.yes, other.no
    vote.unanimous = vote.unanimous or other.unanimous
    vote.aside = {**other.aside, **vote.aside}
    vote.ballots = {**other.ballots, **vote.ballots}
    vote.doubtful = {**other.doubtful, **vote.doubtful}
    vote.mover = vote.mover or other.mover
    vote.seconder = vote.seconder or other.seconder
    vote.tie_breaker = vote.tie_breaker or other.tie_breaker
    vote.motion = vote.motion or other.motion
    vote.first_reading = vote.first_reading or other.first_reading
    if vote.date is None or (
        other.date and other.date.precision == "day" != vote.date.precision
    ):
        vote.date = other.date or vote.date
    if vote.doubt == "matter" and not other.doubt:
        vote.doubt = ""
    if vote.body is None or (other.body and other.body.place and not vote.body.place):
        vote.body = other.body
    vote.sentences.extend(other.sentences)


def _add(votes: list[FoundVote], vote: FoundVote) -> None:
    """Add a vote, or what it tells of one that is there already."""
    for other in votes:
        if _same(other, vote):
            _merge(other, vote)
            return
    votes.append(vote)


def _scheduled(sentence: Sentence, scene: _Scene, votes: list[FoundVote]) -> None:
    """Add a vote that is announced, unless the article tells how it went."""
    match = SCHEDULED.search(sentence.plain)
    if match is None or scene.reading.in_speech(sentence.start + match.start()):
        return
    if not _is_about(sentence, scene) or not _may_be(sentence.plain, match.start()):
        return
    place = sentence.start + match.start()
    body = scene.bodies.before(place, sentence)
    if body is None:
        rest = [
            one
            for one in scene.bodies.everything
            if one.sentence is sentence and one.start > place
        ]
        body = rest[0] if rest else None
    if body is None or (NO_VOTERS.search(sentence.plain[: match.start()][-25:])):
        return
    vote = FoundVote(
        scene.bodies.meant(body),
        VoteResult.SCHEDULED,
        MotionKind.ADOPT,
        _motion(
            Decision(
                VoteResult.SCHEDULED, MotionKind.ADOPT, match.start(), match.end()
            ),
            sentence.plain,
        ),
        sentence,
        None,
        [sentence],
        date=nearest(scene.dates, place, sentence.start + match.end(), sentence),
    )
    vote.date = _coming(vote.date, scene) or vote.date
    for other in votes:
        if other.result == VoteResult.SCHEDULED and _same_body(other, vote):
            if other.date is None or len(other.date.phrase) < len(
                vote.date.phrase if vote.date else ""
            ):
                other.date = vote.date
            other.sentences.append(sentence)
            return
    votes.append(vote)


def _may_be(text: str, start: int) -> bool:
    """Return whether a plan is told as one, and not as a wish or a condition."""
    return (
        re.search(
            r"\b(?:if|whether|unless|before|until|ask\w*|urg\w+|had|"
            r"si)\b[^,;]{0,40}$",
            text[max(0, start - 60) : start],
            re.IGNORECASE,
        )
        is None
    )


def _coming(found: FoundDate | None, scene: _Scene) -> FoundDate | None:
    """Return an announced vote's date; one that is past already is not its own."""
    published = scene.reading.article.published
    if found and found.date and published and found.date < published:
        return None
    return found


def _same_body(vote: FoundVote, other: FoundVote) -> bool:
    if vote.body is None or other.body is None:
        return True
    return (vote.body.place, vote.body.family) == (other.body.place, other.body.family)
