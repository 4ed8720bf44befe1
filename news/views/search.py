"""One box for everything: what a text names or is said of it."""

from django import forms
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.http import require_safe

from config.listings import MAX_QUERY_LENGTH
from jurisdictions.derive import begins_words, fold_name
from jurisdictions.models import Jurisdiction
from news.views.finding import KINDS, Finding, beginning, near, within

# With so few results that only mention the words, they may be a name misspelt.
FEW = 3
# A suggestion is for a reader who is still typing: names, and not many.
SUGGESTED, OF_A_KIND, LEAST = 8, 4, 2


class SearchForm(forms.Form):
    """The search box of every page."""

    q = forms.CharField(
        label=_("City, county, state or any word"),
        max_length=MAX_QUERY_LENGTH,
        required=False,
        error_messages={
            "max_length": _(
                "That is too long to look up: use at most %(limit_value)d characters."
            )
        },
    )

    @property
    def words(self):
        """The words to look up, "" for none or too many."""
        return self.cleaned_data["q"].strip() if self.is_valid() else ""


class Search(View):
    """Everything that a text names or is said in; what it can only mean is opened."""

    def get(self, request):
        """Answer with the groups of what was found, or with the page of the one."""
        form = SearchForm(request.GET)
        words, context = form.words, {}
        if words:
            finding = Finding(words)
            if finding.only:
                return redirect(finding.only)
            context = {"finding": finding} | otherwise(finding)
        context |= {
            "day": timezone.localdate(),
            "form": form,
            "words": words,
            "is_told": bool(fold_name(words)),
        }
        status = 200 if form.is_valid() else 400
        return render(request, "pages/search.html", context, status=status)


def otherwise(finding):
    """Return what a text may mean that names nothing: a name misspelt, or in part."""
    shown = sum(len(group.rows) for group in finding.groups)
    if finding.by_name or shown > FEW:
        return {}
    meant = near(finding.words)
    if meant:
        return {"meant": meant}
    has_places = any(group.kind.model is Jurisdiction for group in finding.groups)
    begun = [] if has_places else beginning(finding.words)
    if begun:
        return {"begun": begun}
    return {} if finding.groups else {"within": within(finding.words)}


@require_safe
def suggest(request):
    """Answer a box that is being typed into with the names that it may mean."""
    form = SearchForm(request.GET)
    if not form.is_valid():
        return JsonResponse({"error": " ".join(form.errors["q"])}, status=400)
    rows = suggestions(form.words) if len(form.words) >= LEAST else []
    return JsonResponse({"q": form.words, "suggestions": rows})


def suggestions(words):
    """Return the names that a text may mean, the misspelt ones where there is none."""
    kinds = KINDS[:4]
    finding = Finding(words, kinds, names_only=True)
    if not finding.groups:
        finding = near(words) or finding
    rows = [
        suggestion(found.record)
        for group in finding.groups
        for found in group.rows[:OF_A_KIND]
        if is_called(found.record, finding.words)
    ]
    return rows[:SUGGESTED]


def is_called(record, words):
    """Return whether words begin those of a name itself; a place's state is one's."""
    if isinstance(record, Jurisdiction):
        return True
    names = " ".join([str(record), *record.full_names()])
    return begins_words(fold_name(words), fold_name(names))


def suggestion(record):
    """Return one name with what tells it from its namesakes, and where it leads."""
    told = record.tell_apart() if hasattr(record, "tell_apart") else ""
    return {
        "label": record.told_name().plain,
        "detail": told or capfirst(record._meta.verbose_name),
        "url": record.get_absolute_url(),
    }
