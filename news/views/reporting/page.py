"""The page on which a reader reports an error."""

from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from config.counting import DAY, seconds_left
from news.models import ErrorReport
from news.views.reporting.form import ReportForm, path_on_this_site
from news.views.reporting.limits import exceeds_limits
from news.views.reporting.token import new_token


# Why it needs no token of Django's, which is a cookie: news.views.reporting.token.
@method_decorator(csrf_exempt, name="dispatch")
class ReportError(View):
    """The form, and thanks for it."""

    def get(self, request):
        """Answer with an empty form about the page that the reader comes from."""
        about = path_on_this_site(request.GET.get("about", ""))
        return answer(
            request, ReportForm(initial={"about": about, "token": new_token()})
        )

    def post(self, request):
        """Keep the report; what cannot be kept comes back as it was typed."""
        form = ReportForm(request.POST)
        if not form.is_valid():
            return answer(request, form, status=400)
        if exceeds_limits(request, form.likely_spam):
            form.add_error(None, too_many_words())
            response = answer(request, form, status=429)
            response["Retry-After"] = str(seconds_left(DAY))
            return response
        reference = ErrorReport.objects.hand_in(
            likely_spam=form.likely_spam, **form.written
        )
        about = form.cleaned_data["about"]
        return page(
            request, "pages/report_received.html", reference=reference, about=about
        )


def too_many_words():
    """Return what to say when no more reports are taken today."""
    return _(
        "We cannot take more reports from here today. What you wrote is still here: "
        "please keep it, and send it tomorrow."
    )


def answer(request, form, status=200):
    """Show the form, with what is wrong with it."""
    about = form["about"].value() or ""
    return page(
        request,
        "pages/report_error.html",
        status,
        form=form,
        about=path_on_this_site(about),
    )


def page(request, template, status=200, **context):
    """Answer with a page that no cache keeps: it is one reader's.

    The browser may keep it for its own “back”, and so what is typed on it.
    """
    response = render(request, template, context, status=status)
    response["Cache-Control"] = "private, no-cache"
    return response
