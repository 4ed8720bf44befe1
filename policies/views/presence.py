"""What ICE's lists show of one agreement, each day with the list that says so."""

from dataclasses import dataclass
from itertools import groupby

from django.conf import settings
from django.utils.translation import gettext as _

from jurisdictions.bilingual import Told, readers_language
from news.models import Citation
from policies.derive import Listing, Presence, presence
from policies.enums import PredecessorRelation
from policies.models import Roster, RosterEntry, RosterRow

RENEWAL, REPLACEMENT = PredecessorRelation.RENEWAL, PredecessorRelation.REPLACEMENT


@dataclass(frozen=True)
class OnLists:
    """One agreement through ICE's lists of one kind.

    `first`, `last` and `turn` are what the days rest on: the first list with it, the
    last, and the list since which it is missing, or listed again. `papers` are
    the addresses that ICE's last row of it links, each with what is to be found there.
    `followed_by` are the policies that took its place: ICE lists those instead.
    """

    entry: RosterEntry
    presence: Presence
    first: list
    last: list
    turn: list
    papers: list
    followed_by: list


def on_lists(policy, day):
    """Return how ICE's lists published by a day show a policy.

    A row counts for a policy once its public record cites a list with that row's
    agreement: until then one editor has matched the two, and nobody else has looked.
    """
    rows = list(RosterRow.objects.of_policy(policy))
    if not rows:
        return []
    lists = list(Roster.objects.for_listing())
    quotes = cited_passages(policy)
    cited = {source for source, _paragraph in quotes}
    found = []
    for entry, shown in groupby(rows, key=lambda row: row.entry):
        by_list = {row.roster_id: row for row in shown}
        of_kind = [roster for roster in reversed(lists) if roster.kind == entry.kind]
        if any(r.pk in by_list and r.source_id in cited for r in of_kind):
            by_then = [roster for roster in of_kind if roster.published_on <= day]
            found += told(policy, entry, by_list, by_then, quotes)
    return found


def cited_passages(policy):
    """Return the quotation of each (source, paragraph) a policy or event cites."""
    holders = (policy, *policy.events.all())
    return {
        (row.source_id, row.paragraph): row.quote
        for holder in holders
        for row in holder.citations.all()
    }


def told(policy, entry, rows, lists, quotes):
    """Return what some lists, in ICE's order, tell of an agreement: one or nothing.

    `rows` are its rows by the id of the list, `quotes` what the policy quotes already.
    """
    seen = [(roster.published_on, roster.pk in rows) for roster in lists]
    shows = presence(seen, settings.ICE_LISTS_BEFORE_DELISTED)
    if shows is None:
        return []
    with_it = [roster for roster in lists if roster.pk in rows]
    again = shows.state == Listing.AGAIN
    turn = [
        roster
        for roster in lists
        if roster.published_on == shows.since and (roster.pk in rows) == again
    ]
    first, last, *turn = [
        cite(policy, roster, rows, quotes)
        for roster in (with_it[0], with_it[-1], *turn[:1])
    ]
    papers = papers_of(rows[with_it[-1].pk])
    return [OnLists(entry, shows, [first], [last], turn, papers, followers(policy))]


def followers(policy):
    """Return the public policies signed anew, or for another model, in its place."""
    return [
        other
        for other in policy.successors.all()
        if other.predecessor_relation in (RENEWAL, REPLACEMENT)
    ]


def papers_of(row):
    """Return the papers that a row links, as (address, words); web addresses only."""
    linked = (
        (row.moa_url, _("The agreement, as ICE links it")),
        (row.addendum_url, _("Its addendum, as ICE links it")),
    )
    return [pair for pair in linked if pair[0].startswith(("https://", "http://"))]


def cite(policy, roster, rows, quotes):
    """Return a citation, stored nowhere, of a list and of its row if it has one.

    It quotes what the policy quotes of that row, so that they are one passage.
    """
    row = rows.get(roster.pk)
    number = row.number if row else None
    return Citation(
        source=roster.source,
        policy=policy,
        field="roster_entries",
        paragraph=number,
        quote=quotes.get((roster.source_id, number), ""),
        value_reported="" if row else Told(_("not on this list"), readers_language()),
    )
