"""Two to four places side by side: the page, and the same rows as a table to keep."""

import csv

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View

from config.cells import plain_cell
from jurisdictions.derive import fold_name, spellings
from jurisdictions.models import Jurisdiction
from jurisdictions.views.choosing import FEWEST, MOST, chosen
from news.footnotes import Footnotes
from policies.comparison import comparison, subjects
from policies.lifelines import lives_beside
from policies.models import Policy, RosterRow, Statement, Vote
from policies.standings import last_listed

# More than a reader would look through; the page says when there are more.
MAX_MATCHES = 20


def subjects_of(choice, day):
    """Return what is on record of the places chosen, from a fixed number of queries."""
    places = choice.places
    statements = Statement.objects.for_listing().of_organizations()
    return subjects(
        places,
        Policy.objects.for_standing().of_each(places),
        Policy.objects.for_standing().laws_of_states({p.state_code for p in places}),
        list(Vote.objects.for_detail().of_each(places).on_file(day)),
        list(statements.of_each(places).on_file(day)),
        day,
    )


def listed(found, day):
    """Return the day of the newest of ICE's lists with each policy, by its id."""
    policies = [row.policy for subject in found for row in subject.standings]
    return last_listed(policies, RosterRow.objects.days_of(policies, day))


def rows_of(found, choice, day):
    """Return the rows that a choice asks for."""
    rows = comparison(found, day, choice.as_of)
    return [row for row in rows if row.differs or not choice.only_differs]


def problems(choice):
    """Return what of a choice cannot be shown as it was asked, in sentences."""
    told = [
        _("We have no place at the address “%s”.") % path for path in choice.missing
    ]
    told += [
        _("%s was given more than once; it stands here once.") % place
        for place in choice.repeated
    ]
    if choice.add and choice.is_full:
        words = _("At most %s places stand side by side. Remove one to add another.")
        told.append(words % MOST)
    return told


class Compare(View):
    """The comparison, or how to begin one."""

    def get(self, request):
        """Answer with the places side by side, and with what a name to add may mean."""
        choice = chosen(request)
        if choice.moved:
            return HttpResponsePermanentRedirect(choice.address())
        matches = Matches(choice)
        if matches.only and not choice.is_full and matches.only not in choice.places:
            return redirect(choice.beside(matches.only).address())
        day = choice.as_of or timezone.localdate()
        found = subjects_of(choice, day) if choice.is_enough else []
        context = {
            "choice": choice,
            "fewest": FEWEST,
            "most": MOST,
            "day": day,
            "problems": problems(choice),
            "matches": matches,
            "rows": rows_of(found, choice, day),
            "lives": lives_beside(found, day, listed(found, day)),
            "notes": Footnotes(choice.as_of),
        }
        return render(request, "pages/compare.html", context)


class Matches:
    """The places that the words of a reader may mean, and the only one they name."""

    def __init__(self, choice):
        self.words, rows = choice.add.strip(), []
        if self.words and not choice.is_full:
            rows = list(Jurisdiction.objects.for_search(self.words)[: MAX_MATCHES + 1])
        ways = spellings(fold_name(self.words))
        named = [row for row in rows if row.path and any(map(row.answers_to, ways))]
        self.only = named[0] if len(named) == 1 else None
        self.more = len(rows) > MAX_MATCHES
        # Whole names first; the nation, which has no page, is not to be compared.
        rest = [row for row in rows if row.path and row not in named]
        self.rows = [*named, *rest][:MAX_MATCHES]


class CompareCsv(View):
    """The rows of the page, a column for each place and one for its sources."""

    def get(self, request):
        """Answer with the table; what the page tells in words is refused in words."""
        choice = chosen(request)
        if choice.add:
            raise BadRequest(_("We do not know the parameter “%s”.") % "add")
        if choice.moved:
            return HttpResponsePermanentRedirect(choice.address("compare-csv"))
        if told := problems(choice):
            raise BadRequest(" ".join(told))
        if not choice.is_enough:
            words = _("Choose %(fewest)s to %(most)s places.")
            raise BadRequest(words % {"fewest": FEWEST, "most": MOST})
        response = HttpResponse(content_type="text/csv; charset=utf-8")
        name = "-".join(path.replace("/", "-") for path in choice.paths)
        if choice.as_of:
            name += f"-as-of-{choice.as_of.isoformat()}"
        response["Content-Disposition"] = f'attachment; filename="compare-{name}.csv"'
        write(response, choice, choice.as_of or timezone.localdate())
        return response


def write(file, choice, day):
    """Write the rows of a comparison as CSV that no spreadsheet takes for formulas."""
    table = csv.writer(file)
    names = [str(place) for place in choice.places]
    heads = [_("Sources: %s") % name for name in names]
    first = _("Field (as of %s)") % day.isoformat()
    table.writerow(map(plain_cell, [first, *names, _("Differs"), *heads]))
    notes = Footnotes(choice.as_of)
    for row in rows_of(subjects_of(choice, day), choice, day):
        told = ["\n".join(cell.lines) for cell in row.cells]
        sources = ["\n".join(_sources(cell, notes)) for cell in row.cells]
        differs = _("differs") if row.differs else ""
        table.writerow(map(plain_cell, [row.label, *told, differs, *sources]))


def _sources(cell, notes):
    """Return what a cell rests on: its sources' pages, or when we last searched."""
    if cell.none_found and cell.place.last_checked_on:
        return [_("last searched %s") % cell.place.last_checked_on.isoformat()]
    citations = [citation for fact in cell.shown for citation in fact.citations]
    return [
        f"{settings.SITE_URL}{source.get_absolute_url()}"
        for source in notes.sources(citations)
    ]
