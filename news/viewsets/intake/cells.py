"""The inputs for a card's cells, each made of the column of its sheet."""

import re

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.filing.kinds import REFERRING
from news.spreadsheets.columns import LONGEST, text_within
from news.spreadsheets.values import CellRefused, one_of, yes_or_no
from news.viewsets.intake.offers import names_list

# Before the names of cells, of which one is called like the card's own quotation.
CELL = "cell-"
EVENT = re.compile(r"event_(\d)(_date|_note)?")
# Of the cells that no single field of the record holds.
LABELS = {
    "abbreviations": gettext_lazy("Abbreviations"),
    "absent_members": gettext_lazy("Were absent"),
    "abstain_members": gettext_lazy("Abstained"),
    "agency": gettext_lazy("Agency"),
    "body": gettext_lazy("Body"),
    "concerns": gettext_lazy("Concerns"),
    "counterparty": gettext_lazy("Federal agency"),
    "date": gettext_lazy("Date"),
    "filed_on": gettext_lazy("Filed on"),
    "mover": gettext_lazy("Moved by"),
    "no_members": gettext_lazy("Voted no"),
    "official": gettext_lazy("Official"),
    "organization": gettext_lazy("Organization"),
    "other_names": gettext_lazy("Other names"),
    "place": gettext_lazy("Place"),
    "policy": gettext_lazy("Agreement or policy"),
    "predecessor": gettext_lazy("Follows"),
    "seconder": gettext_lazy("Seconded by"),
    "signed_officials": gettext_lazy("Officials who signed"),
    "signed_organizations": gettext_lazy("Organizations that signed"),
    "speaking_place": gettext_lazy("City or state that speaks"),
    "vote": gettext_lazy("Vote"),
    "yes_members": gettext_lazy("Voted yes"),
}


def field_of(column, said, references):
    """Return the form field of a cell that holds some words now."""
    about = {"label": label_of(column), "help_text": column.words, "required": False}
    if column.name in REFERRING:
        return forms.ChoiceField(choices=with_said(references, said), **about)
    if reads_with(column, yes_or_no):
        return forms.BooleanField(**about)
    if reads_with(column, one_of):
        choices = with_said([("", "–"), *column.choices], said)
        return forms.ChoiceField(choices=choices, **about)
    return forms.CharField(max_length=LONGEST, widget=widget_of(column), **about)


def label_of(column):
    """Return what a cell is called: as its field is, else a name of its own."""
    if event := EVENT.fullmatch(column.name):
        patterns = {
            None: _("Event %s"),
            "_date": _("Event %s: when"),
            "_note": _("Event %s: note"),
        }
        return patterns[event[2]] % event[1]
    if column.name in LABELS:
        return LABELS[column.name]
    return capfirst(column.label)


def reads_with(column, read):
    """Return whether a cell is read by a function."""
    return getattr(column.read, "func", column.read) is read


def widget_of(column):
    """Return the input for words: a box for a text, a line with names for a name."""
    if reads_with(column, text_within):
        return forms.Textarea(attrs={"rows": 3})
    names = names_list(column.name)
    return forms.TextInput(attrs={"list": names} if names else {})


def with_said(choices, said):
    """Return choices with what the cell says now, if it is none of them."""
    values = set()
    for value, label in choices:
        values |= {one for one, _ in label} if isinstance(label, list) else {value}
    return choices if said in values or not said else [*choices, (said, said)]


def shown(column, said):
    """Return what an input shows of the words of a cell."""
    return said == "yes" if reads_with(column, yes_or_no) else said


def words_of(column, value):
    """Return the words of a cell from what its input sent."""
    if reads_with(column, yes_or_no):
        return "yes" if value else ""
    return value.replace("\r\n", "\n").strip()


def refusal(column, said):
    """Return in words why a cell cannot be read as it is, "" if it can."""
    if not said or column.name in REFERRING:
        return ""
    try:
        column.read(said)
    except CellRefused as refused:
        return str(refused)
    return ""
