"""What a brief says around its facts, sentence by sentence."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.templating import partial_day
from jurisdictions.views.brief.facts import short


def chosen(place):
    """Return how the comparable places were chosen."""
    if place.is_state:
        return _(
            "Other states with the same type of law, agreement or policy on record; "
            "those that share most types come first, then by name."
        )
    words = _(
        "Other places of %(state)s with the same type of agreement or policy on "
        "record; those that share most types come first, then by name."
    )
    return words % {"state": place.state.name}


def checked(context):
    """Return how old the news of the opening is, and when we last looked."""
    looked = context["place"].last_checked_on
    words = [_("Not checked since it was entered.")]
    if looked:
        words = [_("Last checked: %(day)s.") % {"day": _plain(looked)}]
    if newest := context["newest_report"]:
        words.insert(0, _("Newest source: %(day)s.") % {"day": _plain(newest)})
    return " ".join(words)


def leads(context, inside):
    """Return what stands above the facts, or instead of them, sentence by sentence."""
    place, found = context["place"], []
    if context["as_of"]:
        found.append(_("The record as of %(day)s.") % {"day": _plain(context["day"])})
    if not place.active:
        found.append(
            _(
                "This place no longer exists as a government of its own, by the "
                "Census Bureau’s registry."
            )
        )
    return found + instead(context, inside)


def instead(context, inside):
    """Return what is said of a place that nothing is on record of, or of a state's own.

    `inside` are the places of a state that are on record.
    """
    place, found = context["place"], []
    if inside and not context["opening"]:
        words = ngettext(
            "%(num)s place of the state is on record. We have no record of an act of "
            "the state itself.",
            "%(num)s places of the state are on record. We have no record of an act "
            "of the state itself.",
            len(inside),
        )
        found.append(words % {"num": len(inside)})
    elif not context["has_record"]:
        words = _("We have no record for %(name)s.")
        if context["as_of"]:
            words = _("We have no record for %(name)s by that day.")
        found.append(words % {"name": place.full_name})
        found.append(_("That does not mean that there is no agreement."))
        if place.last_checked_on:
            words = _("Last searched: %(day)s.")
            found.append(words % {"day": _plain(place.last_checked_on)})
    elif not context["opening"]:
        words = _("No agreement or policy of %(name)s is on record.")
        found.append(words % {"name": place.full_name})
    return found


def foot(day):
    """Return what the sheet is, and what may be done with it."""
    words = _("Printed on %(today)s from the record as of %(day)s. Not legal advice.")
    return [
        words % {"today": _plain(timezone.localdate()), "day": _plain(day)},
        _("At most two sources stand beside a fact here; the page has all of them."),
        _(
            "The record is free to copy and print under CC BY 4.0: name The Local "
            "Record, %(address)s. Quotations belong to their authors."
        )
        % {"address": short("")},
    ]


def _plain(day):
    return partial_day(day, "day")
