"""Filing an article: the drafts of all its accepted cards at once, or none of them."""

import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.signal_handlers import disable_reference_index_auto_update

from config.editing.duplicates import keep_distinction
from config.editing.passages import missing_quotes
from jurisdictions.derive import fold_name
from jurisdictions.models import RecordVersion
from news.actions import draft
from news.duplicates.finding import near_matches
from news.enums import IntakeState, SuggestionKind
from news.filing.existing import places_on
from news.filing.kinds import CARDS, REFERENCE
from news.filing.names import CardNames
from news.filing.sentences import sentences_of
from news.filing.telling import passages_of, tell_card, undated
from news.models import Card, Intake, Merge, Source
from news.spreadsheets.drafting import Change, building, cite, put
from news.spreadsheets.entering import change
from news.spreadsheets.examination import clean_child
from news.spreadsheets.rows import Fault, Row
from news.spreadsheets.told import ALIKE
from policies.enums import STATUS_AFTER, VoteResult
from policies.models import Policy


class Outcome(models.TextChoices):
    """What becomes of a card; the first two keep the whole article back."""

    ERROR = "error", gettext_lazy("To be put right")
    LIKELY = "likely", gettext_lazy("Perhaps on record: decide")
    CREATE = "create", gettext_lazy("New")
    UPDATE = "update", gettext_lazy("Added to what is on record")
    KNOWN = "known", gettext_lazy("On record already")


# Whoever may say something in an article, as their own cards name them.
SPEAKING = (
    SuggestionKind.OFFICIAL,
    SuggestionKind.ORGANIZATION,
    SuggestionKind.AGENCY,
    SuggestionKind.BODY,
)
STOPPING = (Outcome.ERROR, Outcome.LIKELY)


@dataclass
class Found:
    """One card: what becomes of it, and the record with what the card tells put in."""

    card: Card
    outcome: Outcome = Outcome.ERROR
    record: Any = None
    changes: list[Change] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    # Records that it may be once more, each with the reason.
    alike: list[tuple[Any, str]] = field(default_factory=list)


@dataclass
class Filed:
    """A whole article as it is filed, or would be."""

    intake: Intake
    findings: list[Found]
    sentences: list[Any] = field(default_factory=list)
    # What keeps the whole article back, whichever card.
    faults: list[str] = field(default_factory=list)

    @property
    def counts(self):
        """How many cards there are of each outcome, none left out."""
        found = Counter(finding.outcome for finding in self.findings)
        return {outcome: found[outcome] for outcome in Outcome}

    @property
    def blockers(self):
        """The cards that keep the article from being filed."""
        return [found for found in self.findings if found.outcome in STOPPING]

    @property
    def stopped(self):
        """Whether something keeps the article from being filed."""
        return bool(self.faults or self.blockers)

    @property
    def made(self):
        """The records that are made or added to, in their order."""
        written = (Outcome.CREATE, Outcome.UPDATE)
        return [found.record for found in self.findings if found.outcome in written]

    @cached_property
    def digest(self):
        """A text that is another as soon as anything would be done otherwise."""
        told = [
            (
                found.card.key,
                found.card.edition,
                found.outcome.value,
                found.outcome != Outcome.CREATE and found.record and found.record.pk,
                found.changes,
                found.faults,
            )
            for found in self.findings
        ]
        return hashlib.sha256(repr(told).encode()).hexdigest()


class NotFiled(Exception):
    """An article of which nothing was written, with what keeps it back."""

    def __init__(self, words, filed):
        super().__init__(words)
        self.filed = filed


def rehearse(intake, user):
    """Return what filing an article would do; writes nothing.

    It is filed as if it were public at once, for the sentences that readers would
    see, and all of it is taken back.
    """
    with transaction.atomic():
        Source.objects.filter(pk=intake.source_id).update(live=True)
        filing = Filing(intake, user)
        filed = filing.filed
        try:
            with transaction.atomic():
                filing.run()
                filing.show()
                filed.sentences = sentences_of(filed.findings)
        except IntegrityError:
            filed.faults.append(_("Somebody entered the same just now. Look again."))
        transaction.set_rollback(True)
    return filed


@transaction.atomic
def file(intake, user, *, seen):
    """File an article: drafts of all accepted cards, or none.

    A new record is a draft, and what is added to one that is there waits as a draft
    on it. `seen` is the digest of the rehearsal that was agreed to. Of two who press
    the button at once the second is told.

    :raises NotFiled: if a card stops it, or anything has changed since.
    """
    RecordVersion.bump()  # whoever else writes to the record waits from here on
    intake = Intake.objects.select_for_update().get(pk=intake.pk)
    filing = Filing(intake, user)
    if intake.state != IntakeState.OPEN:
        raise NotFiled(_("The article is filed already."), filing.filed)
    try:
        with transaction.atomic():
            filing.run()
            filed = filing.filed
            if filed.stopped:
                words = _("Nothing is filed: put right what stops it first.")
                raise NotFiled(words, filed)
            if filed.digest != seen:
                words = _("Nothing is filed: something has changed since. Look again.")
                raise NotFiled(words, filed)
    except IntegrityError as clash:
        words = _("Nothing is filed: somebody entered the same just now. Look again.")
        raise NotFiled(words, filing.filed) from clash
    filing.keep()
    return filed


