"""Every screen of ours in the admin, found by its address, with something to show.

A screen that somebody adds is in the list at once; one that needs the number of a
record says in `ARGUMENTS` which.
"""

from types import SimpleNamespace

from django.contrib.admin.utils import quote
from django.urls import URLPattern, get_resolver, reverse
from wagtail.models import Workflow
from wagtail.snippets.models import get_snippet_models

from news.articles.pasted import read_text
from news.enums import CardDecision
from news.filing.deciding import decide_all
from news.filing.entering import file, rehearse
from news.models import Card, RecordSheet
from news.receiving import begin
from news.spreadsheets.kinds import KINDS
from news.spreadsheets.reading import read_sheet
from policies.models import Policy
from policies.roster.taking.lists import take_list
from tests import factories
from tests.news.filing.articles import LETTER, RESULT, dealt, places
from tests.news.sheets import POLICY, as_csv
from tests.workbooks import signed, workbook

APPS = ("config", "jurisdictions", "news", "policies")
# What answers a GET and is no screen: parts of one, files, data for a script.
NO_SCREENS = ("_results", ":presence", ":template", ":revisions_revert")
# Wagtail opens these over a form, with its own frame around our rows.
IN_A_FRAME = ("wagtailsnippetchoosers_", ":workflow_action")

# Of each screen that is about something: which, of what `stocked` returns.
ARGUMENTS = {
    "duplicate_choose": lambda stock: ("organization", stock.twins[0]),
    "duplicate_pair": lambda stock: ("organization", *stock.twins),
    "import-records:preview": lambda stock: (stock.sheet.pk,),
    "intake:article": lambda stock: (stock.unread.pk,),
    "intake:cards": lambda stock: (stock.intake.pk,),
    "intake:confirm": lambda stock: (stock.intake.pk,),
    "intake:review": lambda stock: (stock.filed.pk,),
    "reports:report": lambda stock: (stock.report.reference,),
    "rosters:changes": lambda stock: (stock.roster.pk,),
    "rosters:match": lambda stock: (stock.roster.pk, stock.change.pk),
    "rosters:reading": lambda stock: (stock.roster.pk,),
    "rosters:spelling": lambda stock: (stock.roster.pk, stock.spelling.pk),
}
# List and forms of each kind, be their views Wagtail's own.
RECORDS = {
    model.snippet_viewset.get_url_name(name)
    for model in get_snippet_models()
    for name in ("list", "add", "edit")
}


def stocked(user):
    """Make one of each thing that a screen is about, and return them by name."""
    places()
    rows = (
        signed("Jefferson County Sheriff's Office", county="Jefferson"),
        signed("Faraway University Police", kind="Municipality"),
        signed("Etowah County Sheriff's Office", state="ALABAMMA"),
    )
    roster = take_list(workbook(rows), "participatingAgencies02042026am.xlsx")
    twins = [factories.OrganizationFactory(name=f"Ferndale Aid{n}") for n in ("", "s")]
    factories.MergeFactory()
    factories.CorrectionFactory()
    factories.AssignmentFactory(assigned_to=user)
    waiting = Policy.objects.order_by("pk").first()
    waiting.save_revision(user=user)
    Workflow.objects.first().start(waiting, user)
    sheet = read_sheet(as_csv(POLICY), KINDS["policies"])
    return SimpleNamespace(
        roster=roster,
        change=roster.changes.filter(kind="new").last(),
        spelling=roster.changes.filter(kind="systematic").first(),
        twins=[twin.pk for twin in twins],
        report=factories.ErrorReportFactory(about="/us/al/birmingham/"),
        sheet=RecordSheet.objects.create(
            kind="policies",
            file_name="list.csv",
            sha256=sheet.sha256,
            rows=sheet.rows,
            uploaded_by=user,
        ),
        unread=begin(read_text(RESULT), user),
        intake=dealt(user=user),
        filed=filed(user),
    )


def filed(user):
    """Return an article whose drafts wait for a second reader."""
    intake = dealt(LETTER, user=user)
    open_ones = Card.objects.of(intake).filter(decision=CardDecision.OPEN)
    decide_all(intake, open_ones.values("key"), CardDecision.REJECTED, user)
    file(intake, user, seen=rehearse(intake, user).digest)
    return intake


def addresses(stock):
    """Yield the address of every screen, the desk first.

    :raises KeyError: if nobody has said what a screen is about.
    """
    yield reverse("wagtailadmin_home")
    about = ARGUMENTS | {
        model.snippet_viewset.get_url_name("edit"): first_of(model)
        for model in get_snippet_models()
    }
    for name, takes_arguments in own_screens(get_resolver().url_patterns):
        yield reverse(name, args=about[name](stock) if takes_arguments else ())


def first_of(model):
    """Return a way to tell the first record of a kind, whatever there is besides."""
    return lambda stock: (quote(model._base_manager.order_by("pk").first().pk),)


def own_screens(patterns, path="", namespace=""):
    """Yield the name of every screen of ours, and whether it is about something."""
    for pattern in patterns:
        here = f"{path}{pattern.pattern}"
        if not isinstance(pattern, URLPattern):
            below = (
                f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            )
            yield from own_screens(pattern.url_patterns, here, below)
        elif here.startswith("admin/"):
            name = f"{namespace}{pattern.name}"
            if name in RECORDS or is_own(pattern.callback) and is_screen(name):
                yield name, bool(pattern.pattern.converters)


def is_screen(name):
    """Tell whether a view of a name shows a whole page."""
    return not name.endswith(NO_SCREENS) and not any(
        part in name for part in IN_A_FRAME
    )


def is_own(callback):
    """Tell whether a view is of this repository, and answers a GET."""
    view = getattr(callback, "view_class", None)
    answers = hasattr(view, "get") and "get" in view.http_method_names
    return answers and any(
        base.__module__.split(".")[0] in APPS for base in view.__mro__
    )
