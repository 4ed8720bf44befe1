"""The database refuses what the record of sources cannot be."""

from datetime import date

import pytest
from django.utils import timezone

from news.models import TARGETS, Sentence
from tests.constraints import disagreeing_dates, flat, rules_broken_by, twice
from tests.factories import (
    AgencyFactory,
    AssignmentFactory,
    BodyFactory,
    CardFactory,
    ChangeFactory,
    CitationFactory,
    CorrectionFactory,
    CourtCaseFactory,
    DistinctionFactory,
    ErrorReportFactory,
    IntakeFactory,
    LinkCheckFactory,
    MergeFactory,
    OfficialFactory,
    OrganizationFactory,
    OutletFactory,
    PlaceFactory,
    PolicyEventFactory,
    PolicyFactory,
    SourceFactory,
    StatementFactory,
    VoteFactory,
)

CITABLE = {
    "jurisdiction": PlaceFactory,
    "agency": AgencyFactory,
    "body": BodyFactory,
    "official": OfficialFactory,
    "organization": OrganizationFactory,
    "policy": PolicyFactory,
    "event": PolicyEventFactory,
    "vote": VoteFactory,
    "statement": StatementFactory,
    "case": CourtCaseFactory,
}


def reprint_of_itself():
    source = SourceFactory()
    source.reprint_of = source
    source.save()


def same_sentence_twice():
    """Keep one sentence of a source twice."""
    source = SourceFactory()
    for _number in range(2):
        Sentence.objects.create(source=source, digest=-5)


def citing_beside_a_policy(name):
    """Return the act of citing a policy and another record at once."""
    return lambda: CitationFactory(policy=PolicyFactory(), **{name: CITABLE[name]()})


def same_card_twice():
    """Deal one card of an article two times."""
    first = CardFactory()
    return CardFactory(intake=first.intake, key=first.key)


NOW = timezone.now()
BREAKS = {
    "assignment_once": [twice(AssignmentFactory)],
    "card_dealt_once": [same_card_twice],
    "card_quote_has_its_place": [
        lambda: CardFactory(end=None),
        lambda: CardFactory(start=4, end=4),
    ],
    "change_is_of_its_record": [
        lambda: ChangeFactory(record_type="vote"),
        lambda: ChangeFactory(record_type="place"),
        lambda: ChangeFactory(policy=None),
        lambda: ChangeFactory(vote=VoteFactory()),
        lambda: ChangeFactory(policy=None, kind="withdrawn", record_type="place"),
    ],
    "citation_has_exactly_one_target": [
        lambda: CitationFactory(),
        *(citing_beside_a_policy(name) for name in TARGETS if name != "policy"),
    ],
    "distinction_once": [twice(DistinctionFactory)],
    "distinction_is_of_two": [lambda: DistinctionFactory(higher=1)],
    "report_says_what_is_wrong": [lambda: ErrorReportFactory(wrong="")],
    "report_decided_on_a_day": [
        lambda: ErrorReportFactory(decided_at=NOW),
        lambda: ErrorReportFactory(state="likely_spam", decided_at=NOW),
        lambda: ErrorReportFactory(state="declined", note="Checked."),
        lambda: ErrorReportFactory(state="accepted"),
    ],
    "report_declined_with_a_note": [
        lambda: ErrorReportFactory(state="declined", decided_at=NOW)
    ],
    "report_corrected_is_accepted": [
        lambda: ErrorReportFactory(correction=CorrectionFactory()),
        lambda: ErrorReportFactory(
            state="declined", note="x", decided_at=NOW, correction=CorrectionFactory()
        ),
    ],
    "link_fails_since_a_day": [
        lambda: LinkCheckFactory(failed_days=1),
        lambda: LinkCheckFactory(failing_since=date(2026, 11, 3)),
    ],
    "merge_is_of_two": [lambda: MergeFactory(folded_id=1)],
    "merge_once": [twice(MergeFactory)],
    "outlet_slug_unique": [twice(OutletFactory, slug="same")],
    "source_precision_agrees": disagreeing_dates(
        SourceFactory, "date", "date_precision"
    ),
    "source_slug_unique": [twice(SourceFactory, slug="same")],
    "source_url_once": [twice(SourceFactory, url="https://ledger.example/one")],
    "source_is_no_reprint_of_itself": [reprint_of_itself],
    "sentence_once_in_a_source": [same_sentence_twice],
    "intake_has_a_text": [lambda: IntakeFactory(text="")],
}


@pytest.mark.django_db
@pytest.mark.parametrize(("rule", "act"), flat(BREAKS))
def test_database_refuses(rule, act):
    assert rule in rules_broken_by(act)


@pytest.mark.django_db
@pytest.mark.parametrize("name", TARGETS)
def test_one_citation_supports_one_record_of_any_kind(name):
    citation = CitationFactory(**{name: CITABLE[name]()})
    assert citation.target == getattr(citation, name)


@pytest.mark.django_db
def test_sources_without_an_address_stand_side_by_side():
    twice(SourceFactory, url="")()