class Filing:
    """The accepted cards of one article while their records are made, in order."""

    def __init__(self, intake, user):
        self.intake, self.user = intake, user
        self.source = intake.source
        cards = Card.objects.of(intake).select_related("intake", "existing_type")
        self.cards = list(cards.accepted())
        for card in self.cards:
            if card.existing is not None:  # which may be folded into another by now
                card.existing = Merge.objects.kept_for(card.existing)
        left = [card for card in cards if not card.is_accepted]
        self.names = CardNames(places_on(cards), left)
        self.filed = Filed(intake, [])
        self.votes = []
        # Who may be named as saying something: whoever is on a card, nobody else.
        self.speakers = defaultdict(set)

    def run(self):
        """Make the drafts; of what is stopped, say why."""
        depths = depths_of(self.cards)
        self.cards.sort(key=lambda card: turn(card, depths))
        if not self.cards:
            words = _("No card is accepted: there is nothing to file.")
            self.filed.faults.append(words)
        # Who refers to whom is written down once for each record, not for each row.
        with disable_reference_index_auto_update():
            for card in self.cards:
                self.filed.findings.append(self.find(card))
            self.tie_votes()

    def find(self, card):
        """Return what becomes of a card, its record drafted if nothing is wrong."""
        found = Found(card)
        row = Row(CARDS[card.kind].sheet, card.sort_order, self.names.cells(card))
        self.look(card, row, found)
        found.faults, found.notes = row.faults, row.notes
        if found.faults:
            found.outcome = Outcome.ERROR
        elif found.record is not None:
            self.names.learn(card, found.record)
            if card.kind in SPEAKING:
                self.speakers[fold_name(card.name)].add(str(found.record))
        return found

    def look(self, card, row, found):
        """Find out what becomes of a card, or note on its row why nothing does."""
        if card.has_lost_existing:
            words = _(
                "The record that it was on is deleted: name another, or write why it "
                "is a new one."
            )
            row.refuse("", words)
            return
        if card.kind == SuggestionKind.PLACE:
            found.outcome, found.record = Outcome.KNOWN, self.place(card, row)
            return
        if CARDS[card.kind].is_named and card.existing is not None:
            found.outcome, found.record = Outcome.KNOWN, card.existing
            return
        self.check_passage(card, row)
        record = self.existing_version(card, row)
        if record is None:
            row.need()
        told = tell_card(card, row, self.names, record, self.source)
        if row.faults:
            self.names.hint(card, row)
            return
        passages = passages_of(
            card,
            self.source,
            self.speaker(card),
            several=not CARDS[card.kind].is_named,
        )
        if CARDS[card.kind].is_named:
            self.named(card, row, told, passages, found)
        else:
            self.record(card, row, told, passages, found, record)

    def place(self, card, row):
        """Return the place that a card means; an article makes none."""
        if card.existing is not None:
            return card.existing
        if not row.cells.get("place"):
            row.refuse("place", _("Say which place of this name is meant."))
            return None
        return row.told("place", self.names.place, row.cells["place"])

    def check_passage(self, card, row):
        """Refuse a card that rests on no words of the article, or on a lost date."""
        text = self.source.text
        if not card.quote.strip():
            row.refuse("", _("It rests on no words of the article: quote some."))
        elif missing_quotes(text, [card.quote]):
            row.refuse("", _("The source's text does not have the quoted words."))
        said = card.cells.get("quote", "")
        if said and missing_quotes(text, [said]):
            row.refuse("quote", _("The source's text does not have these words."))
        if phrase := undated(card):
            words = _(
                "“%s” is no date yet: write the date as far as it is known, or empty "
                "these words."
            )
            row.refuse("date", words % phrase)

    def existing_version(self, card, row):
        """Return the latest version of the record that a card adds to, or None."""
        record = card.existing
        if record is None:
            return None
        lock = record.get_lock()
        if lock and lock.for_user(self.user):
            row.refuse("", _("“%s” is locked, or in review.") % record)
        return record.get_latest_revision_as_object()

    def speaker(self, card):
        """Return who says it in the article, where they may be named."""
        own = (SuggestionKind.STATEMENT, SuggestionKind.LETTER)
        if not card.speaker or card.kind in own:  # the record itself says who speaks
            return ""
        folded = fold_name(card.speaker)
        behalf = fold_name(card.cells.get("organization", ""))
        by_surname = {
            called
            for name, those in self.speakers.items()
            for called in those
            if name.endswith(f" {folded}")
        }
        found = self.speakers.get(folded) or by_surname or self.speakers.get(behalf)
        return (
            next(iter(found)) if found and len(found) == 1 else ""
        )  # else: which one?

    def named(self, card, row, told, passages, found):
        """Draft somebody or something that other cards name."""
        values = told.fields | told.beneath
        record = building.build(CARDS[card.kind].model, values | {"live": False})
        for passage in passages:
            list(cite(record, passage))
        alike = [
            (match.record, match.likeness.reason)
            for match in near_matches(record, lambda name: getattr(record, name).all())
        ]
        self.finish(card, row, told, found, record, alike)

    def record(self, card, row, told, passages, found, existing):
        """Draft a record, or add to the one that is there."""
        model = CARDS[card.kind].model
        record = existing or model(live=False)
        found.changes = put(record, told, passages)
        if existing is not None:
            self.clean(record, row, told)
            if row.faults:
                return
            found.record = record
            found.outcome = Outcome.UPDATE if found.changes else Outcome.KNOWN
            if found.changes:
                change(record, self.user)
        else:
            why = _("The same in what tells it apart")
            look = ALIKE.get(model, lambda record: [])
            alike = [(other, why) for other in look(record)]
            self.finish(card, row, told, found, record, alike)
        if card.kind == SuggestionKind.VOTE and found.record is not None:
            self.votes.append(found.record)

    def finish(self, card, row, told, found, record, alike):
        """Draft a new record, unless it may be one of those that are like it."""
        mine = {
            (type(other.record), other.record.pk)
            for other in self.filed.findings
            if other.outcome == Outcome.CREATE
        }
        # The article itself tells those apart that it names beside each other.
        alike = [(row, why) for row, why in alike if (type(row), row.pk) not in mine]
        if alike and not card.different_because:
            found.alike, found.outcome = alike, Outcome.LIKELY
            return
        self.clean(record, row, told)
        if row.faults:
            return
        draft(record, self.user)
        if alike:
            others = [other for other, _why in alike]
            keep_distinction(record, others, card.different_because, self.user)
        found.outcome, found.record = Outcome.CREATE, record

    def clean(self, record, row, told):
        """Note what the rules of the record, and of what is beneath it, refuse."""
        try:
            record.full_clean()
        except ValidationError as refused:
            for name, messages in refused.message_dict.items():
                for words in messages:
                    row.refuse("" if name == NON_FIELD_ERRORS else name, words)
        for name in told.beneath:
            for child in getattr(record, name).all():
                clean_child(child, row)
        for doubt in record.snippet_viewset.doubts(record):
            row.note(doubt)

    def tie_votes(self):
        """Let the events of policies name the votes that led to them."""
        decided = (VoteResult.PASSED, VoteResult.FAILED, VoteResult.TIED_FAILED)
        votes = [v for v in self.votes if v.policy_id and v.result in decided]
        for found in self.filed.findings:
            if not isinstance(found.record, Policy) or found.outcome in STOPPING:
                continue
            mine = [v for v in votes if v.policy_id == found.record.pk]
            if _tie(found.record, mine):
                change(found.record, self.user)

    def show(self):
        """Make what was drafted public; for a rehearsal, which is taken back."""
        for found in self.filed.findings:
            if found.outcome == Outcome.CREATE:
                type(found.record).objects.filter(pk=found.record.pk).update(live=True)

    def keep(self):
        """Keep on each card what was made of it."""
        cards = []
        for found in self.filed.findings:
            if found.record is not None:
                found.card.made = found.record
                cards.append(found.card)
        Card.objects.bulk_update(cards, ["made_type", "made_id"])
        self.intake.state = IntakeState.FILED
        self.intake.save()


def turn(card, depths):
    """Return when a card's record is made: after those that it names or follows."""
    kinds = list(CARDS)
    return (kinds.index(SuggestionKind(card.kind)), depths[card.key], card.sort_order)


def depths_of(cards):
    """Return by key how many of the cards one follows, one after the other."""
    before = {
        card.key: card.cells.get("predecessor", "").removeprefix(REFERENCE)
        for card in cards
    }
    return {key: len(chain(key, before)) for key in before}


def chain(key, before):
    """Return the keys that lead back from a card; a circle is gone round once."""
    seen = set()
    while (key := before.get(key, "")) in before and key not in seen:
        seen.add(key)
    return seen


def _tie(policy, votes):
    """Let the events that a vote led to name it; return whether any does now."""
    events, tied = list(policy.events.all()), False
    for event in events:
        same = [v for v in votes if v.date and v.date == event.date]
        if event.vote_id is None and event.kind in STATUS_AFTER and len(same) == 1:
            event.vote, tied = same[0], True
    if tied:
        policy.events.set(events)  # in memory, for whoever saves the policy
    return tied
