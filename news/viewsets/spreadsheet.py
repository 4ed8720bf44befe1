"""The editors' screens of records by spreadsheet: upload, preview, confirm."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView, TemplateView, View
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from news.models import RecordSheet
from news.spreadsheets.entering import NotEntered, enter_sheet
from news.spreadsheets.examination import Outcome, examine
from news.spreadsheets.kinds import KINDS
from news.spreadsheets.reading import BYTES, SheetRefused, read_sheet
from news.spreadsheets.templates import FORMATS, template

# More than this takes longer than a browser waits; the command has no hurry.
ROWS = 300


def kinds_for(user):
    """Return the kinds of sheets whose records, and their sources, a user may enter."""
    if not user.has_perms(["news.add_source", "news.add_outlet"]):
        return []
    return [
        kind
        for kind in KINDS.values()
        if all(
            user.has_perm(
                f"{kind.model._meta.app_label}.{action}_{kind.model._meta.model_name}"
            )
            for action in ("add", "change")
        )
    ]


class UploadForm(forms.Form):
    """Which sheet, and the file."""

    kind = forms.ChoiceField(label=gettext_lazy("What the rows are"))
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("A CSV file in UTF-8, or an .xlsx workbook."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.name, kind.label) for kind in kinds]

    def clean(self):
        """Read the file, so that what is wrong with it stands beside it."""
        cleaned = super().clean()
        kind, file = KINDS.get(cleaned.get("kind")), cleaned.get("file")
        if kind and file:
            try:
                # One byte more than is taken tells a file that is too large.
                self.sheet = read_sheet(file.read(BYTES + 1), kind)
            except SheetRefused as refusal:
                self.add_error("file", str(refusal))
            else:
                self.check_size()
        return cleaned

    def check_size(self):
        """Refuse what a browser would not wait for."""
        if (count := len(self.sheet.rows)) > ROWS:
            words = _(
                "The file has %(count)s rows, and this screen takes %(most)s at once. "
                "Part it, or let an administrator run import_records."
            )
            self.add_error("file", words % {"count": count, "most": ROWS})


class SpreadsheetScreen(WagtailAdminTemplateMixin):
    """A screen for those who may enter records of at least one kind."""

    page_title = gettext_lazy("Import records")
    header_icon = "table"

    def dispatch(self, request, *args, **kwargs):
        """Open the screen to those who may enter something.

        :raises PermissionDenied: for all others.
        """
        self.kinds = kinds_for(request.user)
        if not self.kinds:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        """Return the way here."""
        start = reverse("import-records:index")
        return [*self.breadcrumbs_items, {"url": start, "label": self.page_title}]


class Upload(SpreadsheetScreen, FormView):
    """Choose what the rows are, take its template, and send the file."""

    template_name = "editing/spreadsheets/upload.html"
    form_class = UploadForm

    def get_form_kwargs(self):
        """Offer the kinds that the user may enter."""
        return super().get_form_kwargs() | {"kinds": self.kinds}

    def get_context_data(self, **kwargs):
        """Add the templates, and what the user left unfinished."""
        return super().get_context_data(
            kinds=self.kinds,
            formats=FORMATS,
            unfinished=RecordSheet.objects.of(self.request.user).order_by("-pk"),
            **kwargs,
        )

    def form_valid(self, form):
        """Keep the rows until they are entered, and show what they would do."""
        RecordSheet.objects.forgotten().delete()
        sheet = RecordSheet.objects.create(
            kind=form.cleaned_data["kind"],
            file_name=form.cleaned_data["file"].name[-200:],
            sha256=form.sheet.sha256,
            rows=form.sheet.rows,
            uploaded_by=self.request.user,
        )
        return redirect("import-records:preview", sheet.pk)


class SheetPreview(SpreadsheetScreen, TemplateView):
    """What each row of an upload would do; one button does it."""

    template_name = "editing/spreadsheets/preview.html"

    @cached_property
    def sheet(self):
        """The upload, which only who made it sees."""
        return (
            RecordSheet.objects.of(self.request.user)
            .filter(pk=self.kwargs["pk"])
            .first()
        )

    @property
    def kind(self):
        """The kind of the sheet.

        :raises PermissionDenied: if the user may not enter such records any more.
        """
        kind = KINDS[self.sheet.kind]
        if kind not in self.kinds:
            raise PermissionDenied
        return kind

    def get_page_subtitle(self):
        """Return the name of the file."""
        return self.sheet.file_name

    def get_breadcrumbs_items(self):
        """Return the way here, with the file."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": str(self.sheet)}]

    def get(self, request, *args, **kwargs):
        """Show the preview, worked out anew each time."""
        if self.sheet is None:
            return self.gone()
        preview = examine(self.kind, self.sheet.rows, request.user)
        return self.render_to_response(self.get_context_data(preview=preview))

    def post(self, request, *args, **kwargs):
        """Enter the sheet as it was shown, or take the upload back."""
        if self.sheet is None:
            return self.gone()
        if "discard" in request.POST:
            self.sheet.delete()
            messages.success(
                request, _("The upload is discarded. Nothing was written.")
            )
            return redirect("import-records:index")
        try:
            preview = enter_sheet(
                self.sheet, self.kind, request.user, seen=request.POST.get("seen", "")
            )
        except NotEntered as stopped:
            messages.error(request, str(stopped))
            return redirect("import-records:preview", self.sheet.pk)
        if preview is None:
            return self.gone()
        messages.success(request, entered(preview))
        return redirect(reverse(self.kind.model.snippet_viewset.get_url_name("list")))

    def gone(self):
        """Say that there is nothing to enter any more."""
        words = _(
            "This upload is gone: it was entered or discarded, or a day has passed. "
            "Upload the file again to see what of it is on record."
        )
        messages.warning(self.request, words)
        return redirect("import-records:index")

    def get_context_data(self, **kwargs):
        """Add where the form of a record is, and the outcomes with their counts."""
        preview = kwargs["preview"]
        return super().get_context_data(
            sheet=self.sheet,
            kind=self.kind,
            edit_url_name=self.kind.model.snippet_viewset.get_url_name("edit"),
            counts=[(outcome, preview.counts[outcome]) for outcome in Outcome],
            **kwargs,
        )


