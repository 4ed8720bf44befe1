"""Policies as a page shows them: each with its status on the page's day."""

from dataclasses import dataclass

from django.utils.translation import ngettext

from policies.enums import PolicyStatus
from policies.sentences import deciding_event


@dataclass(frozen=True)
class Standing:
    """A policy, where it stands on the day of the page, and the event that says so."""

    policy: object
    status: PolicyStatus
    event: object = None

    @property
    def tag(self):
        """What a tag says: direction, status, and in words what it is and how far."""
        words = f"{self.policy.get_type_display()}: {self.status.label.lower()}"
        return self.policy.direction, self.status.value, words


def counted_beyond(shown, standings):
    """Return how many policies a place has in all, where not all of them are shown."""
    if len(shown) == len(standings):
        return ""
    words = ngettext(
        "%(num)s agreement or policy on record",
        "%(num)s agreements and policies on record",
        len(standings),
    )
    return words % {"num": len(standings)}


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
