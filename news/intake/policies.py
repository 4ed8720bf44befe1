"""Agreements and policies: of what type, of which place, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from news.intake.acts import Act, acts_in
from news.intake.dates import FoundDate, nearest
from news.intake.gazetteer import Place
from news.intake.paragraphs import ParagraphKind
from news.intake.people import People
from news.intake.programs import (
    AGREEMENT_WORD,
    AGREEMENTS,
    BARS,
    DEPUTIZES,
    POLICY_WORD,
    TYPES,
    WITH_ICE,
    instrument_in,
    main_type,
    model_in,
    types_in,
)
from news.intake.reading import Reading
from news.intake.roles import COUNTY, NATION, STATE, TOWN
from news.intake.seats import Seats
from news.intake.sentences import Sentence
from news.intake.votes import FoundVote
from policies.enums import (
    EventKind,
    Instrument,
    MotionKind,
    PolicyStatus,
    PolicyType,
    PredecessorRelation,
    ProgramModel,
    VoteResult,
)

LIMITS = tuple(kind for kind, _pattern in TYPES if kind not in AGREEMENTS)
# Which event tells where a policy stands, if none of them has a later date.
WEIGHT = {
    EventKind.RESCINDED: 9,
    EventKind.TERMINATED_BY_LEA: 9,
    EventKind.REJECTED_BY_BODY: 8,
    EventKind.LEA_SIGNED: 7,
    EventKind.EXTENDED: 7,
    EventKind.ADOPTED: 6,
    EventKind.EXECUTIVE_SIGNED: 6,
    EventKind.EFFECTIVE: 6,
    EventKind.APPROVED_BY_BODY: 5,
    EventKind.WITHDRAWN: 5,
    EventKind.AGENCY_APPLIED: 4,
    EventKind.CONTINUED: 4,
    EventKind.RENEWAL_PROPOSED: 4,
    EventKind.PROPOSED: 3,
    EventKind.UNDER_CONSIDERATION: 3,
    EventKind.REAFFIRMED: 2,
    EventKind.REPORTED: 1,
}
STATUS = {
    EventKind.RESCINDED: PolicyStatus.TERMINATED,
    EventKind.TERMINATED_BY_LEA: PolicyStatus.TERMINATED,
    EventKind.REJECTED_BY_BODY: PolicyStatus.REJECTED,
    EventKind.LEA_SIGNED: PolicyStatus.SIGNED,
    EventKind.EXTENDED: PolicyStatus.ACTIVE,
    EventKind.ADOPTED: PolicyStatus.ACTIVE,
    EventKind.EXECUTIVE_SIGNED: PolicyStatus.ACTIVE,
    EventKind.EFFECTIVE: PolicyStatus.ACTIVE,
    EventKind.APPROVED_BY_BODY: PolicyStatus.PENDING,
    EventKind.WITHDRAWN: PolicyStatus.WITHDRAWN,
    EventKind.AGENCY_APPLIED: PolicyStatus.PENDING,
    EventKind.REAFFIRMED: PolicyStatus.ACTIVE,
    EventKind.REPORTED: PolicyStatus.ACTIVE,
}
RENEWAL = re.compile(
    r"\b(?:extend|extension|renew(?:al)?|reauthoriz\w+|prorrog\w+|renov\w+|"
    r"extensión)\b",
    re.IGNORECASE,
)
CITY = re.compile(
    r"\b(?:the|this|la|esta) (?:city|town|village|ciudad|borough|"
    r"municipality|ayuntamiento|police department|council)\b|\b(?:city|town) "
    r"(?:officials|leaders|council)\b|\b[Ll]ocal police\b|\b(?:city|town) "
    r"police\b",
    re.IGNORECASE,
)
COUNTY_WORD = re.compile(
    r"\b(?:the|this|el|este) (?:county|parish|condado|sheriff(?:'s office|'s "
    r"department)?|jail|alguacil|cárcel)\b|\bcounty (?:officials|jail|"
    r"commissioners)\b|\bsheriff's (?:office|department)\b",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"\b(?:Trump|Biden|Obama|president|White House|Congress|Legislature|"
    r"lawmakers|federal government|Justice Department|governor|Gov\.|the "
    r"state|legislatura|gobernador[a]?|state law|legislators|attorney "
    r"general)\b"
)
# The government itself; a body of another level than the policy's place.
GOES_ON = re.compile(
    r"(?:The|Its|Under the|La|El|Bajo la) (?:\w+ )?(?:order|resolution|"
    r"ordinance|policy|measure|directive|"
    r"orden|resolución|ordenanza|política|medida)\b"
)
EXPLAINS = re.compile(
    r"\b(?:program|agreements?|model|programa|acuerdos?|modelo)\b (?:allows?|"
    r"lets?|gives?|authorizes?|permits?|enables?|deputizes?|trains?|"
    r"permiten?|autorizan?)\b"
)


@dataclass(frozen=True)
class PolicyAct:
    """One event of a policy, in a sentence, with what its words tell."""

    kind: EventKind
    type: PolicyType
    place: Place | None
    sentence: Sentence
    date: FoundDate | None
    model: ProgramModel = ProgramModel.NOT_STATED
    instrument: Instrument = Instrument.UNKNOWN
    doubt: str = ""
    rule: str = "act"
    # What its sentence, and a next one about “the order”, name.
    types: tuple[PolicyType, ...] = ()


@dataclass
class FoundPolicy:
    """An agreement or policy of one place, with its events in the order of the text."""

    type: PolicyType
    place: Place | None
    acts: list[PolicyAct] = field(default_factory=list)

    @property
    def called(self) -> PolicyType:
        """The type, of limits by what they say most exactly: detainers first."""
        if self.type in AGREEMENTS:
            return self.type
        named = {kind for act in self.acts for kind in act.types}
        return next((kind for kind in LIMITS if kind in named), self.type)

    @property
    def decisive(self) -> PolicyAct:
        """The event that tells where the policy stands: the latest weighty one."""
        firm = [act for act in self.acts if not act.doubt] or self.acts
        return max(firm, key=_order)

    @property
    def status(self) -> PolicyStatus:
        """Where the policy stands by what the article tells."""
        return STATUS.get(self.decisive.kind, PolicyStatus.PROPOSED)

    @property
    def model(self) -> ProgramModel:
        """The 287(g) model, if the events agree on one."""
        models = {act.model for act in self.acts} - {ProgramModel.NOT_STATED}
        return models.pop() if len(models) == 1 else ProgramModel.NOT_STATED

    @property
    def instrument(self) -> Instrument:
        """The legal form, by the weightiest event that tells one."""
        told = [act for act in self.acts if act.instrument != Instrument.UNKNOWN]
        return max(told, key=_order).instrument if told else Instrument.UNKNOWN

    @property
    def relation(self) -> PredecessorRelation:
        """Whether it extends what was there before."""
        kinds = {act.kind for act in self.acts}
        extends = kinds & {EventKind.RENEWAL_PROPOSED, EventKind.EXTENDED}
        return PredecessorRelation.EXTENSION if extends else PredecessorRelation.NONE


def _order(act: PolicyAct) -> tuple[int, int]:
    """Return how weighty an event is; of two alike the one told first counts."""
    return WEIGHT.get(act.kind, 0), -act.sentence.start


@dataclass
class _Scene:
    """What the policies of one article are read from."""

    reading: Reading
    seats: Seats
    people: People
    dates: list[FoundDate]
    agreement: PolicyType | None
    limit: PolicyType | None
    hinted: bool


def policies_of(
    reading: Reading,
    seats: Seats,
    people: People,
    dates: list[FoundDate],
    votes: list[FoundVote],
) -> list[FoundPolicy]:
    """Return the agreements and policies of local governments in an article."""
    scene = _scene(reading, seats, people, dates)
    acts = [act for sentence in reading.told for act in _in_sentence(sentence, scene)]
    acts += [act for vote in votes for act in _of_vote(vote, scene)]
    found: dict[tuple[str, str], FoundPolicy] = {}
    for act in sorted(acts, key=lambda one: one.sentence.start):
        if act.place is not None:
            key = _family(act.type), act.place.geoid
            found.setdefault(key, FoundPolicy(act.type, act.place)).acts.append(act)
    return [policy for policy in _named(found) if _counts(policy)]


def _named(found: dict[tuple[str, str], FoundPolicy]) -> Iterator[FoundPolicy]:
    """Yield policies, an unnamed agreement of a place joined to its named one."""
    for (family, geoid), policy in found.items():
        if family == "other":
            named = [
                other
                for (kind, place), other in found.items()
                if place == geoid and kind in ("287g", "hsi", "detention")
            ]
            if named:
                named[0].acts.extend(policy.acts)
                continue
        yield policy


def _family(kind: PolicyType) -> str:
    """Return what a type is grouped by: all limits of one place are one policy."""
    return {
        PolicyType.PROGRAM_287G: "287g",
        PolicyType.HSI_CUSTOMS_DESIGNATION: "hsi",
        PolicyType.HSI_TASK_FORCE: "taskforce",
        PolicyType.DETENTION_CONTRACT: "detention",
        PolicyType.OTHER_AGREEMENT: "other",
    }.get(kind, "limit")


def _counts(policy: FoundPolicy) -> bool:
    """Return whether a policy has an event that is more than a manner of speaking."""
    return any(act.kind in WEIGHT for act in policy.acts)


def _scene(
    reading: Reading, seats: Seats, people: People, dates: list[FoundDate]
) -> _Scene:
    """Return the scene, with the types an article speaks of when it names none."""
    told = [*reading.headlines, *(sentence.plain for sentence in reading.told)]
    agreement = main_type(told, AGREEMENTS)
    page = " ".join(
        paragraph.plain
        for paragraph in reading.paragraphs
        if paragraph.kind is ParagraphKind.FURNITURE
    )
    hinted = False
    if agreement is None and any(DEPUTIZES.search(text) for text in told):
        # The page says which program it is, though the story itself does not.
        agreement = PolicyType.PROGRAM_287G
        hinted = PolicyType.PROGRAM_287G not in types_in(page)
    return _Scene(
        reading, seats, people, dates, agreement, main_type(told, LIMITS), hinted
    )


def _in_sentence(sentence: Sentence, scene: _Scene) -> Iterator[PolicyAct]:
    """Yield the events of policies that one sentence tells."""
    text = sentence.plain
    for act in acts_in(text):
        start = sentence.start + act.start
        spoken = scene.reading.in_speech(start)
        if spoken and act.kind != EventKind.REAFFIRMED:
            continue
        if act.kind == EventKind.REPORTED and EXPLAINS.search(text):
            continue
        kind, doubt = _type_of(act, sentence, scene)
        if kind is None or not _is_possible(act, kind, text):
            continue
        for place in _places_of(act, kind, sentence, scene):
            yield _act(act, kind, place, sentence, scene, doubt)


def _act(
    act: Act,
    kind: PolicyType,
    place: Place,
    sentence: Sentence,
    scene: _Scene,
    doubt: str,
) -> PolicyAct:
    """Return the event of an act, with date, model and legal form of its sentence."""
    text = sentence.plain
    event = act.kind
    if event == EventKind.PROPOSED and kind in AGREEMENTS and RENEWAL.search(text):
        event = EventKind.RENEWAL_PROPOSED
    if event == EventKind.LEA_SIGNED and kind not in AGREEMENTS:
        event = EventKind.EXECUTIVE_SIGNED
    return PolicyAct(
        event,
        kind,
        place,
        sentence,
        _date_of(act, sentence, scene),
        model_in(text) if kind == PolicyType.PROGRAM_287G else ProgramModel.NOT_STATED,
        instrument_in(text),
        doubt,
        types=(kind, *_types_said(sentence, scene)),
    )


def _date_of(act: Act, sentence: Sentence, scene: _Scene) -> FoundDate | None:
    """Return an event's date; what only exists has one where words say since when."""
    start = sentence.start + act.start
    found = nearest(scene.dates, start, sentence.start + act.end, sentence)
    if act.kind == EventKind.REPORTED and found is not None:
        since = re.match(r"(?:since|in|from|en|desde) ", found.phrase, re.IGNORECASE)
        return found if since else None
    return found