def entered(preview):
    """Return what was done, in words."""
    words = ngettext(
        "%s draft is written. A second reader publishes it.",
        "%s drafts are written. A second reader publishes them.",
        preview.writes,
    )
    return words % preview.writes


class SheetTemplate(View):
    """An empty sheet with the columns of a kind."""

    def get(self, request, kind, format):
        """Return the file.

        :raises Http404: if there is no such kind or format, or not for the user.
        """
        found = next((k for k in kinds_for(request.user) if k.name == kind), None)
        if found is None or format not in FORMATS:
            raise Http404
        response = HttpResponse(template(found, format), content_type=FORMATS[format])
        response["Content-Disposition"] = f'attachment; filename="{kind}.{format}"'
        return response


class ImportRecordsItem(MenuItem):
    """The menu item, for those who may enter something."""

    def is_shown(self, request):
        """Tell whether the user may enter records of any kind."""
        return bool(kinds_for(request.user))


class SpreadsheetViewSet(ViewSet):
    """Records by spreadsheet, in the menu of sources."""

    name = "import-records"
    icon = "table"
    menu_label = gettext_lazy("Import records")
    menu_item_class = ImportRecordsItem
    menu_hook = "register_sources_menu_item"
    menu_order = 900

    def get_urlpatterns(self):
        """Return the addresses of the screens."""
        return [
            path("", Upload.as_view(), name="index"),
            path("<int:pk>/", SheetPreview.as_view(), name="preview"),
            path("<slug:kind>.<slug:format>", SheetTemplate.as_view(), name="template"),
        ]
