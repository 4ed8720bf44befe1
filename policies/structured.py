"""Policies and votes as structured data, in the words of schema.org."""

from config.listings.columns import absolute
from config.structured import CONTEXT, thing
from jurisdictions.enums import Precision
from jurisdictions.structured import area
from news.structured import citations, partial
from policies.enums import ENDED, Instrument, PolicyStatus, VoteResult

# Only where the word is a fact: what is suspended or disputed is neither.
FORCE = {
    PolicyStatus.ACTIVE: "InForce",
    PolicyStatus.EXPIRED: "NotInForce",
    PolicyStatus.TERMINATED: "NotInForce",
}
# After these the deciding event is the end, not the act.
OVER = (*ENDED, PolicyStatus.EXPIRED)


def legislation(policy, status, event, sentences):
    """Return an agreement or policy; `event` is what gave it its status, or None."""
    known = policy.instrument != Instrument.UNKNOWN
    force = FORCE.get(status)
    return thing(
        "Legislation",
        name=policy.told("title").plain,
        url=absolute(policy.get_absolute_url()),
        description=" ".join(sentence.words for sentence in sentences),
        legislationType=policy.get_instrument_display() if known else "",
        legislationJurisdiction=area(policy.jurisdiction),
        legislationDate=partial(event) if event and status not in OVER else "",
        legislationLegalForce=f"{CONTEXT}/{force}" if force else "",
        citation=citations(policy.citations.all()),
    )


def meeting(vote, outcome, sentences):
    """Return a vote as the event at which it was, or is to be, taken."""
    if vote.date_precision != Precision.DAY:
        return None  # an event without its day is none
    coming = outcome == VoteResult.SCHEDULED
    day = vote.date.isoformat()
    return thing(
        "Event",
        name=f"{vote.body.name}: {vote.told('motion')}",
        url=absolute(vote.get_absolute_url()),
        description=" ".join(sentence.words for sentence in sentences),
        startDate=f"{day}T{vote.time:%H:%M}" if vote.time else day,
        eventStatus=f"{CONTEXT}/EventScheduled" if coming else "",
        organizer=thing("GovernmentOrganization", name=vote.body.name),
        location=thing(
            "Place",
            name=vote.told("location").words or vote.body.jurisdiction.full_name,
            address=vote.body.jurisdiction.full_name,
        ),
        subjectOf=citations(vote.citations.all()),
    )
