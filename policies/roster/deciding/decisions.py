"""Decisions on the changes of ICE's lists: taken over, left out, and remembered."""

from dataclasses import dataclass, field
from itertools import groupby

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Case, F, IntegerField, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.signal_handlers import disable_reference_index_auto_update

from jurisdictions.derive import fold_name
from policies.enums import (
    MatchReason,
    RosterChangeKind,
    RosterDecision,
    RosterDoubt,
)
from policies.models import Roster, RosterChange, RosterEntry, RosterSpelling
from policies.roster.deciding import rereading
from policies.roster.deciding.accepting import Accepting
from policies.roster.deciding.drafts import Hand
from policies.roster.deciding.names import remember_name
from policies.roster.deciding.obstacles import BEGINNING

# Changes taken over at a time, so that a large list needs no large memory.
BATCH = 250
# What an editor's choice of a place, or of an agency, settles.
SETTLED_BY_PLACE = {
    RosterDoubt.PLACE_AMBIGUOUS,
    RosterDoubt.PLACE_UNKNOWN,
    RosterDoubt.NO_PLACE_OF_ITS_OWN,
}
SETTLED_BY_AGENCY = {*SETTLED_BY_PLACE, RosterDoubt.AGENCY_AMBIGUOUS}


# What accepting asks of a change beside what the screen shows.
READ = ("before__roster", "before__entry__policy__jurisdiction__state")


@dataclass
class Outcome:
    """What came of accepting: how many changes, and those left with the reason."""

    accepted: int = 0
    left: list[tuple[RosterChange, str]] = field(default_factory=list)


def one_at_a_time():
    """Let whoever else decides on ICE's lists wait until this transaction ends.

    It is the first write of the transaction, so what is read after it is fresh.
    """
    first = Roster.objects.order_by("pk").values("pk")[:1]
    Roster.objects.filter(pk__in=first).update(row_count=F("row_count"))


@transaction.atomic
def accept(changes, user):
    """Take changes over, list by list, as drafts of a user that cite the lists.

    What cannot be taken over stays open and comes back with the reason. What somebody
    has decided already is left as it is, so nothing is ever taken over twice.
    """
    one_at_a_time()
    outcome, now = Outcome(), timezone.now()
    asked = [change.pk for change in changes]
    waiting = in_sequence(RosterChange.objects.waiting().filter(pk__in=asked))
    order = list(waiting.values_list("pk", "roster_id"))
    with disable_reference_index_auto_update():
        for roster_pk, group in groupby(order, key=lambda pair: pair[1]):
            roster = Roster.objects.select_related("source").get(pk=roster_pk)
            pks = [pk for pk, _roster in group]
            for start in range(0, len(pks), BATCH):
                accepting = Accepting(
                    read(pks[start : start + BATCH], roster), Hand(user, roster, now)
                )
                accepting.run()
                settle(accepting.accepted, RosterDecision.ACCEPTED, user, now)
                outcome.accepted += len(accepting.accepted)
                outcome.left += accepting.left
    known = {pk for pk, _roster in order}
    decided = [pk for pk in asked if pk not in known]
    words = _("Somebody has decided on it already.")
    outcome.left += [
        (change, words)
        for change in RosterChange.objects.for_review().filter(pk__in=decided)
    ]
    return outcome


def in_sequence(changes):
    """Return changes as they followed each other: by list, beginnings first."""
    first = Case(
        When(kind__in=BEGINNING, then=Value(0)),
        default=Value(1),
        output_field=IntegerField(),
    )
    return changes.order_by(
        "roster__published_on", "roster__edition", "roster", first, "row__number", "pk"
    )


def read(pks, roster):
    """Return changes of one list, in their sequence, with all that accepting asks."""
    rows = RosterChange.objects.for_review().filter(pk__in=pks)
    changes = list(in_sequence(rows.select_related(*READ)))
    for change in changes:
        change.roster = roster
        if change.row is not None:
            change.row.roster = roster
    return changes


def settle(changes, decision, user, now):
    """Store what was decided on changes, by whom and when."""
    RosterChange.objects.waiting().filter(pk__in=[c.pk for c in changes]).update(
        decision=decision, decided_by=user, decided_at=now
    )


@transaction.atomic
def leave_out(changes, user):
    """Decide not to take changes over, and return on how many that was decided now."""
    one_at_a_time()
    waiting = RosterChange.objects.waiting().filter(pk__in=[c.pk for c in changes])
    return waiting.exclude(kind=RosterChangeKind.SYSTEMATIC).update(
        decision=RosterDecision.REFUSED, decided_by=user, decided_at=timezone.now()
    )


