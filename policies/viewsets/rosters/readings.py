"""The second reading of what was taken over from ICE's lists, in bulk."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.paginator import WagtailPaginator

from config.editing.filters import state_choices
from config.editing.labels import label_of
from jurisdictions.models import Agency
from policies.enums import EventKind
from policies.models import Policy
from policies.roster.publishing import publish, waiting
from policies.viewsets.rosters import telling
from policies.viewsets.rosters.access import ForReaders, OneList

AT_ONCE = 200


@dataclass(frozen=True)
class Draft:
    """A draft as it will be public: what its latest version says."""

    record: Agency | Policy
    content: dict
    by: object
    mine: bool  # and so another's to publish

    @property
    def title(self):
        """The title of an agreement, the name of an agency."""
        return self.content.get("title") or self.content.get("name") or self.record

    @property
    def kind(self):
        """What kind of record it is."""
        return self.record._meta.verbose_name

    @property
    def agency(self):
        """The agency of an agreement."""
        return getattr(self.record, "agency", None)

    @property
    def url(self):
        """The address of its form."""
        return telling.edit_url(self.record)

    @property
    def events(self):
        """(what, when) of each event."""
        return [
            (EventKind(event["kind"]).label, day_of(event["date"]))
            for event in self.content.get("events", [])
        ]


class SecondReading(ForReaders, OneList, TemplateView):
    """The drafts of a list, or of all lists, that wait for somebody to publish them."""

    template_name = "editing/rosters/reading.html"
    page_title = gettext_lazy("Second reading")

    @cached_property
    def roster(self):
        """The list, or None for all lists."""
        return self.held() if "pk" in self.kwargs else None

    def own_breadcrumbs(self):
        """Return the list, if it is about one, and the screen."""
        if self.roster:
            return super().own_breadcrumbs()
        return [{"url": "", "label": self.get_page_title()}]

    @cached_property
    def states(self):
        """{postal code: name} of the states."""
        return dict(state_choices())

    @cached_property
    def state(self):
        """The state looked at, empty for all.

        :raises Http404: if there is no such state.
        """
        code = self.request.GET.get("state", "")
        if code and code not in self.states:
            raise Http404
        return code

    def get_context_data(self, **kwargs):
        """Add a page of the drafts as they will be published, and counts by state."""
        found = waiting(self.roster)
        places = [*placed(found.agencies), *placed(found.policies)]
        shown = [one for one in places if self.state in ("", one[2])]
        paginator = WagtailPaginator(shown, AT_ONCE)
        page = paginator.get_page(self.request.GET.get("p"))
        drafts = self.drafts(found, page.object_list)
        return super().get_context_data(
            roster=self.roster,
            state=self.state,
            state_name=self.states.get(self.state, ""),
            by_state=by_state(Counter(code for _m, _pk, code in places), self.states),
            total=len(places),
            shown_count=len(shown),
            at_once=min(AT_ONCE, len(shown)),
            drafts=drafts,
            mine=sum(one.mine for one in drafts),
            page=page,
            elided_page_range=paginator.get_elided_page_range(page.number),
            **kwargs,
        )

    def drafts(self, found, places):
        """Return drafts in the order of their places: agencies, then agreements."""
        rows = {}
        for records in (found.agencies, found.policies):
            ids = [pk for model, pk, _code in places if model is records.model]
            full = records.select_related(
                "jurisdiction__state", "latest_revision__user"
            )
            rows |= {(records.model, row.pk): row for row in full.filter(pk__in=ids)}
        user = self.request.user
        return [draft(rows[place[:2]], user) for place in places if place[:2] in rows]

    def post(self, request, *args, **kwargs):
        """Publish a batch, tell what was refused and why, and show what is left."""
        done = publish(self.roster, request.user, state=self.state, limit=AT_ONCE)
        words = ngettext("%(count)d published.", "%(count)d published.", done.count)
        if done.count:
            messages.success(request, words % {"count": done.count})
        refused = [(label_of(record), why) for record, why in done.refused]
        for sentence in telling.reasons(refused):
            words = _("Not published: %(reason)s") % {"reason": sentence}
            messages.warning(request, words)
        words = ngettext(
            "%(count)d more waits: publish the next ones.",
            "%(count)d more wait: publish the next ones.",
            done.remaining,
        )
        if done.remaining:
            messages.info(request, words % {"count": done.remaining})
        return redirect(request.get_full_path())


def placed(records):
    """Return (model, id, postal code) of each draft, in the order of publishing."""
    rows = records.values_list("pk", "jurisdiction__state", "jurisdiction__usps")
    return [(records.model, pk, state or usps) for pk, state, usps in rows]


def draft(record, user):
    """Return a draft as the screen shows it, with who took it over."""
    revision = record.latest_revision
    by = revision.user if revision else None
    return Draft(
        record=record,
        content=revision.content if revision else {},
        by=by,
        mine=by == user and not user.is_superuser,
    )


def by_state(counts, states):
    """Return (code, name, count) of each state with drafts, by name."""
    found = ((code, states.get(code, code), count) for code, count in counts.items())
    return sorted(found, key=lambda one: one[1])


def day_of(text):
    """Return a day of a draft in words, empty for none."""
    return telling.day_words(date.fromisoformat(text)) if text else ""
