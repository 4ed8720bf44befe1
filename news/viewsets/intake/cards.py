"""The screen of an article's cards, each beside its passage, each decided on."""

from dataclasses import dataclass
from itertools import groupby

from django import forms
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.models import EditingSession

from config.editing.labels import label_of
from news.enums import CardDecision, SuggestionKind
from news.filing.cells import parted
from news.filing.dealing import deal
from news.filing.deciding import CardChanged, decide_all, own_card
from news.filing.kinds import CARDS
from news.viewsets.intake.card import CardForm, changed_by
from news.viewsets.intake.cells import CELL
from news.viewsets.intake.offers import Offers, cards_of
from news.viewsets.intake.passages import Context, marked
from news.viewsets.intake.presence import arrive, others_at
from news.viewsets.intake.screen import SCRIPT, ArticleStep

HEADINGS = {
    SuggestionKind.PLACE: gettext_lazy("Places"),
    SuggestionKind.AGENCY: gettext_lazy("Agencies"),
    SuggestionKind.BODY: gettext_lazy("Bodies"),
    SuggestionKind.ORGANIZATION: gettext_lazy("Organizations"),
    SuggestionKind.OFFICIAL: gettext_lazy("Officials"),
    SuggestionKind.LAW: gettext_lazy("Laws and orders"),
    SuggestionKind.POLICY: gettext_lazy("Agreements and policies"),
    SuggestionKind.VOTE: gettext_lazy("Votes"),
    SuggestionKind.CASE: gettext_lazy("Court cases"),
    SuggestionKind.LETTER: gettext_lazy("Letters"),
    SuggestionKind.STATEMENT: gettext_lazy("Statements"),
}
# So many cards of one rule can be decided on at once.
SEVERAL = 3
# Words that are no longer than that are a name, not a sentence about somebody.
LONGEST_NAME = 80
# The kinds that are not of the place that an article is about, unless it says so.
ANYWHERE = (SuggestionKind.PLACE, SuggestionKind.ORGANIZATION)
# The buttons by which a group of cards is decided on.
AT_ONCE = {"accept-all": CardDecision.ACCEPTED, "reject-all": CardDecision.REJECTED}


@dataclass
class ShownCard:
    """A card as the page shows it: its form, and the sentence it rests on."""

    form: CardForm
    before: str
    quote: str
    after: str
    existing_label: str
    existing_url: str
    dates: list[str]
    changed_by: str

    @property
    def card(self):
        """The card."""
        return self.form.card

    @property
    def candidates(self):
        """The choice between several places of one name, None if there is none."""
        if not self.card.told.get("candidates"):
            return None
        return self.form[f"{CELL}place"]

    @property
    def first(self):
        """The inputs that are shown without being asked for."""
        return [] if self.candidates else self.form.first()

    @property
    def further(self):
        """The other inputs."""
        return self.form.further()

    @property
    def is_open(self):
        """Whether its inputs are shown at once: something is wrong with them."""
        return bool(self.form.errors or self.form.conflict)


def groups_of(cards):
    """Return the cards in runs of one kind that one rule suggested."""
    runs = groupby(cards, key=lambda card: (card.kind, card.rule))
    return [list(run) for _rule, run in runs]


def dates_of(card):
    """Return in words how each date of a card is known: the day it is counted from."""
    worded = [card.told.get("date")]
    worded += [event["date"] for event in card.told.get("events", ())]
    words = _("“%(phrase)s”, counted from %(day)s: %(date)s")
    found = [
        words % {"phrase": one["phrase"], "day": one["anchor"], "date": one["text"]}
        for one in worded
        if one and one["phrase"] and one["anchor"]
    ]
    return list(dict.fromkeys(found))


