"""The editors' screens of articles that come in: one box, then what was read of it."""

from django import forms
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, UpdateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets import AdminDateInput

from news.articles.fetching import BYTES, Page, fetch
from news.articles.pasted import read_text
from news.articles.reading import read_page
from news.articles.refusal import ArticleRefused
from news.enums import IntakeState
from news.models import Intake, Source
from news.receiving import begin, held, make_source, same_story

# What is needed to make a source, and the outlet it may come from.
RIGHTS = ("news.add_source", "news.add_outlet")
SHOWN = 8
LANGUAGES = [("en", gettext_lazy("English")), ("es", gettext_lazy("Spanish"))]


def may_take_in(user):
    """Return whether a user may make the source of an article."""
    return user.has_perms(RIGHTS)


class StartForm(forms.Form):
    """One box for an address or a text, or a file of the page."""

    article = forms.CharField(
        label=gettext_lazy("Paste an article: its address, or its text"),
        required=False,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    file = forms.FileField(
        label=gettext_lazy("Or the page as a file"),
        help_text=gettext_lazy("An .html file, as “Save page as…” makes it."),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".html,.htm"}),
    )

    def clean(self):
        """Read the article, so that what is wrong with it stands beside the box."""
        cleaned = super().clean()
        given, file = cleaned.get("article"), cleaned.get("file")
        if not given and not file:
            words = _("Paste the address or the text of an article, or choose a file.")
            self.add_error("article", words)
            return cleaned
        try:
            self.article = article_of(given, file)
        except ArticleRefused as refusal:
            self.add_error("article" if given else "file", str(refusal))
        return cleaned


def article_of(given, file):
    """Return the article that an editor gave as an address, a text or a file.

    :raises ArticleRefused: if none can be read.
    """
    if file and not given:
        # One byte more than is taken tells a page that is too large.
        return read_page(Page(body=file.read(BYTES + 1)))
    if is_address(given):
        return read_page(fetch(given))
    return read_text(given)


def is_address(given):
    """Return whether what was pasted is an address and nothing more."""
    return len(given.split()) == 1 and given.lower().startswith(("http://", "https://"))


