"""Prose: the few pages that are written rather than recorded."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from news.glossary import glossary

PROSE = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "hr"]


class Twinned(Page):
    """A page that stands under the same address in every language.

    Readers go to the other language by changing that part of the address alone.
    """

    class Meta:
        abstract = True

    def clean(self):
        """Refuse a translation an address that its original has not."""
        super().clean()
        original = self.original()
        if original and self.slug != original.slug:
            words = _(
                "A page has the same address in every language: write “%(slug)s” here, "
                "as %(language)s has it."
            )
            told = {"slug": original.slug, "language": original.locale}
            raise ValidationError({"slug": words % told})

    def original(self):
        """Return the page of which this one is a translation, or None."""
        if not self.locale_id or self.locale.language_code == settings.LANGUAGE_CODE:
            return None
        first = models.Q(locale__language_code=settings.LANGUAGE_CODE)
        return self.get_translations().filter(first).first()


class HomePages(PageQuerySet):
    """Home pages, one for each language."""

    def spoken(self):
        """Return them with that of the page's language first, then the oldest."""
        own = models.Q(locale__language_code=get_language())
        return self.order_by(models.Case(models.When(own, then=0), default=1), "pk")


class HomePage(Page):
    """The root of the prose pages; the home view prints its words."""

    question = models.CharField(_("question"), max_length=160)
    lead = RichTextField(_("lead"), blank=True, features=["bold", "italic", "link"])
    how_we_know = RichTextField(
        _("how we know"), blank=True, features=["bold", "italic", "link"]
    )

    objects = PageManager.from_queryset(HomePages)()

    template = "pages/home.html"
    parent_page_types = ["wagtailcore.Page"]
    content_panels = [
        *Page.content_panels,
        FieldPanel("question"),
        FieldPanel("lead"),
        FieldPanel("how_we_know"),
    ]

    class Meta:
        verbose_name = _("home page")


class ProsePage(Twinned):
    """Method, privacy, about and the like."""

    body = RichTextField(_("text"), features=PROSE)

    template = "pages/prose.html"
    parent_page_types = ["news.HomePage", "news.ProsePage"]
    content_panels = [*Page.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("prose page")


class GlossaryPage(Twinned):
    """The glossary: written words above, every term of the record below."""

    body = RichTextField(_("text"), blank=True, features=PROSE)

    template = "pages/glossary.html"
    parent_page_types = ["news.HomePage"]
    content_panels = [*Page.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("glossary")

    def get_context(self, request, *args, **kwargs):
        """Add every term of the record to the page's own words."""
        return super().get_context(request, *args, **kwargs) | {"terms": glossary()}
