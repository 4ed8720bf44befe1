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
        words = self.policy.kind_words(self.status)
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
    return newest_source(_holders(policies), day)


def newest_source(holders, day):
    """Return the day of the newest source that some rows cite by a day, or None."""
    days = [
        citation.source.date
        for holder in holders
        for citation in holder.citations.all()
        if citation.source.live and citation.source.date
    ]
    return max((told for told in days if told <= day), default=None)


def last_listed(policies, rows):
    """Return the day of the newest of ICE's lists that shows each policy, by its id.

    `rows` are those of `RosterRowQuerySet.days_of`. They count for a policy once it
    cites a list with that agreement; policies on no list are not there.
    """
    cited = {
        policy.pk: {
            c.source_id for row in _holders([policy]) for c in row.citations.all()
        }
        for policy in policies
    }
    shown, found = {}, {}
    for policy, entry, source, published in rows:
        shown.setdefault((policy, entry), []).append((published, source))
    for (policy, _entry), lists in shown.items():
        if any(source in cited[policy] for _published, source in lists):
            newest = max(published for published, _source in lists)
            found[policy] = max(newest, found.get(policy, newest))
    return found


def _holders(policies):
    return [row for policy in policies for row in (policy, *policy.events.all())]


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
