"""What officials and groups said, who would not comment, and who did not answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from news.intake.bodies import Bodies
from news.intake.dates import FoundDate, nearest
from news.intake.names import FULL_NAME, NAME, name_ending, trimmed
from news.intake.organizations import FoundOrganization, behalf_in
from news.intake.people import People, Person
from news.intake.places import Places
from news.intake.quotations import QUOTED
from news.intake.reading import Reading
from news.intake.roles import PLURALS, TITLE
from news.intake.sentences import Sentence
from news.intake.stances import CONDITIONAL, DECLINED, NO_RESPONSE, stance_in
from policies.enums import Stance, StatementKind

SAID = (
    r"(?:said|says|told|wrote|argued|added|explained|stated|tweeted|posted|"
    r"announced|responded|asked|warned|"
    r"testified|noted|insisted|claimed|urged|confirmed|called|acknowledged|"
    r"promised|vowed|emphasized|pledged|reaffirmed|"
    r"dijo|afirmó|señaló|declaró|explicó|expresó|agregó|añadió|aseguró|"
    r"escribió|indicó|sostuvo|manifestó|comentó|advirtió)"
)
SAYS = re.compile(rf" (?:\w+ly |also |then |later |has |had )?{SAID}\b")
ASIDE = re.compile(r",[^,\"]{3,120},$")
SPEAKER_LAST = re.compile(
    rf"[,?!]\" ?,? (?:{SAID}) (?:{TITLE} |el |la |{PLURALS} )?(?P<name>{NAME})"
)
ACCORDING = re.compile(
    rf"\b(?:[Aa]ccording to|[Ss]egún)(?: the| el| la)? (?:{TITLE} "
    rf")?(?P<name>{NAME}|[A-Z]{{3,}})"
)
PRONOUN = re.compile(
    rf"(?:^|[,.\"] )(?:[Hh]e|[Ss]he|[Tt]hey|[Éé]l|[Ee]lla) (?:also |then |"
    rf"later )?{SAID}\b|, (?:he|she) {SAID}"
)
INSTITUTION = re.compile(
    r"\b(?:statement|comunicado) (?:from|by|issued by|de|del|de la) (?:the |"
    r"la |el )?(?P<who>city|county|sheriff's office|"
    r"police department|mayor's office|department|ciudad|condado|alcaldía|"
    r"ICE|agency)\b|"
    r"\b(?:the |The )(?P<office>city|county|sheriff's office|police "
    r"department|mayor's office) said\b"
)
MEDIA = (
    (
        StatementKind.SOCIAL_POST,
        r"\btweet(?:ed)?\b|\bposted\b|facebook|on X\b|social media|redes "
        r"sociales|tuit|publicó en",
    ),
    (
        StatementKind.PRESS_CONFERENCE,
        r"press (?:conference|briefing)|news conference|conferencia de prensa|"
        r"rueda de prensa",
    ),
    (StatementKind.INTERVIEW, r"\binterview\b|\bentrevista\b"),
    (
        StatementKind.WRITTEN_STATEMENT,
        r"\b(?:in|issued) an? (?:written |emailed |prepared |joint )?statement\b|"
        r"\bstatement (?:read|said)\b|press release|news release|comunicado|by "
        r"email|in an email",
    ),
    (
        StatementKind.TESTIMONY,
        r"\btestif\w+|public comment|told (?:the )?(?:council|commission|board|"
        r"commissioners|members)|during (?:the|a) (?:council |commission "
        r")?meeting|at (?:that|the|a) meeting|durante la (?:reunión|sesión|"
        r"audiencia)",
    ),
    (
        StatementKind.SPEECH,
        r"told (?:a|the) (?:crowd|audience)|\bspeech\b|\brally\b|discurso",
    ),
)
REPORTERS = re.compile(
    r"\b(?:reporter|reports|NBC|CBS|ABC|FOX|News|Times|Post|Herald)\b"
)
GATHERED = re.compile(
    r"\b(?:protest(?:ed|ers)|rall(?:y|ied)|gathered|marched|demonstrat(?:ed|"
    r"ors)|held a (?:vigil|rally|protest|press conference)|"
    r"met outside|protestaron|marcharon|se manifestaron|manifestación|se reunieron)\b",
    re.IGNORECASE,
)


@dataclass
class FoundStatement:
    """What one speaker said in one place of an article, or would not say.

    `person` is somebody with a public role or who speaks for a group; a private
    person's words are never suggested as a record.
    """

    speaker: str
    kind: StatementKind
    stance: Stance
    sentences: list[Sentence]
    person: Person | None = None
    behalf: str = ""
    quote: str = ""  # with the article's own marks
    date: FoundDate | None = None
    rule: str = "said"
    extra: dict[str, str] = field(default_factory=dict)


@dataclass
class _Scene:
    reading: Reading
    people: People
    groups: list[FoundOrganization]
    bodies: Bodies
    places: Places
    dates: list[FoundDate]


def statements_of(
    reading: Reading,
    people: People,
    groups: list[FoundOrganization],
    bodies: Bodies,
    places: Places,
    dates: list[FoundDate],
) -> list[FoundStatement]:
    """Return what an article's officials and groups say, a paragraph at a time."""
    scene = _Scene(reading, people, groups, bodies, places, dates)
    found: list[FoundStatement] = []
    last = ""
    for sentence in reading.told:
        made = list(_in_sentence(sentence, scene, last))
        for one in made:
            last = one.speaker or last
            if found and _is_more(found[-1], one, sentence):
                _join(found[-1], one)
                continue
            found.append(one)
        if not made and found and _goes_on(sentence, found[-1]):
            found[-1].sentences.append(sentence)
            _weigh(found[-1], sentence.plain)
    return found


