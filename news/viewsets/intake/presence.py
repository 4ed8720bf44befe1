"""Who else is at work on an article, as Wagtail's own forms note it."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.http import JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin.models import EditingSession
from wagtail.admin.utils import get_user_display_name

from news.models import Intake
from news.viewsets.intake.card import state_of
from news.viewsets.intake.offers import cards_of
from news.viewsets.intake.screen import ForThoseWhoTakeIn, OfArticle

# A page that is open says so every ten seconds; so long ago, and it is not open.
HERE = timedelta(seconds=45)


def arrive(intake, user):
    """Note that a user is at work on an article."""
    EditingSession.objects.update_or_create(
        user=user,
        content_type=ContentType.objects.get_for_model(Intake),
        object_id=str(intake.pk),
        defaults={"last_seen_at": timezone.now()},
    )


def others_at(intake, user):
    """Return in words who else is at work on an article."""
    sessions = EditingSession.objects.filter(
        content_type=ContentType.objects.get_for_model(Intake),
        object_id=str(intake.pk),
        last_seen_at__gte=timezone.now() - HERE,
    )
    found = {}
    for session in sessions.exclude(user=user).select_related("user").order_by("pk"):
        found[session.user] = timezone.localtime(session.last_seen_at)
    words = _("%(who)s is here too (%(time)s)")
    return [
        words % {"who": get_user_display_name(who), "time": f"{at:%H:%M}"}
        for who, at in found.items()
    ]


class Presence(ForThoseWhoTakeIn, OfArticle, View):
    """What an open page asks every ten seconds: who is here, what has changed."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        """Note that the user is here; return the others, and the cards they changed."""
        arrive(self.object, request.user)
        changed = [
            state_of(card)
            for card in cards_of(self.object)
            if request.POST.get(card.key, "") != str(card.edition)
        ]
        others = others_at(self.object, request.user)
        return JsonResponse({"others": others, "changed": changed})
