"""Nothing of a draft comes through a door of the models."""

from datetime import date

import pytest
from django.apps import apps
from django.db import models

from jurisdictions.models import (
    Agency,
    Body,
    Jurisdiction,
    Official,
    Organization,
    Record,
    Term,
)
from news.models import Citation, Outlet, Source
from policies.enums import EventKind, PredecessorRelation
from policies.models import (
    CourtCase,
    Policy,
    PolicyEvent,
    PolicyRole,
    Signatory,
    Statement,
    Vote,
)
from tests.factories import (
    AgencyFactory,
    BallotFactory,
    BodyFactory,
    CasePartyFactory,
    CitationFactory,
    CourtCaseFactory,
    OfficialFactory,
    OrganizationFactory,
    OutletFactory,
    PlaceFactory,
    PolicyFactory,
    PolicyRoleFactory,
    SignatoryFactory,
    SourceFactory,
    StateFactory,
    StatementFactory,
    TermFactory,
    VoteFactory,
)

pytestmark = pytest.mark.django_db
CANARY = "Xanthic Canary"
DAY = date(2021, 12, 7)

# What makes a row of each record type, and the field that names it.
NAMED = {
    Agency: (AgencyFactory, "name"),
    Body: (BodyFactory, "name"),
    CourtCase: (CourtCaseFactory, "caption"),
    Jurisdiction: (PlaceFactory, "name"),
    Official: (OfficialFactory, "family_name"),
    Organization: (OrganizationFactory, "name"),
    Outlet: (OutletFactory, "name"),
    Policy: (PolicyFactory, "title"),
    Source: (SourceFactory, "title"),
    Statement: (StatementFactory, "title"),
    Vote: (VoteFactory, "motion"),
}
DOORS = ("published", "for_listing", "for_detail")


def canary(model, **values):
    """Make a row that would be known by its name wherever it came out."""
    factory, name = NAMED[model]
    return factory(**{name: CANARY, **values})


def rows_behind_every_door():
    """Return every row that a door of a record type lets out."""
    return [
        row
        for model in NAMED
        for door in DOORS
        for row in getattr(model.objects, door)()
    ]


def texts_of(row):
    """Return the text a row carries, with what was fetched along for its pages."""
    for field in row._meta.concrete_fields:
        if field.attname in row.__dict__ and isinstance(
            field, models.CharField | models.TextField
        ):
            yield getattr(row, field.attname) or ""
    for rows in getattr(row, "_prefetched_objects_cache", {}).values():
        for other in rows:
            yield from texts_of(other)


def test_every_record_type_is_tried_here():
    assert set(NAMED) == {m for m in apps.get_models() if issubclass(m, Record)}


def test_drafts_stay_behind_every_door():
    for model in NAMED:
        canary(model, draft=True)
    out = [text for row in rows_behind_every_door() for text in texts_of(row)]
    assert out
    assert not [text for text in out if CANARY in text]


@pytest.mark.parametrize("above", ["place", "state"])
def test_rows_stay_behind_while_what_they_hang_on_is_a_draft(above):
    if above == "place":
        place = PlaceFactory(draft=True)
    else:
        place = PlaceFactory(state=StateFactory(usps="ZZ", draft=True))
    body = canary(Body, jurisdiction=place)
    hidden = [
        body,
        canary(Agency, jurisdiction=place),
        canary(Policy, jurisdiction=place, events=[(EventKind.EFFECTIVE, DAY)]),
        canary(Vote, body=body),
        canary(Statement, jurisdiction=place),
        canary(CourtCase, jurisdiction=place),
        place,
    ]
    out = rows_behind_every_door()
    assert not [row for row in hidden if row in out]
    assert not PolicyEvent.objects.published().exists()
    for row in hidden[:-1]:
        assert not row.is_public
        name = type(row)._meta.get_field("citations").field.name
        assert not Citation.objects.published().filter(**{name: row}).exists()


def test_vote_stays_behind_while_its_body_is_a_draft():
    vote = VoteFactory(body__draft=True)
    assert vote not in Vote.objects.published()
    assert not vote.is_public


def test_published_and_is_public_agree():
    for draft in (False, True):
        for model in NAMED:
            canary(model, draft=draft)
        place = PlaceFactory(draft=draft)
        for factory in (AgencyFactory, PolicyFactory, StatementFactory):
            factory(jurisdiction=place)
        VoteFactory(body__jurisdiction=place)
        VoteFactory(body__draft=draft)
    for model in NAMED:
        public = {row.pk for row in model.objects.all() if row.is_public}
        assert set(model.objects.published().values_list("pk", flat=True)) == public


