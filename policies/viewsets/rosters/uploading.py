"""Taking a workbook of ICE's that an editor uploads."""

import hashlib

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput
from wagtail.log_actions import log

from config.workbooks import BYTES
from policies.enums import RosterKind
from policies.models import Roster
from policies.roster.reading.workbook import ListRefused
from policies.roster.taking.lists import take_list
from policies.viewsets.rosters.access import ListsScreen


class UploadForm(forms.Form):
    """A workbook, and what an editor may say about it."""

    file = forms.FileField(
        label=gettext_lazy("Workbook"),
        help_text=gettext_lazy("The .xlsx file exactly as ICE published it."),
        max_length=200,
        validators=[FileExtensionValidator(["xlsx"])],
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )
    published = forms.DateField(
        label=gettext_lazy("Published on"),
        help_text=gettext_lazy("Leave empty to take the day from the file's name."),
        required=False,
        widget=AdminDateInput,
    )
    date_checked = forms.BooleanField(
        label=gettext_lazy("I have checked the date"),
        help_text=gettext_lazy(
            "Only after the site has refused the day, and you know that it is right."
        ),
        required=False,
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("List"),
        choices=[("", gettext_lazy("As its columns tell")), *RosterKind.choices],
        required=False,
    )
    url = forms.URLField(
        label=gettext_lazy("Address on ICE's site"),
        max_length=1000,
        required=False,
        assume_scheme="https",
    )

    def clean_file(self):
        """Refuse a file too large to be a list, before it is read.

        :raises ValidationError: if it is.
        """
        file = self.cleaned_data["file"]
        if file.size > BYTES:
            words = _("The file is larger than %(size)s MB: no list of ICE's is.")
            raise ValidationError(words % {"size": BYTES // 1024**2})
        return file


class RosterUpload(ListsScreen, FormView):
    """The form for a new list: taken as a whole, or refused with the reason."""

    any_permission_required = None
    permission_required = "add"
    form_class = UploadForm
    page_title = gettext_lazy("Upload a list")
    template_name = "editing/rosters/upload.html"

    def form_valid(self, form):
        """Take the list and show what changed, or show the form with the reason."""
        said = form.cleaned_data
        data = said["file"].read()
        try:
            roster = take_list(
                data,
                said["file"].name,
                published=said["published"],
                kind=said["kind"] or None,
                date_checked=said["date_checked"],
                url=said["url"],
            )
        except ListRefused as refused:
            form.add_error("file", str(refused))
            self.point_to_held(data)
            return self.form_invalid(form)
        log(roster, "wagtail.create", user=self.request.user)
        messages.success(self.request, counts(roster))
        return redirect("rosters:changes", roster.pk)

    def form_invalid(self, form):
        """Show the form with what was entered, and what is wrong with it."""
        messages.error(self.request, _("The list was not taken; nothing was stored."))
        return super().form_invalid(form)

    def point_to_held(self, data):
        """Lead to the list that is, byte for byte, the one refused."""
        digest = hashlib.sha256(data).hexdigest()
        if held := Roster.objects.newest_first().filter(sha256=digest).first():
            url = reverse("rosters:changes", args=[held.pk])
            words = _("We hold this very file: %(list)s.") % {"list": held}
            shown = [messages.button(url, _("Open the list"))]
            messages.warning(self.request, words, buttons=shown)


def counts(roster):
    """Return in words what a list brought: its rows, and what changed."""
    changes = roster.changes.count()
    rows = ngettext("%(count)d row", "%(count)d rows", roster.row_count)
    differ = ngettext("%(count)d change", "%(count)d changes", changes)
    return _("Taken: %(list)s, with %(rows)s and %(changes)s to decide.") % {
        "list": roster,
        "rows": rows % {"count": roster.row_count},
        "changes": differ % {"count": changes},
    }
