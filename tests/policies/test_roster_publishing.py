"""A second reader publishes in bulk what somebody took over from a list."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from wagtail.models import ModelLogEntry

from jurisdictions.models import Agency, RecordVersion, RecordWords
from news.models import Change
from policies.enums import EventKind, PolicyType, RosterChangeKind
from policies.models import Policy
from policies.roster.deciding.decisions import accept
from policies.roster.publishing import publish, waiting
from tests.factories import CountyFactory, PolicyFactory
from tests.policies.test_roster_deciding import NEXT, a_list, later, new
from tests.workbooks import signed, take

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(django_user_model):
    """Return how to make a user who may publish, superuser or not."""

    def make(name, **kwargs):
        user = django_user_model.objects.create_user(name, **kwargs)
        rights = ["publish_agency", "publish_policy"]
        user.user_permissions.set(Permission.objects.filter(codename__in=rights))
        return user

    return make


@pytest.fixture
def roster():
    return a_list()


def drafted(roster, user, *models, place=None, **kwargs):
    """Return changes of a list, accepted by a user."""
    place = place or CountyFactory()
    changes = [
        new(place, roster, number, model=model, **kwargs)
        for number, model in enumerate(models or ["tfm"], start=1)
    ]
    assert accept(changes, user).accepted == len(changes)
    return changes


def test_a_second_reader_publishes_what_another_took_over(roster, person):
    drafted(roster, person("editor"), "tfm", "wso")
    version, reader = RecordVersion.current(), person("reader")
    assert (waiting(roster).count(), waiting().count()) == (3, 3)
    done = publish(roster, reader)
    assert (done.count, done.remaining, done.refused) == (3, 0, [])
    assert waiting(roster).count() == 0
    assert RecordVersion.current() > version
    entered = Change.objects.filter(record_type="policy", kind="entered")
    assert {change.record for change in entered} == set(Policy.objects.published())
    for policy in Policy.objects.published():
        assert not policy.has_unpublished_changes
        assert policy.live_revision == policy.latest_revision
        assert policy.first_published_at
        line = ModelLogEntry.objects.for_instance(policy).first()
        assert (line.action, line.user) == ("wagtail.publish", reader)
    assert Policy.objects.published().count() == 2
    call_command("check_record", verbosity=0)


def test_what_is_published_is_found_by_the_agency_that_was_drafted_with_it(
    roster, person
):
    drafted(roster, person("editor"))
    publish(roster, person("reader"))
    [policy] = Policy.objects.published()
    assert [hit.record_id for hit in hits(policy.agency.name)] == [policy.pk]


def hits(words):
    """Return what some words find among public policies."""
    return RecordWords.objects.hits(words, [Policy])


def test_nobody_publishes_what_they_alone_took_over(roster, person):
    editor = person("editor")
    drafted(roster, editor)
    done = publish(roster, editor)
    assert (done.count, done.remaining) == (0, 0)
    assert {type(record) for record, _words in done.refused} == {Agency, Policy}
    assert all("Nobody but you" in words for _record, words in done.refused)
    assert not Policy.objects.filter(live=True).exists()


def test_a_site_of_one_person_does_not_stand_still(roster, person):
    root = person("root", is_superuser=True)
    drafted(roster, root)
    assert publish(roster, root).count == 2


def test_who_may_not_publish_is_refused(roster, django_user_model):
    with pytest.raises(PermissionDenied):
        publish(roster, django_user_model.objects.create_user("guest"))


def test_as_many_are_published_as_told_agencies_first(roster, person):
    drafted(roster, person("editor"), "jem", "tfm", "wso")
    reader = person("reader")
    done = publish(roster, reader, limit=2)
    assert (done.count, done.remaining) == (2, 2)
    assert Agency.objects.get().live
    assert publish(roster, reader, limit=2).remaining == 0


def test_one_state_is_published_alone(roster, person):
    editor = person("editor")
    drafted(roster, editor)
    georgia = CountyFactory(state__usps="GA")
    accept([new(georgia, roster, 9, state="GA")], editor)
    assert publish(roster, person("reader"), state="GA").count == 2
    assert Policy.objects.get(live=True).jurisdiction == georgia


def test_an_update_of_a_public_record_is_published_with_what_it_had(roster, person):
    place = CountyFactory()
    ours = PolicyFactory(
        jurisdiction=place,
        type=PolicyType.PROGRAM_287G,
        events=[(EventKind.REPORTED, date(2025, 12, 1))],
    )
    drafted(roster, person("editor"), place=place)
    publish(roster, person("reader"))
    ours.refresh_from_db()
    assert ours.model == "tfm"
    assert ours.agency.live
    assert ours.events.count() == 3
    assert not ours.has_unpublished_changes
    call_command("check_record", verbosity=0)


def test_a_draft_that_was_changed_since_is_published_as_it_stands(roster, person):
    editor = person("editor")
    (change,) = drafted(roster, editor)
    accept([later(RosterChangeKind.GONE, change)], editor)
    accept([later(RosterChangeKind.DELISTED, change, date(2026, 1, 26))], editor)
    publish(None, person("reader"))
    policy = Policy.objects.get(live=True)
    assert (policy.status, policy.status_since) == ("delisted_unconfirmed", NEXT)


def test_what_somebody_is_writing_besides_is_not_published_in_bulk(roster, person):
    drafted(roster, person("editor"))
    policy = Policy.objects.get()
    policy.title = "Half a thought"
    policy.save_revision(user=person("writer"))
    ((record, words),) = publish(roster, person("reader")).refused
    assert (record, "edited it too" in words) == (policy, True)


def test_what_somebody_has_locked_waits(roster, person):
    drafted(roster, person("editor"))
    Policy.objects.update(locked=True, locked_by=person("writer"))
    ((record, words),) = publish(roster, person("reader")).refused
    assert (record, "locked" in words) == (Policy.objects.get(), True)


def test_a_record_of_a_draft_place_waits_for_the_place(roster, person):
    drafted(
        roster, person("editor"), place=CountyFactory(draft=True, name="Lee County")
    )
    refused = publish(roster, person("reader")).refused
    assert len(refused) == 2
    assert all("Lee County" in words for _record, words in refused)


def test_nothing_is_published_on_a_list_that_is_a_draft(roster, person):
    drafted(roster, person("editor"))
    type(roster.source).objects.update(live=False)
    refused = publish(roster, person("reader")).refused
    assert [words.split(",")[0] for _record, words in refused] == [
        "No published source supports it"
    ] * 2


def test_two_lists_from_the_file_to_the_public_record(person):
    editor, reader = person("editor"), person("reader")
    for name in ("Clay", "Lee"):
        CountyFactory(name=f"{name} County")
    clay = signed("Clay County Sheriff's Office", date(2025, 3, 4))
    lee = signed("Lee County Sheriff's Office", date(2025, 3, 5))
    first = take(clay, name="participatingAgencies03172025.xlsx")
    assert accept(first.changes.filter(certain=True), editor).accepted == 1
    assert publish(first, reader).count == 2

    clay["SIGNED"], clay["LAW ENFORCEMENT AGENCY"] = date(2025, 3, 3), clay_printed()
    second = take(lee, clay, name="participatingAgencies03202025.xlsx")
    assert accept(second.changes.filter(certain=True), editor).accepted == 2
    assert publish(second, reader).count == 3
    policies = Policy.objects.published().order_by("agency__name")
    assert [(p.agency.name, p.status, p.status_since) for p in policies] == [
        ("Clay County Sheriff's Office", "active", date(2025, 3, 3)),
        ("Lee County Sheriff's Office", "active", date(2025, 3, 5)),
    ]
    (cited,) = policies[0].events.all()[0].citations.all()
    assert (cited.source, cited.paragraph) == (second.source, 3)
    call_command("check_record", verbosity=0)


def clay_printed():
    """Return the name of the sheriff's office as ICE also prints it."""
    return "Clay County  Sheriff’s Office "
