"""The words that are not ours: each with what to write instead, and why.

In quotation marks, and in the title an instrument gives itself, they may stand.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Banned:
    """A way to say it that takes a side; `pattern` finds it, with its endings."""

    pattern: str
    instead: str
    why: str
    # Whether an instrument may call itself so: it then stands in our title of it.
    in_a_title: bool = False


# Why; said once.
A_PERSON = _("A person is not illegal; what somebody did may be.")
A_LABEL = _("It has no settled meaning and tells which side the writer is on.")
LOADED = _("It judges. We record what happened.")
WARLIKE = _("It makes people sound like a flood or an army. Give the number.")

BANNED = {
    "en": (
        Banned(
            r"illegal (?:alien|immigrant|migrant|person|people)s?|illegals",
            _("people without legal status, or what the source says of their status"),
            A_PERSON,
        ),
        Banned(
            r"(?:criminal |undocumented )?aliens?",
            _("noncitizen, person; “alien” only in the words of a law"),
            A_PERSON,
        ),
        Banned(
            r"anchor bab(?:y|ies)|catch[- ]and[- ]release|chain migration",
            _("what happened, plainly"),
            LOADED,
        ),
        Banned(
            r"sanctuary(?: (?:city|cities|county|counties|state|states|policy"
            r"|policies|jurisdictions?))?",
            _("what the policy does: “limits detainers”, “bars status questions”"),
            A_LABEL,
            in_a_title=True,
        ),
        Banned(
            r"surg(?:e|es|ed|ing)|flood(?:s|ed|ing)?|invasion|swarm(?:s|ed|ing)?"
            r"|influx|wave of (?:immigrants|migrants|people)",
            _("the number, or “more”"),
            WARLIKE,
        ),
        Banned(
            r"crack(?:s|ed|ing)? ?down|crackdowns?|roundups?|round(?:s|ed)? up|raids?"
            r"|dragnets?",
            _("arrests, enforcement, an operation"),
            LOADED,
        ),
        Banned(
            r"controversial|radical|extreme|extremist|draconian|cruel|heartless"
            r"|inhumane|lawless|shameful|outrageous|so-called|notorious|infamous"
            r"|unprecedented|landmark|historic",
            _("who objects, and to what"),
            LOADED,
        ),
        Banned(
            r"slam(?:s|med)?|blast(?:s|ed)?|lash(?:es|ed)? out|cav(?:es|ed)(?: in)?"
            r"|brag(?:s|ged)?|admit(?:s|ted)?|claim(?:s|ed) that"
            r"|refus(?:es|ed) to comment",
            _("says, opposes, declined to comment"),
            LOADED,
        ),
        Banned(
            r"good|bad|harmful|helpful|fortunately|unfortunately|sadly|of course",
            _("nothing: leave it out"),
            LOADED,
        ),
        Banned(
            r"open[- ]borders?|(?:anti|pro)-immigrant|soft on crime|law and order",
            _("the position, in the speaker's words and with the speaker's name"),
            A_LABEL,
        ),
    ),
    "es": (
        Banned(
            r"(?:inmigrantes?|migrantes?|extranjer[oa]s?|personas?) ilegal(?:es)?"
            r"|ilegales",
            _("people without legal status, or what the source says of their status"),
            A_PERSON,
        ),
        Banned(
            r"(?:ciudad|ciudades|condados?|estados?|política|políticas) santuario"
            r"|santuarios?",
            _("what the policy does: “limits detainers”, “bars status questions”"),
            A_LABEL,
            in_a_title=True,
        ),
        Banned(
            r"invasión|oleadas?|avalanchas?|redadas?|mano dura",
            _("the number, or “more”"),
            WARLIKE,
        ),
        Banned(
            r"polémic[oa]s?|controvertid[oa]s?|radical(?:es)?|cruel(?:es)?"
            r"|vergonzos[oa]s?|históric[oa]s?|afortunadamente|lamentablemente",
            _("who objects, and to what"),
            LOADED,
        ),
    ),
}
