"""What a row of a list puts on the record: citations, events, and a new agreement."""

from django.utils import translation

from jurisdictions.bilingual import ENGLISH, SPANISH
from jurisdictions.enums import Precision
from news.enums import Bearing
from news.models import Citation
from policies.enums import (
    Direction,
    EventKind,
    Instrument,
    PolicyType,
    ProgramModel,
    RosterKind,
)
from policies.models import Policy, PolicyEvent

# The cells that make a short quotation, in this order.
QUOTED = ("STATE", "LAW ENFORCEMENT AGENCY", "SUPPORT TYPE", "SIGNED")


def quote_of(row):
    """Return the cells of a row that tell what it is, as printed, without line ends."""
    cells = (row.printed.get(heading, "") for heading in QUOTED)
    return " · ".join(" ".join(cell.split()) for cell in cells if cell.strip())


def cite(row, field="", **kwargs):
    """Return a citation of a row of a list, unsaved."""
    return Citation(
        source=row.roster.source,
        paragraph=row.number,
        quote=quote_of(row),
        field=field,
        **kwargs,
    )


def happened(kind, day, *citations, after=()):
    """Return an event on a day with its citations, unsaved, after some others."""
    event = PolicyEvent(
        kind=kind,
        date=day,
        date_precision=Precision.DAY,
        sort_order=max((other.sort_order for other in after), default=-1) + 1,
    )
    event.citations = list(citations)
    return event


def signature_of(row):
    """Return the day of a row's signature; one after the list's own is a misprint."""
    day = row.signed_on
    return day if day and day <= row.roster.published_on else None


def events_of(row):
    """Return what a list that shows an agreement for the first time says happened."""
    day = row.roster.published_on
    if row.roster.kind == RosterKind.PENDING:
        return [happened(EventKind.ICE_PENDING_LISTED, day, cite(row))]
    events = []
    if signed_on := signature_of(row):
        events.append(happened(EventKind.ICE_SIGNED, signed_on, cite(row)))
    events.append(happened(EventKind.LISTED_BY_ICE, day, cite(row), after=events))
    return events


def agreement_of(row, place, agency, counterparty, follows, how):
    """Return the agreement that a row shows, unsaved, and what it follows, if any."""
    policy = Policy(
        jurisdiction=place,
        type=PolicyType.PROGRAM_287G,
        model=row.model,
        title=title_of(row.model, ENGLISH),
        title_es=title_of(row.model, SPANISH),
        agency=agency,
        counterparty=counterparty,
        instrument=instrument_of(row),
        direction=Direction.ADDS,
        predecessor=follows,
        predecessor_relation=how,
    )
    policy.citations = [cite(row)]
    policy.events = events_of(row)
    return policy


def title_of(model, language):
    """Return what an agreement is called in a language: its type and its model."""
    with translation.override(language):
        return f"{PolicyType.PROGRAM_287G.label}, {ProgramModel(model).label}"


def instrument_of(row):
    """Return the legal form a row shows: a memorandum, where it links one."""
    return Instrument.MEMORANDUM_OF_AGREEMENT if row.moa_url else Instrument.UNKNOWN


def add_to(policy, row, agency):
    """Add to a version of one of our policies what a row says and it does not yet."""
    if policy.model == ProgramModel.NOT_STATED:
        policy.model = row.model
        policy.citations.add(cite(row, "model"))
    if policy.agency_id is None and agency is not None:
        policy.agency = agency
        policy.citations.add(cite(row, "agency"))
    if not any(row.roster.source_id == c.source_id for c in policy.citations.all()):
        policy.citations.add(cite(row))
    add_instrument(policy, row)
    for event in events_of(row):
        add_event(policy, event, row)


def add_instrument(policy, row):
    """Let a policy of unknown form be the memorandum that a row links."""
    if policy.instrument == Instrument.UNKNOWN and row.moa_url:
        policy.instrument = Instrument.MEMORANDUM_OF_AGREEMENT
        policy.citations.add(cite(row, "instrument"))


def add_event(policy, event, row):
    """Add an event to a policy, or the row's word to the one of its kind there is.

    A signature that our record dates otherwise stays as it is: the row is cited as
    saying another day.
    """
    same = [other for other in policy.events.all() if other.kind == event.kind]
    if not same:
        place_event(policy, event)
    elif event.kind == EventKind.ICE_SIGNED:
        agree = [other for other in same if other.date == event.date]
        if agree:
            agree[0].citations.add(cite(row))
        elif not same[-1].date:
            same[-1].date, same[-1].date_precision = event.date, event.date_precision
            same[-1].citations.add(cite(row, "date"))
        else:
            said = event.date.isoformat()
            other = cite(row, "date", bearing=Bearing.CONTRADICTS, value_reported=said)
            same[-1].citations.add(other)


def place_event(policy, event):
    """Add an event behind those that a policy has."""
    others = policy.events.all()
    event.sort_order = max((other.sort_order for other in others), default=-1) + 1
    policy.events.add(event)


def correct_signature(policy, was, row):
    """Move the signature that a list dated otherwise to the day it prints now.

    Returns whether the policy has that signature, or none at all.
    """
    signed = [e for e in policy.events.all() if e.kind == EventKind.ICE_SIGNED]
    day = signature_of(row)
    if not signed and day:
        place_event(policy, happened(EventKind.ICE_SIGNED, day, cite(row)))
        return True
    moved = [e for e in signed if e.date and e.date.isoformat() == was]
    if not moved or day is None:
        return not signed
    moved[0].date, moved[0].date_precision = day, Precision.DAY
    moved[0].citations = [
        c for c in moved[0].citations.all() if not is_from_list(c)
    ] + [cite(row)]
    return True


def is_from_list(citation):
    """Return whether a citation is of a list of ICE's."""
    return hasattr(citation.source, "roster")
