"""A card as a form: the decision, the quotation, the cells, what it is on record."""

import hashlib
import json
from typing import NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import Jinja2
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.enums import CardDecision, SuggestionKind
from news.filing.deciding import CardChanged, decide
from news.filing.kinds import CARDS
from news.spreadsheets.places import PlacesByName
from news.spreadsheets.values import CellRefused
from news.viewsets.intake import cells
from news.viewsets.intake.cells import CELL
from news.viewsets.intake.existing import record_called

DECISIONS = [
    (CardDecision.ACCEPTED.value, gettext_lazy("Accept")),
    (CardDecision.REJECTED.value, gettext_lazy("Leave out")),
    (CardDecision.OPEN.value, gettext_lazy("Undecided")),
]
# Hundreds of inputs stand on one page: the faster of Django's two ways to write them,
# and one of it, for each reads its templates anew.
INPUTS = Jinja2()
ABOUT_RECORD = ("existing", "existing_other", "different_because")


class Input(NamedTuple):
    """The input of one cell, and why what stands in it cannot be read."""

    column: str
    bound: forms.BoundField
    needed: bool
    refusal: str


class CardForm(forms.Form):
    """One card of an article, its inputs named after its key.

    `edition` is the one that was in front of the editor, and `seen` what it said:
    a form that says the same has not been touched, whoever has changed the card since.
    """

    decision = forms.ChoiceField(
        label=gettext_lazy("Decision"), choices=DECISIONS, widget=forms.RadioSelect
    )
    quote = forms.CharField(
        label=gettext_lazy("Quotation"),
        help_text=gettext_lazy("Words of the article that say so, as printed."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    speaker = forms.CharField(
        label=gettext_lazy("Who says it in the article"), required=False, max_length=160
    )
    existing = forms.ChoiceField(
        label=gettext_lazy("On record"), required=False, widget=forms.RadioSelect
    )
    existing_other = forms.CharField(
        label=gettext_lazy("Or it is this one on record"),
        help_text=gettext_lazy("Its id, its address, or its name."),
        required=False,
        max_length=1000,
    )
    different_because = forms.CharField(
        label=gettext_lazy("It is another one than those on record, because …"),
        help_text=gettext_lazy("A few words, kept for other editors."),
        required=False,
        max_length=300,
    )
    edition = forms.IntegerField(min_value=1, max_value=2**31, widget=forms.HiddenInput)
    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)

    default_renderer = INPUTS

    # What was said of another's change of the card, and what they left: (label, words).
    conflict = ""
    theirs = ()

    def __init__(self, card, offers, data=None):
        self.card = card
        self.kind = CARDS[card.kind]
        super().__init__(data, prefix=card.key, initial=initial_of(card))
        if card.kind == SuggestionKind.PLACE:  # no article makes a place
            for name in ABOUT_RECORD:
                del self.fields[name]
        else:
            self.fields["existing"].choices = [
                *offers.existing(card),
                ("", _("None of these: a new record")),
            ]
        for column in self.kind.sheet.columns:
            said = card.cells.get(column.name, "")
            references = (
                offers.references(card, column.name)
                if column.name in cells.REFERRING
                else ()
            )
            field = cells.field_of(column, said, references)
            self.fields[f"{CELL}{column.name}"] = field
        if candidates := offers.candidates(card):
            field = self.fields[f"{CELL}place"]
            self.fields[f"{CELL}place"] = forms.ChoiceField(
                label=_("Which place of this name"),
                choices=cells.with_said(candidates, card.cells.get("place", "")),
                widget=forms.RadioSelect,
                required=False,
            )

    # What an editor says

    def clean(self):
        """Find the record that an editor names."""
        cleaned = super().clean()
        if other := cleaned.get("existing_other"):
            try:
                cleaned["record"] = record_called(self.kind.model, other)
            except ValidationError as refusal:
                self.add_error("existing_other", refusal)
        return cleaned

    def said(self):
        """Return what an editor says of the card, for `decide`."""
        cleaned, card = self.cleaned_data, self.card
        said = {"decision": cleaned["decision"], "cells": self.cells()}
        for name in ("quote", "speaker"):
            words, held = cleaned[name].replace("\r\n", "\n"), getattr(card, name)
            said[name] = held if same_words(words, held) else words
        if card.kind == SuggestionKind.PLACE:
            if said["cells"] != card.cells:
                said["existing"] = self.place_meant(said["cells"])
            return said
        said["existing"] = self.record()
        said["different_because"] = cleaned["different_because"]
        return said

    def cells(self):
        """Return all cells; those that no input shows stay as they are."""
        found = dict(self.card.cells)
        for column in self.kind.sheet.columns:
            words = cells.words_of(column, self.cleaned_data[f"{CELL}{column.name}"])
            if not same_words(words, found.get(column.name, "")):
                found[column.name] = words
        return {name: words for name, words in found.items() if words}

    def record(self):
        """Return the record that the card is, None for a new one."""
        if "record" in self.cleaned_data:
            return self.cleaned_data["record"]
        chosen, existing = self.cleaned_data["existing"], self.card.existing
        if existing is not None and chosen == str(existing.pk):
            return existing
        return self.kind.model._default_manager.get(pk=chosen) if chosen else None

    def place_meant(self, said):
        """Return the place that an editor names, None if that is none yet."""
        try:
            return PlacesByName().find(said.get("place", ""))
        except CellRefused:
            return None

    def save(self, user):
        """Write what an editor says, unless nothing was; return the card.

        :raises CardChanged: if somebody else changed the card since.
        :raises ValidationError: if the article is filed or lacks the quoted words.
        """
        said = self.said()
        if digest(said) == self.cleaned_data["seen"]:
            return self.card  # untouched
        try:
            self.card = decide(self.card, user, self.cleaned_data["edition"], **said)
        except CardChanged as changed:
            # Sent twice: it holds already what is said.
            if digest(said) != digest(said_of(changed.card)):
                raise
            self.card = changed.card
        return self.card

    # What an editor is shown

    def refused(self):
        """Return {name of the input: words} of the cells that cannot be read."""
        found = {}
        for column in self.kind.sheet.columns:
            words = cells.refusal(column, self.card.cells.get(column.name, ""))
            if words:
                found[f"{CELL}{column.name}"] = words
        return found

    def first(self):
        """Return the inputs of the cells that are filled, needed or asked for often."""
        wanted = {*self.kind.first, *filter(self.card.cells.get, self.card.cells)}
        return [one for one in self.inputs if one.needed or one.column in wanted]

    def further(self):
        """Return the inputs of the other cells."""
        first = {one.column for one in self.first()}
        return [one for one in self.inputs if one.column not in first]

    @cached_property
    def inputs(self):
        """The inputs of all cells, in the order of the sheet."""
        refused = self.refused()
        return [
            Input(
                column.name,
                self[f"{CELL}{column.name}"],
                column.needed,
                refused.get(f"{CELL}{column.name}", ""),
            )
            for column in self.kind.sheet.columns
        ]

    def yield_to(self, changed):
        """Take up the edition that somebody else made; what was typed here stays.

        Saved once more, it is written over theirs, knowingly.
        """
        theirs = initial_of(changed.card)
        self.conflict = str(changed)
        self.theirs = [
            (self[name].label, readable(self.fields[name], value))
            for name, value in theirs.items()
            if name in self.fields
            and name not in ("edition", "seen")
            and differs(value, self[name].value())
        ]
        self.data = self.data.copy()
        for name in ("edition", "seen"):
            self.data[self.add_prefix(name)] = theirs[name]


def initial_of(card):
    """Return what the inputs of a card show."""
    shown = {
        f"{CELL}{column.name}": cells.shown(column, card.cells.get(column.name, ""))
        for column in CARDS[card.kind].sheet.columns
    }
    return shown | {
        "decision": card.decision,
        "quote": card.quote,
        "speaker": card.speaker,
        "existing": str(card.existing_id or ""),
        "existing_other": "",
        "different_because": card.different_because,
        "edition": card.edition,
        "seen": digest(said_of(card)),
    }


def said_of(card):
    """Return what a card says, as `CardForm.said` returns it of an untouched form."""
    said = {
        "decision": card.decision,
        "speaker": card.speaker,
        "quote": card.quote,
        "cells": {name: words for name, words in card.cells.items() if words},
    }
    if card.kind != SuggestionKind.PLACE:
        said["existing"] = card.existing
        said["different_because"] = card.different_because
    return said


def digest(said):
    """Return a short text that is another as soon as something else is said."""
    existing = said.get("existing")
    plain = said | {"existing": existing.pk if existing else None}
    told = json.dumps(plain, sort_keys=True, default=str)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def same_words(one, other):
    """Return whether two texts differ in blanks alone."""
    return one.split() == other.split()


def differs(one, other):
    """Return whether two values of an input are not the same to a reader."""
    return not same_words(str(one or ""), str(other or ""))


def readable(field, value):
    """Return a value as a reader knows it: a choice by its label."""
    labels = dict(flat(getattr(field, "choices", ())))
    return str(labels.get(value, value) or "–")


def flat(choices):
    """Yield choices, those of groups too."""
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield value, label


def state_of(card):
    """Return a card as the page's script takes it over, without loading the page."""
    form_names = {f"{card.key}-{name}": said for name, said in initial_of(card).items()}
    return {
        "key": card.key,
        "name": card.name,
        "decision": card.decision,
        "fields": form_names,
        "note": changed_by(card),
    }


def changed_by(card):
    """Return who decided on a card last and when, "" for nobody yet."""
    if card.decided_by is None:
        return ""
    at = timezone.localtime(card.changed_at)
    return _("%(who)s, %(time)s") % {"who": card.decided_by, "time": f"{at:%H:%M}"}