def _types_said(sentence: Sentence, scene: _Scene) -> list[PolicyType]:
    """Return the types that a sentence and the next, if it goes on, name."""
    said = types_in(sentence.plain)
    for after in scene.reading.after(sentence, 1):
        if GOES_ON.match(after.plain):
            said += types_in(after.plain)
    return said


def _type_of(
    act: Act, sentence: Sentence, scene: _Scene
) -> tuple[PolicyType | None, str]:
    """Return the type of policy an act is about, and why that is in doubt if it is."""
    text = sentence.plain
    own = types_in(text)
    if BARS.search(text):
        return PolicyType.NO_ASSISTANCE, ""
    agreements = [kind for kind in own if kind in AGREEMENTS]
    limits = [kind for kind in own if kind in LIMITS]
    signs = act.kind in (
        EventKind.LEA_SIGNED, EventKind.AGENCY_APPLIED, EventKind.EXTENDED,
    )  # fmt: skip
    if agreements and not (limits and act.kind == EventKind.ADOPTED):
        return agreements[0], ""
    if limits and not signs:
        return limits[0], ""
    if limits and POLICY_WORD.search(text):
        return limits[0], ""
    if WITH_ICE.search(text):
        if scene.agreement is not None:
            return scene.agreement, "hinted" if scene.hinted else ""
        return PolicyType.OTHER_AGREEMENT, ""
    return _type_meant(text, sentence, scene)


