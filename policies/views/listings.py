"""The listings of policies, votes and statements."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from config.listings import FilteredList
from policies.columns import POLICIES, STATEMENTS, VOTES
from policies.enums import PolicyStatus
from policies.filters import PolicyFilters, StatementFilters, VoteFilters
from policies.sentences import deciding_event
from policies.standings import Standing


class PolicyList(FilteredList):
    """Every agreement and policy, each with its status on the day asked for."""

    filterset_class = PolicyFilters
    columns = POLICIES
    template_name = "pages/policy_list.html"
    heading = _("Agreements and policies")

    def prepare(self, rows, filterset):
        """Return each policy with the status to print and the event behind it."""
        day = filterset.day or timezone.localdate()
        return [
            Standing(
                row,
                PolicyStatus(getattr(row, "status_then", row.status)),
                deciding_event(row, day),
            )
            for row in rows
        ]


class VoteList(FilteredList):
    """Every vote, held or scheduled."""

    filterset_class = VoteFilters
    columns = VOTES
    template_name = "pages/vote_list.html"
    heading = _("Votes")

    def more(self, filterset):
        """Return the day on which results are told."""
        return {"day": filterset.day or timezone.localdate()}


class StatementList(FilteredList):
    """Every statement: words, letters, deeds and silences."""

    filterset_class = StatementFilters
    columns = STATEMENTS
    template_name = "pages/statement_list.html"
    heading = _("Statements")
