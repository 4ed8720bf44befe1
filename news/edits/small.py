"""What is so small a fix that one person may publish it; pure."""

import re

from news.edits.standing import same_citations
from news.history.differ import both_in_one

# Free text in our own words. A headline, a quotation and an excerpt are not ours.
OWN_WORDS = {
    "courtcase": {"title", "summary"},
    "organization": {"description"},
    "policy": {"title", "summary"},
    "policyevent": {"note"},
    "source": {"description"},
    "statement": {"title", "summary"},
    "vote": {"motion"},
}
MOST = 200  # characters that differ, in all
# What a fact can hang on: a number, a word that turns a sentence round, a word of what
# was decided, a name. Of these the stem alone: “signs” and “signed” are no other fact.
WEIGHTY = re.compile(
    r"(?P<number>\S*\d\S*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty[\w-]*|hundreds?"
    r"|thousands?|millions?|billions?|dozens?|half|twice|first|second|third|both)\b)"
    r"|\b(?P<turning>no|not|never|none|nobody|nothing|neither|nor|without|except|unless"
    r"|until|only|all|any|every|each|some|most|few|before|after|against|cannot"
    r"|may|must|should|can|could|[a-z]+n['’]t)\b"
    r"|\b(?P<deciding>(?:un|re|dis)?(?:adopt|agree|allow|approv|ban|bar|declin|defeat"
    r"|den[iy]|end|enforc|expir|exten|fail|forb|join|limit|oppos|pass|permit|prohibit"
    r"|propos|refus|reject|renew|repeal|requir|rescind|sign|stop|support|suspend"
    r"|terminat|vet|withdr|accept|order|increas|decreas|alleg|accus|arrest|deport"
    r"|detain|legal|illegal|lawful|unlawful|unanim|temporar|permanent|majority"
    r"|minority))\w*"
    r"|\b(?P<name>[^\W\d_][\w’'-]*)",
    re.IGNORECASE,
)
WEIGHTY_IN_SPANISH = re.compile(
    r"(?P<number>\S*\d\S*|\b(?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez"
    r"|once|doce|trece|catorce|quince|dieci\w+|veinti?\w*|treinta|cuarenta|cincuenta"
    r"|sesenta|setenta|ochenta|noventa|cien\w*|\w+cient[oa]s|mil|millón|millones"
    r"|docenas?|medi[oa]|mitad|primer[oa]?|segund[oa]|tercer[oa]?|amb[oa]s)\b)"
    r"|\b(?P<turning>no|ni|nunca|jamás|ningun[oa]?|ningún|nadie|nada|sin|salvo|excepto"
    r"|menos|hasta|sol[oa]|sólo|solamente|únicamente|tod[oa]s?|algun[oa]s?|algún|cada"
    r"|cualquier\w*|mayoría|poc[oa]s|antes|después|contra|favor|pued\w+|podr\w+"
    r"|deb\w+|tien\w+ que)\b"
    r"|\b(?P<deciding>(?:in|des|re)?(?:acept|acord|acuerd|acus|adopt|alarg|ampl[ií]"
    r"|anul|aplaz|aprob|aprueb|arrest|aument|autoriz|bloque|cancel|cumpl|declin"
    r"|deneg|denieg|deport|derog|design|deten|detien|disminu|emit|exig|exten|extien"
    r"|fall|firm|impid|imped|ilegal|legal|limit|minor|nieg|neg[óao]|obedec|oblig"
    r"|opon|opus|orden|permanent|permi[tí]|prohib|prohíb|propon|propus|prorrog|ratific"
    r"|rechaz|renov|renuev|requi|reten|retien|retir|revoc|suspend|tempor|termin|unánim"
    r"|unanim|venc|venz|vet|vot))\w*"
    r"|\b(?P<name>[^\W\d_][\w’'-]*)",
    re.IGNORECASE,
)
# Words that begin a sentence and name nothing.
LITTLE = {"a", "an", "and", "but", "he", "in", "it", "its", "on", "she", "that"}
LITTLE |= {"the", "their", "there", "these", "they", "this", "those", "under", "what"}
LITTLE |= {"when", "which", "who"}
LITTLE |= {"al", "con", "cuando", "de", "del", "el", "ella", "ellos", "en", "entre"}
LITTLE |= {"esta", "este", "esto", "la", "las", "los", "para", "pero", "por", "que"}
LITTLE |= {"quien", "quienes", "se", "según", "su", "sus", "un", "una", "y"}


def is_own_words(edit):
    """Return whether an edit is of text that is ours, both before and after.

    Every text in Spanish is: it says what the English says, which is as it was.
    """
    ours = OWN_WORDS.get(edit.model._meta.model_name, ())
    return (edit.is_twin or edit.part in ours) and all(edit.lines())


def is_small_fix(was, now, edits):
    """Return whether two versions of a record differ by no more than a small fix.

    All that differs is a small matter of wording, and the citations are the same.
    """
    return bool(edits) and is_small_wording(edits) and same_citations(was, now)


def is_small_wording(edits):
    """Return whether all edits are of our own words, by few characters in all.

    No number, no name and no word that turns a sentence round is another.
    """
    return (
        all(map(is_own_words, edits))
        and all(keeps_its_facts(*e.lines(), in_spanish=e.is_twin) for e in edits)
        and sum(characters(*edit.lines()) for edit in edits) <= MOST
    )


def characters(was, now):
    """Return how many characters of the words that differ two texts have."""
    pieces = both_in_one(" ".join(was), " ".join(now))
    return sum(len(piece.text) for piece in pieces if piece.differs)


def keeps_its_facts(was, now, in_spanish=False):
    """Return whether two texts have the same numbers, names and turning words."""
    was, now = (weighty(" ".join(lines), in_spanish) for lines in (was, now))
    return was == now


def weighty(text, in_spanish=False):
    """Return the words of a text that a fact can hang on, in their order."""
    words = WEIGHTY_IN_SPANISH if in_spanish else WEIGHTY
    return [
        found.group(found.lastgroup).strip(".,;:()“”\"'").lower()
        for found in words.finditer(text)
        if found.lastgroup != "name" or is_name(found.group())
    ]


def is_name(word):
    """Return whether a word is written as a name is."""
    return word[0].isupper() and word.lower() not in LITTLE
