"""Which place each name in an article means, and which places it is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from jurisdictions.enums import Level
from news.intake.gazetteer import Gazetteer, Place
from news.intake.mentions import (
    EVERYDAY,
    Evidence,
    Mention,
    mentions_of,
)
from news.intake.named_states import (
    Found,
    Standing,
    states_named,
)
from news.intake.paragraphs import ParagraphKind
from news.intake.people import People
from news.intake.reading import Reading

TOWNS = (Level.MUNICIPALITY, Level.CONSOLIDATED)
# By far the largest of a name: so many people, so many times the next one's.
KNOWN_SIZE, KNOWN_TIMES = 100_000, 15
# A city that everybody thinks of first, if the context has another of its name.
FAMOUS = 250_000
SPOKEN_OF = 4  # of a state, by its weight: enough to outdo a famous city elsewhere


@dataclass
class Places:
    """The places of one article, by where they are named."""

    found: list[Found]
    states: Counter[str]
    gazetteer: Gazetteer
    _spans: list[tuple[int, int, Place]] = field(default_factory=list)
    _headings: list[tuple[int, Place]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._spans = sorted(
            (mention.start, mention.end, found.place)
            for found in self.found
            if found.place is not None
            for mention in found.mentions
        )

        # A line with a place's name alone, which heads a part of the story.
        self._headings = sorted(
            (mention.start, found.place)
            for found in self.found
            if found.place is not None
            for mention in found.mentions
            if mention.alone
            and mention.sentence.paragraph.start > 0
            and mention.sentence.paragraph.kind is not ParagraphKind.HEADLINE
        )

    def between(self, start: int, end: int) -> list[tuple[int, int, Place]]:
        """Return the places named between two places of the text, in order."""
        first = bisect_left(self._spans, (start,))
        last = bisect_left(self._spans, (end,))
        return [row for row in self._spans[first:last] if row[1] <= end]

    def doubtful_at(self, start: int, end: int) -> bool:
        """Return whether a name there may mean several places, none decided."""
        return any(
            start <= mention.start < end
            for found in self.found
            if found.place is None
            for mention in found.mentions
        )

    def heading_of(self, start: int) -> Place | None:
        """Return the place whose name stands alone above a passage."""
        index = bisect_right(self._headings, start, key=lambda row: row[0])
        return self._headings[index - 1][1] if index else None

    def primary(self, reading: Reading) -> list[tuple[int, Place]]:
        """Return the places the article is about with their weight, heaviest first."""
        rows = [row for row in self.found if row.standing is Standing.PRIMARY]
        rows.sort(key=lambda row: (-weight_of(row, reading), row.first.start))
        return [(weight_of(row, reading), row.place) for row in rows if row.place]

    def context_state(self) -> str:
        """Return the postal code of the state the article speaks of most, or ""."""
        best = self.states.most_common(2)
        if not best or (len(best) > 1 and best[0][1] < 1.5 * best[1][1]):
            return ""
        return best[0][0]


def places_of(reading: Reading, gazetteer: Gazetteer, people: People) -> Places:
    """Return the places of an article, each once, with how each was told apart."""
    mentions = mentions_of(reading, gazetteer, people)
    states, stated = states_named(reading, gazetteer, mentions)
    groups: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in _kept(mentions, gazetteer):
        groups[_name_key(mention), _county(mention)].append(mention)
    rows: dict[str, Found] = {}
    doubtful: list[Found] = []
    later: list[list[Mention]] = []
    for group in groups.values():
        tagged = {mention.tag for mention in group if mention.tag}
        for tag in tagged:
            own = [row for row in group if row.tag == tag or len(tagged) == 1]
            _settle(own, tag, gazetteer, states, rows, doubtful)
        rest = [row for row in group if not row.tag] if len(tagged) != 1 else []
        if rest:
            later.append(rest)
    # Names without a state come last, when all others have told of theirs.
    later.sort(key=lambda group: len(_candidates(group[0], gazetteer)))
    for group in later:
        _settle(group, "", gazetteer, states, rows, doubtful)
    found = [*rows.values(), *stated, *doubtful]
    for row in found:
        row.standing = standing_of(row, reading)
    return Places(found, states, gazetteer)


def _county(mention: Mention) -> str:
    """Return which kind of place a name can mean, so that kinds are not mixed."""
    named = mention.name.casefold().endswith((" county", " parish"))
    return "county" if named or mention.form == "county" else ""


def _name_key(mention: Mention) -> str:
    """Return what a name is grouped by: with and without “City” it is one place's."""
    return mention.key.removesuffix(" city") or mention.key


