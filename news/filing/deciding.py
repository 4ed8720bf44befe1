"""What editors do with cards, each thing saved at once and by one hand at a time."""

import re
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from news.enums import CardDecision, IntakeState, SuggestionKind
from news.filing.kinds import CARDS
from news.models import Card, Intake

# Blank lines part the paragraphs, of which the headline is the first.
GAP = re.compile(r"\n\s*\n")
DECIDABLE = ("decision", "cells", "quote", "existing", "different_because", "speaker")


class CardChanged(Exception):
    """Somebody else changed the card, which `card` now is."""

    def __init__(self, card):
        who = card.decided_by or _("Somebody")
        at = timezone.localtime(card.changed_at)
        words = _("%(who)s changed this card at %(time)s. Nothing of yours is lost.")
        super().__init__(words % {"who": who, "time": f"{at:%H:%M}"})
        self.card = card


@transaction.atomic
def decide(card, user, edition, **said):
    """Write what an editor says of a card, on the edition that was in front of them.

    `said` has some of `decision`, `cells` (all of them), `quote`, `existing` (a record
    or None), `different_because` and `speaker`.

    :raises CardChanged: if somebody changed the card since.
    :raises ValidationError: if the article is filed, or the quotation is not in it.
    """
    card = Card.objects.select_for_update().select_related("intake").get(pk=card.pk)
    if card.intake.state != IntakeState.OPEN:
        raise ValidationError(_("The article is filed: change its records instead."))
    if card.edition != edition:
        raise CardChanged(card)
    existing = said.get("existing")
    if existing is not None and type(existing) is not CARDS[card.kind].model:
        raise ValidationError({"existing": _("A record of this kind cannot be it.")})
    changed = "existing" in said and card.has_lost_existing
    if changed:
        card.existing = None
    for name in DECIDABLE:
        if name in said and said[name] != getattr(card, name):
            setattr(card, name, said[name])
            changed = True
            if name == "quote":
                place_quote(card)
    if changed:
        touch(card, user)
        card.save()
    return card


def touch(card, user):
    """Note who changed a card and when."""
    card.edition += 1
    card.decided_by, card.changed_at = user, timezone.now()


def place_quote(card):
    """Find where in the article the quotation of a card stands.

    :raises ValidationError: if the article does not have these words.
    """
    quote, text = card.quote.strip(), card.intake.text
    if not quote:
        card.quote, card.start, card.end, card.paragraph = "", None, None, None
        return
    # The one nearest to where it was, if the words come more than once.
    words = r"\s+".join(map(re.escape, quote.split()))
    found = [match.span() for match in re.finditer(words, text)]
    if not found:
        raise ValidationError({"quote": _("The article does not have these words.")})
    near = card.start or 0
    card.start, card.end = min(found, key=lambda span: abs(span[0] - near))
    card.quote = text[card.start : card.end]
    card.paragraph = paragraph_at(text, card.start)


def paragraph_at(text, start):
    """Return the number of the paragraph in which a place of the text is."""
    return 1 + sum(1 for gap in GAP.finditer(text.rstrip()) if gap.end() <= start)


@transaction.atomic
def decide_all(intake, keys, decision, user):
    """Accept or reject several cards of an article at once; return how many."""
    intake = Intake.objects.select_for_update().get(pk=intake.pk)
    cards = list(
        Card.objects.of(intake).select_for_update().filter(key__in=keys)
        if intake.state == IntakeState.OPEN
        else ()
    )
    changed = [card for card in cards if card.decision != decision]
    for card in changed:
        card.decision = CardDecision(decision)
        touch(card, user)
    Card.objects.bulk_update(
        changed, ["decision", "edition", "decided_by", "changed_at"]
    )
    return len(changed)


@transaction.atomic
def own_card(intake, user, kind, quote, start=None, cells=None):
    """Make a card of an editor's own from words of the article, accepted at once.

    :raises ValidationError: if the article is filed, or does not have the words.
    """
    intake = Intake.objects.select_for_update().get(pk=intake.pk)
    if intake.state != IntakeState.OPEN:
        raise ValidationError(_("The article is filed: change its records instead."))
    kind = SuggestionKind(kind)
    if kind not in CARDS:
        raise ValidationError(_("No card is of this kind."))
    last = Card.objects.of(intake).last()
    card = Card(
        intake=intake,
        key=f"own-{uuid4().hex[:12]}",
        kind=kind,
        cells=cells or {},
        quote=quote,
        start=start,
        rule=_("An editor's own"),
        decision=CardDecision.ACCEPTED,
        decided_by=user,
        sort_order=last.sort_order + 1 if last else 0,
    )
    place_quote(card)
    card.save()
    return card