class IntakeScreen(WagtailAdminTemplateMixin):
    """A screen for those who may make sources."""

    page_title = gettext_lazy("Articles coming in")
    header_icon = "download"

    def dispatch(self, request, *args, **kwargs):
        """Open the screen to those who may make a source.

        :raises PermissionDenied: for all others.
        """
        if not may_take_in(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        """Return the way here."""
        start = reverse("intake:index")
        return [*self.breadcrumbs_items, {"url": start, "label": self.page_title}]


class Start(IntakeScreen, FormView):
    """The box, and the articles somebody is at work on."""

    template_name = "editing/intake/start.html"
    form_class = StartForm

    def get_initial(self):
        """Take up an address that a bookmarklet brings."""
        return {"article": self.request.GET.get("article", "")[:1000]}

    def form_valid(self, form):
        """Begin the work, or say what there is of the article already."""
        if found := held(form.article):
            return self.render_to_response(self.get_context_data(form=form, held=found))
        try:
            intake = begin(form.article, self.request.user)
        except ValidationError as error:
            for words in error.messages:
                form.add_error(None, words)
            return self.form_invalid(form)
        return redirect("intake:article", intake.pk)

    def get_context_data(self, **kwargs):
        """Add the open work, and where the source that there is can be changed."""
        context = super().get_context_data(**kwargs)
        found = context.get("held")
        if found and found.source:
            context["source_url"] = source_url(found.source)
            context["claims"] = found.source.citations.count()
        return context | {
            "open": Intake.objects.open().select_related("started_by"),
            "bookmarklet": bookmarklet(
                self.request.build_absolute_uri(self.request.path)
            ),
        }


def bookmarklet(address):
    """Return the script of a bookmark that brings the page one is on to the box."""
    return (
        f"javascript:location.href='{address}?article='"
        "+encodeURIComponent(location.href)"
    )


def source_url(source):
    """Return the address of a source's form."""
    name = Source.snippet_viewset.get_url_name("edit")
    return reverse(name, args=[quote(source.pk)])


class ArticleForm(forms.ModelForm):
    """What is known of an article; saving it confirms all of it."""

    published = forms.DateField(
        label=gettext_lazy("Published"),
        widget=AdminDateInput,
        help_text=gettext_lazy("“Tuesday” and “last month” are counted from this day."),
        error_messages={
            "required": gettext_lazy(
                "Give the day it was published: “Tuesday” is counted from it."
            )
        },
    )

    url = forms.URLField(
        label=gettext_lazy("Address"),
        max_length=1000,
        required=False,
        assume_scheme="https",
    )

    class Meta:
        model = Intake
        fields = (
            "title",
            "outlet_name",
            "byline",
            "published",
            "published_time",
            "published_zone",
            "language",
            "url",
            "reprint_of",
        )
        widgets = {
            "published_time": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "language": forms.Select(choices=LANGUAGES),
            "reprint_of": forms.RadioSelect,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stories = same_story(self.instance.text)
        choices = [(source.pk, told(source, match)) for source, match in self.stories]
        if choices:
            field = self.fields["reprint_of"]
            field.queryset = Source.objects.filter(pk__in=[pk for pk, _told in choices])
            field.choices = [("", _("Another story")), *choices]
        else:
            del self.fields["reprint_of"]
        for name, origin in self.instance.origins.items():
            if name in self.fields:
                self.fields[name].help_text = unconfirmed(name, origin)

    def clean_url(self):
        """Refuse the address of a source that there is already."""
        url = self.cleaned_data["url"]
        if there := Source.objects.at_address(url).first():
            words = _("We have an article at this address already: “%s”.")
            raise ValidationError(words % there)
        return url

    def save(self, commit=True):
        """Save the article with nothing left unconfirmed."""
        self.instance.origins = {}
        return super().save(commit)


def told(source, match):
    """Return a source that may tell the same story, and how much of it is the same."""
    words = _("%(source)s: %(share)d %% of its sentences are the same")
    label = source.autocomplete_label()
    return words % {"source": label, "share": round(match.share * 100)}


def unconfirmed(name, origin):
    """Return where a value was found, and what hangs on the day."""
    words = _("Not confirmed. Found in: %s.") % origin
    if name == "published":
        words = f"{words} " + _("“Tuesday” and “last month” are counted from this day.")
    return words


class ArticleScreen(IntakeScreen, UpdateView):
    """What was read of an article beside its text; one button makes the source."""

    template_name = "editing/intake/article.html"
    form_class = ArticleForm
    model = Intake

    def get_queryset(self):
        """Return all articles; what is done leads to its source."""
        return Intake.objects.select_related("source", "started_by")

    def get(self, request, *args, **kwargs):
        """Show the article, or the source that was made of it."""
        intake = self.get_object()
        if intake.source:
            return redirect(source_url(intake.source))
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        """Make the source of what the editor confirms, or put the article away."""
        if "discard" in request.POST:
            intake = self.get_object()
            gone = Intake.objects.open().filter(pk=intake.pk)
            gone.update(state=IntakeState.DISCARDED)
            messages.success(request, _("“%s” is put away.") % intake)
            return redirect("intake:index")
        return super().post(request, *args, **kwargs)

    @transaction.atomic
    def form_valid(self, form):
        """Make the source; the records come from its own form."""
        intake = form.save()
        source = make_source(intake, self.request.user)
        messages.success(
            self.request,
            _("“%s” is a draft source now. Cite it in what you enter.") % source,
        )
        return redirect(source_url(source))

    def get_context_data(self, **kwargs):
        """Add the article's paragraphs, and the stylesheet."""
        context = super().get_context_data(
            paragraphs=self.object.text.split("\n\n"), **kwargs
        )
        styles = forms.Media(css={"all": ["editing/intake.css"]})
        context["media"] = context["form"].media + styles
        return context

    def get_breadcrumbs_items(self):
        """Return the way here, with the article."""
        return [
            *super().get_breadcrumbs_items(),
            {"url": "", "label": str(self.object)},
        ]


class IntakeMenuItem(MenuItem):
    """The entry in the menu, for those who may make sources."""

    def is_shown(self, request):
        """Tell whether the user may make the source of an article."""
        return may_take_in(request.user)


class IntakePanel(Component):
    """The box on the admin's first page, and what its reader left open."""

    name = "intake"
    template_name = "editing/intake/panel.html"
    order = 50

    def get_context_data(self, parent_context):
        """Return an empty box and the user's open articles."""
        request = parent_context["request"]
        return {
            "form": StartForm(auto_id="intake_%s"),
            "mine": Intake.objects.open().filter(started_by=request.user)[:SHOWN],
            # A component's template knows no more than is said here.
            "csrf_token": get_token(request),
        }


class IntakeViewSet(ViewSet):
    """Articles coming in, first in the admin's menu."""

    name = "intake"
    icon = "download"
    menu_label = gettext_lazy("Add an article")
    menu_item_class = IntakeMenuItem
    menu_order = 90
    add_to_admin_menu = True

    def get_urlpatterns(self):
        """Return the addresses of the box and of an article."""
        return [
            path("", Start.as_view(), name="index"),
            path("<int:pk>/", ArticleScreen.as_view(), name="article"),
        ]
