"""What changed from one list to the next, and deciding it."""

from django.core.exceptions import BadRequest, PermissionDenied
from django.db import OperationalError
from django.http import Http404
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.paginator import WagtailPaginator

from config.editing.choosers import is_id
from config.editing.filters import state_choices
from policies.enums import RosterChangeKind
from policies.models import Roster
from policies.roster.deciding.decisions import accept, leave_out, put_back
from policies.viewsets.rosters import sections, telling
from policies.viewsets.rosters.access import DECIDE, OneList
from policies.viewsets.rosters.narrowing import NarrowForm
from policies.viewsets.rosters.sections import Outlined, Scope

ON_A_PAGE = 200
# Accepted by one press of a button, so that no server gives up waiting for it.
AT_ONCE = 500
TICKED = "ticked"


class RosterChanges(OneList, TemplateView):
    """The difference between a list and the one before: all of it, or a part."""

    template_name = "editing/rosters/changes.html"

    def get_page_title(self):
        """Return the list's name."""
        return str(self.roster)

    @cached_property
    def outlined(self):
        """All changes but the systematic ones, in the order of the screen."""
        systematic = RosterChangeKind.SYSTEMATIC
        rows = map(outlined, self.roster.changes.outlined())
        found = [change for change in rows if change.kind != systematic]
        return sorted(found, key=lambda change: change.place)

    @cached_property
    def spellings(self):
        """The systematic changes, each of which is one decision."""
        return list(map(telling.Spelling, self.roster.changes.systematic()))

    @cached_property
    def narrow_form(self):
        """The form that says what is looked at."""
        told, states = sections.told(self.outlined), self.states
        return NarrowForm(self.request.GET, told, self.outlined, states)

    @cached_property
    def states(self):
        """{postal code: name} of the states."""
        return dict(state_choices())

    @cached_property
    def shown(self):
        """What is looked at; nothing for a choice that is not on offer."""
        narrowing = self.narrow_form.narrowing
        if narrowing is None:
            return []
        return [change for change in self.outlined if narrowing.fits(change)]

    def get_context_data(self, **kwargs):
        """Add the list, its sections with their counts, and a page of changes."""
        paginator = WagtailPaginator(self.shown, ON_A_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        before = Roster.objects.before(self.roster)
        return super().get_context_data(
            roster=self.roster,
            before=before.last(),
            earlier=before.undecided().last(),
            summary=sections.told(self.outlined),
            spellings=self.spellings,
            narrow_form=self.narrow_form,
            is_narrowed=bool(set(self.request.GET) - {"p"}),
            shown_count=len(self.shown),
            open_count=sum(change.is_open for change in self.outlined),
            certain=sections.counted(self.shown, Scope(certain=True)),
            sections=self.sections_of(page.object_list),
            may_tick=any(c.is_open or c.is_left_out for c in page.object_list),
            may_put_back=any(change.is_left_out for change in page.object_list),
            page=page,
            elided_page_range=paginator.get_elided_page_range(page.number),
            **kwargs,
        )

    def sections_of(self, page):
        """Return the sections of a page with the words of each group and row."""
        found = sections.paged(self.shown, page)
        ids = [change.pk for change in page]
        changes = self.roster.changes.of_ids(ids).for_review()
        rows = telling.told(changes, self.spellings, self.states)
        for section in found:
            section.effect = telling.effects(self.roster.kind)[section.kind]
            for group in section.groups:
                group.label = telling.group_label(
                    section.kind, group.group, self.states
                )
                group.rows = [rows[row.pk] for row in group.rows if row.pk in rows]
        return found

    def post(self, request, *args, **kwargs):
        """Decide what a button says, tell what came of it, and show what is left.

        :raises PermissionDenied: to those who may only look.
        :raises BadRequest: if no button of ours sends that.
        """
        if not request.user.has_perm(DECIDE):
            raise PermissionDenied
        if "put_back" in request.POST:
            return self.put_back()
        verb = next((v for v in ("accept", "leave_out") if v in request.POST), None)
        if verb is None:
            raise BadRequest
        ids = [change.pk for change in self.chosen(request.POST[verb])]
        now = ids[:AT_ONCE] if verb == "accept" else ids
        try:
            if now:
                self.decide(verb, self.roster.changes.of_ids(now), len(now))
            self.tell_rest(len(ids) - len(now))
        except OperationalError:  # the database let another's decision go first
            words = _("Nothing was decided: somebody else's decision took too long.")
            messages.error(request, words)
        return redirect(request.get_full_path())

    def put_back(self):
        """Let what was left out and is ticked wait for a decision again."""
        ids = [change.pk for change in self.ticked()]
        done = put_back(self.roster.changes.of_ids(ids))
        words = ngettext("%(count)d put back.", "%(count)d put back.", done)
        messages.success(self.request, words % {"count": done})
        return redirect(self.request.get_full_path())

    def decide(self, verb, changes, asked):
        """Accept changes, or leave them out, and tell what came of it."""
        if verb == "accept":
            outcome = accept(changes, self.request.user)
            done, left = outcome.accepted, outcome.left
            words = ngettext("%(count)d accepted.", "%(count)d accepted.", done)
        else:
            done, left = leave_out(changes, self.request.user), []
            words = ngettext("%(count)d left out.", "%(count)d left out.", done)
        if done:
            messages.success(self.request, words % {"count": done})
        pairs = [(change.entry.agency_name, why) for change, why in left]
        for sentence in telling.reasons(pairs):
            words = _("Left as it was: %(reason)s") % {"reason": sentence}
            messages.warning(self.request, words)
        self.tell_decided(asked - done - len(left))

    def chosen(self, value):
        """Return the open changes that a button is about; tell what is not open.

        :raises BadRequest: if the button is none of ours.
        """
        if value == TICKED:
            found = self.ticked()
            if not found:
                messages.warning(self.request, _("Nothing is ticked."))
            return self.still_open(found, len(found))
        try:
            scope = Scope.read(value)
        except ValueError as error:
            raise BadRequest from error
        found = scope.of(self.shown)
        if len(found) > scope.count:
            messages.warning(
                self.request,
                _("Nothing was decided: more has come up since. Please look again."),
            )
            return []
        return self.still_open(found, scope.count)

    def ticked(self):
        """Return the changes whose boxes were ticked.

        :raises Http404: if one is no change of this list.
        """
        by_id = {str(change.pk): change for change in self.outlined}
        ids = dict.fromkeys(self.request.POST.getlist("change"))
        if not all(is_id(one) and one in by_id for one in ids):
            raise Http404
        return [by_id[one] for one in ids]

    def still_open(self, found, asked):
        """Return those nobody has decided, and tell of the others."""
        undecided = [change for change in found if change.is_open]
        self.tell_decided(asked - len(undecided))
        return undecided

    def tell_rest(self, count):
        """Tell how many a button is still about that were too many for one time."""
        if count:
            words = ngettext(
                "%(count)d more of them is to decide: press the button again.",
                "%(count)d more of them are to decide: press the button again.",
                count,
            )
            messages.info(self.request, words % {"count": count})

    def tell_decided(self, count):
        """Tell that some were decided by somebody else since the page was opened."""
        if count > 0:
            words = ngettext(
                "%(count)d had been decided meanwhile, and stays so.",
                "%(count)d had been decided meanwhile, and stay so.",
                count,
            )
            messages.warning(self.request, words % {"count": count})


def outlined(row):
    """Return what sorts a change, out of a row of values."""
    edited = row.kind == RosterChangeKind.EDITED
    return Outlined(
        pk=row.pk,
        kind=row.kind,
        state=row.state,
        decision=row.decision,
        certain=row.certain,
        name=row.entry__agency_name or "",
        number=row.row__number or row.before__number or 0,
        cells=tuple(sorted(row.details)) if edited else (),
    )
