"""Agreements and policies, votes and statements for programs."""

from django.utils.translation import gettext_lazy as _

from config.api.addresses import endpoints
from config.api.records import RecordSet
from policies.columns import POLICIES, STATEMENTS, VOTES
from policies.filters import PolicyFilters, StatementFilters, VoteFilters

SLUG = _("its short name in an address")


class PolicySet(RecordSet):
    """Agreements and policies, with status and events as of a day."""

    filterset_class = PolicyFilters
    columns = POLICIES
    record = "Agreement"
    about = _(
        "What places agreed with ICE, or how they limit that: one record for each "
        "agreement or policy of one place, with its status on the day."
    )


class VoteSet(RecordSet):
    """Votes, with the ballots that a source gives."""

    filterset_class = VoteFilters
    columns = VOTES
    record = "Vote"
    known_by = RecordSet.known_by | {
        "body": SLUG,
        "official": SLUG,
    }
    about = _("Motions before a council or commission, held or scheduled.")


class StatementSet(RecordSet):
    """Statements, with who signed them."""

    filterset_class = StatementFilters
    columns = STATEMENTS
    record = "Statement"
    known_by = RecordSet.known_by | {
        "matter": _("its id"),
        "organization": SLUG,
        "official": SLUG,
    }
    about = _(
        "Who said, did or declined to say what about an agreement, policy or vote."
    )


urlpatterns = [
    *endpoints("agreements", PolicySet),
    *endpoints("votes", VoteSet),
    *endpoints("statements", StatementSet),
]
