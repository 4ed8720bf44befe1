"""The addresses of articles that come in, and their entry in the admin's menu."""

from django.urls import path
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from news.viewsets.intake.article import ArticleScreen
from news.viewsets.intake.box import Start
from news.viewsets.intake.cards import CardsScreen, OwnCard
from news.viewsets.intake.confirming import ConfirmScreen
from news.viewsets.intake.one_card import OneCard
from news.viewsets.intake.presence import Presence
from news.viewsets.intake.review import ReviewScreen
from news.viewsets.intake.screen import may_take_in


class IntakeMenuItem(MenuItem):
    """The entry in the menu, for those who may make sources."""

    def is_shown(self, request):
        """Tell whether the user may make the source of an article."""
        return may_take_in(request.user)


class IntakeViewSet(ViewSet):
    """Articles coming in, first in the admin's menu."""

    name = "intake"
    icon = "download"
    menu_label = gettext_lazy("Add an article")
    menu_item_class = IntakeMenuItem
    menu_order = 90
    add_to_admin_menu = True

    def get_urlpatterns(self):
        """Return the addresses of the box, and of each step of an article."""
        return [
            path("", Start.as_view(), name="index"),
            path("<int:pk>/", ArticleScreen.as_view(), name="article"),
            path("<int:pk>/cards/", CardsScreen.as_view(), name="cards"),
            path("<int:pk>/cards/own/", OwnCard.as_view(), name="own"),
            path("<int:pk>/cards/<slug:key>/", OneCard.as_view(), name="card"),
            path("<int:pk>/presence/", Presence.as_view(), name="presence"),
            path("<int:pk>/confirm/", ConfirmScreen.as_view(), name="confirm"),
            path("<int:pk>/review/", ReviewScreen.as_view(), name="review"),
        ]
