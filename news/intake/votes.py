"""Votes: which body decided what, by which counts, who voted how; or when it will."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from news.intake.announcements import announce
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
    RESCIND,
    SCHEDULED,
    TIED,
    UNANIMOUS,
    Decision,
    decisions_in,
    is_real,
)
from news.intake.matters import is_about
from news.intake.people import People
from news.intake.reading import Reading
from news.intake.rows import MEMBERS, row_before
from news.intake.sentences import Sentence
from news.intake.tallies import Tally, aside_in, tallies_in
from news.intake.vote import (
    FoundVote,
    add,
    counts,
    is_earlier,
    is_same,
    merge,
    motion_of,
    settle_maybes,
)
from policies.enums import MotionKind, VoteResult

VOTE = re.compile(
    r"\bvot(?:e[ds]?|ing|ó|aron|ación|o|os|ar[áa]n?)\b|\btall(?:y|ies)\b|\bmargin\b|"
    r"\b(?:passed|failed|approved|rejected|tabled|adopted|defeated|deadlocked|split|"
    r"aprob\w+|rechaz\w+|unanim\w+|unánime|dissent\w*|abstain\w*|recus\w+|"
    r"second(?:ed)?|"
    r"motion|opposed|supported|backed|favored|absent|put off|postpon\w+|"
    r"delay\w*|defer\w*|withdr\w+|"
    r"no action|aplaz\w+|pospus\w+|rescind\w+|repeal\w+|revok\w+|agreed|"
    r"signed off|shot down|turned down|green-?lit|go-ahead|green light|"
    r"in support|in opposition|joined|sided|backing|opposing|objections?|"
    r"\d{1,2}-\d{1,2} decision|OK'd|approval|passage|"
    r"authorized|ratified|endorsed|okayed|killed|luz verde|avaló|ratificó|autorizó|"
    r"decided|acordó|ausente\w*|favor|contra|tie|empate|abstuv\w+|seconded)\b",
    re.IGNORECASE,
)
# Who decides by themselves casts no vote; a signature is none either.
NO_VOTERS = re.compile(
    r"\b(?:judge|court|jury|voters|sheriff|mayor|chief|governor|president|ICE|Congress|"
    r"juez|tribunal|corte|alcalde(?:sa)?|gobernador[a]?|agency|department|"
    r"administration|union)\b",
    re.IGNORECASE,
)
# “…, to send the matter to a citizens' committee”
SENT_TO = re.compile(r"\b(?:to|al?) (?:(?:an?|the|un|la|el) )?(?:[\w']+ ){0,2}$")
# “… made a motion to withdraw from the program. The motion failed.”
MOTION_TO = re.compile(
    rf"\b(?:motion|moved|motioned) to (?:{RESCIND})\b|"
    rf"\bmoción para (?:{RESCIND})\b",
    re.IGNORECASE,
)
# Sentences behind a vote in which its counts, and its names, are told.
COUNTS_FOLLOW, FOLLOWS = 3, 7


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
            add(votes, vote)
        if found:
            since = 0
        elif votes and since <= FOLLOWS:
            now = [vote for vote in votes if not is_earlier(vote)]
            _follow((now or votes)[-1], sentence, scene, since <= COUNTS_FOLLOW)
    for sentence in reading.told:
        announce(sentence, reading, bodies, dates, votes)
    bodies_named = [body for body in bodies.named() if body.place]
    for vote in votes:
        if vote.body is None and len(bodies_named) == 1:
            vote.body = bodies_named[0]
        settle_maybes(vote)
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
        if body is None and not is_about(sentence, scene.reading):
            continue
        if tally is None and body is not None and _is_unnamed_chamber(body):
            continue  # a law in the making, told of in `laws`
        vote = _vote(decision, tally, body, sentence, scene)
        if tally is not None:
            used.add(tally.start)
        if made and is_same(made[-1], vote):
            merge(made[-1], vote)
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
    if named is not None and not _is_aside(named, sentence, text):
        between = sentence.plain[named.end - sentence.start : decision.start]
        by_anyone = decision.result in (VoteResult.WITHDRAWN, VoteResult.NO_ACTION)
        voted = decision.voted or by_anyone
        other = NO_VOTERS.search(between) and not voted
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
    behind = [body for body in behind if not _is_aside(body, sentence, text)]
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


def _is_aside(body: Body, sentence: Sentence, text: str) -> bool:
    """Return whether a committee is not who decides: others do, or it is sent to."""
    lead = sentence.plain[: body.start - sentence.start]
    return body.family == "committee" and bool(
        re.search(r"council|commission|board", text) or SENT_TO.search(lead)
    )


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
        motion_of(decision, text),
        sentence,
        decision,
        [sentence],
        first_reading=FIRST_READING.search(text) is not None,
    )
    if decision.motion == MotionKind.ADOPT and _is_to_rescind(sentence, scene):
        vote.motion_kind = MotionKind.RESCIND
    if not is_about(sentence, scene.reading):
        vote.doubt = "matter"
    if decision.earlier and tally is None:
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


def _is_to_rescind(sentence: Sentence, scene: _Scene) -> bool:
    """Return whether “the motion” was one to end what is there, as told before."""
    before = scene.reading.before(sentence, 1)
    moved = re.match(
        r"\W*(?:The|Her|His|That|La|Su) (?:motion|moción)\b", sentence.plain
    )
    return bool(moved and before and MOTION_TO.search(before[-1].plain))


def _past(scene: _Scene) -> list[FoundDate]:
    """Return the dates on which something can have been decided already."""
    published = scene.reading.article.published
    return [
        one
        for one in scene.dates
        if one.date is None or published is None or one.date <= published
    ]


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
        if ballot.maybe:
            vote.maybe.setdefault(ballot.name, ballot.option)
        else:
            _enter(vote, ballot)


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
        and re.search(r"\b(?:vote|votación|tally|margin|split|decision)\b", text)
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
