"""The page of a record's history: what it said on which day, and what differs."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import BadRequest
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View

from config.listings import TO_COME, moved, not_to_come
from news.changes.feed import stands_at, the_record
from news.changes.names import public_names
from news.changes.telling import place_of
from news.enums import ChangeKind
from news.history.said import Difference, Fact, differences, facts, said_on
from news.models import Change


@dataclass(frozen=True)
class Step:
    """One change in a history, with all that it changed, wording too."""

    change: Change
    subject: "Subject"
    differences: list[Difference]


@dataclass(frozen=True)
class Saying:
    """What a record said on a day; no facts if it was not published then."""

    subject: "Subject"
    change: Change
    facts: list[Fact]


@dataclass(frozen=True)
class Comparison:
    """What differs in a record between two days.

    `entered` and `withdrawn` tell that it was published on only one of them.
    """

    subject: "Subject"
    differences: list[Difference]
    entered: bool = False
    withdrawn: bool = False


class Subject:
    """One record and its changes, in the order in which they happened."""

    def __init__(self, changes, names):
        self.changes, self.names = changes, names
        self.record_type = changes[0].record_type
        record = changes[0].record
        self.title = record.told_title()
        self.place = place_of(record, self.record_type)
        self.address = record.get_absolute_url()
        self.kept_from = min(change.kept_from for change in changes)

    def steps(self):
        """Return what each change changed."""
        for change in self.changes:
            yield Step(change, self, self.differ(change.before or {}, change.told))

    def differ(self, was, now):
        """Return what differs between two things that it said."""
        return differences(self.record_type, was, now, self.names)

    def on(self, day):
        """Return what it said on a day, None before anything is kept of it."""
        change = said_on(self.changes, day)
        if change is None:
            return None
        return Saying(self, change, facts(self.record_type, change.told, self.names))

    def between(self, first, last):
        """Return what differs between two days, None if nothing does."""
        before, after = said_on(self.changes, first), said_on(self.changes, last)
        was, now = (change.told if change else {} for change in (before, after))
        if was and now:
            found = self.differ(was, now)
            return Comparison(self, found) if found else None
        if was or now:
            return Comparison(self, [], entered=bool(now), withdrawn=bool(was))
        return None


class DaysForm(forms.Form):
    """The days that a history is asked for."""

    on = forms.DateField(
        label=gettext_lazy("What it said on"),
        required=False,
        input_formats=["%Y-%m-%d"],
        validators=[not_to_come],
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in (("from", _("From")), ("to", _("To"))):
            self.fields[name] = forms.DateField(
                label=label,
                required=False,
                input_formats=["%Y-%m-%d"],
                validators=[not_to_come],
            )


@dataclass(frozen=True)
class Days:
    """The days asked for: what was said on one, what differs between two."""

    on: date | None
    first: date | None
    last: date | None


def asked_days(request):
    """Return the days that a history is asked for.

    :raises BadRequest: when one is not a day, or they are not in order, in words.
    """
    form = DaysForm(request.GET)
    if not form.is_valid():
        if all(form.has_error(name, TO_COME) for name in form.errors):
            raise BadRequest(_("History: that day is still to come."))
        raise BadRequest(
            _("History: write each day as year-month-day, such as 2021-12-06.")
        )
    on, first, last = (form.cleaned_data[name] for name in ("on", "from", "to"))
    if last and not first:
        raise BadRequest(_("History: give the first of the two days too."))
    if first and last and first > last:
        raise BadRequest(_("History: the first day is after the second."))
    if first and not last:
        last = max(first, timezone.localdate())
    return Days(on, first, last)


def history_context(changes: Any, days: Days) -> dict[str, Any]:
    """Return what a page of history prints of some public changes, in order."""
    changes = list(changes)
    names = public_names(changes)
    groups: dict[tuple[str, int], list[Change]] = {}
    for change in changes:
        if change.record is not None and change.record.is_public:
            key = (change.record_type, change.number)
            groups.setdefault(key, []).append(change)
    subjects = [Subject(group, names) for group in groups.values()]
    steps = [step for subject in subjects for step in subject.steps()]
    steps.sort(key=lambda step: (step.change.at, step.change.pk), reverse=True)
    said = [saying for s in subjects if days.on and (saying := s.on(days.on))]
    between = [
        found
        for s in subjects
        if days.first and (found := s.between(days.first, days.last))
    ]
    return {
        "days": days,
        "steps": steps,
        "said": said,
        "between": between,
        "kept_from": min((s.kept_from for s in subjects), default=None),
        "withdrawn": ChangeKind.WITHDRAWN,
    }


# What a history is called, below the page of its record.
NAME = "history/"


class RecordHistory(View):
    """The history of one record."""

    model = None
    section = ""

    def get(self, request, **kwargs):
        """Answer with the history; an old address leads to the new one."""
        record = the_record(self.model, kwargs)
        if not stands_at(request, record, NAME):
            return moved(request, record, NAME)
        changes = Change.objects.for_history().of_record(record)
        context = history_context(changes, asked_days(request))
        return render(
            request,
            "pages/history.html",
            context
            | {
                "title": record.told_name(),
                "address": record.get_absolute_url(),
                "section": self.section,
                "of_place": False,
            },
        )
