"""Policies as a page shows them: each with its status on the page's day."""

from dataclasses import dataclass

from policies.enums import PolicyStatus
from policies.sentences import deciding_event


@dataclass(frozen=True)
class Standing:
    """A policy, where it stands on the day of the page, and the event that says so."""

    policy: object
    status: PolicyStatus
    event: object = None


def newest_report(policies, day):
    """Return the day of the newest source on some policies by a day, or None.

    What a source told is what was so then: the page says how old its news is.
    """
    days = [
        citation.source.date
        for policy in policies
        for holder in (policy, *policy.events.all())
        for citation in holder.citations.all()
        if citation.source.live and citation.source.date
    ]
    return max((told for told in days if told <= day), default=None)


def standings_on(policies, day):
    """Return the policies of which a source had told by a day, with their status.

    Reads events and citations in memory; the twin of the policies' `on_file`.
    """
    found = []
    for policy in policies:
        days = [event.counts_from for event in policy.events.all()]
        if not days:
            days = [citation.source.counts_from for citation in policy.citations.all()]
        if any(known and known <= day for known in days):
            status = PolicyStatus(policy.standing_on(day).status)
            found.append(Standing(policy, status, deciding_event(policy, day)))
    return found
