"""What happened, in order: one place's events, votes and deeds as one list."""

from dataclasses import dataclass

from policies.enums import StatementKind, VoteResult

# Statements that are deeds rather than words; the others have sections of their own.
DEEDS = (
    StatementKind.LETTER,
    StatementKind.GATHERING,
    StatementKind.MEETING,
    StatementKind.ENFORCEMENT,
    StatementKind.GUIDANCE,
)


@dataclass(frozen=True)
class Entry:
    """One line of a timeline.

    `dated` has the date with its precision; `direction` is a policy's, "" for
    what is none; `outcome` a vote's result on the page's day, else "". `agency` is
    named where the policies of the timeline are of several.
    """

    dated: object
    label: str
    title: str
    url: str
    citations: list
    agency: str = ""
    direction: str = ""
    outcome: str = ""
    note: str = ""


def timeline(policies, votes, statements, day):
    """Return the entries known on a day: newest first, those without a date last.

    A vote that an event of a policy tells of is told once, by the event.
    """
    policies = list(policies)
    agencies = {policy: policy.shown("agency") for policy in policies}
    are_several = len(set(filter(None, agencies.values()))) > 1
    entries = [
        Entry(
            dated=event,
            label=event.get_kind_display(),
            title=policy.told_title(),
            url=policy.get_absolute_url(),
            citations=list(event.citations.all()),
            agency=str(agencies[policy] or "") if are_several else "",
            direction=policy.direction,
            note=event.told("note"),
        )
        for policy in policies
        for event in policy.events.all()
        if event.counts_from and event.counts_from <= day
    ]
    told = {e.vote_id for policy in policies for e in policy.events.all() if e.vote_id}
    entries += [_of_vote(vote, day) for vote in votes if vote.pk not in told]
    entries += [
        Entry(
            dated=statement,
            label=statement.get_kind_display(),
            title=statement.told_title(),
            url=statement.get_absolute_url(),
            citations=list(statement.citations.all()),
        )
        for statement in statements
        if statement.kind in DEEDS
    ]
    entries.sort(key=_newest_first, reverse=True)
    return entries


def _of_vote(vote, day):
    outcome = vote.outcome(day)
    return Entry(
        dated=vote,
        label=outcome.label,
        title=vote.told_title(),
        url=vote.get_absolute_url(),
        citations=list(vote.citations.all()),
        outcome=outcome.value,
        note=vote.body.name if outcome == VoteResult.SCHEDULED else "",
    )


def _newest_first(entry):
    """Order by date; what no source dates goes by when it was told of.

    One policy's events of a day keep the editor's sequence.
    """
    dated = entry.dated
    stamp = dated.date or dated.counts_from
    return (
        dated.date is not None,
        stamp is not None,
        stamp,
        getattr(dated, "sort_order", 0),
        dated.pk,
    )