def _kept(mentions: list[Mention], gazetteer: Gazetteer) -> Iterator[Mention]:
    """Yield the mentions that mean a place: weak ones where another vouches for them.

    A strong mention of the same name vouches, and a large city's name for itself.
    """
    strong = {_name_key(row) for row in mentions if row.evidence == Evidence.STRONG}
    fair = {_name_key(row) for row in mentions if row.evidence >= Evidence.FAIR}
    vouched = strong | fair
    for mention in mentions:
        rows = gazetteer.named(mention.name)
        large = any((row.population or 0) >= KNOWN_SIZE for row in rows)
        alone = large or (" " in mention.name and len(rows) == 1)
        if alone and mention.key not in EVERYDAY:
            vouched.add(_name_key(mention))
    kept = [_name_key(mention) in vouched for mention in mentions]
    # “Sanford, Ocoee and Winter Garden have signed”: one speaks for all in a row.
    pairs = list(enumerate(zip(mentions, mentions[1:], strict=False)))
    for place, (mention, other) in (*pairs, *reversed(pairs)):
        if kept[place] != kept[place + 1] and _are_beside(mention, other):
            kept[place] = kept[place + 1] = True
    yield from (mention for mention, keep in zip(mentions, kept, strict=True) if keep)


def _are_beside(mention: Mention, other: Mention) -> bool:
    """Return whether two names stand in one row: “A and B”, “A, B”."""
    if mention.sentence is not other.sentence:
        return False
    offset = mention.sentence.start
    between = mention.sentence.plain[mention.end - offset : other.start - offset]
    return between in (", ", " and ", ", and ", " y ", " & ")


def _candidates(mention: Mention, gazetteer: Gazetteer) -> list[Place]:
    """Return the places that a name can mean by its form, townships only at need."""
    rows = gazetteer.named(mention.name)
    if _county(mention):
        counties = [row for row in rows if row.is_county]
        if not counties:
            counties = [
                row
                for row in gazetteer.named(f"{mention.name} County")
                if row.is_county
            ]
        return counties or rows
    if mention.form == "town":
        towns = [
            row
            for row in rows
            if row.level == Level.TOWNSHIP or row.designation == "town"
        ]
        return towns or rows
    towns = [row for row in rows if row.level in TOWNS]
    other = [row for row in rows if row.level not in TOWNS]
    return towns or other


def _settle(
    group: list[Mention],
    tag: str,
    gazetteer: Gazetteer,
    states: Counter[str],
    rows: dict[str, Found],
    doubtful: list[Found],
) -> None:
    """Put a group of mentions with the place they mean, or among the doubtful."""
    place, reason, candidates = _decide(group, tag, gazetteer, states)
    if place is not None:
        row = rows.setdefault(place.geoid, Found(place, [], reason=reason))
        row.mentions.extend(group)
        if max(mention.evidence for mention in group) == Evidence.STRONG:
            states[place.state] += 1
    elif candidates:
        doubtful.append(Found(None, group, tuple(candidates), reason))


def _decide(
    group: list[Mention], tag: str, gazetteer: Gazetteer, states: Counter[str]
) -> tuple[Place | None, str, list[Place]]:
    """Return the place that a name means, by what it was told, else the candidates."""
    best = max(group, key=lambda mention: mention.evidence)
    rows = [row for row in gazetteer.named(best.name) if not tag or row.state == tag]
    if not tag:
        rows = _candidates(best, gazetteer)
        in_context = [row for row in gazetteer.named(best.name) if states[row.state]]
        if not any(states[row.state] for row in rows) and in_context:
            rows = in_context
    elif _county(best):
        rows = [row for row in rows if row.is_county] or rows
    else:
        rows = [row for row in rows if row.level in TOWNS and not row.is_county] or rows
    if tag:
        return _one_of(rows, "tag")
    return _by_context(best, group, rows, states)


