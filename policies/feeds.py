"""Feeds of what changed in agreements and policies, votes and statements."""

from django.utils.translation import gettext_lazy as _

from news.changes.feed import ListingFeed, RecordFeed
from policies.filters import PolicyFilters, StatementFilters, VoteFilters
from policies.models import Policy, Statement, Vote


class PolicyFeed(ListingFeed):
    """What changed in the agreements and policies that match."""

    filterset_class = PolicyFilters
    list_name = "policy-list"
    heading = _("Changes in agreements and policies")


class VoteFeed(ListingFeed):
    """What changed in the votes that match."""

    filterset_class = VoteFilters
    list_name = "vote-list"
    heading = _("Changes in votes")


class StatementFeed(ListingFeed):
    """What changed in the statements that match."""

    filterset_class = StatementFilters
    list_name = "statement-list"
    heading = _("Changes in statements")


class PolicyChanges(RecordFeed):
    """What changed in one agreement or policy, its votes and what is said of them."""

    model = Policy

    def beside(self, policy):
        """Return the votes on the policy, and the statements about it or them."""
        return (
            Vote.objects.on_policy(policy),
            Statement.objects.on_policy_or_votes(policy),
        )


class VoteChanges(RecordFeed):
    """What changed in one vote."""

    model = Vote


class StatementChanges(RecordFeed):
    """What changed in one statement."""

    model = Statement
