"""The day a page is shown as of."""

from django import forms
from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class AsOfForm(forms.Form):
    """The one parameter of a record's page: the day it is shown as of."""

    as_of = forms.DateField(
        label=gettext_lazy("As of"), required=False, input_formats=["%Y-%m-%d"]
    )


def asked_day(request):
    """Return the day a page is asked for, None for today.

    :raises BadRequest: when `as_of` is not a day, in words.
    """
    form = AsOfForm(request.GET)
    if not form.is_valid():
        raise BadRequest(
            _("As of: write the day as year-month-day, such as 2021-12-06.")
        )
    return form.cleaned_data["as_of"]
