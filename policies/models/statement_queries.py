"""Queries for statements, by speaker, place, stance and day."""

from django.db.models import Exists, F, OuterRef, Prefetch, Q

from jurisdictions.models import Agency, Body, Jurisdiction, RecordQuerySet, public
from jurisdictions.models.dates import in_span
from policies.models.policy import Policy
from policies.models.signatory import Signatory
from policies.models.vote import Vote


class StatementQuerySet(RecordQuerySet):
    """Statements, narrowed by speaker, place, stance and day."""

    def for_listing(self):
        """Return public statements with speaker, place and matter, newest first.

        A statement has one speaker and few of the rest: joined to it, each would be
        dear to all that have none.
        """
        place = "jurisdiction__state"
        places = Jurisdiction.objects.select_related("state")
        votes = Vote.objects.select_related(f"body__{place}")
        return (
            self.published()
            .prefetch_related(
                "official",
                "organization",
                "via_outlet",
                Prefetch("agency", Agency.objects.select_related(place)),
                Prefetch("body", Body.objects.select_related(place)),
                Prefetch("speaking_place", places),
                Prefetch("jurisdiction", places),
                Prefetch("policy", Policy.objects.select_related(place)),
                Prefetch("vote", votes),
                Prefetch("disputes", self.model.objects.select_related(place)),
                "citations",
                "concerns",
                Prefetch(
                    "signatories",
                    Signatory.objects.published().select_related(
                        "organization", "official"
                    ),
                ),
            )
            .with_source_count()
            .order_by(F("date").desc(nulls_last=True), "-pk")
        )

    def for_index(self):
        """Return statements with all that they are found by, and what they hang on."""
        place = "jurisdiction__state"
        return (
            super()
            .for_index()
            .prefetch_related(
                *("official", "organization", "speaking_place__state"),
                Prefetch("agency", Agency.objects.select_related(place)),
                Prefetch("body", Body.objects.select_related(place)),
            )
        )

    def for_export(self, day=None):
        """Return public statements with speakers, signers, matter and sources."""
        return (
            super()
            .for_export(day)
            .with_citations()
            .prefetch_related(
                "official",
                "organization",
                "agency__jurisdiction__state",
                "body__jurisdiction__state",
                "speaking_place__state",
                "jurisdiction__state",
                Prefetch("policy", Policy.objects.as_of(day)),
                "policy__jurisdiction__state",
                Prefetch("vote", Vote.objects.as_of(day)),
                "vote__body__jurisdiction__state",
                Prefetch("disputes", self.model.objects.as_of(day)),
                "disputes__jurisdiction__state",
                "concerns",
                Prefetch(
                    "signatories",
                    Signatory.objects.published().select_related(
                        "organization", "official"
                    ),
                ),
            )
        )

    def for_found(self, ids):
        """Return public statements by id, with what a line about each prints."""
        return super().for_found(ids).select_related("jurisdiction__state")

    def disputing(self, statement):
        """Return the statements that dispute one."""
        return self.filter(disputes=statement)

    def in_states(self, codes):
        """Return statements about these states and the places in them."""
        return self.filter(
            Q(jurisdiction__state__in=codes) | Q(jurisdiction__usps__in=codes)
        )

    def on_policy(self, policy):
        """Return the statements about one policy."""
        return self.filter(policy=policy)

    def on_policy_or_votes(self, policy):
        """Return the statements about one policy or about a public vote on it."""
        votes = Vote.objects.published().on_policy(policy).order_by()
        return self.filter(Q(policy=policy) | Q(vote__in=votes.values("pk")))

    def on_vote(self, vote):
        """Return the statements about one vote."""
        return self.filter(vote=vote)

    def of_places(self, geoids):
        """Return the statements about the places with these GEOIDs."""
        return self.filter(jurisdiction__geoid__in=geoids)

    def located(self, places):
        """Return the statements about some places, given as a query."""
        return self.filter(jurisdiction__in=places.order_by().values("pk"))

    def between(self, since=None, until=None):
        """Return the statements made in a span of days."""
        return self.filter(in_span(since, until))

    def by_organizations(self, slugs):
        """Return what these organizations said, signed or had said for them."""
        return self._by("organization", slugs)

    def by_officials(self, slugs):
        """Return what these officials said, signed or did."""
        return self._by("official", slugs)

    def of_organizations(self):
        """Return what public organizations said, signed or had said for them."""
        signed = Signatory.objects.filter(
            public(Signatory, "organization"), statement=OuterRef("pk")
        )
        return self.filter(public(self.model, "organization") | Exists(signed))

    def _by(self, who, slugs):
        named = {f"{who}__slug__in": slugs, f"{who}__live": True}
        signed = Signatory.objects.filter(statement=OuterRef("pk"), **named)
        return self.filter(Q(**named) | Exists(signed))

    def on_file(self, day):
        """Return the statements made, or first told of, by a day."""
        return self.filter(counts_from__lte=day)

    def disputed(self):
        """Return both sides of every disputed claim."""
        return self.filter(in_dispute(self.model))


def in_dispute(model):
    """Return the condition that a statement disputes another or is disputed."""
    answers = model.objects.published().filter(disputes=OuterRef("pk"))
    return public(model, "disputes") | Exists(answers)
