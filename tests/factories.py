"""Rows for the tests: published and cited unless told otherwise.

A record comes with one citation by a published source: `citation=None` leaves it
out, `citation__source=source` says which. `draft=True` makes what an editor has
saved and not published. `Factory.build()` is no use here: names and status are
stored facts, which `save` sets.
"""

from datetime import date

import factory
from django.contrib.auth import get_user_model
from django.utils import timezone
from factory.django import DjangoModelFactory
from wagtail.models import Page

from jurisdictions import models as who
from jurisdictions.enums import (
    AgencyKind,
    BodyKind,
    Level,
    MajorityRule,
    Office,
    OrganizationKind,
    Precision,
)
from news import models as news
from news.enums import (
    ChangeKind,
    LinkFinding,
    OutletKind,
    RecordType,
    SourceKind,
    SuggestionKind,
)
from policies import models as what
from policies.enums import (
    AuthorityPath,
    BallotOption,
    CaseStatus,
    ConcernKind,
    Direction,
    EventKind,
    Instrument,
    LegalEffect,
    MotionKind,
    PartyRole,
    PolicyType,
    ProgramModel,
    RoleKind,
    RosterChangeKind,
    RosterKind,
    SpellingOf,
    Stance,
    StatementKind,
    VoteMethod,
    VoteResult,
)

STATE_NAMES = {
    "AL": "Alabama",
    "CA": "California",
    "FL": "Florida",
    "GA": "Georgia",
    "IL": "Illinois",
    "NM": "New Mexico",
    "PA": "Pennsylvania",
    "TX": "Texas",
}
REPORTED = date(2021, 12, 6)


