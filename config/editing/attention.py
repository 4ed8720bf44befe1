"""What of the record an editor should look at again: lists of it, and how many."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import django_filters
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, NumberColumn, Table, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.snippets.models import get_snippet_models

from config.editing.assigning import ME
from config.editing.chosen import record_models
from config.editing.reports import Report
from news.models import Assignment, Citation


@dataclass(frozen=True)
class Look:
    """A reason to look at records again: its name in addresses, and which they are."""

    name: str
    label: str
    rows: Callable[[date], QuerySet]


class LookFilter(django_filters.ChoiceFilter):
    """The records of a list that there is a reason to look at again."""

    def __init__(self, looks):
        self.looks = {look.name: look for look in looks}
        choices = [(look.name, look.label) for look in looks]
        super().__init__(
            label=_("To look at again"), choices=choices, empty_label=_("All")
        )

    def filter(self, qs, value):
        """Return the rows that one of the reasons names, today."""
        if not value:
            return qs
        rows = self.looks[value].rows(timezone.localdate())
        return qs.filter(pk__in=rows.order_by().values("pk"))


def contradicted(model):
    """Return the public records of a kind that a public source contradicts in part."""
    against = Citation.objects.contradicting()
    # Where, from a citation, the record is: itself, or what hangs on it.
    ways = (model._meta.get_field("citations").field.name, *model.further_citations)
    found = Q()
    for way in ways:
        rows = against.filter(**{f"{way}__isnull": False})
        found |= Q(pk__in=rows.order_by().values(way))
    return model.objects.published().filter(found)


def denied(model):
    """Return the look at the records of a kind that a source says otherwise of."""
    words = _("A source says otherwise")
    return Look("contradicted", words, lambda day: contradicted(model))


@dataclass(frozen=True)
class Waiting:
    """One look of one kind of record, with the number of records it finds today."""

    label: str
    kind: str
    count: int
    address: str


def waiting_for(user):
    """Return what waits for a user, in the order of the menu; what finds none is left.

    One query for each look, whatever the number of rows.
    """
    found, today = [], timezone.localdate()
    for model in get_snippet_models():
        looks = looks_of(model)
        if not looks or not may_change(user, model):
            continue
        listing = reverse(model.snippet_viewset.get_url_name("list"))
        kind = capfirst(model._meta.verbose_name_plural)
        for look in looks:
            count = look.rows(today).count()
            if count:
                address = f"{listing}?look={look.name}"
                found.append(Waiting(look.label, kind, count, address))
    return found


def looks_of(model):
    """Return the looks that the list of a model has."""
    filters = getattr(model.snippet_viewset.filterset_class, "base_filters", {})
    return list(filters["look"].looks.values()) if "look" in filters else []


def may_change(user, model):
    """Return whether a user may change records of a model."""
    return user.has_perm(f"{model._meta.app_label}.change_{model._meta.model_name}")


def assigned_to(user):
    """Return the records that a user looks after, counted by kind, with their lists."""
    counted = Assignment.objects.counted_for(user, record_models())
    return [
        Waiting(
            _("Assigned to you"),
            capfirst(model._meta.verbose_name_plural),
            counted[model._meta.model_name],
            f"{reverse(model.snippet_viewset.get_url_name('list'))}?assigned={ME}",
        )
        for model in record_models()
        if counted.get(model._meta.model_name)
    ]


class Attention(WagtailAdminTemplateMixin, TemplateView):
    """Every list of what there is to look at again, with how many are on it."""

    page_title = _("To look at again")
    header_icon = "warning"
    template_name = "editing/attention.html"

    def get_breadcrumbs_items(self):
        """Return the way here, at the end of which the page is called."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        """Return the lists as a table; one without rows is not there."""
        columns = [
            TitleColumn("label", label=_("What"), get_url=lambda row: row.address),
            Column("kind", label=_("Records")),
            NumberColumn("count", label=_("How many")),
        ]
        user = self.request.user
        rows = [*assigned_to(user), *waiting_for(user)]
        return super().get_context_data(**kwargs) | {
            "table": Table(columns, rows) if rows else None
        }


class AttentionPanel(Component):
    """The lists of what there is to look at again, on the admin's first page."""

    name = "attention"
    template_name = "editing/attention_panel.html"
    order = 250

    def get_context_data(self, parent_context):
        """Return the lists that are not empty."""
        return {
            "heading": Attention.page_title,
            "rows": waiting_for(parent_context["request"].user),
        }


REPORT = Report(Attention, "attention", "attention", order=600)
