"""The day a page is shown as of."""

from datetime import timedelta

from django import forms
from django.core.exceptions import BadRequest, ValidationError
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

TO_COME = "to_come"
NO_DAY = gettext_lazy("write the day as year-month-day, such as 2021-12-06.")


def not_to_come(day):
    """Refuse a day of which nobody can tell yet.

    Somewhere tomorrow has begun already, and for a reader there it is today.

    :raises ValidationError: when the day is still to come everywhere.
    """
    if day > timezone.localdate() + timedelta(days=1):
        raise ValidationError(_("that day is still to come."), code=TO_COME)


class AsOfForm(forms.Form):
    """The one parameter of a record's page: the day it is shown as of."""

    as_of = forms.DateField(
        label=gettext_lazy("As of"),
        required=False,
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": NO_DAY},
        validators=[not_to_come],
    )


def asked_day(request):
    """Return the day a page is asked for, None for today.

    :raises BadRequest: when `as_of` is not a day, or none yet, in words.
    """
    form = AsOfForm(request.GET)
    if not form.is_valid():
        (words,) = form.errors["as_of"]
        raise BadRequest(f"{form.fields['as_of'].label}: {words}")
    return form.cleaned_data["as_of"]


def shown_day(request):
    """Return the day a page shows: the one it was asked for, if that is one."""
    form = AsOfForm(request.GET)
    asked = form.cleaned_data["as_of"] if form.is_valid() else None
    return asked or timezone.localdate()


def not_on_file(request, record, as_of):
    """Answer that no source had told of a record by a day; the day tells no more."""
    context = {"record": record, "as_of": as_of}
    return render(request, "pages/not_on_file.html", context)