class Rows(DjangoModelFactory):
    """A factory whose rows are saved once more when what hangs on them exists."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    @classmethod
    def _after_postgeneration(cls, instance, create, results=None):
        # The day a record counts from and a policy's status follow from its
        # citations and events, which are made after it.
        if create and any(results.values()):
            instance.save()


class Records(Rows):
    """Published rows of a record type; `draft=True` for what nobody published."""

    class Meta:
        abstract = True

    class Params:
        draft = factory.Trait(live=False, has_unpublished_changes=True)


def known_by_day(row):
    """Return the precision of a row that has its day, or has no date."""
    return Precision.DAY if row.date else Precision.UNKNOWN


def cited_by(name):
    """Return the declaration of one citation of a published source."""
    return factory.RelatedFactory("tests.factories.CitationFactory", name)


# Who and where


class StateFactory(Records):
    class Meta:
        model = who.Jurisdiction
        django_get_or_create = ("usps",)

    level = Level.STATE
    usps = "AL"
    name = factory.LazyAttribute(lambda row: STATE_NAMES.get(row.usps, row.usps))


class NationFactory(Records):
    class Meta:
        model = who.Jurisdiction
        django_get_or_create = ("slug",)

    level = Level.FEDERAL
    name = "United States"
    slug = "united-states"


class PlaceFactory(Records):
    class Meta:
        model = who.Jurisdiction

    level = Level.MUNICIPALITY
    state = factory.SubFactory(StateFactory)
    name = factory.Sequence("Springfield {}".format)
    geoid = factory.Sequence("99{:05}".format)


class CountyFactory(PlaceFactory):
    level = Level.COUNTY
    name = factory.Sequence("Spring {} County".format)
    geoid = factory.Sequence("99{:03}".format)


class PlaceAliasFactory(Rows):
    class Meta:
        model = who.JurisdictionAlias

    jurisdiction = factory.SubFactory(PlaceFactory)
    name = factory.Sequence("Old Springfield {}".format)


class AgencyFactory(Records):
    class Meta:
        model = who.Agency

    jurisdiction = factory.SubFactory(PlaceFactory)
    name = factory.Sequence("Springfield Police Department {}".format)
    kind = AgencyKind.POLICE
    citation = cited_by("agency")


class AgencyAliasFactory(Rows):
    class Meta:
        model = who.AgencyAlias

    agency = factory.SubFactory(AgencyFactory)
    name = factory.Sequence("SPRINGFIELD PD {}".format)


class BodyFactory(Records):
    class Meta:
        model = who.Body

    jurisdiction = factory.SubFactory(PlaceFactory)
    name = factory.Sequence("Springfield City Council {}".format)
    kind = BodyKind.COUNCIL
    majority_rule = MajorityRule.PRESENT
    citation = cited_by("body")


class OrganizationFactory(Records):
    class Meta:
        model = who.Organization

    name = factory.Sequence("Neighbors United {}".format)
    kind = OrganizationKind.ADVOCACY
    citation = cited_by("organization")


class OrganizationAliasFactory(Rows):
    class Meta:
        model = who.OrganizationAlias

    organization = factory.SubFactory(OrganizationFactory)
    name = factory.Sequence("NU{}".format)
    is_abbreviation = True


class OfficialFactory(Records):
    class Meta:
        model = who.Official

    given_name = "Ada"
    family_name = factory.Sequence("Rivers {}".format)
    citation = cited_by("official")


class TermFactory(Rows):
    class Meta:
        model = who.Term

    official = factory.SubFactory(OfficialFactory)
    office = Office.MAYOR
    jurisdiction = factory.SubFactory(PlaceFactory)
    described_on = REPORTED


# How we know


class DistinctionFactory(Rows):
    class Meta:
        model = news.Distinction

    kind = "organization"
    lower = 1
    higher = 2


class MergeFactory(Rows):
    class Meta:
        model = news.Merge

    kind = "organization"
    kept_id = 1
    folded_id = 2
    kept_name = folded_name = "Alabama NAACP"


class OutletFactory(Records):
    class Meta:
        model = news.Outlet

    name = factory.Sequence("The Springfield Ledger {}".format)
    kind = OutletKind.NEWSPAPER


class SourceFactory(Records):
    class Meta:
        model = news.Source

    kind = SourceKind.NEWS
    title = factory.Sequence("Council weighs agreement {}".format)
    outlet = factory.SubFactory(OutletFactory)
    byline = "A. Reporter"
    url = factory.Sequence("https://ledger.example/story/{}".format)
    date = REPORTED
    date_precision = factory.LazyAttribute(known_by_day)


class CitationFactory(Rows):
    class Meta:
        model = news.Citation

    source = factory.SubFactory(SourceFactory)
    quote = "as the council heard"
    paragraph = 1


class IntakeFactory(Rows):
    class Meta:
        model = news.Intake

    url = factory.Sequence("https://ledger.example/new/{}".format)
    text = factory.Sequence("The council of town {} met on Tuesday.".format)


class CardFactory(Rows):
    class Meta:
        model = news.Card

    intake = factory.SubFactory(IntakeFactory)
    key = factory.Sequence("vote-{:012x}".format)
    kind = SuggestionKind.VOTE
    cells = factory.LazyFunction(dict)
    quote = "The council"
    start, end, paragraph = 0, 11, 1
    existing_id = made_id = 1


class LinkCheckFactory(Rows):
    """An address that answered; `gone=True` for one that did not, on two days."""

    class Meta:
        model = news.LinkCheck

    class Params:
        gone = factory.Trait(
            finding=LinkFinding.GONE,
            status=404,
            failed_days=2,
            failing_since=date(2026, 11, 3),
        )

    source = factory.SubFactory(SourceFactory)
    address = factory.SelfAttribute("source.url")
    checked_at = factory.LazyFunction(timezone.now)
    finding = LinkFinding.ANSWERS
    status = 200


class AssignmentFactory(Rows):
    class Meta:
        model = news.Assignment

    kind = "policy"
    record_id = 1
    assigned_to = factory.LazyFunction(
        lambda: get_user_model().objects.get_or_create(username="ada")[0]
    )
    assigned_at = factory.LazyFunction(timezone.now)


class CorrectionFactory(Rows):
    class Meta:
        model = news.Correction

    corrected_on = date(2026, 1, 5)
    record_title = "Springfield: an agreement"
    was = "Signed"
    now = "Proposed"
    reason = "The source says so."
    source = factory.SubFactory(SourceFactory)


class ErrorReportFactory(Rows):
    class Meta:
        model = news.ErrorReport

    reference = factory.Sequence("AAAA-BBBB-{:04}".format)
    wrong = "The vote was 5 to 2."
    known = "https://ledger.example/vote"


class ChangeFactory(Rows):
    """A change of a policy that says nothing but its title."""

    class Meta:
        model = news.Change

    at = factory.LazyFunction(timezone.now)
    kind = ChangeKind.ENTERED
    record_type = RecordType.POLICY
    policy = factory.SubFactory("tests.factories.PolicyFactory")
    number = factory.LazyAttribute(lambda row: row.policy.pk if row.policy else 1)
    told = factory.LazyAttribute(
        lambda row: {"title": row.policy.title} if row.policy else {}
    )


class HomePageFactory(Rows):
    class Meta:
        model = news.HomePage

    title = "The Local Record"
    slug = factory.Sequence("record-{}".format)
    question = "What has my city agreed?"

    @classmethod
    def _create(cls, model_class, *args, parent=None, **kwargs):
        return (parent or Page.get_first_root_node()).add_child(
            instance=model_class(**kwargs)
        )


class ProsePageFactory(HomePageFactory):
    class Meta:
        model = news.ProsePage
        exclude = ("question",)

    title = "How we work"
    slug = factory.Sequence("how-we-work-{}".format)
    body = "<p>From public sources.</p>"


class GlossaryPageFactory(ProsePageFactory):
    class Meta:
        model = news.GlossaryPage

    title = "Glossary"


# What they did


class PolicyFactory(Records):
    """An HSI designation of a city; `events=[(kind, day), …]` gives it a history."""

    class Meta:
        model = what.Policy

    jurisdiction = factory.SubFactory(PlaceFactory)
    type = PolicyType.HSI_CUSTOMS_DESIGNATION
    model = factory.LazyAttribute(
        lambda row: (
            ProgramModel.NOT_STATED if row.type == PolicyType.PROGRAM_287G else ""
        )
    )
    title = factory.Sequence("Customs-officer designation {}".format)
    instrument = Instrument.MEMORANDUM_OF_AGREEMENT
    direction = Direction.ADDS
    legal_effect = LegalEffect.BINDING
    authority_path = AuthorityPath.COUNCIL_VOTE
    citation = cited_by("policy")

    @factory.post_generation
    def events(policy, create, extracted, **kwargs):
        """Give the policy these events, in this order, each with a citation."""
        return [
            PolicyEventFactory(policy=policy, kind=kind, date=day, sort_order=number)
            for number, (kind, day) in enumerate(extracted or ())
        ]


class PolicyEventFactory(Rows):
    """An event of a policy, whose stored status follows."""

    class Meta:
        model = what.PolicyEvent

    policy = factory.SubFactory(PolicyFactory)
    kind = EventKind.EFFECTIVE
    date = REPORTED
    date_precision = factory.LazyAttribute(known_by_day)
    citation = cited_by("event")

    @classmethod
    def _after_postgeneration(cls, instance, create, results=None):
        super()._after_postgeneration(instance, create, results)
        instance.policy.save()


class PolicyRoleFactory(Rows):
    class Meta:
        model = what.PolicyRole

    policy = factory.SubFactory(PolicyFactory)
    official = factory.SubFactory(OfficialFactory)
    role = RoleKind.SUBMITTED


class VoteFactory(Records):
    class Meta:
        model = what.Vote

    body = factory.SubFactory(BodyFactory)
    motion = factory.Sequence("To approve the agreement {}".format)
    motion_kind = MotionKind.ADOPT
    method = VoteMethod.ROLL_CALL
    result = VoteResult.PASSED
    date = date(2021, 12, 7)
    date_precision = factory.LazyAttribute(known_by_day)
    citation = cited_by("vote")


class BallotFactory(Rows):
    class Meta:
        model = what.Ballot

    vote = factory.SubFactory(VoteFactory)
    official = factory.SubFactory(OfficialFactory)
    option = BallotOption.YES


class StatementFactory(Records):
    """What an official said; name another speaker with `official=None`."""

    class Meta:
        model = what.Statement

    title = factory.Sequence("Mayor defends the agreement {}".format)
    kind = StatementKind.QUOTE
    stance = Stance.SUPPORTS
    jurisdiction = factory.SubFactory(PlaceFactory)
    official = factory.SubFactory(OfficialFactory)
    summary = "The mayor says that the agreement keeps residents safe."
    date = REPORTED
    date_precision = factory.LazyAttribute(known_by_day)
    citation = cited_by("statement")


class SignatoryFactory(Rows):
    class Meta:
        model = what.Signatory

    statement = factory.SubFactory(StatementFactory)
    organization = factory.SubFactory(OrganizationFactory)


class ConcernFactory(Rows):
    class Meta:
        model = what.Concern

    statement = factory.SubFactory(StatementFactory)
    kind = ConcernKind.TRUST


class CourtCaseFactory(Records):
    class Meta:
        model = what.CourtCase

    caption = factory.Sequence("City of Springfield v. State {}".format)
    title = "Whether the law binds cities"
    court = "Circuit Court"
    status = CaseStatus.FILED
    jurisdiction = factory.SubFactory(PlaceFactory)
    filed_on = date(2025, 4, 1)
    filed_precision = Precision.DAY
    citation = cited_by("case")


class CasePartyFactory(Rows):
    class Meta:
        model = what.CaseParty

    case = factory.SubFactory(CourtCaseFactory)
    role = PartyRole.PLAINTIFF
    name = "City of Springfield"


class CaseEventFactory(Rows):
    class Meta:
        model = what.CaseEvent

    case = factory.SubFactory(CourtCaseFactory)
    status = CaseStatus.FILED
    date = date(2025, 4, 1)
    date_precision = factory.LazyAttribute(known_by_day)


class RosterFactory(Rows):
    class Meta:
        model = what.Roster

    kind = RosterKind.PARTICIPATING
    published_on = date(2026, 1, 5)
    source = factory.SubFactory(SourceFactory, kind=SourceKind.ICE_LIST)
    sha256 = factory.Sequence("{:064x}".format)


class RosterRowFactory(Rows):
    class Meta:
        model = what.RosterRow

    roster = factory.SubFactory(RosterFactory)
    number = factory.Sequence(lambda n: n + 1)
    printed = {"STATE": "ALABAMA", "LAW ENFORCEMENT AGENCY": "Springfield PD"}


class RosterEntryFactory(Rows):
    class Meta:
        model = what.RosterEntry

    kind = RosterKind.PARTICIPATING
    state = "AL"
    agency_name = "Springfield Police Department"
    model = ProgramModel.TFM
    first_roster = factory.SubFactory(RosterFactory)
    last_roster = factory.SelfAttribute("first_roster")


class RosterChangeFactory(Rows):
    class Meta:
        model = what.RosterChange

    roster = factory.SubFactory(RosterFactory)
    kind = RosterChangeKind.NEW
    entry = factory.SubFactory(
        RosterEntryFactory, first_roster=factory.SelfAttribute("..roster")
    )


class RosterSpellingFactory(Rows):
    class Meta:
        model = what.RosterSpelling

    of = SpellingOf.STATE
    printed = factory.Sequence("pennslyvania {}".format)
    meaning = "PA"
