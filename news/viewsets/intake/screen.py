"""What the screens of articles that come in have in common, and who may see them."""

from django import forms
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.forms.widgets import Script
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.generic.detail import SingleObjectMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from news.enums import IntakeState
from news.models import Intake, Source

# Keys, saving as one goes, and each form sent once; the page works without it.
# Deferred: it looks for the cards, which come after it in the page.
SCRIPT = forms.Media(js=[Script("editing/cards.js", defer=True)])

# What is needed to make a source, and the outlet it may come from.
RIGHTS = ("news.add_source", "news.add_outlet")


def may_take_in(user):
    """Return whether a user may make the source of an article."""
    return user.has_perms(RIGHTS)


def source_url(source):
    """Return the address of a source's form."""
    name = Source.snippet_viewset.get_url_name("edit")
    return reverse(name, args=[quote(source.pk)])


def work_url(intake):
    """Return the address where the work on an article goes on."""
    if intake.state == IntakeState.FILED:
        return reverse("intake:review", args=[intake.pk])
    if intake.source_id is None:
        return reverse("intake:article", args=[intake.pk])
    if intake.state == IntakeState.OPEN:
        return reverse("intake:cards", args=[intake.pk])
    return source_url(intake.source)


class ForThoseWhoTakeIn:
    """A view for those who may make sources, and for nobody else."""

    def dispatch(self, request, *args, **kwargs):
        """Open the view to those who may make a source.

        :raises PermissionDenied: for all others.
        """
        if not may_take_in(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class IntakeScreen(ForThoseWhoTakeIn, WagtailAdminTemplateMixin):
    """A screen of an article that comes in, or of all of them."""

    page_title = gettext_lazy("Articles coming in")
    header_icon = "download"

    def get_context_data(self, **kwargs):
        """Add the stylesheet to what the screen needs."""
        context = super().get_context_data(**kwargs)
        styles = forms.Media(css={"all": ["editing/intake.css"]})
        context["media"] = context.get("media", forms.Media()) + styles
        return context

    def get_breadcrumbs_items(self):
        """Return the way here."""
        start = reverse("intake:index")
        return [*self.breadcrumbs_items, {"url": start, "label": self.page_title}]


class OfArticle(SingleObjectMixin):
    """A view of one article in a certain state; in others it leads to where that is."""

    model = Intake
    state = IntakeState.OPEN

    def get_queryset(self):
        """Return all articles with what their screens name."""
        return Intake.objects.select_related("source", "started_by")

    def dispatch(self, request, *args, **kwargs):
        """Answer for an article that has come so far, and no further."""
        self.object = self.get_object()
        if self.object.source_id is None or self.object.state != self.state:
            return self.elsewhere()
        return super().dispatch(request, *args, **kwargs)

    def elsewhere(self):
        """Lead to where the work on the article goes on."""
        return HttpResponseRedirect(work_url(self.object))


class ArticleStep(IntakeScreen, OfArticle):
    """A screen on the way of one article."""

    step = ""

    def get_breadcrumbs_items(self):
        """Return the way here, with the article."""
        return [
            *super().get_breadcrumbs_items(),
            {"url": work_url(self.object), "label": str(self.object)},
            {"url": "", "label": self.step},
        ]
