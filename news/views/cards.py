"""The social card of a source."""

from django.http import QueryDict
from django.template import engines
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.sharing.cards import Card, CardFace
from news.views.sources import SourceDetail


class SourceCard(CardFace, SourceDetail):
    """The card of a source: who published it and when, and how much rests on it."""

    def asked(self, request):
        """Return no question: a card has no pages."""
        return QueryDict()

    def card(self, context):
        """Return what the card says; of the source's own words its headline alone."""
        source, number = context["source"], context["page"].paginator.count
        page = engines["jinja2"].env.get_template("components/record_date.html")
        published = page.module.date_of(source).striptags()
        rests = ngettext(
            "What we took from it: %(num)s passage",
            "What we took from it: %(num)s passages",
            number,
        )
        outlet = source.published_by() or _("Outlet not known")
        return Card(
            title=source.told_title().plain,
            path=source.get_absolute_url(),
            as_of=context["as_of"],
            over=f"{outlet} · {source.get_kind_display()} · {published}",
            sentence=rests % {"num": number},
        )
