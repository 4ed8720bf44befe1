"""The screen of a filed article: a second reader compares, and publishes all of it."""

from django.db import transaction
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder

from news.enums import IntakeState
from news.filing.publishing import NotPublished, drafts_of, publish, refusals_of
from news.filing.sentences import Told, quotes_of, words_of
from news.viewsets.intake.offers import cards_of
from news.viewsets.intake.passages import marked
from news.viewsets.intake.screen import SCRIPT, ArticleStep, work_url


def told_by(cards, drafts):
    """Return what would be read of the drafts that cards made, were they public.

    They are public for as long as this takes, and all of it is taken back.
    """
    day = timezone.localdate()
    with transaction.atomic():
        for draft in drafts:
            type(draft).objects.filter(pk=draft.pk, live=False).update(live=True)
        told = []
        for card in cards:
            if card.made in drafts:
                record = card.made.get_latest_revision_as_object()
                words = [str(said) for said in words_of(record, day) if said]
                told.append(Told(card, record, words, quotes_of(record)))
        transaction.set_rollback(True)
    return told


class ReviewScreen(ArticleStep, TemplateView):
    """What an article's drafts would tell the public, beside the article."""

    template_name = "editing/intake/review.html"
    page_title = gettext_lazy("Second reading")
    step = page_title
    state = IntakeState.FILED

    @cached_property
    def drafts(self):
        """The records that wait to be public."""
        return drafts_of(self.object)

    def post(self, request, *args, **kwargs):
        """Publish all of it, or say what keeps it back."""
        try:
            records = publish(self.object, request.user)
        except NotPublished as refusal:
            for words in refusal.refusals:
                messages.error(request, words)
            return redirect("intake:review", self.object.pk)
        words = _("“%(article)s” and its %(count)d records are public.")
        messages.success(
            request, words % {"article": self.object, "count": len(records)}
        )
        self.object.refresh_from_db()
        return redirect(work_url(self.object))

    def get_context_data(self, **kwargs):
        """Return the sentences with their forms, and who may publish them."""
        cards = [card for card in cards_of(self.object) if card.is_accepted]
        finder = AdminURLFinder(self.request.user)
        told = [
            {"told": one, "url": finder.get_edit_url(one.record)}
            for one in told_by(cards, self.drafts)
        ]
        context = super().get_context_data(**kwargs)
        context["media"] += SCRIPT
        return context | {
            "told": told,
            "paragraphs": marked(self.object.text, cards),
            "count": len(self.drafts),
            "refusals": refusals_of(self.object, self.request.user),
        }
