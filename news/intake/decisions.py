"""The words by which an article says that a body decided, and how.

A decision is told in the past and in the article's own voice. What is planned, wished,
denied or only imagined is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policies.enums import MotionKind, VoteResult

REJECT = (
    r"reject|deny|oppose|kill|defeat|disapprove|decline|turn down|block|vote "
    r"down|strike down|"
    r"balk(?! against)|not (?:approve|adopt|renew|enter|join|sign|extend|"
    r"support)|rechazar|negar"
)
CONTINUE = (
    r"table|postpone|delay|defer|continue(?! (?:the|its|their|to) "
    r"(?:agreement|partnership|cooperat))|"
    r"refer|send (?:it|the \w+) (?:back )?to|push|hold (?:it|the \w+)|remand|"
    r"aplazar|posponer|postergar|diferir"
)
RESCIND = (
    r"rescind|repeal|revoke|terminate|end|cancel|void|undo|exit|withdraw from|leave|"
    r"sever|scrap|pull out|nullify|reverse|drop|revocar|rescindir|terminar|"
    r"anular|cancelar|derogar"
)
PROCEDURE = (
    r"suspend (?:\w+ )?rules?|waive|open the|close (?:the|debate)|"
    r"adjourn|recess|"
    r"schedule|set (?:a|the) (?:public )?(?:hearing|date)|hold|advance|"
    r"introduce|place|hear|"
    r"go into|enter (?:into )?(?:executive|closed)|reconsider|amend|limit "
    r"(?:public|debate)|"
    r"extend (?:the )?(?:meeting|public comment|debate)|end debate|call the question|"
    r"take up|discuss|add (?:it|the item)|remove (?:it|the item)|consider|"
    r"suspender las reglas"
)
# “… voted in favor of leaving the program”
LEAVING = re.compile(
    r" (?:of |de )?(?:the |its |la |su )?(?:leaving|ending|exiting|withdraw\w*|"
    r"terminat\w+|"
    r"cancel\w+|repeal\w*|rescind\w*|salida|salir|terminar|poner fin)\b",
    re.IGNORECASE,
)
_aside = r"[^;:\"]{0,70}?"
VOTED = re.compile(
    rf"\b(?P<verb>voted|votó|votaron|decided|decidió|agreed|acordó|broke "
    rf"(?:a|the) (?:[\d-]+ )?tie)\b(?P<mid>{_aside})"
    rf"(?:\b(?P<against>against|down|en contra)\b|\b(?P<for>in favor|for|a favor)\b|"
    rf"\b(?:to|para|por|no a|a) (?P<to>(?:not )?[a-záéíóú]+"
    r"(?: [a-z]+){0,3}))",
    re.IGNORECASE,
)
PASSES = (
    r"approved|adopted|passed|aprobado|ratified|endorsed|authorized|okayed|"
    r"OK'd|signed off on|green-?lit|green-?lighted|gave (?:the |its |their )?"
    r"(?:go-ahead|green light|blessing|OK|nod)|dio luz verde|dieron luz verde|"
    r"enacted|aprobó|aprobaron|adoptó|adoptaron|ratificó|avaló|autorizó|gave "
    r"(?:(?!no )\w+ ){0,2}?approval"
)
FAILS = (
    r"rejected|rechazado|denied|defeated|voted down|turned down|killed|shot "
    r"down|struck down|"
    r"rechazó|rechazaron|negó|derrotó|declined to (?:approve|adopt|pass|renew|extend)|"
    r"refused to (?:approve|adopt|pass|renew)|no aprobó|did not approve"
)
CONTINUES = (
    r"tabled|postponed|delayed|deferred|continued|put off|pushed back|"
    r"aplazó|aplazaron|pospuso|pospusieron|postergó|difirió"
)
RESCINDS = (
    r"rescinded|repealed|revoked|terminated|canceled|cancelled|voided|revocó|rescindió|"
    r"anuló|canceló|derogó"
)
EXTENDS = r"extended|renewed|reauthorized|prorrogó|renovó|extendió"
_object = (
    r"(?:resolution|measure|motion|ordinance|proposal|agreement|bill|item|"
    r"amendment|policy|"
    r"plan|contract|request|legislation|partnership|memorandum|effort|vote|"
    r"resoluci[óo]n|medida|moci[óo]n|ordenanza|propuesta|acuerdo|convenio|"
    r"proyecto(?: de ley)?|enmienda|iniciativa)"
)
ACTIVE = re.compile(
    rf"\b(?P<pass>{PASSES})\b|\b(?P<fail>{FAILS})\b|\b(?P<continue>{CONTINUES})\b|"
    rf"\b(?P<rescind>{RESCINDS})\b|\b(?P<extend>{EXTENDS})\b",
    re.IGNORECASE,
)
PASSIVE = re.compile(
    rf"\b(?P<what>{_object})s?\b(?P<mid>[^;:]{{0,140}}?)\b(?:(?:was|were|"
    rf"got|fue|fueron|quedó) "
    rf"(?:\w+ly |also |then |por unanimidad )?(?:(?P<pass>{PASSES}|"
    rf"aprobad[oa]|adoptad[oa])|"
    rf"(?P<fail>rejected|denied|defeated|voted down|killed|turned down|shot "
    rf"down|rechazad[oa]|derrotad[oa])|"
    rf"(?P<continue>tabled|postponed|delayed|deferred|continued|put off|"
    rf"aplazad[oa]|pospuest[oa])|"
    rf"(?P<rescind>{RESCINDS}|revocad[oa]|anulad[oa])|(?P<extend>{EXTENDS}|"
    rf"renovad[oa]))|"
    rf"(?P<fail2>failed|falls? short|fell short|fracasó|no prosperó|no pasó|"
    rf"was not approved|did not pass)|"
    rf"(?P<pass2>passed|carried|prevailed|cleared|won approval|pasó|prosperó)|"
    rf"(?P<died>died|murió))\b",
    re.IGNORECASE,
)
# “A bill that would have ended the deal died”: what it would do, and what it did.
THAT_WOULD = re.compile(r"^ (?:that|which|que) (?:would(?: have)?|habría)\b")
NO_SECOND = re.compile(
    r"(?:lack|want) of a second|did not (?:get|receive|draw) a second|without a second|"
    r"no (?:one|member|commissioner|council ?member).{0,25} second(?:ed)?\b|"
    r"falta de (?:una )?secund\w+|"
    r"nadie (?:la |lo )?secundó",
    re.IGNORECASE,
)
VOIDS = re.compile(r"declare\b.{0,120}\b(?:void|null|invalid|nul[oa])\b", re.IGNORECASE)
# “The 6-5 vote authorizes the sheriff …”
THE_VOTE = re.compile(
    r"\b(?:[Tt]he|[Ee]l|[Uu]n|[Aa]) \d{1,2}-\d{1,2}(?:-\d)? (?:vote|"
    r"voto)\b,? (?:which |that |que )?"
    r"(?:(?P<pass>authori[sz]\w+|approv\w+|allow\w*|clear\w*|adopt\w*|pav\w+|"
    r"makes?|means|autoriza|aprueba|permite)|"
    r"(?P<fail>reject\w*|kill\w*|block\w*|defeat\w*|rechaza|bloquea))\b"
)
NO_ACTION = re.compile(
    r"\b(?:took no (?:action|vote)|no (?:action|vote) was taken|did not take "
    r"(?:a vote|action)|"
    r"ended (?:\w+ ){0,4}without (?:a vote|taking action)|no motion was made|"
    r"adjourned without (?:a vote|voting)|no tomó (?:ninguna )?(?:acción|decisión)|"
    r"no hubo votación)\b",
    re.IGNORECASE,
)
WITHDREW = re.compile(
    r"\b(?:withdrew|pulled|removed|retiró|retirad[oa]|"
    r"withdrawn)\b[^;\"]{0,60}?\b(?:from (?:the|its|their|Tuesday's|"
    r"Monday's|tonight's|\w+'s) agenda|from consideration|the (?:motion|"
    r"proposal|resolution|item)|"
    r"(?:la|su) (?:propuesta|moción)|del orden del día|de la agenda)",
    re.IGNORECASE,
)
SCHEDULED = re.compile(
    r"\b(?:(?:is|are|was|were) (?:now |also |still |currently )?(?:expected|"
    r"scheduled|set|slated|due|poised|planning|likely|"
    r"preparing|going) to (?:(?:again|finally|formally|also) )?(?:vote|"
    r"consider|take up|decide|take a vote|hold a vote|take a final vote|"
    r"hold a final vote|discuss and vote|weigh)|"
    r"(?:set|scheduled|slated|up|due) for (?:a |another |its |final |second "
    r")*(?:vote|reading|consideration)|"
    r"will (?!not )(?:\w+ )?(?:vote|consider|take up|decide|hold a vote|take a vote|"
    r"take a final vote)|plans? to vote|"
    r"(?:a |the |final )*vote (?:on [^;\"]{0,60} )?(?:is|was|has been) "
    r"(?:now )?(?:set|scheduled|expected|planned|slated)|"
    r"(?<!no )votar[áa]n?\b|tiene[n]? previsto (?:votar|considerar)|(?:se espera|"
    r"está previsto|está programad[oa]) que [^;\"]{0,60}?"
    r"(?:vote|voten|considere|decida)|someter[áa]n? a votación|"
    r"considerar[áa]n?\b|decidir[áa]n?\b|"
    r"volver[áa]n? a (?:votar|considerar))",
    re.IGNORECASE,
)
TIED = re.compile(
    r"\b(?:tied|\d{1,2}-\d{1,2} tie|deadlocked|split evenly|in a tie|a tie|"
    r"tie vote|empate|empat[óo])\b",
    re.IGNORECASE,
)
UNANIMOUS = re.compile(
    r"\bunanimous(?:ly)?\b|\bpor unanimidad\b|\bunánime(?:mente)?\b|\ball "
    r"(?:\w+ )?(?:members|commissioners|supervisors) vot(?:ed|ing) (?:in "
    r"favor|yes|for)\b",
    re.IGNORECASE,
)
NOT_UNANIMOUS = re.compile(
    r"\b(?:not|wasn't|no fue|nearly|almost) (?:a )?(?:unanimous|unánime)|"
    r"\bunanimous (?:consent|support from)",
    re.IGNORECASE,
)
# Before a verb these say that it did not happen, or not yet.
UNREAL = re.compile(
    r"\b(?:if|unless|whether|would|could|might|should|may|must|can|cannot|until|unless|"
    r"to be|be|been expected to be|not|n't|never|yet to|without|before|once|"
    r"has to be|needs? to be|wants?|wanted|hopes?|urg\w+|ask\w+|call(?:ed|ing) on|"
    r"si|ser|sea|fuera|podría|debería|no|nunca|sin|antes de que|whenever|had "
    r"not|have not)"
    r"(?: (?:\w+ly|be|is|are|was|were|has|have|it|that|the (?:council|"
    r"commission|measure|resolution|ordinance|agreement|board)|gets?|"
    r"finally|sea|es|fue))* ?$",
    re.IGNORECASE,
)
IF = re.compile(r"(?:^|[,;:-] )(?:if|unless|si|whether) [^,;]*$", re.IGNORECASE)
HAD = re.compile(
    r"\b(?:had|había[n]?) (?:\w+ly |previously |once |already )*$", re.IGNORECASE
)
FIRST_READING = re.compile(
    r"\b(?:first reading|initial (?:reading|vote|approval)|preliminary "
    r"(?:vote|approval)|"
    r"primera lectura|on first|second of (?:two|three) (?:votes|readings))\b",
    re.IGNORECASE,
)
SPLIT_RULE = re.compile(
    r"two-thirds|supermajority|dos tercios|short of|needed (?:\w+ ){1,3}votes|"
    r"(?:four|five|six|seven|eight|nine)-fifths|mayoría calificada",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Decision:
    """A body's decision as words tell it: what became of the matter.

    `turned` says that the motion asked for the contrary, as “to reject” does, so
    that its yes is the matter's no. `procedural` ones decide nothing of the matter.
    """

    result: VoteResult
    motion: MotionKind
    start: int
    end: int
    turned: bool = False
    against: bool = False
    procedural: bool = False
    earlier: bool = False
    voted: bool = False
    words: str = ""


def decisions_in(text: str) -> list[Decision]:
    """Return the decisions that a sentence tells, in order; what is voted first."""
    found: list[Decision] = []
    for decision in (
        *_voted(text),
        *_of_the_vote(text),
        *_passive(text),
        *_active(text),
        *_others(text),
    ):
        if not any(_overlap(decision, other) for other in found):
            found.append(decision)
    return sorted(found, key=lambda decision: decision.start)


def _overlap(one: Decision, other: Decision) -> bool:
    return one.start < other.end and other.start < one.end


def is_real(text: str, start: int) -> bool:
    """Return whether nothing before a verb says that it did not happen."""
    before = text[max(0, start - 160) : start]
    return UNREAL.search(before[-60:]) is None and IF.search(before) is None


def _voted(text: str) -> Iterator[Decision]:
    """Yield the decisions told by “voted …”."""
    for match in VOTED.finditer(text):
        verb = match["verb"].casefold()
        if not is_real(text, match.start()):
            continue
        if match["to"] and re.match(r"(?:\w+ )?(?:vote|hold)\b", match["to"]):
            continue
        counted = re.search(r"\d|unanim|por unanimidad", match["mid"])
        if verb in ("decided", "decidió", "agreed", "acordó"):
            to = (match["to"] or "").casefold()
            if not to or (
                not counted and re.match(rf"(?:{PROCEDURE}|meet|work|wait|pay)\b", to)
            ):
                continue
        earlier = HAD.search(text[: match.start()]) is not None
        yield _told_by_voted(match, earlier)


def _told_by_voted(match: re.Match[str], earlier: bool) -> Decision:
    """Return the decision of one “voted …”, by what is voted for or against."""
    start, end = match.start(), match.end()
    against = bool(match["against"])
    to = (match["to"] or "").casefold()
    # “voted to balk against an order” is a vote for balking.
    result, motion = VoteResult.PASSED, MotionKind.ADOPT
    turned = procedural = False
    if against or match["mid"].endswith(" not "):
        result = VoteResult.FAILED
    elif to:
        if re.match(rf"(?:{REJECT})\b", to):
            # Who breaks a tie “to defeat” a measure votes against it.
            result, turned = VoteResult.FAILED, not match["verb"].startswith("broke")
        elif re.match(rf"(?:{CONTINUE})\b", to):
            motion = (
                MotionKind.REFER
                if to.startswith(("refer", "send"))
                else MotionKind.TABLE
            )
            motion = (
                motion
                if to.startswith(("table", "refer", "send"))
                else MotionKind.CONTINUE
            )
            result = VoteResult.CONTINUED
        elif re.match(rf"(?:{PROCEDURE})\b", to):
            motion, procedural = MotionKind.UNKNOWN, True
            motion = MotionKind.AMEND if to.startswith("amend") else motion
        elif re.match(rf"(?:{RESCIND})\b", to) or VOIDS.match(
            match.string, match.start("to")
        ):
            motion = MotionKind.RESCIND
    elif match["for"] and LEAVING.match(match.string, match.end()):
        motion = MotionKind.RESCIND
    end = match.start("to") if match["to"] else end
    return Decision(
        result,
        motion,
        start,
        end,
        turned,
        against,
        procedural,
        earlier,
        True,
        match["to"] or "",
    )


def _passive(text: str) -> Iterator[Decision]:
    """Yield the decisions told of a measure: “the motion failed”, “was tabled”."""
    for match in PASSIVE.finditer(text):
        told = next(
            name
            for name in (
                "pass",
                "fail",
                "continue",
                "rescind",
                "extend",
                "fail2",
                "pass2",
                "died",
            )
            if match[name]
        )
        if not is_real(text, match.start(told)) or re.search(
            r"\b(?:if|would|could|to be|unless|whether|si)\b|\b(?:that|which|"
            r"who|council|commission|"
            r"commissioners|board|que|concejo)\b.*\b(?:had|have|has)\b",
            THAT_WOULD.sub("", match["mid"]),
        ):
            continue
        dies = re.search(r"bill|measure|legislation|motion|proyecto", match["what"])
        dies = dies or TIED.search(text) or NO_SECOND.search(text)
        if told == "died" and not dies:
            continue
        yield _of_kind(told.rstrip("2"), match.start(), match.end(), text, match[told])


def _active(text: str) -> Iterator[Decision]:
    """Yield the decisions told of a body: “approved”, “tabled”, “rechazó”."""
    for match in ACTIVE.finditer(text):
        before = text[: match.start()]
        if not is_real(text, match.start()):
            continue
        kind = next(name for name, value in match.groupdict().items() if value)
        decision = _of_kind(kind, match.start(), match.end(), text, match[0])
        if HAD.search(before):
            decision = Decision(**{**decision.__dict__, "earlier": True})
        yield decision


def _of_kind(kind: str, start: int, end: int, text: str, words: str) -> Decision:
    """Return the decision of a kind of word."""
    motion, result, procedural = MotionKind.ADOPT, VoteResult.PASSED, False
    if kind == "fail":
        unseconded = NO_SECOND.search(text[end : end + 40])
        result = VoteResult.NO_ACTION if unseconded else VoteResult.FAILED
    elif kind == "died":
        result = VoteResult.NO_ACTION if NO_SECOND.search(text) else VoteResult.FAILED
    elif kind == "continue":
        result = VoteResult.CONTINUED
        tabled = words.casefold().startswith("tabl")
        motion = MotionKind.TABLE if tabled else MotionKind.CONTINUE
    elif kind == "rescind":
        motion = MotionKind.RESCIND
    of = re.search(
        r"\b(?:amendment|enmienda|motion to (\w+(?: \w+)?))\b", text[start:end]
    )
    if of:
        asked = (of[1] or "").casefold()
        if re.match(r"table|postpone|delay|continue|defer", asked):
            motion, procedural = MotionKind.TABLE, result != VoteResult.PASSED
            result = VoteResult.CONTINUED if result == VoteResult.PASSED else result
        elif re.match(rf"(?:{RESCIND})\b", asked):
            motion = MotionKind.RESCIND
        elif not asked or re.match(rf"(?:{PROCEDURE})\b", asked):
            motion, procedural = (
                MotionKind.AMEND if not asked else MotionKind.UNKNOWN,
                True,
            )
        elif re.match(rf"(?:{REJECT})\b", asked):
            turned = (
                VoteResult.FAILED if result == VoteResult.PASSED else VoteResult.UNKNOWN
            )
            return Decision(turned, motion, start, end, turned=True, words=words)
    return Decision(result, motion, start, end, procedural=procedural, words=words)


def _of_the_vote(text: str) -> Iterator[Decision]:
    """Yield the decision of “the 6-5 vote authorizes …”."""
    for match in THE_VOTE.finditer(text):
        result = VoteResult.PASSED if match["pass"] else VoteResult.FAILED
        words = match["pass"] or match["fail"]
        yield Decision(
            result, MotionKind.ADOPT, match.start(), match.end(), words=words
        )


def _others(text: str) -> Iterator[Decision]:
    """Yield that a matter was withdrawn, left alone, or ended in a tie."""
    for pattern, result, motion in (
        (NO_SECOND, VoteResult.NO_ACTION, MotionKind.ADOPT),
        (NO_ACTION, VoteResult.NO_ACTION, MotionKind.UNKNOWN),
        (WITHDREW, VoteResult.WITHDRAWN, MotionKind.WITHDRAW),
    ):
        for match in pattern.finditer(text):
            if is_real(text, match.start()):
                yield Decision(
                    result, motion, match.start(), match.end(), words=match[0]
                )
