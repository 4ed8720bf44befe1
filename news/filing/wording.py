"""Titles and summaries of cards, in the record's own words: pure, and few.

No sentence of an article is a title. Where the article's facts are not enough for
one, there is none, and an editor writes it.
"""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from policies.enums import (
    MotionKind,
    PolicyType,
    ProgramModel,
    Stance,
    StatementKind,
)

# A law's name that is a name, not a clause of a sentence.
LONGEST_NAME, SHORT_WORD = 60, 3
# What some types are called where their label is no name for a thing.
CALLED = {
    PolicyType.OTHER_AGREEMENT: _lazy("agreement with ICE"),
    PolicyType.NO_STATUS_INQUIRY: _lazy("rule against asking about status"),
    PolicyType.NO_ASSISTANCE: _lazy("rule against using local resources"),
}


def policy_title(kind, model, *, extends=False):
    """Return the title of an agreement or policy: what it is."""
    label = str(PolicyType(kind).label)
    if kind == PolicyType.OTHER_AGREEMENT:
        label = capfirst(str(CALLED[kind]))
    if kind == PolicyType.PROGRAM_287G and model not in ("", ProgramModel.NOT_STATED):
        label = f"{label}, {ProgramModel(model).label}"
    return _("Extension of the %s") % inside(label) if extends else label


def matter_words(kind, *, extends=False):
    """Return what a place's votes and statements are about, as part of a sentence."""
    words = str(CALLED.get(kind) or inside(str(PolicyType(kind).label)))
    return _("extension of the %s") % words if extends else words


def inside(label):
    """Return a label as it stands inside a sentence: an abbreviation keeps its case."""
    first, *_rest = label.split()
    return label if sum(map(str.isupper, first)) > 1 else label[:1].lower() + label[1:]


def motion_words(kind, matter):
    """Return what was moved, "" where it is not known on what."""
    if not matter:
        return ""
    if kind in ("", MotionKind.UNKNOWN):
        return _("Motion on the %s") % matter
    return f"{MotionKind(kind).label}: {matter}"


def statement_title(kind, stance, speaker, matter):
    """Return the title of a statement."""
    if kind == StatementKind.GATHERING and matter:
        patterns = {
            Stance.OPPOSES: _("Gathering against the %s"),
            Stance.SUPPORTS: _("Gathering for the %s"),
        }
        return patterns.get(stance, _("Gathering on the %s")) % matter
    if not speaker:
        return ""
    said = {"who": speaker, "what": matter}
    alone = {
        Stance.DECLINED: _("%(who)s declines to comment"),
        Stance.NO_RESPONSE: _("%(who)s does not respond"),
    }
    about = {
        Stance.SUPPORTS: _("%(who)s supports the %(what)s"),
        Stance.OPPOSES: _("%(who)s opposes the %(what)s"),
        Stance.CONDITIONAL: _("%(who)s sets a condition for the %(what)s"),
    }
    if stance in alone:
        return alone[stance] % said
    if matter:
        return about.get(stance, _("%(who)s on the %(what)s")) % said
    return ""


def statement_summary(kind, stance, speaker, matter):
    """Return what was said or done; "" where only the article's words would tell."""
    if kind == StatementKind.GATHERING:
        patterns = {
            Stance.OPPOSES: _("People met to oppose the %(what)s."),
            Stance.SUPPORTS: _("People met to support the %(what)s."),
        }
        known = matter
    else:
        patterns = {
            Stance.DECLINED: _("Asked about the %(what)s, %(who)s did not comment."),
            Stance.NO_RESPONSE: _(
                "Asked about the %(what)s, %(who)s had not answered when it was "
                "reported."
            ),
            Stance.SUPPORTS: _("%(who)s supports the %(what)s."),
            Stance.OPPOSES: _("%(who)s opposes the %(what)s."),
        }
        known = matter and speaker
    if not known:
        return ""
    return patterns.get(stance, "") % {"who": speaker, "what": matter}


def letter_title(count, stance, matter):
    """Return the title of a letter."""
    who = signers(count)
    if not matter:
        return _("Letter from %s") % inside(who)
    patterns = {
        Stance.OPPOSES: _("%(who)s write against the %(what)s"),
        Stance.SUPPORTS: _("%(who)s write for the %(what)s"),
    }
    pattern = patterns.get(stance, _("%(who)s write on the %(what)s"))
    return pattern % {"who": who, "what": matter}


def letter_summary(count, addressee, stance, matter):
    """Return what a letter asks, and of whom."""
    if not matter:
        return ""
    patterns = {
        Stance.OPPOSES: _("%(who)s signed a letter against the %(what)s."),
        Stance.SUPPORTS: _("%(who)s signed a letter for the %(what)s."),
    }
    if stance not in patterns:
        return ""
    words = patterns[stance] % {"who": signers(count), "what": matter}
    return words + (" " + _("It is addressed to %s.") % addressee if addressee else "")


def signers(count):
    """Return how many signed, in words."""
    if not count:
        return _("Organizations")
    words = ngettext("%s organization", "%s organizations", count)
    return words % count


def law_title(name):
    """Return a law's name where it is one, "" for a clause that only speaks of it."""
    words = [word for word in name.split() if len(word) > SHORT_WORD]
    named = words and all(not word[0].islower() for word in words)
    return name if named and len(name) <= LONGEST_NAME else ""