def _is_more(before: FoundStatement, one: FoundStatement, sentence: Sentence) -> bool:
    """Return whether a speaker goes on in the same paragraph or the next."""
    number = before.sentences[-1].paragraph.number
    same = before.rule == one.rule == "said" and before.speaker == one.speaker
    return same and sentence.paragraph.number - number <= 1


def _join(before: FoundStatement, one: FoundStatement) -> None:
    before.sentences.extend(one.sentences)
    before.quote = before.quote or one.quote
    if before.stance == Stance.NONE:
        before.stance = one.stance
    before.date = before.date or one.date


def _weigh(statement: FoundStatement, text: str) -> None:
    if statement.stance == Stance.NONE:
        statement.stance = _told_side(text)


def _told_side(text: str) -> Stance:
    """Return the side that the article itself says somebody takes.

    What is quoted may be against anything: only an editor can tell of what.
    """
    return stance_in(QUOTED.sub(" ", text))


def _goes_on(sentence: Sentence, statement: FoundStatement) -> bool:
    """Return whether a sentence is the rest of a quotation that has its speaker."""
    same = sentence.paragraph is statement.sentences[-1].paragraph
    return same and sentence.plain.startswith('"') and statement.rule == "said"


def _in_sentence(
    sentence: Sentence, scene: _Scene, last: str
) -> Iterator[FoundStatement]:
    """Yield what a sentence says that somebody said, or would not say."""
    text = sentence.plain
    silent = next(_silent(sentence, scene), None)
    if silent is not None:
        yield silent
        return
    for name, start in _speakers(text, last):
        if scene.reading.in_speech(sentence.start + start):
            continue
        person = scene.people.named(name)
        group = next(
            (
                one
                for one in scene.groups
                if one.name == name or f"({name})" in one.name
            ),
            None,
        )
        behalf = (person.group if person else "") or behalf_in(text, scene.groups)
        if person is None and group is None and not behalf:
            continue
        yield _statement(
            sentence,
            scene,
            person.name if person else name,
            person,
            behalf or (group.name if group else ""),
        )
        return
    said = INSTITUTION.search(text)
    if said and not scene.reading.in_speech(sentence.start + said.start()):
        who = said["who"] or said["office"]
        yield _statement(sentence, scene, who, None, "", rule="institution")
        return
    if GATHERED.search(text) and not scene.reading.in_speech(sentence.start):
        yield FoundStatement(
            "",
            StatementKind.GATHERING,
            stance_in(text),
            [sentence],
            rule="gathering",
            date=nearest(scene.dates, sentence.start, sentence.start, sentence),
        )


