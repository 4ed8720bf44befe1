"""Policies as a page shows them: each with its status on the page's day."""

from dataclasses import dataclass

from policies.enums import PolicyStatus


@dataclass(frozen=True)
class Standing:
    """A policy and where it stands on the day of the page."""

    policy: object
    status: PolicyStatus


def standings_on(policies, day):
    """Return the policies of which a source had told by a day, with their status.

    Reads the events in memory; a policy without any counting event is left out of
    a past day and shown as not recorded today.
    """
    found = []
    for policy in policies:
        known = any(e.counts_from and e.counts_from <= day for e in policy.events.all())
        if known or not policy.events.all():
            status = PolicyStatus(policy.standing_on(day).status)
            found.append(Standing(policy, status))
    return found
