"""Agreements and policies: of what type, of which place, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from news.intake.acts import Act, acts_in
from news.intake.dates import FoundDate, nearest
from news.intake.gazetteer import Place
from news.intake.owners import (
    places_of_act,
)
from news.intake.paragraphs import ParagraphKind
from news.intake.people import People
from news.intake.policy import (
    LIMITS,
    WEIGHT,
    FoundPolicy,
    PolicyAct,
)
from news.intake.programs import (
    AGREEMENT_WORD,
    AGREEMENTS,
    BARS,
    DEPUTIZES,
    POLICY_WORD,
    WITH_ICE,
    instrument_in,
    main_type,
    model_in,
    types_in,
)
from news.intake.reading import Reading
from news.intake.seats import Seats
from news.intake.sentences import Sentence
from news.intake.vote import FoundVote, is_earlier
from policies.enums import (
    EventKind,
    MotionKind,
    PolicyType,
    ProgramModel,
    VoteResult,
)

RENEWAL = re.compile(
    r"\b(?:extend|extension|renew(?:al)?|reauthoriz\w+|prorrog\w+|renov\w+|"
    r"extensión)\b",
    re.IGNORECASE,
)
# Behind these a date is that of the paper that tells so.
SOURCE = re.compile(r"\b(?:according to|según)\b")
SCHOOLS = re.compile(r"\b(?:[Ss]chools?|[Ee]ducation|[Ee]scolar(?:es)?)\b")
# “The agreement” is the one that the article is about; “the program” may be any.
PLAIN = ("agreement", "acuerdo", "convenio", "memorandum", "memorando", "moa", "pact")
BODY = re.compile(r"\b(?:council|commission(?:ers)?|board|court|supervisors)\b", re.I)
CONTRACTS = ("contract", "contrato")
SIGNS_ON = re.compile(r"\b(?:to sign on|signed on)\b", re.IGNORECASE)
JOIN = re.compile(
    r"\b(?:join|sign|decision|decided|participat\w+|unirse|firmar)\b", re.IGNORECASE
)
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
    # Whether the article speaks of a jail that holds people for ICE.
    houses: bool = False


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
    return any(
        act.kind in WEIGHT and act.kind != EventKind.EFFECTIVE for act in policy.acts
    )


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
        reading,
        seats,
        people,
        dates,
        agreement,
        main_type(told, LIMITS),
        hinted,
        any(PolicyType.DETENTION_CONTRACT in types_in(text) for text in told),
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
        for place in places_of_act(act, kind, sentence, scene.seats, scene.people):
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
        begged=act.words.startswith("to "),
    )


def _date_of(act: Act, sentence: Sentence, scene: _Scene) -> FoundDate | None:
    """Return an event's date; what only exists has one where words say since when."""
    start = sentence.start + act.start
    source = SOURCE.search(sentence.plain, act.end)
    limit = sentence.start + source.start() if source else sentence.end
    dates = [one for one in scene.dates if one.start < limit]
    found = nearest(dates, start, sentence.start + act.end, sentence)
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
        EventKind.LEA_SIGNED,
        EventKind.AGENCY_APPLIED,
        EventKind.EXTENDED,
    )
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
    """Return the type that “the agreement” means, by what came before."""
    agreement, policy = AGREEMENT_WORD.search(text), POLICY_WORD.search(text)
    agreement = agreement or SIGNS_ON.search(text)
    word = agreement[0].casefold().removesuffix("s") if agreement else ""
    if word in CONTRACTS and scene.houses:
        return PolicyType.DETENTION_CONTRACT, ""
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
        plain = word in PLAIN
        return scene.agreement, "hinted" if scene.hinted else "" if plain else "far"
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
    if act.kind == EventKind.LEA_SIGNED and (
        act.words.endswith("off on") and BODY.search(text[: act.start])
    ):
        return False  # a vote, told of as such
    if act.kind == EventKind.LEA_SIGNED:
        near = text[act.end : act.end + 130] if not act.passive else text
        return bool(
            AGREEMENT_WORD.search(near)
            or types_in(near)
            or WITH_ICE.search(near)
            or re.match(r" (?:on|up)\b", near)
            or act.words.startswith("became ")
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
    if act.kind == EventKind.UNDER_CONSIDERATION:
        near = text[act.start :]
        return bool(
            AGREEMENT_WORD.search(near)
            or POLICY_WORD.search(near)
            or types_in(near)
            or JOIN.search(near)
        )
    return True


def _of_vote(vote: FoundVote, scene: _Scene) -> Iterator[PolicyAct]:
    """Yield what a vote did to the policy that it was about, nothing if procedural."""
    if vote.doubt in ("matter", "counts") or vote.procedural or vote.body is None:
        return
    start = max(vote.body.start - vote.body.sentence.start - 30, 0)
    named = vote.body.sentence.plain[start : vote.body.end - vote.body.sentence.start]
    place = vote.body.place
    of_state = vote.body.family == "legislature" and (place is None or place.is_state)
    if of_state or SCHOOLS.search(named):
        return  # a law, or the rule of a school district, which is no place of ours
    place = scene.seats.governed_by(vote.body, vote.sentence.start)
    before = "earlier" if is_earlier(vote) else ""
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
            before if doubt == "far" else doubt or before,
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
