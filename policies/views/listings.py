"""The listings of policies, votes and statements."""

from urllib.parse import urlencode

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from config.listings import FilteredList
from policies.columns import POLICIES, STATEMENTS, VOTES
from policies.enums import PolicyStatus
from policies.filters import ASKED_MOST, PolicyFilters, StatementFilters, VoteFilters
from policies.sentences import deciding_event
from policies.standings import Standing


class PolicyList(FilteredList):
    """Every agreement and policy, each with its status on the day asked for."""

    filterset_class = PolicyFilters
    columns = POLICIES
    template_name = "pages/policy_list.html"
    row_template = "rows/policy.html"
    heading = _("Agreements and policies")

    def more(self, filterset):
        """Return the questions asked most, each with its query."""
        asked = [(label, urlencode(sorted(q.items()))) for label, q in ASKED_MOST]
        return {"asked_most": asked}

    def prepare(self, row, filterset):
        """Return a policy with the status to print and the event behind it."""
        day = filterset.day or timezone.localdate()
        status = PolicyStatus(getattr(row, "status_then", row.status))
        return Standing(row, status, deciding_event(row, day))


class VoteList(FilteredList):
    """Every vote, held or scheduled."""

    filterset_class = VoteFilters
    columns = VOTES
    template_name = "pages/vote_list.html"
    row_template = "rows/vote.html"
    heading = _("Votes")


class StatementList(FilteredList):
    """Every statement: words, letters, deeds and silences."""

    filterset_class = StatementFilters
    columns = STATEMENTS
    template_name = "pages/statement_list.html"
    row_template = "rows/statement.html"
    heading = _("Statements")