class OwnForm(forms.Form):
    """A card of an editor's own: of which kind, and the words it rests on."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What it is"),
        choices=[(kind.value, kind.label) for kind in CARDS],
    )
    quote = forms.CharField(
        label=gettext_lazy("Words of the article"),
        help_text=gettext_lazy("As printed: paste them, or select them in the text."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5_000,
    )
    start = forms.IntegerField(
        required=False, min_value=0, max_value=10**7, widget=forms.HiddenInput
    )


class CardsScreen(ArticleStep, TemplateView):
    """Every card of an article, beside its text; one button saves them all."""

    template_name = "editing/intake/cards.html"
    page_title = gettext_lazy("Decide on what is found")
    step = page_title
    # The form of an editor's own card, if one came back with an error.
    own = None

    @cached_property
    def cards(self):
        """The article's cards, dealt if nobody has seen them yet."""
        return cards_of(self.object) or (deal(self.object) and cards_of(self.object))

    @cached_property
    def offers(self):
        """What the inputs of the cards offer."""
        return Offers(self.cards)

    # What was said

    def post(self, request, *args, **kwargs):
        """Save the cards that were changed; show again those that cannot be saved."""
        failed = [form for form in self.sent(request.POST) if not self.saved(form)]
        for name, decision in AT_ONCE.items():
            if name in request.POST:
                return self.decide_group(request.POST[name], decision, failed)
        if failed:
            return self.show_again(failed)
        if "confirm" in request.POST:
            return redirect("intake:confirm", self.object.pk)
        messages.success(request, _("The cards are saved."))
        return redirect("intake:cards", self.object.pk)

    def sent(self, data):
        """Return the forms of the cards that a browser sent."""
        return [
            CardForm(card, self.offers, data)
            for card in self.cards
            if f"{card.key}-edition" in data
        ]

    def saved(self, form):
        """Save a card; return whether that went well, else its form says why not."""
        if not form.is_valid():
            return False
        try:
            form.save(self.request.user)
        except CardChanged as changed:
            form.yield_to(changed)
            return False
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return False
        return True

    def decide_group(self, key, decision, failed):
        """Decide on all cards of one group, named by the key of one of them."""
        keys = next(
            (
                [card.key for card in group]
                for group in groups_of(self.cards)
                if key in [card.key for card in group]
            ),
            [],
        )
        decide_all(self.object, keys, decision, self.request.user)
        if failed:
            return self.show_again(failed)
        address = reverse("intake:cards", args=[self.object.pk])
        return redirect(f"{address}#{key}" if keys else address)

    def show_again(self, failed):
        """Show the page with what could not be saved as it was typed."""
        del self.cards, self.offers  # the others are as they were saved
        words = ngettext(
            "%d card is not saved: see what it says there.",
            "%d cards are not saved: see what they say there.",
            len(failed),
        )
        messages.error(self.request, words % len(failed))
        return self.render_to_response(self.get_context_data(failed=failed))

    # What is shown

    def get(self, request, *args, **kwargs):
        """Show the cards, and note that somebody is at work on them."""
        EditingSession.cleanup()
        arrive(self.object, request.user)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, failed=(), **kwargs):
        """Return the cards in sections, the article in pieces, and who else is here."""
        context = super().get_context_data(**kwargs)
        user = self.request.user
        forms_by_key = {form.card.key: form for form in failed}
        context["media"] += SCRIPT
        return context | {
            "sections": list(self.sections(forms_by_key)),
            "paragraphs": marked(self.object.text, self.cards),
            "names": self.offers.names,
            "own": self.own or OwnForm(),
            "others": others_at(self.object, user),
            "undecided": sum(card.decision == CardDecision.OPEN for card in self.cards),
            "cards": self.cards,
            "rejected": sum(card.is_rejected for card in self.cards),
            "accepted": sum(card.is_accepted for card in self.cards),
            "has_keys": has_keys(user),
        }

    def sections(self, forms_by_key):
        """Yield (heading, cards in groups, how many) of each kind there is."""
        context, finder = Context(self.object.text), AdminURLFinder(self.request.user)
        for kind, heading in HEADINGS.items():
            cards = [card for card in self.cards if card.kind == kind]
            groups = [
                {
                    "key": group[0].key,
                    "is_several": len(group) >= SEVERAL,
                    "cards": [
                        self.shown(card, forms_by_key, context, finder)
                        for card in group
                    ],
                }
                for group in groups_of(cards)
            ]
            if groups:
                yield {"heading": heading, "groups": groups, "count": len(cards)}

    def shown(self, card, forms_by_key, context, finder):
        """Return a card as the page shows it."""
        form = forms_by_key.get(card.key) or CardForm(card, self.offers)
        form.card = card
        existing = card.existing
        return ShownCard(
            form,
            *context.around(card),
            existing_label=label_of(existing) if existing else "",
            existing_url=finder.get_edit_url(existing) if existing else "",
            dates=dates_of(card),
            changed_by=changed_by(card),
        )


def has_keys(user):
    """Return whether a user wants keys, by the setting of Wagtail's own."""
    profile = getattr(user, "wagtail_userprofile", None)
    return getattr(profile, "keyboard_shortcuts", True)


class OwnCard(CardsScreen):
    """Makes a card of words that an editor picked."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        """Make the card and lead to it, or say at its form why there is none."""
        self.own = OwnForm(request.POST)
        if self.own.is_valid():
            said = self.own.cleaned_data
            kind = SuggestionKind(said["kind"])
            try:
                card = own_card(
                    self.object,
                    request.user,
                    kind,
                    said["quote"],
                    said["start"],
                    cells=first_cells(kind, said["quote"], self.cards),
                )
            except ValidationError as refusal:
                self.own.add_error(None, refusal)
            else:
                address = reverse("intake:cards", args=[self.object.pk])
                return redirect(f"{address}#{card.key}")
        return self.render_to_response(self.get_context_data())


def first_cells(kind, quote, cards):
    """Return what is likely of a card of an editor's own: its name, the one place."""
    found, name = {}, " ".join(quote.split())
    columns = CARDS[kind].sheet.by_name
    if len(name) <= LONGEST_NAME:
        if kind == SuggestionKind.OFFICIAL:
            given, family, suffix = parted(name)
            found = {"given_name": given, "family_name": family, "suffix": suffix}
        elif CARDS[kind].is_named:
            found = {"place" if kind == SuggestionKind.PLACE else "name": name}
    places = {card.cells.get("place") for card in cards if card.is_accepted}
    places -= {None, "", "United States"}
    if len(places) == 1 and kind not in (
        SuggestionKind.PLACE,
        SuggestionKind.ORGANIZATION,
    ):
        found["place"] = places.pop()
    return {n: words for n, words in found.items() if words and n in columns}
