"""The panels that records of several kinds share."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    PublishingPanel,
)

from news.claims import part_words


class SortedSelect(forms.Select):
    """A select whose options stand in the order of their labels."""

    def optgroups(self, name, value, attrs=None):
        """Return the options by label, the empty one first."""
        groups = super().optgroups(name, value, attrs)
        return sorted(
            groups, key=lambda group: (group[1][0]["value"] != "", group[1][0]["label"])
        )


class RowsNeeded(BaseChildFormSet):
    """Child rows of which some are needed to publish, and none for a draft.

    Django would offer the needed rows blank, and then refuse a draft for them. It
    would also count a blank row that an autosave has sent once already.
    """

    def total_form_count(self):
        """Return the number of rows to show: those there are, no blank ones."""
        if self.is_bound:
            return super().total_form_count()
        return self.initial_form_count()

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        # A row that was added and left blank is no row.
        form.empty_permitted = form.instance.pk is None
        return form

    def clean(self):
        """Refuse to publish with too few rows.

        While a draft is saved, Wagtail sets `min_num` to 0.

        :raises ValidationError: telling how many rows are needed.
        """
        super().clean()
        rows = [
            form
            for form in self.forms
            if form not in self.deleted_forms
            and (form.instance.pk is not None or form.has_changed())
        ]
        if len(rows) < (self.min_num or 0):
            raise ValidationError(
                ngettext(
                    "Cite at least %(count)d source before this is published.",
                    "Cite at least %(count)d sources before this is published.",
                    self.min_num,
                )
                % {"count": self.min_num}
            )


class CitationsPanel(InlinePanel):
    """The sources of a record or of one of its events.

    What a citation may support is read off the model, and so is whether one is
    needed: a model without `needs_citation` is an event, which always needs one.
    """

    def __init__(self, relation_name="citations", **kwargs):
        kwargs.setdefault("heading", _("Sources"))
        kwargs.setdefault("label", _("citation"))
        super().__init__(relation_name, **kwargs)

    def on_model_bound(self):
        """Take the rules of the model the panel belongs to."""
        super().on_model_bound()
        self.min_num = 1 if getattr(self.model, "needs_citation", True) else None

    @cached_property
    def panel_definitions(self):
        """The panels of a citation, its field a choice of the record's own."""
        claims = claim_choices(self.model)
        return [
            _with_choices(panel, "field", claims) for panel in super().panel_definitions
        ]

    def get_form_options(self):
        """Return the options of the formset, which counts rows in its own way."""
        options = super().get_form_options()
        options["formsets"][self.relation_name] |= {
            "formset": RowsNeeded,
            "validate_min": False,
        }
        return options


def _with_choices(panel, name, choices):
    """Return a panel with one of its fields, however deep, made a select."""
    if getattr(panel, "field_name", None) == name:
        panel = panel.clone()
        panel.widget = forms.Select(choices=choices)
    elif hasattr(panel, "children"):
        panel = panel.clone()
        panel.children = [_with_choices(p, name, choices) for p in panel.children]
    return panel


def claim_choices(model):
    """Return what a citation of a model can support, in the record's own words."""
    names = ("", *model.citable_fields)
    return [(name, capfirst(part_words(model, name))) for name in names]


class SeveralAtOncePanel(MultipleChooserPanel):
    """Rows of which many can be chosen in one go, and any typed in singly."""

    class BoundPanel(MultipleChooserPanel.BoundPanel):
        """The panel with both of its buttons."""

        template_name = "editing/several_at_once_panel.html"
        # The multiple chooser's own script would bind the buttons a second time.
        telepath_adapter_name = InlinePanel.BoundPanel.telepath_adapter_name


def date_panel(heading=None):
    """Return the panel of a `Dated` model's date."""
    return MultiFieldPanel(
        [
            FieldRowPanel(
                [
                    FieldPanel("date"),
                    FieldPanel("date_precision"),
                    FieldPanel("date_certainty"),
                ]
            ),
            FieldRowPanel([FieldPanel("date_phrase"), FieldPanel("date_anchor")]),
        ],
        heading=heading or _("Date"),
    )


def upkeep_panels():
    """Return the panels that end every record's form."""
    return [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("last_checked_on")],
            heading=_("Address and upkeep"),
            classname="collapsed",
        ),
        PublishingPanel(),
    ]