def _type_meant(
    text: str, sentence: Sentence, scene: _Scene
) -> tuple[PolicyType | None, str]:
    """Return the type that “the agreement” or “the measure” means, by what came before."""
    agreement, policy = AGREEMENT_WORD.search(text), POLICY_WORD.search(text)
    if not agreement and not policy:
        return None, ""
    wanted = AGREEMENTS if agreement else (*AGREEMENTS, *LIMITS)
    for before in scene.reading.before(sentence, 4):
        named = [kind for kind in types_in(before.plain) if kind in wanted]
        if named:
            return named[0], ""
        if WITH_ICE.search(before.plain):
            kind = scene.agreement or PolicyType.OTHER_AGREEMENT
            return kind, "hinted" if scene.hinted and scene.agreement else ""
    if agreement and scene.agreement is not None:
        return scene.agreement, "hinted" if scene.hinted else "far"
    if policy and scene.agreement is None and scene.limit is not None:
        return scene.limit, "far"
    return None, ""


def _is_possible(act: Act, kind: PolicyType, text: str) -> bool:
    """Return whether an act can be one of a type: nobody signs a sanctuary."""
    if act.kind == EventKind.LEA_SIGNED and kind not in AGREEMENTS:
        return bool(
            POLICY_WORD.search(
                text[act.end : act.end + 90] + text[max(0, act.start - 90) : act.start]
            )
        )
    if act.kind == EventKind.LEA_SIGNED:
        near = text[act.end : act.end + 130] if not act.passive else text
        return bool(
            AGREEMENT_WORD.search(near)
            or types_in(near)
            or WITH_ICE.search(near)
            or re.match(r" (?:on|up)\b", near)
        ) and not re.match(
            r" (?:a|an|the|la|el) (?:letter|petition|bill|order|executive|"
            r"resolution|carta|petición|ley|proclamation|affidavit|"
            r"statement)\b",
            near,
        )
    if act.kind == EventKind.TERMINATED_BY_LEA:
        near = text[act.end : act.end + 110]
        return bool(
            AGREEMENT_WORD.search(near) or POLICY_WORD.search(near) or types_in(near)
        )
    if act.kind == EventKind.REPORTED and kind not in AGREEMENTS:
        return kind == PolicyType.DETAINER_POLICY and bool(
            re.search(r"honor|compl|accept|hold|detain|cumpl|acat", act.words)
        )
    if act.kind == EventKind.REAFFIRMED:
        return kind == PolicyType.SANCTUARY_DECLARATION
    return True


