"""Choosers that find a record by its names and tell namesakes apart."""

from django import forms
from django.db import transaction
from django.http import Http404
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from wagtail.actions.create import CreateAction
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.panels import get_form_for_model
from wagtail.admin.telepath import JSContext
from wagtail.snippets.views import chooser
from wagtail.snippets.widgets import AdminSnippetChooser

from config.editing.duplicates import Asked
from config.editing.labels import StandingColumn, label_of


def is_id(value):
    """Return whether a value that somebody sent can be the id of a record."""
    return str(value).isdecimal() and len(str(value)) < 19


def _naming(words, model):
    return words % {"kind": model._meta.verbose_name}


# Told to whoever reads it: forms are made once, for editors of both languages.
naming = lazy(_naming, str)


class NameSearch(BaseFilterForm):
    """The search box of a chooser: every word must be in a name, alias or state."""

    q = forms.CharField(
        label=_("Name, abbreviation or state"),
        max_length=100,
        required=False,
        widget=forms.TextInput,
    )

    def filter(self, objects):
        """Return the records whose names contain every word."""
        words = self.cleaned_data["q"]
        if not words:
            return objects
        self.is_searching, self.search_query = True, words
        return objects.sought(words)


class FormInChooser:
    """The form inside a chooser, with the admin's own fields."""

    creation_form_template_name = "editing/chooser_creation_form.html"

    def get_creation_form_class(self):
        """Return the form for the few fields that make a draft, or None."""
        if self.form_fields is None:
            return None
        return get_form_for_model(self.model_class, fields=self.form_fields)

    def get_creation_form_kwargs(self):
        """Keep the fields apart from those of the form under the window."""
        return super().get_creation_form_kwargs() | {"auto_id": "id_new_%s"}


class LabelledRows(FormInChooser):
    """A chooser's list: full labels, and no query for each row."""

    filter_form_class = NameSearch
    results_template_name = "editing/chooser_results.html"
    # The title names the kind.
    page_subtitle = None

    def get_object_list(self):
        """Return the records in the order editors look for them."""
        return self.model_class.snippet_viewset.offered()

    @property
    def title_column(self):
        """The label, linked to choose the record."""
        column = super().title_column
        column.label = _("Name")
        column.accessor = label_of
        return column

    @property
    def columns(self):
        """The label and where the record stands."""
        return [self.title_column, StandingColumn(sort_key=None)]


class ChooseRecord(LabelledRows, chooser.ChooseView):
    """The chooser's window."""


class ChooseRecordResults(LabelledRows, chooser.ChooseResultsView):
    """The chooser's list, replaced while one types."""


class LabelledChoice:
    """What the form shows once a record is chosen: its full label."""

    def get_display_title(self, instance):
        """Return the record's label."""
        return label_of(instance)


class RecordChosen(LabelledChoice, chooser.SnippetChosenView):
    """One record was chosen."""

    def get_object(self, pk):
        """Return the record of an id; anything that is no id does not exist."""
        if not is_id(pk):
            raise Http404
        return super().get_object(pk)


class RecordsChosen(LabelledChoice, chooser.SnippetChosenMultipleView):
    """Several records were ticked."""

    def get_objects(self, pks):
        """Return the records of those values that are ids, as they were listed."""
        choices = self.model_class.snippet_viewset.choices()
        return choices.filter(pk__in=filter(is_id, pks))


class RecordCreated(FormInChooser, LabelledChoice, chooser.SnippetCreateView):
    """A record was made inside the chooser: always a draft, with its revision."""

    asked = None

    def post(self, request):
        """Make the record, or ask first whether it is one that we have already."""
        self.form = self.get_creation_form()
        if self.form.is_valid():
            self.asked = Asked(self.form, request.POST)
            if self.asked.is_answered:
                return self.get_chosen_response(self.save_form(self.form))
        return self.get_reshow_creation_form_response()

    def get_creation_form_context_data(self, form):
        """Return the form, and the records to choose instead."""
        context = super().get_creation_form_context_data(form)
        return context | {"asked": self.asked}

    @transaction.atomic
    def save_form(self, form):
        """Save the form as a draft; its sources come before it is published."""
        action = CreateAction(form.instance, user=self.request.user, form=form)
        # `dispatch` has checked
        record = action.execute(skip_permission_checks=True)
        self.asked.keep(record, self.request.user)
        return record


class RecordChooser(AdminSnippetChooser):
    """The form field for one record."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.choose_one_text = naming(_("Choose %(kind)s"), self.model)
        self.choose_another_text = naming(_("Choose another %(kind)s"), self.model)
        self.link_to_chosen_text = naming(_("Edit %(kind)s"), self.model)

    def get_instance(self, value):
        """Return the record of a value, None for what is no id."""
        if value is None or isinstance(value, self.model_class):
            return value
        if not is_id(value):
            return None
        return self.model_class.snippet_viewset.choices().filter(pk=value).first()

    def get_display_title(self, instance):
        """Return the record's label."""
        return label_of(instance)


class RecordChooserViewSet(chooser.SnippetChooserViewSet):
    """The chooser of one kind of record."""

    choose_view_class = ChooseRecord
    choose_results_view_class = ChooseRecordResults
    chosen_view_class = RecordChosen
    chosen_multiple_view_class = RecordsChosen
    create_view_class = RecordCreated
    base_widget_class = RecordChooser
    # Wagtail's own are of the language in which the server started.
    search_tab_label = _("Search")
    create_action_label = _("Create")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.page_title = naming(_("Choose %(kind)s"), self.model)


class RecordsChooser(forms.SelectMultiple):
    """The form field for several records of one kind, however many there are.

    The labels and hidden inputs are plain HTML; `records_chooser.js` opens the
    same window as for one record, with boxes to tick.
    """

    template_name = "editing/records_chooser.html"

    def __init__(self, model, attrs=None):
        super().__init__(attrs)
        self.model = model

    def __deepcopy__(self, memo):
        # `ChoiceWidget` copies its choices, which here would be the whole table.
        copy = type(self)(self.model, self.attrs.copy())
        copy.is_required = self.is_required
        return copy

    def get_context(self, name, value, attrs):
        """Return the chosen records with their labels, and where to choose more."""
        ids = list(filter(is_id, value or []))
        choices = self.model.snippet_viewset.choices()
        context = forms.Widget.get_context(self, name, ids, attrs)
        context["widget"] |= {
            "chosen": [
                {"id": record.pk, "label": label_of(record)}
                for record in (choices.filter(pk__in=ids) if ids else [])
            ],
            "single": JSContext().pack(self.single),
            "kind": self.model._meta.verbose_name,
        }
        return context

    @property
    def media(self):
        """Wagtail's chooser window and the lines that use it."""
        context = JSContext()
        context.pack(self.single)
        return context.media + forms.Media(js=["editing/records_chooser.js"])

    @property
    def single(self):
        """The chooser of one such record, whose window this field opens."""
        return self.model.snippet_viewset.chooser_viewset.widget_class()