def _speakers(text: str, last: str) -> Iterator[tuple[str, int]]:
    """Yield the names that may be the speaker's, and where the words name them."""
    for says in SAYS.finditer(text):
        before = ASIDE.sub("", text[: says.start()])
        if found := name_ending(before, len(before)):
            yield found
    for pattern in (SPEAKER_LAST, ACCORDING):
        for match in pattern.finditer(text):
            name = trimmed(match["name"]) or (
                match["name"] if match["name"].isupper() else ""
            )
            if name:
                yield name, match.start("name")
    behind = re.search(rf"\" (?:{SAID}) (?P<name>{FULL_NAME}),", text)
    if behind:
        yield behind["name"], behind.start("name")
    if last and (pronoun := PRONOUN.search(text)):
        yield last, pronoun.end()


def _statement(
    sentence: Sentence,
    scene: _Scene,
    speaker: str,
    person: Person | None,
    behalf: str,
    rule: str = "said",
) -> FoundStatement:
    """Return a statement with its medium, its side and its first quotation."""
    text = sentence.plain
    quoted = [
        one for one in scene.reading.quotations
        if sentence.start <= one.start < sentence.end and one.is_speech
    ]  # fmt: skip
    kind = next((kind for kind, words in MEDIA if re.search(words, text)), None)
    plain = StatementKind.QUOTE if quoted else StatementKind.PARAPHRASE
    stance = _told_side(text)
    if CONDITIONAL.search(text) and stance == Stance.NONE:
        stance = Stance.CONDITIONAL
    start = sentence.start + max(text.find("said"), 0)
    return FoundStatement(
        speaker,
        kind or plain,
        stance,
        [sentence],
        person,
        behalf,
        scene.reading.printed(quoted[0]) if quoted else "",
        nearest(scene.dates, start, start, sentence),
        rule,
    )


def _silent(sentence: Sentence, scene: _Scene) -> Iterator[FoundStatement]:
    """Yield who would not comment or did not answer in time."""
    text = sentence.plain
    for pattern, stance in (
        (DECLINED, Stance.DECLINED),
        (NO_RESPONSE, Stance.NO_RESPONSE),
    ):
        match = pattern.search(text)
        if match is None or scene.reading.in_speech(sentence.start + match.start()):
            continue
        before = text[: match.start()]
        person = _last_person(before, scene.people)
        body = scene.bodies.before(sentence.start + match.start(), sentence)
        agency = re.findall(
            r"\b(?:ICE|(?:[\w.'-]+ ){0,3}(?:[Ss]heriff's [Oo]ffice|[Pp]olice "
            r"[Dd]epartment|DHS))\b",
            before,
        )
        who = person.name if person else scene.bodies.meant(body).name if body else ""
        who = who or (agency[-1].strip() if agency else "")
        yield FoundStatement(
            who,
            StatementKind.COMMENT_REQUEST,
            stance,
            [sentence],
            person,
            person.group if person else "",
            date=nearest(
                scene.dates, sentence.start + match.start(), sentence.end, sentence
            ),
            rule="silent",
            extra={"collective": before.strip()} if not person and body else {},
        )


def _last_person(before: str, people: People) -> Person | None:
    """Return whom words name last, by any name of theirs."""
    best: tuple[int, Person] | None = None
    for person in people.everyone:
        place = before.rfind(person.name.split()[-1])
        if place >= 0 and (best is None or place > best[0]):
            best = place, person
    return best[1] if best else None