def _places_of(
    act: Act, kind: PolicyType, sentence: Sentence, scene: _Scene
) -> list[Place]:
    """Return whose policy an act is about: who acts, by name, office or “the city”."""
    text, offset = sentence.plain, sentence.start
    subject = text[: act.start]
    named = _named_before(act, sentence, scene)
    if named:
        return named
    person = _person_near(act, sentence, scene)
    if person is not None:
        return person
    if ELSEWHERE.search(subject[-90:]) and not CITY.search(subject):
        return []
    for pattern, level in ((COUNTY_WORD, COUNTY), (CITY, TOWN)):
        if pattern.search(subject) or (act.passive and pattern.search(text)):
            place = scene.seats.at(offset + act.start, level)
            return [place] if place else []
    inside = [
        place
        for _since, _till, place in scene.seats.places.between(offset, sentence.end)
        if not place.is_state
    ]
    if (
        act.kind
        in (EventKind.PROPOSED, EventKind.REPORTED, EventKind.UNDER_CONSIDERATION)
        or act.passive
    ):
        if inside:
            return inside[:1]
    place = scene.seats.at(offset + act.start)
    return [place] if place and _is_anaphora(subject) else []


def _is_anaphora(subject: str) -> bool:
    """Return whether a subject points back: “it”, “the proposal”, “the agreement”."""
    return (
        re.search(
            r"(?:^|\b)(?:[Ii]t|[Tt]hey|[Tt]he (?:proposal|proposed|agreement|"
            r"partnership|measure|resolution|ordinance|"
            r"policy|department|agency|order|program|plan|contract|deal|new)|"
            r"[Aa] (?:proposal|proposed|resolution|measure)|[Tt]his|[Ll]a "
            r"(?:propuesta|medida|resolución|ordenanza)|"
            r"[Ee]l (?:acuerdo|convenio|departamento|concejo))\b",
            subject,
        )
        is not None
        or not subject.strip()
    )