@transaction.atomic
def put_back(changes):
    """Let changes that were left out wait for a decision again; return how many."""
    one_at_a_time()
    left_out = RosterChange.objects.filter(
        pk__in=[c.pk for c in changes], decision=RosterDecision.REFUSED
    )
    return left_out.exclude(kind=RosterChangeKind.SYSTEMATIC).update(
        decision=RosterDecision.OPEN, decided_by=None, decided_at=None
    )


@transaction.atomic
def decide_spelling(change, same, user):
    """Remember what a spelling of ICE's means, or that it is none, for every list.

    :raises ValidationError: if somebody has decided already, or if nothing is
        proposed that it could be the same as.
    """
    one_at_a_time()
    change = RosterChange.objects.select_related("roster").get(pk=change.pk)
    if change.decision != RosterDecision.OPEN:
        raise ValidationError(_("Somebody has decided on it already."))
    meaning = change.details.get("meaning", "") if same else ""
    if same and not meaning:
        raise ValidationError(_("Nothing is known that this spelling could mean."))
    of, printed = change.details["of"], change.details["printed"]
    RosterSpelling.objects.update_or_create(
        of=of, printed=fold_name(printed), defaults={"meaning": meaning}
    )
    # The same spelling may wait on several lists: it is one decision.
    asked = rereading.decisions_on(of, printed)
    for question in asked:
        rows = rereading.rows_spelt(question.roster, of, printed)
        if same:
            rereading.confirm(rows, of)
        else:
            rereading.part(question.roster, rows, of)
    decision = RosterDecision.ACCEPTED if same else RosterDecision.REFUSED
    settle(asked, decision, user, timezone.now())


@transaction.atomic
def choose_place(change, place, user):
    """Say in which place the agency of a change's row is, for all later lists too.

    :raises ValidationError: if the place lies in another state than the row, or our
        record of it in another place.
    """
    one_at_a_time()
    entry = RosterEntry.objects.select_related("policy").get(pk=change.entry_id)
    place = place.one_with or place
    refuse_other_state(place, entry)
    refuse_other_record(entry, entry.policy and entry.policy.jurisdiction_id, place)
    match(entry, SETTLED_BY_PLACE, jurisdiction=place)


@transaction.atomic
def choose_agency(change, agency, user):
    """Say which of our agencies a change's row names, for all later lists too.

    :raises ValidationError: if the agency is in another state than the row, or our
        record of it is another agency's.
    """
    one_at_a_time()
    entry = RosterEntry.objects.select_related(
        "first_roster", "last_roster", "policy"
    ).get(pk=change.entry_id)
    place = agency.jurisdiction
    refuse_other_state(place, entry)
    refuse_other_record(entry, entry.policy and entry.policy.agency_id, agency)
    remember_name(
        agency,
        entry.agency_name,
        entry.first_roster.published_on,
        entry.last_roster.published_on,
    )
    match(entry, SETTLED_BY_AGENCY, jurisdiction=place, agency=agency)


def refuse_other_state(place, entry):
    """Refuse a place that does not lie in the state that a row prints.

    :raises ValidationError: naming both.
    """
    if place.state_code != entry.state:
        raise ValidationError(
            _("%(place)s is not in the state that the list prints (%(state)s).")
            % {"place": place.full_name, "state": entry.state or _("none we know")}
        )


def refuse_other_record(entry, ours, chosen):
    """Refuse to match a row elsewhere than our record of it, which would stay.

    :raises ValidationError: naming the record.
    """
    if entry.policy and ours != chosen.pk:
        raise ValidationError(
            _("It is on record already, as “%s”: correct it there.") % entry.policy
        )


def match(entry, settled, **found):
    """Give an entry, and others of its agency that wait, what an editor chose."""
    name = fold_name(entry.agency_name)
    others = RosterEntry.objects.filter(state=entry.state, policy=None)
    same = [
        other
        for other in others.exclude(pk=entry.pk)
        if fold_name(other.agency_name) == name
        and other.matched_by != MatchReason.EDITOR
    ]
    for row in (entry, *same):
        for attribute, value in found.items():
            setattr(row, attribute, value)
        if (
            "agency" not in found
            and row.agency
            and row.agency.jurisdiction_id != (found["jurisdiction"].pk)
        ):
            row.agency = None
        row.matched_by = MatchReason.EDITOR
        row.doubts = [doubt for doubt in row.doubts if doubt not in settled]
    RosterEntry.objects.bulk_update(
        [entry, *same], ["jurisdiction", "agency", "matched_by", "doubts"]
    )
    make_certain([entry, *same])


def make_certain(entries):
    """Call open changes certain when nothing about their entries is doubtful now."""
    for entry in entries:
        if not entry.doubts:
            changes = RosterChange.objects.waiting().filter(entry=entry, row__doubts=[])
            changes.filter(kind__in=BEGINNING).update(certain=True)