def _one_of(rows: list[Place], reason: str) -> tuple[Place | None, str, list[Place]]:
    """Return the one place of a state with a name; of two, the clearly larger."""
    if len(rows) == 1:
        return rows[0], reason, []
    by_size = sorted(rows, key=lambda row: -(row.population or 0))
    if len(rows) > 1 and (by_size[0].population or 0) > 3 * (
        by_size[1].population or 0
    ):
        return by_size[0], reason, []
    return None, reason, by_size


def _by_context(
    best: Mention, group: list[Mention], rows: list[Place], states: Counter[str]
) -> tuple[Place | None, str, list[Place]]:
    """Return the place of a bare name, by the states the article speaks of."""
    by_size = sorted(rows, key=lambda row: -(row.population or 0))
    if not rows:
        return None, "", []
    large = _by_far_largest(by_size)
    here = [row for row in rows if states[row.state]]
    if len({row.state for row in here}) > 1:
        weights = Counter({row.state: states[row.state] for row in here})
        first, second = weights.most_common(2)
        clear = first[1] >= 2 * second[1]
        here = [row for row in here if row.state == first[0]] if clear else []
        if not clear and large is None:
            return None, "several", by_size
    if here:
        place, _reason, _rest = _one_of(here, "")
        rival = large is not None and large.state != here[0].state
        famous = rival and large is not None and (large.population or 0) >= FAMOUS
        if famous and states[here[0].state] < SPOKEN_OF:
            return large, "largest", []
        if place is None or (famous and not _is_local(group)):
            return None, "famous" if famous else "several", by_size
        return place, "context", []
    if len(rows) == 1 and (not states or best.evidence == Evidence.STRONG):
        return rows[0], "only", []
    if len(rows) == 1 and ((rows[0].population or 0) > 10_000 or " " in best.name):
        return rows[0], "only", []
    if large is not None:
        return large, "largest", []
    return None, "several", by_size


def _by_far_largest(by_size: list[Place]) -> Place | None:
    """Return the first of some places if no other comes near it in people."""
    first = by_size[0].population or 0
    second = (by_size[1].population or 0) if len(by_size) > 1 else 0
    return by_size[0] if first >= max(KNOWN_SIZE, KNOWN_TIMES * second) else None


def _is_local(group: list[Mention]) -> bool:
    """Return whether a name is the story's own: in its title, dateline or offices."""
    return any(
        row.dateline
        or row.civic
        or row.sentence.paragraph.kind is ParagraphKind.HEADLINE
        for row in group
    )


def weight_of(row: Found, reading: Reading) -> int:
    """Return how much of an article is about a place, by where it names it."""
    weight = 0
    kinds = {mention.sentence.paragraph.kind for mention in row.mentions}
    if ParagraphKind.HEADLINE in kinds:
        weight += 3
    if any(mention.alone for mention in row.mentions):
        weight += 5
    if any(mention.dateline for mention in row.mentions):
        weight += 3
    told = [
        mention
        for mention in row.mentions
        if mention.sentence.is_told and not reading.in_speech(mention.start)
    ]
    if any(mention.civic for mention in told):
        weight += 3
    return weight + min(len(told), 4) - 2 * all(row.near for row in row.mentions)


def standing_of(row: Found, reading: Reading) -> Standing:
    """Return what a place is to the article, before its facts are known.

    A state is the subject only by what it does; `extraction` says that later.
    """
    own = [
        mention
        for mention in row.mentions
        if mention.sentence.paragraph.kind is not ParagraphKind.CAPTION
        and not reading.in_speech(mention.start)
        and not (mention.near and row.reason == "state")
    ]
    if not own:
        return Standing.PASSING
    district = row.place is not None and row.place.level == Level.DISTRICT
    if (row.reason != "state" or district) and weight_of(row, reading) >= 5:
        return Standing.PRIMARY
    return Standing.NAMED


def is_everyday(name: str) -> bool:
    """Return whether a name is also an everyday word or a usual surname."""
    return name.casefold() in EVERYDAY
