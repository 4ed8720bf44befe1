"""Where an article names places, and how sure it is that a place is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from news.intake.gazetteer import Gazetteer, key_of
from news.intake.paragraphs import ParagraphKind
from news.intake.people import People
from news.intake.reading import Reading
from news.intake.sentences import Sentence
from news.intake.states import NAMES, TAG, code_of

WORD = re.compile(r"[A-ZÁÉÍÓÚÑÜ][\w'-]*\.?|(?:of|the|de|del|la|las|los|el|du|and|y)\b")
MOST_WORDS = 5
# A public thing of the place that stands behind its name.
CIVIC = re.compile(
    r"'?s? (?:City|County|Council|Commission(?:ers?)?|Police|Mayor|Vice Mayor|Sheriff|"
    r"Board|School|Department|Hall|Fire|Metro|Town|Township|Village|Aldermen|Alderman|"
    r"Councilm\w+|Councilw\w+|Supervisors?|Chief|Public|District|Jail|Detention|ISD|"
    r"Manager|Attorney|city|county|council|commission(?:ers?)?|police|mayor|sheriff|"
    r"officials|residents|leaders|lawmakers|aldermen|officers|jail|town|"
    r"Library|Unified|Parish|Board of|Municipal|Common|Select|Selectboard|Finance)\b"
)
CIVIC_BEFORE = re.compile(
    r"\b(?:[Cc]ity|[Tt]own|[Vv]illage|[Bb]orough|[Cc]ounty|[Pp]arish|"
    r"[Tt]ownship|[Cc]ities|[Tt]owns|"
    r"[Cc]iudad|[Cc]ondado|[Mm]unicipio|[Aa]lcalde(?:sa)?|[Mm]ayor|[Pp]olic[íi]a|"
    r"[Cc]oncejo [Mm]unicipal|[Aa]yuntamiento|[Cc]omisi[óo]n|[Cc]omisionados|"
    r"[Cc]abildo|[Cc]oncejo|"
    r"[Cc]ommunity|[Ss]uburb|[Ss]uburbs|[Cc]ommunities) (?:of|de|del) (?:la |"
    r"el |the )?$"
)
# “Cobb commissioners” are those of Cobb County, where there is one.
OF_COUNTY = re.compile(r"'?s? (?:commissioners|supervisors|sheriff|deputies)\b")
PREPOSITION = re.compile(
    r"(?:^|\s)(?:[Ii]n|[Ff]rom|[Nn]ear|[Oo]utside|[Aa]round|[Aa]cross|[Tt]hroughout|"
    r"[Nn]eighboring|[Nn]earby|[Dd]owntown|[Gg]reater|[Mm]etro|[Ee]n|"
    r"[Dd]esde|[Cc]erca de|"
    r"[Ll]ike|[Ii]ncluding|[Cc]omo|[Bb]etween|[Oo]f|[Tt]o|[Dd]e|[Ff]or|[Aa]t|"
    r"[Tt]hat) (?:just )?$"
)
NEAR = re.compile(
    r"(?:[Nn]ear|[Oo]utside|miles? (?:\w+ )?(?:of|from)|suburbs? of|cerca de|"
    r"afueras de|"
    r"[Ll]ike|[Nn]orth of|[Ss]outh of|[Ee]ast of|[Ww]est of) (?:just |downtown )?$"
)
# A government does these things; so do few people whom nobody introduces.
DOES = re.compile(
    r"(?: (?:has|have|had|is|are|was|were|will|would|also|already|both|does|"
    r"did|became|joined|"
    r"signed|voted|approved|adopted|passed|rejected|ended|firm(?:ó|aron)|"
    r"aprob(?:ó|aron)|votó|tiene[n]?)\b)"
)
IN_ROW = re.compile(r"(?:,| and|, and|,? y)(?: the)? [A-ZÁÉÍÓÚ]")
# A capital word before a name makes it part of a longer one, but not these.
FREE_BEFORE = re.compile(
    r"(?:^|[.!?:;,(\"-]\s*|\b(?:Downtown|Greater|Metro|Nearby|Neighboring|The|In|On|At|"
    r"From|By|Near|Since|While|When|But|And|As|If|After|Before|Both|Although|Like|For|"
    r"Outside|Under|Across|With|Mayor|Former|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"Saturday|Sunday|En|De|Desde|Los|Las|El|La|Both|Only|Last|That|Ask|ICE|Now|So|"
    r"Republican|Democratic|Yesterday|Today|Tonight|Other|Until|Unlike|"
    r"Neither|One|Two|Three|Four|Five|Several|Some|Many|Most|More|A|An)\s+)$"
)
# Words behind a name with which it is no place: newspapers, things, companies.
NO_PLACE = re.compile(
    r"(?:,? )(?:Post|Times|News|Herald|Tribune|Journal|Star|Sun|Gazette|"
    r"Chronicle|Today|"
    r"Daily|Dispatch|Inquirer|Examiner|Observer|Register|Advocate|Bee|Press|Globe|"
    r"Magazine|Radio|TV|University|College|Street|Avenue|Ave|Road|Boulevard|Blvd|Drive|"
    r"Bank|Inc|LLC|Company|phones?|homes?|apps?|juice|wedding|Law School|Club|"
    r"Airlines|Highway|Park|Bridge|River|Lake|Airport|Center|Foundation|Project|"
    r"Act|Amendment|Treaty|Convention)\b"
)
# Everyday words that are also the names of places: only a state or a public thing
# beside them tells.
EVERYDAY = frozenset(
    (
        "mobile",
        "orange",
        "liberty",
        "independence",
        "commerce",
        "hope",
        "union",
        "price",
    )
    + (
        "justice",
        "freedom",
        "federal",
        "reform",
        "republic",
        "media",
        "police",
        "center",
    )
    + ("may", "march", "august", "december", "sunday", "friendship", "home", "justice")
    + ("progress", "enterprise", "reading", "normal", "surprise", "green", "white")
    + (
        "black",
        "brown",
        "young",
        "jackson",
        "johnson",
        "lincoln",
        "washington",
        "clinton",
    )
    + ("madison", "jefferson", "monroe", "grant", "houston", "taylor", "marshall")
    + ("marion", "franklin", "clay", "trump", "biden", "bush", "carter", "reagan")
    + ("democrat", "speaker", "eagle", "star", "sun", "post", "latin", "american")
    + ("america", "mexico", "cuba", "peru", "lebanon", "china", "poland", "panama")
    + ("jordan", "israel", "russia", "brazil", "italy", "paris", "london", "ireland")
    + ("venezuela", "honduras", "haiti", "salvador", "el salvador", "guatemala")
    + ("republican", "secretary", "justice", "catholic", "baptist", "methodist")
    + (
        "jersey",
        "la junta",
        "white house",
        "capitol hill",
        "santa claus",
        "christian",
        "christmas",
        "community",
        "day",
        "law",
        "border",
    )
    + ("congress", "senate", "house", "east", "west", "north", "south", "central")
    + ("justice", "sanctuary", "welcome", "faith", "trinity", "grace", "opportunity")
    + ("art", "arts", "best", "early", "early", "energy", "fair", "fort", "general")
    + ("good", "guys", "hill", "ice", "ideal", "industry", "lake", "lawyer", "lawyers")
    + ("letter", "long", "many", "model", "money", "moscow", "new", "ok", "oak", "park")
    + ("public", "recovery", "rescue", "rice", "rule", "safety", "service", "short")
    + (
        "sheriff",
        "state",
        "story",
        "success",
        "sweet",
        "temple",
        "time",
        "town",
        "truth",
    )
    + ("university", "veteran", "victory", "viola", "vote", "war", "why", "winner")
)


class Evidence(IntEnum):
    """How strongly the words around a name say that a place is meant."""

    NONE = 0
    WEAK = 1
    FAIR = 2
    STRONG = 3


@dataclass
class Mention:
    """A name of a place in the text, before anybody knows which place it is."""

    name: str
    start: int
    end: int
    sentence: Sentence
    evidence: Evidence
    tag: str = ""
    form: str = ""
    dateline: bool = False
    alone: bool = False
    near: bool = False
    civic: bool = False

    @property
    def key(self) -> str:
        """The folded name; “Salem City” in “Salem City Council” is Salem."""
        return key_of(self.name)


DATELINE = re.compile(
    r"^\W*(?P<name>[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ.' -]+[A-ZÁÉÍÓÚÑ]|[A-Z][\w.' -]{2,30}?)"
    r"(?:, (?P<state>[A-Z][\w. ]{1,20}?))?(?: \([^)]{2,40}\))? ?-{1,2} "
)


def mentions_of(
    reading: Reading, gazetteer: Gazetteer, people: People
) -> list[Mention]:
    """Return the names of places in an article, in the order of the text.

    Furniture is left out; a caption only helps to tell which place a name means.
    """
    shown = (*_TOLD, ParagraphKind.CAPTION)
    return [
        mention
        for sentence in reading.sentences
        if sentence.paragraph.kind in shown and len(sentence.plain) < 2_000
        for mention in _in_sentence(sentence, gazetteer, people)
    ]


_TOLD = (
    ParagraphKind.HEADLINE,
    ParagraphKind.HEADING,
    ParagraphKind.PROSE,
    ParagraphKind.ITEM,
)


_ALONE = (ParagraphKind.HEADING, ParagraphKind.HEADLINE)


def _in_sentence(
    sentence: Sentence, gazetteer: Gazetteer, people: People
) -> Iterator[Mention]:
    """Yield the mentions of one sentence, longest names first at each word."""
    text = sentence.plain
    words = list(WORD.finditer(text))
    dateline = _dateline(sentence, gazetteer)
    if dateline:
        yield dateline
    index = 0
    while index < len(words):
        found = _longest(text, words, index, gazetteer)
        if found is None:
            index += 1
            continue
        name, end, count = found
        start = words[index].start()
        if dateline is None or sentence.start + start >= dateline.end:
            mention = _mention(sentence, name, start, end, gazetteer, people)
            if mention is not None:
                yield mention
        index += count
    yield from _counties_listed(sentence, gazetteer)


def _longest(
    text: str, words: list[re.Match[str]], index: int, gazetteer: Gazetteer
) -> tuple[str, int, int] | None:
    """Return the longest name of a place that begins at a word, its end, its words."""
    if not words[index][0][0].isupper():
        return None
    best = None
    end = words[index].start()
    for count, word in enumerate(words[index : index + MOST_WORDS], 1):
        gap = text[end : word.start()] if count > 1 else ""
        if gap not in ("", " ", "-", "/") or (count > 1 and not gap):
            break
        end = word.end()
        name = text[words[index].start() : end]
        bare = re.sub(r"'s?$", "", name.rstrip("."))
        if not word[0][0].isupper():
            continue
        if gazetteer.has(key_of(bare)):
            best = bare, words[index].start() + len(bare), count
        if word[0].endswith((".", "'s", "'")) and len(word[0]) > 4:
            break
    return best


def _mention(
    sentence: Sentence,
    name: str,
    start: int,
    end: int,
    gazetteer: Gazetteer,
    people: People,
) -> Mention | None:
    """Return a mention with its evidence, or None where no place is meant."""
    text = sentence.plain
    before, behind = text[:start], text[end:]
    if people.holds(sentence.start + start, sentence.start + end):
        return None
    tag = TAG.match(behind)
    code = code_of(tag[1]) if tag else ""
    if tag and code != "DC" and not _in_state(name, code, gazetteer):
        return None  # a place that the gazetteer does not have
    if code == "DC" or (name in NAMES and not tag and not _is_town(before, behind)):
        return None  # the District, or a state, is told of elsewhere
    alone = not behind[tag.end() if tag else 0 :].strip(" .)") and not before
    mention = Mention(
        name,
        sentence.start + start,
        sentence.start + end,
        sentence,
        Evidence.NONE,
        tag=code if _in_state(name, code, gazetteer) else "",
        form=_form(before, behind),
        alone=alone and sentence.paragraph.kind in _ALONE,
        near=NEAR.search(before) is not None,
        civic=bool(CIVIC.match(behind) or CIVIC_BEFORE.search(before)),
    )
    mention.evidence = _evidence(mention, before, behind, people)
    return mention if mention.evidence else None


def _is_town(before: str, behind: str) -> bool:
    """Return whether a state's name is a town's: “New York Mayor”, “city of Nevada”."""
    if before.endswith(", "):
        return False
    said = CIVIC_BEFORE.search(before)
    return (
        said is not None
        or re.match(
            r"'?s? (?:City (?:Council|Hall|Commission)|Mayor|Police|Town|mayor)\b",
            behind,
        )
        is not None
    )


def _in_state(name: str, code: str, gazetteer: Gazetteer) -> bool:
    return any(place.state == code for place in gazetteer.named(name))


def _form(before: str, behind: str) -> str:
    """Return what the words say that the place is: a county, a town, a township."""
    said = CIVIC_BEFORE.search(before)
    if said:
        word = said[0].casefold()
        if word.startswith(("county", "condado", "parish", "comisionados")):
            return "county"
        if word.startswith(("town of", "township")):
            return "town"
        return "city"
    if OF_COUNTY.match(behind):
        return "county"
    if re.match(
        r"'?s? (?:City|Mayor|Police|Town|Village|Council|Aldermen|mayor)\b", behind
    ):
        return "city"
    return ""


def _evidence(mention: Mention, before: str, behind: str, people: People) -> Evidence:
    """Return how strongly the words around a name say that it is a place's."""
    county = mention.name.casefold().endswith((" county", " parish", " township"))
    if mention.tag or mention.alone:
        return Evidence.STRONG
    if county:
        return Evidence.STRONG if stands_free(before) else Evidence.NONE
    if mention.civic:
        return Evidence.STRONG if stands_free(before) else Evidence.NONE
    if NO_PLACE.match(behind) or _goes_on(behind) or not stands_free(before):
        return Evidence.NONE
    if people.has_surname(mention.name):
        return Evidence.NONE
    if mention.key in EVERYDAY:
        fair = PREPOSITION.search(before) or IN_ROW.match(behind)
        return Evidence.WEAK if fair else Evidence.NONE
    if PREPOSITION.search(before) or DOES.match(behind):
        return Evidence.FAIR
    return Evidence.WEAK