def test_citations_of_drafts_and_by_drafts_stay_behind():
    source = SourceFactory()
    for model in NAMED:
        if hasattr(model, "citations") and model not in (Source, Jurisdiction):
            canary(model, draft=True, citation__source=source)
    canary(Policy, draft=True, events=[(EventKind.EFFECTIVE, DAY)])
    assert not Citation.objects.of_source(source).exists()
    assert not Citation.objects.published().filter(event__isnull=False).exists()
    policy = PolicyFactory(citation__source__draft=True)
    assert not Citation.objects.published().filter(policy=policy).exists()
    assert PolicyFactory(citation__source=source).citations.get() in (
        Citation.objects.of_source(source)
    )


def test_published_rows_tell_nothing_of_drafts_they_name():
    """The words a row is found by, what it is called, and what is fetched along."""
    agency, official = canary(Agency, draft=True), canary(Official, draft=True)
    organization = canary(Organization, draft=True)
    place, other = canary(Jurisdiction, draft=True), canary(Policy, draft=True)
    policy = PolicyFactory(
        agency=agency,
        predecessor=other,
        predecessor_relation=PredecessorRelation.EXTENSION,
    )
    for related in (policy.conflicts_with, policy.responds_to):
        related.set([other])
    policy.save()
    canary(Policy, draft=True, predecessor=policy, predecessor_relation="renewal")
    PolicyRoleFactory(policy=policy, official=official)
    vote = VoteFactory(policy=other, mover=official)
    ballot = BallotFactory(vote=vote, official=official)
    statement = StatementFactory(
        policy=other,
        official=official,
        organization=organization,
        agency=agency,
        speaking_place=place,
        disputes=canary(Statement, draft=True),
    )
    canary(Statement, draft=True, disputes=statement)
    SignatoryFactory(statement=statement, organization=organization)
    term = TermFactory(jurisdiction=place, agency=agency, organization=organization)
    term.official.save()
    party = CasePartyFactory(agency=agency)
    OrganizationFactory(jurisdiction=place)
    SourceFactory(outlet=canary(Outlet, draft=True))

    out = [text for row in rows_behind_every_door() for text in texts_of(row)]
    out += [ballot.name, term.described, party.named]
    out += [str(row) for row in statement.speakers]
    assert not [text for text in out if CANARY in text]
    assert not PolicyRole.objects.published().exists()
    assert not Signatory.objects.published().exists()


def test_shown_gives_only_what_is_public():
    policy = PolicyFactory()
    assert StatementFactory(policy=policy).shown("policy") == policy
    assert StatementFactory().shown("policy") is None
    draft = PolicyFactory(draft=True)
    assert StatementFactory(policy=draft).shown("policy") is None
    hidden = PolicyFactory(jurisdiction__draft=True)
    assert StatementFactory(policy=hidden).shown("policy") is None


def test_counts_and_filters_leave_drafts_out():
    place = PlaceFactory()
    PolicyFactory(jurisdiction=place, draft=True)
    VoteFactory(body__jurisdiction=place, body__draft=True)
    StatementFactory(jurisdiction=place, draft=True)
    assert place not in Jurisdiction.objects.with_records()
    assert Jurisdiction.objects.for_listing().get(pk=place.pk).policy_count == 0
    VoteFactory(body__jurisdiction=place)
    assert place in Jurisdiction.objects.with_records()

    policy = PolicyFactory()
    CitationFactory(policy=policy, source__draft=True)
    assert Policy.objects.for_listing().get(pk=policy.pk).source_count == 1

    claim, answer = StatementFactory(), StatementFactory(draft=True)
    answer.disputes = claim
    answer.save()
    assert not Statement.objects.disputed().filter(pk=claim.pk).exists()


def test_officials_of_a_place_are_public_ones():
    place = PlaceFactory()
    TermFactory(jurisdiction=place, official__draft=True)
    seen = TermFactory(jurisdiction=place)
    assert list(Term.objects.of_place(place)) == [seen]


def test_private_words_of_a_source_are_never_fetched_for_the_public():
    SourceFactory(text=CANARY, editorial_note=CANARY)
    for door in ("for_listing", "for_detail"):
        source = getattr(Source.objects, door)().get()
        assert {"text", "editorial_note"} <= source.get_deferred_fields()