def _named_before(act: Act, sentence: Sentence, scene: _Scene) -> list[Place]:
    """Return the places that a sentence names as those who act.

    “Hialeah and Coral Gables signed” names two; “in Texas, the sheriff signed” none.
    """
    text, offset = sentence.plain, sentence.start
    spans = scene.seats.places.between(offset, offset + act.start)
    kept: list[Place] = []
    for since, till, place in reversed(spans):
        behind = text[till - offset : act.start]
        if place.is_state or scene.reading.in_speech(since):
            continue
        if kept and not re.fullmatch(
            r",? (?:and |y |& )?.{0,60}|, .{0,60}", behind.split(kept[-1].name)[0]
        ):
            break
        near = re.search(
            r"(?:[Nn]ear|[Oo]utside|[Ll]ike|cerca de|[Uu]nlike) (?:\w+ )?$",
            text[: since - offset],
        )
        if near or (not kept and len(behind) > 170):
            continue
        if kept and not re.match(
            r",? (?:and|y|&|e)? ?[A-ZÁÉÍÓÚ]|, ", text[till - offset :]
        ):
            break
        kept.append(place)
        if not re.search(r"(?:\band|,|\by|&) $|, $", text[: since - offset]):
            break
    if act.passive and not kept:
        behind_spans = scene.seats.places.between(offset + act.end, sentence.end)
        kept = [place for _s, _t, place in behind_spans[:1] if not place.is_state]
    return list(dict.fromkeys(reversed(kept)))


def _person_near(act: Act, sentence: Sentence, scene: _Scene) -> list[Place] | None:
    """Return the place of the official who acts, None if none does; [] if not local."""
    text = sentence.plain
    subject = text[: act.start]
    behind = (
        re.match(r"[^;]{0,80}?\b(?:by|por) (?:[\w.]+ ){0,3}", text[act.end :])
        if act.passive
        else None
    )
    part = subject if behind is None else text[act.end : act.end + behind.end() + 60]
    best = None
    for person in scene.people.everyone:
        for name in {person.name, person.name.split()[-1]}:
            place = part.rfind(name)
            if place >= 0 and (best is None or place > best[0]):
                best = place, person
    if best is None:
        return None
    person = best[1]
    if person.of in (NATION, STATE) or person.leads_group or person.former:
        return []
    seat, _told = scene.seats.of_person(person)
    return [seat] if seat else []


def _of_vote(vote: FoundVote, scene: _Scene) -> Iterator[PolicyAct]:
    """Yield what a vote did to the policy that it was about, nothing if procedural."""
    if vote.doubt in ("matter", "counts") or vote.procedural or vote.body is None:
        return
    if vote.body.family == "legislature":
        return
    place = vote.body.place or scene.seats.at(vote.sentence.start)
    if place is None or place.is_state:
        return
    act = Act(EventKind.ADOPTED, 0, 0, "")
    kind, doubt = _type_of(act, vote.sentence, scene)
    if kind is None:
        kind = scene.agreement or scene.limit
        doubt = "far"
    if kind is None:
        return
    event = _event_of(vote, kind)
    if event is not None:
        text = " ".join(one.plain for one in vote.sentences)
        yield PolicyAct(
            event,
            kind,
            place,
            vote.sentence,
            vote.date,
            model_in(text)
            if kind == PolicyType.PROGRAM_287G
            else ProgramModel.NOT_STATED,
            instrument_in(text),
            "" if doubt == "far" else doubt,
            rule="vote",
            types=(kind, *_types_said(vote.sentence, scene)),
        )


def _event_of(vote: FoundVote, kind: PolicyType) -> EventKind | None:
    """Return the event of a policy that a vote is."""
    renews = RENEWAL.search(f"{vote.motion} {vote.sentence.plain}")
    if vote.result == VoteResult.SCHEDULED:
        extends = kind in AGREEMENTS and renews
        return EventKind.RENEWAL_PROPOSED if extends else EventKind.PROPOSED
    if vote.result in (VoteResult.CONTINUED, VoteResult.NO_ACTION):
        return EventKind.CONTINUED
    if vote.result == VoteResult.WITHDRAWN:
        return EventKind.WITHDRAWN
    if vote.result in (VoteResult.FAILED, VoteResult.TIED_FAILED):
        return (
            None
            if vote.motion_kind == MotionKind.RESCIND
            else EventKind.REJECTED_BY_BODY
        )
    if vote.result != VoteResult.PASSED:
        return None
    if vote.first_reading:
        return EventKind.PROPOSED
    if vote.motion_kind == MotionKind.RESCIND:
        return EventKind.RESCINDED
    if kind in AGREEMENTS:
        return EventKind.EXTENDED if renews else EventKind.APPROVED_BY_BODY
    return EventKind.ADOPTED