def _goes_on(behind: str) -> bool:
    """Return whether a longer proper name goes on behind a place's."""
    if re.match(r" (?:of|de) (?:la |los |las )?[A-ZÁÉÍÓÚÑ]", behind):
        return True
    more = re.match(r"(?: (?:&|and) |[ -])(?P<word>[A-ZÁÉÍÓÚÑ][\w'.-]*)", behind)
    if not more or behind.startswith(" and "):
        return False
    return not re.match(
        r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|"
        r"Sep|Oct|Nov|Dec|Rep\.|Sen\.|Gov\.|Republican|Democrat|Latino|Hispanic|Black",
        more["word"],
    )


def stands_free(before: str) -> bool:
    """Return whether no capital word before a name makes it part of another."""
    last = re.search(r"[\w'.&-]+\s$", before)
    if not last or not last[0][0].isupper():
        return not before.endswith(("-", "'", "/", "@", "#"))
    return FREE_BEFORE.search(before) is not None or last[0].rstrip().endswith("'s")


def _dateline(sentence: Sentence, gazetteer: Gazetteer) -> Mention | None:
    """Return the place a story is sent from: “MOBILE, Ala. (AP) —”."""
    match = DATELINE.match(sentence.plain)
    if match is None or sentence.paragraph.kind is ParagraphKind.CAPTION:
        return None
    name = match["name"]
    code = code_of(match["state"] or "")
    shouted = name.isupper() or "(" in match[0] or bool(code)
    if not shouted or not gazetteer.has(key_of(name)):
        return None
    if code and not _in_state(name, code, gazetteer):
        return None
    start = sentence.start + match.start("name")
    tagged = code if _in_state(name, code, gazetteer) else ""
    return Mention(
        name.title() if name.isupper() else name,
        start,
        sentence.start + match.end(),
        sentence,
        Evidence.STRONG,
        tag=tagged,
        dateline=True,
    )


SEVERAL_COUNTIES = re.compile(
    r"(?P<names>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?(?:, [A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?)*"
    r",? (?:and|or) [A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?) (?:counties|Counties)\b|"
    r"(?:[Cc]ondados de|[Cc]ounties of) (?P<others>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?"
    r"(?:, [A-Z][\w.'-]+)*,? (?:y|e|and) [A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?)|"
    r"[Cc]ondado de (?P<one>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?)"
)


def _counties_listed(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Yield the counties of “Cobb, Hall and Gwinnett counties”."""
    for match in SEVERAL_COUNTIES.finditer(sentence.plain):
        group = next(name for name in ("names", "others", "one") if match[name])
        for one in re.finditer(r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]+)?", match[group]):
            if gazetteer.has(key_of(f"{one[0]} county")):
                start = sentence.start + match.start(group) + one.start()
                yield Mention(
                    f"{one[0]} County",
                    start,
                    start + len(one[0]),
                    sentence,
                    Evidence.STRONG,
                    form="county",
                )
