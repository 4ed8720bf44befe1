"""Pieces of sentences: a policy, a date, as words that a sentence can take."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from jurisdictions.enums import Certainty, Precision
from policies.enums import Instrument, LawEffect, PolicyType


def what(policy):
    """Return a policy as a phrase that a sentence can take: “a 287(g) agreement”."""
    if policy.law_effect:
        return _law(policy)
    if policy.instrument == Instrument.PUBLIC_STATEMENT:
        return _("%s, in public statements only") % _plainly(policy)
    return _plainly(policy)


def _plainly(policy):
    phrases = {
        PolicyType.PROGRAM_287G: _("a 287(g) agreement with ICE"),
        PolicyType.HSI_CUSTOMS_DESIGNATION: _(
            "an agreement with ICE's HSI that makes some officers customs officers"
        ),
        PolicyType.HSI_TASK_FORCE: _("an agreement to join a federal task force"),
        PolicyType.DETENTION_CONTRACT: _("a contract to hold people for ICE"),
        PolicyType.OTHER_AGREEMENT: _("an agreement with ICE"),
        PolicyType.DETAINER_POLICY: _("a policy on ICE's requests to hold people"),
        PolicyType.NOTIFICATION_POLICY: _("a policy on telling ICE of releases"),
        PolicyType.JAIL_ACCESS_POLICY: _("a policy on ICE's access to its jail"),
        PolicyType.NO_STATUS_INQUIRY: _("a rule against asking immigration status"),
        PolicyType.NO_ASSISTANCE: _(
            "a rule against using local resources for immigration enforcement"
        ),
        PolicyType.SANCTUARY_DECLARATION: _("a declaration of sanctuary"),
        PolicyType.WELCOMING_DECLARATION: _("a declaration that it is welcoming"),
        PolicyType.MUNICIPAL_ID_PROTECTION: _("protection for its ID card records"),
        PolicyType.COOPERATION_DIRECTIVE: _("an order to cooperate with ICE"),
        PolicyType.TASK_FORCE_CREATION: _("a local task force on the matter"),
        PolicyType.STATE_LAW: _("a state law"),
        PolicyType.FEDERAL_ORDER: _("a federal order"),
        PolicyType.FEDERAL_PROGRAM: _(
            "a program that asks local governments for cooperation with ICE"
        ),
    }
    return phrases[PolicyType(policy.type)]


def _law(policy):
    """Return a state law or federal order as a phrase that tells what it does."""
    state = policy.type == PolicyType.STATE_LAW
    words = {"law": _("a state law") if state else _("a federal order")}
    phrases = {
        LawEffect.MANDATES_AGREEMENT: _("%(law)s that requires agreements with ICE"),
        LawEffect.MANDATES_DETAINERS: _(
            "%(law)s that requires jails to hold people when ICE asks"
        ),
        LawEffect.BANS_SANCTUARY_POLICY: _(
            "%(law)s that bars local limits on cooperation with ICE"
        ),
        LawEffect.LIMITS_COOPERATION: _("%(law)s that limits cooperation with ICE"),
        LawEffect.BANS_287G: _("%(law)s that bars 287(g) agreements"),
        LawEffect.THREATENS_FUNDING: _(
            "%(law)s that threatens the funding of places that limit cooperation"
        ),
    }
    return phrases[LawEffect(policy.law_effect)] % words


def day_words(dated):
    """Return a date as part of a sentence, by its precision; "" when unknown."""
    if dated is None or dated.date is None:
        return ""
    if dated.date_precision == Precision.YEAR:
        return _("in %s") % date_format(dated.date, "Y")
    if dated.date_precision == Precision.MONTH:
        return _("in %s") % date_format(dated.date, "F Y")
    if dated.date_precision == Precision.WEEK:
        return _("in the week of %s") % date_format(dated.date, "F j, Y")
    return _("on %s") % date_format(dated.date, "F j, Y")


def since_words(dated):
    """Return since when, as part of a sentence, by the date's precision."""
    if dated is None or dated.date is None:
        return ""
    formats = {Precision.YEAR: "Y", Precision.MONTH: "F Y"}
    pattern = formats.get(Precision(dated.date_precision), "F j, Y")
    words = date_format(dated.date, pattern)
    if dated.date_precision == Precision.WEEK:
        return _("since the week of %s") % words
    return _("since %s") % words


def marked(words, dated):
    """Return the words of a date with how it is known, unless a source prints it."""
    if words and dated.date_certainty == Certainty.INFERRED:
        return _("%s (inferred)") % words
    if words and dated.date_certainty == Certainty.DISPUTED:
        return _("%s (≠ disputed)") % words
    return words


def tidy(text):
    """Return a sentence without the gaps that an unknown date leaves in it."""
    return " ".join(text.split()).replace(" .", ".").replace(" ;", ";")
