"""The sentences that the public will read of an article's records."""

from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from jurisdictions.enums import OrganizationKind
from jurisdictions.models import Official, Organization
from news.filing.kinds import CARDS
from news.models import Card
from news.spreadsheets.drafting import in_words
from policies.models import CourtCase, Policy, Statement, Vote
from policies.sentences import policy_sentence, vote_sentence


@dataclass
class Told:
    """A record as the public will read it, and the passages it rests on."""

    card: Card
    record: Any
    words: list[str]
    quotes: list[Any] = field(default_factory=list)


def sentences_of(findings):
    """Return what will be read of each record that is made or added to."""
    day = timezone.localdate()
    told = []
    for found in findings:
        if found.outcome not in ("create", "update"):
            continue
        record = found.record
        if found.outcome == "create":  # as its row now is, with what hangs on it
            record = type(record).objects.get(pk=record.pk)
        words = [str(said) for said in words_of(record, day) if said]
        told.append(Told(found.card, record, words, quotes_of(record)))
    # What was decided and said comes before who is named in it.
    return sorted(told, key=lambda one: CARDS[one.card.kind].is_named)


def quotes_of(record):
    """Return the citations of a record and of its events."""
    events = record.events.all() if isinstance(record, Policy) else []
    return [c for part in (record, *events) for c in part.citations.all()]


def words_of(record, day):
    """Yield the lines that the public pages print of a record."""
    if isinstance(record, Policy):
        status = record.standing_on(day).status
        earlier = record.shown("predecessor")
        yield policy_sentence(record, day, status, earlier).words
        yield record.title
        for event in record.events.all():
            yield in_words(event)
    elif isinstance(record, Vote):
        yield f"{record.motion}. {vote_sentence(record, day).words}"
        yield from record.ballots.all()
    elif isinstance(record, Statement):
        yield record.title
        yield record.summary
        yield f"“{record.quote}”" if record.quote else ""
        signed = [str(row.signer) for row in record.signatories.all()]
        yield "; ".join(signed)
    elif isinstance(record, Official):
        yield record.name
        for term in record.terms.all():
            yield term.described
    elif isinstance(record, Organization):
        known = record.kind != OrganizationKind.UNKNOWN
        yield f"{record.name} ({record.get_kind_display()})" if known else record.name
    elif isinstance(record, CourtCase):
        yield f"{record.title}: {record.get_status_display()}"
    else:
        yield f"{record.name} ({record.jurisdiction})"
