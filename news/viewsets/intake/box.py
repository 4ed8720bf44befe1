"""The box for an article: its address, its text, or the page as a file."""

from django import forms
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from news.articles.fetching import BYTES, Page, fetch
from news.articles.pasted import read_text
from news.articles.reading import read_page
from news.articles.refusal import ArticleRefused
from news.models import Intake
from news.receiving import begin, held
from news.viewsets.intake.screen import IntakeScreen, source_url, work_url

SHOWN = 20  # articles in a list of them


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
        return redirect(work_url(intake))

    def get_context_data(self, **kwargs):
        """Add the work there is, and where what is there already can be changed."""
        context = super().get_context_data(**kwargs)
        found = context.get("held")
        if found and found.source:
            context["source_url"] = source_url(found.source)
            context["claims"] = found.source.citations.count()
        elif found:
            context["work_url"] = work_url(found.intake)
        return context | {
            "open": at_work(Intake.objects.open()),
            "filed": at_work(Intake.objects.filed()),
            "bookmarklet": bookmarklet(
                self.request.build_absolute_uri(self.request.path)
            ),
        }


def at_work(intakes):
    """Return the first articles of a list, each with how far it is and where it is."""
    rows = list(intakes.with_progress().select_related("started_by", "source")[:SHOWN])
    for intake in rows:
        intake.address = work_url(intake)
    return rows


def bookmarklet(address):
    """Return the script of a bookmark that brings the page one is on to the box."""
    return (
        f"javascript:location.href='{address}?article='"
        "+encodeURIComponent(location.href)"
    )
