"""The panels that records of several kinds share."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm
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


class SourcesNeeded(BaseChildFormSet):
    """Citations, of which one is needed to publish and none for a draft.

    While a draft is saved, Wagtail sets `min_num` to 0. Django would offer the
    needed row blank, and then refuse the draft for its blank fields.
    """

    default_error_messages = BaseChildFormSet.default_error_messages | {
        "too_few_forms": ngettext_lazy(
            "Cite at least %(num)d source before this is published.",
            "Cite at least %(num)d sources before this is published.",
            "num",
        )
    }

    def total_form_count(self):
        """Return the number of rows to show: those there are, no blank one."""
        if self.is_bound:
            return super().total_form_count()
        return self.initial_form_count()


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

    def get_form_options(self):
        """Return the options of the formset, with its own rows and claims."""
        options = super().get_form_options()
        rows = options["formsets"][self.relation_name]
        base = rows.get("form", WagtailAdminModelForm)
        rows |= {
            "formset": SourcesNeeded,
            "form": type(base)("CitationForm", (base,), {"field": self.claim_field()}),
        }
        return options

    def claim_field(self):
        """Return the form field for what a citation supports: the model's own."""
        field = self.db_field.related_model._meta.get_field("field")
        return forms.ChoiceField(
            label=capfirst(field.verbose_name),
            help_text=field.help_text,
            choices=claim_choices(self.model),
            required=False,
        )


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
