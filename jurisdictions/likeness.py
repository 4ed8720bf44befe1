"""How alike two names are, and with what else is known of their bearers: 0 to 1.

“NAACP Alabama State Conference” and “Alabama NAACP” are one organization to a reader:
the words that tell something are the same. Words such as “conference” tell little.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from jurisdictions.derive import SHORT
from jurisdictions.spelling import LONG, heard, may_slip, slips

# From here on an editor is asked whether two are one; nothing below is worth it.
CLOSE = 0.85
# What a place in common adds, and what is left where each is known to be elsewhere.
SAME_PLACE, ELSEWHERE = 0.05, 0.8
# Words that names do without, and those that tell little, with what they weigh.
SILENT = {"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "de", "la"}
PLAIN_WEIGHT = 0.25
PLAIN_WORDS = (
    "agency assn association borough bureau center centre chapter city coalition"
    " committee conference corp corporation council county department dept div"
    " division foundation fund group inc incorporated league llc network news"
    " office org organization parish project service services society state town"
    " township twp union united village usa ii iii iv jr sr"
)
PLAIN = set(PLAIN_WORDS.split())
# Forms of one word that no slip explains.
ONE_WORD = SHORT | {
    "department": "dept",
    "assoc": "assn",
    "association": "assn",
    "division": "div",
    "centre": "center",
    "incorporated": "inc",
    "corporation": "corp",
    "sheriffs": "sheriff",
    "co": "county",
    "so": "sheriff",
}
# Names that tell father from son: of two that differ, neither is the other.
GENERATIONS = {"jr", "sr", "ii", "iii", "iv"}
ABBREVIATION = range(3, 9)


class Likeness(NamedTuple):
    """How alike two are, from 0 to 1, and why, in words."""

    score: float
    reason: str

    @property
    def is_close(self):
        """Whether an editor should say that the two are different."""
        return self.score >= CLOSE


NOTHING = Likeness(0, "")


def likeness(
    names: Iterable[str], others: Iterable[str], same_place: bool | None = None
) -> Likeness:
    """Return how alike the bearers of some folded names are.

    `same_place` is None where either's place is unknown or one lies in the other.
    """
    others = list(others)
    best = max(
        (names_alike(name, other) for name in names for other in others),
        default=NOTHING,
        key=lambda found: found.score,
    )
    if same_place is None or not best.score:
        return best
    if same_place:
        reason = _("%(reason)s, in the same place") % {"reason": best.reason}
        return Likeness(min(1.0, best.score + SAME_PLACE), reason)
    return Likeness(best.score * ELSEWHERE, best.reason)


def names_alike(name: str, other: str) -> Likeness:
    """Return how alike two folded names are."""
    if not name or not other:
        return NOTHING
    if name == other:
        return Likeness(1.0, _("the same name"))
    words, theirs = telling(name), telling(other)
    if _differ_in_a_number(words, theirs) or _of_two_generations(words, theirs):
        return NOTHING
    if words == theirs or "".join(words) == "".join(theirs):
        return Likeness(0.99, _("the same name, written otherwise"))
    if sorted(words) == sorted(theirs):
        return Likeness(0.97, _("the same words in another order"))
    shorter, longer = sorted((words, theirs), key=len)
    if len(shorter) == 1 and _is_short_for(shorter[0], longer):
        return Likeness(0.95, _("the initials of the name"))
    return _word_by_word(_shortened(words, theirs), _shortened(theirs, words))


def telling(name: str) -> list[str]:
    """Return the words of a folded name that tell something, each in one form."""
    words = [word for word in name.split() if word not in SILENT]
    return [ONE_WORD.get(word, word) for word in words or name.split()]


def _differ_in_a_number(words: list[str], theirs: list[str]) -> bool:
    mine, other = ({w for w in some if w.isdigit()} for some in (words, theirs))
    return bool(mine and other and mine != other)


def _of_two_generations(words: list[str], theirs: list[str]) -> bool:
    mine, other = GENERATIONS.intersection(words), GENERATIONS.intersection(theirs)
    return bool(mine and other and mine != other)


def _is_short_for(word: str, words: list[str]) -> bool:
    initials = "".join(part[0] for part in words)
    return len(word) in ABBREVIATION and word == initials


def _shortened(words: list[str], theirs: list[str]) -> list[str]:
    """Return a name's words, those that the other has by their initials as it has."""
    for short in theirs:
        size = len(short)
        if size not in ABBREVIATION or short in words:
            continue
        for start in range(len(words) - size + 1):
            if _is_short_for(short, words[start : start + size]):
                return [*words[:start], short, *words[start + size :]]
    return words


def _word_by_word(words: list[str], theirs: list[str]) -> Likeness:
    left, matched, worst = list(theirs), 0.0, 1.0
    for word in sorted(words, key=len, reverse=True):
        fit, best = max(((_fit(word, o), o) for o in left), default=(0.0, ""))
        if fit:
            left.remove(best)
            matched += fit * (_weight(word) + _weight(best))
            worst = min(worst, fit)
    whole = sum(map(_weight, words)) + sum(map(_weight, theirs))
    if worst == 1.0:
        reason = _("the words that tell most are the same")
    else:
        reason = _("spelled almost alike")
    return Likeness(round(matched / whole, 3), reason if matched else "")


def _weight(word: str) -> float:
    return PLAIN_WEIGHT if word in PLAIN or len(word) == 1 else 1.0


def _fit(word: str, other: str) -> float:
    """Return how far one word may stand for another: a slip, an initial, a part."""
    if word == other:
        return 1.0
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) == 1:
        return 0.8 if longer.startswith(shorter) else 0.0
    if not (may_slip(word) and may_slip(other)):
        return 0.0
    # Two slips change two letters each; most words are told from others by this.
    if len(longer) - len(shorter) > 2 or len(set(word) ^ set(other)) > 4:
        return 0.0
    if heard(word) == heard(other):
        return 0.97
    apart = slips(word, other)
    if len(shorter) >= LONG and apart <= 2:
        return (0.9, 0.82)[apart - 1]
    return 1 - 1.6 / len(longer) if apart == 1 else 0.0
