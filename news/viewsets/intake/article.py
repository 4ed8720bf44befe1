"""What was read of an article, confirmed by an editor; its source is made of it."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import UpdateView
from wagtail.admin import messages

from news.enums import IntakeState
from news.filing.dealing import deal
from news.models import Intake, Source
from news.receiving import make_source, same_story
from news.viewsets.intake.passages import marked
from news.viewsets.intake.screen import IntakeScreen, work_url

LANGUAGES = [("en", gettext_lazy("English")), ("es", gettext_lazy("Spanish"))]


class ArticleForm(forms.ModelForm):
    """What is known of an article; saving it confirms all of it."""

    published = forms.DateField(
        label=gettext_lazy("Published"),
        # The browser's own: Wagtail's calendar stays open over the button below it.
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
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
        """Return all articles; one that has a source leads to where the work is."""
        return Intake.objects.select_related("source", "started_by")

    def get(self, request, *args, **kwargs):
        """Show the article, or lead on from what was confirmed."""
        intake = self.get_object()
        if intake.source_id is not None:
            return redirect(work_url(intake))
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        """Make the source of what the editor confirms, or put the article away."""
        if "discard" in request.POST:
            intake = self.get_object()
            gone = Intake.objects.open().filter(pk=intake.pk, source=None)
            if gone.update(state=IntakeState.DISCARDED):
                messages.success(request, _("“%s” is put away.") % intake)
            return redirect("intake:index")
        return super().post(request, *args, **kwargs)

    @transaction.atomic
    def form_valid(self, form):
        """Make the source and deal the cards; who presses twice is led on."""
        intake = Intake.objects.select_for_update().get(pk=self.object.pk)
        if intake.source_id is None:
            intake = form.save()
            source = make_source(intake, self.request.user)
            intake.refresh_from_db()
            deal(intake)
            words = _("“%s” is a draft source now. Decide on what is found in it.")
            messages.success(self.request, words % source)
        return redirect(work_url(intake))

    def get_context_data(self, **kwargs):
        """Add the article's paragraphs."""
        context = super().get_context_data(
            paragraphs=marked(self.object.text, []), **kwargs
        )
        context["media"] += context["form"].media
        return context

    def get_breadcrumbs_items(self):
        """Return the way here, with the article."""
        return [
            *super().get_breadcrumbs_items(),
            {"url": "", "label": str(self.object)},
        ]
