"""One card saved by the page's script, while its editor goes on."""

from django.core.exceptions import ValidationError
from django.http import Http404, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View

from news.filing.deciding import CardChanged
from news.viewsets.intake.card import CardForm, state_of
from news.viewsets.intake.offers import Offers, cards_of
from news.viewsets.intake.screen import ForThoseWhoTakeIn, OfArticle, work_url


class OneCard(ForThoseWhoTakeIn, OfArticle, View):
    """Takes what an editor says of one card; answers with the card, or with why not."""

    http_method_names = ["post"]

    def elsewhere(self):
        """Say that the article has been filed, and by which address it goes on."""
        words = _("The article is filed: change its records instead.")
        return JsonResponse({"words": words, "url": work_url(self.object)}, status=410)

    def post(self, request, *args, **kwargs):
        """Save the card.

        :raises Http404: if the article has no such card.
        """
        cards = cards_of(self.object)
        card = next((card for card in cards if card.key == kwargs["key"]), None)
        if card is None:
            raise Http404
        form = CardForm(card, Offers(cards), request.POST)
        if not form.is_valid():
            return refused(form)
        try:
            card = form.save(request.user)
        except CardChanged as changed:
            form.yield_to(changed)
            answer = state_of(changed.card) | {"words": form.conflict}
            theirs = [[str(label), words] for label, words in form.theirs]
            return JsonResponse(answer | {"theirs": theirs}, status=409)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return refused(form)
        words = _("Saved %s") % f"{timezone.localtime():%H:%M}"
        return JsonResponse(state_of(card) | {"words": words, "errors": form.refused()})


def refused(form):
    """Return what of a card cannot be saved as it is, in words."""
    errors = {name: " ".join(words) for name, words in form.errors.items()}
    words = " ".join(errors.values())
    return JsonResponse({"errors": errors, "words": words}, status=400)
