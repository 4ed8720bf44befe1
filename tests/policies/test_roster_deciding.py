"""What an editor's decisions on a list make of our record, and that they last."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from wagtail.models import ModelLogEntry, ReferenceIndex

from jurisdictions.models import Agency
from policies.enums import (
    EventKind,
    MatchReason,
    PolicyType,
    PredecessorRelation,
    ProgramModel,
    RosterChangeKind,
    RosterDecision,
    RosterDoubt,
    RosterKind,
    SpellingOf,
)
from policies.models import Policy, RosterChange, RosterEntry, RosterSpelling
from policies.roster.deciding import decisions
from policies.roster.deciding.decisions import (
    accept,
    choose_agency,
    choose_place,
    leave_out,
    put_back,
)
from tests.factories import (
    AgencyFactory,
    CountyFactory,
    PlaceFactory,
    PolicyEventFactory,
    PolicyFactory,
    RosterChangeFactory,
    RosterEntryFactory,
    RosterFactory,
    RosterRowFactory,
)
from tests.workbooks import WSO, signed, take

pytestmark = pytest.mark.django_db
K, E = RosterChangeKind, EventKind
SIGNED, DAY, NEXT = date(2026, 1, 2), date(2026, 1, 5), date(2026, 1, 12)
NAME = "Clay County Sheriff's Office"


@pytest.fixture
def editor(django_user_model):
    return django_user_model.objects.create_superuser("editor")


@pytest.fixture
def clay():
    return CountyFactory(name="Clay County")


def a_list(day=DAY, kind=RosterKind.PARTICIPATING):
    """Return a list of a day."""
    return RosterFactory(published_on=day, kind=kind, source__date=day)


def showing(roster, entry, number=7, **values):
    """Return a row of a list that says what its entry does, but for some values."""
    said = {
        name: values.get(name, getattr(entry, name))
        for name in ("state", "agency_name", "model", "signed_on", "moa_url")
    }
    printed = {
        "STATE": "ALABAMA ",
        "LAW ENFORCEMENT AGENCY": said["agency_name"],
        "SUPPORT TYPE": "Task Force Model",
        "SIGNED": str(said["signed_on"] or ""),
    }
    doubts = values.get("doubts", [])
    return RosterRowFactory(
        roster=roster,
        entry=entry,
        number=number,
        printed=printed,
        doubts=doubts,
        **said,
    )


def new(place=None, roster=None, number=7, row=(), **values):
    """Return the change that an agreement is new on a list."""
    roster = roster or a_list()
    said = {"agency_name": NAME, "signed_on": SIGNED, "jurisdiction": place} | values
    entry = RosterEntryFactory(kind=roster.kind, first_roster=roster, **said)
    row = showing(roster, entry, number, **dict(row))
    return RosterChangeFactory(roster=roster, kind=K.NEW, entry=entry, row=row)


def later(kind, change, day=NEXT, row=(), entry=None, **details):
    """Return a change of the same agreement on a later list."""
    roster = a_list(day)
    entry = entry or change.entry
    shown = (
        None if kind in (K.GONE, K.DELISTED) else showing(roster, entry, **dict(row))
    )
    return RosterChangeFactory(
        roster=roster,
        kind=kind,
        entry=entry,
        before=change.row,
        row=shown,
        details=details,
    )


def taken(change, user):
    """Accept a change and return the latest version of its record."""
    outcome = accept([change], user)
    assert (outcome.accepted, outcome.left) == (1, [])
    change.refresh_from_db()
    assert (change.decision, change.decided_by) == (RosterDecision.ACCEPTED, user)
    policy = RosterEntry.objects.get(pk=change.entry_id).policy
    return policy and policy.get_latest_revision_as_object()


def reason(change, user):
    """Return why a change was left when somebody wanted to accept it."""
    outcome = accept([change], user)
    ((left, words),) = outcome.left
    assert (left, outcome.accepted) == (change, 0)
    change.refresh_from_db()
    assert change.decision == RosterDecision.OPEN
    return words


def told(policy):
    """Return the events of a version, as (kind, day), and by which rows."""
    return [
        (event.kind, event.date, [c.paragraph for c in event.citations.all()])
        for event in policy.events.all()
    ]


def test_a_new_row_becomes_a_draft_that_cites_the_list(editor, clay):
    change = new(clay, row={"moa_url": "https://ice.gov/clay.pdf"})
    policy = taken(change, editor)
    assert not policy.live
    assert policy.title == "287(g) agreement, Task Force Model"
    spanish = "Acuerdo 287(g), Modelo de grupo de trabajo (Task Force)"
    assert policy.title_es == spanish
    assert (policy.model, policy.instrument) == ("tfm", "memorandum_of_agreement")
    assert policy.slug == "clay-county-287g-agreement-task-force-model"
    assert told(policy) == [(E.ICE_SIGNED, SIGNED, [7]), (E.LISTED_BY_ICE, DAY, [7])]
    (cited,) = policy.citations.all()
    assert (cited.source, cited.paragraph) == (change.roster.source, 7)
    assert cited.quote == f"ALABAMA · {NAME} · Task Force Model · 2026-01-02"
    assert (policy.agency.name, policy.agency.kind) == (NAME, "sheriff")
    assert not policy.agency.live


def test_drafts_made_in_bulk_are_as_the_form_would_leave_them(editor, clay):
    policy = taken(new(clay), editor)
    stored = Policy.objects.get()
    assert (stored.status, stored.status_since) == ("active", SIGNED)
    assert "clay county" in stored.lookup
    for record in (stored, stored.agency):
        assert record.has_unpublished_changes
        assert [r.user for r in record.revisions] == [editor]
        (line,) = ModelLogEntry.objects.for_instance(record)
        assert (line.action, line.user) == ("wagtail.create", editor)
    assert ReferenceIndex.get_references_to(stored.agency).exists()
    before = policy.events.count(), policy.citations.count()
    stored.latest_revision.publish()
    published = Policy.objects.get()
    assert (published.events.count(), published.citations.count()) == before
    Agency.objects.get().latest_revision.publish()
    call_command("check_record", verbosity=0)


def test_agreements_of_one_agency_share_its_draft_and_no_address(editor, clay):
    roster = a_list()
    changes = [
        new(clay, roster, 2, model="jem"),
        new(clay, roster, 3, model="wso"),
        new(clay, roster, 4, model="wso", signed_on=date(2025, 1, 2)),
    ]
    assert accept(changes, editor).accepted == 3
    assert Agency.objects.count() == 1
    assert len(set(Policy.objects.values_list("slug", flat=True))) == 3


@pytest.mark.parametrize("together", [True, False])
def test_an_agency_called_by_two_names_is_drafted_once(editor, clay, together):
    office = new(clay)
    name = "Clay County Sheriff's Department"
    department = new(clay, a_list(NEXT), agency_name=name, model="wso")
    for changes in [[office, department]] if together else [[office], [department]]:
        accept(changes, editor)
    assert Agency.objects.get().name == NAME
    assert Policy.objects.count() == 2


def test_accepting_twice_doubles_nothing(editor, clay):
    change = new(clay)
    accept([change], editor)
    outcome = accept([change], editor)
    assert outcome.accepted == 0
    assert "already" in outcome.left[0][1]
    assert (Policy.objects.count(), Agency.objects.count()) == (1, 1)


def test_what_stands_in_the_way_is_said_and_the_rest_goes_through(editor, clay):
    roster = a_list()
    misspelt = new(clay, roster, 5, row={"state": "AL"})
    misspelt.row.printed["STATE"] = "ALABMA"
    misspelt.row.save()
    RosterChangeFactory(
        roster=roster,
        kind=K.SYSTEMATIC,
        entry=None,
        details={"of": "state", "printed": "ALABMA", "meaning": "AL", "rows": 1},
    )
    stuck = {
        "place": new(None, roster, 1),
        "spelling": misspelt,
        "model": new(clay, roster, 2, row={"doubts": [RosterDoubt.MODEL_UNKNOWN]}),
        "agencies": new(clay, roster, 3, doubts=[RosterDoubt.AGENCY_AMBIGUOUS]),
        "another state": new(CountyFactory(state__usps="GA"), roster, 4),
    }
    fine = new(clay, roster, 6)
    outcome = accept([*stuck.values(), fine], editor)
    assert outcome.accepted == 1
    words = {change.pk: why for change, why in outcome.left}
    for expected, change in stuck.items():
        assert expected in words[change.pk]
    assert RosterChange.objects.waiting().count() == 6


def test_our_record_of_the_agreement_is_updated_as_a_draft(editor, clay):
    """From the news, without a model or an agency; the public sees it unchanged."""
    ours = PolicyFactory(
        jurisdiction=clay,
        type=PolicyType.PROGRAM_287G,
        instrument="unknown",
        events=[(E.ICE_SIGNED, date(2025, 12, 30))],
    )
    version = taken(new(clay), editor)
    assert version.pk == ours.pk
    assert version.model == ProgramModel.TFM
    assert version.agency.name == NAME
    kinds = [kind for kind, _day, _rows in told(version)]
    assert kinds == [E.ICE_SIGNED, E.LISTED_BY_ICE]
    # Our source's day of the signature stays; the list's is kept beside it.
    signature = version.events.all()[0]
    assert signature.date == date(2025, 12, 30)
    assert signature.citations.all()[1].value_reported == "2026-01-02"
    ours.refresh_from_db()
    assert (ours.live, ours.model, ours.events.count()) == (True, "not_stated", 1)


@pytest.mark.parametrize("day", [SIGNED, None])
def test_a_signature_we_have_gets_the_list_for_a_source_or_its_day(editor, clay, day):
    PolicyFactory(
        jurisdiction=clay,
        type=PolicyType.PROGRAM_287G,
        events=[(E.ICE_SIGNED, day), (E.LISTED_BY_ICE, date(2026, 1, 3))],
    )
    version = taken(new(clay), editor)
    assert told(version) == [
        (E.ICE_SIGNED, SIGNED, [1, 7]),
        (E.LISTED_BY_ICE, date(2026, 1, 3), [1]),
    ]


def test_a_link_to_the_paper_tells_its_form(editor, clay):
    first = new(clay)
    taken(first, editor)
    linked = {"moa_url": "https://ice.gov/clay.pdf"}
    change = later(K.EDITED, first, row=linked, moa_url=["", linked["moa_url"]])
    assert taken(change, editor).instrument == "memorandum_of_agreement"


def test_a_signature_after_its_own_list_waits_until_it_is_corrected(editor, clay):
    first = new(clay, signed_on=date(5025, 1, 2))
    assert told(taken(first, editor)) == [(E.LISTED_BY_ICE, DAY, [7])]
    details = {"signed_on": ["5025-01-02", "2026-01-02"]}
    change = later(K.EDITED, first, row={"signed_on": SIGNED}, **details)
    assert (E.ICE_SIGNED, SIGNED, [7]) in told(taken(change, editor))


def test_two_records_that_may_be_it_are_for_the_editor_to_tell_apart(editor, clay):
    for _number in range(2):
        PolicyFactory(jurisdiction=clay, type=PolicyType.PROGRAM_287G)
    assert "which agency and model" in reason(new(clay), editor)


def test_an_application_becomes_the_agreement_when_it_is_signed(editor, clay):
    pending = a_list(kind=RosterKind.PENDING)
    draft = taken(new(clay, pending, signed_on=None), editor)
    assert told(draft) == [(E.ICE_PENDING_LISTED, DAY, [7])]
    signed = taken(new(clay, a_list(NEXT)), editor)
    assert signed.pk == draft.pk
    assert [kind for kind, *_rest in told(signed)] == [
        E.ICE_PENDING_LISTED,
        E.ICE_SIGNED,
        E.LISTED_BY_ICE,
    ]


def test_an_application_belongs_to_what_the_local_side_has_signed(editor, clay):
    record = PolicyFactory(jurisdiction=clay, type=PolicyType.PROGRAM_287G)
    PolicyEventFactory(policy=record, kind=E.LEA_SIGNED, date=SIGNED)
    Policy.objects.refresh_status()
    pending = a_list(kind=RosterKind.PENDING)
    assert taken(new(clay, pending, signed_on=None), editor).pk == record.pk


@pytest.mark.parametrize(
    ("ended", "signed_on", "words"),
    [(NEXT, SIGNED, "ended after"), (SIGNED, DAY, "")],
)
def test_a_row_signed_before_our_record_ended_begins_no_other(
    editor, clay, ended, signed_on, words
):
    record = PolicyFactory(jurisdiction=clay, type=PolicyType.PROGRAM_287G)
    PolicyEventFactory(policy=record, kind=E.RESCINDED, date=ended)
    Policy.objects.refresh_status()
    change = new(clay, signed_on=signed_on)
    if words:
        assert words in reason(change, editor)
    else:
        assert taken(change, editor).pk != record.pk


@pytest.mark.parametrize(
    ("kind", "model", "relation"),
    [
        (K.RENEWED, "tfm", PredecessorRelation.RENEWAL),
        (K.SWITCHED, "wso", PredecessorRelation.REPLACEMENT),
    ],
)
def test_a_new_signature_or_model_is_a_record_that_follows(
    editor, clay, kind, model, relation
):
    first = new(clay)
    old = taken(first, editor)
    entry = new(clay, a_list(date(2026, 1, 6)), model=model, signed_on=NEXT).entry
    change = later(kind, first, entry=entry)
    RosterChange.objects.filter(entry=entry).exclude(pk=change.pk).delete()
    followed = taken(change, editor)
    assert (followed.predecessor_id, followed.predecessor_relation) == (
        old.pk,
        relation,
    )
    before = Policy.objects.get(pk=old.pk).get_latest_revision_as_object()
    assert told(before)[-1] == (E.SUPERSEDED, NEXT, [7])


def test_a_corrected_day_moves_the_signature(editor, clay):
    first = new(clay)
    taken(first, editor)
    other = date(2026, 1, 3)
    details = {"signed_on": [SIGNED.isoformat(), other.isoformat()]}
    change = later(K.EDITED, first, row={"signed_on": other}, **details)
    assert told(taken(change, editor))[0] == (E.ICE_SIGNED, other, [7])
    again = later(K.EDITED, first, date(2026, 1, 19), **details)
    assert "otherwise" in reason(again, editor)


def test_a_row_moved_to_another_state_moves_the_record(editor, clay):
    first = new(clay)
    taken(first, editor)
    georgia = CountyFactory(name="Clay County", state__usps="GA")
    RosterEntry.objects.update(state="GA", jurisdiction=georgia)
    first.entry.refresh_from_db()
    version = taken(later(K.EDITED, first, state=["AL", "GA"]), editor)
    assert version.jurisdiction == georgia
    assert version.agency.jurisdiction == georgia


def test_a_new_name_is_remembered_in_the_draft_of_the_agency_too(editor, clay):
    first = new(clay)
    taken(first, editor)
    taken(later(K.RENAMED, first, row={"agency_name": "Clay Sheriff"}), editor)
    agency = Agency.objects.get()
    (alias,) = agency.aliases.all()
    assert (alias.name, alias.first_seen_on) == ("Clay Sheriff", NEXT)
    assert "clay sheriff" in agency.lookup
    agency.latest_revision.publish()
    assert agency.aliases.count() == 1


def test_an_agency_is_named_as_the_newest_list_prints_it(editor, clay):
    first = new(clay, row={"agency_name": "Caly County Sheriff's Office"})
    taken(first, editor)
    taken(later(K.RENAMED, first), editor)
    agency = Agency.objects.get()
    (alias,) = agency.aliases.all()
    assert (agency.name, alias.name) == (NAME, "Caly County Sheriff's Office")
    assert (alias.first_seen_on, alias.last_seen_on) == (None, DAY)


def test_absence_ends_nothing_and_coming_back_is_told(editor, clay):
    first = new(clay)
    taken(first, editor)
    gone = later(K.GONE, first)
    assert len(told(taken(gone, editor))) == 2
    delisted = later(K.DELISTED, first, date(2026, 1, 26))
    version = taken(delisted, editor)
    assert told(version)[-1] == (E.DELISTED_BY_ICE, NEXT, [None])
    (cited,) = version.events.all()[2].citations.all()
    assert cited.source == gone.roster.source
    back = later(K.RETURNED, first, date(2026, 2, 2))
    assert told(taken(back, editor))[-1] == (E.RELISTED, date(2026, 2, 2), [7])


def test_what_is_back_waits_until_its_absence_is_decided(editor, clay):
    first = new(clay)
    taken(first, editor)
    delisted = later(K.DELISTED, first)
    back = later(K.RETURNED, first, date(2026, 2, 2))
    assert "January 12, 2026" in reason(back, editor)
    assert accept([back, delisted], editor).accepted == 2
    version = Policy.objects.get().get_latest_revision_as_object()
    assert [kind for kind, *_rest in told(version)][-2:] == [
        E.DELISTED_BY_ICE,
        E.RELISTED,
    ]


def test_a_row_that_is_back_without_having_been_delisted_adds_nothing(editor, clay):
    first = new(clay)
    taken(first, editor)
    assert len(told(taken(later(K.RETURNED, first), editor))) == 2


def test_a_change_of_what_nobody_has_taken_over_waits(editor, clay):
    first = new(clay)
    details = {"signed_on": ["2026-01-02", "2026-01-03"]}
    assert "January 5, 2026" in reason(later(K.EDITED, first, **details), editor)
    linked = later(K.EDITED, first, date(2026, 1, 19), county_name=["", "Clay"])
    assert taken(linked, editor) is None


def test_a_correction_of_what_was_left_out_is_not_lost(editor, clay):
    first = new(clay)
    leave_out([first], editor)
    other = date(2026, 1, 3)
    details = {"signed_on": [SIGNED.isoformat(), other.isoformat()]}
    edited = later(K.EDITED, first, row={"signed_on": other}, **details)
    assert "no record" in reason(edited, editor)
    put_back([first])
    assert accept([first, edited], editor).accepted == 2
    version = Policy.objects.get().get_latest_revision_as_object()
    assert told(version)[0][:2] == (E.ICE_SIGNED, other)


def test_changes_of_several_lists_are_taken_over_as_they_followed(editor, clay):
    first = new(clay)
    details = {"signed_on": ["2026-01-02", "2026-01-03"]}
    edited = later(K.EDITED, first, row={"signed_on": date(2026, 1, 3)}, **details)
    assert accept([edited, first], editor).accepted == 2
    version = Policy.objects.get().get_latest_revision_as_object()
    assert told(version)[0][1] == date(2026, 1, 3)


def test_what_somebody_has_locked_is_left_alone(editor, clay, django_user_model):
    first = new(clay)
    taken(first, editor)
    other = django_user_model.objects.create_superuser("other")
    Policy.objects.update(locked=True, locked_by=other)
    delisted = later(K.DELISTED, first)
    assert "locked" in reason(delisted, editor)


def test_a_change_left_out_stays_out(editor, clay):
    change = new(clay)
    assert leave_out([change], editor) == 1
    assert leave_out([change], editor) == 0
    assert accept([change], editor).accepted == 0
    assert not Policy.objects.exists()


def test_a_chosen_place_counts_for_the_agency_s_other_rows(editor):
    town = PlaceFactory(name="Hanover")
    roster = a_list()
    doubts = [RosterDoubt.NO_PLACE_OF_ITS_OWN]
    change, other = (
        new(None, roster, number, model=model, doubts=doubts)
        for number, model in ((1, "jem"), (2, "wso"))
    )
    choose_place(change, town, editor)
    for entry in RosterEntry.objects.all():
        assert (entry.jurisdiction, entry.doubts) == (town, [])
        assert entry.matched_by == MatchReason.EDITOR
    assert RosterChange.objects.filter(certain=True).count() == 2
    assert accept([change, other], editor).accepted == 2


def test_a_chosen_place_counts_for_the_agency_on_later_lists(editor):
    hanover = PlaceFactory(name="Hanover", state__name="Alabama")
    rows = [signed("Dartmouth College Police", date(2025, 3, 4))]
    (change,) = take(*rows, name="participatingAgencies03172025.xlsx").changes.all()
    assert change.entry.doubts == [RosterDoubt.NO_PLACE_OF_ITS_OWN]
    choose_place(change, hanover, editor)
    rows.append(signed("Dartmouth College Police", date(2025, 3, 18), model=WSO))
    later = take(*rows, name="participatingAgencies03202025.xlsx")
    (change,) = later.changes.all()
    assert (change.certain, change.entry.jurisdiction) == (True, hanover)
    assert change.entry.matched_by == MatchReason.EDITOR


def test_what_is_on_record_is_not_matched_elsewhere(editor, clay):
    change = new(clay)
    taken(change, editor)
    other = AgencyFactory(jurisdiction=PlaceFactory(name="Hanover"))
    with pytest.raises(ValidationError, match="on record already"):
        choose_place(change, other.jurisdiction, editor)
    with pytest.raises(ValidationError, match="on record already"):
        choose_agency(change, other, editor)
    choose_place(change, clay, editor)
    assert RosterEntry.objects.get().jurisdiction == clay


def test_a_place_in_another_state_cannot_be_chosen(editor):
    with pytest.raises(ValidationError, match="not in the state"):
        choose_place(new(), PlaceFactory(state__usps="GA"), editor)


def test_a_chosen_agency_keeps_the_name_that_ice_prints(editor, clay):
    agency = AgencyFactory(jurisdiction=clay, name="Clay Sheriff")
    change = new(doubts=[RosterDoubt.AGENCY_AMBIGUOUS, RosterDoubt.PLACE_AMBIGUOUS])
    choose_agency(change, agency, editor)
    (alias,) = agency.aliases.all()
    assert (alias.name, alias.first_seen_on, alias.last_seen_on) == (NAME, DAY, DAY)
    assert taken(change, editor).agency == agency
    assert Agency.objects.count() == 1


def misspelt(clay):
    """Return a decision on a spelling, and a row with it that continues another."""
    first = new(clay)
    change = RosterChangeFactory(
        roster=a_list(NEXT),
        kind=K.SYSTEMATIC,
        entry=None,
        details={"of": "state", "printed": "ALABMA", "meaning": "AL", "rows": 1},
    )
    row = showing(change.roster, first.entry, 3, doubts=[RosterDoubt.STATE_UNKNOWN])
    row.printed["STATE"] = "ALABMA "
    row.save()
    return change, row


def test_a_spelling_that_means_the_same_is_remembered(editor, clay):
    change, row = misspelt(clay)
    decisions.decide_spelling(change, True, editor)
    spelling = RosterSpelling.objects.get()
    assert (spelling.of, spelling.printed) == (SpellingOf.STATE, "alabma")
    assert spelling.meaning == "AL"
    row.refresh_from_db()
    assert (row.state, row.doubts) == ("AL", [])
    with pytest.raises(ValidationError, match="already"):
        decisions.decide_spelling(change, True, editor)


def test_a_spelling_that_means_something_else_parts_its_rows(editor, clay):
    change, row = misspelt(clay)
    before = row.entry
    decisions.decide_spelling(change, False, editor)
    assert RosterSpelling.objects.get().meaning == ""
    row.refresh_from_db()
    assert (row.state, row.doubts) == ("", [RosterDoubt.STATE_UNKNOWN])
    assert row.entry != before
    assert set(change.roster.changes.values_list("kind", "entry", "decision")) == {
        (K.SYSTEMATIC, None, RosterDecision.REFUSED),
        (K.NEW, row.entry_id, RosterDecision.OPEN),
        (K.GONE, before.pk, RosterDecision.OPEN),
    }
    before.refresh_from_db()
    assert before.last_roster == before.first_roster
    assert "state" in reason(row.changes.get(), editor)
