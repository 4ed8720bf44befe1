"""Look up a place by its name."""

from django import forms
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views import View

from config.listings import MAX_QUERY_LENGTH
from jurisdictions.derive import begins_words, fold_name
from jurisdictions.models import Jurisdiction

# More than a reader would look through; the page says when there are more.
MAX_MATCHES = 50


class SearchForm(forms.Form):
    """The search box of every page."""

    q = forms.CharField(
        label=_("City, county or state"), max_length=MAX_QUERY_LENGTH, required=False
    )


class Search(View):
    """Places whose name, alias and state contain the words; one match goes there.

    It does not if the words are only letters within its own.
    """

    def get(self, request):
        """Answer with the matches, or with the page of the only one."""
        form = SearchForm(request.GET)
        words = form.cleaned_data["q"].strip() if form.is_valid() else ""
        rows = (
            Jurisdiction.objects.for_search(words)[: MAX_MATCHES + 1] if words else []
        )
        rows = list(rows)
        if len(rows) == 1 and begins_words(fold_name(words), rows[0].lookup):
            return redirect(rows[0])
        return render(
            request,
            "pages/search.html",
            {
                "form": form,
                "words": words,
                "rows": rows[:MAX_MATCHES],
                "more": len(rows) > MAX_MATCHES,
            },
        )
