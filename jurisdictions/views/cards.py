"""The social cards of places, organizations and officials, and of the site itself."""

from django.http import HttpResponsePermanentRedirect
from django.template import engines
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View

from config.sharing.cards import Card, CardFace, picture
from jurisdictions.views.brief.words import instead
from jurisdictions.views.people import OfficialDetail, OrganizationDetail
from jurisdictions.views.place import PlaceDetail
from jurisdictions.views.states import StateDetail
from policies.standings import counted_beyond

# Offices of one person that have room; the page has all of them.
MOST_OFFICES = 3


class CardOfPlace(CardFace):
    """The card of any place: its first sentence, its first tags, and how many more."""

    def card(self, context):
        """Return what the card says."""
        place, opening, tags = context["place"], context["opening"], context["tags"]
        inside = context.get("places", ())
        told = opening[0].words if opening else " ".join(instead(context, inside))
        return Card(
            title=place.full_name,
            path=place.get_absolute_url(),
            as_of=context["as_of"],
            sentence=told,
            tags=tuple(row.tag for row in tags),
            more=counted_beyond(tags, context["standings"]),
        )


class PlaceCard(CardOfPlace, PlaceDetail):
    """The card of a county, city or other place of a state."""


class StateCard(CardOfPlace, StateDetail):
    """The card of a state; without an act of its own it tells of its places."""


class OrganizationCard(CardFace, OrganizationDetail):
    """The card of an organization: what it is, and how often it was heard."""

    def card(self, context):
        """Return what the card says."""
        row, number = context["organization"], len(context["statements"])
        heard = ngettext("%(num)s statement", "%(num)s statements", number)
        known = row.kind != "unknown"
        return Card(
            title=row.name,
            path=row.get_absolute_url(),
            as_of=context["as_of"],
            over=row.get_kind_display() if known else _("Kind not stated"),
            sentence=str(
                row.told("description") or _("What it is: not stated in our sources.")
            ),
            more=heard % {"num": number},
        )


class OfficialCard(CardFace, OfficialDetail):
    """The card of an official: the offices on record, as the page words them."""

    def card(self, context):
        """Return what the card says."""
        row = context["official"]
        page = engines["jinja2"].env.get_template("components/official.html")
        terms = context["terms"][:MOST_OFFICES]
        return Card(
            title=row.name,
            path=row.get_absolute_url(),
            as_of=context["as_of"],
            sentence="; ".join(
                page.module.term_words(term).striptags() for term in terms
            ),
        )


class SiteCard(View):
    """The card of the pages that are of no one record: home, lists, prose."""

    def get(self, request):
        """Answer with the question that the site answers, whatever is asked."""
        if request.GET:
            return HttpResponsePermanentRedirect(request.path)
        words = _(
            "What US cities, counties and states have agreed with Immigration and "
            "Customs Enforcement (ICE), who voted, and the sources that say so."
        )
        title = _("What has your city, county or state agreed with ICE?")
        return picture(Card(title, reverse("home"), sentence=words))
